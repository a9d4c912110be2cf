"""The order of reading: articles one after another, their headlines before them, nothing left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsseg.layout.blocks import Block, find_blocks
from newsseg.layout.flows import find_flows
from newsseg.layout.heads import SUBHEAD, Heads, body_size, is_display
from newsseg.layout.textlines import TextLine


class Item(NamedTuple):
    """What is read together: blocks in order, and the box around them."""

    blocks: tuple[Block, ...]
    x0: float
    y0: float
    x1: float
    y1: float


HEAD = 6.0
"""Of the type size of the text: a headline (with what stands between) is no higher above it."""
SLACK = 0.6
"""Of the type size: boxes that overlap by less are beside each other (ragged edges)."""


def in_order(lines: Sequence[TextLine]) -> list[list[Block]]:
    """Return the blocks of a page in the order of reading; those of one flow, with their headlines, in one list."""
    blocks = find_blocks(lines)
    body = body_size(blocks)
    display = [block for block in blocks if is_display(block, body)]
    heads = Heads(display)
    text = [block for block in blocks if not is_display(block, body)]
    flows = find_flows(text, heads)
    items = [item_of(blocks) for blocks in _headed(flows, display)]
    return [list(item.blocks) for item in cut(items, SLACK * body)]


def item_of(blocks: Iterable[Block]) -> Item:
    """Return ``blocks`` as one item."""
    whole = tuple(blocks)
    x0, y0 = min(block.x0 for block in whole), min(block.y0 for block in whole)
    return Item(whole, x0, y0, max(block.x1 for block in whole), max(block.y1 for block in whole))


def _headed(flows: Sequence[Sequence[Block]], display: Sequence[Block]) -> list[list[Block]]:
    """Return the flows with the display blocks that belong to them; one that belongs to none is a flow of its own."""
    headed = [list(flow) for flow in flows]
    boxes = [item_of(flow) for flow in flows]
    for head in sorted(display, key=lambda block: -block.y1):
        near = [(gap, i) for i, box in enumerate(boxes) if (gap := _gap(head, box, flows[i])) is not None]
        if near:
            _place(head, headed[min(near)[1]])
        else:
            headed.append([head])
    return headed


def _gap(head: Block, box: Item, flow: Sequence[Block]) -> float | None:
    """Return how far ``head`` stands above a flow's text (or in it: 0), or None where it stands elsewhere."""
    middle = (head.x0 + head.x1) / 2
    if len(flow) == 1 and len(flow[0].lines) == 1:
        return None
    if not box.x0 <= middle <= box.x1:
        return None
    near = flow[0].size / 2
    if box.y0 - near <= head.y0 and head.y1 <= box.y1 + near:
        return 0.0
    gap = box.y0 - head.y1
    return gap if -head.size < gap < HEAD * flow[0].size else None


def _place(head: Block, flow: list[Block]) -> None:
    """Put ``head`` first, or as a subhead before the block of its column that it stands over, or under which it stands."""
    near = 2 * flow[-1].leading
    column = [
        (i, block)
        for i, block in enumerate(flow)
        if block is not head and block.x0 - block.size <= head.x0 and head.x1 <= block.x1 + block.size
    ]
    below = [(block.y0 - head.y1, i) for i, block in column if -near / 2 < block.y0 - head.y1 < near]
    above = [(head.y0 - block.y1, i + 1) for i, block in column if -near / 2 < head.y0 - block.y1 < near]
    subhead = head.size < SUBHEAD * flow[-1].size or (below and above)
    flow.insert(min(below or above, default=(0.0, 0))[1] if subhead else 0, head)


def cut(items: Sequence[Item], slack: float) -> list[Item]:
    """Return the items from top to bottom and from left to right: cut into rows, these into columns, and so on."""
    if len(items) < 2:
        return list(items)
    for low, high in ((2, 4), (1, 3)):  # rows first
        parts = _parts(items, low, high, slack)
        if len(parts) > 1:
            return [item for part in parts for item in cut(part, slack)]
    first = min(items, key=lambda item: (item.y0, item.x0))
    return [first, *cut([item for item in items if item is not first], slack)]


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
