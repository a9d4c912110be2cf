"""Split: blocks to bodies, one per article, and the display text and captions that stand loose between them.

By-lines decide first: an article begins where one opens, and ends where one closes it in brackets. What stands between
two sure places is one article with subheads, or several of which some print no by-line; the display text tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsseg.engine.briefs import begun
from newsseg.engine.columns import columns
from newsseg.engine.endings import ended
from newsseg.engine.flow import Body, Display, Layout, Paragraph, Signed, goes_with
from newsseg.engine.heads import heads, roomy
from newsseg.engine.lines import Line, cut, join
from newsseg.engine.mends import healed, mended, title_of
from newsseg.engine.naming import named_twice
from newsseg.engine.prefaces import prefaces
from newsseg.engine.sort import Piece, pieces
from newsseg.engine.torn import signed_at_end
from newsseg.engine.twice import boundaries
from newsseg.engine.unwrap import Block
from newsseg.grammar import bylines
from newsseg.grammar.captions import photo_byline
from newsseg.grammar.columns import has_pictures
from newsseg.rules import Rules


def split(blocks: Sequence[Block], rules: Rules) -> Layout:
    """Return the bodies of a page and what stands loose on it."""
    flow, apart = flow_of(blocks, rules)
    settled = [item for stretch in roomy(list(stretches(flow, rules)), rules) for item in settle(stretch, rules)]
    return Layout(tuple(named_twice(settled, rules)), tuple(apart))


def flow_of(blocks: Sequence[Block], rules: Rules) -> tuple[list[Paragraph | Display], list[Piece]]:
    """Return the paragraphs and display texts of a page in order, and what stands apart from them."""
    flow: list[Paragraph | Display] = []
    apart: list[Piece] = []
    found = list(healed(list(columns(pieces(blocks, rules), rules))))
    news = picture_news(found, rules)
    for i, piece in enumerate(found):
        if i in news:
            flow.append(news[i])
        elif piece.kind == "paragraph":
            flow.append(paragraph(piece.place, piece.lines[0], rules))
        elif piece.kind == "display":
            flow.append(Display(piece.place, piece.lines))
        else:
            apart.append(piece)
    titles = [piece.lines[0] for piece in apart if piece.kind == "column"]
    return list(heads(list(ended(list(begun(mended(flow, rules), titles, rules)))))), apart


def picture_news(found: Sequence[Piece], rules: Rules) -> dict[int, Paragraph]:
    """Return what each caption is that is an article: the one below the title of a column of picture news, or its own.

    Its photographer's credit is the by-line that ends it.
    """
    news: dict[int, Paragraph] = {}
    for i, piece in enumerate(found):
        if piece.kind == "column" and has_pictures(piece.lines[0].text, rules):
            place = i + 1 + (i + 1 < len(found) and found[i + 1].kind == "display")
            caption = found[place] if place < len(found) and found[place].kind == "caption" else None
            line = join(caption.lines) if caption else None
            credit = photo_byline(line.text, rules) if line else None
            if caption and line and credit and credit.start:
                signed = Signed(cut(line, credit.start, credit.end), credit)
                news[place] = Paragraph(caption.place, cut(line, 0, credit.start), None, signed)
    return news


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


def stretches(flow: Sequence[Paragraph | Display], rules: Rules) -> Iterator[list[Paragraph | Display]]:
    """Yield what stands between two sure places: behind a by-line that closes an article, before one that opens one.

    Before an editor's note below a headline, too, which begins an article before its by-line does, and before a title
    that surely is one.
    """
    stretch: list[Paragraph | Display] = []
    closed = True
    noted = prefaces(flow, rules)
    prefaced = frozenset(noted.values()) - noted.keys()
    for i, item in enumerate(flow):
        if isinstance(item, Paragraph):
            signed = item.opening and i not in prefaced and not goes_with(flow[i - 1] if i else None, item)
            opens = i in noted or item.begins or signed
            if (opens or closed) and stretch:
                yield stretch
                stretch = []
            closed = item.closing is not None
        elif item.signed:
            closed = True
        elif item.begins and stretch:
            yield stretch
            stretch, closed = [], False
        stretch.append(item)
    yield stretch


def settle(stretch: Sequence[Paragraph | Display], rules: Rules) -> Iterator[Body | Display]:
    """Yield the bodies of a stretch between two sure places, and the display texts outside of them."""
    first, last = inside(stretch)
    yield from (item for item in stretch[:first] if isinstance(item, Display))
    text = stretch[first:last]
    start = 0
    for i in boundaries(text, rules):
        yield Body(tuple(text[start:i]))
        display = title_of(text[i])
        if display:
            yield display
        start = i + (display is not None)
    if text:
        yield Body(tuple(text[start:]))
    yield from (item for item in stretch[last:] if isinstance(item, Display))


def inside(stretch: Sequence[Paragraph | Display]) -> tuple[int, int]:
    """Return where the paragraphs of a stretch begin and end; display texts may stand before and behind them."""
    places = [i for i, item in enumerate(stretch) if isinstance(item, Paragraph)]
    return (places[0], places[-1] + 1) if places else (len(stretch), len(stretch))
