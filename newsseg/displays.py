"""Display text: which lines of it make one title, and where one title ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import exp, log
from typing import NamedTuple

from newsseg.evidence import Evidence
from newsseg.lines import Line, cells
from newsseg.rules import Rules

# Log-odds that two neighbouring display lines are one title, by what stands at the break (logistic regression over
# 2,305 breaks of composed and typeset pages, 0.92 right).
BASE = 0.5
GAP, NO_GAP = -4.8, 6.0  # a blank line between them; none, times how often the page has one between display lines
DASHED = -3.7  # a deck ends or opens with a dash
OPEN = 6.0  # the first ends in a comma or an opening mark, or is torn off (set by hand: surer than the sample tells)
UNCLOSED = 2.8  # quotes, brackets or title marks of the first are left open
KNOWN, KNOWN_WELL, UNKNOWN = 2.0, 2.3, -0.8  # the characters at the break stand together in a body, in several, in none
CLAUSE_OPENS = -1.0  # a clause of a body opens as the second line does
QUOTE_OPENS, QUOTE_ENDS = -0.4, -0.4  # the second opens with a quotation mark, the first ends with one
INNER_START, INNER_END = 2.2, 2.6  # a character that hardly opens, or ends, a title stands at the break
STOP = -0.8  # the first ends with a question or exclamation mark
DIGIT = -0.6
TINY, TINY_CELLS = 1.0, 4  # the second is a scrap of one or two characters
SCRAP, SCRAP_CELLS = 1.6, 8  # or of up to four
HALF = 0.9  # the second is much shorter than the first: the last line of a wrapped title
SAME, SAME_WRAPPED = 0.2, 1.7  # equally wide; the same where the page wraps its titles at a width
WIDER, WIDER_WRAPPED, MUCH_WIDER = 0.5, -3.0, -1.1  # a title wrapped at a width has no line wider than the ones above
NARROWER, NARROWER_WRAPPED = -0.4, 1.4
RUN = 0.8  # equally wide, and the line after them is shorter: the end of a wrapped title
WRAPPED = -1.1
NARROW_FIRST, MIDDLE_FIRST, WIDE_FIRST = 1.3, -0.3, -2.1  # large type leaves few characters to a line, and is wrapped
NARROW_CELLS, MIDDLE_CELLS, WIDE_CELLS = 16, 22, 28
PRINTED, SAME_SIZE = 8.0, 0.04  # on paper a title stands in one block and one size
PRIOR_KNOWN, PRIOR_BREAKS = 0.5, 1.5  # breaks inside words and in all, before the page shows its own

CONTINUING = frozenset("，、：；“‘（《〈【「『(·")
CLOSING = frozenset("，、：；”’）》〉】」』)！？。·")
OPENING_QUOTES, CLOSING_QUOTES = frozenset("“《（‘「『"), frozenset("”》）’」』")


class Style(NamedTuple):
    """How a page sets its display lines: how often a blank line parts two, how often a line's end divides a word."""

    spaced: float
    wrapped: float


def style(runs: Sequence[Sequence[Line]], evidence: Evidence) -> Style:
    """Return the style of a page, judged by all breaks between its display lines."""
    known, breaks = PRIOR_KNOWN, PRIOR_BREAKS
    gaps = total = 0
    for lines in runs:
        for before, after in pairwise(lines):
            total += 1
            gaps += after.gap
            last, head = before.text[-1], after.text[0]
            if last.isalnum() and head.isalnum():
                breaks += 1
                known += evidence.known(last + head) > 0
    return Style(gaps / (total + 1), known / breaks)


def bonds(lines: Sequence[Line], page: Style, evidence: Evidence, rules: Rules) -> list[float]:
    """Return for each break between display lines the log-odds that the two beside it are one title."""
    return [bond(lines, i, page, evidence, rules) for i in range(len(lines) - 1)]


def bond(lines: Sequence[Line], i: int, page: Style, evidence: Evidence, rules: Rules) -> float:
    """Return the log-odds that the lines ``i`` and ``i + 1`` are one title."""
    first, second, gap = lines[i].text, lines[i + 1].text, lines[i + 1].gap
    one, other = lines[i].box, lines[i + 1].box
    if one and other:
        return PRINTED if one.box == other.box and abs(one.size / other.size - 1) < SAME_SIZE else -PRINTED
    if first[-1] in CONTINUING or second[0] in CLOSING:
        return OPEN + (GAP if gap else 0.0)
    odds = BASE + WRAPPED * page.wrapped + (GAP if gap else NO_GAP * page.spaced)
    following = cells(lines[i + 2].text) if i + 2 < len(lines) else None
    odds += by_width(cells(first), cells(second), following, page.wrapped)
    if first.endswith("—") or second.startswith("—"):
        odds += DASHED
    if unclosed(first):
        odds += UNCLOSED
    return odds + by_characters(first, second, evidence, rules)


def by_characters(first: str, second: str, evidence: Evidence, rules: Rules) -> float:
    """Return what the characters at the break add to the log-odds of one title."""
    last, head = first[-1], second[0]
    odds = INNER_START * (head in rules.inner_starts) + INNER_END * (last in rules.inner_ends)
    odds += QUOTE_OPENS * (head in OPENING_QUOTES) + QUOTE_ENDS * (last in CLOSING_QUOTES)
    odds += STOP * (last in "？！") + DIGIT * (last.isdigit() or head.isdigit())
    if last.isalnum() and head.isalnum():
        known = evidence.known(last + head)
        odds += KNOWN_WELL if known > 1 else KNOWN if known else UNKNOWN
    return odds + CLAUSE_OPENS * any(evidence.known(pair) for pair in clause_starts(head))


def clause_starts(head: str) -> list[str]:
    """Return the pairs that stand in a body where a clause of it opens with the character ``head``."""
    return [mark + head for mark in "，。“：、；"]


def unclosed(text: str) -> bool:
    """Tell whether a quotation mark, bracket or title mark of ``text`` is left open."""
    return any(text.count(a) > text.count(b) for a, b in ("“”", "《》", "（）", "「」"))


def by_width(first: int, second: int, following: int | None, wrapped: float) -> float:
    """Return what the widths of two neighbouring display lines, in cells, add to the log-odds of one title."""
    odds = TINY * (second <= TINY_CELLS) + SCRAP * (second <= SCRAP_CELLS) + HALF * (second < 0.6 * first)
    if abs(first - second) <= 2:  # noqa: PLR2004
        odds += SAME + SAME_WRAPPED * wrapped * (abs(first - second) <= 1)
        odds += RUN * (abs(first - second) <= 1 and following is not None and following < second - 2)
    elif second > first:
        odds += WIDER + WIDER_WRAPPED * wrapped + MUCH_WIDER * (second > first + 6)
    else:
        odds += NARROWER + NARROWER_WRAPPED * wrapped
    if first <= NARROW_CELLS:
        return odds + NARROW_FIRST
    return odds + (WIDE_FIRST if first >= WIDE_CELLS else MIDDLE_FIRST if first >= MIDDLE_CELLS else 0.0)


def costs(odds: float) -> tuple[float, float]:
    """Return the costs (negative log-likelihoods) of joining and of parting, given the log-odds of joining."""
    return log(1 + exp(-odds)), log(1 + exp(odds))


def elements(lines: Sequence[Line], bonds: Sequence[float]) -> tuple[float, tuple[int, ...]]:
    """Return the cost and the ends of the likeliest titles that ``lines`` make; ``bonds`` has one entry per break."""
    total = 0.0
    ends = []
    for i, odds in enumerate(bonds):
        joined, parted = costs(odds)
        if odds > 0:
            total += joined
        else:
            total += parted
            ends.append(i + 1)
    return total, (*ends, len(lines))
