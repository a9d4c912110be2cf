"""Glyphs to runs: characters that follow each other, as they were drawn, along a line or down a column of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import cos, radians, sin
from typing import NamedTuple


class Glyph(NamedTuple):
    """A character (or a word) with its box; ``angle`` turns it clockwise, and the box is seen from there.

    ``spaced`` tells that a blank stands before it.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    font: str
    angle: int = 0
    spaced: bool = False


class Run(NamedTuple):
    """Glyphs that follow each other; ``order`` is the place of the first in the order of drawing."""

    glyphs: tuple[Glyph, ...]
    order: int
    vertical: bool = False


SAME_LINE = 0.35
"""Of the type size: how far baselines within a line may lie apart (raised digits, mixed fonts)."""
SAME_SIZE = 1.2
"""Ratio of the sizes of neighbours in a line; a headline is larger than the text beside it by more."""
TOUCHING = 0.5
"""Of the type size: the widest gap within a line; loosely filled lines of Chinese have less."""
TIGHT = -0.2
"""Of the type size: how far the boxes of neighbours may overlap."""
SQUEEZED = -0.6
"""… where one of them is punctuation, which typesetters squeeze to half its width."""
PUNCTUATION = frozenset("，。、；：！？”’）》」』】〉“‘（《「『【〈·—…")
DOWN = (0.8, 1.6)
"""Of the type size: from one character to the next one below, in a line set from top to bottom."""
BLANK = 0.8
"""Of the type size: what a space adds, once the direction is known."""
WIDE = 2.5
"""Of the type size: the widest gap within a line whose characters were drawn one after another (a spaced headline)."""
HAN = "\u2e80"
"""The first of the characters that are set downwards; digits below each other are a table."""
CENTRED = 0.2
"""Of the type size: how far the middles of such characters may lie apart."""
FEW = 2
"""Characters below each other that may as well stand in two lines."""
SHORT_RUN = 2.5
"""Mean length of runs below which the order of drawing says nothing (characters sorted by code, or by font)."""
MANY = 40
"""Characters from which a mean length says something."""


def find_runs(glyphs: Sequence[Glyph]) -> list[Run]:
    """Return the runs of ``glyphs``, which stand in the order of drawing."""
    found = list(_upright(list(_runs(glyphs, range(len(glyphs)))), glyphs))
    if len(glyphs) >= MANY and len(glyphs) < SHORT_RUN * len(found):
        places = _by_rows(glyphs)
        return list(_upright(list(_runs([glyphs[place] for place in places], places)), glyphs))
    return found


def _upright(runs: Sequence[Run], glyphs: Sequence[Glyph]) -> Iterator[Run]:
    """Yield the runs, those of two characters below each other as two where one stands in a line with others."""
    ends: set[tuple[int, int]] = set()
    begins: set[tuple[int, int]] = set()
    if any(run.vertical and len(run.glyphs) == FEW for run in runs):
        ends.update((round(glyph.x1), round(glyph.y1)) for glyph in glyphs)
        begins.update((round(glyph.x0), round(glyph.y1)) for glyph in glyphs)
    for run in runs:
        beside = run.vertical and len(run.glyphs) == FEW
        if beside and any(
            _touches(glyph.x0, glyph.y1, ends) or _touches(glyph.x1, glyph.y1, begins) for glyph in run.glyphs
        ):
            yield from (Run((glyph,), run.order + k) for k, glyph in enumerate(run.glyphs))
        else:
            yield run


def _touches(x: float, y: float, edges: set[tuple[int, int]]) -> bool:
    """Tell whether one of ``edges`` lies at a place, give or take a point."""
    return any((round(x) + dx, round(y) + dy) in edges for dx in (-1, 0, 1) for dy in (-1, 0, 1))


def _by_rows(glyphs: Sequence[Glyph]) -> list[int]:
    """Return the places of ``glyphs`` from top to bottom, those of a row from left to right."""
    order = sorted(range(len(glyphs)), key=lambda i: (glyphs[i].angle, glyphs[i].y1))
    row, rows = -1, {}
    bottom, angle = 0.0, -1
    for i in order:
        glyph = glyphs[i]
        if glyph.angle != angle or glyph.y1 - bottom > SAME_LINE * glyph.size:
            row, bottom, angle = row + 1, glyph.y1, glyph.angle
        rows[i] = row
    return sorted(order, key=lambda i: (rows[i], glyphs[i].x0))


def _runs(glyphs: Iterable[Glyph], places: Iterable[int]) -> Iterator[Run]:
    run: list[Glyph] = []
    first, down = 0, False
    for glyph, place in zip(glyphs, places, strict=True):
        if run and follows(run[-1], glyph):
            if down:  # the last one of the column opens a line
                last = run.pop()
                yield Run(tuple(run), first, vertical=len(run) > 1)
                run, first, down = [last], place - 1, False
        elif run and (down or len(run) == 1) and stands_below(run[-1], glyph, DOWN[1] + down * BLANK):
            down = True
        else:
            if run:
                yield Run(tuple(run), first, down)
            run, first, down = [], place, False
        run.append(glyph)
    if run:
        yield Run(tuple(run), first, down)


def follows(before: Glyph, after: Glyph) -> bool:
    """Tell whether ``after`` goes on where ``before`` ends, in the same line."""
    size = before.size
    gap = after.x0 - before.x1
    if gap > TOUCHING * size or abs(after.y1 - before.y1) > SAME_LINE * size or after.angle != before.angle:
        return False
    if not 1 / SAME_SIZE < after.size / size < SAME_SIZE:
        return False
    if after[1:5] == before[1:5]:  # letters of one ligature
        return True
    if gap < TIGHT * size:
        squeezed = before.text[-1] in PUNCTUATION or after.text[0] in PUNCTUATION
        return squeezed and gap > SQUEEZED * size and after.x0 > before.x0
    return True


def stands_below(before: Glyph, after: Glyph, far: float) -> bool:
    """Tell whether ``after`` is the next character in a line that runs from top to bottom."""
    size = before.size
    if after.angle != before.angle or not 1 / SAME_SIZE < after.size / size < SAME_SIZE:
        return False
    middle = abs(after.x0 + after.x1 - before.x0 - before.x1) / 2
    return middle < CENTRED * size and DOWN[0] * size < after.y1 - before.y1 < far * size


def turn(angle: int) -> tuple[float, float]:
    """Return cosine and sine of an angle in degrees, exact for right angles."""
    exact = {0: (1.0, 0.0), 90: (0.0, 1.0), 180: (-1.0, 0.0), 270: (0.0, -1.0)}
    return exact.get(angle) or (cos(radians(angle)), sin(radians(angle)))
