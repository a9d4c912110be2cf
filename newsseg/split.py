"""Split: blocks to bodies, one per article, and the display text and captions that stand loose between them.

By-lines decide first: an article begins where one opens, and ends where one closes it in brackets. What stands between
two sure places is one article with subheads, or several of which some print no by-line; the display text tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from newsseg import bylines
from newsseg.bylines import Byline
from newsseg.evidence import pairs
from newsseg.lines import Line, cells, cut, ends_sentence
from newsseg.rules import Rules
from newsseg.sort import Piece, pieces
from newsseg.unwrap import Block


class Signed(NamedTuple):
    """A by-line and the text it stands in."""

    line: Line
    byline: Byline


class Paragraph(NamedTuple):
    """A paragraph with its by-lines cut off; ``line`` is None where a by-line was all it held."""

    place: int
    line: Line | None
    opening: Signed | None
    closing: Signed | None


class Display(NamedTuple):
    """Display lines that stand together, between two paragraphs."""

    place: int
    lines: tuple[Line, ...]


class Body(NamedTuple):
    """The text of one article: its paragraphs, the display text between them, its by-lines."""

    parts: tuple[Paragraph | Display, ...]


class Layout(NamedTuple):
    """A page after splitting: bodies and loose display text in the order of the page; what stood apart from the flow."""

    flow: tuple[Body | Display, ...]
    apart: tuple[Piece, ...]


TORN = 16  # characters: the first piece of a torn headline, glued to a paragraph's end, is not longer
SUBHEAD = 40  # cells: a display line that is wider is no subhead


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
    return Layout(tuple(bodies(untorn(list(glue(flow))))), tuple(apart))


def paragraph(place: int, line: Line, rules: Rules) -> Paragraph:
    """Return the paragraph that ``line`` is, with its by-lines cut off."""
    opening = closing = None
    rest: Line | None = line
    if bylines.might_open(line.text):
        found = bylines.own_line(line.text, rules) or bylines.opening(line.text, 0, rules)
        if found:
            opening = Signed(cut(line, found.start, found.end), found)
            rest = cut(line, found.end, len(line.text)) if line.text[found.end :].strip() else None
    if rest and rest.text[-1] in "）)":
        found = bylines.closing(rest.text, rules)
        if found:
            closing = Signed(cut(rest, found.start, found.end), found)
            rest = cut(rest, 0, found.start) if rest.text[: found.start].strip() else None
    return Paragraph(place, rest, opening, closing)


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


def untorn(flow: Sequence[Paragraph | Display]) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with the first piece of a torn headline taken off the paragraph it was glued to."""
    carried: Line | None = None
    for i, item in enumerate(flow):
        following = flow[i + 1] if i + 1 < len(flow) else None
        if isinstance(item, Display):
            yield Display(item.place, ((carried, *item.lines) if carried else item.lines))
            carried = None
            continue
        ends_here = following is None or isinstance(following, Display) or following.opening is not None
        if item.line and ends_here and not item.closing and not ends_sentence(item.line.text):
            tail = torn_tail(item.line.text)
            if tail:
                carried = cut(item.line, tail, len(item.line.text))
                item = item._replace(line=cut(item.line, 0, tail))  # noqa: PLW2901
        yield item
        if carried and not isinstance(following, Display):
            yield Display(item.place, (carried,))
            carried = None


def torn_tail(text: str) -> int:
    """Return where the tail of ``text`` that belongs to no sentence starts, or 0 where there is none."""
    stop = max(text.rfind(mark) for mark in "。！？") + 1
    while stop < len(text) and text[stop] in "”’」』）":
        stop += 1
    return stop if stop and 0 < len(text) - stop <= TORN else 0


def bodies(flow: Iterator[Paragraph | Display]) -> Iterator[Body | Display]:
    """Yield one body per article, and the loose display texts between them."""
    stretch: list[Paragraph | Display] = []
    closed = True
    for item in flow:
        if isinstance(item, Paragraph):
            if (item.opening or closed) and stretch:
                yield from settle(stretch)
                stretch = []
            closed = item.closing is not None
        stretch.append(item)
    yield from settle(stretch)


def settle(stretch: Sequence[Paragraph | Display]) -> Iterator[Body | Display]:
    """Yield the bodies of a stretch between two sure places, and the display texts outside of them."""
    first = next((i for i, item in enumerate(stretch) if isinstance(item, Paragraph)), len(stretch))
    yield from (item for item in stretch[:first] if isinstance(item, Display))
    inside = list(stretch[first:])
    trailing: list[Display] = []
    while inside and isinstance(inside[-1], Display):
        trailing.append(inside.pop())
    start = 0
    for i in boundaries(inside):
        yield Body(tuple(inside[start:i]))
        display = inside[i]
        if isinstance(display, Display):
            yield display
        start = i + isinstance(display, Display)
    if inside:
        yield Body(tuple(inside[start:]))
    yield from reversed(trailing)


def boundaries(stretch: Sequence[Paragraph | Display]) -> list[int]:
    """Return the places of the display texts, or else of the paragraph, at which a new article begins."""
    displays = [i for i, item in enumerate(stretch) if isinstance(item, Display)]
    found = [i for i in displays if not subhead_like(stretch[i])]
    first, last = stretch[0] if stretch else None, stretch[-1] if stretch else None
    both = isinstance(first, Paragraph) and first.opening and isinstance(last, Paragraph) and last.closing
    if both and len(stretch) > 1 and not found:
        # Hardly an article is signed twice: one ends and another begins somewhere in between.
        found = [weakest([item.line.text if isinstance(item, Paragraph) and item.line else "" for item in stretch], displays)]
    return found


def weakest(texts: Sequence[str], displays: Sequence[int]) -> int:
    """Return the place before which the text changes its subject most; only ``displays`` where there are any.

    Counts the pairs of characters that stand on both sides of a place, against as many as its two sides would share if
    the whole were of one subject (Hearst 1997, "TextTiling", on characters in place of words).
    """
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    for i, text in enumerate(texts):
        for pair in set(pairs(text)):
            first.setdefault(pair, i)
            last[pair] = i
    across = [0] * (len(texts) + 1)
    for pair, start in first.items():
        across[start + 1] += 1
        across[last[pair] + 1] -= 1
    total = sum(map(len, texts))
    best, place = inf, len(texts) - 1
    shared = seen = 0
    for i, text in enumerate(texts):
        shared += across[i]
        if i and (i in displays if displays else text):
            expected = seen * (total - seen) / max(total, 1) + 1
            if shared / expected < best:
                best, place = shared / expected, i
        seen += len(text)
    return place


def subhead_like(item: Paragraph | Display) -> bool:
    """Tell whether a display text inside a stretch may be a subhead: one line of moderate width."""
    return isinstance(item, Display) and len(item.lines) == 1 and cells(item.lines[0].text) <= SUBHEAD
