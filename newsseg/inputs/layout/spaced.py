"""Spaced headlines: characters that stand alone in a row, all as far apart, and were drawn one after another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsseg.inputs.layout.glyphs import CENTRED, HAN, SAME_LINE, WIDE, Glyph, Run

FEWEST = 3
"""Characters from which equal distances are no accident."""
EVEN = 0.1
"""Of the type size: how much the distances differ."""
SIZES = 1.02
"""Ratio of their sizes, at most."""
SKIPPED = 2
"""Places in the order of drawing from one to the next, at most: a blank may have been drawn between them."""


def spaced_out(rows: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of ``rows`` (their places; from top to bottom) that follow each other in a spaced headline."""
    alone = [i for i, run in enumerate(rows) if len(run.glyphs) == 1 and not run.vertical]
    heights = [run.glyphs[0].y1 for run in rows]
    group: list[int] = []
    for i in sorted(alone, key=lambda i: rows[i].order):
        if group and not _goes_on([rows[j] for j in group[-2:]], rows[i]):
            yield from _pairs(rows, heights, group)
            group = []
        group.append(i)
    yield from _pairs(rows, heights, group)


def _pairs(rows: Sequence[Run], heights: Sequence[float], group: Sequence[int]) -> Iterator[tuple[int, int]]:
    glyphs = [rows[i].glyphs[0] for i in group]
    if len(group) < FEWEST or 2 * sum(glyph.text >= HAN for glyph in glyphs) <= len(glyphs):
        return
    pitch = _middle(glyphs[1]) - _middle(glyphs[0])
    below = sum(_is_closer(rows, heights, rows[i].glyphs[0], pitch) for i in group)
    if 2 * below < len(group):
        yield from pairwise(group)


def _goes_on(last: Sequence[Run], run: Run) -> bool:
    """Tell whether ``run`` follows the ``last`` one or two of a headline."""
    before, after = last[-1].glyphs[0], run.glyphs[0]
    pitch = _middle(after) - _middle(before)
    if not 0 < run.order - last[-1].order <= SKIPPED or abs(after.y1 - before.y1) > SAME_LINE * before.size:
        return False
    if not before.size < pitch < (1 + WIDE) * before.size or after.font != before.font or after.angle != before.angle:
        return False
    even = len(last) == 1 or abs(pitch - _middle(before) + _middle(last[0].glyphs[0])) < EVEN * before.size
    return even and 1 / SIZES < after.size / before.size < SIZES


def _is_closer(rows: Sequence[Run], heights: Sequence[float], glyph: Glyph, pitch: float) -> bool:
    """Tell whether a character stands closer below ``glyph`` than the next one beside it: then it is set downwards."""
    first, last = bisect_right(heights, glyph.y1 + glyph.size / 2), bisect_right(heights, glyph.y1 + pitch)
    near = CENTRED * glyph.size
    return any(
        len(run.glyphs) == 1
        and abs(_middle(run.glyphs[0]) - _middle(glyph)) < near
        and run.glyphs[0].size == glyph.size
        for run in rows[first:last]
    )


def _middle(glyph: Glyph) -> float:
    return (glyph.x0 + glyph.x1) / 2
