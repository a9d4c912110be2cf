"""``newsseg unwrap``: text to text, a paragraph a line."""

from __future__ import annotations

import sys

import click

from newsseg.commands._input import Inputs, pages_from, rules_from, with_inputs


@click.command()
@with_inputs
def command(inputs: Inputs) -> None:
    """Join the lines that a column's edge cut: a paragraph a line, blocks apart by a blank line.

    Headlines keep their lines. Form feeds stay between pages.

    \b
    newsseg unwrap page.txt > page.unwrapped.txt
    """
    from newsseg.engine.unwrap import unwrap_text

    rules = rules_from(inputs)
    between = ""
    for page in pages_from(inputs):
        sys.stdout.write(between + unwrap_text(page.text, rules, page.boxes))
        sys.stdout.flush()
        between = "\f"
