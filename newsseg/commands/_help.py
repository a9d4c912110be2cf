"""Help in the reader's language: the texts of a command are written once, in English, where the command is.

Each paragraph of a docstring and each ``help=`` is a message of the catalogue of its own; no command has to mark them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from newsseg.i18n import _, is_translated

AS_IS = "\b\n"  # click's mark of a paragraph whose lines are not to be wrapped
NARROWEST = 20  # cells, as click has it


def localized(command: click.Command) -> click.Command:
    """Return ``command`` with its help in the reader's language, and a whole sentence for the list of commands."""
    if is_translated() and command.context_class is click.Context:
        command.context_class = Context
        command.help = _translated(command.help)
        command.epilog = _translated(command.epilog)
        for option in command.params:
            if isinstance(option, click.Option):
                option.help = _translated(option.help)
    command.short_help = _first_sentence(command.help or "")
    return command


def paragraphs(text: str | None) -> list[tuple[str, str]]:
    """Return the paragraphs of a help text: what marks each (``AS_IS`` or nothing), and its text."""
    split = (part.partition(AS_IS) for part in (text or "").split("\n\n"))
    return [(mark, after) if mark else ("", before) for before, mark, after in split]


def _first_sentence(text: str) -> str:
    first = text.partition("\n\n")[0].replace("\n", " ")
    return first.partition(". ")[0].partition("。")[0].removesuffix(".")


def _translated(text: str | None) -> str | None:
    return text and "\n\n".join(mark + _(part) for mark, part in paragraphs(text))


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
    return "\n\n".join(AS_IS + "\n".join(_lines(mark, part, width)) for mark, part in paragraphs(text))


def _lines(mark: str, text: str, width: int) -> Iterator[str]:
    from newsseg.lines import cells
    from newsseg.wrap import wrap

    if mark:
        yield from text.split("\n")
    else:
        yield from (line.rstrip() for line in wrap(text.replace("\n", " "), width, cells))
