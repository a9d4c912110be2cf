"""The order of a page: bodies, display text next to them or astray, torn headlines, captions, folio lines."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from benchmarks import furniture, titles
from benchmarks.habits import Habits
from benchmarks.layout import Block, Printed, Source, whole_body
from benchmarks.typeset import Line, Piece


def _joined(block: Block) -> str:
    """Return the text of a display block in one line."""
    return "".join("".join(piece.text for piece in line if piece.tag) for line in block.lines)


def order(rng: Random, articles: Sequence[Printed], briefs: range, habits: Habits) -> list[Block]:
    """Return the blocks of the page from top to bottom; ``briefs`` stand under a column title of their own."""
    loose: list[list[Block]] = [[] for _gap in range(len(articles) + 1)]
    for at, article in enumerate(articles):
        if article.stands == "away":
            gaps = [gap for gap in range(len(loose)) if gap not in {at, at + 1} and gap not in briefs[1:]]
            spot = loose[rng.choice(gaps)]
            spot[:0] = article.head if rng.random() < 0.5 else []
            spot += [block for block in article.head if block not in spot]
    made: list[Block] = []
    for at, article in enumerate(articles):
        made += loose[at]
        if briefs and at == briefs[0]:
            made.append(Block("other", ((Piece(rng.choice(furniture.COLUMNS), None),),)))
        before = article.head if article.stands == "before" else []
        made += [*before, *article.body, *(article.head if article.stands == "after" else [])]
    made += loose[-1]
    tail = [block for article in articles for block in article.loose]
    rng.shuffle(tail)
    return _framed(rng, [*made, *tail], habits)


def _framed(rng: Random, blocks: list[Block], habits: Habits) -> list[Block]:
    top, bottom = (
        [Block("other", ((Piece(line, None),),)) for line in furniture.folio(rng, habits.style.outlet, top=top)]
        if wanted
        else []
        for top, wanted in zip((True, False), habits.folio, strict=True)
    )
    return [*top, *blocks, *bottom]


def tear(rng: Random, articles: list[Printed], sources: Sequence[Source], which: int) -> bool:
    """Tear the headline of an article: its first part ends another article's last line, the rest stands below that.

    Return whether there was a place to tear it at and another article to glue it to.
    """
    hosts = [
        at
        for at, other in enumerate(articles)
        if at != which and other.stands == "before" and other.body and other.body[-1].kind == "paragraph"
    ]
    heads = [block for block in articles[which].head if block.kind == "headline"]
    parts = _tearing(_joined(heads[0]), whole_body(sources[which]), rng)
    if not hosts or len(parts) < 2:
        return False
    host, tag = articles[rng.choice(hosts)], (which, "headline", 0)
    kind, lines, number = host.body[-1]
    host.body[-1] = Block(kind, (*lines[:-1], (*lines[-1], Piece(parts[0], tag))), number)
    rest = [((Piece(part, tag),)) for part in parts[1:]]
    decks = [block for block in articles[which].head if block.kind != "headline"]
    host.body += [Block("headline", tuple(rest), which), *decks]
    articles[which].head, articles[which].stands = [], "torn"
    return True


def _tearing(text: str, body: str, rng: Random) -> list[str]:
    """Return the parts of a headline that could be torn: after a colon, at a space, else between words."""
    for mark in ("：", " ", "——"):
        at = text.find(mark)
        if 1 < at < len(text) - 3:
            cut = at + (len(mark) if mark == "：" else 0)
            return [text[:cut].strip(), text[cut:].strip()]
    return titles.meaningful(text, 2, body, rng) if len(text) > 12 else []


def glue(rng: Random, blocks: list[Block], habits: Habits) -> list[Block]:
    """Let a headline that ends an article run into the by-line that opens the next, a space between them."""
    made: list[Block] = []
    for block in blocks:
        last = made[-1] if made else None
        opens = block.kind == "paragraph" and _opens(block.lines[0])
        if last and opens and last.kind == "headline" and last.article != block.article and rng.random() < habits.glued:
            line = (*last.lines[-1], Piece(" ", None), *block.lines[0])
            made[-1] = Block(last.kind, (*last.lines[:-1], line), last.article)
            if len(block.lines) > 1:
                made.append(Block("continued", block.lines[1:], block.article))
        else:
            made.append(block)
    return made


def _opens(line: Line) -> bool:
    return line[0].tag is not None and line[0].tag[1] == "bylines"
