"""Facts of a whole page that change what a line's form means: how it sets indents, blank lines and columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import compress
from typing import NamedTuple

from newsseg.engine.lines import WIDE, Line

UNWRAPPED = 0.5
"""A page is wrapped when less than this share of its text stands in lines that end a sentence (dumps: about 0.15,
a paragraph a line: above 0.85)."""
INDENTED, MOST_INDENTED = 0.03, 0.6
"""Shares of lines that are set in between which the page is one with kept indents (typeset pages: 0.08 to 0.5)."""
CLEAR_END = 6  # cells: a sentence that ends so far before the column does ends its paragraph
INDENT = 4  # cells: a paragraph's first line is set in by two Han characters
HANG = 2  # cells: a mark that hangs over the column's edge, or is squeezed into it
ALL, FEW = 0.95, 0.35  # shares of paragraphs with a blank line behind them; the last ones of articles have one
FEWEST_ENDS = 3  # paragraphs that surely end, to tell of the others
MOST_TORN = 1  # blank lines inside paragraphs that may be a line's misjudged width


class Facts(NamedTuple):
    """Facts of a whole page that change what a line's form means."""

    wrapped: bool  # lines were cut at a column's width; else every line is a block
    kept: bool  # first-line indents are in the text
    gaps: bool  # blank lines stand between some lines
    ended: int = 1  # of the paragraphs that surely end, a blank line stands behind 2: all, 1: some, 0: few
    torn: bool = True  # blank lines stand inside paragraphs too
    tight: bool = False  # lines of several marks of punctuation hold a character more than the others


def is_wrapped(texts: Sequence[str], ends: Sequence[bool]) -> bool:
    """Tell whether lines were cut at a column's width, by the share of the text that stands in whole sentences."""
    total = sum(map(len, texts))
    return sum(map(len, compress(texts, ends))) < UNWRAPPED * total


def indents(lines: Sequence[Line]) -> list[bool]:
    """Tell which lines are set in deeper than the page's lines usually are, as a paragraph's first line is."""
    indented = [line.indent for line in lines]
    usual = Counter(indented).most_common(1)[0][0] if lines else 0
    return [indent > usual for indent in indented]


def gap_habits(lines: Sequence[Line], finals: Sequence[int], short: Sequence[int]) -> tuple[int, bool]:
    """Return how a page sets its blank lines (see ``Facts``); ``short``: the cells that each line is too short by."""
    before = list(zip((line.gap for line in lines[1:]), finals, short, strict=False))
    ended = [gap for gap, end, missing in before if end > 1 and missing > CLEAR_END]
    share = sum(ended) / len(ended) if len(ended) >= FEWEST_ENDS else 0.5
    torn = sum(gap for gap, end, missing in before if end == 0 and -1 <= missing <= 1)
    return 2 if share >= ALL else 0 if share <= FEW else 1, torn > MOST_TORN


def levels(widths: Sequence[int], columns: Sequence[int], ends: Sequence[bool]) -> dict[int, str]:
    """Return for each column width whether its first lines are short by a dropped indent, 0 standing for the page.

    ``2``: they are, ``0``: they are not, ``1``: some are. First lines are those after a clear end of a paragraph.
    """
    seen: dict[int, list[int]] = {0: [0, 0]}
    for i in compress(range(1, len(widths)), ends):
        column = columns[i]
        if columns[i - 1] - widths[i - 1] > CLEAR_END and column == columns[i - 1]:
            short = column - widths[i]
            if -HANG <= short <= INDENT + HANG:
                for key in (0, column):
                    seen.setdefault(key, [0, 0])[short > 1] += 1
    return {key: level(*counts) for key, counts in seen.items() if key == 0 or sum(counts) >= FEWEST}


TIGHT = 0.2  # share of the lines of several marks that hold a character more (real and typeset pages: 0.5, others 0.05)


def is_tight(squeezed: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a page sets lines of several marks of punctuation tight, so that they hold a character more.

    ``squeezed``: of such lines the cells that they are too short by, and how final their end is: of a line that ends a
    sentence, or falls short, nothing is told.
    """
    seen = [short for short, end in squeezed if end == 0 and short in {0, -WIDE}]
    return seen.count(-WIDE) > TIGHT * len(seen)


FEWEST = 3  # first lines of one column width that tell whether it sets them in
CLEARLY = 5  # times as many of one kind as of the other


def level(flush: int, set_in: int) -> str:
    """Return what so many first lines, flush and set in, tell of a column: see ``levels``."""
    return "2" if set_in >= CLEARLY * flush else "0" if flush >= CLEARLY * set_in else "1"
