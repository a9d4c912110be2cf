"""Split: blocks to bodies, one per article, and the display text and captions that stand loose between them.

By-lines decide first: an article begins where one opens, and ends where one closes it in brackets. What stands between
two sure places is one article with subheads, or several of which some print no by-line; the display text tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from newsseg.engine.boundaries import Weigh, boundaries, rarity, texts
from newsseg.engine.flow import Body, Display, Layout, Paragraph, Signed
from newsseg.engine.lines import Line, cut, ends_sentence
from newsseg.engine.sort import Piece, pieces
from newsseg.engine.unwrap import Block
from newsseg.grammar import bylines
from newsseg.rules import Rules

TORN = 16  # characters: the first piece of a torn headline, glued to a paragraph's end, is not longer


def split(blocks: Sequence[Block], rules: Rules) -> Layout:
    """Return the bodies of a page and what stands loose on it."""
    flow: list[Paragraph | Display] = []
    apart: list[Piece] = []
    for piece in pieces(blocks, rules):
        if piece.kind == "paragraph":
            flow.append(paragraph(piece.place, piece.lines[0], rules))
        elif piece.kind == "display":
            flow.append(Display(piece.place, piece.lines))
        else:
            apart.append(piece)
    whole = list(untorn(raised(list(glue(flow))), rules))

    @cache
    def weigh() -> Weigh:
        return rarity(texts(whole))

    return Layout(tuple(bodies(whole, weigh)), tuple(apart))


def paragraph(place: int, line: Line, rules: Rules) -> Paragraph:
    """Return the paragraph that ``line`` is, with its by-lines cut off."""
    opening = None
    rest: Line | None = line
    if bylines.might_open(line.text):
        found = bylines.own_line(line.text, rules) or bylines.opening(line.text, 0, rules)
        if found and line.text[0] in "（(" and not line.text[found.end :].strip():
            return Paragraph(place, None, None, Signed(cut(line, found.start, found.end), found))
        if found:
            opening = Signed(cut(line, found.start, found.end), found)
            rest = cut(line, found.end, len(line.text)) if line.text[found.end :].strip() else None
    item = Paragraph(place, None, opening, None)
    return signed_at_end(item, rest, rules) if rest else item


def signed_at_end(item: Paragraph, rest: Line, rules: Rules) -> Paragraph:
    """Return ``item`` with ``rest`` as its text, a by-line in brackets at its end cut off."""
    found = bylines.closing(rest.text, rules) if rest.text[-1] in "）)" else None
    if not found:
        return item._replace(line=rest)
    text = cut(rest, 0, found.start) if rest.text[: found.start].strip() else None
    return item._replace(line=text, closing=Signed(cut(rest, found.start, found.end), found))


def glue(flow: Sequence[Paragraph | Display]) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with display texts that follow each other made one."""
    waiting: Display | None = None
    for item in flow:
        if isinstance(item, Display):
            waiting = Display(waiting.place, waiting.lines + item.lines) if waiting else item
            continue
        if waiting:
            yield waiting
            waiting = None
        yield item
    if waiting:
        yield waiting


def raised(flow: Sequence[Paragraph | Display]) -> list[Paragraph | Display]:
    """Return ``flow`` with each by-line in brackets that stands alone under a headline made the next paragraph's."""
    found = list(flow)
    for i, (before, item, after) in enumerate(zip(flow, flow[1:], flow[2:], strict=False), 1):
        under = isinstance(before, Display) and isinstance(after, Paragraph) and not after.opening
        if under and isinstance(item, Paragraph) and item.closing and not item.line and not item.opening:
            found[i] = item._replace(opening=item.closing, closing=None)
    return found


def untorn(flow: Sequence[Paragraph | Display], rules: Rules) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with the first piece of a torn headline taken off the paragraph it was glued to."""
    carried: Line | None = None
    for i, item in enumerate(flow):
        following = flow[i + 1] if i + 1 < len(flow) else None
        if isinstance(item, Display):
            if carried:  # a blank line behind it parted text from display lines, not two titles
                rest = (item.lines[0]._replace(gap=False), *item.lines[1:])
                item = Display(item.place, (carried, *rest))  # noqa: PLW2901
            yield item
            carried = None
            continue
        ends_here = following is None or isinstance(following, Display) or following.opening is not None
        if item.line and ends_here and not item.closing and not ends_sentence(item.line.text):
            tail = torn_tail(item.line.text, rules)
            if tail:
                carried = cut(item.line, tail, len(item.line.text))
                item = signed_at_end(item, cut(item.line, 0, tail), rules)  # noqa: PLW2901
        yield item
        if carried and not isinstance(following, Display):
            yield Display(item.place, (carried,))
            carried = None


def torn_tail(text: str, rules: Rules) -> int:
    """Return where the tail of ``text`` that belongs to no sentence and no by-line starts, or 0 where there is none."""
    stop = max(text.rfind(mark) for mark in "。！？") + 1
    while stop < len(text) and text[stop] in "”’」』）":
        stop += 1
    bracket = text.rfind("）") + 1
    if bracket > stop and bylines.closing(text[:bracket], rules):
        stop = bracket
    return stop if stop and 0 < len(text) - stop <= TORN else 0


def bodies(flow: Sequence[Paragraph | Display], weigh: Callable[[], Weigh]) -> Iterator[Body | Display]:
    """Yield one body per article, and the loose display texts between them."""
    stretch: list[Paragraph | Display] = []
    closed = True
    for item in flow:
        if isinstance(item, Paragraph):
            if (item.opening or closed) and stretch:
                yield from settle(stretch, weigh)
                stretch = []
            closed = item.closing is not None
        stretch.append(item)
    yield from settle(stretch, weigh)


def settle(stretch: Sequence[Paragraph | Display], weigh: Callable[[], Weigh]) -> Iterator[Body | Display]:
    """Yield the bodies of a stretch between two sure places, and the display texts outside of them."""
    first = next((i for i, item in enumerate(stretch) if isinstance(item, Paragraph)), len(stretch))
    yield from (item for item in stretch[:first] if isinstance(item, Display))
    inside = list(stretch[first:])
    trailing: list[Display] = []
    while inside and isinstance(last := inside[-1], Display):
        trailing.append(last)
        inside.pop()
    start = 0
    for i in boundaries(inside, weigh):
        yield Body(tuple(inside[start:i]))
        display = inside[i]
        if isinstance(display, Display):
            yield display
        start = i + isinstance(display, Display)
    if inside:
        yield Body(tuple(inside[start:]))
    yield from reversed(trailing)
