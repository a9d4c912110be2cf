"""Paper: what the place of lines on a printed page tells of them, where it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsseg.geometry import LineBox
from newsseg.lines import Line, ends_sentence

LARGE = 1.12  # ratio to the body's type from which type is display (decks are set a fifth larger than text, or more)
SET_IN = 1.5  # cells that a first line is set in by, at least
LONGEST_DISPLAY = 80  # characters: larger type than that is a page's body in large print


class Fill(NamedTuple):
    """How a line fills its column on paper: its column's width, what is missing at its end, both in cells."""

    column: int
    width: int
    indented: bool


def on_paper(lines: Sequence[Line]) -> bool:
    """Tell whether the place of all ``lines`` is known."""
    return bool(lines) and all(line.box for line in lines)


def body_size(lines: Sequence[Line]) -> float:
    """Return the type size of most characters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.box:
            sizes[round(line.box.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def is_large(line: Line, body: float) -> bool:
    """Tell whether a line is set in larger type than the body's."""
    box = line.box
    if not box or len(line.text) > LONGEST_DISPLAY:
        return False
    return box.size > LARGE * body or box.vertical or bool(box.angle)


def fills(lines: Sequence[Line]) -> list[Fill]:
    """Return how each line fills its column, which is as wide as most lines of its flow that begin at its edge."""
    boxes = [line.box for line in lines if line.box]
    left: dict[int, float] = {}
    for box in boxes:
        left[box.box] = min(left.get(box.box, box.x0), box.x0)
    widths: dict[int, Counter[int]] = {}
    for box in boxes:
        widths.setdefault(box.flow, Counter())[round(box.x1 - left[box.box])] += 1
    usual = {flow: max(counts, key=lambda width: (counts[width], width)) for flow, counts in widths.items()}
    return [fill(box, left[box.box], usual[box.flow]) for box in boxes]


def fill(box: LineBox, left: float, width: float) -> Fill:
    """Return how a line fills a column that begins at ``left`` and is ``width`` wide."""
    cell = max(box.size, 0.1) / 2
    return Fill(round(width / cell), round((box.x1 - left) / cell), box.x0 - left > SET_IN * cell)


def stretches(lines: Sequence[Line], opens: Sequence[bool]) -> Iterator[tuple[bool, int, int]]:
    """Yield the stretches ``[start, end)`` of lines that are read on: display text (True) or text of one flow.

    ``opens`` tells the lines that open with a by-line, which may be set in a type of its own.
    """
    body = body_size(lines)
    fonts = usual_fonts(lines, body)
    kinds = [kind(line, body, fonts, opens=open_) for line, open_ in zip(lines, opens, strict=True)]
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or kinds[i] != kinds[start]:
            yield kinds[start][0], start, i
            start = i


def usual_fonts(lines: Sequence[Line], body: float) -> dict[int, str]:
    """Return the font that most text of each flow is set in."""
    counts: dict[int, Counter[str]] = {}
    for line in lines:
        if line.box and not is_large(line, body):
            counts.setdefault(line.box.flow, Counter())[line.box.font] += len(line.text)
    return {flow: max(fonts, key=lambda font: (fonts[font], font)) for flow, fonts in counts.items()}


def kind(line: Line, body: float, fonts: dict[int, str], *, opens: bool) -> tuple[bool, int]:
    """Return what must be equal of two lines for them to stand in one stretch: display or not, and the flow."""
    flow = line.box.flow if line.box else -1
    if is_large(line, body):
        return True, -1
    apart = bool(line.box) and line.box.font != fonts[flow]  # type: ignore[union-attr]
    if apart and not opens and len(line.text) <= LONGEST_SUBHEAD and not ends_sentence(line.text):
        return True, flow  # a subhead: the text's size in another font
    return False, flow


LONGEST_SUBHEAD = 40  # characters
