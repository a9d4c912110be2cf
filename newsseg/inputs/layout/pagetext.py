"""Blocks to the text of a page: one line of it for each line on paper, and where each stands."""

from __future__ import annotations

from collections.abc import Sequence

from newsseg.geometry import LineBox, PageGeometry
from newsseg.inputs.layout.blocks import Block, block_of
from newsseg.inputs.layout.heads import displays
from newsseg.inputs.layout.order import in_order
from newsseg.inputs.layout.photos import Drawn, Photo, captions_of, is_rule, without_text
from newsseg.inputs.layout.textlines import TextLine

IDEOGRAPHIC_SPACE = "\u3000"
INDENTS = (2, 4)
"""Of the type size: how far a line begins behind its column's edge, if it is indented; less is a ragged edge."""


def page_of(
    lines: Sequence[TextLine], number: int = 1, width: float = 0.0, height: float = 0.0, photos: Sequence[Photo] = ()
) -> PageGeometry:
    """Return the page that ``lines`` make, its text in the order of reading; ``photos`` are the pictures on it.

    A blank line stands where a flow ends, and around display text. An indent that is only room becomes characters, as
    a text dump has them; nothing else is added, and nothing left out.
    """
    empty = without_text(photos, lines)
    rules = [photo for photo in photos if is_rule(photo)]
    frames = [photo for photo in photos if photo not in empty and not is_rule(photo)]
    captions = [block_of(found) for found in captions_of(lines, empty)]
    shown = {line.order for block in captions for line in block.lines}
    flows = in_order(
        [line for line in lines if line.order not in shown], captions, Drawn([*empty, *captions], frames, rules)
    )
    large = displays([block for flow in flows for block in flow])
    parts: list[str] = []
    boxes: list[LineBox] = []
    place = count = 0
    for nth, flow in enumerate(flows):
        display = True
        for block in flow:
            display, before = block.order in large or bool(block.lines[0].angle), display
            if parts and (display or before):
                parts.append("\n")
                place += 1
            for line in block.lines:
                text = _printed(line, block, display=display)
                parts.append(text + "\n")
                boxes.append(_boxed(line, text, place, count, nth)._replace(caption=line.order in shown))
                place += len(text) + 1
            count += 1
    return PageGeometry("".join(parts), tuple(boxes), number, width, height)


def _printed(line: TextLine, block: Block, *, display: bool) -> str:
    """Return a line as it stands in the page's text."""
    bare = line.text.lstrip()
    if display or len(block.lines) == 1:
        return bare if display else line.text
    if len(bare) < len(line.text):
        return line.text
    indent = round((line.x0 - block.x0) / block.size)
    return IDEOGRAPHIC_SPACE * indent + bare if INDENTS[0] <= indent <= INDENTS[1] else bare


def _boxed(line: TextLine, text: str, place: int, box: int, flow: int) -> LineBox:
    """Return the box of a line whose ``text`` begins at ``place``."""
    start = place + len(text) - len(text.lstrip())
    x0, y0, x1, y1 = (round(edge, 1) for edge in line[2:6])
    return LineBox(
        start, place + len(text), x0, y0, x1, y1, round(line.size, 2), box, flow, line.font, line.angle, line.vertical
    )
