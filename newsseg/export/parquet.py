"""Articles as a Parquet file for data frames: nested as the records are, in row groups, compressed."""

from __future__ import annotations

import datetime as dt
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from newsseg.export.rows import article_row
from newsseg.record import Article
from newsseg.safe import for_file

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsseg.record import Record

ROW_GROUP = 10_000  # articles held in memory at a time: some 50 MB

_TEXT, _NUMBER = pa.string(), pa.int64()
_CREDIT = pa.struct([(key, _TEXT) for key in ("name", "role", "label", "type")])
_ELEMENT = pa.struct([("kind", _TEXT), ("text", _TEXT)])
SCHEMA = pa.schema(
    {
        **dict.fromkeys(("id", "source", "paper"), _TEXT),
        "date": pa.date32(),
        "page": _NUMBER,
        **dict.fromkeys(("printed_page", "section"), _TEXT),
        "order": _NUMBER,
        "headline": _TEXT,
        **dict.fromkeys(("deck", "bylines"), pa.list_(_TEXT)),
        **dict.fromkeys(("outlet", "place", "dateline"), _TEXT),
        "credits": pa.list_(_CREDIT),
        "characters": _NUMBER,
        "text": _TEXT,
        "body": pa.list_(_ELEMENT),
        **dict.fromkeys(("captions", "jumps", "keywords"), pa.list_(_TEXT)),
        "confidence": pa.float64(),
    }
)


def write_parquet(records: Iterable[Record], out: IO[bytes]) -> None:
    """Write the articles to ``out``."""
    articles = (record for record in records if isinstance(record, Article))
    with pq.ParquetWriter(out, SCHEMA, compression="zstd") as writer:
        while rows := [_row(article) for article in islice(articles, ROW_GROUP)]:
            writer.write_table(pa.Table.from_pylist(rows, schema=SCHEMA))


def _row(article: Article) -> dict[str, Any]:
    row = dict(article_row(article))
    row["date"] = _date(row["date"])
    row["credits"] = [credit._asdict() for credit in article.credits]
    row["body"] = [element._asdict() for element in article.body]
    return {key: _clean(value) for key, value in row.items()}


def _date(text: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(text))
    except ValueError:
        return None


def _clean(value: Any) -> Any:
    """Return the value without what UTF-8 cannot write."""
    if isinstance(value, str):
        return for_file(value)
    if isinstance(value, (list, tuple)):
        return [_clean(part) for part in value]
    return {key: _clean(part) for key, part in value.items()} if isinstance(value, dict) else value
