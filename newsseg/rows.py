"""Rows to records: the JSON object of a record is checked and becomes the record itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from newsseg.i18n import _
from newsseg.record import Article, Box, Credit, Dateline, Edition, Element, Fragment, Record, Span

Row: TypeAlias = "dict[str, Any]"
Head: TypeAlias = "tuple[str, str, int, int]"
T = TypeVar("T")

VERSION = "1.1"
"""Of the records' schema; grows in its second number when a key is added, in its first when an old reader would not
survive the change. From schema 2 on a record names its own (key ``schema``), so that an older reader can refuse it."""

LARGEST = 1 << 63
"""No number of a record reaches it: databases have no room for larger ones."""
EDGES = 4  # of a box: left, top, right, bottom
NAMES = {str: "a text", int: "a whole number", float: "a number", list: "a list [...]"}


class WireError(ValueError):
    """A line or a row that is no record; the message says what is wrong with it."""


def from_row(row: Row) -> Record:
    """Return the record of a JSON object; a key that is not there counts as empty, an unknown one is not looked at.

    A value of the wrong type raises ``WireError``, and so does a ``kind`` that is neither article nor fragment, or a
    record of a newer schema.
    """
    kind = row.get("kind")
    made = row.get("schema")
    if isinstance(made, str) and _first_number(made) > _first_number(VERSION):
        raise WireError(_("is a record of schema {}; this newsseg reads {}: install a newer one").format(made, VERSION))
    if kind not in ("article", "fragment"):  # a tuple: what stands there may be a list, which no set can look up
        raise WireError(_('is no record: "kind" is neither "article" nor "fragment"'))
    source, page, order = _get(row, "source", str, ""), _get(row, "page", int, 1), _get(row, "order", int, 0)
    spans = tuple(_span(item) for item in _get(row, "spans", list, []))
    boxes = tuple(_box(item) for item in _get(row, "boxes", list, []))
    head = (_get(row, "id", str, f"{source}:{page}:{order}"), source, page, order)
    return _article(row, head, spans, boxes) if kind == "article" else _fragment(row, head, spans, boxes)


def _first_number(version: str) -> int:
    number = version.partition(".")[0]
    return int(number) if number.isdecimal() else 0


def _article(row: Row, head: Head, spans: tuple[Span, ...], boxes: tuple[Box, ...]) -> Article:
    return Article(
        *head,
        headline=_maybe(row, "headline"),
        deck=_texts(row, "deck"),
        bylines=_texts(row, "bylines"),
        outlet=_maybe(row, "outlet"),
        dateline=_part(row, "dateline", lambda item: Dateline(_maybe(item, "place"), _maybe(item, "date"))),
        credits=_credits(row),
        body=tuple(_element(item) for item in _get(row, "body", list, [])),
        captions=_texts(row, "captions"),
        jumps=_texts(row, "jumps"),
        edition=_part(row, "edition", _edition),
        confidence=_confidence(row),
        spans=spans,
        boxes=boxes,
    )


def _fragment(row: Row, head: Head, spans: tuple[Span, ...], boxes: tuple[Box, ...]) -> Fragment:
    role, text = _get(row, "role", str, "text"), _get(row, "text", str, "")
    return Fragment(*head, role, text, _credits(row), _part(row, "edition", _edition), spans, boxes)


def _edition(row: Row) -> Edition:
    return Edition(*(_maybe(row, key) for key in ("paper", "date", "page", "section")))


def _element(item: object) -> Element:
    row = _object("body", item)
    return Element(_get(row, "kind", str, "paragraph"), _get(row, "text", str, ""))


def _credits(row: Row) -> tuple[Credit, ...]:
    items = [_object("credits", item) for item in _get(row, "credits", list, [])]
    return tuple(
        Credit(
            _get(item, "name", str, ""),
            _get(item, "role", str, "author"),
            _maybe(item, "label"),
            _get(item, "type", str, "person"),
            _maybe(item, "unit"),
        )
        for item in items
    )


def _span(item: object) -> Span:
    match item:
        case [str(field), int(index), int(start), int(end)]:
            return Span(field, index, start, end)
    raise WireError(_('"spans" must hold only rows like ["body", 0, 12, 40]'))


def _box(item: object) -> Box:
    match item:
        case [str(field), int(index), *edges]:
            numbers = [edge for edge in edges if isinstance(edge, int | float) and not isinstance(edge, bool)]
            if len(numbers) == len(edges) == EDGES:
                return Box(field, index, *numbers)
    raise WireError(_('"boxes" must hold only rows like ["body", 0, 36.0, 97.5, 254.1, 301.0]'))


def _confidence(row: Row) -> float | None:
    value = row.get("confidence")
    return None if value is None else float(_get(row, "confidence", int if isinstance(value, int) else float, 0))


def _part(row: Row, key: str, read: Callable[[Row], T]) -> T | None:
    value = row.get(key)
    return None if value is None else read(_object(key, value))


def _maybe(row: Row, key: str) -> str | None:
    value: str | None = row.get(key)
    return None if value is None else _get(row, key, str, "")


def _texts(row: Row, key: str) -> tuple[str, ...]:
    values = _get(row, key, list, [])
    if not all(isinstance(value, str) for value in values):
        raise WireError(_('"{}" must be a list of texts').format(key))
    return tuple(values)


def _object(key: str, value: object) -> Row:
    if isinstance(value, dict):
        return value
    raise WireError(_('"{}" must hold objects {{…}}').format(key))


def _get(row: Row, key: str, kind: type[T], absent: T) -> T:
    """Return ``row[key]``, which must be of ``kind`` (true is no number here), or ``absent`` where it is not there."""
    value = row.get(key)
    if value is None:
        return absent
    if not isinstance(value, kind) or isinstance(value, bool):
        raise WireError(_('"{}" must be {}').format(key, NAMES[kind]))
    if isinstance(value, int) and abs(value) >= LARGEST:
        raise WireError(_('"{}" must be a number of at most {}').format(key, LARGEST - 1))
    return value
