"""Drafts: what becomes a record, before it has its number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsseg.engine.flow import Body, Display, Paragraph, Signed
from newsseg.engine.headlines import Group
from newsseg.engine.lines import Line, join, unspaced
from newsseg.engine.sort import Piece
from newsseg.grammar import captions, folio
from newsseg.record import Credit, Element
from newsseg.rules import Rules


class Draft(NamedTuple):
    """A record before it has its number: where its text begins, its fields, and the lines of each element."""

    start: int
    fields: dict[str, object]
    lines: tuple[tuple[str, int, Line], ...]


class Title(NamedTuple):
    """An article's display texts, and which of them is the headline; no ``groups`` and no ``parts`` where it has none.

    The headline's group comes first. ``sure`` tells in log-odds how sure it is the headline and no deck, ``confidence``
    how likely it is exact (0 to 1).
    """

    groups: Sequence[Group]
    parts: Sequence[Sequence[Line]]
    chosen: int
    sure: float
    confidence: float | None


def article(
    body: Body, title: Title, subheads: Mapping[int, Sequence[Sequence[Line]]], apart: Sequence[Piece], rules: Rules
) -> Draft:
    """Return the draft of one article; ``subheads``: the display texts that stay inside their body, by start."""
    signed, elements, lines = text_of(body, subheads)
    titles = [join(part) for part in title.parts]
    decks = [line for i, line in enumerate(titles) if i != title.chosen]
    shown = [join(piece.lines) for piece in apart if piece.kind == "caption"]
    jumps = [join(piece.lines) for piece in apart if piece.kind == "jump"]
    if titles:
        lines.append(("headline", 0, titles[title.chosen]))
    for field, found in (("deck", decks), ("captions", shown), ("jumps", jumps)):
        lines += [(field, i, line) for i, line in enumerate(found)]
    credits: list[Credit] = [credit for item in signed for credit in item.byline.credits]
    for line in shown:
        credits += [c for c in captions.caption_credits(line.text, rules) if c not in credits]
    fields: dict[str, object] = {
        "headline": titles[title.chosen].text if titles else None,
        "deck": tuple(line.text for line in decks),
        "bylines": tuple(item.line.text for item in signed),
        "outlet": next((item.byline.outlet for item in signed if item.byline.outlet), None),
        "dateline": next((item.byline.dateline for item in signed if item.byline.dateline), None),
        "credits": tuple(credits),
        "body": tuple(elements),
        "captions": tuple(line.text for line in shown),
        "jumps": tuple(line.text for line in jumps),
        "confidence": title.confidence,
    }
    start = min(line.pieces[0][0] for field, _, line in lines if field in {"body", "bylines"})
    return Draft(start, fields, tuple(lines))


def start_of(lines: Sequence[Line]) -> int:
    """Return where the first of ``lines`` starts in the page's text."""
    return lines[0].pieces[0][0]


def text_of(
    body: Body, subheads: Mapping[int, Sequence[Sequence[Line]]]
) -> tuple[list[Signed], list[Element], list[tuple[str, int, Line]]]:
    """Return the by-lines and the elements of a body, and the lines each is made of."""
    signed: list[Signed] = []
    elements: list[Element] = []
    lines: list[tuple[str, int, Line]] = []
    for part in body.parts:
        if isinstance(part, Display):
            for joined in map(join, subheads.get(start_of(part.lines), ())):
                lines.append(("body", len(elements), joined))
                elements.append(Element("subhead", joined.text))
            continue
        for item in (part.opening, part.closing):
            if item:
                lines.append(("bylines", len(signed), item.line))
                signed.append(item)
        if part.line:
            line = unspaced(part.line)
            lines.append(("body", len(elements), line))
            elements.append(Element("paragraph", line.text))
    return signed, elements, lines


def fragment(role: str, line: Line, rules: Rules) -> Draft:
    """Return the draft of a piece that belongs to no article; a folio's may name the people of the page."""
    credits = folio.folio_credits(line.text, rules) if role == "folio" else ()
    fields: dict[str, object] = {"role": role, "text": line.text, "credits": credits}
    return Draft(line.pieces[0][0], fields, (("text", 0, line),))


def body_text(body: Body) -> str:
    """Return the text of a body's paragraphs."""
    return "\n".join(part.line.text for part in body.parts if isinstance(part, Paragraph) and part.line)
