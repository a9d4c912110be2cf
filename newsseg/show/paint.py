"""Paint: which record each stretch of a page's text went to, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsseg.record import Record


class Stretch(NamedTuple):
    """A piece of one line that went to element ``number`` of a field of a record; no record where it is blank, or lost.

    ``begins`` tells that the element begins here, or goes on after something else.
    """

    text: str
    record: Record | None = None
    field: str = ""
    number: int = 0
    begins: bool = False

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
            _add(line, stretch._replace(text=other, begins=False))
    yield tuple(line)


def _add(line: list[Stretch], stretch: Stretch) -> None:
    if stretch.text:
        line.append(stretch)


def _stretches(text: str, records: Iterable[Record]) -> Iterator[Stretch]:
    spans = [(span, record) for record in records for span in record.spans]
    at = 0
    before: tuple[str, str, int] | None = None
    for (field, index, start, stop), record in sorted(spans, key=lambda owned: owned[0][2:]):
        begin, end = max(at, start), min(stop, len(text))
        if begin < end:
            element = (record.id, field, index)
            if at < begin:
                yield Stretch(text[at:begin])
            yield Stretch(text[begin:end], record, field, index, element != before)
            at, before = end, element
    yield Stretch(text[at:])
