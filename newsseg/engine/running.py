"""Running text: lines in a font of their own that are no subheads, for a by-line or a sentence goes through them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsseg.engine.lines import Line, ends_sentence
from newsseg.geometry import LineBox


class Joints(NamedTuple):
    """What goes on behind lines: ``ties`` are those whose by-line does, ``full`` those that fill their column.

    ``set_in`` are the lines that begin a paragraph; None where the page does not set them in.
    """

    ties: Collection[int]
    full: Sequence[bool]
    set_in: Sequence[bool] | None


def run_on(lines: Sequence[Line], signed: Sequence[bool], plain: Sequence[bool], joints: Joints) -> list[bool]:
    """Tell which lines are no subheads, though they stand in a font of their own: a sentence or by-line runs on.

    It comes from the line before, or goes on in the next one, which begins no paragraph. ``plain`` lines are text,
    ``signed`` ones by-lines.
    """
    goes_on = [i in joints.ties or _goes_on(lines, i, joints) for i in range(len(lines) - 1)]
    running = list(signed)
    for i, on in enumerate(goes_on):
        running[i + 1] |= on and (plain[i] or running[i])
    for i in range(len(goes_on) - 1, -1, -1):
        behind = i in joints.ties or joints.set_in is not None
        running[i] |= goes_on[i] and behind and (plain[i + 1] or running[i + 1])
    return running


def _goes_on(lines: Sequence[Line], i: int, joints: Joints) -> bool:
    """Tell whether line ``i`` fills its column, and what it says has no end before the next line of its block."""
    one, other = lines[i], lines[i + 1]
    if not (one.box and other.box and one.box.box == other.box.box and joints.full[i]):
        return False
    if joints.set_in is not None and joints.set_in[i + 1]:
        return False
    return not ends_sentence(one.text)


def reaching(lines: Sequence[Line], opens: Sequence[bool], fonts: Mapping[int, str]) -> Iterator[bool]:
    """Yield for each line whether a by-line opens in it, or goes on from the line before in a font of its own."""
    before: LineBox | None = None
    for line, opened in zip(lines, opens, strict=True):
        box = line.box
        reaches = opened or bool(box and before and (box.box, box.font) == (before.box, before.font))
        before = box if reaches and box and box.font != fonts.get(box.flow) else None
        yield reaches


def in_brackets(lines: Sequence[Line], closes: Sequence[bool]) -> Iterator[bool]:
    """Yield for each line whether it stands in a by-line in brackets that ends a text, in a font of its own."""
    signed = [False] * len(lines)
    for i, closed in enumerate(closes):
        start = i
        while closed and start > 0 and lines[start].text[0] not in "（(" and _alike(lines[start - 1], lines[i]):
            start -= 1
        if closed and lines[start].text[0] in "（(":
            signed[start : i + 1] = [True] * (i + 1 - start)
    yield from signed


def _alike(one: Line, other: Line) -> bool:
    return bool(one.box and other.box and (one.box.box, one.box.font) == (other.box.box, other.box.font))
