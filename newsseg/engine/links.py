"""Links: how each line stands to the next one, in a page whose lines were cut at a column's width.

A paragraph that ends and one that begins make one place, not two: the end of the line above it tells of the line below
it, the room that a line leaves is told by what the next one begins with, and two lines of a headline are as wide.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from newsseg.engine.fit import Fill

Link: TypeAlias = tuple[Any, ...]
"""Of the upper line how it fills its column, how final its end is, the cells missing, whether a by-line ends it; of the
lower one how it fills its column, how final its end is, the cells missing, whether a by-line (1), a clause of its own
(2) or the beginning of news (3) opens it, an indent; whether a blank line is between them; by how many cells the lower
one is wider. Of a page that is not wrapped nothing."""

CLAUSE, LEAD = 3, 4  # how a line opens in which no text goes on, and one with which news begin
WIDER = 7  # cells: more of them tell no more
EDGE: Fill = ("", "", 4, 0, 0)  # what stands above the first line and below the last one


def links(full: Sequence[Fill], places: Sequence[tuple[Any, ...]], widths: Sequence[int]) -> list[Link]:
    """Return how each line stands to the one above it, and the page's end to the last line."""
    gaps = [*[place[1] > 0 for place in places], True]
    set_in = [*[place[3] for place in places], False]
    opens = [*[place[4] or (place[-1] - 1 if place[-1] >= CLAUSE else 0) for place in places], True]
    closes = [False, *[place[5] for place in places]]
    fills = [(fit, end, short) for fit, _, end, short, _ in (EDGE, *full, EDGE)]
    steps = [max(-WIDER, min(below - above, WIDER)) for above, below in zip([0, *widths], [*widths, 0], strict=True)]
    return [
        (*upper, closed, *lower, opened, indented, gap, wider)
        for upper, lower, closed, opened, indented, gap, wider in zip(
            fills, fills[1:], closes, opens, set_in, gaps, steps, strict=False
        )
    ]
