"""The page's text as HTML, each stretch in the colour of its article."""

from __future__ import annotations

from collections.abc import Sequence

from newsseg.i18n import _
from newsseg.record import Article, Record
from newsseg.show.html_marks import badge, colour_class, html, key_of
from newsseg.show.paint import Stretch, painted_lines
from newsseg.show.words import field_name, kind_of


def dump_html(page: int, text: str, records: Sequence[Record], sheet: str = "") -> str:
    """Return the page's text, each stretch in the colour of its article, a number where the article changes.

    ``sheet`` is the picture of the page, which stands above its text.
    """
    rows = []
    before = Stretch("")
    for number, line in enumerate(painted_lines(text, records), 1):
        parts = []
        for stretch in line:
            parts.append(_stretch(page, stretch, before))
            before = stretch if stretch.record else before
        owner = next((stretch.record for stretch in line if stretch.record), None)
        mark = f" {colour_class(owner)}" if owner else ""
        rows.append(f'<div class="line{mark}" id="p{page}-l{number}" data-l="{number}">{"".join(parts)}</div>\n')
    head = f'<section class="dump" id="p{page}-text" aria-label="{html(_("Page text"))}" tabindex="0">\n'
    return head + sheet + "".join(rows) + "</section>\n"


def _stretch(page: int, stretch: Stretch, before: Stretch) -> str:
    """Return a stretch, painted; where an article or a kind of text begins, its number or name stands with it."""
    text = html(stretch.text)
    record = stretch.record
    if record is None:
        return f'<mark class="lost" title="{html(_("lost: no record has it"))}">{text}</mark>' if stretch.lost else text
    number = badge(page, record) if isinstance(record, Article) and record is not before.record else ""
    tag = f' data-f="{html(field_name(stretch.field, record, stretch.number))}"' if stretch.begins else ""
    look = f"s {colour_class(record)} f-{html(kind_of(stretch.field, record, stretch.number))}"
    return f'{number}<span class="{look}" data-a="{key_of(page, record)}"{tag}>{text}</span>'
