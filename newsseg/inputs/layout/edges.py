"""The left edges of columns: what keeps the lines of neighbours apart where they touch."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newsseg.inputs.layout.glyphs import SAME_LINE, SAME_SIZE, Glyph, Run

ALIGNED = 0.25
"""Of the type size: how far the left edges of a column's lines lie apart."""
NEAR = 5.2
"""Of the type size: how far above or below a line others tell of its column's edge."""
WITNESSES, BLIND_WITNESSES = 2, 3
"""Lines that make an edge sure; more where nothing but the edge tells that a line crosses it."""
WORD = 3
"""Glyphs from which a run tells of a column; shorter ones are parts of spaced headlines."""
COLUMN = 5
"""Runs anywhere on the page that begin at one distance from its edge: a column does."""
GAP = 0.1
"""Of the type size: where columns touch, a gutter differs by more from no gap at all."""
ROW_BY_ROW = 0.2
"""Share of runs drawn to the right of the one before from which a page was drawn row by row, across its columns."""


def row_by_row(runs: Sequence[Run]) -> bool:
    """Tell whether a page was drawn in rows across its columns."""
    right = 0
    for before, after in pairwise(runs):
        last, first = before.glyphs[-1], after.glyphs[0]
        right += abs(first.y1 - last.y1) < SAME_LINE * last.size and first.x0 > last.x0
    return right > ROW_BY_ROW * len(runs)


def parted(runs: Sequence[Run], *, blind: bool) -> Iterator[Run]:
    """Yield the runs, those that cross into another column cut at its edge (drawn row by row, they touched).

    ``blind`` runs may touch without a gap.
    """
    edges: dict[tuple[int, int], list[float]] = defaultdict(list)
    for run in runs:
        first = run.glyphs[0]
        if len(run.glyphs) >= WORD and not run.vertical:
            edges[round(first.x0), round(first.size)].append(first.y1)
    for run in runs:
        start = 0
        if not run.vertical:
            for i in range(WORD, len(run.glyphs)):
                before, after = run.glyphs[i - 1], run.glyphs[i]
                apart = abs(after.x0 - before.x1) > GAP * after.size
                if (apart or blind) and _edge(edges, after) >= (WITNESSES if apart else BLIND_WITNESSES):
                    yield Run(run.glyphs[start:i], run.order + start)
                    start = i
        yield Run(run.glyphs[start:], run.order + start, run.vertical) if start else run


def _edge(edges: dict[tuple[int, int], list[float]], glyph: Glyph) -> int:
    """Return how many runs above and below begin where ``glyph`` stands."""
    place, size, reach = round(glyph.x0), round(glyph.size), NEAR * glyph.size
    found = [edges.get((x, size), ()) for x in (place - 1, place, place + 1)]
    return sum(0 < abs(y - glyph.y1) < reach for heights in found for y in heights)


def left_edges(runs: Iterable[Run]) -> dict[int, float]:
    """Return where columns begin on the page, and their type size; where only their indented lines do is left out."""
    edges: Counter[int] = Counter()
    sizes: dict[int, float] = {}
    for run in runs:
        if len(run.glyphs) >= WORD:
            edges[round(run.glyphs[0].x0)] += 1
            sizes[round(run.glyphs[0].x0)] = run.glyphs[0].size

    def indents(place: int) -> bool:
        near = range(round(place - 3 * sizes[place]), round(place - sizes[place] / 2))
        return any(edges.get(x, 0) > edges[place] for x in near)

    return {place: sizes[place] for place, count in edges.items() if count >= COLUMN and not indents(place)}


def opens(run: Run, rows: Sequence[Run], heights: Sequence[float]) -> bool:
    """Tell whether ``run`` begins at the left edge of a column: runs above and below begin there, too.

    Smaller ones tell nothing of a character of a spaced headline, which stands over several columns.
    """
    first = run.glyphs[0]
    reach, low = NEAR * first.size, SAME_LINE * first.size
    found = 0
    for other in rows[bisect_left(heights, first.y1 - reach) : bisect_right(heights, first.y1 + reach)]:
        head = other.glyphs[0]
        if abs(head.x0 - first.x0) <= ALIGNED * first.size and abs(head.y1 - first.y1) > low:
            like = len(run.glyphs) > 1 or first.size < SAME_SIZE * head.size
            found += like and len(other.glyphs) >= WORD and not other.vertical
    return found >= WITNESSES
