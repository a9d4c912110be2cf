"""Blocks to flows: blocks of text that are read one after another, as the columns of an article are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsseg.layout.blocks import INDENT, Block
from newsseg.layout.heads import Heads
from newsseg.lines import CLOSING, ends_sentence

SAME = 1.03
"""Ratio of sizes within a flow; they differ by rounding only."""
LEVEL = 0.7
"""Of the leading: how far first lines of columns that stand level lie apart."""
GUTTER = 3.0
"""Of the type size: gutters are narrower; what is wider holds a picture, or another article."""
STEP = 2.5
"""Of the leading: how far below each other the parts of one column may stand (a blank line between them)."""
SUBHEAD = 1.6
"""Ratio to the size of the text: what stands in a column and is larger is no subhead but another headline."""
FULL = 0.8
"""Of a column's width: a line that ends a paragraph may be shorter, another one is not."""
INDENTED = 0.02
"""Share of indented lines from which a page indents its paragraphs."""
ENOUGH = 4
"""Points that make one block the continuation of another."""


class Page(NamedTuple):
    """What is known of a page when its blocks are compared."""

    blocks: Sequence[Block]
    heads: Heads
    tops: Sequence[Sequence[float]]
    indents: bool


def find_flows(blocks: Sequence[Block], heads: Heads) -> list[list[Block]]:
    """Return the blocks of text in flows; the surest continuations are settled first."""
    page = Page(blocks, heads, _tops(blocks, heads), _indents(blocks))
    pairs = [
        (points, -abs(after.order - before.end), i, j)
        for i, before in enumerate(blocks)
        for j, after in enumerate(blocks)
        if i != j and (points := _points(page, i, before, after)) >= ENOUGH
    ]
    following: dict[int, int] = {}
    first = list(range(len(blocks)))  # of the flow that a block ends
    taken: set[int] = set()
    for _sure, _near, i, j in sorted(pairs, reverse=True):
        if i not in following and j not in taken and first[i] != j:
            following[i] = end = j
            taken.add(j)
            while end in following:
                end = following[end]
            first[end] = first[i]
    return [[blocks[k] for k in _along(i, following)] for i in range(len(blocks)) if i not in taken]


def _along(i: int, following: dict[int, int]) -> Iterator[int]:
    yield i
    while i in following:
        i = following[i]
        yield i


def _indents(blocks: Sequence[Block]) -> bool:
    lines = [line.x0 - block.x0 > block.size for block in blocks for line in block.lines]
    return sum(lines) > INDENTED * len(lines)


def _tops(blocks: Sequence[Block], heads: Heads) -> list[list[float]]:
    """Return where each block begins, and those above it in its column, with nothing but subheads between."""
    tops: list[list[float]] = [[block.y0] for block in blocks]
    for i in sorted(range(len(blocks)), key=lambda i: blocks[i].y0):
        above = [j for j, block in enumerate(blocks) if _is_below(block, blocks[i]) and _step(block, blocks[i], heads)]
        if above:
            tops[i] += tops[max(above, key=lambda j: blocks[j].y1)]
    return tops


def _is_below(before: Block, after: Block) -> bool:
    return abs(after.x0 - before.x0) <= before.size and after.y0 > before.y1 - before.size


def _step(before: Block, after: Block, heads: Heads) -> float:
    """Return how surely ``after`` goes on below ``before`` in its column: 3 to 1, or 0."""
    between = heads.between(before, after)
    gap = after.lines[0].y1 - before.lines[-1].y1 - sum(block.y1 - block.y0 for block in between)
    if gap > STEP * before.leading + len(between) * before.leading:
        return 0
    if between:
        return 1 if all(block.size < SUBHEAD * before.size for block in between) else 0.5
    return 3 if gap < STEP / 2 * before.leading else 2


def _points(page: Page, i: int, before: Block, after: Block) -> float:
    """Return how surely ``after`` continues ``before``."""
    if max(before.size, after.size) > SAME * min(before.size, after.size):
        return 0
    if after.x0 - before.x0 > INDENT * before.size:
        points = _across(page, i, before, after)
    elif _is_below(before, after):
        points = _step(before, after, page.heads)
    else:
        return 0
    if not points:
        return 0
    drawn = 2 if after.order == before.end or page.heads.drawn_between(before.end, after.order) else 0
    return points + drawn + _reads_on(before, after, indents=page.indents)


def _across(page: Page, i: int, before: Block, after: Block) -> float:
    """Return how surely ``after`` is the next column of ``before``, from where they stand."""
    near = LEVEL * min(before.leading, after.leading)
    level = any(abs(after.y0 - top) <= near for top in page.tops[i])
    foot = abs(after.y1 - before.y1) <= near
    if not level and not foot:
        return 0
    points = 3.0 * level + (after.y1 <= before.y1 + near) + foot
    points += 1 if after.x0 - before.x1 <= GUTTER * before.size else -1
    points -= 3 * sum(_lies_between(block, before, after) for block in page.blocks)
    mine, theirs = page.heads.over(min(page.tops[i]), before), page.heads.over(after.y0, after)
    if mine and theirs:
        points += 2 if mine & theirs else -3
    return points


def _lies_between(block: Block, before: Block, after: Block) -> bool:
    if block is before or block is after or not before.x0 + before.size < block.x0 < after.x0 - after.size:
        return False
    return len(block.lines) > 1 and block.y0 < min(before.y1, after.y1) and block.y1 > max(before.y0, after.y0)


def _reads_on(before: Block, after: Block, *, indents: bool) -> float:
    """Return what the text says: a sentence goes on, or a paragraph begins."""
    last, first = before.lines[-1], after.lines[0]
    begins = first.x0 - after.x0 > after.size
    full = last.x1 - before.x0 > FULL * (before.x1 - before.x0) or len(before.lines) == 1
    if not full or ends_sentence(last.text) or last.text[-1] in CLOSING:
        return 1 if begins else -2 if indents else 0
    return -3 if begins else 3
