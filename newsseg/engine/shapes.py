"""Shapes: what is weighed of display lines when it is asked whether they are one title (see ``displays``).

Marks, widths, lengths, whether a body of the page knows what meets at a break, words of a few kinds there, and how
titles end and begin.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsseg.engine.edges import edge_features
from newsseg.engine.evidence import Evidence
from newsseg.engine.fit import head_cells
from newsseg.engine.lines import PAIRED, Line, cells
from newsseg.rules import Rules, longest_ending

TINY, SCRAP = 4, 8  # cells: of one or two characters, of up to four
MUCH = 6  # cells
LENGTHS = (3, 5, 8, 12, 16, 20, 24, 28, 34, 42)  # characters of a title, in steps
SHORT_LENGTHS = (4, 6, 8, 10, 13, 16, 20)  # of one that stands on one line
LONGEST_TIME = 14  # characters of a kicker that is a time alone

CONTINUING = frozenset("，、：；“‘（《〈【「『(·")
CLOSING = frozenset("，、：；”’）》〉】」』)！？。·")

Feature = tuple[str, float]


class Style(NamedTuple):
    """How a page sets its display lines: how often a blank line parts two, how often a line's end divides a word."""

    spaced: float
    wrapped: float


def break_features(lines: Sequence[Line], i: int, page: Style, evidence: Evidence, rules: Rules) -> Iterator[Feature]:
    """Yield what is weighed of the break between the lines ``i`` and ``i + 1`` where they are one title."""
    first, second = lines[i].text, lines[i + 1].text
    last, head = first[-1], second[0]
    yield "break", 1.0
    yield from gap_features(last in CONTINUING or head in CLOSING, gap=lines[i + 1].gap, spaced=page.spaced)
    yield from mark_features(first, last, head, rules)
    yield from word_features(first, second, rules)
    yield from edge_features(first, second)
    if last.isalnum() and head.isalnum():
        yield f"known {min(2, evidence.known(last + head))}", 1.0
    yield from zip(("together", "apart"), evidence.together(first, second), strict=True)
    yield from width_features(lines, i, page)


def gap_features(goes_on: bool, *, gap: bool, spaced: float) -> Iterator[Feature]:
    """Yield what is weighed of a blank line between two lines, or of none where the page has some."""
    if gap:
        yield "gap, goes on" if goes_on else "gap", 1.0
    else:
        yield "no gap", spaced
        if goes_on:
            yield "goes on", 1.0


def mark_features(first: str, last: str, head: str, rules: Rules) -> Iterator[Feature]:
    """Yield what is weighed of the characters at a break: ``last`` of the line ``first``, ``head`` of the next."""
    if last == "—" or head == "—":
        yield "dash opens" if head == "—" else "dash ends", 1.0
    if head in "（(":
        yield "bracket opens", 1.0  # the standing title of a column, behind a headline: 山里有条路（新春走基层）
    if head in rules.inner_starts:
        yield "inner start", 1.0
    if last in rules.inner_ends:
        yield "inner end", 1.0
    if unclosed(first):
        yield "unclosed", 1.0
    if last in "？！":
        yield "stop", 1.0


def word_features(first: str, second: str, rules: Rules) -> Iterator[Feature]:
    """Yield what is weighed of the words at a break: how kickers end, how decks open, verbs that lead on."""
    if longest_ending(first, rules.asks_for_object):
        if longest_ending(second, rules.objects):
            yield "verb, object", 1.0
    elif longest_ending(first, rules.kicker_ends):
        yield "kicker ends", 1.0
    if longest_ending(first, rules.contests):
        yield "contest", 1.0
    if is_time(first, rules):
        yield "time", 1.0
    if is_time(second, rules):
        yield "time behind", 1.0
    if second.startswith(tuple(rules.deck_starts)):
        yield "deck opens", 1.0
    if has(second, rules.attendance):
        yield "attends", 1.0


def is_time(text: str, rules: Rules) -> bool:
    """Tell whether a line of display text is a time alone (“五一”假期首日)."""
    return len(text) <= LONGEST_TIME and longest_ending(text, rules.spans_of_time) > 0


def has(text: str, words: frozenset[str]) -> bool:
    """Tell whether ``text`` holds one of ``words``."""
    return any(word in text for word in words)


def width_features(lines: Sequence[Line], i: int, page: Style) -> Iterator[Feature]:
    """Yield what is weighed of the widths of the lines ``i`` and ``i + 1`` where they are one title."""
    first, second = cells(lines[i].text), cells(lines[i + 1].text)
    yield "wrapped", page.wrapped
    if second <= SCRAP and not lines[i + 1].text.endswith("—"):
        yield "tiny" if second <= TINY else "scrap", 1.0
    if abs(first - second) <= 2:  # noqa: PLR2004
        yield "same", 1.0
        if abs(first - second) <= 1:
            yield "same wrapped", page.wrapped
            if i + 2 < len(lines) and cells(lines[i + 2].text) < second - 2:
                yield "same, then less", 1.0
    else:
        name = "wider" if second > first else "narrower"
        yield name, 1.0
        yield f"{name} wrapped", page.wrapped
        if second > first + MUCH:
            yield "much wider", 1.0


def title_features(lines: Sequence[Line], page: Style) -> Iterator[Feature]:
    """Yield what is weighed of the shape of a title that ``lines`` are."""
    text = "".join([line.text for line in lines])
    yield f"length {bisect_left(LENGTHS, len(text))}", 1.0
    if text[0] == "—" or text[-1] == "—":
        yield "from dash" if text[0] == "—" else "to dash", 1.0
    if any(text.count(a) != text.count(b) for a, b in PAIRED):
        yield "unbalanced", 1.0
    if len(lines) == 1:
        yield f"one line {bisect_left(SHORT_LENGTHS, len(text))}", 1.0
        yield "one line wrapped", page.wrapped
        return
    widths = [cells(line.text) for line in lines]
    widest, last = max(widths), widths[-1]
    if all(a >= b - 1 for a, b in pairwise(widths)):
        yield "never wider", 1.0
    elif all(a <= b + 1 for a, b in pairwise(widths)):
        yield "ever wider", 1.0
    if all(width + head_cells(line.text, 1) > widest for width, line in zip(widths, lines[1:], strict=False)):
        yield "full lines", 1.0
    yield f"last {5 * last // widest}", 1.0


def unclosed(text: str) -> bool:
    """Tell whether a quotation mark, bracket or title mark of ``text`` is left open."""
    return any(text.count(a) > text.count(b) for a, b in PAIRED)
