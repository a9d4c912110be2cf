"""Lines under headlines: small type between a headline and its text, as a by-line is set over several columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newsseg.inputs.layout.blocks import Block
from newsseg.inputs.layout.heads import SUBHEAD

ROOM = 4.0
"""Of its type size: how much room a line under a headline has above it and below it, at most; a picture takes more."""
LAP = 0.5
"""Of its type size: how far its box may reach into the boxes above it and below it."""


def under_heads(display: Sequence[Block], text: Sequence[Block]) -> dict[int, list[Block]]:
    """Return the lines of ``text`` that stand between a headline and its text, by the ``order`` of what is above."""
    found: dict[int, list[Block]] = defaultdict(list)
    for line in text:
        above = _above(line, display) if len(line.lines) == 1 else None
        if above and _is_headline(above, line, display) and _is_over_text(line, above, display, text):
            found[above.order].append(line)
    return found


def _above(line: Block, display: Sequence[Block]) -> Block | None:
    """Return the display block that ``line`` stands under."""
    near = [head for head in display if _meet(line, head) and _is_near(line.y0 - head.y1, line)]
    return max(near, key=lambda head: head.y1, default=None)


def _is_headline(above: Block, line: Block, display: Sequence[Block]) -> bool:
    """Tell whether a display block is a headline, or a deck close below one."""
    if above.lines[0].vertical:
        return False
    whole = [head for head in display if _meet(above, head) and -head.size < above.y0 - head.y1 < head.size]
    return max(head.size for head in (above, *whole)) >= SUBHEAD * line.size


def _is_over_text(line: Block, above: Block, display: Sequence[Block], text: Sequence[Block]) -> bool:
    """Tell whether text begins below a line, and nothing else stands between ``above`` and that text."""
    if any(_meet(line, head) and _is_near(head.y0 - line.y1, line) for head in display):
        return False
    others = [block for block in text if block is not line and _meet(line, block) and block.y1 > above.y1]
    return bool(others) and _is_near(min(block.y0 for block in others) - line.y1, line)


def _is_near(room: float, line: Block) -> bool:
    return -LAP * line.size < room < ROOM * line.size


def _meet(line: Block, block: Block) -> bool:
    """Tell whether a block stands above or below a line."""
    return block.x0 < line.x1 and line.x0 < block.x1
