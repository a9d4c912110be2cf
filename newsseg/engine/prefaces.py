"""Prefaces: an editor's note between a headline and the text is the first paragraph of that article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsseg.engine.flow import Display, Paragraph
from newsseg.grammar.notes import stands_alone, word_of
from newsseg.rules import Rules

MOST = 4  # paragraphs of a note, its word alone on a line counted


def named(flow: Sequence[Paragraph | Display], rules: Rules) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with the word that stands alone between a headline and a note (编者按) made a paragraph."""
    for i, item in enumerate(flow):
        last = item.lines[-1] if isinstance(item, Display) and len(item.lines) > 1 else None
        if last and isinstance(item, Display) and stands_alone(last.text, rules):
            below = flow[i + 1] if i + 1 < len(flow) else None
            if isinstance(below, Paragraph) and below.line and not below.opening:
                yield item._replace(lines=item.lines[:-1])
                yield Paragraph(item.place, last, None, None)
                continue
        yield item


def prefaces(flow: Sequence[Paragraph | Display], rules: Rules) -> dict[int, int]:
    """Return the places of the notes that begin an article, each with that of the by-line that opens its text.

    Where no by-line follows soon its own place is given; then the note must stand right below a headline.
    """
    found: dict[int, int] = {}
    last = 0  # no note begins in another one
    for i, item in enumerate(flow):
        if i >= last and isinstance(item, Paragraph) and is_note(item, rules):
            last = signed(flow, i)
            if last > i or (i and isinstance(flow[i - 1], Display)):
                found[i] = last
    return found


def signed(flow: Sequence[Paragraph | Display], i: int) -> int:
    """Return the place of the by-line that opens the text behind the note at ``i``; ``i`` where none does soon."""
    for j, below in enumerate(flow[i + 1 : i + 1 + MOST], i + 1):
        if not isinstance(below, Paragraph) or below.closing:
            break
        if below.opening:
            return j
    return i


def is_note(item: Paragraph, rules: Rules) -> bool:
    """Tell whether a paragraph opens as the note of an editor does."""
    return bool(item.line and not item.opening and not item.closing and word_of(item.line.text, rules))
