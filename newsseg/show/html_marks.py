"""The marks that join text and articles in the HTML view: classes for colours, keys, numbered badges."""

from __future__ import annotations

from html import escape

from newsseg.record import Article, Record
from newsseg.safe import for_xml
from newsseg.show.words import record_title

COLOURS = 48  # so many colours are defined; beyond, they come round again and the numbers tell


def colour_class(record: Record) -> str:
    """Return the class of a record's colours."""
    return f"c{(record.order - 1) % COLOURS + 1}" if isinstance(record, Article) else "loose"


def key_of(page: int, record: Record) -> str:
    """Return the name that a record has in the file: its card's id, and what its stretches of text point at."""
    return f"p{page}-a{record.order}"


def badge(page: int, article: Article) -> str:
    """Return an article's number as a link to it."""
    key, title = key_of(page, article), html(record_title(article))
    number = article.order
    return (
        f'<a class="badge {colour_class(article)}" href="#{key}" data-a="{key}" title="{title}"'
        f' aria-label="{number} {title}">{number}</a>'
    )


def html(text: str) -> str:
    """Return text of strangers as HTML that shows it and does nothing else."""
    return escape(for_xml(text))
