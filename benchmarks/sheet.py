"""An article set in columns: where each line of its headline, body and captions stands on a sheet of paper.

Lengths are points from the top left corner of the article's box.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, NamedTuple

from benchmarks import credits as bylines
from benchmarks import furniture
from benchmarks.layout import Source
from benchmarks.typeset import Measure, Piece, break_lines

MEASURE = Measure(ascii=0.5, squeeze=0.0)
STANDS = {"below": "after", "inside": "away"}
"""Where a headline stands in the order of reading; in all other places it stands before its text."""
FONTS = SONG, HEI, KAI, BLACK = "Song", "Hei", "Kai", "HeiBlack"
"""Names of fonts."""
HEAD_PLACES = {"above": 8, "above some": 3, "left": 2, "vertical": 2, "below": 1, "inside": 1}


class Text(NamedTuple):
    """A line of text as it is drawn; ``width`` is what it is spread to, or 0."""

    x: float
    y: float
    text: str
    size: float
    width: float = 0.0
    vertical: bool = False
    font: str = ""
    stretch: float = 1.0


@dataclass(frozen=True, slots=True)
class Style:
    """How a page is set."""

    chars: int
    gutter: float
    size: float
    leading: float
    indent: str
    spread: bool
    heads: tuple[float, float]
    head_gap: float
    caption: float
    subhead: float
    pictures: float
    spaced: float
    places: Mapping[str, float]
    fonts: Mapping[str, str] = field(default_factory=dict)
    """Of headlines, decks, subheads, by-lines, captions, where it is not the text's."""
    stretch: float = 1.0
    flat: float = 1.0
    """How much wider than high headlines, and text, are drawn."""
    uneven: float = 0.0
    """How often the last column of an article is shorter."""
    aligned: float = 0.0
    """How often a by-line on a line of its own stands at the right, or in the middle."""
    beside: float = 0.0
    """How often a caption stands beside its picture."""
    framed: float = 0.0
    """How often an article stands in a frame."""
    own: float = 0.0
    """How often an article has columns, or type, of its own."""
    caps: float = 0.0
    """How often a text begins with a drop cap."""

    @property
    def line(self) -> float:
        """Return how far the lines of the body stand apart."""
        return self.size * self.leading

    def width(self, columns: int) -> float:
        """Return the width of so many columns."""
        return self.size * (columns * self.chars + (columns - 1) * self.gutter)

    def left(self, column: int) -> float:
        """Return where a column begins."""
        return column * self.size * (self.chars + self.gutter)


def style(rng: Random, places: Mapping[str, float] | None = None) -> Style:
    """Draw the style of a page."""
    size = rng.choice((6.5, 7.5, 8.0, 8.5, 9.0, 9.5, 10.5, 12.0))
    low = rng.choice((1.5, 1.8, 2.2, 2.6))
    return Style(
        chars=rng.choice((10, 11, 12, 13, 14, 16, 18, 20, 24)),
        gutter=rng.choice((0.8, 1.0, 1.0, 1.5, 2.0, 2.5)),
        size=size,
        leading=rng.choice((1.2, 1.3, 1.4, 1.5, 1.65, 1.8)),
        indent=rng.choice(("kept", "dropped", "dropped")),
        spread=rng.random() < 0.6,
        heads=(low, low * rng.choice((1.2, 1.5, 2.0))),
        head_gap=rng.choice((0.6, 1.0, 1.6)),
        caption=rng.choice((0.85, 0.9, 1.0)),
        subhead=rng.choice((1.0, 1.0, 1.1, 1.25, 1.4)),
        pictures=rng.choice((0.0, 0.2, 0.4)),
        spaced=rng.choice((0.0, 0.0, 0.3)),
        places=places or HEAD_PLACES,
    )


WIDE_PLACES = HEAD_PLACES | {"right": 1, "vertical right": 1}


def wide_style(rng: Random, places: Mapping[str, float] | None = None) -> Style:
    """Draw the style of a page from wider ranges: fonts, stretched type, frames, columns of an article's own."""
    low = rng.uniform(1.35, 2.8)
    subheads = rng.choice((SONG, HEI, HEI, BLACK))
    return Style(
        chars=rng.randint(8, 26),
        gutter=rng.uniform(0.7, 3.0),
        size=rng.uniform(6.0, 13.0),
        leading=rng.uniform(1.15, 1.9),
        indent=rng.choice(("kept", "dropped", "dropped")),
        spread=rng.random() < 0.6,
        heads=(low, low * rng.uniform(1.1, 2.4)),
        head_gap=rng.uniform(0.4, 2.2),
        caption=rng.uniform(0.75, 1.05),
        subhead=rng.uniform(1.12, 1.5) if subheads == SONG else rng.choice((1.0, 1.0, rng.uniform(1.0, 1.4))),
        pictures=rng.choice((0.0, 0.2, 0.5)),
        spaced=rng.choice((0.0, 0.0, 0.3, 0.8)),
        places=places or WIDE_PLACES,
        fonts={
            "headline": rng.choice((SONG, HEI, BLACK)),
            "deck": rng.choice((SONG, HEI, KAI)),
            "subhead": subheads,
            "byline": rng.choice((SONG, SONG, KAI, HEI)),
            "caption": rng.choice((SONG, KAI, HEI)),
        },
        stretch=rng.choice((1.0, 1.0, rng.uniform(0.65, 1.2))),
        flat=rng.choice((1.0, 1.0, rng.uniform(0.85, 1.1))),
        uneven=rng.choice((0.0, 0.3, 0.7)),
        aligned=rng.choice((0.0, 0.5, 1.0)),
        beside=rng.choice((0.0, 0.4)),
        framed=rng.choice((0.0, 0.2, 0.5)),
        own=rng.choice((0.0, 0.2, 0.5)),
        caps=rng.choice((0.0, 0.0, 0.0, 0.3)),
    )


class Blocked(NamedTuple):
    """Cells that body text may not take: columns ``[first, last)``, ``lines`` of them from the top, or the bottom."""

    first: int
    last: int
    lines: int
    at: str = "top"


class Row(NamedTuple):
    """A line of the body before it has a place."""

    text: str
    indent: float
    size: float
    full: bool
    font: str = ""
    cap: str = ""


@dataclass(slots=True)
class Box:
    """What is drawn of an article, display text apart, and the record that must come out of it."""

    width: float
    head: list[Text] = field(default_factory=list)
    body: list[Text] = field(default_factory=list)
    captions: list[Text] = field(default_factory=list)
    height: float = 0.0
    frame: float = 0.0
    record: dict[str, Any] = field(default_factory=dict)


def set_article(rng: Random, source: Source, signed: Sequence[bylines.Byline], page: Style, columns: int) -> Box:
    """Set an article in so many columns."""
    page, frame = _own(rng, page)
    names, weights = zip(*page.places.items(), strict=True)
    place = rng.choices(names, weights)[0]
    if columns == 1 and not place.startswith("vertical"):
        place = "above"
    if columns < 3 and place in {"above some", "inside"}:
        place = "above"
    box = Box(page.width(columns))
    blocked: list[Blocked] = []
    shift = 0.0
    scale = rng.uniform(*page.heads) * page.size
    if place.startswith("vertical"):
        shift = _vertical_head(source, page, scale, box)
    else:
        first, last = _over(rng, place, columns)
        room = page.width(last - first)
        height = _head(rng, source, page, scale, room, page.left(first), box)
        blocked.append(Blocked(first, last, -int(-height // page.line), _side(place)))
    caption = _picture(rng, source, page, columns, blocked)
    extra = rng.randint(1, 6) if page.uneven and rng.random() < page.uneven else 0
    cells, height = _flow(_rows(rng, source, signed, page), blocked, columns, extra)
    if place == "vertical right":
        room, shift = shift, 0.0
        box.head = [text._replace(x=text.x + page.width(columns) + page.line) for text in box.head]
        box.width += room
    _draw(cells, page, shift, box)
    _settle(box, blocked, height, page, place)
    if caption:
        _caption(rng, caption, blocked[-1], height, page, shift, box)
    box.width += shift
    box.record = _record(source, signed, caption, place)
    return _in_frame(box, frame * page.size) if frame else box


def _own(rng: Random, page: Style) -> tuple[Style, float]:
    """Return the style of one article, which may differ from its page's, and the room inside its frame, or 0."""
    frame = rng.uniform(0.8, 2.0) if page.framed and rng.random() < page.framed else 0.0
    if page.own and rng.random() < page.own:
        size = page.size * rng.choice((1.0, 1.0, rng.uniform(0.9, 1.2)))
        page = replace(page, chars=max(8, page.chars + rng.randint(-4, 6)), size=size)
    return page, frame


def _in_frame(box: Box, room: float) -> Box:
    for name in ("head", "body", "captions"):
        moved = [text._replace(x=text.x + room, y=text.y + room) for text in getattr(box, name)]
        setattr(box, name, moved)
    box.width, box.height, box.frame = box.width + 2 * room, box.height + 2 * room, room
    return box


def _side(place: str) -> str:
    return {"below": "bottom", "inside": "middle", "left": "whole", "right": "whole"}.get(place, "top")


def _over(rng: Random, place: str, columns: int) -> tuple[int, int]:
    if place == "left":
        return 0, 1
    if place == "right":
        return columns - 1, columns
    if place == "above some":
        return 0, rng.randint(1, columns - 1)
    if place == "inside":
        return 1, columns - 1 if columns > 3 else 3
    return 0, columns


def _head(rng: Random, source: Source, page: Style, scale: float, room: float, left: float, box: Box) -> float:
    """Set kicker, headline and deck into ``room``; return their height."""
    y, small = 0.0, max(page.size * 1.25, scale * rng.choice((0.45, 0.55, 0.65)))
    centred = rng.random() < 0.6
    for kind, size in (("kicker", small), ("headline", scale), ("subtitle", small)):
        text = (source.get(kind) or "").strip()
        if not text:
            continue
        space = 1 + (page.spaced if kind == "headline" and len(text) < 12 else 0)
        if (len(text) + 1) * size * space * page.stretch > room:
            space = 1.0  # lines of a title stand no closer than its characters
        font = page.fonts.get("headline" if kind == "headline" else "deck", "")
        chars = max(2, int(room / size / space / page.stretch))
        for part in break_lines([Piece(text, None)], [_even(len(text), chars)], MEASURE, rng):
            line = "".join(piece.text for piece in part)
            wide = _width(line) * size * space * page.stretch
            y += size * 1.25
            x = left + (max(0.0, room - wide) / 2 if centred else 0.0)
            spread = wide if space > 1 else 0.0
            box.head.append(Text(x, y - size * 0.25, line, size, spread, font=font, stretch=page.stretch))
    return y + page.head_gap * page.line


def _even(length: int, room: int) -> int:
    """Return the width of the lines of a title that needs several, so that none is a rest."""
    lines = -(-length // room)
    return min(room, -(-length // lines) + 1)


def _width(text: str) -> float:
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def _vertical_head(source: Source, page: Style, scale: float, box: Box) -> float:
    """Set the headline from top to bottom, its lines from right to left; return the room it takes at the left."""
    small = max(page.size * 1.25, scale * 0.5)
    title, deck = page.fonts.get("headline", ""), page.fonts.get("deck", "")
    texts = [(source["headline"].strip(), scale, title), *((text, small, deck) for text in _decks(source, "vertical"))]
    lines = [(text[at : at + 12], size, font) for text, size, font in texts for at in range(0, len(text), 12)]
    x = sum(size * 1.3 for _text, size, _font in lines)
    room = x + page.line
    for text, size, font in lines:
        x -= size * 1.3
        box.head.append(Text(x, size, text, size, vertical=True, font=font))
    return room


def _decks(source: Source, place: str) -> list[str]:
    """Return the decks that are printed: a headline from top to bottom has room for one."""
    found = [text for key in ("kicker", "subtitle") if (text := (source.get(key) or "").strip())]
    return found[-1:] if place.startswith("vertical") else found


def _picture(
    rng: Random, source: Source, page: Style, columns: int, blocked: list[Blocked]
) -> furniture.Caption | None:
    if columns < 2 or rng.random() >= page.pictures:
        return None
    found = furniture.caption(rng, "\n".join(part["text"] for part in source["body"]), source["headline"])
    if found:
        first = rng.randint(1, columns - 1)
        if any(cells.at == "whole" and first <= cells.last - 1 for cells in blocked):
            return None  # the headline stands there
        if any(cells.at != "bottom" and cells.first <= first < cells.last for cells in blocked):
            blocked.append(Blocked(first, columns, rng.randint(8, 14), "bottom"))
        else:
            blocked.append(Blocked(first, columns, rng.randint(8, 14), "top"))
    return found


def _rows(rng: Random, source: Source, signed: Sequence[bylines.Byline], page: Style) -> list[Row]:
    rows: list[Row] = []
    start = "".join(line.text for line in signed if line.place == "start")
    end = "".join(line.text for line in signed if line.place == "end")
    aside = bool(page.aligned) and bool(end) and rng.random() < page.aligned
    if aside:
        end = ""
    for line in signed:
        if line.place == "own":
            made = _lines(rng, line.text, page, first=rng.choice(("", "dropped")))
            rows += _aligned(rng, made, page, line.text)
    last = len(source["body"]) - 1
    for at, part in enumerate(source["body"]):
        if part["kind"] == "subhead":
            rows += _subhead(rng, part["text"], page)
            continue
        text = (start if not at else "") + part["text"] + (end if at == last else "")
        made = _lines(rng, text, page, first=page.indent)
        if not at and not start and page.caps and rng.random() < page.caps:
            made = _capped(rng, text, page)
        rows += made
    for line in signed if aside else ():
        if line.place == "end":
            rows += _aligned(rng, _lines(rng, line.text, page, first=""), page, line.text)
    return rows


def _aligned(rng: Random, rows: list[Row], page: Style, text: str) -> list[Row]:
    """Set a by-line that fits on a line to the right, or into the middle."""
    font = page.fonts.get("byline", "")
    room = page.chars / page.flat - _width(text)
    if len(rows) > 1 or room < 1 or not page.aligned or rng.random() >= page.aligned:
        return [row._replace(font=font, full=False) for row in rows]
    return [rows[0]._replace(text=text.strip(), indent=rng.choice((room, room - 0.5, room / 2)), font=font)]


def _capped(rng: Random, text: str, page: Style) -> list[Row]:
    """Set a paragraph whose first character is as high as two lines."""
    full = int(page.chars / page.flat)
    narrow = full - 3
    lines = [
        "".join(piece.text for piece in line)
        for line in break_lines([Piece(text[1:], None)], [narrow, narrow, full], MEASURE, rng)
    ]
    rows = [Row(line, 3.0 * (at < 2), page.size, at < len(lines) - 1) for at, line in enumerate(lines)]
    return [rows[0]._replace(cap=text[0]), *rows[1:]] if len(rows) > 3 else _lines(rng, text, page, first=page.indent)


def _lines(rng: Random, text: str, page: Style, *, first: str) -> list[Row]:
    lines = [
        "".join(piece.text for piece in line)
        for line in break_lines([Piece(text, None)], [int(page.chars / page.flat)], MEASURE, rng, first)
    ]
    dropped = 2.0 if first == "dropped" else 0.0
    return [Row(line, 0.0 if at else dropped, page.size, at < len(lines) - 1) for at, line in enumerate(lines)]


def _subhead(rng: Random, text: str, page: Style) -> list[Row]:
    size = page.size * page.subhead
    room = int(page.chars / page.subhead)
    rows = []
    for line in break_lines([Piece(text, None)], [_even(len(text), max(4, room))], MEASURE, rng):
        words = "".join(piece.text for piece in line)
        left = max(0.0, page.chars - _width(words) * page.subhead) / 2
        rows.append(Row(words, left, size, full=False, font=page.fonts.get("subhead", "")))
    return rows


def _flow(
    rows: Sequence[Row], blocked: Sequence[Blocked], columns: int, extra: int = 0
) -> tuple[list[tuple[int, int, Row]], int]:
    """Return the rows with the column and the line that each takes, and the height in lines; columns are even."""
    height = 2
    while True:
        free = [
            (column, line)
            for column in range(columns)
            for line in range(height)
            if not any(_covers(cells, column, line, height) for cells in blocked)
        ]
        if len(free) >= len(rows) + (columns > 1) * extra:
            return [(*cell, row) for cell, row in zip(free, rows, strict=False)], height
        height += 1


def _covers(cells: Blocked, column: int, line: int, height: int) -> bool:
    if not cells.first <= column < cells.last:
        return False
    if cells.at == "whole":
        return True
    return _top(cells, height) <= line < _top(cells, height) + cells.lines


def _top(cells: Blocked, height: int) -> int:
    if cells.at == "bottom":
        return max(0, height - cells.lines)
    return max(0, (height - cells.lines) // 2) if cells.at == "middle" else 0


def _draw(cells: Sequence[tuple[int, int, Row]], page: Style, shift: float, box: Box) -> None:
    room = page.chars * page.size
    for column, line, row in cells:
        flat = page.flat if row.size == page.size else 1.0
        x = shift + page.left(column) + row.indent * page.size * flat
        wide = room - row.indent * page.size * flat
        spread = page.spread and row.full and 0.85 * wide < _width(row.text) * row.size * flat < wide
        y = (line + 0.9) * page.line
        if row.cap:
            size = page.line + 0.8 * page.size
            box.body.append(Text(x - row.indent * page.size * flat, y + page.line, row.cap, size, font=row.font))
        box.body.append(Text(x, y, row.text, row.size, wide if spread else 0.0, font=row.font, stretch=flat))
    box.height = max((text.y for text in box.body), default=0.0) + page.line


def _settle(box: Box, blocked: Sequence[Blocked], height: int, page: Style, place: str) -> None:
    """Move the headline to its place, now that the box's height is known."""
    if place in {"below", "inside"}:
        down = _top(blocked[0], height) * page.line + page.head_gap * page.line / 2
        box.head = [text._replace(y=text.y + down) for text in box.head]
    below = max((text.y + len(text.text) * text.size * 1.1 * text.vertical for text in box.head), default=0.0)
    box.height = max(box.height, below + page.line)


def _caption(
    rng: Random,
    caption: furniture.Caption,
    cells: Blocked,
    height: int,
    page: Style,
    shift: float,
    box: Box,
) -> None:
    """Set a caption under its picture, in the last lines of the cells that the picture takes."""
    size = page.size * page.caption
    beside = cells.last - cells.first > 1 and page.beside > 0 and rng.random() < page.beside
    first = cells.last - 1 if beside else cells.first
    room = int(page.width(cells.last - first) / size)
    lines = break_lines([Piece(caption.text, None)], [room], MEASURE, rng)
    y = (_top(cells, height) + cells.lines - 0.8) * page.line - (len(lines) - 1) * size * 1.25
    for line in lines:
        text = "".join(piece.text for piece in line)
        box.captions.append(Text(shift + page.left(first), y, text, size, font=page.fonts.get("caption", "")))
        y += size * 1.25
    box.height = max(box.height, y + page.line)


def _record(
    source: Source, signed: Sequence[bylines.Byline], caption: furniture.Caption | None, place: str
) -> dict[str, Any]:
    found = [line.credits for line in signed] + ([caption.credits] if caption else [])
    credits = dict.fromkeys(credit for line in found for credit in line)
    return {
        "kind": "article",
        "headline": source["headline"].strip(),
        "deck": _decks(source, place),
        "bylines": [line.text.strip() for line in signed],
        "credits": [{"name": name, "role": role, "type": kind} for role, name, kind in credits],
        "body": [dict(part) for part in source["body"]],
        "captions": [caption.text] if caption else [],
        "headline_stands": STANDS.get(place, "before"),
        "headline_place": place,
    }
