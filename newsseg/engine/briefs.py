"""Briefs: short articles in a column of their own, some with their title on the first line of their text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from newsseg.engine.flow import Display, Paragraph
from newsseg.engine.lines import Line, cut
from newsseg.grammar.columns import has_briefs
from newsseg.rules import Rules

TITLE = re.compile("([^。；\u3000]{6,30})\u3000|([^。；，\u3000]{6,30}) (?=[^ \u3000]{30})")
"""A title on the line of its text: no longer than a headline, no sentence. A plain blank stands in other places, too:
between the halves of a headline, in text; then less may stand before it, and more must follow without another."""
LONGEST = 400  # characters of a brief
FEWEST = 2  # one alone may be a sentence with a blank in it


def titled(flow: Sequence[Paragraph | Display]) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with the titles of briefs that begin their paragraphs made display text, where a page has several.

    Such a paragraph is an article: it stands behind one that a by-line closes, or behind display text, and is closed by
    one itself.
    """
    ends = [title_end(item, flow[i - 1 : i]) for i, item in enumerate(flow)]
    several = sum(end > 0 for end in ends) >= FEWEST
    for item, end in zip(flow, ends, strict=True):
        if several and end and isinstance(item, Paragraph) and item.line:
            yield Display(item.place, (cut(item.line, 0, end),))
            item = item._replace(line=cut(item.line, end + 1, len(item.line.text)))  # noqa: PLW2901
        yield item


def title_end(item: Paragraph | Display, before: Sequence[Paragraph | Display]) -> int:
    """Return where the title ends that opens a brief, 0 where ``item`` is none; ``before``: the item before it."""
    if isinstance(item, Display) or not item.line or not item.closing or item.opening:
        return 0
    if any(isinstance(one, Paragraph) and not one.closing for one in before):
        return 0
    return led(item)


def led(item: Paragraph) -> int:
    """Return where the title ends with which a paragraph begins, 0 where it has none."""
    found = TITLE.match(item.line.text) if item.line and not item.opening else None
    return found.end(found.lastindex or 0) if found else 0


def begun(flow: Sequence[Paragraph | Display], columns: Sequence[Line], rules: Rules) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with the display text below each title of a column (``columns``) told as an article's title.

    Below that of a column of briefs each is one that has one paragraph, though no by-line tells, and so is what begins
    each of several paragraphs, and each that has the mark that the first one has.
    """
    ways = sorted((line.pieces[0][0], has_briefs(line.text, rules)) for line in columns)
    ends = [led(item) if isinstance(item, Paragraph) else 0 for item in flow]
    several = sum(end > 0 for end in ends) >= FEWEST
    briefs = first = column = False
    mark = ""
    for i, item in enumerate(flow):
        while ways and ways[0][0] < start_of(item):
            briefs = column = ways.pop(0)[1]
            first, mark = True, ""
        if isinstance(item, Display):
            briefs = briefs and is_brief(flow[i + 1 : i + 3], ends[i + 1 : i + 3])
            column = column and size_below(flow, i) <= LONGEST
            opens = item.lines[0].text[0]
            mark = opens if first and column and opens in rules.marks else mark
            yield item._replace(begins=item.begins or first or briefs or opens == mark, brief=column)
        elif briefs and several and ends[i] and item.line:
            yield Display(item.place, (cut(item.line, 0, ends[i]),), begins=True)
            yield item._replace(line=cut(item.line, ends[i] + 1, len(item.line.text)))
        else:
            column = column and not (item.opening or item.closing)  # others may follow that are no briefs
            yield item._replace(begins=first and briefs)
        first = False


def size_below(flow: Sequence[Paragraph | Display], i: int) -> int:
    """Return the number of characters of the paragraphs between the display text at ``i`` and the next."""
    below = takewhile(lambda item: isinstance(item, Paragraph), map(flow.__getitem__, range(i + 1, len(flow))))
    return sum(len(item.line.text) for item in below if isinstance(item, Paragraph) and item.line)


def is_brief(below: Sequence[Paragraph | Display], ends: Sequence[int]) -> bool:
    """Tell whether one paragraph stands below a title, and no more; ``ends``: of the titles they begin with."""
    one = below[0] if below else None
    if not isinstance(one, Paragraph):
        return False
    then = below[1] if len(below) > 1 else None
    return not isinstance(then, Paragraph) or bool(one.closing or then.opening or ends[1])


def start_of(item: Paragraph | Display) -> int:
    """Return where the first line of ``item`` starts in the page's text."""
    if isinstance(item, Display):
        return item.lines[0].pieces[0][0]
    signed = item.opening or item.closing
    line = item.line if item.line and not item.opening else signed.line if signed else None
    return line.pieces[0][0] if line else 0
