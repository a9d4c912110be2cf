"""What the commands share that give rows or files of other programs: forms, and where they may go."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any, TypeVar

import click

from newsseg.commands._output import report
from newsseg.commands._whole import FULL
from newsseg.export import ExportError
from newsseg.i18n import _
from newsseg.reports.tables import BINARY, FORMATS, Column, Row, write_text

F = TypeVar("F", bound=Callable[..., Any])
IN_MEMORY = 1 << 24  # bytes of a binary file that are kept in memory before they go to disk
EXTRAS = {"xlsxwriter": "excel", "pyarrow": "parquet"}


def format_option(command: F) -> F:
    """Add ``--format``; where it is not given: a table on a terminal, JSON lines in a pipe."""
    text = _("Form of the result. Default: table on a terminal, jsonl (JSON lines) in a pipe.")
    return click.option("--format", "form", type=click.Choice(FORMATS), help=text)(command)


def bom_option(command: F) -> F:
    """Add ``--bom``."""
    text = _("Begin csv with a byte-order mark, by which Excel on a Chinese Windows knows that it is UTF-8.")
    return click.option("--bom", is_flag=True, help=text)(command)


def write_mark(form: str, *, bom: bool) -> None:
    """Write a byte-order mark where it is asked for; refuse it before anything else than csv or tsv."""
    if bom and form not in {"csv", "tsv"}:
        raise click.UsageError(_("--bom is for csv and tsv; leave it out"), click.get_current_context())
    if bom:
        sys.stdout.write("\ufeff")


def chosen(form: str | None) -> str:
    """Return the form asked for, else the one that suits where standard output goes."""
    return form or ("table" if sys.stdout.isatty() else "jsonl")


def write_table(rows: Iterable[Row], columns: Sequence[Column], form: str | None, title: str) -> None:
    """Write rows to standard output in the form asked for; ``title`` names the sheet of a workbook."""
    form = chosen(form)
    if form == "table":
        from newsseg.reports.tables_terminal import write_table as draw

        draw(rows, columns, sys.stdout)
    elif form in BINARY:
        with binary_output(form) as out, extra():
            from newsseg.export.xlsx import write_sheet

            tell_cut(write_sheet(rows, columns, out, title=title))
    else:
        write_text(rows, columns, form, sys.stdout)


def refuse_terminal(form: str) -> None:
    """End the command where standard output is a terminal: it would draw a binary file as rubbish."""
    if sys.stdout.isatty():
        problem = _("{} is a binary form and would fill the terminal with rubbish; write it to a file: … > FILE.{}")
        raise click.UsageError(problem.format(form, form), click.get_current_context())


@contextmanager
def binary_output(form: str) -> Iterator[IO[bytes]]:
    """Give a file to write to, and copy it to standard output once it is whole; refuse a terminal."""
    refuse_terminal(form)
    whole = False
    try:
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as file:
            yield file
            file.seek(0)
            whole = True
            shutil.copyfileobj(file, sys.stdout.buffer)
    except OSError as error:
        if whole or error.errno not in FULL:
            raise
        what = _("{}: {}; the file is built there first: make room, or name another folder: TMPDIR=FOLDER")
        raise ExportError(what.format(tempfile.gettempdir(), error.strerror)) from error


def tell_cut(places: Iterable[str]) -> None:
    """Say where a workbook has less than there is; the exit code will be 1."""
    what = _("has a text of more than 32,767 characters, and an Excel cell no room for more; csv has it whole")
    for place in places:
        report(place, what)


@contextmanager
def extra() -> Iterator[None]:
    """Say which extra to install where a module is not there."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in EXTRAS:
            raise
        problem = _("this form needs {}; install it: pip install 'newsseg[{}]'")
        raise ExportError(problem.format(error.name, EXTRAS[error.name])) from error
