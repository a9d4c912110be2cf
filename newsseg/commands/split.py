"""``newsseg split``: the articles of a page, as JSON lines."""

from __future__ import annotations

import click

from newsseg.commands._input import Inputs, row_batches_from, with_inputs
from newsseg.commands._output import write_rows


@click.command()
@with_inputs
def command(inputs: Inputs) -> None:
    """Cut pages into articles: one JSON line each, headline, by-line, credits, body and captions in it.

    FILE is text (UTF-8, GB18030, Big5 or UTF-16; .gz too), a folder of such files, or - for standard input. A form feed
    ends a page. What belongs to no article comes as a fragment, so that nothing of a page is lost.

    \b
    newsseg split page.txt
    newsseg split issue/ > issue.jsonl
    pdftotext -raw paper.pdf - | newsseg split | jq -r 'select(.kind == "article").headline'
    """
    for rows in row_batches_from(inputs):
        write_rows(rows)
