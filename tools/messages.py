"""Keep the catalogue in step with the source: ``make messages``.

Takes every ``_("…")`` and ``ngettext("…", "…", n)`` of newsseg and of click, and the texts of the commands' help, into
``newsseg.po``; compiles it; lists what has no translation. ``--check`` writes nothing.
"""

from __future__ import annotations

import ast
import io
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "newsseg/locale/zh/LC_MESSAGES/newsseg.po"
CLICK = "8.5"  # the texts of another click are not looked for; those of this one stay in the catalogue
HOLE = re.compile(r"\{[^{}]*\}|%\(\w+\)s|%[sd]")
HEADER = """# Chinese texts of newsseg and of click.
# `make messages` keeps it in step with the source; only the msgstr are written by hand."""
Key = str | tuple[str, str]


def main() -> int:
    """Update or check the catalogue; 1 where a translation is missing or wrong."""
    old = read(CATALOGUE)
    new = updated(old)
    problems = list(troubles(new))
    if "--check" in sys.argv[1:]:
        problems += [
            f"not in the source any more: {message.id!r}" for message in old if message.id and message.id not in new
        ]
        with CATALOGUE.with_suffix(".mo").open("rb") as file:
            if strings(read_mo(file)) != strings(old):
                problems.append("newsseg.mo is not what newsseg.po says")
    else:
        with CATALOGUE.open("wb") as file:
            write_po(file, new, width=120, sort_output=True)
        with CATALOGUE.with_suffix(".mo").open("wb") as file:
            write_mo(file, new)
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


def read(path: Path) -> Catalog:
    """Return the catalogue in a file, an empty one where there is no file."""
    with path.open("rb") if path.exists() else io.BytesIO() as file:
        return read_po(file, locale="zh", domain="newsseg")


def updated(old: Catalog) -> Catalog:
    """Return the catalogue of all messages of the source, with the translations that ``old`` has."""
    day = datetime(2000, 1, 1, tzinfo=UTC)  # the same texts give the same bytes
    new = Catalog("zh", "newsseg", HEADER, "newsseg", "1", "newsseg", "newsseg", "newsseg", "zh", fuzzy=False)
    new.creation_date = new.revision_date = day
    for key in messages():
        message = old.get(key if isinstance(key, str) else key[0])
        new.add(key, message.string if message else "")
    if not version("click").startswith(CLICK):
        for message in old:
            if message.id and message.id not in new:
                new.add(message.id, message.string)
    return new


def messages() -> Iterator[Key]:
    """Yield each message of the program."""
    clicks = [Path(click.__file__).parent] if version("click").startswith(CLICK) else []
    for folder in (ROOT / "newsseg", ROOT / "tools", *clicks):
        for path in sorted(folder.rglob("*.py")):
            yield from marked(ast.parse(path.read_text("utf-8")))
    yield from helps()


def marked(tree: ast.AST) -> Iterator[Key]:
    """Yield each message that a module marks."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            if node.func.id == "_" and texts:
                yield texts[0]
            elif node.func.id == "ngettext" and len(texts) > 1:
                yield texts[0], texts[1]


def helps() -> Iterator[str]:
    """Yield the texts of the help of each command, and the one that click looks up but marks nowhere."""
    yield "required"
    from newsseg.cli import main as group
    from newsseg.commands._help import texts

    context = click.Context(group)
    commands = (group.get_command(context, name) for name in group.list_commands(context))
    for command in (group, *filter(None, commands)):
        options = (option.help for option in command.params if isinstance(option, click.Option))
        for text in (command.help, command.epilog, *options):
            yield from texts(text)


def troubles(catalogue: Catalog) -> Iterator[str]:
    """Yield what is missing, and translations with other holes than their message."""
    for key, translations in strings(catalogue).items():
        holes = sorted(HOLE.findall(key))
        if not all(translations):
            yield f"not translated: {key!r}"
        elif any(sorted(HOLE.findall(text)) != holes for text in translations):
            yield f"other {{…}} than in the message: {key!r}"


def strings(catalogue: Catalog) -> dict[str, tuple[str, ...]]:
    """Return the translations of each message (of its plural where it has one)."""
    return {_last(message): _all(message) for message in catalogue if message.id}


def _last(message: Message) -> str:
    return message.id if isinstance(message.id, str) else str(message.id[1])


def _all(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


if __name__ == "__main__":
    if os.environ.get("LC_ALL") != "C":  # the commands' texts are to be read in English
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | {"LC_ALL": "C"})  # noqa: S606
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
