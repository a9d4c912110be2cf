"""``newsseg headlines``: the table of contents."""

from __future__ import annotations

import click

from newsseg.commands._input import records_from
from newsseg.commands._options import Inputs, with_inputs
from newsseg.commands._tables import bom_option, chosen, format_option, write_mark, write_table
from newsseg.i18n import _
from newsseg.reports.contents import content_columns, contents, drawn, drawn_columns
from newsseg.reports.tables import DRAWN


@click.command()
@format_option
@bom_option
@with_inputs
def command(inputs: Inputs, form: str | None, *, bom: bool) -> None:
    """List what stands on a page: headline, deck, first credit, length, and where in the text.

    \b
    newsseg headlines page.txt
    newsseg headlines 2024-05-03/*.txt --format markdown > contents.md
    newsseg split page.txt | newsseg headlines --format csv
    """
    form, rows = chosen(form), contents(records_from(inputs))
    write_mark(form, bom=bom)
    if form in DRAWN:
        listed = list(rows)
        sources = len({row["source"] for row in listed}) > 1
        write_table(drawn(listed), drawn_columns(sources=sources), form, _("contents"))
    else:
        write_table(rows, content_columns(), form, _("contents"))
