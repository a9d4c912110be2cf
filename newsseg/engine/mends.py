"""Mends: what the form of single lines could not tell of paragraphs and display text, their neighbours do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsseg.engine.authored import authored
from newsseg.engine.briefs import titled
from newsseg.engine.flow import Display, Paragraph, ends_article
from newsseg.engine.letters import lettered
from newsseg.engine.lines import breaks_off, join
from newsseg.engine.prefaces import named
from newsseg.engine.revised import is_question
from newsseg.engine.sort import Piece
from newsseg.engine.torn import NOTE, untorn
from newsseg.grammar import bylines
from newsseg.rules import Rules

MARKS = frozenset("。，")  # text that goes on behind a caption holds one


def mended(flow: Sequence[Paragraph | Display], rules: Rules) -> list[Paragraph | Display]:
    """Return ``flow`` with notes, questions, by-lines and torn headlines where they belong; display texts made one."""
    found = list(glue(titled(list(asked(list(noted(list(lettered(list(glue(flow)), rules)))))))))
    return list(untorn(raised(authored(list(named(found, rules)), rules)), rules))


def healed(found: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a page with each paragraph whole that a caption parts before its sentence ends."""
    whole: list[Piece] = []
    for piece in found:
        before, caption = whole[-2:] if len(whole) > 1 else (piece, piece)
        if (before.kind, caption.kind, piece.kind) == ("paragraph", "caption", "paragraph"):
            text, rest = before.lines[0].text, piece.lines[0].text
            if breaks_off(text) and not MARKS.isdisjoint(text) and not bylines.might_open(rest):
                whole[-2] = before._replace(lines=(join([before.lines[0], piece.lines[0]]),))
                continue
        whole.append(piece)
    return whole


def noted(flow: Sequence[Paragraph | Display]) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with each note on an author made the last paragraph of the text that it stands behind."""
    before: Paragraph | Display | None = None
    for item in flow:
        if isinstance(item, Display) and isinstance(before, Paragraph) and NOTE.match(item.lines[0].text):
            size = next((n for n, line in enumerate(item.lines, 1) if line.text[-1] in "）)"), 0)
            if size:
                yield Paragraph(item.place, join(item.lines[:size]), None, None)
                item = item._replace(lines=item.lines[size:])  # noqa: PLW2901
        before = item
        if isinstance(item, Paragraph) or item.lines:
            yield item


def asked(flow: Sequence[Paragraph | Display]) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with each short question or cry that stands last before another article made display text.

    It looks like a sentence, but headlines end in ``？`` or ``！`` more often than articles do (of 800: 4 and 1).
    """
    for i, item in enumerate(flow):
        title = title_of(item)
        if title and (ends_article(flow[i + 1] if i + 1 < len(flow) else None) or begins_article(flow[i - 1 : i])):
            item = title  # noqa: PLW2901
        yield item


def title_of(item: Paragraph | Display) -> Display | None:
    """Return an item of the flow as display text: a short question or cry of which no by-line is part counts too."""
    if isinstance(item, Display):
        return item
    if not item.line or item.opening or item.closing or not is_question(item.line.text):
        return None
    return Display(item.place, (item.line,))


def begins_article(before: Sequence[Paragraph | Display]) -> bool:
    """Tell whether what stands before a paragraph in the flow ends an article that is signed at its end."""
    return all(isinstance(item, Paragraph) and item.closing is not None for item in before)


def glue(flow: Iterable[Paragraph | Display]) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with display texts that follow each other made one."""
    waiting: Display | None = None
    for item in flow:
        if isinstance(item, Display):
            begins = item.begins or (waiting is not None and waiting.begins)
            waiting = Display(waiting.place, waiting.lines + item.lines, begins=begins) if waiting else item
            continue
        if waiting:
            yield waiting
            waiting = None
        yield item
    if waiting:
        yield waiting


def raised(flow: Sequence[Paragraph | Display]) -> list[Paragraph | Display]:
    """Return ``flow`` with each by-line in brackets that stands alone under a headline made the next paragraph's."""
    found = list(flow)
    for i, (before, item, after) in enumerate(zip(flow, flow[1:], flow[2:], strict=False), 1):
        under = isinstance(before, Display) and isinstance(after, Paragraph) and not after.opening
        if under and isinstance(item, Paragraph) and item.closing and not item.line and not item.opening:
            found[i] = item._replace(opening=item.closing, closing=None)
    return found
