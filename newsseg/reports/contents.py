"""The table of contents of a page or an issue: one row an article, in the order in which they stand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from newsseg.i18n import _
from newsseg.record import Article
from newsseg.reports.tables import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsseg.record import Record


def contents(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """Yield the row of each article: page, headline, deck, first credit, characters of text, where it stands.

    ``characters`` counts the body; ``start`` and ``end`` bound all that belongs to the article, in characters of the
    page's text.
    """
    for record in records:
        if isinstance(record, Article):
            edition = record.edition
            yield {
                "id": record.id,
                "source": record.source,
                "date": edition.date if edition else None,
                "page": record.page,
                "printed_page": edition.page if edition else None,
                "order": record.order,
                "headline": record.headline,
                "deck": list(record.deck),
                "credit": record.credits[0].name if record.credits else None,
                "role": record.credits[0].role if record.credits else None,
                "credits": len({credit.name for credit in record.credits}),
                "characters": sum(len(element.text) for element in record.body),
                "start": min((span.start for span in record.spans), default=None),
                "end": max((span.end for span in record.spans), default=None),
            }


def content_columns() -> list[Column]:
    """Return the columns of a table of contents."""
    return [
        Column("source", _("file")),
        Column("date", _("date"), "date"),
        Column("page", _("page"), "number"),
        Column("printed_page", _("printed page")),
        Column("order", _("order"), "number"),
        Column("headline", _("headline")),
        Column("deck", _("deck"), "list"),
        Column("credit", _("first credit")),
        Column("role", _("role"), "role"),
        Column("credits", _("names"), "number"),
        Column("characters", _("characters"), "number"),
        Column("start", _("from"), "number"),
        Column("end", _("to"), "number"),
    ]


def drawn_columns(*, sources: bool) -> list[Column]:
    """Return the columns of a table of contents that is drawn for a reader; ``sources`` adds the file."""
    return [
        *([Column("source", _("file"))] if sources else []),
        Column("page", _("page"), wrap=False),
        Column("headline", _("headline, deck"), "list"),
        Column("credit", _("by")),
        Column("characters", _("length"), "number", wrap=False),
        Column("place", _("at"), wrap=False, spare=True),
    ]


def drawn(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the rows as ``drawn_columns`` want them; a file is named where it begins, without the folder of all."""
    shared = os.path.commonprefix([row["source"] for row in rows])  # noqa: RUF071 - cut at a stroke below
    folder = max(shared.rfind("/"), shared.rfind("\\")) + 1
    before = None
    for row in rows:
        yield _drawn(row, "" if row["source"] == before else row["source"][folder:])
        before = row["source"]


def _drawn(row: dict[str, Any], file: str) -> dict[str, Any]:
    """Return the row: the page as printed, the deck under the headline."""
    return {
        "source": file,
        "page": row["printed_page"] or row["page"],
        "headline": [row["headline"] or _("(no headline)"), *row["deck"]],
        "credit": row["credit"],
        "characters": row["characters"],
        "place": None if row["start"] is None else f"{row['start']}–{row['end']}",
    }
