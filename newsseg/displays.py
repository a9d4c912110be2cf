"""Display text: which lines of it make one title, and where one title ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log

from newsseg.evidence import Evidence
from newsseg.lines import Line, cells

# Log-odds that two neighbouring display lines are one title, by what stands at the break (logistic regression over 326
# breaks of typeset pages; a blank line, which those do not have, is set by hand).
BASE = -0.7
GAP = -3.0  # a blank line between them
NO_GAP = 6.0  # none, where the page's other titles have blank lines between their parts
DASHED = -2.0  # a deck ends or opens with a dash
OPEN = 4.0  # the first ends in a comma, an opening mark, or inside quotes
KNOWN, KNOWN_WELL, UNKNOWN = 3.1, 2.0, -1.2  # the characters at the break stand together in a body, in several, in none
TINY, TINY_CELLS = 1.3, 4  # the second is a scrap of one or two characters
SCRAP, SCRAP_CELLS = 3.2, 8  # or of up to four
NARROWER, WIDER, MUCH_WIDER = 0.8, -1.9, -2.3  # a wrapped title's last line is not wider than the ones above
SAME = 1.0
NARROW_FIRST, WIDE_FIRST = 1.5, -2.3  # large type leaves few characters to a line, and is what gets wrapped
NARROW_CELLS, WIDE_CELLS = 16, 28

CONTINUING = frozenset("，、：；“‘（《〈【「『(·")
CLOSING = frozenset("，、：；”’）》〉】」』)！？。·")


def bond(before: Line, after: Line, evidence: Evidence, *, spaced: bool) -> float:
    """Return the log-odds that two neighbouring display lines are one title; ``spaced``: see ``NO_GAP``."""
    first, second = before.text, after.text
    odds = BASE + (GAP if after.gap else NO_GAP if spaced else 0.0)
    if first.endswith("—") or second.startswith("—"):
        odds += DASHED
    if first[-1] in CONTINUING or second[0] in CLOSING or unclosed(first):
        return OPEN
    if first[-1].isalnum() and second[0].isalnum():
        known = evidence.known(first[-1] + second[0])
        odds += (KNOWN + (KNOWN_WELL if known > 1 else 0.0)) if known else UNKNOWN
    return odds + by_width(cells(first), cells(second))


def unclosed(text: str) -> bool:
    """Tell whether a quotation mark, bracket or title mark of ``text`` is left open."""
    return any(text.count(a) > text.count(b) for a, b in ("“”", "《》", "（）"))


def by_width(first: int, second: int) -> float:
    """Return what the widths of two neighbouring display lines, in cells, add to the log-odds of one title."""
    odds = (TINY if second <= TINY_CELLS else 0.0) + (SCRAP if second <= SCRAP_CELLS else 0.0)
    if abs(first - second) <= 2:
        odds += SAME
    elif second < first:
        odds += NARROWER
    else:
        odds += WIDER + (MUCH_WIDER if second > first + 6 else 0.0)
    return odds + (NARROW_FIRST if first <= NARROW_CELLS else WIDE_FIRST if first >= WIDE_CELLS else 0.0)


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
