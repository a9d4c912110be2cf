"""Mends: what the form of single lines could not tell of paragraphs and display text, their neighbours do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newsseg.engine.flow import Display, Paragraph, Signed
from newsseg.engine.lines import Line, cut, ends_sentence, follows, join
from newsseg.engine.sort import Piece
from newsseg.grammar import bylines
from newsseg.grammar.bylines import Byline
from newsseg.rules import Rules

NOTE = re.compile("[（(](?:本文)?[作笔筆]者")  # （作者为南浦大学教授）
ASKED = 20  # characters: longer questions are not headlines
TORN = 16  # characters: the first piece of a torn headline, glued to a paragraph's end, is not longer
BRACKETS = ("（", "(")


def mended(flow: Sequence[Paragraph | Display], rules: Rules) -> list[Paragraph | Display]:
    """Return ``flow`` with notes, questions, by-lines and torn headlines where they belong; display texts made one."""
    return list(untorn(raised(list(glue(asked(list(noted(flow)))))), rules))


def healed(found: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a page with each paragraph whole that a caption parts before its sentence ends."""
    whole: list[Piece] = []
    for piece in found:
        before, caption = whole[-2:] if len(whole) > 1 else (piece, piece)
        if (before.kind, caption.kind, piece.kind) == ("paragraph", "caption", "paragraph"):
            text, rest = before.lines[0].text, piece.lines[0].text
            if "。" in text and (text[-1].isalnum() or text[-1] in "，、") and not bylines.might_open(rest):
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
                item = Display(item.place, item.lines[size:])  # noqa: PLW2901
        before = item
        if isinstance(item, Paragraph) or item.lines:
            yield item


def asked(flow: Sequence[Paragraph | Display]) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with each short question or cry that stands last before another article made display text.

    It looks like a sentence, but headlines end in ``？`` or ``！`` more often than articles do (of 800: 4 and 1).
    """
    for i, item in enumerate(flow):
        if isinstance(item, Paragraph) and item.line and not item.opening and not item.closing:
            text = item.line.text
            short = len(text) <= ASKED and text[-1] in "？！" and "。" not in text
            if short and ends_article(flow[i + 1] if i + 1 < len(flow) else None):
                item = Display(item.place, (item.line,))  # noqa: PLW2901
        yield item


def ends_article(following: Paragraph | Display | None) -> bool:
    """Tell whether what follows a paragraph in the flow may begin another article: display text, a by-line, nothing."""
    return following is None or isinstance(following, Display) or following.opening is not None


def glue(flow: Iterable[Paragraph | Display]) -> Iterator[Paragraph | Display]:
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


def raised(flow: Sequence[Paragraph | Display]) -> list[Paragraph | Display]:
    """Return ``flow`` with each by-line in brackets that stands alone under a headline made the next paragraph's."""
    found = list(flow)
    for i, (before, item, after) in enumerate(zip(flow, flow[1:], flow[2:], strict=False), 1):
        under = isinstance(before, Display) and isinstance(after, Paragraph) and not after.opening
        if under and isinstance(item, Paragraph) and item.closing and not item.line and not item.opening:
            found[i] = item._replace(opening=item.closing, closing=None)
    return found


def untorn(flow: Sequence[Paragraph | Display], rules: Rules) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with the first piece of a torn headline taken off the paragraph it was glued to."""
    carried: Line | None = None
    for i, item in enumerate(flow):
        following = flow[i + 1] if i + 1 < len(flow) else None
        if isinstance(item, Display):
            if carried:  # a blank line behind it parted text from display lines, not two titles
                rest = (item.lines[0]._replace(gap=False), *item.lines[1:])
                item = Display(item.place, (carried, *rest))  # noqa: PLW2901
            yield item
            carried = None
            continue
        if item.line and ends_article(following) and not item.closing and not ends_sentence(item.line.text):
            inside = isinstance(following, Display) and not follows(item.line, following.lines[0])
            if not inside:
                item, carried = parted(item, item.line, rules)  # noqa: PLW2901
        yield item
        if carried and not isinstance(following, Display):
            yield Display(item.place, (carried,))
            carried = None


def parted(item: Paragraph, line: Line, rules: Rules) -> tuple[Paragraph, Line | None]:
    """Return the last paragraph of an article without what stands behind its last sentence: a pen-name, a headline."""
    pen_name = bylines.pen_name(line.text, rules)
    if pen_name:
        return signed_by(item, line, pen_name), None
    tail = torn_tail(line.text, rules)
    if not tail:
        return item, None
    return signed_at_end(item, cut(line, 0, tail), rules), cut(line, tail, len(line.text))


def torn_tail(text: str, rules: Rules) -> int:
    """Return where the tail of ``text`` that belongs to no sentence and no by-line starts, or 0 where there is none."""
    stop = max(text.rfind(mark) for mark in "。！？") + 1
    while stop < len(text) and text[stop] in "”’」』）":
        stop += 1
    bracket = text.rfind("）") + 1
    if bracket > stop and bylines.closing(text[:bracket], rules):
        stop = bracket
    note = text[stop : stop + 1] in BRACKETS and text[-1] in "）)"  # what a bracket holds is no headline's beginning
    return stop if stop and 0 < len(text) - stop <= TORN and not note else 0


def signed_at_end(item: Paragraph, rest: Line, rules: Rules) -> Paragraph:
    """Return ``item`` with ``rest`` as its text, a by-line in brackets at its end cut off."""
    found = bylines.closing(rest.text, rules) if rest.text[-1] in "）)" else None
    return signed_by(item, rest, found) if found else Paragraph(item.place, rest, item.opening, item.closing)


def signed_by(item: Paragraph, rest: Line, found: Byline) -> Paragraph:
    """Return ``item`` with ``rest`` as its text, the by-line ``found`` at its end cut off."""
    text = cut(rest, 0, found.start) if rest.text[: found.start].strip() else None
    return item._replace(line=text, closing=Signed(cut(rest, found.start, found.end), found))
