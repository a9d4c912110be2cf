"""Endings: by-lines on lines of their own, without brackets, that end an article as others begin one.

Where no text stands below one, or the title of another article does, it is the by-line of the text above it; a page
that sets one so sets all so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsseg.engine.flow import Display, Paragraph, byline_alone, goes_with
from newsseg.engine.heads import has_no_text


def ended(flow: Sequence[Paragraph | Display]) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with each by-line on a line of its own that ends a text made the closing by-line of that text."""
    below = [i for i in range(1, len(flow)) if stands_below(flow, i)]
    sure = {i for i in below if ends(flow, i)}
    habit = len(sure) > sum(opens(flow, i) for i in range(len(flow)))
    closes = set(below) if habit else sure
    for i, item in enumerate(flow):
        yield item._replace(opening=None, closing=item.opening) if i in closes and isinstance(item, Paragraph) else item


def stands_below(flow: Sequence[Paragraph | Display], i: int) -> bool:
    """Tell whether a by-line alone stands right below text, and no place and day follow that are a part of it."""
    before = flow[i - 1]
    above = isinstance(before, Paragraph) and before.line is not None and not before.closing
    after = flow[i + 1] if i + 1 < len(flow) else None
    return above and byline_alone(flow[i]) is not None and not (after and goes_with(flow[i], after))


def ends(flow: Sequence[Paragraph | Display], i: int) -> bool:
    """Tell whether the by-line at ``i`` below text surely ends it: no text follows, or a title behind unsigned text."""
    title = i + 1 < len(flow) and isinstance(flow[i + 1], Display)
    return has_no_text(flow, i + 1) or (title and not is_signed(flow, i))


def is_signed(flow: Sequence[Paragraph | Display], i: int) -> bool:
    """Tell whether a by-line opens the text that ends above ``i``."""
    for item in map(flow.__getitem__, range(i - 1, -1, -1)):
        if isinstance(item, Paragraph) and (item.opening or item.closing):
            return item.opening is not None
        if isinstance(item, Display) and item.begins:
            return False
    return False


def opens(flow: Sequence[Paragraph | Display], i: int) -> bool:
    """Tell whether a by-line alone stands over text, and below a title or nothing."""
    over = i + 1 < len(flow) and isinstance(flow[i + 1], Paragraph)
    return over and byline_alone(flow[i]) is not None and (i == 0 or isinstance(flow[i - 1], Display))
