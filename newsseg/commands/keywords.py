"""``newsseg keywords``: what each article is about, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from newsseg.commands._files import text_of
from newsseg.commands._input import row_batches_from
from newsseg.commands._options import Inputs, with_inputs
from newsseg.commands._output import write_rows
from newsseg.i18n import _
from newsseg.record import Article
from newsseg.reports.keywords import METHODS, TOP, finder, stop_words, tokens_of
from newsseg.reports.tokens import cutter, read_user_words
from newsseg.rows import from_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsseg.wire import Row


@click.command()
@click.option(
    "--top",
    type=click.IntRange(0),
    default=TOP,
    metavar="N",
    show_default=True,
    help=_("How many keywords an article."),
)
@click.option(
    "--method", type=click.Choice(METHODS), default="tfidf", show_default=True, help=_("How words are weighed.")
)
@click.option(
    "--userdict",
    type=click.Path(),
    metavar="FILE",
    help=_("Words to keep whole: a line is a word, perhaps a frequency, a tag."),
)
@click.option(
    "--stopwords", type=click.Path(), metavar="FILE", help=_("Further words that are no keywords, one a line.")
)
@click.option("--tokens", is_flag=True, help=_("Add the words of headline and body, too (tokens)."))
@with_inputs
def command(inputs: Inputs, **options: Any) -> None:
    """Add keywords to the records, weightiest first; the names of the credits stay whole.

    \b
    newsseg keywords page.txt | jq -r '[.headline, .keywords[]?] | @tsv'
    newsseg keywords --method textrank --top 5 page.txt
    newsseg keywords --userdict words.txt --tokens 2024/ > corpus.jsonl
    newsseg keywords 2024/ | newsseg export --format sqlite --to 2024.db
    """
    add = _adder(**options)
    for rows in row_batches_from(inputs):
        write_rows(map(add, rows))


def _adder(*, top: int, method: str, userdict: str | None, stopwords: str | None, tokens: bool) -> Callable[[Row], Row]:
    """Return the function that adds keywords (and tokens) to an article's row; other rows stay as they are."""
    user_words = read_user_words(text_of(userdict), userdict) if userdict else ()
    stop = stop_words(text_of(stopwords).split("\n") if stopwords else ())
    cut = cutter(user_words)
    find = finder(method, top=top, stop=stop, user_words=user_words, cut=cut)

    def add(row: Row) -> Row:
        article = from_row(row)
        if not isinstance(article, Article):
            return row
        row = row | {"keywords": find(article)}
        return row | {"tokens": tokens_of(article, cut)} if tokens else row

    return add
