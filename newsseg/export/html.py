"""Articles as one plain HTML page to read or print: self-contained, no script, light and dark."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from newsseg.i18n import _
from newsseg.record import Article
from newsseg.safe import for_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsseg.record import Record

HEAD = """<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
body {{ max-width: 40em; margin: 2em auto; padding: 0 1em; line-height: 1.8; font-family: serif; }}
h2, h3, p {{ overflow-wrap: anywhere; }}
article {{ margin-bottom: 4em; }}
article p {{ text-indent: 2em; margin: .4em 0; }}
.deck, .byline, .place, figure p {{ text-indent: 0; }}
.deck {{ font-weight: bold; }}
.byline, .place, figure {{ opacity: .75; font-size: .9em; }}
figure {{ margin: 1em 0; border-left: 3px solid; padding-left: 1em; }}
@media print {{ article {{ break-after: page; }} }}
</style>
<main>
<h1>{title}</h1>
"""
TAIL = "</main>\n</html>\n"


def html_stream(records: Iterable[Record]) -> Iterator[str]:
    """Yield the pieces of an HTML page of the articles."""
    yield HEAD.format(title=_text(_("Articles")))
    for record in records:
        if isinstance(record, Article):
            yield "".join(_article(record))
    yield TAIL


def _article(article: Article) -> Iterator[str]:
    yield "<article>\n"
    if article.headline:
        yield f"<h2>{_text(article.headline)}</h2>\n"
    yield from (f'<p class="deck">{_text(deck)}</p>\n' for deck in article.deck)
    yield f'<p class="place">{_text(_place(article))}</p>\n'
    yield from (f'<p class="byline">{_text(byline)}</p>\n' for byline in article.bylines)
    for element in article.body:
        tag = "h3" if element.kind == "subhead" else "p"
        yield f"<{tag}>{_text(element.text)}</{tag}>\n"
    yield from (f"<figure><p>{_text(caption)}</p></figure>\n" for caption in article.captions)
    yield "</article>\n"


def _place(article: Article) -> str:
    edition = article.edition
    known = (edition.paper, edition.date, edition.page, edition.section) if edition else ()
    return " · ".join(part for part in known if part) or f"{article.source}:{article.page}"


def _text(text: str) -> str:
    return escape(for_xml(text))
