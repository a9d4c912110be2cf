"""Split: blocks to bodies, one per article, and the display text and captions that stand loose between them.

By-lines decide first: an article begins where one opens, and ends where one closes it in brackets. What stands between
two sure places is one article with subheads, or several of which some print no by-line; the display text tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from newsseg.engine.boundaries import Weigh, boundaries, rarity, texts
from newsseg.engine.flow import Body, Display, Layout, Paragraph, Signed
from newsseg.engine.lines import Line, cut
from newsseg.engine.mends import healed, mended, title_of
from newsseg.engine.sort import Piece, pieces
from newsseg.engine.torn import signed_at_end
from newsseg.engine.unwrap import Block
from newsseg.grammar import bylines
from newsseg.rules import Rules


def split(blocks: Sequence[Block], rules: Rules) -> Layout:
    """Return the bodies of a page and what stands loose on it."""
    flow: list[Paragraph | Display] = []
    apart: list[Piece] = []
    for piece in healed(pieces(blocks, rules)):
        if piece.kind == "paragraph":
            flow.append(paragraph(piece.place, piece.lines[0], rules))
        elif piece.kind == "display":
            flow.append(Display(piece.place, piece.lines))
        else:
            apart.append(piece)
    whole = mended(flow, rules)

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
            return Paragraph(place, None, None, Signed(cut(line, 0, found.end), found))
        if found:
            opening = Signed(cut(line, 0, found.end), found)  # with a sign before it that no font maps
            rest = cut(line, found.end, len(line.text)) if line.text[found.end :].strip() else None
    item = Paragraph(place, None, opening, None)
    return signed_at_end(item, rest, rules) if rest else item


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
        display = title_of(inside[i])
        if display:
            yield display
        start = i + (display is not None)
    if inside:
        yield Body(tuple(inside[start:]))
    yield from reversed(trailing)
