"""Runs to lines: runs of one line joined, those of neighbouring columns kept apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsseg.layout.glyphs import SAME_LINE, SAME_SIZE, SQUEEZED, TOUCHING, Glyph, Run, find_runs


class TextLine(NamedTuple):
    """One line: its ``text`` (blanks before it kept) and the box of what is to be seen of it.

    ``left`` is where the line begins, blanks included; ``order`` the place of its first character as drawn.
    """

    text: str
    left: float
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    font: str
    order: int
    end: int
    angle: int = 0
    vertical: bool = False


WIDE = 2.5
"""Of the type size: the widest gap within a line whose characters were drawn one after another (a spaced headline)."""
ALIGNED = 0.25
"""Of the type size: how far the left edges of a column's lines lie apart."""
NEAR = 5.2
"""Of the type size: lines of a column follow each other closer; two of them above or below a run make its edge theirs."""
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


def find_lines(glyphs: Sequence[Glyph]) -> list[TextLine]:
    """Return the lines of a page, in the order in which their first characters were drawn."""
    lines: list[TextLine] = []
    runs: dict[int, list[Run]] = defaultdict(list)
    for run in find_runs([glyph for glyph in glyphs if glyph.text]):
        runs[run.glyphs[0].angle].append(run)
    for turned in runs.values():
        rowwise = _row_by_row(turned)
        joined = _joined(_parted(turned, blind=rowwise), wide=not rowwise)
        lines += [line for group in joined if (line := _line(group)).text]
    lines.sort(key=lambda line: line.order)
    return lines


def _line(runs: Sequence[Run]) -> TextLine:
    """Return the line that ``runs`` make, which stand in its direction."""
    glyphs = [glyph for run in runs for glyph in run.glyphs]
    text = " ".join([run.text for run in runs])
    seen = [glyph for glyph in glyphs if not glyph.text.isspace()]
    if not seen:
        return TextLine("", 0, 0, 0, 0, 0, 1, "", 0, 0)
    sizes = Counter((glyph.size, glyph.font) for glyph in seen)
    size, font = max(sizes, key=lambda key: sizes[key])
    x0, x1 = min(glyph.x0 for glyph in seen), max(glyph.x1 for glyph in seen)
    y0, y1 = min(glyph.y0 for glyph in seen), max(glyph.y1 for glyph in seen)
    last = runs[-1]
    end = last.order + len(last.glyphs)
    vertical = runs[0].vertical
    left = x0 if vertical else min(glyphs[0].x0, x0)
    return TextLine(text.rstrip(), left, x0, y0, x1, y1, size, font, runs[0].order, end, glyphs[0].angle, vertical)


def _parted(runs: Sequence[Run], *, blind: bool) -> Iterator[Run]:
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


def _row_by_row(runs: Sequence[Run]) -> bool:
    right = 0
    for before, after in pairwise(runs):
        last, first = before.glyphs[-1], after.glyphs[0]
        right += abs(first.y1 - last.y1) < SAME_LINE * last.size and first.x0 > last.x0
    return right > ROW_BY_ROW * len(runs)


def _edge(edges: dict[tuple[int, int], list[float]], glyph: Glyph) -> int:
    """Return how many runs above and below begin where ``glyph`` stands."""
    place, size, reach = round(glyph.x0), round(glyph.size), NEAR * glyph.size
    found = [edges.get((x, size), ()) for x in (place - 1, place, place + 1)]
    return sum(0 < abs(y - glyph.y1) < reach for heights in found for y in heights)


def _joined(runs: Iterable[Run], *, wide: bool) -> Iterator[list[Run]]:
    """Yield the runs of each line together; where ``wide``, runs drawn one after another may stand apart."""
    rows = sorted(runs, key=lambda run: run.glyphs[0].y1)
    heights = [run.glyphs[0].y1 for run in rows]
    edges = _edges(rows)
    after: dict[int, int] = {}
    for i, run in enumerate(rows):
        if run.vertical:
            continue
        first = run.glyphs[0]
        reach = SAME_LINE * first.size
        row = range(bisect_left(heights, first.y1 - reach), bisect_right(heights, first.y1 + reach))
        reach = WIDE if wide and round(first.x0) not in edges else TOUCHING
        found = [(abs(first.x0 - rows[j].glyphs[-1].x1), j) for j in row if j != i and _goes_on(rows[j], run, reach)]
        if found and not _opens(run, rows, heights):
            before = min(found)[1]
            if before not in after:
                after[before] = i
    heads = set(range(len(rows))) - set(after.values())
    for head in sorted(heads):
        group = [head]
        while group[-1] in after:
            group.append(after[group[-1]])
        yield [rows[i] for i in group]


def _edges(runs: Iterable[Run]) -> set[int]:
    """Return where columns begin on the page; where only their indented lines do is left out."""
    edges: Counter[int] = Counter()
    sizes: dict[int, float] = {}
    for run in runs:
        if len(run.glyphs) >= WORD:
            edges[round(run.glyphs[0].x0)] += 1
            sizes[round(run.glyphs[0].x0)] = run.glyphs[0].size

    def indents(place: int) -> bool:
        near = range(round(place - 3 * sizes[place]), round(place - sizes[place] / 2))
        return any(edges.get(x, 0) > edges[place] for x in near)

    return {place for place, count in edges.items() if count >= COLUMN and not indents(place)}


def _goes_on(before: Run, after: Run, reach: float) -> bool:
    """Tell whether ``after`` may go on in the line of ``before``, from the two alone.

    The gap may be as wide as ``reach`` where they were drawn one after the other.
    """
    last, first = before.glyphs[-1], after.glyphs[0]
    if before.vertical or not 1 / SAME_SIZE < first.size / last.size < SAME_SIZE:
        return False
    gap = (first.x0 - last.x1) / last.size
    if gap < SQUEEZED or first.x0 <= last.x0:
        return False
    return gap <= TOUCHING or (gap <= reach and after.order == before.order + len(before.glyphs))


def _opens(run: Run, rows: Sequence[Run], heights: Sequence[float]) -> bool:
    """Tell whether ``run`` begins at the left edge of a column: runs above and below begin there, too."""
    first = run.glyphs[0]
    reach, low = NEAR * first.size, SAME_LINE * first.size
    found = 0
    for other in rows[bisect_left(heights, first.y1 - reach) : bisect_right(heights, first.y1 + reach)]:
        head = other.glyphs[0]
        if abs(head.x0 - first.x0) <= ALIGNED * first.size and abs(head.y1 - first.y1) > low:
            found += len(other.glyphs) >= WORD and not other.vertical
    return found >= WITNESSES
