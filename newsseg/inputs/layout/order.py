"""The order of reading: articles one after another, their headlines before them, nothing left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import NamedTuple

from newsseg.engine.lines import CLOSING, ends_sentence
from newsseg.inputs.layout.blocks import Block, find_blocks
from newsseg.inputs.layout.caps import with_caps
from newsseg.inputs.layout.flows import find_flows
from newsseg.inputs.layout.heads import Heads, body_size, displays
from newsseg.inputs.layout.photos import NOTHING, Drawn
from newsseg.inputs.layout.textlines import TextLine
from newsseg.inputs.layout.under import under_heads


class Item(NamedTuple):
    """What is read together: blocks in order, and the box around them."""

    blocks: tuple[Block, ...]
    x0: float
    y0: float
    x1: float
    y1: float


HEAD = 6.0
"""Of the type size of the text: a headline (with what stands between) is no farther above it, or before it."""
BEFORE = 2.0
"""Of the type size of the text: a headline that stands before its text begins on the same level."""
CLOSE = 1.2
"""Of the leading: a subhead is no farther from its text."""
MOST = 600
"""Blocks of a newspaper page, at most; a page of more is a table or a plan, and all would be compared with all."""
TANGLED = 100
"""Items that overlap each other and are still taken apart one by one; the time grows with the square."""
SLACK = 0.6
"""Of the type size: boxes that overlap by less are beside each other (ragged edges)."""


def in_order(lines: Sequence[TextLine], captions: Sequence[Block] = (), drawn: Drawn = NOTHING) -> list[list[Block]]:
    """Return the blocks of a page in the order of reading; those of one flow, with their headlines, in one list.

    Of ``captions``, which are not among the ``lines``, each is a flow of its own. What is ``drawn`` tells what text
    goes on.
    """
    blocks = find_blocks(with_caps(lines))
    body = body_size(blocks)
    turned = [block for block in blocks if block.lines[0].angle]
    upright = [block for block in blocks if not block.lines[0].angle]
    if len(upright) > MOST:
        flows = [[block] for block in blocks]
    else:
        large = displays(upright)
        display = [block for block in upright if block.order in large]
        text = [block for block in upright if block.order not in large]
        under = under_heads(display, text, body)
        apart = {block.order for blocks in under.values() for block in blocks}
        display = [block for block in display if block.order not in apart]
        text = [block for block in text if block.order not in apart]
        heads = Heads(display, text, under, drawn)
        flows = _headed(find_flows(text, heads), heads, under) + [[block] for block in turned]
    flows += [[block] for block in captions]
    return [list(item.blocks) for item in cut([item_of(flow) for flow in flows], SLACK * body)]


def item_of(blocks: Iterable[Block]) -> Item:
    """Return ``blocks`` as one item."""
    whole = tuple(blocks)
    x0, y0 = min(block.x0 for block in whole), min(block.y0 for block in whole)
    return Item(whole, x0, y0, max(block.x1 for block in whole), max(block.y1 for block in whole))


def _headed(flows: Sequence[Sequence[Block]], heads: Heads, under: Mapping[int, Sequence[Block]]) -> list[list[Block]]:
    """Return the flows with the display blocks that belong to them; one that belongs to none is a flow of its own.

    What stands ``under`` a display block goes with it.
    """
    headed = [list(flow) for flow in flows]
    groups: dict[int, list[Block]] = defaultdict(list)
    for k in sorted(range(len(heads.blocks)), key=lambda k: -heads.blocks[k].y1):
        head = heads.blocks[k]
        distance, place, i = _column(head, headed)
        if distance < heads.apart(k):
            headed[place][i:i] = [head, *under.get(head.order, ())]
        else:
            groups[heads.groups[k]] += [head, *under.get(head.order, ())]
    boxes = [item_of(flow) for flow in flows]
    for group in groups.values():
        title = item_of(sorted(group, key=lambda block: (block.y0, block.x0)))
        signed = any(block.order in under for block in group)
        near = [(gap, i) for i, box in enumerate(boxes) if (gap := _gap(title, box, signed=signed)) is not None]
        if near:
            headed[min(near)[1]][:0] = title.blocks
        else:
            headed.append(list(title.blocks))
    return headed


def _column(head: Block, flows: Sequence[Sequence[Block]]) -> tuple[float, int, int]:
    """Return the flow, and the place in it, that a subhead takes: before the block below it, or after the one above.

    How far it stands from that block comes first.
    """
    below, above = [], []
    for i, flow in enumerate(flows):
        for j, block in enumerate(flow):
            inside = block.x0 - block.size <= head.x0 and head.x1 <= block.x1 + block.size
            if inside and block.size < head.size:
                near = CLOSE * block.leading
                below += [(block.y0 - head.y1, i, j)] * (-near / 2 < block.y0 - head.y1 < near)
                above += [(head.y0 - block.y1, i, j + 1)] * (-near / 2 < head.y0 - block.y1 < near)
    return min(below or above, default=(inf, 0, 0))


def _gap(head: Item, box: Item, *, signed: bool) -> float | None:
    """Return how far a headline stands above a flow's text, or beside it (in it: 0), or None where it is elsewhere.

    Below one that is ``signed``, by a line under it, its text begins, whatever stands around it.
    """
    first = box.blocks[0]
    near = first.size / 2
    if len(box.blocks) == len(first.lines) == 1:
        return None
    if box.x0 <= (head.x0 + head.x1) / 2 <= box.x1:
        if box.y0 - near <= head.y0 and head.y1 <= box.y1 + near:
            return HEAD * first.size if _ends_above(head, box, signed=signed) else 0.0
        gap = box.y0 - head.y1
        return gap if -2 * near < gap < HEAD * first.size else None
    level = abs(head.y0 - box.y0) < BEFORE * first.size
    for gap, doubt in ((box.x0 - head.x1, 0.0), (head.x0 - box.x1, HEAD * first.size)):
        if level and -near < gap < HEAD * first.size:
            return gap + doubt  # at the right of its text only where it is not before another
    return None


def _ends_above(head: Item, box: Item, *, signed: bool) -> bool:
    """Tell whether a flow's columns end above a headline in its box: another text begins in the corner left free.

    Where its last sentence goes on, it runs around its own headline.
    """
    last = box.blocks[-1].lines[-1].text
    over = [block for block in box.blocks if block.x0 < head.x1 and head.x0 < block.x1]
    ended = signed or ends_sentence(last) or last[-1] in CLOSING
    return ended and bool(over) and all(block.y1 <= head.y0 + block.size for block in over)


def cut(items: Sequence[Item], slack: float) -> list[Item]:
    """Return the items from top to bottom and from left to right: cut into rows, these into columns, and so on."""
    if not items:
        return []
    for low, high in ((2, 4), (1, 3)):  # rows first
        parts = _parts(items, low, high, slack)
        if len(parts) > 1:
            return [item for part in parts for item in cut(part, slack)]
    rest = sorted(items, key=lambda item: (item.y0, item.x0))
    return [rest[0], *cut(rest[1:], slack)] if len(rest) <= TANGLED else rest


def _parts(items: Sequence[Item], low: int, high: int, slack: float) -> list[list[Item]]:
    """Return the items in parts that no item crosses, seen along one side of their boxes."""
    parts: list[list[Item]] = []
    end = 0.0
    for item in sorted(items, key=lambda item: float(item[low])):  # type: ignore[arg-type]
        if not parts or float(item[low]) > end - slack:  # type: ignore[arg-type]
            parts.append([])
            end = float(item[high])  # type: ignore[arg-type]
        parts[-1].append(item)
        end = max(end, float(item[high]))  # type: ignore[arg-type]
    return parts
