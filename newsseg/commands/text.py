"""``newsseg text``: the text of pages, exactly as the spans count in it."""

from __future__ import annotations

import click

from newsseg.commands._input import Inputs, pages_from, with_inputs
from newsseg.commands._whole import write_out


@click.command()
@with_inputs
def command(inputs: Inputs) -> None:
    """Print the text of pages, exactly as the spans of their records count in it.

    A PDF's text comes in the order of reading, column by column, article by article; pages are parted by form feeds.

    \b
    newsseg text page.pdf > page.txt
    newsseg text page.pdf | newsseg unwrap
    """
    for i, page in enumerate(pages_from(inputs)):
        write_out(("\f" if i else "") + page.text + "\n")
