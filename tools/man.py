"""Write the man pages from the commands' own help: ``make man`` (``LANG=zh_CN.UTF-8 make man``: in Chinese)."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click

from newsseg.cli import main as group
from newsseg.commands._help import AS_IS, localized, parts
from newsseg.i18n import _, translate_click

SPECIAL = re.compile(r"[\\\-]")  # roff takes \ for a command and - for a hyphen that cannot be copied
LEADING = re.compile(r"^(?=[.'])", re.MULTILINE)


def main() -> None:
    """Write newsseg.1 and a page for each command to the folder named on the command line."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    translate_click()
    root = click.Context(localized(group), info_name="newsseg", **group.context_settings)
    commands = [(name, group.get_command(root, name)) for name in group.list_commands(root)]
    contexts = [click.Context(command, root, name) for name, command in commands if command]
    for context in (root, *contexts):
        name = context.command_path.replace(" ", "-")
        others = contexts if context is root else [root]
        text = "\n".join(page(name, context, others)) + "\n"
        (folder / f"{name}.1").write_text(text, "utf-8")


def page(name: str, context: click.Context, others: list[click.Context]) -> Iterator[str]:
    """Yield the lines of the man page of one command; ``others`` are the commands to see."""
    command = context.command
    yield f'.TH "{name.upper()}" "1" "" "newsseg {version("newsseg")}"'
    yield f".SH NAME\n{roff(name)} \\- {roff(_short(context))}"
    yield f".SH SYNOPSIS\n.B {roff(context.command_path)}\n{roff(' '.join(command.collect_usage_pieces(context)))}"
    yield ".SH DESCRIPTION"
    for mark, part in parts(command.help):
        yield f".SH EXAMPLES\n.nf\n{roff(part)}\n.fi" if mark == AS_IS else f".PP\n{roff(part)}"
    yield ".SH OPTIONS"
    records = (option.get_help_record(context) for option in command.get_params(context) if option.opts[0][0] == "-")
    yield from (f".TP\n.B {roff(names)}\n{roff(text)}" for names, text in filter(None, records))
    if others[0].parent is context:
        yield ".SH COMMANDS"
        yield from (f".TP\n.B {roff(other.info_name or '')}\n{roff(_short(other))}" for other in others)
    yield '.SH "EXIT STATUS"'
    exits = (_("done"), _("some input was bad; the rest was done"), _("wrong usage"))
    yield from (f".TP\n.B {code}\n{roff(what)}" for code, what in enumerate(exits))
    yield '.SH "SEE ALSO"\n' + ",\n".join(f".BR {roff(other.command_path.replace(' ', '-'))} (1)" for other in others)


def _short(context: click.Context) -> str:
    return context.command.get_short_help_str(10**6)


def roff(text: str) -> str:
    """Return text as roff that shows it as it is."""
    return LEADING.sub(r"\\&", SPECIAL.sub(r"\\\g<0>", text).replace("\\\\", "\\e"))


if __name__ == "__main__":
    main()
