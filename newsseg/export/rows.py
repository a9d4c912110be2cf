"""Records as flat rows: one row an article, one row a credit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsseg.i18n import _
from newsseg.record import Article
from newsseg.reports.tables import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsseg.record import Credit, Record
    from newsseg.reports.tables import Row


class KeywordArticle(Article):
    """An article to which keywords were added."""

    keywords: tuple[str, ...] = ()


def with_keywords(article: Article, keywords: Iterable[str]) -> KeywordArticle:
    """Return the article with its keywords."""
    found = KeywordArticle._make(article)
    found.keywords = tuple(keywords)
    return found


def keywords(article: Article) -> tuple[str, ...]:
    """Return the keywords that were added to the article, none where none were."""
    return article.keywords if isinstance(article, KeywordArticle) else ()


def article_columns() -> list[Column]:
    """Return the columns of an article's row."""
    return [
        Column("id", _("id")),
        Column("source", _("file")),
        Column("paper", _("paper")),
        Column("date", _("date"), "date"),
        Column("page", _("page"), "number"),
        Column("printed_page", _("printed page")),
        Column("section", _("section")),
        Column("order", _("order"), "number"),
        Column("headline", _("headline")),
        Column("deck", _("deck"), "list"),
        Column("bylines", _("by-line"), "list"),
        Column("outlet", _("outlet")),
        Column("place", _("place")),
        Column("dateline", _("date in the by-line")),
        Column("credits", _("credits"), "list"),
        Column("characters", _("characters"), "number"),
        Column("text", _("text")),
        Column("captions", _("captions"), "list"),
        Column("jumps", _("jump lines"), "list"),
        Column("keywords", _("keywords"), "list"),
        Column("confidence", _("confidence"), "number"),
    ]


def credit_columns() -> list[Column]:
    """Return the columns of a credit's row."""
    return [
        Column("article", _("article")),
        Column("date", _("date"), "date"),
        Column("position", _("position"), "number"),
        Column("name", _("name")),
        Column("role", _("role"), "role"),
        Column("label", _("as printed")),
        Column("type", _("type"), "type"),
        Column("headline", _("headline")),
    ]


def article_row(article: Article) -> Row:
    """Return the article as one flat row; its body is one text, an element a line."""
    edition, dateline = article.edition, article.dateline
    return {
        "id": article.id,
        "source": article.source,
        "paper": edition.paper if edition else None,
        "date": edition.date if edition else None,
        "page": article.page,
        "printed_page": edition.page if edition else None,
        "section": edition.section if edition else None,
        "order": article.order,
        "headline": article.headline,
        "deck": article.deck,
        "bylines": article.bylines,
        "outlet": article.outlet,
        "place": dateline.place if dateline else None,
        "dateline": dateline.date if dateline else None,
        "credits": [credit_text(credit) for credit in article.credits],
        "characters": sum(len(element.text) for element in article.body),
        "text": "\n".join(element.text for element in article.body),
        "captions": article.captions,
        "jumps": article.jumps,
        "keywords": keywords(article),
        "confidence": article.confidence,
    }


def credit_rows(record: Record) -> Iterator[Row]:
    """Yield a row for each credit of the record, the credits of a whole page included."""
    for position, credit in enumerate(record.credits):
        yield {
            "article": record.id,
            "date": record.edition.date if record.edition else None,
            "position": position,
            "name": credit.name,
            "role": credit.role,
            "label": credit.label,
            "type": credit.type,
            "headline": record.headline if isinstance(record, Article) else None,
        }


def credit_text(credit: Credit) -> str:
    """Return a credit as a reader writes it: the printed label, else the role, and the name."""
    return f"{credit.label or credit.role} {credit.name}"
