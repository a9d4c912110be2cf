"""Keep the README honest: run each command that it shows, and put what the command prints below it.

A block marked ``console`` holds commands behind ``$ `` and what they print. They run in order, in a folder that holds
``samples``. ``python tools/readme.py`` rewrites the READMEs; ``--check`` writes nothing and shows what differs.
"""

from __future__ import annotations

import difflib
import os
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
BLOCK = re.compile(r"(?<=```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
PROMPT = "$ "


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


def updated(text: str, locale: str) -> str:
    """Return the README with what its commands print."""
    scripts = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "LC_ALL": locale, "COLUMNS": "80"}
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "samples", Path(folder, "samples"))
        return BLOCK.sub(lambda block: "".join(_lines(block[0], folder, environment)), text)


def _lines(block: str, folder: str, environment: dict[str, str]) -> Iterator[str]:
    """Yield each command of a block and what it prints; one that is not installed keeps what stands there."""
    for part in re.split(rf"^(?={re.escape(PROMPT)})", block, flags=re.MULTILINE):
        command, _end, shown = part.partition("\n")
        if not command.startswith(PROMPT):
            yield part
            continue
        yield command + "\n"
        if not all(shutil.which(name, path=environment["PATH"]) for name in programs(command.removeprefix(PROMPT))):
            yield shown
            continue
        done = subprocess.run(  # noqa: S602 - the README's own commands
            command.removeprefix(PROMPT),
            shell=True,
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        yield re.sub(r" +$", "", done.stdout.decode(), flags=re.MULTILINE)


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
