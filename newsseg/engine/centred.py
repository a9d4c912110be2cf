"""Centred lines: subheads that only their place tells from text, for they are set in its type and size."""

from __future__ import annotations

from collections.abc import Sequence

from newsseg.engine.fills import Fill
from newsseg.engine.lines import Line, ends_sentence
from newsseg.engine.paper import LONGEST_SUBHEAD

LEAST = 1  # cell that is free at both sides, at least
SHORT = 2  # cells: a line that lacks more ends its paragraph
UNEVEN = 1  # cells: how much more may be free at one side
SET_IN = 3  # cells: the paragraph behind a subhead is set in by some four
MOST = 2  # lines of a subhead; more centred lines in a row are verse, or a list
COMMAS = frozenset("，、；：")


def centred(lines: Sequence[Line], fills: Sequence[Fill]) -> list[bool]:
    """Tell which lines are centred in their column between the end of a paragraph and the beginning of another."""
    count = len(lines)
    found = [_fills_column(lines, fills, i) for i in range(count)]
    i = 0
    while i < count:
        end = i
        while end < count and _stands_free(lines[end], fills[end]) and _flow(lines, end) == _flow(lines, i):
            end += 1
        if 0 < end - i <= MOST and _parted(lines, fills, i, end):
            found[i:end] = [True] * (end - i)
        i = max(end, i + 1)
    return found


def _stands_free(line: Line, fill: Fill) -> bool:
    right = fill.column - fill.width
    if min(fill.left, right) < LEAST or abs(fill.left - right) > UNEVEN or len(line.text) > LONGEST_SUBHEAD:
        return False
    return not ends_sentence(line.text) and line.text[-1] not in COMMAS


def _fills_column(lines: Sequence[Line], fills: Sequence[Fill], i: int) -> bool:
    """Tell whether a line is a subhead as wide as its column: it would be set in, if it began a paragraph.

    The line before it ends a paragraph, for it is short.
    """
    if fills[i].left >= LEAST or not _parted(lines, fills, i, i + 1) or len(lines[i].text) > LONGEST_SUBHEAD:
        return False
    short = fills[i - 1].column - fills[i - 1].width > SHORT
    return short and lines[i].text[-1] not in COMMAS and not ends_sentence(lines[i].text)


def _parted(lines: Sequence[Line], fills: Sequence[Fill], start: int, end: int) -> bool:
    """Tell whether a paragraph ends before the lines ``[start, end)``, and one begins behind them."""
    if start == 0 or end == len(lines) or not _flow(lines, start - 1) == _flow(lines, start) == _flow(lines, end):
        return False
    return ends_sentence(lines[start - 1].text) and fills[end].left >= SET_IN


def _flow(lines: Sequence[Line], i: int) -> int:
    box = lines[i].box
    return box.flow if box else -1
