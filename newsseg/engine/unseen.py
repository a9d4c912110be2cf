"""Characters that print nothing (zero-width spaces, soft hyphens, NUL): left out while a page is read, then put back.

They may stand anywhere, at the ends of lines most of all, where every rule looks. Each belongs to the element whose
text stands before it on the page.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from newsseg.geometry import LineBox
from newsseg.ranges import lines_in
from newsseg.record import Article, Record, Span

# A soft hyphen at a line's end divides a Latin word; what stands behind a hyphen must not hide that it ends the line.
_UNSEEN = re.compile(r"(?<!-)(?:[\x00\u200b-\u200f\u2060\ufeff]|\xad(?!\s*\n\s*[a-z]))")

_NON_BLANK = re.compile(r"\S")

Range = tuple[int, int]


class Seen(NamedTuple):
    """A page's ``text`` and what is ``seen`` of it; ``kept`` has the place in ``text`` of each seen character."""

    text: str
    seen: str
    kept: Sequence[int]
    unseen: Sequence[int]

    def boxes(self, boxes: Sequence[LineBox]) -> list[LineBox]:
        """Return ``boxes`` of the text's lines as those of what is seen."""
        before = [(bisect_left(self.unseen, box.start), bisect_left(self.unseen, box.end)) for box in boxes]
        return [box._replace(start=box.start - a, end=box.end - b) for box, (a, b) in zip(boxes, before, strict=True)]

    def range(self, start: int, end: int) -> Range:
        """Return the range of the text that the range ``[start, end)`` of what is seen stands for."""
        first = self.kept[start]
        if not _NON_BLANK.search(self.seen, 0, start):
            first = min(first, self.unseen[0])
        following = _NON_BLANK.search(self.seen, end)
        limit = self.kept[following.start()] if following else len(self.text)
        last = bisect_left(self.unseen, limit) - 1
        behind = self.kept[end - 1] + 1
        return first, max(behind, self.unseen[last] + 1) if last >= 0 else behind

    def restored(self, element: str, ranges: Sequence[Range]) -> str:
        """Return ``element``, made of what is seen of the text's ``ranges``, with the rest put back in its places."""
        parts: list[str] = []
        place = 0
        for start, end in lines_in(self.text, ranges):
            unseen = self.unseen[bisect_left(self.unseen, start) : bisect_left(self.unseen, end)]
            edges = [start, *(edge for k in unseen for edge in (k, k + 1)), end]
            seen = [self.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
            shown = "".join(seen).strip()
            if not element.startswith(shown, place):
                parted = "".join(part.strip() for part in seen)  # at a blank beside what is not seen
                shown = parted if element.startswith(parted, place) else shown
            if shown and element.startswith(" ", place):
                parts.append(" ")  # for a line break between Latin words
                place += 1
            divided = not element.startswith(shown, place)  # a word, whose hyphen ends the line
            parts.append(self.text[start : end - divided])
            place += len(shown) - divided
        return "".join(parts)

    def record(self, found: Record) -> Record:
        """Return the record of what is seen as that of the whole text."""
        spans = tuple(Span(field, index, *self.range(start, end)) for field, index, start, end in found.spans)

        def text(field: str, index: int, element: str) -> str:
            return self.restored(element, [span[2:] for span in spans if span[:2] == (field, index)])

        def texts(field: str, elements: Sequence[str]) -> tuple[str, ...]:
            return tuple(text(field, index, element) for index, element in enumerate(elements))

        if not isinstance(found, Article):
            return found._replace(text=text("text", 0, found.text), spans=spans)
        bodies = texts("body", [part.text for part in found.body])
        return found._replace(
            headline=None if found.headline is None else text("headline", 0, found.headline),
            deck=texts("deck", found.deck),
            bylines=texts("bylines", found.bylines),
            body=tuple(part._replace(text=body) for part, body in zip(found.body, bodies, strict=True)),
            captions=texts("captions", found.captions),
            jumps=texts("jumps", found.jumps),
            spans=spans,
        )


def look(text: str) -> Seen | None:
    """Return what is seen of a page's ``text``; None where that is all of it, or nothing."""
    unseen = [match.start() for match in _UNSEEN.finditer(text)]
    if not unseen:
        return None
    gone = frozenset(unseen)
    seen = _UNSEEN.sub("", text)
    return Seen(text, seen, [i for i in range(len(text)) if i not in gone], unseen) if seen.strip() else None
