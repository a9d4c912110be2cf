"""``newsseg export``: records in the formats of other programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from newsseg.commands._input import rows_from
from newsseg.commands._options import Inputs, with_inputs
from newsseg.commands._output import report, say
from newsseg.commands._tables import binary_output, bom_option, extra, tell_cut, write_mark
from newsseg.export.rows import article_columns, article_row, with_keywords
from newsseg.i18n import _, ngettext
from newsseg.record import Article
from newsseg.reports.tables import write_text
from newsseg.rows import from_row
from newsseg.safe import for_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsseg.record import Record
    from newsseg.wire import Row

BINARY = ("xlsx", "parquet")
FORMATS = ("csv", "tsv", "markdown", "html", "tei", "sqlite", *BINARY)


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help=_("The format to write."))
@click.option(
    "--to",
    type=click.Path(),
    metavar="PATH",
    help=_("The SQLite file to make or update; with markdown, a folder of files."),
)
@bom_option
@with_inputs
def command(inputs: Inputs, form: str, to: str | None, *, bom: bool) -> None:
    """Write articles in the format of another program.

    \b
    newsseg export --format xlsx 2024-05/ > 2024-05.xlsx     articles and credits
    newsseg export --format csv page.txt > page.csv
    newsseg export --format sqlite --to corpus.db 2024/      made, or updated by id
    newsseg export --format markdown --to notes/ page.txt    a file an article
    newsseg export --format tei 2024/ > corpus.xml           TEI P5
    newsseg keywords 2024/ | newsseg export --format parquet > 2024.parquet
    """
    if to and form not in {"sqlite", "markdown"}:
        problem = _("--to is for sqlite and markdown; let the shell write {}: … > FILE")
        raise click.UsageError(problem.format(form))
    write_mark(form, bom=bom)
    records = map(_record, rows_from(inputs))
    if form == "sqlite":
        _write_database(records, to)
    elif to:
        _write_files(records, to)
    elif form in BINARY:
        _write_binary(records, form)
    elif form in {"csv", "tsv"}:
        rows = (article_row(record) for record in records if isinstance(record, Article))
        write_text(rows, article_columns(), form, sys.stdout)
    else:
        shown = sys.stdout.isatty()
        sys.stdout.writelines(for_terminal(piece) if shown else piece for piece in _pieces(records, form))


def _record(row: Row) -> Record:
    """Return the record of a row, with the keywords that ``newsseg keywords`` added to it."""
    record, found = from_row(row), row.get("keywords")
    if isinstance(record, Article) and isinstance(found, list):
        return with_keywords(record, map(str, found))
    return record


def _pieces(records: Iterable[Record], form: str) -> Iterator[str]:
    if form == "markdown":
        from newsseg.export.markdown import markdown_stream as stream
    elif form == "html":
        from newsseg.export.html import html_stream as stream
    else:
        from newsseg.export.tei import tei_stream as stream
    return stream(records)


def _write_binary(records: Iterable[Record], form: str) -> None:
    with binary_output(form) as out, extra():
        if form == "xlsx":
            from newsseg.export.xlsx import write_workbook

            tell_cut(write_workbook(records, out))
        else:
            from newsseg.export.parquet import write_parquet

            write_parquet(records, out)


def _write_database(records: Iterable[Record], to: str | None) -> None:
    from pathlib import Path

    from newsseg.export.sqlite import write_database
    from newsseg.reports.tokens import cutter

    if not to:
        raise click.UsageError(_("sqlite needs the file to make or update: --to FILE.db"))
    written = write_database(records, Path(to), cutter())
    _say(to, written.articles)
    if written.doubled:
        report(to, _("{} records have the id of another one and took its place").format(written.doubled))


def _write_files(records: Iterable[Record], to: str) -> None:
    from pathlib import Path

    from newsseg.export.markdown import write_files

    _say(to, write_files(records, Path(to)))


def _say(to: str, count: int) -> None:
    text = ngettext("{}: {} article written", "{}: {} articles written", count)
    say(text.format(to, count))
