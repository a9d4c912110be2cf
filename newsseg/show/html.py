"""A page as one HTML file: its text at the left, its articles at the right, each lighting up the other.

The file is whole in itself: nothing is fetched, and its policy lets no script run but its own.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from newsseg.i18n import _, ngettext
from newsseg.pages import Page
from newsseg.record import Article, Record
from newsseg.show.colours import colour
from newsseg.show.html_cards import article_html, fragments_html, jump_html
from newsseg.show.html_dump import dump_html
from newsseg.show.html_marks import COLOURS, html
from newsseg.show.html_sheet import sheet_html
from newsseg.show.words import page_title

View: TypeAlias = "tuple[str | Page, Sequence[Record]]"
"""A page, or its text ("" where only its records are known), and its records."""
ASSETS = os.path.join(os.path.dirname(__file__), "assets")

# Lightness and chroma (OKLCH) of an article's tint and ink, by light and by dark: text on a tint and a number on an
# ink keep a contrast of at least 6.
LIGHT = {"tint": (0.93, 0.05), "glow": (0.88, 0.075), "ink": (0.46, 0.12)}
DARK = {"tint": (0.3, 0.045), "glow": (0.38, 0.065), "ink": (0.8, 0.11)}

HEAD = """<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="newsseg">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
"""
PAGE = """<section class="page" id="p{number}" aria-labelledby="p{number}-title">
<header class="bar">
<h2 id="p{number}-title">{title}</h2>
<p class="sum">{sum}</p>
<nav class="switch" aria-label="{parts}">
<a href="#p{number}-text">{text}</a><a href="#p{number}-articles">{articles}</a>
</nav>
<nav class="turn" aria-label="{pages}">
<a class="previous" href="#p{previous}" title="{back}" aria-label="{back}">‹</a>
<a class="next" href="#p{next}" title="{on}" aria-label="{on}">›</a>
</nav>
</header>
<div class="panes">
{dump}<section class="articles" id="p{number}-articles" aria-label="{articles}">
{jump}{cards}</section>
</div>
</section>
"""


def page_html(pages: Iterable[View]) -> str:
    """Return the HTML file of ``pages``: the text of each, and its records. Without text it shows the articles."""
    return "".join(html_stream(pages))


def html_stream(pages: Iterable[View]) -> Iterator[str]:
    """Yield the HTML file of ``pages`` piece by piece; no more than a page is held."""
    style, script = _asset("show.css") + _palette(), _asset("show.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    yield HEAD.format(policy=policy, title=html(_("Page and articles")), style=style)
    yield f'<h1 class="out">{html(_("Page and articles"))}</h1>\n<main>\n'
    for number, (page, records) in enumerate(pages, 1):
        printed = page if isinstance(page, Page) else Page("", number, page)
        yield _page(number, printed, list(records))
    yield f"</main>\n<script>{script}</script>\n</body>\n</html>\n"


def _page(number: int, page: Page, records: list[Record]) -> str:
    text = page.text
    articles = [record for record in records if isinstance(record, Article)]
    signs = sum(len(element.text) for article in articles for element in article.body)
    count = ngettext("{} article", "{} articles", len(articles)).format(len(articles))
    lines = _line_starts(text) if text else []
    title = page_title(records[0].source, records[0].page, records) if records else str(number)
    cards = [article_html(number, article, lines) for article in articles]
    return PAGE.format(
        number=number,
        previous=number - 1,
        next=number + 1,
        title=html(title),
        sum=html(" · ".join((count, ngettext("{} character", "{} characters", signs).format(signs)))),
        parts=html(_("Parts of this page")),
        pages=html(_("Pages")),
        back=html(_("Previous page")),
        on=html(_("Next page")),
        text=html(_("Page text")),
        articles=html(_("Articles")),
        dump=dump_html(number, text, records, sheet_html(number, page, records)) if text else "",
        jump=jump_html(number, articles),
        cards="".join(cards) + fragments_html(number, records),
    )


def _line_starts(text: str) -> list[int]:
    """Return the places at which the lines of ``text`` start."""
    starts = [0]
    while (end := text.find("\n", starts[-1])) >= 0:
        starts.append(end + 1)
    return starts


def _palette() -> str:
    """Return the style sheet of the articles' colours, by light and by dark."""
    light = "\n".join(_colours(number, LIGHT) for number in range(1, COLOURS + 1))
    dark = "\n".join(_colours(number, DARK) for number in range(1, COLOURS + 1))
    return f"{light}\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


def _colours(number: int, kinds: dict[str, tuple[float, float]]) -> str:
    values = "; ".join(f"--{kind}: {colour(number, *look)}" for kind, look in kinds.items())
    return f".c{number} {{ {values} }}"


def _asset(name: str) -> str:
    with open(os.path.join(ASSETS, name), encoding="utf-8") as file:
        return file.read()


def _hash(source: str) -> str:
    """Return what lets just this style or script through the policy."""
    from base64 import b64encode
    from hashlib import sha256

    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"
