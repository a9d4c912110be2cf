"""The table of contents of a page or an issue: one row an article, in the order in which they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsseg.record import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsseg.record import Record


def contents(records: Iterable[Record]) -> Iterator[dict[str, object]]:
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
