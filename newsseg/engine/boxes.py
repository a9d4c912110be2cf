"""Boxes: where on paper the elements of records stand, from their spans and the places of the page's lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from newsseg.engine.lines import cells
from newsseg.geometry import LineBox
from newsseg.record import Box, Record, Span

DIGITS = 1  # of a point


def boxed(records: Iterable[Record], text: str, lines: Sequence[LineBox]) -> list[Record]:
    """Return the ``records`` of the page ``text`` with their boxes: a row for each block of lines an element stands in.

    A paragraph that goes on in the next column has two. Of a line that two elements share, each gets its part.
    """
    starts = [line.start for line in lines]
    return [record._replace(boxes=tuple(_rows(record.spans, text, lines, starts))) for record in records]


def _rows(spans: Sequence[Span], text: str, lines: Sequence[LineBox], starts: Sequence[int]) -> Iterator[Box]:
    blocks: dict[tuple[str, int, int], tuple[float, float, float, float]] = {}
    for field, index, start, end in spans:
        for line in lines[max(0, bisect_right(starts, start) - 1) :]:
            if line.start >= end:
                break
            if line.end > start:
                key, part = (field, index, line.box), part_of(line, text, start, end)
                blocks[key] = _around(blocks[key], part) if key in blocks else part
    for (field, index, _block), edges in blocks.items():
        yield Box(field, index, *(round(edge, DIGITS) for edge in edges))


def _around(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, float, float, float]:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def part_of(line: LineBox, text: str, start: int, end: int) -> tuple[float, float, float, float]:
    """Return the box of the characters of ``line`` that lie in ``[start, end)``: of all its width their share."""
    whole = cells(text[line.start : line.end])
    if line.angle or not whole or (start <= line.start and line.end <= end):
        return line.x0, line.y0, line.x1, line.y1
    before = cells(text[line.start : max(start, line.start)]) / whole
    until = cells(text[line.start : min(end, line.end)]) / whole
    if line.vertical:
        height = line.y1 - line.y0
        return line.x0, line.y0 + before * height, line.x1, line.y0 + until * height
    width = line.x1 - line.x0
    return line.x0 + before * width, line.y0, line.x0 + until * width, line.y1
