"""Drop caps: a text's first character, as high as some of its lines, which stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsseg.inputs.layout.textlines import CROWDED, TextLine

LARGER = 1.5
"""Ratio to the size of the lines beside it, at least."""
BESIDE = (-0.3, 1.5)
"""Of the lines' type size: how far behind the cap they begin."""
FEWEST, MOST = 2, 4
"""Lines beside a cap."""
LEVEL = 0.5
"""Of the type size: how far the last of these lines stands off the cap's baseline; how far edges lie apart."""
LEADING = 2.2
"""Of the type size: the line below the cap is no farther."""


def with_caps(lines: Sequence[TextLine]) -> list[TextLine]:
    """Return ``lines``, each drop cap as the beginning of the first line beside it."""
    found = list(lines)
    if len(lines) > CROWDED:
        return found
    for cap in lines:
        if len(cap.text.strip()) != 1 or cap.vertical or cap.angle or not cap.text.strip().isalnum():
            continue
        beside = sorted((line for line in found if _beside(cap, line)), key=lambda line: line.y1)
        if _is_cap(cap, beside, found):
            for line in beside:
                text = cap.text.strip() + line.text.lstrip() if line is beside[0] else line.text
                order = cap.order if line is beside[0] and cap.end == line.order else line.order
                found[found.index(line)] = line._replace(text=text, left=cap.x0, x0=cap.x0, order=order)
            found.remove(cap)
    return sorted(found, key=lambda line: line.order)


def _beside(cap: TextLine, line: TextLine) -> bool:
    low, high = (part * line.size for part in BESIDE)
    inside = cap.y0 - LEVEL * line.size < line.y0 and line.y1 < cap.y1 + LEVEL * line.size
    narrow = max(0.0, cap.size - (cap.x1 - cap.x0))  # a digit: the lines may leave room for a Chinese character
    return inside and low < line.x0 - cap.x1 < high + narrow and LARGER * line.size < cap.size and line.angle == 0


def _is_cap(cap: TextLine, beside: Sequence[TextLine], lines: Sequence[TextLine]) -> bool:
    """Tell whether a character is a drop cap of the lines beside it: the text goes on below it, at its left edge."""
    if not FEWEST <= len(beside) <= MOST:
        return False
    last, near = beside[-1], LEVEL * beside[-1].size
    even = all(abs(one.x0 - other.x0) < near and one.size == other.size for one, other in pairwise(beside))
    if not even or abs(last.y1 - cap.y1) > near:
        return False
    return any(
        line.size == last.size and abs(line.x0 - cap.x0) < near and 0 < line.y1 - last.y1 < LEADING * last.size
        for line in lines
    )
