"""The articles of a page as HTML cards, the way to them, and the pieces that belong to none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newsseg.i18n import _
from newsseg.record import Article, Fragment, Record, Span
from newsseg.show.html_marks import badge, colour_class, html, key_of
from newsseg.show.words import credit_groups, field_name, record_title

WHERE = ("headline", "deck", "bylines", "body", "captions", "jumps")


def jump_html(page: int, articles: Sequence[Article]) -> str:
    """Return the row of numbers that leads to the articles."""
    links = "".join(f"<li>{badge(page, article)}</li>" for article in articles)
    return f'<nav class="jump" aria-label="{html(_("Contents"))}"><ol>{links}</ol></nav>\n' if links else ""


def article_html(page: int, article: Article, lines: Sequence[int]) -> str:
    """Return an article as a card; ``lines`` are the places at which the lines of the page's text start."""
    key = key_of(page, article)
    none = "" if article.headline else ' class="none"'
    return "".join(
        (
            f'<article class="card {colour_class(article)}" id="{key}" data-a="{key}" tabindex="0"',
            f' aria-labelledby="{key}-h">\n',
            f'<p class="top"><span class="badge" aria-hidden="true">{article.order}</span>{_confidence(article)}</p>\n',
            f'<h3 id="{key}-h"{none}>{html(record_title(article))}</h3>\n',
            *(f'<p class="deck">{html(deck)}</p>\n' for deck in article.deck),
            *(f'<p class="byline">{html(byline)}</p>\n' for byline in article.bylines),
            _credits(article),
            *_body(article),
            *(f"<figure><figcaption>{html(caption)}</figcaption></figure>\n" for caption in article.captions),
            *(f'<p class="jumps">{html(jump)}</p>\n' for jump in article.jumps),
            _where(page, article, lines),
            "</article>\n",
        )
    )


def fragments_html(page: int, records: Sequence[Record]) -> str:
    """Return the pieces that belong to no article."""
    items = "".join(
        f'<li data-a="{key_of(page, record)}" id="{key_of(page, record)}" tabindex="0">'
        f'<b class="tag">{html(field_name("", record))}</b> {html(record.text)}</li>\n'
        for record in records
        if isinstance(record, Fragment)
    )
    title = html(_("In no article"))
    frame = f'<aside class="loose" aria-label="{title}">\n<h3>{title}</h3>\n<ul>\n{items}</ul>\n</aside>\n'
    return frame if items else ""


def _confidence(article: Article) -> str:
    if article.confidence is None:
        return ""
    share = round(100 * article.confidence)
    bars = "".join(f'<rect width="{width}" height="6" rx="3"/>' for width in (100, share))
    bar = f'<svg viewBox="0 0 100 6" aria-hidden="true">{bars}</svg>'
    return f'<span class="sure">{html(_("sure of the headline"))} {bar} {share}%</span>'


def _credits(article: Article) -> str:
    items = "".join(
        f"<li>{f'<b>{html(label)}</b> ' if label else ''}{html('、'.join(names))}</li>"
        for label, names in credit_groups(article.credits).items()
    )
    return f'<ul class="credits" aria-label="{html(_("Credits"))}">{items}</ul>\n' if items else ""


def _body(article: Article) -> Iterator[str]:
    for element in article.body:
        tag = "h4" if element.kind == "subhead" else "p"
        yield f'<{tag} class="{html(element.kind)}">{html(element.text)}</{tag}>\n'


def _where(page: int, article: Article, lines: Sequence[int]) -> str:
    """Return where on the page each field stands, as links to its lines."""
    places = []
    for field in WHERE if lines else ():
        ranges = _line_ranges([span for span in article.spans if span.field == field], lines)
        if ranges:
            links = "、".join(
                f'<a href="#p{page}-l{first}">{first if first == last else f"{first}–{last}"}</a>'
                for first, last in ranges
            )
            places.append(
                f"<span><b>{html(_('body') if field == 'body' else field_name(field, article))}</b> {links}</span>"
            )
    return f'<p class="where"><span>{html(_("Lines"))}</span>{"".join(places)}</p>\n' if places else ""


def _line_ranges(spans: Sequence[Span], lines: Sequence[int]) -> list[tuple[int, int]]:
    """Return the ranges of lines (from 1) that the spans cover; a blank line between does not part them."""
    ranges: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: span.start):
        first, last = bisect_right(lines, span.start), bisect_right(lines, max(span.start, span.end - 1))
        if ranges and first <= ranges[-1][1] + 2:
            first, last = ranges[-1][0], max(last, ranges.pop()[1])
        ranges.append((first, last))
    return ranges
