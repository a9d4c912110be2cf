"""What each physical line is: the first, a middle or the last line of a paragraph, a paragraph alone, or display.

A line is judged by its form, then by its neighbours: the best path through five states (Viterbi). The weights of forms
and of transitions are those of a conditional random field (Lafferty, McCallum and Pereira 2001), learnt from composed
pages; ``python -m benchmarks.learn`` makes them again, byte for byte.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from math import inf
from typing import Any

from newsseg.engine.facts import Facts
from newsseg.engine.forms import Form
from newsseg.engine.signs import Signs

FIRST, MIDDLE, LAST, SINGLE, DISPLAY = range(5)
WEIGHTS = os.path.join(os.path.dirname(__file__), "roles.json")
# Which role may follow which: a paragraph's lines stand together.
FOLLOWS = ((MIDDLE, LAST), (MIDDLE, LAST), (FIRST, SINGLE, DISPLAY), (FIRST, SINGLE, DISPLAY), (FIRST, SINGLE, DISPLAY))
NEVER = -1e9
UNLIKELY = -1e3  # what only a surer sign can make true: lines of a page that is not wrapped go on in no other

Weights = dict[str, list[float]]
Row = tuple[float, float, float, float, float]


def fill_features(facts: Facts, fit: str, first: str, end: int, *_: int) -> Iterator[str]:
    """Yield the names of what is weighed of how a line fills its column; whole blocks fill none."""
    if facts.wrapped:
        yield f"fit {fit}"
        yield f"first {first}"
        yield f"both {fit} {first}"
        yield f"fit ends {fit} {end}"


def text_features(facts: Facts, *text: Any) -> Iterator[str]:
    """Yield the names of what is weighed of a line's marks and width."""
    end, stops, commas, size, like, kind, short, room = text
    if facts.wrapped:
        yield f"ends {end}"
        yield f"stops {stops} {end}"
        yield f"commas {commas} {size}"
        yield f"size {size}"
        yield f"like {like} {commas}"
        yield f"marks {size} {commas} {stops} {end} {kind}"
        yield f"short {short} {room} {end} {commas} {kind}"
        yield f"tight {short} {room} {end} {facts.tight:d}"
    else:
        yield f"u ends {end} {size}"
        yield f"u stops {stops} {end}"
        yield f"u commas {commas} {end}"
        yield f"u size {size}"


def place_features(facts: Facts, *place: int) -> Iterator[str]:
    """Yield the names of what is weighed of where a line stands."""
    end, gap, after, indent, opens, closes, before_open, inner, behind, end_before, commas, opener = place
    mode = "" if facts.wrapped else "u "
    yield f"{mode}opens {opens:d} {closes:d}"
    yield f"{mode}next {before_open:d} {end}"
    if not facts.wrapped:
        yield f"u whole {end} {opens:d} {closes:d}"
        yield f"u gap {gap > 0:d} {after:d}"
        return
    yield f"inner {inner}"
    yield f"behind {behind:d} {gap > 0:d}"
    yield f"indent {indent:d} {facts.kept:d}"
    if opener:
        yield f"opener {opener} {gap > 0:d} {facts.gaps:d}"
    yield f"around {end_before} {gap > 0:d} {end} {after:d} {commas} {facts.gaps:d}"
    if facts.gaps:
        yield f"gap {gap} {facts.kept:d}"
        yield f"after {after:d} {end}"
        yield f"set {gap} {facts.ended} {facts.torn:d}"
        yield f"set after {after:d} {end} {facts.ended} {facts.torn:d}"


def above_features(facts: Facts, *link: Any) -> Iterator[str]:
    """Yield the names of what is weighed of how a line stands to the one above it."""
    if link:
        fit_above, end_above, short_above, _, fit, _, short, _, indent, gap, wider = link
        yield f"above {fit_above} {end_above} {gap:d} {facts.ended} {facts.torn:d} {fit}"
        yield f"above indent {indent:d} {facts.kept:d} {end_above} {fit_above} {fit[:1]}"
        yield f"above short {short_above} {end_above} {short}"
        yield f"wider {wider} {end_above}"


def below_features(facts: Facts, *link: Any) -> Iterator[str]:
    """Yield the names of what is weighed of how the line below a line stands to it."""
    if link:
        fit, end, _, closes, fit_below, end_below, _, opens, _, gap, wider = link
        yield f"below {fit} {end} {gap:d} {facts.ended} {facts.torn:d}"
        yield f"below ends {fit} {end} {fit_below} {end_below}"
        yield f"below opens {fit} {end} {closes:d} {opens:d}"
        yield f"below wider {wider} {end}"


def features(form: Form, facts: Facts) -> Iterator[str]:
    """Yield the names of all that is weighed of a line; a name holds the facts of the page that change its meaning."""
    for part, name in zip(form, FEATURES, strict=True):
        yield from name(facts, *part)


FEATURES: tuple[Callable[..., Iterator[str]], ...] = (
    fill_features,
    text_features,
    place_features,
    above_features,
    below_features,
)
"""Of the parts of a form, in their order."""


@cache
def weights() -> Weights:
    """Return the learnt weights: for each feature one number per role, for each transition ``a>b`` one number."""
    with open(WEIGHTS, encoding="utf-8") as file:
        found: Weights = json.load(file)
    return found


def roles(
    forms: Sequence[Form],
    facts: Facts,
    signs: Signs | None = None,
    table: Weights | None = None,
) -> list[int]:
    """Return the role of each line (FIRST, MIDDLE, LAST, SINGLE or DISPLAY) on the best path over all lines.

    What by-lines and captions tell for sure, their ``signs``, no form of a line outweighs.
    """
    table = weights() if table is None else table
    steps = transitions(table, facts)
    f_m, f_l, m_m, m_l, l_f, l_s, l_d, s_f, s_s, s_d, d_f, d_s, d_d = steps
    first = middle = last = display = NEVER
    single = 0.0  # before the first line anything may have ended
    scores = []
    for g_first, g_middle, g_last, g_single, g_display in held(emissions(forms, facts, table), signs):
        scores.append((first, middle, last, single, display))
        # Comparisons, not max(): this is the innermost loop of all, and a call costs five times as much.
        to_middle, also_middle = middle + m_m, first + f_m
        to_last, also_last = middle + m_l, first + f_l
        to_first, to_single, to_display = last + l_f, last + l_s, last + l_d
        if (other := single + s_f) > to_first:
            to_first = other
        if (other := display + d_f) > to_first:
            to_first = other
        if (other := single + s_s) > to_single:
            to_single = other
        if (other := display + d_s) > to_single:
            to_single = other
        if (other := single + s_d) > to_display:
            to_display = other
        if (other := display + d_d) > to_display:
            to_display = other
        first, single, display = to_first + g_first, to_single + g_single, to_display + g_display
        middle = (to_middle if to_middle > also_middle else also_middle) + g_middle
        last = (to_last if to_last > also_last else also_last) + g_last
    ends = (NEVER, NEVER, last, single, display)
    return trace(scores, steps, ends.index(max(ends)))


def held(rows: list[Row], signs: Signs | None) -> list[Row]:
    """Return how well each role suits each line where by-lines that go on and end, and captions, leave fewer roles."""
    if signs is None:
        return rows
    for i in signs.alone:
        _, _, last, single, _ = rows[i]
        rows[i] = (NEVER, NEVER, NEVER if i in signs.begins else last, max(single, UNLIKELY), NEVER)
    for i in signs.whole:
        rows[i] = (NEVER, NEVER, NEVER, max(rows[i][3], UNLIKELY), NEVER)
    for i in signs.titles:
        rows[i] = (NEVER, NEVER, NEVER, NEVER, max(rows[i][4], UNLIKELY))
    for i in sorted(signs.ties):
        first, middle, *_ = rows[i]
        rows[i] = (max(first, UNLIKELY), max(middle, UNLIKELY), NEVER, NEVER, NEVER)
        _, middle, last, *_ = rows[i + 1]
        rows[i + 1] = (NEVER, max(middle, UNLIKELY), max(last, UNLIKELY), NEVER, NEVER)
    return rows


def set_in_roles(indents: Sequence[bool], closes: Sequence[bool]) -> list[int]:
    """Return what the lines of a stretch are where paragraphs are set in: one begins where a line is indented.

    ``closes`` tells the lines that a by-line ends which stands alone.
    """
    count = len(indents)
    begins = [i == 0 or indents[i] or closes[i - 1] for i in range(count)] + [True]
    return [
        (SINGLE if begins[i + 1] else FIRST) if begins[i] else LAST if begins[i + 1] else MIDDLE for i in range(count)
    ]


def transitions(table: Weights, facts: Facts) -> list[float]:
    """Return the weights of the transitions, in the order of ``FOLLOWS``."""
    mode = "" if facts.wrapped else "u "
    return [table.get(f"{mode}{a}>{b}", (0.0,))[0] for a, after in enumerate(FOLLOWS) for b in after]


def emissions(forms: Sequence[Form], facts: Facts, table: Weights) -> list[Row]:
    """Return for each line how well each role suits its form.

    The parts of a form are weighed apart: there are few different ones of each.
    """
    fills, texts, places, above, below = rows_of = known(facts) if table is weights() else [{} for _ in FEATURES]
    found = []
    for form in forms:
        fill, text, place, up, down = form
        try:
            a, b, c, d, e = fills[fill], texts[text], places[place], above[up], below[down]
        except KeyError:
            for part, name, rows in zip(form, FEATURES, rows_of, strict=True):
                if part not in rows:
                    rows[part] = weighed(name(facts, *part), table)
            a, b, c, d, e = fills[fill], texts[text], places[place], above[up], below[down]
        found.append(
            (
                a[0] + b[0] + c[0] + d[0] + e[0],
                a[1] + b[1] + c[1] + d[1] + e[1],
                a[2] + b[2] + c[2] + d[2] + e[2],
                a[3] + b[3] + c[3] + d[3] + e[3],
                a[4] + b[4] + c[4] + d[4] + e[4],
            )
        )
    if not facts.wrapped:
        return [(NEVER, NEVER, NEVER, single, display) for *_, single, display in found]
    return found


MOST_KNOWN = 40_000  # parts of forms whose weights are kept from page to page; 15 MB of them


def known(facts: Facts) -> list[dict[object, Row]]:
    """Return what is known of the weights of each part of a form on such a page; forgotten once it is too much."""
    found = tables()
    if sum(len(rows) for parts in found.values() for rows in parts) > MOST_KNOWN:
        found.clear()
    return found.setdefault(facts, [{} for _ in FEATURES])


@cache
def tables() -> dict[Facts, list[dict[object, Row]]]:
    """Return the weights that are known, by the facts of pages: all pages of a process share them."""
    return {}


def weighed(names: Iterator[str], table: Weights) -> Row:
    """Return the sum of the weights of features."""
    rows = [table[name] for name in names if name in table]
    first, middle, last, single, display = map(sum, zip(*rows, strict=True)) if rows else (0.0,) * 5
    return first, middle, last, single, display


def trace(scores: Sequence[Row], steps: Sequence[float], role: int) -> list[int]:
    """Return the best path that ends in ``role``; ``scores``: the best that ends in each role before each line."""
    weight = iter(steps)
    into: list[list[tuple[int, float]]] = [[] for _ in FOLLOWS]
    for a, after in enumerate(FOLLOWS):
        for b in after:
            into[b].append((a, next(weight)))
    path = []
    for row in reversed(scores):
        path.append(role)
        most = -inf
        for a, step in into[role]:
            if row[a] + step >= most:
                role, most = a, row[a] + step
    path.reverse()
    return path
