"""Paint: which record each stretch of a page's text went to, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsseg.record import Record


class Stretch(NamedTuple):
    """A piece of one line that went to one field of one record; no record where it is blank, or lost."""

    text: str
    record: Record | None = None
    field: str = ""

    @property
    def lost(self) -> bool:
        """Whether it is text that no record has: a fault of the records."""
        return self.record is None and not self.text.isspace()


def painted_lines(text: str, records: Iterable[Record]) -> Iterator[tuple[Stretch, ...]]:
    """Yield the stretches of each line of a page's text, in order; joined they are the line.

    Spans that overlap or pass the end of the text, as those of another text would, are cut, never an error.
    """
    line: list[Stretch] = []
    for stretch in _stretches(text, records):
        first, *others = stretch.text.split("\n")
        _add(line, stretch._replace(text=first))
        for other in others:
            yield tuple(line)
            line = []
            _add(line, stretch._replace(text=other))
    yield tuple(line)


def _add(line: list[Stretch], stretch: Stretch) -> None:
    if stretch.text:
        line.append(stretch)


def _stretches(text: str, records: Iterable[Record]) -> Iterator[Stretch]:
    spans = [(span.start, span.end, span.field, record) for record in records for span in record.spans]
    at = 0
    for start, end, field, record in sorted(spans, key=lambda span: span[:2]):
        if start > at:
            yield Stretch(text[at:start])
        if end > max(at, start):
            yield Stretch(text[max(at, start) : end], record, field)
            at = end
    yield Stretch(text[at:])
