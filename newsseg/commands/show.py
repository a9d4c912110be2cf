"""``newsseg show``: articles to read, and a page to look at."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator

import click

from newsseg.commands._input import pages_from, views_from
from newsseg.commands._options import Inputs, with_inputs
from newsseg.commands._output import report
from newsseg.i18n import _
from newsseg.pages import Page
from newsseg.record import Article, Record
from newsseg.safe import for_terminal
from newsseg.verify import problems

View = tuple[Page | None, list[Record]]


@click.command()
@click.option("--page", "form", flag_value="page", help=_("The page's text itself, each line marked with its article."))
@click.option("--html", "form", flag_value="html", help=_("One HTML file: page and articles side by side."))
@click.option("--text", "texts", multiple=True, type=click.Path(), metavar="FILE", help=_("The text of records."))
@with_inputs
def command(inputs: Inputs, form: str | None, texts: tuple[str, ...]) -> None:
    """Show the articles of a page as a reader would like them, or show what became of the page's text.

    With --page every line of the text bears the number and the colour of the article it went to: one look tells
    whether the split is right. With --html page and articles light each other up, a PDF as it looks; the file needs no
    network.

    \b
    newsseg show page.pdf
    FORCE_COLOR=1 newsseg show --page page.txt | less -R
    newsseg show --html page.pdf > page.html
    newsseg split page.txt | newsseg show --html --text page.txt > page.html
    """
    views = views_from(inputs, pictures=form == "html")
    if texts:
        views = with_texts(views, texts, inputs, pictures=form == "html")
    show = {"page": show_page, "html": show_html}.get(form or "", show_articles)
    show(views)


def show_articles(views: Iterable[View]) -> None:
    """Write each article as a reader would like it."""
    from newsseg.show.terminal import article_lines, console_for, draw

    console = console_for()
    gap = ""
    for _page, records in views:
        for article in records:
            if isinstance(article, Article):
                sys.stdout.write(gap + draw(console, article_lines(article, console.width)))
                gap = "\n\n"


def show_page(views: Iterable[View]) -> None:
    """Write each page's text, painted."""
    from newsseg.show.terminal import console_for, draw, page_lines

    console = console_for()
    gap = ""
    for page, records in views:
        if page:
            sys.stdout.write(gap + draw(console, page_lines(page.text, records, console.width)))
            gap = "\n\n"
        else:
            report(records[0].source, _("holds records; to see the page, give its text, too: --text FILE"))


def show_html(views: Iterable[View]) -> None:
    """Write the HTML file."""
    from newsseg.show.html import html_stream

    write: Callable[[str], object] = sys.stdout.write
    harmless = for_terminal if sys.stdout.isatty() else str
    for piece in html_stream((page or "", records) for page, records in views):
        write(harmless(piece))


def with_texts(views: Iterable[View], names: Iterable[str], inputs: Inputs, *, pictures: bool) -> Iterator[View]:
    """Yield the views, those that came as records with the text of their page.

    The page is that of the same file name and number; where only one file is given, the number is enough.
    """
    texts = {
        (os.path.basename(name), page.number): page
        for name in names
        for page in pages_from(inputs._replace(files=(name,), files_from=None, quiet=True), pictures=pictures)
    }
    only = {name for name, _number in texts} if len({name for name, _number in texts}) == 1 else set()
    for given, records in views:
        if given:
            yield given, records
            continue
        first = records[0]
        keys = [(name, first.page) for name in (os.path.basename(first.source), *only)]
        page = next((texts[key] for key in keys if key in texts), None)
        found = page.text if page else ""
        wrong = next(problems(found, records), None)
        if wrong:
            place = first.source or wrong.record
            report(place, _("{}; give the text that the records were made of").format(wrong.what))
        yield page, records
