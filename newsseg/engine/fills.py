"""Fills: how each line fills its column, where its place on paper is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newsseg.engine.lines import Line
from newsseg.geometry import LineBox

SET_IN = 1.5  # cells that a first line is set in by, at least
FEW = 2  # lines of a block that may all be set in: a subhead, the first line of a paragraph
FARTHEST = 3.0  # of the type size: what begins farther to the left is another column's


class Fill(NamedTuple):
    """How a line fills its column on paper, in cells: the column's width, where in it the line ends and begins."""

    column: int
    width: int
    left: int
    indented: bool


def fills(lines: Sequence[Line]) -> list[Fill]:
    """Return how each line fills its column, which is as wide as most lines of its flow that begin at its edge."""
    boxes = [line.box for line in lines if line.box]
    left = _edges(boxes)
    widths: dict[int, Counter[int]] = {}
    for box in boxes:
        widths.setdefault(box.flow, Counter())[round(box.x1 - left[box.box])] += 1
    usual = {flow: max(counts, key=lambda width: (counts[width], width)) for flow, counts in widths.items()}
    return [fill(box, left[box.box], usual[box.flow]) for box in boxes]


def _edges(boxes: Sequence[LineBox]) -> dict[int, float]:
    """Return where each block's column begins; of a block of few lines the blocks above and below it tell."""
    left: dict[int, float] = {}
    flows: dict[int, dict[int, list[LineBox]]] = {}
    for box in boxes:
        left[box.box] = min(left.get(box.box, box.x0), box.x0)
        flows.setdefault(box.flow, {}).setdefault(box.box, []).append(box)
    edges = dict(left)
    for blocks in flows.values():
        for block, few in blocks.items():
            if len(few) <= FEW:
                middle = (few[-1].x0 + few[-1].x1) / 2
                near = left[block] - FARTHEST * few[-1].size
                over = [left[k] for k, other in blocks.items() if any(box.x0 < middle < box.x1 for box in other)]
                edges[block] = min((edge for edge in over if edge >= near), default=left[block])
    return edges


def fill(box: LineBox, left: float, width: float) -> Fill:
    """Return how a line fills a column that begins at ``left`` and is ``width`` wide."""
    cell = max(box.size, 0.1) / 2
    inside = (box.x0 - left) / cell
    return Fill(round(width / cell), round((box.x1 - left) / cell), round(inside), inside > SET_IN)
