"""Assemble: bodies, titles, captions and frame of a page become its records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from newsseg.engine.banners import under_banner
from newsseg.engine.choices import Run
from newsseg.engine.confidence import confidence
from newsseg.engine.drafts import Draft, Title, article, body_text, fragment, start_of
from newsseg.engine.flow import Body, Display, Layout, Paragraph
from newsseg.engine.headlines import Group, assign
from newsseg.engine.lines import Line, follows, join
from newsseg.engine.owners import owners
from newsseg.engine.pairs import forget
from newsseg.engine.split import split
from newsseg.engine.titles import headlines
from newsseg.engine.unwrap import blocks_of
from newsseg.geometry import LineBox
from newsseg.grammar.editions import edition
from newsseg.record import Article, Edition, Fragment, Record, Span
from newsseg.rules import Rules, shipped

NOWHERE = -1  # the place of a text that is not on the page
LOOSE_ROLES = {
    "caption": "caption",
    "jump": "text",
    "folio": "folio",
    "guide": "text",
    "column": "display",
    "advert": "display",
}


def split_page(
    text: str, *, source: str = "", page: int = 1, rules: Rules | None = None, boxes: Sequence[LineBox] = ()
) -> list[Record]:
    """Return the records of one page: its articles, and the fragments that belong to none, in order of place.

    ``text`` is the page's plain text; spans count its characters. ``source`` and ``page`` name it in the records. The
    function is pure: the same text and rules give the same records. Without ``rules`` the shipped words count, and no
    rule file is looked for. ``boxes`` tell where the text's lines stand on paper (see ``newsseg.geometry``).
    """
    rules = rules or shipped()
    blocks, seen = blocks_of(text, rules, boxes)
    layout = split(blocks, rules)
    printed = edition((line.text for piece in layout.apart if piece.kind == "folio" for line in piece.lines), rules)
    found = sorted(drafts(layout, rules), key=lambda draft: draft.start)
    forget()
    records = [finished(draft, printed, source, page, number) for number, draft in enumerate(found, 1)]
    return [seen.record(record) for record in records] if seen else records


def finished(draft: Draft, printed: Edition | None, source: str, page: int, order: int) -> Record:
    """Return the record of a draft."""
    spans = sorted(
        [Span(field, index, start, end) for field, index, line in draft.lines for start, end, _ in line.pieces],
        key=itemgetter(2, 3),
    )
    kind = Fragment if "role" in draft.fields else Article
    return kind(
        id=f"{source}:{page}:{order}",
        source=source,
        page=page,
        order=order,
        edition=printed,
        spans=tuple(spans),
        **draft.fields,  # type: ignore[arg-type]
    )


class Titled(NamedTuple):
    """The bodies of a page, their ``texts`` and ``titles``.

    ``runs`` are the page's display lines, ``groups`` what was made of them all.
    """

    bodies: list[Body]
    texts: list[str]
    titles: list[Title]
    runs: list[Run]
    groups: list[Group]


def titled(layout: Layout, rules: Rules) -> Titled:
    """Return the bodies of a page with the titles that its display texts make."""
    bodies = [item for item in layout.flow if isinstance(item, Body)]
    texts = [body_text(body) for body in bodies]
    runs = runs_of(layout)
    flows = [flows_of(body) for body in bodies] if printed_page(layout) else []
    groups, style = assign(runs, texts, rules, flows)
    groups = under_banner(groups, runs, texts)
    owned: list[list[Group]] = [[] for _ in bodies]
    for group in groups:
        if group.body is not None and group.body != runs[group.run].inside:
            owned[group.body].append(group)
    for named, body in signed_apart(bodies, runs, groups):
        if named.body is None:  # its text is not found
            bodies.append(body)
            texts.append("")
            owned.append([named])
        else:
            bodies[named.body] = body
    parts = [[(group, part) for group in own for part in parts_of(runs[group.run], group)] for own in owned]
    shown = [[part for _group, part in own] for own in parts]
    chosen = headlines(shown, style.wrapped, rules)
    titles = [titled_by(own, *one, text) for own, one, text in zip(parts, chosen, texts, strict=True)]
    return Titled(bodies, texts, titles, runs, groups)


def titled_by(parts: Sequence[tuple[Group, Sequence[Line]]], index: int, sure: float, text: str) -> Title:
    """Return the title that ``parts`` make, each with its group; ``index``: of the headline, ``text``: of the body."""
    if not parts:
        return Title((), (), index, sure, None)
    group, headline = parts[index]
    groups = tuple(dict.fromkeys([group, *(one for one, _part in parts)]))
    printed = join(headline).text
    doubtful = printed.endswith("—") or printed in text or len(groups) > 1
    likely = confidence(group, sure, len(parts), doubtful=doubtful)
    return Title(groups, [part for _group, part in parts], index, sure, likely)


def signed_apart(bodies: Sequence[Body], runs: Sequence[Run], groups: Sequence[Group]) -> Iterator[tuple[Group, Body]]:
    """Yield each title with a by-line that stands apart from its text, and its body with that by-line."""
    for group in groups:
        run = runs[group.run]
        if run.signed and group.end == len(run.lines):
            parts = () if group.body is None else bodies[group.body].parts
            place = parts[0].place if parts else NOWHERE
            yield group, Body((Paragraph(place, None, run.signed, None), *parts))


def drafts(layout: Layout, rules: Rules) -> list[Draft]:
    """Return the drafts of all records of a page."""
    page = titled(layout, rules)
    taken = {group for title in page.titles for group in title.groups}
    subheads: dict[int, list[list[Line]]] = {}
    loose: list[Group] = []
    for group in page.groups:
        run = page.runs[group.run]
        if group.body is None and group not in taken:
            loose.append(group)
        elif group.body == run.inside:
            subheads[start_of(run.lines)] = cut_at(run.lines[group.start : group.end], ())
    owned = owners(layout.apart, page.bodies, page.texts, starts_of(page))
    found = [
        article(body, title, subheads, [piece for piece, owner in owned if owner == i], rules)
        for i, (body, title) in enumerate(zip(page.bodies, page.titles, strict=True))
    ]
    for group in loose:
        run = page.runs[group.run]
        first = 0 if run.before is None else found[run.before].start + 1  # a title that text ran around comes last
        drafted = (fragment("display", join(part), rules) for part in parts_of(run, group))
        found += [draft._replace(start=max(draft.start, first)) for draft in drafted]
    found += [fragment(LOOSE_ROLES[piece.kind], join(piece.lines), rules) for piece, owner in owned if owner is None]
    return found


def starts_of(page: Titled) -> list[tuple[int, int]]:
    """Return the places where the titles and paragraphs of a page start, in order, with the numbers of their bodies."""
    titles = ((page.runs[group.run].lines[group.start :], group.body) for group in page.groups)
    found = [(start_of(lines), body) for lines, body in titles if body is not None]
    for i, body in enumerate(page.bodies):
        parts = (part.opening.line if part.opening else part.line for part in body.parts if isinstance(part, Paragraph))
        found += [(start_of([line]), i) for line in parts if line]
    return sorted(found)


def printed_page(layout: Layout) -> bool:
    """Tell whether the places of the page's lines on paper are known."""
    return any(flows_of(item) for item in layout.flow if isinstance(item, Body))


def flows_of(body: Body) -> frozenset[int]:
    """Return the flows of the printed page that a body's paragraphs stand in."""
    lines = (part.line for part in body.parts if isinstance(part, Paragraph) and part.line)
    return frozenset(line.box.flow for line in lines if line.box)


def parts_of(run: Run, group: Group) -> list[list[Line]]:
    """Return the display texts of a group, each as its lines."""
    return cut_at(run.lines[group.start : group.end], group.ends)


def cut_at(lines: Sequence[Line], ends: Iterable[int]) -> list[list[Line]]:
    """Return ``lines`` cut at ``ends``; what stands inside the line above it on the page is a text of its own."""
    apart = (i for i in range(1, len(lines)) if not follows(lines[i - 1], lines[i]))
    stops = sorted({*ends, *apart, len(lines)})
    return [list(lines[a:b]) for a, b in zip((0, *stops), stops, strict=False)]


def runs_of(layout: Layout) -> list[Run]:
    """Return the runs of display lines of a page, subheads among them."""
    runs: list[Run] = []
    number = -1
    pending: list[int] = []
    for item in layout.flow:
        if isinstance(item, Display):
            pending.append(len(runs))
            runs.append(Run(item.lines, number if number >= 0 else None, None, signed=item.signed))
            continue
        number += 1
        for k in pending:
            runs[k] = runs[k]._replace(after=number)
        pending = []
        runs += [Run(part.lines, None, None, number) for part in item.parts if isinstance(part, Display)]
    return runs
