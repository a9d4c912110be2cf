"""Display text of a page: which blocks it is, and over which columns it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from math import inf

from newsseg.inputs.layout.blocks import Block
from newsseg.inputs.layout.photos import NOTHING, Drawn

DISPLAY = 1.15
"""Ratio to the size of the page's body text from which type is display."""
SHORT = 80
"""Characters: display text is not longer, whatever its size."""
FEW = 4
"""Lines of a long title."""
LARGER = 1.1
"""Ratio to the size of the text below it from which a short block is its subhead."""
SUBHEAD = 1.5
"""Ratio to the size of the text: what stands in a column and is larger is no subhead but another headline."""
ASIDE = 14.0
"""Of a headline's size: how far aside its deck may stand (flush left, and the headline centred)."""
BLIND = 3
"""Part of that where no text stands below them to tell."""
LAP = 0.2
"""Of a headline's size: how far its box may reach into that of its deck."""
OVER = 3.0
"""Of a headline's size: it stands no higher above its text, or its deck."""


def body_size(blocks: Iterable[Block]) -> float:
    """Return the type size of most characters of a page."""
    sizes: Counter[float] = Counter()
    for block in blocks:
        sizes[round(block.size, 1)] += block.characters
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def prints(blocks: Iterable[Block]) -> frozenset[tuple[float, str]]:
    """Return size and font of what is too long for display: an article's body may be set larger than the page's."""
    return frozenset(_print(block) for block in blocks if block.characters > SHORT and len(block.lines) > FEW)


def _print(block: Block) -> tuple[float, str]:
    return round(block.size, 1), block.lines[len(block.lines) // 2].font


def displays(blocks: Sequence[Block]) -> set[int]:
    """Return the display text among ``blocks`` (by ``order``): by its size, or as subheads of smaller text."""
    body, known = body_size(blocks), prints(blocks)
    found = {block.order for block in blocks if is_display(block, body, known)}
    short = [block for block in blocks if len(block.lines) < FEW and block.characters <= SHORT / 2]
    texts = [block for block in blocks if block.order not in found and block not in short]
    return found | {block.order for block in short if any(_heads(block, text) for text in texts)}


def _heads(block: Block, text: Block) -> bool:
    """Tell whether a short block is a subhead of the ``text`` below it, in its column."""
    if block.size < LARGER * text.size or block.size > SUBHEAD * text.size or block.lines[0].angle:
        return False
    inside = text.x0 - text.size < block.x0 and block.x1 < text.x1 + text.size
    return inside and -text.size < text.y0 - block.y1 < text.leading


def is_display(block: Block, body: float, prints: frozenset[tuple[float, str]] = frozenset()) -> bool:
    """Tell whether a block is display text, by its size; what is set in one of the ``prints`` of bodies is not."""
    if block.lines[0].vertical:
        return True
    return block.size > DISPLAY * body and block.characters <= SHORT and _print(block) not in prints


class Heads:
    """The display text of a page; ``groups`` number what stands together, as headline and deck do."""

    def __init__(
        self,
        blocks: Sequence[Block],
        text: Sequence[Block],
        closed: Container[int] = (),
        drawn: Drawn = NOTHING,
    ) -> None:
        """Group ``blocks``, the display text of a page beside its ``text``.

        A ``closed`` one has a by-line below it: no deck stands aside of it. What is ``drawn`` tells what text goes on.
        """
        self.blocks, self.body = blocks, body_size(text)
        self.filled, self.frames, self.rules = sorted(drawn.filled, key=lambda one: one.y0), drawn.frames, drawn.rules
        bases = [_base(block, text) for block in blocks]
        self.groups = list(range(len(blocks)))
        for reach in (0.0, ASIDE):  # a deck that stands under one headline belongs to no other beside it
            alone = {group for group, count in Counter(self.groups).items() if count == 1}
            for i, one in enumerate(blocks):
                for j in range(i):
                    free = self.groups[i] in alone or self.groups[j] in alone
                    free = free and one.order not in closed and blocks[j].order not in closed
                    level = abs(bases[i] - bases[j]) < self.body
                    far = reach if min(bases[i], bases[j]) > 0 else reach / BLIND
                    if (reach == 0 or (free and level)) and _together(one, blocks[j], far):
                        old, new = self.groups[i], self.groups[j]
                        self.groups = [new if group == old else group for group in self.groups]
        self._closed = {group for group, block in zip(self.groups, blocks, strict=True) if block.order in closed}
        self._drawn = {(block.order, block.end) for block in blocks}

    def over(self, top: float, column: Block) -> set[int]:
        """Return the groups that stand over ``column``, which begins at ``top``."""
        return {
            group
            for group, block in zip(self.groups, self.blocks, strict=True)
            if -column.size < top - block.y1 < OVER * block.size and block.x0 < column.x1 and column.x0 < block.x1
        }

    def part(self, mine: set[int], theirs: set[int]) -> bool:
        """Tell whether the groups over two columns say that they belong to two articles.

        A closed headline, which has its by-line, is that of the first column below it.
        """
        return bool(theirs) and not mine & theirs and bool(mine or theirs & self._closed)

    def between(self, above: Block, below: Block) -> list[Block]:
        """Return the display blocks that stand between two blocks of a column, and are not wider."""
        left, right = above.x0 - above.size, max(above.x1, below.x1) + above.size
        inside = (block for block in self.blocks if left <= block.x0 and block.x1 <= right)
        return [block for block in inside if above.y1 - above.size < block.y0 and block.y1 < below.y0 + below.size]

    def pictured(self, above: Block, below: Block) -> float:
        """Return how much of the room between two blocks of a column pictures and their captions fill."""
        filled, end = 0.0, above.y1
        for one in self.filled:
            covered = min(one.x1, above.x1) - max(one.x0, above.x0)
            if 2 * covered > above.x1 - above.x0 and above.y1 - above.size < one.y0 and one.y1 < below.y0 + below.size:
                filled += max(0.0, one.y1 - max(one.y0, end))
                end = max(end, one.y1)
        return filled

    def ruled(self, above: Block, below: Block) -> bool:
        """Tell whether a rule parts two blocks of a column."""
        left, right = max(above.x0, below.x0), min(above.x1, below.x1)
        between = (
            rule for rule in self.rules if above.y1 - above.size / 2 < rule.y0 and rule.y1 < below.y0 + below.size
        )
        return any(2 * (min(rule.x1, right) - max(rule.x0, left)) > right - left for rule in between)

    def framed(self, block: Block) -> list[bool]:
        """Tell for each frame whether ``block`` stands in it."""
        x, y = (block.x0 + block.x1) / 2, (block.y0 + block.y1) / 2
        return [frame.x0 < x < frame.x1 and frame.y0 < y < frame.y1 for frame in self.frames]

    def apart(self, i: int) -> float:
        """Return how far display block ``i`` stands from its headline; -1 where it is too large for a subhead."""
        block = self.blocks[i]
        if block.size > SUBHEAD * self.body or block.lines[0].vertical:
            return -1.0
        group = [other for number, other in zip(self.groups, self.blocks, strict=True) if number == self.groups[i]]
        larger = [other for other in group if other.size > DISPLAY * block.size]
        return min((max(block.y0 - other.y1, other.y0 - block.y1) for other in larger), default=inf)

    def top(self, column: Block) -> float:
        """Return where ``column`` begins, with the subheads that stand at its head."""
        top = column.y0
        for block in sorted(self.blocks, key=lambda block: -block.y0):
            inside = column.x0 - column.size <= block.x0 and block.x1 <= column.x1 + column.size
            if inside and block.size < SUBHEAD * column.size and -column.size < top - block.y1 < column.leading:
                top = block.y0
        return top

    def drawn_between(self, end: int, order: int) -> bool:
        """Tell whether one display block was drawn between the places ``end`` and ``order``, and nothing else."""
        return (end, order) in self._drawn


def _base(head: Block, text: Sequence[Block]) -> float:
    """Return where the text below a display block begins; -1 where there is none near."""
    below = [block.y0 for block in text if block.x0 < head.x1 and head.x0 < block.x1 and block.y0 > head.y1 - head.size]
    base = min(below, default=inf)
    return base if base - head.y1 < 2 * OVER * head.size else -1.0


def _together(one: Block, other: Block, reach: float) -> bool:
    """Tell whether two display blocks belong together: one stands close above the other, or a bit aside."""
    upper, lower = (one, other) if one.y0 < other.y0 else (other, one)
    size = max(one.size, other.size)
    if one.lines[0].vertical != other.lines[0].vertical:
        return False
    if one.lines[0].vertical:
        aside = max(one.x0, other.x0) - min(one.x1, other.x1)
        return -LAP * size < aside < size and min(one.y1, other.y1) > max(one.y0, other.y0)
    apart = max(one.x0, other.x0) - min(one.x1, other.x1)
    return apart < reach * size and -LAP * size < lower.y0 - upper.y1 < size
