"""Authored: lines of display text that are the author's name, with no word to tell; their place and the page do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsseg.engine.edges import met
from newsseg.engine.flow import Display, Paragraph, Signed, ends_article
from newsseg.engine.lines import Line
from newsseg.engine.torn import BRACKETS
from newsseg.grammar import bylines
from newsseg.grammar.authors import Authors, Grade, authors
from newsseg.grammar.names import PERSON
from newsseg.rules import Rules

TITLED = 6  # characters of a title over a name that begins as many words do: shorter ones have decks as short
HABIT = 2  # texts of a page that a name ends: one alone is rather a title


class Found(NamedTuple):
    """A line of names in the flow, and the number of the item that holds it.

    ``title`` counts the characters of the longest line of the title over it; ``opens`` tells whether it stands over a
    text (else: behind one that ends). One that is ``apart`` has no title over it, nor a text that it could sign.
    """

    item: int
    line: Line
    authors: Authors
    title: int
    opens: bool
    apart: bool = False


def authored(flow: Sequence[Paragraph | Display], rules: Rules) -> list[Paragraph | Display]:
    """Return ``flow`` with the lines of display text that are its authors' names made by-lines."""
    flow = list(below_headlines(flow, rules))
    found = list(names_in(flow, rules))
    opens = {one.item: one for one in accepted([one for one in found if one.opens], rules)}
    ends = [one for one in found if not one.opens and one.authors.grade > Grade.FAINT and one.item not in opens]
    signed = [one for one in ends if one.line.text[0] in BRACKETS]
    closes = {one.item: one for one in (ends if len(ends) >= HABIT else signed)}
    made: list[Paragraph | Display] = []
    for i, item in enumerate(flow):
        first, last = closes.get(i), opens.get(i)
        if not isinstance(item, Display) or not (first or last):
            made.append(item)
            continue
        if first:
            made.append(Paragraph(item.place, None, None, Signed(first.line, first.authors.byline)))
        rest = item.lines[first is not None : len(item.lines) - (last is not None)]
        if rest:
            made.append(item._replace(lines=rest))
        if last:
            made.append(Paragraph(item.place, None, Signed(last.line, last.authors.byline), None))
    return made


def below_headlines(flow: Sequence[Paragraph | Display], rules: Rules) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with each name below a headline made a by-line where other display text stands below it.

    So they stand on a page that was drawn headlines first, or last: with no text behind them. Without a by-line's mark
    a name is one that no text of the page tells of.
    """
    texts = [item.line.text for item in flow if isinstance(item, Paragraph) and item.line]
    for i, item in enumerate(flow):
        if isinstance(item, Paragraph):
            yield item
            continue
        start = 0
        after = flow[i + 1] if i + 1 < len(flow) else None
        for n, line in enumerate(item.lines[: None if ends_article(after) else -1]):
            one = names_below(item.lines[n - 1], line, rules) if n > start else None
            if not one or not one.grade:
                continue
            below_title = len(item.lines[n - 1].text) > longest(one)
            plain = below_title and (n + 1 < len(item.lines) or after is None)
            if line.text[0] in rules.marks or (plain and not is_told(one, texts)):
                yield item._replace(lines=item.lines[start:n])
                yield Paragraph(item.place, None, Signed(line, one.byline), None)
                start = n + 1
        if start < len(item.lines):
            yield item._replace(lines=item.lines[start:])


def accepted(found: Sequence[Found], rules: Rules) -> list[Found]:
    """Return the names over texts that are by-lines: those that are surely, and where there are any, others.

    Below a title as short as a name (渡口) only what looks like a name by itself is one.
    """
    titled = [one for one in found if one.title and (is_clear(one, rules) or one.title > longest(one.authors))]
    titled += [one for one in found if one.apart and is_clear(one, rules)]
    if not any(is_clear(one, rules) or is_sure(one) for one in titled):
        return []
    return [one for one in found if one in titled or (one.title and one.authors.grade > Grade.FAINT)]


def is_clear(one: Found, rules: Rules) -> bool:
    """Tell whether a line looks like a name by itself, or has a by-line's mark before it (● 柳翔)."""
    return one.authors.grade == Grade.CLEAR or one.line.text[0] in rules.marks


def longest(found: Authors) -> int:
    """Return the characters of the longest name."""
    return max((len(credit.name) for credit in found.byline.credits), default=0)


def is_sure(one: Found) -> bool:
    """Tell whether a likely name under a title is surely one, or one of two characters: no deck is as short."""
    return (one.authors.grade == Grade.LIKELY or longest(one.authors) < PERSON) and one.title >= TITLED


def names_in(flow: Sequence[Paragraph | Display], rules: Rules) -> Iterator[Found]:
    """Yield the first and last lines of display texts that may be names: over a text, or behind one that ends there."""
    for i, item in enumerate(flow):
        if not isinstance(item, Display):
            continue
        after = flow[i + 1] if i + 1 < len(flow) else None
        last = item.lines[-1]
        above = [len(line.text) for line in item.lines[:-1]]
        one = None if ends_article(after) else names_below(item.lines[-2] if above else None, last, rules)
        if one and not is_told(one, text_below(flow, i)):
            yield Found(i, last, one, max(above, default=0), opens=True, apart=not above and is_apart(flow, i))
        before = flow[i - 1] if i else None
        ended = isinstance(before, Paragraph) and before.closing is None
        stops = ended and (bool(above) or ends_article(after))
        one = signature(item.lines[0].text, rules) if stops else None
        if one and not is_told(one, text_below(flow, i)) and not (above and is_told(one, text_above(flow, i))):
            yield Found(i, item.lines[0], one, 0, opens=False)


def names_below(above: Line | None, line: Line, rules: Rules) -> Authors | None:
    """Return the names that a line is made of; none where the end of the line ``above`` divides a word (时|代新风)."""
    return None if above and met(above.text, line.text).word > 0 else authors(line.text, rules)


def is_apart(flow: Sequence[Paragraph | Display], place: int) -> bool:
    """Tell whether a name at ``place`` can but open an article: the text above has a by-line and no title over it.

    Below a title it could be a subhead of the text.
    """
    for i in range(place - 1, -1, -1):
        item = flow[i]
        if isinstance(item, Display):
            return False
        if item.opening or item.closing:
            return item.closing is not None or i == 0 or isinstance(flow[i - 1], Paragraph)
    return False


def signature(text: str, rules: Rules) -> Authors | None:
    """Return the names that a line behind a text is made of, or the word in brackets that signs it."""
    if text[0] not in BRACKETS:
        return authors(text, rules)
    found = bylines.pen_name(text, rules)
    return Authors(found, Grade.CLEAR, tuple(credit.name for credit in found.credits)) if found else None


def is_told(one: Authors, texts: Iterable[str]) -> bool:
    """Tell whether one of ``texts`` has the words of a name: the text tells of somebody, and is not by them."""
    return any(part in text for text in texts for part in one.parts)


def text_above(flow: Sequence[Paragraph | Display], place: int) -> Iterator[str]:
    """Yield the paragraphs of the article above the display text at ``place``, the last one first."""
    for item in map(flow.__getitem__, range(place - 1, -1, -1)):
        if not isinstance(item, Paragraph):
            return
        if item.line:
            yield item.line.text
        if item.opening:
            return


def text_below(flow: Sequence[Paragraph | Display], place: int) -> Iterator[str]:
    """Yield the paragraphs below the display text at ``place``, up to one that a by-line opens."""
    for item in map(flow.__getitem__, range(place + 1, len(flow))):
        if not isinstance(item, Paragraph) or item.opening or item.line is None:
            return
        yield item.line.text
