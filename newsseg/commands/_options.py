"""The options that all inputs of all commands share, and FILE….

A command decorated ``with_inputs`` receives them as one argument ``inputs``, which the functions of ``_input`` take.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple, TypeVar

import click

from newsseg.i18n import _
from newsseg.inputs.encoding import DecodingError, known

F = TypeVar("F", bound=Callable[..., Any])


class Inputs(NamedTuple):
    """The input options of a command, as typed."""

    files: tuple[str, ...] = ()
    encoding: str | None = None
    files_from: str | None = None
    nul: bool = False
    rules: str | None = None
    quiet: bool = False
    password: str | None = None
    name_pattern: re.Pattern[str] | None = None


def with_inputs(command: F) -> F:
    """Give a command FILE… and the options of all inputs; it receives them as one argument ``inputs``."""

    @wraps(command)
    def wrapped(**options: Any) -> None:
        taken = {name: options.pop(name) for name in Inputs._fields}
        command(inputs=Inputs(**taken), **options)

    return with_rules(with_encoding(with_password(with_names(with_name_pattern(with_quiet(wrapped))))))  # type: ignore[return-value]


def with_names(command: F) -> F:
    """Give a command FILE…, ``--files-from`` and ``-0``."""
    # Which of them can be read shows one by one: one that cannot must not keep the others from being done.
    files = click.argument("files", nargs=-1, type=click.Path(readable=False), metavar="[FILE]...")
    text = _("Take further file names from FILE (- is standard input), one a line.")
    files_from = click.option("--files-from", type=click.Path(), metavar="FILE", help=text)
    nul = click.option("-0", "--null", "nul", is_flag=True, help=_("Names in --files-from end with a NUL byte."))
    return files(files_from(nul(command)))


def with_name_pattern(command: F) -> F:
    """Give a command ``--name-pattern``."""
    text = _("What files' names tell where the folio does not: '{paper}_{date}_{page}', or '{date}/{section}'.")
    option = click.option("--name-pattern", metavar="PATTERN", callback=_name_pattern, help=text)
    return option(command)


def with_encoding(command: F) -> F:
    """Give a command ``--encoding``."""
    text = _("Encoding of the text where no byte-order mark tells it: utf-8, gb18030, big5, … Default: guessed.")
    return click.option("--encoding", metavar="NAME", callback=_encoding, help=text)(command)


def with_password(command: F) -> F:
    """Give a command ``--password``."""
    return click.option("--password", metavar="WORD", help=_("Password of an encrypted PDF."))(command)


def with_rules(command: F) -> F:
    """Give a command ``--rules``."""
    text = _("Words of your own, added to the word lists. Default: the nearest newsseg.toml.")
    return click.option("--rules", type=click.Path(), metavar="FILE.toml", help=text)(command)


def with_quiet(command: F) -> F:
    """Give a command ``--quiet``."""
    return click.option("-q", "--quiet", is_flag=True, help=_("Do not count on the terminal what is done."))(command)


def _name_pattern(context: click.Context, option: click.Parameter, text: str | None) -> re.Pattern[str] | None:
    if not text:
        return None
    from newsseg.grammar.editions import name_pattern

    try:
        return name_pattern(text)
    except (re.error, ValueError) as error:
        what = _("{}; write it like {}").format(error, "'{date}_{page}'")
        raise click.BadParameter(what, context, option) from error


def _encoding(context: click.Context, option: click.Parameter, name: str | None) -> str | None:
    try:
        known(name or "utf-8")
    except DecodingError as error:
        raise click.BadParameter(str(error), context, option) from error
    return name or None  # as typed: a message names it so
