"""Paper: what the place of lines on a printed page tells of them, where it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from newsseg.engine.lines import Line, ends_sentence
from newsseg.engine.running import Joints, reaching, run_on

LARGE = 1.12  # ratio to the body's type from which type is display (decks are set a fifth larger than text, or more)
INDENTS = frozenset("\u3000■□▲▼●◆（(“")  # what opens another text, more than it goes on in one
UNENDING = frozenset("，、；《“（")
SHORTEST = 6  # characters of the last line before another flow: a shorter one ends something
LARGER = 1.05  # ratio to the type of a flow from which a short line in it is no text
MOST_SIGNED = 2  # lines of a by-line between a headline and its text
LONGEST_DISPLAY = 80  # characters: a block of larger type than that is an article's body in larger print


def on_paper(lines: Sequence[Line]) -> bool:
    """Tell whether the place of all ``lines`` is known."""
    return bool(lines) and all(line.box for line in lines)


def printed_captions(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the stretches ``[start, end)`` of lines that are a caption each, by their place at a picture."""
    blocks = groupby(range(len(lines)), lambda i: (box.caption, box.box) if (box := lines[i].box) else (False, -1))
    places = [list(block) for (caption, _), block in blocks if caption]
    return [(found[0], found[-1] + 1) for found in places]


def body_size(lines: Sequence[Line]) -> float:
    """Return the type size of most characters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.box:
            sizes[round(line.box.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def furniture(lines: Sequence[Line]) -> set[int]:
    """Return the places of lines that stand above all columns and headlines of a page: its date and section."""
    boxes = [line.box for line in lines if line.box]
    count = Counter(box.box for box in boxes)
    large = LARGE * body_size(lines)
    top = min((box.y0 for box in boxes if count[box.box] > 1 or box.size > large), default=0.0)
    return {i for i, box in enumerate(boxes) if box.y1 <= top and not ends_sentence(lines[i].text)}


def long_blocks(lines: Sequence[Line]) -> set[int]:
    """Return the blocks that hold too much text for display, and what stands in their flow in the same type."""
    characters: Counter[int] = Counter()
    for line in lines:
        if line.box:
            characters[line.box.box] += len(line.text)
    long = {block for block, count in characters.items() if count > LONGEST_DISPLAY}
    boxes = [line.box for line in lines if line.box]
    types = {(box.flow, round(box.size, 1), box.font) for box in boxes if box.box in long}
    return long | {box.box for box in boxes if (box.flow, round(box.size, 1), box.font) in types}


def is_large(line: Line, body: float, long: set[int]) -> bool:
    """Tell whether a line is set in larger type than the body's; ``long`` blocks are text."""
    box = line.box
    if not box:
        return False
    return (box.size > LARGE * body and box.box not in long) or box.vertical or bool(box.angle)


def stretches(
    lines: Sequence[Line], opens: Sequence[bool], subheads: Sequence[bool], joints: Joints
) -> Iterator[tuple[bool, int, int]]:
    """Yield the stretches ``[start, end)`` of lines that are read on: display text (True) or text of one flow.

    ``opens`` tells the lines that open with a by-line, which may be set in a type of its own, ``subheads`` those that
    are subheads by their place, ``joints`` what goes on behind a line.
    """
    body = body_size(lines)
    long = long_blocks(lines)
    large = [is_large(line, body, long) for line in lines]
    fonts, sizes = usual_fonts(lines, large), usual_sizes(lines, large)
    signed = list(reaching(lines, opens, fonts))
    free = [by_place and not by_line for by_place, by_line in zip(subheads, signed, strict=True)]
    text = [line.box is not None and line.box.font == fonts.get(line.box.flow) for line in lines]
    plain = [same and not big and not apart for same, big, apart in zip(text, large, free, strict=True)]
    running = run_on(lines, signed, plain, joints)
    begins = set()
    for i, end in under_headlines(lines, large):
        if signed[i] or not (joints.full[end - 1] or ends_sentence(lines[end - 1].text)):
            begins.add(end)
            free[i:end] = [not signed[i]] * (end - i)
    kinds = [
        kind(line, (fonts, sizes), large=big, opens=reaches, free=apart)
        for line, big, reaches, apart in zip(lines, large, running, free, strict=True)
    ]
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or i in begins or not (kinds[i] == kinds[i - 1] or _read_on(lines, i, kinds, opens)):
            yield kinds[start][0], start, i
            start = i


def under_headlines(lines: Sequence[Line], large: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the few lines ``[start, end)`` that stand apart between a headline and its text: a by-line, or a deck."""
    start = 0
    for i in range(1, len(lines)):
        before, box = lines[i - 1].box, lines[i].box
        if before and box and before.box != box.box:
            above = lines[start - 1].box if start and large[start - 1] else None
            one = above and above.flow == before.flow == box.flow and not large[start] and not large[i]
            if one and i - start <= MOST_SIGNED and box.y0 > before.y1:
                yield start, i
            start = i


def _read_on(lines: Sequence[Line], i: int, kinds: Sequence[tuple[bool, int]], opens: Sequence[bool]) -> bool:
    """Tell whether the text of one flow goes on in the next one, at line ``i``: a sentence has no end before it."""
    before, after = lines[i - 1].box, lines[i].box
    if kinds[i - 1][0] or kinds[i][0] or opens[i] or not before or not after or lines[i].text[0] in INDENTS:
        return False
    if (before.font, round(before.size, 1)) != (after.font, round(after.size, 1)) or len(lines[i - 1].text) < SHORTEST:
        return False
    last = lines[i - 1].text[-1]
    return not ends_sentence(lines[i - 1].text) and (last.isalnum() or last in UNENDING)


def usual_fonts(lines: Sequence[Line], large: Sequence[bool]) -> dict[int, str]:
    """Return the font that most text of each flow is set in."""
    counts: dict[int, Counter[str]] = {}
    for line, big in zip(lines, large, strict=True):
        if line.box and not big:
            counts.setdefault(line.box.flow, Counter())[line.box.font] += len(line.text)
    return {flow: max(fonts, key=lambda font: (fonts[font], font)) for flow, fonts in counts.items()}


def usual_sizes(lines: Sequence[Line], large: Sequence[bool]) -> dict[int, float]:
    """Return the type size of most text of each flow."""
    counts: dict[int, Counter[float]] = {}
    for line, big in zip(lines, large, strict=True):
        if line.box and not big:
            counts.setdefault(line.box.flow, Counter())[line.box.size] += len(line.text)
    return {flow: max(sizes, key=lambda size: sizes[size]) for flow, sizes in counts.items()}


def kind(
    line: Line, usual: tuple[dict[int, str], dict[int, float]], *, large: bool, opens: bool, free: bool
) -> tuple[bool, int]:
    """Return what must be equal of two lines for them to stand in one stretch: display or not, and the flow."""
    flow = line.box.flow if line.box else -1
    if large:
        return True, -1
    fonts, sizes = usual
    apart = line.box is not None and (line.box.font != fonts[flow] or line.box.size > LARGER * sizes[flow])
    if free:
        return True, flow
    if apart and not opens and len(line.text) <= LONGEST_SUBHEAD and not ends_sentence(line.text):
        return True, flow  # a subhead: the text's size in another font
    return False, flow


LONGEST_SUBHEAD = 40  # characters
