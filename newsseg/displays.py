"""Display text: which lines of it make one title, and where one title ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from newsseg.evidence import Evidence
from newsseg.lines import Line, cells
from newsseg.rules import Rules

# Log-odds that two neighbouring display lines are one title, by what stands at the break (logistic regression over
# 2,305 breaks of composed and typeset pages, 0.91 right).
BASE = -0.1
GAP, NO_GAP = -4.7, 1.8  # a blank line between them; none, where the page parts other display lines so
DASHED = -3.4  # a deck ends or opens with a dash
OPEN = 6.0  # the first ends in a comma or an opening mark, or is torn off (set by hand: surer than the sample tells)
UNCLOSED = 3.0  # quotes, brackets or title marks of the first are left open
KNOWN, KNOWN_WELL, UNKNOWN = 2.3, 2.9, -0.8  # the characters at the break stand together in a body, in several, in none
QUOTE_OPENS, QUOTE_ENDS = -0.8, -0.4  # the second opens with a quotation mark, the first ends with one
INNER_START, INNER_END = 2.0, 2.5  # a character that hardly opens, or ends, a title stands at the break
STOP = -0.7  # the first ends with a question or exclamation mark
DIGIT = -0.9
TINY, TINY_CELLS = 1.2, 4  # the second is a scrap of one or two characters
SCRAP, SCRAP_CELLS = 1.7, 8  # or of up to four
HALF = 1.1  # the second is much shorter than the first: the last line of a wrapped title
SAME = 0.5
WIDER, MUCH_WIDER = -0.5, -1.3  # a wrapped title's last line is not wider than the ones above
NARROW_FIRST, MIDDLE_FIRST, WIDE_FIRST = 1.3, -0.4, -2.4  # large type leaves few characters to a line, and is wrapped
NARROW_CELLS, MIDDLE_CELLS, WIDE_CELLS = 16, 22, 28

CONTINUING = frozenset("，、：；“‘（《〈【「『(·")
CLOSING = frozenset("，、：；”’）》〉】」』)！？。·")
OPENING_QUOTES, CLOSING_QUOTES = frozenset("“《（‘「『"), frozenset("”》）’」』")


def bond(before: Line, after: Line, evidence: Evidence, rules: Rules, *, spaced: bool) -> float:
    """Return the log-odds that two neighbouring display lines are one title; ``spaced``: see ``NO_GAP``."""
    first, second = before.text, after.text
    if first[-1] in CONTINUING or second[0] in CLOSING:
        return OPEN + (GAP if after.gap else 0.0)
    odds = BASE + (GAP if after.gap else NO_GAP if spaced else 0.0) + by_width(cells(first), cells(second))
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
    return odds


def unclosed(text: str) -> bool:
    """Tell whether a quotation mark, bracket or title mark of ``text`` is left open."""
    return any(text.count(a) > text.count(b) for a, b in ("“”", "《》", "（）", "「」"))


def by_width(first: int, second: int) -> float:
    """Return what the widths of two neighbouring display lines, in cells, add to the log-odds of one title."""
    odds = TINY * (second <= TINY_CELLS) + SCRAP * (second <= SCRAP_CELLS) + HALF * (second < 0.6 * first)
    if abs(first - second) <= 2:  # noqa: PLR2004
        odds += SAME
    elif second > first:
        odds += WIDER + MUCH_WIDER * (second > first + 6)
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
