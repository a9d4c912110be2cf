"""The names of a command's inputs: those of its arguments and lists, each file once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain

import click

from newsseg.commands._options import Inputs
from newsseg.commands._output import report, say
from newsseg.i18n import _
from newsseg.inputs.files import STANDARD_INPUT, expand, listed
from newsseg.inputs.sources import open_input, printable

TWICE = 20  # files that are named where they come again: a folder may come twice


def names_of(inputs: Inputs) -> Iterator[str]:
    """Yield the names of the inputs: the files in folders and of patterns, each once."""
    return _once(expand(_given(inputs), report))


def _once(names: Iterable[str]) -> Iterator[str]:
    """Yield each file once, however often it is named: what is counted twice is counted wrongly; and say so."""
    seen: set[str] = set()
    again = 0
    for name in names:
        is_file = os.path.isfile(name)
        path = os.path.realpath(name) if is_file else ""
        if path in seen:
            again += 1
            if again <= TWICE:
                say(_("{}: is named twice; it is read once").format(printable(name)))
            continue
        if is_file:
            seen.add(path)
        yield name
    if again > TWICE:
        say(_("{} files in all are named twice").format(again))


def _given(inputs: Inputs) -> Iterator[str]:
    names = iter(inputs.files)
    if inputs.files_from:
        names = chain(names, _listed(inputs.files_from, nul=inputs.nul))
    elif not inputs.files:
        names = iter([STANDARD_INPUT])
    for name in names:
        if name == STANDARD_INPUT and sys.stdin and sys.stdin.isatty():
            click.echo(_("newsseg waits for text: type or paste it and end with Ctrl-D, or name a file"), err=True)
        yield name


def _listed(name: str, *, nul: bool) -> Iterator[str]:
    with open_input(name) as file:
        yield from listed(file, nul=nul)
