"""Blocks to flows: blocks of text that are read one after another, as the columns of an article are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsseg.engine.lines import CLOSING, ends_sentence
from newsseg.inputs.layout.blocks import INDENT, Block
from newsseg.inputs.layout.heads import SUBHEAD, Heads

SAME = 1.03
"""Ratio of sizes within a flow; they differ by rounding only."""
LEVEL = 0.7
"""Of the leading: how far first lines of columns that stand level lie apart."""
GUTTER = 3.0
"""Of the type size: gutters are narrower; what is wider holds a picture, or another article."""
STEP = 2.5
"""Of the leading: how far below each other the parts of one column may stand (a blank line between them)."""
FAR, THROUGH = 15.0, 0.1
"""Of the leading: how far a column may go on below a headline or a picture that it runs around; and the points."""
FULL = 0.8
"""Of a column's width: a line that ends a paragraph may be shorter, another one is not."""
INDENTED = 0.02
"""Share of indented lines from which a page indents its paragraphs."""
SEEN = 2
"""Points below which the place alone tells too little: a sentence must go on as well."""
GOES_ON = 3
"""Points for a sentence that goes on."""
SURE = 6
"""Points for a sentence that goes on in what was drawn next."""
APART = 5
"""Points against columns that different headlines stand over: a sentence that goes on outweighs them."""
ENOUGH = 4
"""Points that make one block the continuation of another."""


class Page(NamedTuple):
    """What is known of a page when its blocks are compared."""

    blocks: Sequence[Block]
    heads: Heads
    tops: Sequence[Sequence[float]]
    ends: Sequence[bool]
    indents: bool


def find_flows(blocks: Sequence[Block], heads: Heads) -> list[list[Block]]:
    """Return the blocks of text in flows; the surest continuations are settled first."""
    tops, ends = _columns(blocks, heads)
    page = Page(blocks, heads, tops, ends, _indents(blocks))
    framed = [heads.framed(block) for block in blocks]
    pairs = [
        (points, -abs(blocks[j].order - blocks[i].end), i, j)
        for i in range(len(blocks))
        for j in range(len(blocks))
        if i != j and framed[i] == framed[j] and (points := _points(page, i, j)) >= ENOUGH
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


def _columns(blocks: Sequence[Block], heads: Heads) -> tuple[list[list[float]], list[bool]]:
    """Return where each block begins, and those above it in its column; and whether it is the last one of its column.

    Nothing but subheads stands between the blocks of a column.
    """
    tops = [[block.y0, heads.top(block)] for block in blocks]
    ends = [True] * len(blocks)
    for i in sorted(range(len(blocks)), key=lambda i: blocks[i].y0):
        above = [j for j, block in enumerate(blocks) if _is_below(block, blocks[i]) and _one(block, blocks[i], heads)]
        if above:
            last = max(above, key=lambda j: blocks[j].y1)
            tops[i] += tops[last]
            ends[last] = False
    return tops, ends


def _one(before: Block, after: Block, heads: Heads) -> bool:
    """Tell whether ``after`` stands in the column of ``before``, below it, and no headline parts them."""
    step = _step(before, after, heads)
    drawn = after.order == before.end and _reads_on(before, after, indents=True) >= GOES_ON
    return step >= 1 or (step == THROUGH and drawn)


def _is_below(before: Block, after: Block) -> bool:
    inside = after.x0 - before.x0
    if (inside > 0 and len(after.lines) == 1) or (inside < 0 and len(before.lines) == 1):
        near = INDENT * before.size  # one line alone may be the first of a paragraph
    else:
        near = before.size
    return abs(inside) <= near and after.y0 > before.y1 - before.size


def _step(before: Block, after: Block, heads: Heads) -> float:
    """Return how surely ``after`` goes on below ``before`` in its column: 3 to 1, or 0."""
    if heads.ruled(before, after):
        return 0
    between = heads.between(before, after)
    gap = after.lines[0].y1 - before.lines[-1].y1 - sum(block.y1 - block.y0 for block in between)
    gap -= heads.pictured(before, after)
    if gap > STEP * before.leading + len(between) * before.leading:
        return THROUGH if gap < FAR * before.leading else 0
    if between:
        return 3 if all(block.size < SUBHEAD * before.size for block in between) else 0.5
    return 3 if gap < STEP / 2 * before.leading else 2


def _points(page: Page, i: int, j: int) -> float:
    """Return how surely block ``j`` continues block ``i``."""
    before, after = page.blocks[i], page.blocks[j]
    if max(before.size, after.size) > SAME * min(before.size, after.size):
        return 0
    if after.x0 - before.x0 > INDENT * before.size:
        points = _across(page, i, j)
    elif _is_below(before, after):
        points = _step(before, after, page.heads)
    else:
        return 0
    if not points:
        return 0
    read = _reads_on(before, after, indents=page.indents)
    if points < SEEN and read < GOES_ON:
        return 0
    if after.order == before.end:
        return points + read + (SURE if read >= GOES_ON else 2)
    return points + read + 2 * page.heads.drawn_between(before.end, after.order)


def _across(page: Page, i: int, j: int) -> float:
    """Return how surely block ``j`` is the next column of block ``i``, from where they stand."""
    before, after = page.blocks[i], page.blocks[j]
    begins = page.tops[j][:2]
    near = LEVEL * min(before.leading, after.leading)
    level = any(abs(begin - top) <= near for top in page.tops[i] for begin in begins)
    foot = abs(after.y1 - before.y1) <= near
    if min(before.y1, after.y1) < max(min(page.tops[i]), after.y0):
        return 0
    points = 3.0 * level + (after.y1 <= before.y1 + near) + foot
    points += 1 if after.x0 - before.x1 <= GUTTER * before.size else -1
    points -= 0 if page.ends[i] else GOES_ON
    points -= GOES_ON * sum(_lies_between(block, before, after) for block in page.blocks)
    points -= SURE * any(_lies_between(block, before, after) for block in page.heads.blocks)
    mine, theirs = page.heads.over(min(page.tops[i]), before), page.heads.over(after.y0, after)
    if mine & theirs:
        points += 2
    elif page.heads.part(mine, theirs):
        points -= APART
    return points


def _lies_between(block: Block, before: Block, after: Block) -> bool:
    if block is before or block is after or not before.x0 + before.size < block.x0 < after.x0 - after.size:
        return False
    long = block.y1 - block.y0 > 2 * before.leading
    return long and block.y0 < min(before.y1, after.y1) and block.y1 > max(before.y0, after.y0)


def _reads_on(before: Block, after: Block, *, indents: bool) -> float:
    """Return what the text says: a sentence goes on, or a paragraph begins."""
    last, first = before.lines[-1], after.lines[0]
    left = min(after.x0, before.x0) if _is_below(before, after) else after.x0
    begins = first.x0 - left > after.size
    full = last.x1 - before.x0 > FULL * (before.x1 - before.x0) or len(before.lines) == 1
    if not full or ends_sentence(last.text) or last.text[-1] in CLOSING:
        return 1 if begins else -2 if indents else 0
    if begins and len(before.lines) > 1 and ends_sentence(before.lines[-2].text):
        return 0  # the last line may be a subhead
    return -GOES_ON if begins else GOES_ON
