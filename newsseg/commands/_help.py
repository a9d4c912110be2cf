"""Help in the reader's language: the texts of a command are written once, in English, where the command is.

Each paragraph of a docstring is a message of the catalogue of its own, and so is what follows an example behind two
blanks or more; no command has to mark them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from inspect import cleandoc

import click

from newsseg.i18n import _, is_translated

AS_IS = "\b\n"  # click's mark of a paragraph whose lines are not to be wrapped
GAP = re.compile(r"(\s{2,})")  # parts an example from what it does
HELP = re.compile(r'^def command\(.*?"""(.*?)"""', re.DOTALL | re.MULTILINE)  # in the source of a command's module
NARROWEST = 20  # cells, as click has it


def localized(command: click.Command) -> click.Command:
    """Return ``command`` with its help in the reader's language, and a whole sentence for the list of commands."""
    for option in command.params:
        if isinstance(option.type, click.IntRange):
            option.type.name = _("whole number")  # click says "integer range" of a value that is none
    if is_translated() and command.context_class is click.Context:
        command.context_class = Context
        command.options_metavar = _("[OPTIONS]")
        if isinstance(command, click.Group):
            command.subcommand_metavar = _("COMMAND [ARGS]...")
        command.help = _translated(command.help)
        command.epilog = _translated(command.epilog)
        for option in command.params:
            if isinstance(option, click.Option):
                option.help = _translated(option.help)
    command.short_help = _first_sentence(cleandoc(command.help or ""))
    return command


def summary(path: str) -> str:
    """Return what the list of commands says of the command whose source stands in the file ``path``."""
    with open(path, encoding="utf-8") as file:
        found = HELP.search(file.read())
    text = cleandoc(found[1]) if found else ""
    return _first_sentence((_translated(text) or "") if is_translated() else text)


def texts(text: str | None) -> Iterator[str]:
    """Yield what there is to translate in a help text: its paragraphs, and what its examples say behind a gap."""
    for mark, part in parts(text):
        if mark:
            yield from filter(None, (_example(line)[-1] for line in part.split("\n")))
        else:
            yield part


def parts(text: str | None) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of a help text: what marks each (``AS_IS`` or nothing), and its text."""
    for part in cleandoc(text or "").split("\n\n"):
        before, mark, after = part.partition(AS_IS)
        if mark:
            yield mark, after
        elif before:
            yield "", before.replace("\n", " ")


def _example(line: str) -> tuple[str, str, str]:
    """Return the parts of a line of examples: the command, a gap of blanks, what it does."""
    split = GAP.split(line, maxsplit=1)
    return (split[0], split[1], split[2]) if split[2:] and split[0] else (line, "", "")


def _first_sentence(text: str) -> str:
    first = text.partition("\n\n")[0].replace("\n", " ")
    return first.partition(". ")[0].partition("。")[0].removesuffix(".")


def _translated(text: str | None) -> str | None:
    return text and "\n\n".join(
        mark + ("\n".join(map(_example_translated, part.split("\n"))) if mark else _(part))
        for mark, part in parts(text)
    )


def _example_translated(line: str) -> str:
    example, gap, remark = _example(line)
    return example + gap + (remark and _(remark))


class Formatter(click.HelpFormatter):
    """Wraps Chinese, which has no blanks to break at, and whose characters are two cells wide."""

    def write_text(self, text: str) -> None:
        """Write a text of several paragraphs."""
        super().write_text(_wrapped(text, self.width - self.current_indent))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of terms, each with what it means."""
        rows = list(rows)
        first = min(max((len(term) for term, _meaning in rows), default=0), col_max) + col_spacing
        width = max(self.width - first - col_spacing, NARROWEST)
        super().write_dl([(term, _wrapped(meaning, width)) for term, meaning in rows], col_max, col_spacing)


class Context(click.Context):
    """The context of a command whose help is Chinese."""

    formatter_class = Formatter


def _wrapped(text: str, width: int) -> str:
    return "\n\n".join(AS_IS + "\n".join(_lines(mark, part, width)) for mark, part in parts(text))


def _lines(mark: str, text: str, width: int) -> Iterator[str]:
    from newsseg.engine.lines import cells
    from newsseg.show.wrap import wrap

    if mark:
        yield from text.split("\n")
    else:
        yield from (line.rstrip() for line in wrap(text, width, cells))
