"""``newsseg schema``: the JSON Schema of a record."""

from __future__ import annotations

import json
import sys

import click

from newsseg import schema


@click.command()
def command() -> None:
    """Write the JSON Schema (draft 2020-12) of a record.

    \b
    newsseg schema > record.schema.json
    """
    sys.stdout.write(json.dumps(schema.schema(), ensure_ascii=False, indent=2) + "\n")
