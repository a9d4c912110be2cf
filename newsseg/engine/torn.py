"""Torn: what the last paragraph of an article holds behind its last sentence, a pen-name or a headline's beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsseg.engine.flow import Display, Paragraph, Signed, ends_article
from newsseg.engine.lines import Line, cut, ends_sentence, follows
from newsseg.engine.revised import ASKS, TORN, behind_sentence
from newsseg.grammar import bylines
from newsseg.grammar.bylines import Byline
from newsseg.rules import Rules

NOTE = re.compile("[（(](?:本文)?(?:[作笔筆译譯]者|采访对象|受访者|口述者|讲述人)")  # （作者为南浦大学教授）
BRACKETS = ("（", "(")


def untorn(flow: Sequence[Paragraph | Display], rules: Rules) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with the first piece of a torn headline taken off the paragraph it was glued to."""
    carried: Line | None = None
    for i, item in enumerate(flow):
        following = flow[i + 1] if i + 1 < len(flow) else None
        if isinstance(item, Display):
            if carried:  # a blank line behind it parted text from display lines, not two titles
                rest = (item.lines[0]._replace(gap=False), *item.lines[1:])
                item = item._replace(lines=(carried, *rest))  # noqa: PLW2901
            yield item
            carried = None
            continue
        if item.line and ends_article(following) and not item.closing:
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
    signature = bylines.own_line(line.text[tail:], rules)  # 。 本报记者 张三 文/图
    if signature:
        return signed_by(item, line, signature._replace(start=tail + signature.start, end=tail + signature.end)), None
    return signed_at_end(item, cut(line, 0, tail), rules), cut(line, tail, len(line.text))


def torn_tail(text: str, rules: Rules) -> int:
    """Return where the tail of ``text`` that belongs to no sentence and no by-line starts, or 0 where there is none."""
    asks = text[-1] in ASKS
    if ends_sentence(text) and not asks:
        return 0
    stop = behind_sentence(text)
    bracket = text.rfind("）") + 1
    signed = bracket > stop and ends_text(text[:bracket], rules)
    if signed:
        stop = bracket
    note = text[stop : stop + 1] in BRACKETS and text[-1] in "）)"  # what a bracket holds is no headline's beginning
    return stop if stop and 0 < len(text) - stop <= TORN and not note and (signed or not asks) else 0


def ends_text(text: str, rules: Rules) -> bool:
    """Tell whether a text ends in a by-line in brackets, or in a note on its author."""
    last = max(text.rfind(mark) for mark in BRACKETS)
    return bylines.closing(text, rules) is not None or NOTE.match(text, max(0, last)) is not None


def signed_at_end(item: Paragraph, rest: Line, rules: Rules) -> Paragraph:
    """Return ``item`` with ``rest`` as its text, a by-line in brackets at its end cut off."""
    found = bylines.closing(rest.text, rules) if rest.text[-1] in "）)" else None
    return signed_by(item, rest, found) if found else Paragraph(item.place, rest, item.opening, item.closing)


def signed_by(item: Paragraph, rest: Line, found: Byline) -> Paragraph:
    """Return ``item`` with ``rest`` as its text, the by-line ``found`` at its end cut off."""
    text = cut(rest, 0, found.start) if rest.text[: found.start].strip() else None
    return item._replace(line=text, closing=Signed(cut(rest, found.start, found.end), found))
