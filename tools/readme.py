"""Keep the README honest: run each command that it shows, and put what the command prints below it.

A block marked ``console`` holds commands behind ``$ `` and what they print. They run in order, in a folder that holds
``samples``, on a terminal of 80 columns; colours are left out. A block marked ``toml`` is the folder's newsseg.toml
from there on. ``python tools/readme.py`` rewrites the READMEs; ``--check`` writes nothing and shows what differs.
"""

from __future__ import annotations

import difflib
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCALES = {"README.md": "C.UTF-8", "README.zh-CN.md": "zh_CN.UTF-8"}
BLOCK = re.compile(r"(?<=^```)(console|toml)\n(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)
PROMPT = "$ "
TERMINAL = {"COLUMNS": "80", "TERM": "dumb", "LANGUAGE": ""}
STYLE = re.compile(rb"\x1b\[[0-9;]*m")
CHUNK = 1 << 16


def main() -> int:
    """Update or check the READMEs; 1 where one says what is not so."""
    wrong = False
    for name in filter(lambda name: (ROOT / name).exists(), LOCALES):
        path = ROOT / name
        before = path.read_text("utf-8")
        after = updated(before, LOCALES[name])
        if "--check" in sys.argv[1:]:
            print(*difflib.unified_diff(before.split("\n"), after.split("\n"), name, "printed", lineterm=""), sep="\n")
        else:
            path.write_text(after, "utf-8")
        wrong = wrong or before != after
    return int(wrong and "--check" in sys.argv[1:])


def updated(text: str, locale: str, folder: Path | None = None) -> str:
    """Return the README with what its commands print; what they write stays in ``folder`` where one is given."""
    scripts = Path(sys.executable).parent
    path = f"{scripts}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | TERMINAL | {"PATH": path, "LC_ALL": locale, "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryDirectory() as temporary:
        place = folder or Path(temporary)
        shutil.copytree(ROOT / "samples", place / "samples")

        def made(block: re.Match[str]) -> str:
            if block[1] == "toml":
                (place / "newsseg.toml").write_text(block[2], "utf-8")
                return block[0]
            return "console\n" + "".join(_lines(block[2], place, environment))

        return BLOCK.sub(made, text)


def _lines(block: str, folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """Yield each command of a block and what it prints; one that is not installed keeps what stands there."""
    for part in re.split(rf"^(?={re.escape(PROMPT)})", block, flags=re.MULTILINE):
        command, _end, shown = part.partition("\n")
        if not command.startswith(PROMPT):
            yield part
            continue
        yield command + "\n"
        if all(shutil.which(name, path=environment["PATH"]) for name in programs(command.removeprefix(PROMPT))):
            shown = printed(command.removeprefix(PROMPT), folder, environment)
        yield re.sub(r" +$", "", shown, flags=re.MULTILINE)


def printed(command: str, folder: Path, environment: dict[str, str]) -> str:
    """Return what a command prints on a terminal, its messages first: a table is drawn when all is counted."""
    control, terminal = pty.openpty()
    with tempfile.TemporaryFile() as messages:
        shell = subprocess.Popen(  # noqa: S602 - the README's own commands
            command, shell=True, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=terminal, stderr=messages
        )
        os.close(terminal)
        shown = b"".join(_read(control))
        os.close(control)
        shell.wait()
        messages.seek(0)
        return STYLE.sub(b"", messages.read() + shown.replace(b"\r\n", b"\n")).decode()


def _read(control: int) -> Iterator[bytes]:
    try:
        while chunk := os.read(control, CHUNK):
            yield chunk
    except OSError:  # Linux says so when the other end is closed
        return


def programs(command: str) -> Iterator[str]:
    """Yield the names of the programs that a command line starts.

    >>> list(programs("newsseg keywords a.txt | jq '.a | .b' > b.txt"))
    ['newsseg', 'jq']
    """
    words = shlex.shlex(command, posix=True, punctuation_chars="|;&")
    starts = True
    for word in words:
        if starts:
            yield word
        starts = word in {"|", ";", "&&"}


if __name__ == "__main__":
    sys.exit(main())
