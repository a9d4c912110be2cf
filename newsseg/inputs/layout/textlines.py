"""Runs to lines: runs of one line joined, those of neighbouring columns kept apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from newsseg.inputs.layout.edges import left_edges, opens, parted, row_by_row
from newsseg.inputs.layout.glyphs import (
    DOWN,
    HAN,
    SAME_LINE,
    SAME_SIZE,
    SQUEEZED,
    TOUCHING,
    WIDE,
    Glyph,
    Run,
    find_runs,
    stands_below,
)
from newsseg.inputs.layout.spaced import spaced_out


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


FEWEST = 3
"""Gaps from which it is no accident that most letters of a line stand apart."""
LOOSE = 0.5
"""Of the type size: how much wider than the gaps of such a line one with a blank is."""
WIDER = 0.15
"""Of the type size: the same in a line whose letters stand close."""
STACKED = 3
"""Characters below each other from which no accident has put them there."""
CROWDED = 5000
"""Lines of a newspaper page, at most; where there are more, neighbours are not looked for: it would take minutes."""


def find_lines(glyphs: Sequence[Glyph]) -> list[TextLine]:
    """Return the lines of a page, in the order in which their first characters were drawn."""
    lines: list[TextLine] = []
    runs: dict[int, list[Run]] = defaultdict(list)
    for run in find_runs([glyph for glyph in glyphs if glyph.text]):
        runs[run.glyphs[0].angle].append(run)
    for turned in runs.values():
        rowwise = row_by_row(turned)
        whole = list(parted(turned, blind=rowwise))
        joined = list(_joined(whole, wide=not rowwise)) if len(whole) <= CROWDED else [[run] for run in whole]
        lines += [line for group in _stacked(joined) if (line := _line(group)).text]
    lines.sort(key=lambda line: line.order)
    return lines


def _line(runs: Sequence[Run]) -> TextLine:
    """Return the line that ``runs`` make, which stand in its direction."""
    glyphs = [glyph for run in runs for glyph in run.glyphs]
    text = _text(runs)
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


def _text(runs: Sequence[Run]) -> str:
    """Return the text of a line, with a blank for each gap; where most letters stand apart, for each wider one."""
    glyphs = [glyph for run in runs for glyph in run.glyphs]
    firsts = {id(run.glyphs[0]) for run in runs}
    apart = [glyph.spaced or id(glyph) in firsts for glyph in glyphs[1:]]
    usual = -inf
    if any(apart) and len(apart) >= FEWEST and not runs[0].vertical:
        gaps = sorted((after.x0 - before.x1) / after.size for before, after in pairwise(glyphs))
        usual = gaps[len(gaps) // 2] + (LOOSE if 2 * sum(apart) > len(apart) else WIDER)
    parts = [glyphs[0].text]
    for (before, after), gap in zip(pairwise(glyphs), apart, strict=True):
        blank = gap and (after.x0 - before.x1) / after.size > usual
        parts.append(" " + after.text if blank else after.text)
    return "".join(parts)


def _joined(runs: Iterable[Run], *, wide: bool) -> Iterator[list[Run]]:
    """Yield the runs of each line together; where ``wide``, runs drawn one after another may stand apart."""
    rows = sorted(runs, key=lambda run: run.glyphs[0].y1)
    heights = [run.glyphs[0].y1 for run in rows]
    edges = left_edges(rows)
    after = dict(spaced_out(rows))
    placed = set(after.values())
    for i, run in enumerate(rows):
        if run.vertical or i in placed:
            continue
        first = run.glyphs[0]
        reach = SAME_LINE * first.size
        row = range(bisect_left(heights, first.y1 - reach), bisect_right(heights, first.y1 + reach))
        edge = edges.get(round(first.x0), 0.0)
        spaced = len(run.glyphs) == 1 and first.size > SAME_SIZE * edge
        reach = WIDE if wide and (spaced or not edge) else TOUCHING
        found = [(abs(first.x0 - rows[j].glyphs[-1].x1), j) for j in row if j != i and _goes_on(rows[j], run, reach)]
        if found and not opens(run, rows, heights):
            before = min(found)[1]
            if before not in after:
                after[before] = i
    heads = set(range(len(rows))) - set(after.values())
    for head in sorted(heads):
        group = [head]
        while group[-1] in after:
            group.append(after[group[-1]])
        yield [rows[i] for i in group]


def _stacked(lines: Iterable[list[Run]]) -> Iterator[list[Run]]:
    """Yield the lines; characters that stand alone below each other, however they were drawn, as one set downwards."""
    columns: list[list[Run]] = []
    pieces = []
    for line in lines:
        if line[0].vertical or len(line) == len(line[0].glyphs) == 1:
            pieces.append(line[0])
        else:
            yield line
    for piece in sorted(pieces, key=lambda run: run.glyphs[0].y1):
        for column in columns:
            if stands_below(column[-1].glyphs[-1], piece.glyphs[0], DOWN[1]):
                column.append(piece)
                break
        else:
            columns.append([piece])
    whole = [
        Run(tuple(glyph for run in column for glyph in run.glyphs), min(run.order for run in column), vertical=True)
        for column in columns
    ]
    sure = [run for run in whole if len(run.glyphs) >= STACKED and any(glyph.text >= HAN for glyph in run.glyphs)]
    for column, run in zip(columns, whole, strict=True):
        if len(column) > 1 and (run in sure or any(_rest(run, other) for other in sure)):
            yield [run]
        else:
            yield from ([run] for run in column)


def _rest(run: Run, other: Run) -> bool:
    """Tell whether a short column of characters is the next line of a title that is set downwards."""
    first, size = run.glyphs[0], other.glyphs[0].size
    alike = 1 / SAME_SIZE < first.size / size < SAME_SIZE and abs(first.y1 - other.glyphs[0].y1) < SAME_LINE * size
    return alike and first.text >= HAN and 0 < min(glyph.x0 for glyph in other.glyphs) - first.x0 < WIDE * size


def _goes_on(before: Run, after: Run, reach: float) -> bool:
    """Tell whether ``after`` may go on in the line of ``before``, from the two alone.

    The gap may be as wide as ``reach`` where they were drawn one after the other.
    """
    last, first = before.glyphs[-1], after.glyphs[0]
    if before.vertical or not 1 / SAME_SIZE < first.size / last.size < SAME_SIZE:
        return False
    gap = (first.x0 - last.x1) / last.size
    if gap < SQUEEZED or first.x0 <= max(last.x0, before.glyphs[0].x0):
        return False
    return gap <= TOUCHING or (gap <= reach and after.order == before.order + len(before.glyphs))
