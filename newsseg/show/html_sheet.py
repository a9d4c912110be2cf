"""The picture of a printed page as HTML, the boxes of its articles drawn over it in their colours."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from newsseg.engine.boxes import boxed
from newsseg.i18n import _
from newsseg.pages import Page
from newsseg.record import Article, Record
from newsseg.show.html_marks import colour_class, html, key_of
from newsseg.show.words import kind_of, record_title

BADGE = 0.011
"""Of the page's height: the radius of an article's number."""


def sheet_html(number: int, page: Page, records: Sequence[Record]) -> str:
    """Return the picture of a page with the boxes of its ``records``, each a link to its article; "" without one."""
    if not page.picture or not page.boxes:
        return ""
    size = f"{page.width:g} {page.height:g}"
    picture = b64encode(page.picture).decode()
    links = "".join(_link(number, record, BADGE * page.height) for record in boxed(records, page.text, page.boxes))
    return (
        f'<figure class="sheet"><svg viewBox="0 0 {size}" role="group" aria-label="{html(_("Picture of the page"))}">\n'
        f'<image href="data:image/png;base64,{picture}" width="{page.width:g}" height="{page.height:g}"/>\n'
        f"{links}</svg></figure>\n"
    )


def _link(number: int, record: Record, radius: float) -> str:
    """Return the boxes of a record as one link to its card."""
    rects = "".join(
        f'<rect class="f-{html(kind_of(box.field, record, box.index))}" x="{box.left:g}" y="{box.top:g}"'
        f' width="{box.right - box.left:.4g}" height="{box.bottom - box.top:.4g}"/>'
        for box in record.boxes
    )
    if not rects:
        return ""
    key, title = key_of(number, record), html(record_title(record))
    label = f"{record.order} {title}" if isinstance(record, Article) else title
    badge = _badge(record, radius) if isinstance(record, Article) else ""
    return f'<a class="{colour_class(record)}" href="#{key}" data-a="{key}" aria-label="{label}">{rects}{badge}</a>\n'


def _badge(article: Article, radius: float) -> str:
    """Return the article's number, where its headline begins, or else its text."""
    box = min(article.boxes, key=lambda box: (box.field != "headline", box.index))
    x, y = box.left, box.top
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:.4g}"/>'
        f'<text x="{x:g}" y="{y + 0.36 * radius:.6g}" font-size="{1.1 * radius:.4g}">{article.order}</text>'
    )
