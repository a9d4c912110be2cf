"""Records to JSON lines and back: one line a record, all keys always there, in one order.

A *row* is the JSON object of a record. A command that only reads works on records; one that adds to them (``keywords``)
works on rows, so that keys newsseg does not know pass through every command unharmed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from math import isinf
from typing import NoReturn

from newsseg.i18n import _
from newsseg.record import Article, Credit, Edition, Fragment, Record
from newsseg.rows import Row, WireError, from_row

__all__ = ["Row", "WireError", "dumps", "from_json", "from_row", "loads", "read_records", "to_json", "to_row"]

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(record: Record) -> str:
    """Return ``record`` as one line of JSON without its line end; UTF-8 can always write it."""
    return dumps(to_row(record))


def from_json(line: str) -> Record:
    """Return the record of one line of JSON, or raise ``WireError``."""
    return from_row(loads(line))


def read_records(lines: Iterable[str]) -> Iterator[Record]:
    """Yield the record of each line that is not blank; ``WireError`` names the line (from 1) that is none."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield from_json(line)
            except WireError as error:
                raise WireError(_("line {}: {}").format(number, error)) from error


def dumps(row: Row) -> str:
    """Return a row as one line of JSON without its line end."""
    line = _encode(row)
    try:
        line.encode()
    except UnicodeEncodeError:  # a lone surrogate: JSON can write it, UTF-8 cannot
        return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", line)
    return line


def loads(line: str) -> Row:
    """Return the row of one line of JSON, or raise ``WireError``; whether it is a record, ``from_row`` tells."""
    try:
        row = json.loads(line, parse_constant=_no_number, parse_float=_finite)
    except RecursionError as error:
        raise WireError(_("is nested too deeply to be a record")) from error
    except ValueError as error:
        raise WireError(_("is not JSON ({})").format(error)) from error
    if not isinstance(row, dict):
        raise WireError(_("is JSON, but no record: a record is an object {…}"))
    return row


def to_row(record: Record) -> Row:
    """Return the JSON object of ``record``."""
    row: Row = {
        "kind": "article" if isinstance(record, Article) else "fragment",
        "id": record.id,
        "source": record.source,
        "page": record.page,
        "order": record.order,
    }
    row |= _article_row(record) if isinstance(record, Article) else _fragment_row(record)
    row["spans"] = [list(span) for span in record.spans]
    if record.boxes:
        row["boxes"] = [list(box) for box in record.boxes]
    return row


def _article_row(article: Article) -> Row:
    dateline = article.dateline
    return {
        "headline": article.headline,
        "deck": list(article.deck),
        "bylines": list(article.bylines),
        "outlet": article.outlet,
        "dateline": dateline and {"place": dateline.place, "date": dateline.date},
        "credits": [_credit_row(credit) for credit in article.credits],
        "body": [{"kind": element.kind, "text": element.text} for element in article.body],
        "captions": list(article.captions),
        "jumps": list(article.jumps),
        "edition": _edition_row(article.edition),
        "confidence": article.confidence,
    }


def _fragment_row(fragment: Fragment) -> Row:
    return {
        "role": fragment.role,
        "text": fragment.text,
        "credits": [_credit_row(credit) for credit in fragment.credits],
        "edition": _edition_row(fragment.edition),
    }


def _credit_row(credit: Credit) -> Row:
    row: Row = {"name": credit.name, "role": credit.role, "label": credit.label, "type": credit.type}
    return row if credit.unit is None else row | {"unit": credit.unit}


def _edition_row(edition: Edition | None) -> Row | None:
    if edition is None:
        return None
    return {"paper": edition.paper, "date": edition.date, "page": edition.page, "section": edition.section}


def _finite(text: str) -> float:
    value = float(text)
    return _no_number(text) if isinf(value) else value


def _no_number(name: str) -> NoReturn:
    raise ValueError(_("{} is no JSON").format(name))
