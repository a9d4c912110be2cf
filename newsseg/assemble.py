"""Assemble: bodies, titles, captions and frame of a page become its records."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newsseg import captions
from newsseg.evidence import Evidence
from newsseg.headlines import Run, assign
from newsseg.lines import Line, join
from newsseg.record import Article, Credit, Element, Fragment, Record, Span
from newsseg.rules import Rules, load
from newsseg.flow import Body, Display, Layout, Paragraph, Signed
from newsseg.sort import Piece
from newsseg.split import split
from newsseg.titles import headlines
from newsseg.unwrap import unwrap


class Draft(NamedTuple):
    """A record before it has its number: where its text begins, its fields, and the lines of each element."""

    start: int
    fields: dict[str, object]
    lines: tuple[tuple[str, int, Line], ...]


def split_page(text: str, *, source: str = "", page: int = 1, rules: Rules | None = None) -> list[Record]:
    """Return the records of one page: its articles, and the fragments that belong to none, in order of place.

    ``text`` is the page's plain text; spans count its characters. ``source`` and ``page`` name it in the records. The
    function is pure: the same text gives the same records.
    """
    rules = rules or load()
    layout = split(unwrap(text, rules), rules)
    drafts = articles(layout, rules)
    drafts.sort(key=lambda draft: draft.start)
    return [finished(draft, source, page, number) for number, draft in enumerate(drafts, 1)]


def finished(draft: Draft, source: str, page: int, order: int) -> Record:
    """Return the record of a draft."""
    spans = sorted(
        (Span(field, index, start, end) for field, index, line in draft.lines for start, end, _ in line.pieces),
        key=lambda span: span[2:],
    )
    kind = Fragment if "role" in draft.fields else Article
    return kind(
        id=f"{source}:{page}:{order}", source=source, page=page, order=order, spans=tuple(spans), **draft.fields
    )  # type: ignore[arg-type]


def articles(layout: Layout, rules: Rules) -> list[Draft]:
    """Return the drafts of all records of a page."""
    bodies = [item for item in layout.flow if isinstance(item, Body)]
    texts = [
        "\n".join(part.line.text for part in body.parts if isinstance(part, Paragraph) and part.line) for body in bodies
    ]
    runs, owners = runs_of(layout)
    titles: list[list[list[Line]]] = [[] for _ in bodies]
    subheads: dict[int, Display] = {}
    loose: list[tuple[str, Line]] = []
    for group in assign(runs, texts, rules):
        run = runs[group.run]
        lines = run.lines[group.start : group.end]
        cuts = [0, *group.ends]
        parts = [list(lines[a:b]) for a, b in zip(cuts, cuts[1:], strict=False)]
        if group.body is None:
            loose += [("display", join(part)) for part in parts]
        elif group.body == run.inside:
            subheads[owners[group.run]] = Display(owners[group.run], lines)
        else:
            titles[group.body] = parts
    chosen = headlines(titles, rules)
    owned = owners_of(layout, bodies, texts)
    drafts = []
    for i, body in enumerate(bodies):
        drafts.append(article(body, titles[i], chosen[i], subheads, [piece for piece, b in owned if b == i], rules))
    loose += [(LOOSE_ROLE[piece.kind], join(piece.lines)) for piece, b in owned if b is None]
    drafts += [fragment(role, line, rules) for role, line in loose]
    return drafts


LOOSE_ROLE = {"caption": "caption", "jump": "text", "folio": "folio", "column": "display"}
NEAR = 1.5  # log-odds: a caption stands with its article more often than not


def owners_of(layout: Layout, bodies: Sequence[Body], texts: Sequence[str]) -> list[tuple[Piece, int | None]]:
    """Return each caption with the body it shares its words with, each jump line with the body it stands in."""
    wanted = [piece for piece in layout.apart if piece.kind == "caption"]
    evidence = Evidence(texts, (line.text for piece in wanted for line in piece.lines))
    firsts = [body.parts[0].place for body in bodies]
    found: list[tuple[Piece, int | None]] = []
    for piece in layout.apart:
        near = bisect_right(firsts, piece.place) - 1
        owner = near if near >= 0 else None
        if piece.kind == "caption":
            scores = evidence.scores(join(piece.lines).text)
            if owner is not None:
                scores[owner] = scores.get(owner, evidence.none(join(piece.lines).text)) + NEAR
            owner = max(scores, key=lambda body: scores[body]) if scores else None
        found.append((piece, None if piece.kind in {"folio", "column"} else owner))
    return found


def runs_of(layout: Layout) -> tuple[list[Run], list[int]]:
    """Return the runs of display lines of a page, subheads among them, and the place of each."""
    runs, places = [], []
    number = -1
    pending: list[int] = []
    for item in layout.flow:
        if isinstance(item, Body):
            number += 1
            for k in pending:
                runs[k] = runs[k]._replace(after=number)
            pending = []
            for part in item.parts:
                if isinstance(part, Display):
                    runs.append(Run(part.lines, None, None, number))
                    places.append(part.place)
        else:
            pending.append(len(runs))
            runs.append(Run(item.lines, number if number >= 0 else None, None))
            places.append(item.place)
    return runs, places


def article(
    body: Body,
    title: list[list[Line]],
    chosen: int,
    subheads: dict[int, Display],
    apart: Sequence[Piece],
    rules: Rules,
) -> Draft:
    """Return the draft of one article."""
    lines: list[tuple[str, int, Line]] = []
    texts = [join(part).text for part in title]
    decks = [text for i, text in enumerate(texts) if i != chosen]
    for i, part in enumerate(title):
        index = 0 if i == chosen else i - (i > chosen)
        lines += [("headline" if i == chosen else "deck", index, line) for line in part]
    signed: list[Signed] = []
    elements: list[Element] = []
    for part in body.parts:
        if isinstance(part, Display):
            if part.place in subheads:
                joined = join(part.lines)
                lines.append(("body", len(elements), joined))
                elements.append(Element("subhead", joined.text))
            continue
        for item in (part.opening, part.closing):
            if item:
                lines.append(("bylines", len(signed), item.line))
                signed.append(item)
        if part.line:
            lines.append(("body", len(elements), part.line))
            elements.append(Element("paragraph", part.line.text))
    credits: list[Credit] = [credit for item in signed for credit in item.byline.credits]
    shown = [join(piece.lines) for piece in apart if piece.kind == "caption"]
    jumps = [join(piece.lines) for piece in apart if piece.kind == "jump"]
    lines += [("captions", i, line) for i, line in enumerate(shown)]
    lines += [("jumps", i, line) for i, line in enumerate(jumps)]
    for line in shown:
        credits += [c for c in captions.caption_credits(line.text, rules) if c not in credits]
    fields: dict[str, object] = {
        "headline": texts[chosen] if texts else None,
        "deck": tuple(decks),
        "bylines": tuple(item.line.text for item in signed),
        "outlet": next((item.byline.outlet for item in signed if item.byline.outlet), None),
        "dateline": next((item.byline.dateline for item in signed if item.byline.dateline), None),
        "credits": tuple(credits),
        "body": tuple(elements),
        "captions": tuple(line.text for line in shown),
        "jumps": tuple(line.text for line in jumps),
    }
    start = min(line.pieces[0][0] for part in body.parts if isinstance(part, Paragraph) for line in first_lines(part))
    return Draft(start, fields, tuple(lines))


def first_lines(part: Paragraph) -> list[Line]:
    """Return the lines a paragraph holds: by-line, text."""
    return [line for line in (part.opening and part.opening.line, part.line, part.closing and part.closing.line) if line]


def fragment(role: str, line: Line, rules: Rules) -> Draft:
    """Return the draft of a piece that belongs to no article."""
    return Draft(line.pieces[0][0], {"role": role, "text": line.text}, (("text", 0, line),))
