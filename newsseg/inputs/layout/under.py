"""Lines under headlines: small type between a headline and its text, as a by-line is set over several columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newsseg.inputs.layout.blocks import Block
from newsseg.inputs.layout.heads import DISPLAY

HEADLINE = 1.3
"""Ratio to its type from which a headline is no subhead: a line below a subhead is text."""
MOST = 2
"""Lines of a by-line: who reports, who helped."""
ROOM = 4.0
"""Of its type size: how much room a line under a headline has above it and below it, at most; a picture takes more."""
LAP = 0.5
"""Of its type size: how far its box may reach into the boxes above it and below it."""


def under_heads(display: Sequence[Block], text: Sequence[Block], body: float) -> dict[int, list[Block]]:
    """Return the lines that stand between a headline and its text, by the ``order`` of what is above them.

    Those that are a bit larger than text (``body``) seem to be subheads of the text below.
    """
    heads = [block for block in display if block.size > DISPLAY * body or block.lines[0].vertical]
    larger = [block for block in display if block not in heads]
    found: dict[int, list[Block]] = defaultdict(list)
    for line in sorted([*text, *larger], key=lambda block: (block.y0, block.x0)):
        above = _above(line, heads) if len(line.lines) <= MOST else None
        if above and _is_headline(above, line, heads) and _is_over_text(line, above, heads, text):
            found[above.order].append(line)
    return found


def _above(line: Block, heads: Sequence[Block]) -> Block | None:
    """Return the display block that ``line`` stands under."""
    near = [head for head in heads if _meet(line, head) and _is_near(line.y0 - head.y1, line)]
    return max(near, key=lambda head: head.y1, default=None)


def _is_headline(above: Block, line: Block, heads: Sequence[Block]) -> bool:
    """Tell whether a display block is a headline, or a deck close below one."""
    if above.lines[0].vertical:
        return False
    whole = [head for head in heads if _meet(above, head) and -head.size < above.y0 - head.y1 < head.size]
    return max(head.size for head in (above, *whole)) >= HEADLINE * line.size


def _is_over_text(line: Block, above: Block, heads: Sequence[Block], text: Sequence[Block]) -> bool:
    """Tell whether text begins below a line, nothing else stands between ``above`` and that text, nor beside the line.

    Beside a line that stands at the top of a column are those of other columns, under the same headline or none.
    """
    beside = [block for block in text if block is not line and block.y0 < line.y1 and line.y0 < block.y1]
    if any(_meet(above, block) or (_is_level(line, block) and not _above(block, heads)) for block in beside):
        return False
    if any(_meet(line, head) and _is_near(head.y0 - line.y1, line) for head in heads):
        return False
    others = [block for block in text if block is not line and _meet(line, block) and block.y1 > above.y1]
    below = [block for block in others if block.y1 > line.y1]
    between = [block for block in others if block.y1 <= line.y1 and len(block.lines) > MOST]
    return bool(below) and not between and _is_near(min(block.y0 for block in below) - line.y1, line)


def _is_level(line: Block, block: Block) -> bool:
    """Tell whether a line begins a column as wide and as high up as another one."""
    wider = (block.x1 - block.x0) - (line.x1 - line.x0)
    return abs(block.y0 - line.y0) < LAP * line.size and abs(wider) < LAP * line.size and block.size == line.size


def _is_near(room: float, line: Block) -> bool:
    """Tell whether a line and what stands above or below it leave little ``room`` between them."""
    return -LAP * line.size < room < ROOM * line.size


def _meet(line: Block, block: Block) -> bool:
    """Tell whether a block stands above or below a line."""
    return block.x0 < line.x1 and line.x0 < block.x1
