"""Paper: what the place of lines on a printed page tells of them, where it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsseg.geometry import LineBox
from newsseg.lines import Line

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
    """Return how each line fills its column; a short block is as wide as the others of its flow."""
    left: dict[int, float] = {}
    right: dict[int, float] = {}
    widest: dict[int, float] = {}
    boxes = [line.box for line in lines if line.box]
    for box in boxes:
        left[box.box] = min(left.get(box.box, box.x0), box.x0)
        right[box.box] = max(right.get(box.box, box.x1), box.x1)
    for box in boxes:
        widest[box.flow] = max(widest.get(box.flow, 0.0), right[box.box] - left[box.box])
    return [fill(box, left[box.box], widest[box.flow]) for box in boxes]


def fill(box: LineBox, left: float, width: float) -> Fill:
    """Return how a line fills a column that begins at ``left`` and is ``width`` wide."""
    cell = max(box.size, 0.1) / 2
    return Fill(round(width / cell), round((box.x1 - left) / cell), box.x0 - left > SET_IN * cell)


def stretches(lines: Sequence[Line]) -> Iterator[tuple[bool, int, int]]:
    """Yield the stretches ``[start, end)`` of lines that are read on: display text (True) or text of one flow."""
    body = body_size(lines)
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or kind(lines[i], body) != kind(lines[start], body):
            yield is_large(lines[start], body), start, i
            start = i


def kind(line: Line, body: float) -> tuple[bool, int]:
    """Return what must be equal of two lines for them to stand in one stretch."""
    if is_large(line, body):
        return True, -1
    return False, line.box.flow if line.box else -1
