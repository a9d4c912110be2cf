"""Lines to blocks: lines of one size that stand below each other, as those of a column or a headline do."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsseg.inputs.layout.glyphs import turn
from newsseg.inputs.layout.textlines import CROWDED, TextLine


class Block(NamedTuple):
    """Lines below each other, and the box around them; ``leading`` leads from one baseline to the next."""

    lines: tuple[TextLine, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    leading: float

    @property
    def order(self) -> int:
        """Return the place of its first character in the order of drawing."""
        return self.lines[0].order

    @property
    def end(self) -> int:
        """Return the place after its last character in the order of drawing."""
        return self.lines[-1].end

    @property
    def characters(self) -> int:
        """Return how many characters stand in it."""
        return sum(len(line.text) for line in self.lines)


LEADING = (0.6, 2.2)
"""Of the type size: from one baseline to the next in a block."""
SIZES = 1.12
"""Ratio of the sizes of neighbours in a block; a headline and its deck differ by more."""
UNEVEN = 0.2
"""Of the leading: how much more, or less, parts two blocks."""
RARE = 0.2
"""Share of such gaps up to which they mean something; where there are more, the lines have no regular leading."""
EDGE = 0.6
"""Of the type size: how far the edges, or the middles, of a block's lines lie apart."""
INDENT = 4.5
"""Of the size of most lines: how far a line may begin behind its neighbours (an indent, a drop cap beside it)."""
ACROSS = 1.5
"""Of the type size: a line that reaches so far over the edge of the next column spans both; less is a ragged edge."""


def find_blocks(lines: Sequence[TextLine]) -> list[Block]:
    """Return the blocks that ``lines`` make; those of turned lines have their boxes on the page as it stands."""
    groups: dict[int, list[TextLine]] = defaultdict(list)
    for line in lines:
        groups[line.angle].append(line)
    blocks = _blocks(groups.pop(0, []))
    for angle, turned in groups.items():
        blocks += [block_of([_stood(line, angle) for line in block.lines]) for block in _blocks(turned)]
    return blocks


def _stood(line: TextLine, angle: int) -> TextLine:
    """Return a turned line with its box on the page."""
    cos, sin = turn(angle)
    corners = [(x * cos - y * sin, x * sin + y * cos) for x in (line.x0, line.x1) for y in (line.y0, line.y1)]
    x0, x1 = min(x for x, y in corners), max(x for x, y in corners)
    y0, y1 = min(y for x, y in corners), max(y for x, y in corners)
    return line._replace(left=x0, x0=x0, y0=y0, x1=x1, y1=y1)


def _blocks(lines: Sequence[TextLine]) -> list[Block]:
    if len(lines) > CROWDED:
        return [block_of([line]) for line in lines]
    downwards = _downwards(lines)
    apart = {line.order for block in downwards for line in block}
    rows = sorted((line for line in lines if line.order not in apart), key=lambda line: line.y1)
    indent = INDENT * sorted(line.size for line in rows)[len(rows) // 2] if rows else 0.0
    heights = [line.y1 for line in rows]
    below = [_nearest(rows, heights, i, 1, indent) for i in range(len(rows))]
    above = [_nearest(rows, heights, i, -1, indent) for i in range(len(rows))]
    following = {i: j for i, j in enumerate(below) if j >= 0 and above[j] == i}
    inner = set(following.values())
    blocks = [block_of(block) for block in downwards]
    for i in range(len(rows)):
        if i not in inner:
            block = [i]
            while block[-1] in following:
                block.append(following[block[-1]])
            blocks += [block_of(part) for part in _even([rows[j] for j in block])]
    return blocks


def _downwards(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Return the lines that are set from top to bottom, those beside each other together, from right to left.

    The last line of a title may have one character only: then nothing but its neighbour tells how it is set.
    """
    sizes = {round(line.size, 1) for line in lines if line.vertical}
    found = [line for line in lines if line.vertical or (round(line.size, 1) in sizes and len(line.text.strip()) == 1)]
    blocks: list[list[TextLine]] = []
    for line in sorted(found, key=lambda line: -line.x0):
        for block in blocks:
            last = block[-1]
            level = abs(last.y0 - line.y0) < EDGE * line.size and abs(last.size - line.size) < EDGE
            if level and 0 <= last.x0 - line.x1 + EDGE * line.size < LEADING[1] * line.size:
                block.append(line)
                break
        else:
            blocks.append([line])
    return [block for block in blocks if block[0].vertical]


def _even(lines: Sequence[TextLine]) -> list[Sequence[TextLine]]:
    """Return ``lines`` parted where they stand wider or closer than all others do: a caption above its text."""
    gaps = [after.y1 - before.y1 for before, after in pairwise(lines)]
    usual = sorted(gaps)[len(gaps) // 2] if gaps else 0.0
    odd = [i for i, gap in enumerate(gaps, 1) if abs(gap - usual) > UNEVEN * usual]
    if not odd or len(odd) > RARE * len(gaps):
        return [lines]
    return [lines[start:end] for start, end in pairwise([0, *odd, len(lines)])]


def block_of(lines: Sequence[TextLine]) -> Block:
    """Return the block of ``lines``."""
    gaps = sorted(after.y1 - before.y1 for before, after in pairwise(lines))
    size = sorted(line.size for line in lines)[len(lines) // 2]
    # A few lines may hang over the edge, and some are indented.
    x0, y0 = sorted(line.left for line in lines)[len(lines) // 4], min(line.y0 for line in lines)
    x1, y1 = max(line.x1 for line in lines), max(line.y1 for line in lines)
    return Block(tuple(lines), x0, y0, x1, y1, size, gaps[len(gaps) // 2] if gaps else size * LEADING[1])


def _nearest(rows: Sequence[TextLine], heights: Sequence[float], i: int, side: int, indent: float) -> int:
    """Return the neighbour of line ``i`` below (``side`` 1) or above it (-1) in its block, or -1."""
    line = rows[i]
    low, high = sorted(factor * line.size * side for factor in LEADING)
    window = range(bisect_left(heights, line.y1 + low), bisect_right(heights, line.y1 + high))
    met = [j for j in window if j != i and _meet(line, rows[j], indent)]
    if not met:
        return -1
    near = min(abs(heights[j] - line.y1) for j in met)
    row = [j for j in met if abs(heights[j] - line.y1) < near + EDGE * min(line.size, rows[j].size)]
    if sum(_overlap(line, rows[j]) > ACROSS * line.size for j in row) > 1:
        return -1
    fits = [j for j in row if _fits(line, rows[j], indent)]
    return min(fits, key=lambda j: abs(rows[j].left - line.left)) if fits else -1


def _overlap(one: TextLine, other: TextLine) -> float:
    """Return how much of their width two lines share."""
    return min(one.x1, other.x1) - max(one.left, other.left)


def _meet(one: TextLine, other: TextLine, indent: float) -> bool:
    """Tell whether a line stands above the other: they begin near each other, or share more than a ragged edge."""
    narrow = min(one.x1 - one.left, other.x1 - other.left) / 2
    shared = min(ACROSS * one.size, narrow)
    return _overlap(one, other) > shared or abs(one.left - other.left) <= indent


def _fits(one: TextLine, other: TextLine, indent: float) -> bool:
    """Tell whether two lines that meet may be neighbours in a block."""
    size = min(one.size, other.size)
    if max(one.size, other.size) > SIZES * size:
        return False
    near = EDGE * size
    if abs(one.left - other.left) <= indent or abs(one.left + one.x1 - other.left - other.x1) / 2 <= near:
        return True
    wide, narrow = (one, other) if one.x1 - one.left > other.x1 - other.left else (other, one)
    return wide.left - near <= narrow.left and narrow.x1 <= wide.x1 + size
