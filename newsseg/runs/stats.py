"""Statistics of a run: what each page was made into, and which pages deserve a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsseg.engine.lines import cells
from newsseg.engine.unwrap import blocks_of
from newsseg.geometry import LineBox
from newsseg.i18n import _
from newsseg.record import Article, Record
from newsseg.rules import Rules
from newsseg.verify import elements

LOOSE = 0.25
"""A page with a larger share of its text in no article deserves a look; a fifth is usual where ads stand on a page."""
WIDTH_SHARE = 0.1  # of the lines that a column cut: a width of fewer is chance
SAME_WIDTH = 2  # cells: marks at a line's end make it as much longer or shorter


class Figures(NamedTuple):
    """What pages were made into; ``loose`` counts the characters that stand in no article, page furniture aside."""

    articles: int = 0
    fragments: int = 0
    bylines: int = 0
    untitled: int = 0
    characters: int = 0
    loose: int = 0


class Layout(NamedTuple):
    """What unwrapping saw: how many blocks, and the widths in cells at which lines were cut, most frequent first."""

    blocks: int
    widths: tuple[int, ...]


def figures_of(records: Iterable[Record]) -> Figures:
    """Return the figures of the ``records`` of a page."""
    return together(map(_of_one, records))


def _of_one(record: Record) -> Figures:
    size = sum(map(len, elements(record).values()))
    if isinstance(record, Article):
        return Figures(1, 0, len(record.bylines), record.headline is None, size)
    return Figures(0, 1, 0, 0, size, 0 if record.role == "folio" else size)


def together(figures: Iterable[Figures]) -> Figures:
    """Return the figures of several pages, or records, as those of one."""
    return Figures(*map(sum, zip(Figures(), *figures, strict=True)))


def layout_of(text: str, rules: Rules, boxes: Sequence[LineBox] = ()) -> Layout:
    """Return what unwrapping sees on a page."""
    blocks, seen = blocks_of(text, rules, boxes)
    text = seen.seen if seen else text
    # A paragraph's first line may have lost its indent, and its last one is short.
    pieces = [piece for block in blocks if block.kind == "paragraph" for piece in block.lines[0].pieces[1:-1]]
    counts = Counter(cells(text[start:end]) for start, end, _place in pieces)
    widths: list[int] = []
    for width, count in counts.most_common():
        if count >= WIDTH_SHARE * len(pieces) and all(abs(width - other) > SAME_WIDTH for other in widths):
            widths.append(width)
    return Layout(len(blocks), tuple(widths))


def described(figures: Figures, layout: Layout | None, seconds: float) -> str:
    """Return what ``--verbose`` says of a page."""
    parts = [
        _("by-lines {}").format(figures.bylines),
        _("articles {}").format(figures.articles),
        _("fragments {}").format(figures.fragments),
        _("{:.1f} ms").format(seconds * 1000),
    ]
    if layout:
        cut = _("lines cut at {} cells").format(", ".join(map(str, layout.widths)))
        parts[:0] = [cut if layout.widths else _("lines not cut"), _("blocks {}").format(layout.blocks)]
    return "; ".join(parts)


def doubts(figures: Figures) -> Iterator[str]:
    """Yield why a person should look at a page; nothing where it looks as pages do."""
    if not figures.characters:
        yield _("no text")
    elif not figures.articles:
        yield _("no article")
    elif figures.loose > LOOSE * figures.characters:
        yield _("{:.0%} of the text in no article").format(figures.loose / figures.characters)
    if figures.untitled:
        yield _("headlines missing: {}").format(figures.untitled)


def total(figures: Figures, pages: int, seconds: float) -> str:
    """Return the line that sums a run up."""
    share = figures.loose / figures.characters if figures.characters else 0.0
    line = _("pages {}, articles {}, fragments {}, {:.1%} of the text in no article, {:.1f} s")
    return line.format(pages, figures.articles, figures.fragments, share, seconds)
