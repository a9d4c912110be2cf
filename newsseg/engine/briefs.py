"""Briefs: items of a column whose title opens the paragraph, with a wide blank before the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsseg.engine.flow import Display, Paragraph
from newsseg.engine.lines import cut

TITLE = re.compile("([^。；\u3000]{6,30})\u3000|([^。；，\u3000]{6,30}) (?=[^ \u3000]{30})")
"""A title on the line of its text: no longer than a headline, no sentence. A plain blank stands in other places, too:
between the halves of a headline, in text; then less may stand before it, and more must follow without another."""
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
    found = TITLE.match(item.line.text)
    return found.end(found.lastindex or 0) if found else 0
