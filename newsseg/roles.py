"""What each physical line is: the first, a middle or the last line of a paragraph, a paragraph alone, or display.

A line is judged by its form, then by its neighbours: the best path through five states (Viterbi). The weights of forms
and of transitions are those of a conditional random field (Lafferty, McCallum and Pereira 2001), learnt from composed
pages; ``python -m benchmarks.learn`` makes them again, byte for byte.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from functools import cache

from newsseg.forms import Facts, Form

FIRST, MIDDLE, LAST, SINGLE, DISPLAY = range(5)
WEIGHTS = os.path.join(os.path.dirname(__file__), "words", "roles.json")
# Which role may follow which: a paragraph's lines stand together.
FOLLOWS = ((MIDDLE, LAST), (MIDDLE, LAST), (FIRST, SINGLE, DISPLAY), (FIRST, SINGLE, DISPLAY), (FIRST, SINGLE, DISPLAY))
NEVER = -1e9

Weights = dict[str, list[float]]


def features(form: Form, facts: Facts) -> Iterator[str]:
    """Yield the names of what is weighed of a line; a name holds the facts of the page that change its meaning."""
    if not facts.wrapped:
        yield from unwrapped_features(form)
        return
    yield f"fit {form.fit}"
    yield f"first {form.fit_first}"
    yield f"both {form.fit} {form.fit_first}"
    yield f"fit ends {form.fit} {form.ends}"
    yield f"ends {form.ends}"
    yield f"stops {form.stops} {form.ends}"
    yield f"commas {form.commas} {form.size}"
    yield f"size {form.size}"
    yield f"like {form.like} {form.commas}"
    yield f"indent {form.indent:d} {facts.kept:d}"
    yield f"opens {form.opens:d} {form.closes:d}"
    yield f"next {form.before_open:d} {form.ends}"
    yield f"inner {form.inner}"
    if facts.gaps:
        yield f"gap {form.gap} {facts.kept:d}"
        yield f"after {form.gap_after:d} {form.ends}"


def unwrapped_features(form: Form) -> Iterator[str]:
    """Yield the names of what is weighed of a line that is a whole block."""
    yield f"u ends {form.ends} {form.size}"
    yield f"u stops {form.stops}"
    yield f"u commas {form.commas} {form.ends}"
    yield f"u size {form.size}"
    yield f"u opens {form.opens:d} {form.closes:d}"
    yield f"u next {form.before_open:d} {form.ends}"
    yield f"u gap {form.gap > 0:d} {form.gap_after:d}"


@cache
def weights() -> Weights:
    """Return the learnt weights: for each feature one number per role, for each transition ``a>b`` one number."""
    with open(WEIGHTS, encoding="utf-8") as file:
        found: Weights = json.load(file)
    return found


def roles(forms: Sequence[Form], facts: Facts, table: Weights | None = None) -> list[int]:
    """Return the role of each line (FIRST, MIDDLE, LAST, SINGLE or DISPLAY) on the best path over all lines."""
    table = weights() if table is None else table
    known: dict[Form, list[float]] = {}
    f_m, f_l, m_m, m_l, l_f, l_s, l_d, s_f, s_s, s_d, d_f, d_s, d_d = transitions(table, facts)
    first = middle = last = display = NEVER
    single = 0.0  # before the first line anything may have ended
    back = []
    for form in forms:
        gains = known.get(form)
        if gains is None:
            gains = known[form] = emissions(form, facts, table)
        inside_m, by_m = (middle + m_m, MIDDLE) if middle + m_m >= first + f_m else (first + f_m, FIRST)
        inside_l, by_l = (middle + m_l, MIDDLE) if middle + m_l >= first + f_l else (first + f_l, FIRST)
        to_f, by_f = max((last + l_f, LAST), (single + s_f, SINGLE), (display + d_f, DISPLAY))
        to_s, by_s = max((last + l_s, LAST), (single + s_s, SINGLE), (display + d_s, DISPLAY))
        to_d, by_d = max((last + l_d, LAST), (single + s_d, SINGLE), (display + d_d, DISPLAY))
        back.append((by_f, by_m, by_l, by_s, by_d))
        first = to_f + gains[FIRST]
        middle = inside_m + gains[MIDDLE]
        last = inside_l + gains[LAST]
        single = to_s + gains[SINGLE]
        display = to_d + gains[DISPLAY]
    ends = (NEVER, NEVER, last, single, display)
    return trace(back, ends.index(max(ends)))


def transitions(table: Weights, facts: Facts) -> list[float]:
    """Return the weights of the transitions, in the order of ``FOLLOWS``."""
    mode = "" if facts.wrapped else "u "
    return [table.get(f"{mode}{a}>{b}", (0.0,))[0] for a, after in enumerate(FOLLOWS) for b in after]


def emissions(form: Form, facts: Facts, table: Weights) -> list[float]:
    """Return how well each role suits a line of this form."""
    total = [0.0] * 5
    for name in features(form, facts):
        row = table.get(name)
        if row:
            total = [a + b for a, b in zip(total, row, strict=True)]
    if not facts.wrapped:
        total[FIRST] = total[MIDDLE] = total[LAST] = NEVER
    return total


def trace(back: Sequence[Sequence[int]], role: int) -> list[int]:
    """Return the path that ends in ``role``."""
    path = []
    for row in reversed(back):
        path.append(role)
        role = row[role]
    path.reverse()
    return path
