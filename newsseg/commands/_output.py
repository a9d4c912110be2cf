"""What the commands share about their output: data on standard output, messages on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable

import click

from newsseg import wire
from newsseg.commands import BAD_INPUT
from newsseg.commands._whole import write_out


def say(message: str) -> None:
    """Say something on standard error."""
    from newsseg.safe import for_terminal

    click.echo(for_terminal(message), file=sys.stderr)  # a progress bar there gives way to it


def report(place: str, what: str) -> None:
    """Say on standard error what is wrong at ``place`` (``FILE`` or ``FILE:LINE``); the exit code will be 1."""
    say(f"{place}: {what}")
    click.get_current_context().meta.setdefault(BAD_INPUT, []).append(place)


def write_rows(rows: Iterable[wire.Row]) -> None:
    """Write each row as a line, and out with them: a reader at the end of a pipe need not wait for the next page."""
    write_out("".join(f"{wire.dumps(row)}\n" for row in rows))
