"""From an article and habits to blocks: the lines of its display text, body, captions and jumps."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, NamedTuple, TypeAlias

from benchmarks import credits as forms
from benchmarks import furniture, titles
from benchmarks.habits import Habits
from benchmarks.typeset import Line, Measure, Piece, Tag, break_lines

Source: TypeAlias = Mapping[str, Any]


END_ALONE = 0.3
"""How often a by-line that ends an article has a line of its own."""
LONG_DECKS = 0.25
"""How often a deck is set on several lines where a headline would be: on typeset and real pages 0 of 94 are, in pages
that others compose after real ones 10 to 28 of 100."""
INTERRUPTS = 0.15
"""How often a caption inside an article stands in the middle of a paragraph."""


class Block(NamedTuple):
    """Lines that stand together; ``kind`` is headline, deck, byline, paragraph, subhead, caption, jump or other."""

    kind: str
    lines: tuple[Line, ...]
    article: int | None = None


@dataclass(slots=True)
class Printed:
    """One article, ready to be put on the page."""

    stands: str
    bylines: tuple[forms.Byline, ...]
    head: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    loose: list[Block] = field(default_factory=list)  # captions for the end of the page
    captions: list[furniture.Caption] = field(default_factory=list)


def whole_body(source: Source) -> str:
    """Return all body text of an article."""
    return "".join(part["text"] for part in source["body"])


def set_display(rng: Random, text: str, tag: Tag, body: str, habits: Habits, room: int) -> tuple[Line, ...]:
    """Set a title on one line or several, by the page's habit; decks seldom take several."""
    ways = list(habits.head_lines)
    way = rng.choices(ways, [habits.head_lines[name] for name in ways])[0]
    if tag is not None and tag[1] == "deck" and rng.random() >= LONG_DECKS:
        way = "one"
    if way == "one" and len(text) > 34:
        way = "meaning"
    if way == "width":
        parts = titles.mechanical(text, max(5, room), habits.measure, rng)
    elif way == "meaning" and len(text) > 9:
        parts = titles.meaningful(text, 3 if len(text) > 24 else 2, body, rng)
    else:
        parts = [text]
    if rng.random() < habits.centred:
        return tuple((Piece(" " * rng.randint(1, 6), None), *line) for line in titles.tagged(text, parts, tag))
    return tuple(titles.tagged(text, parts, tag))


def set_head(rng: Random, source: Source, number: int, habits: Habits, column: int) -> list[Block]:
    """Set kicker, headline and deck in the order in which the dump has them."""
    body, size = whole_body(source), rng.uniform(*habits.sizes)
    wide = column * rng.choice((1, 1, 1, 2))
    kicker, deck = (text.strip() for text in (source.get("kicker") or "", source.get("subtitle") or ""))
    texts = [("deck", kicker), ("headline", source["headline"].strip()), ("deck", deck)]
    if (kicker or deck) and rng.random() < habits.reversed:
        texts = [texts[1], texts[0], texts[2]] if kicker and not deck else [texts[2], texts[1], texts[0]]
    made, decks = [], 0
    for kind, text in texts:
        if not text:
            continue
        tag = (number, kind, decks if kind == "deck" else 0)
        decks += kind == "deck"
        room = round(wide / (size if kind == "headline" else 1 + (size - 1) * 0.25))
        made.append(Block(kind, set_display(rng, text, tag, body, habits, room), number))
    return made


def _columns(rng: Random, habits: Habits) -> list[int]:
    """Return the widths of an article's lines: one, or another from some line on, or for some lines (a picture)."""
    width = rng.randint(habits.narrow, habits.wide)
    if rng.random() >= habits.width_changes:
        return [width]
    other, start = rng.randint(habits.narrow, habits.wide), rng.randint(4, 40)
    back = [width] if rng.random() < 0.4 else []
    return [width] * start + [other] * (rng.randint(5, 14) if back else 1) + back


def with_subheads(rng: Random, parts: Sequence[Mapping[str, str]], habits: Habits) -> list[Mapping[str, str]]:
    """Give an article without subheads some, in words of the paragraphs that they stand above."""
    paragraphs = [at for at, part in enumerate(parts) if part["kind"] == "paragraph"]
    if len(paragraphs) != len(parts) or len(parts) < 5 or rng.random() >= habits.subheads:
        return list(parts)
    made: list[Mapping[str, str]] = []
    step = rng.choice((2, 3))
    for at, part in enumerate(parts):
        clauses = re.findall(r"(?<=[，。；])([^，。；：！？“”（）《》、…—\s]{6,13})(?=[，。；])", part["text"])
        if at and at % step == 0 and clauses and at < len(parts) - 1:
            made.append({"kind": "subhead", "text": rng.choice(clauses)})
        made.append(part)
    return made


def set_body(rng: Random, parts: Sequence[Mapping[str, str]], number: int, made: Printed, habits: Habits) -> None:
    """Set the paragraphs, subheads and by-lines of an article."""
    columns, used = _columns(rng, habits), 0
    wide_break, alone = rng.random() < habits.wide_breaks, rng.random() < END_ALONE
    for nth, line in enumerate(made.bylines):
        if line.place == "own":
            text = Piece(line.text, (number, "bylines", nth))
            lines = _at_spaces(text) if wide_break else break_lines([text], columns[:1], habits.measure, rng)
            made.body.append(Block("byline", tuple(lines), number))
    last = max(at for at, part in enumerate(parts) if part["kind"] == "paragraph")
    opened = False
    for at, part in enumerate(parts):
        pieces = [Piece(part["text"], (number, "body", at))]
        left = columns[min(used, len(columns) - 1) :]
        if part["kind"] == "subhead":
            lines = break_lines(pieces, [max(left[0], 8)], habits.measure, rng)
        else:
            before, after = _run_in(made.bylines, number, first=not opened, last=at == last and not alone)
            glue = [Piece(rng.choice(("", "", " ")), None)] if after else []
            lines = _paragraph(
                rng, [*before, *pieces, *glue, *after], left, habits, wide_break=wide_break and not opened
            )
            opened = True
        used += len(lines)
        made.body.append(Block(part["kind"], tuple(lines), number))
    for nth, line in enumerate(made.bylines):
        if line.place == "end" and alone:
            lines = break_lines([Piece(line.text, (number, "bylines", nth))], columns[-1:], habits.measure, rng)
            made.body.append(Block("byline", tuple(lines), number))


def _paragraph(rng: Random, pieces: list[Piece], widths: list[int], habits: Habits, *, wide_break: bool) -> list[Line]:
    measure = habits.measure
    if wide_break and pieces[0].tag and pieces[0].tag[1] == "bylines" and " " in pieces[0].text:
        head, rest = pieces[0].text.split(" ", 1)
        lines = break_lines([Piece(head, pieces[0].tag)], widths, measure, rng, measure.indent)
        return lines + break_lines([Piece(rest, pieces[0].tag), *pieces[1:]], widths, measure, rng)
    return break_lines(pieces, widths, measure, rng, measure.indent)


def _run_in(
    bylines: Sequence[forms.Byline], number: int, *, first: bool, last: bool
) -> tuple[list[Piece], list[Piece]]:
    """Return the by-lines that run into this paragraph, before and after its text."""
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for nth, line in enumerate(bylines):
        if (line.place == "start" and first) or (line.place == "end" and last):
            text = line.text.rstrip()
            side = sides[line.place == "end"]
            side.append(Piece(text, (number, "bylines", nth)))
            if text != line.text:
                side.append(Piece(" ", None))
    return sides


def _at_spaces(piece: Piece) -> list[Line]:
    return [(Piece(part, piece.tag),) for part in piece.text.split()]


def set_captions(rng: Random, source: Source, number: int, made: Printed, habits: Habits) -> None:
    """Give an article captions: inside it, before or after its body, or for the end of the page."""
    count = rng.choice((1, 1, 1, 2)) if rng.random() < habits.captions else 0
    for _nth in range(count):
        found = furniture.caption(rng, "\n".join(part["text"] for part in source["body"]), source["headline"])
        if found is None or found.text in {other.text for other in made.captions}:
            continue
        tag = (number, "captions", len(made.captions))
        made.captions.append(found)
        room = 99 if rng.random() < 0.3 else rng.randint(12, 34)
        measure = Measure(ascii=habits.measure.ascii, squeeze=habits.measure.squeeze)
        block = Block("caption", tuple(break_lines([Piece(found.text, tag)], [room], measure, rng)), number)
        _place(rng, block, made, interrupts=habits.para_blank > 0.5 and rng.random() < INTERRUPTS)


def _place(rng: Random, block: Block, made: Printed, *, interrupts: bool) -> None:
    where = rng.choices(("inside", "after", "end", "before"), (0.35, 0.25, 0.25, 0.15))[0]
    ends = [at for at, other in enumerate(made.body[1:], 1) if other.kind == "paragraph"]
    if where == "end":
        made.loose.append(block)
    elif where == "before" and made.stands == "before":
        made.body.insert(0, block)
    elif where == "inside" and ends and interrupts and len(made.body[ends[0]].lines) > 5:
        at, cut = ends[0], rng.randint(2, len(made.body[ends[0]].lines) - 2)
        kind, lines, article = made.body[at]
        made.body[at : at + 1] = [Block(kind, lines[:cut], article), block, Block("continued", lines[cut:], article)]
    elif where == "inside" and ends:
        made.body.insert(rng.choice(ends), block)
    else:
        made.body.append(block)
