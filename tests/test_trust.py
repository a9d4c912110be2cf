"""What strangers made is data: it is not run, it names no file that is written, and it does not fill the memory."""

from __future__ import annotations

import ast
import gzip
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsseg
from newsseg.pages import LARGEST

PACKAGE = Path(newsseg.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
PROGRAM = Path(sys.executable).with_name("newsseg")
posix = pytest.mark.skipif(os.name != "posix" or not PROGRAM.exists(), reason="a shell of POSIX, newsseg installed")

OURS = {"jobs.py", "worker.py", "dask_run.py"}
"""Modules that unpickle: what their own process, or the cluster that the user named, has pickled."""
UNPICKLES = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"}
NETWORK = {"socket", "ssl", "urllib", "http", "ftplib", "requests", "httpx", "aiohttp", "asyncio"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_nothing_is_unpickled_or_fetched_or_run(path: Path) -> None:
    modules = set(imported(path)) - {"urllib"}  # urllib.parse quotes, urllib.request would be seen below
    assert not modules & NETWORK
    assert path.name in OURS or not modules & UNPICKLES
    text = path.read_text(encoding="utf-8")
    assert "urllib.request" not in text
    calls = [node.func for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    assert not {call.id for call in calls if isinstance(call, ast.Name)} & {"eval", "exec", "__import__"}


@posix
def test_modules_of_the_working_folder_are_not_run(tmp_path: Path) -> None:
    for name in ("signal", "pickle", "newsseg", "jieba", "json", "sitecustomize"):
        (tmp_path / f"{name}.py").write_text("open('run', 'w').write(__name__)", encoding="utf-8")
    (tmp_path / "page.txt").write_text("本报讯（记者 柳青禾）江边新建步道。", encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run([PROGRAM, "split", "--jobs", "2", "page.txt"], cwd=tmp_path, check=True, env=environment)
    assert done.returncode == 0
    assert not (tmp_path / "run").exists()


@posix
@pytest.mark.parametrize("filling", [b" ", b"\n", "国".encode(), b"\0"], ids=repr)
def test_a_small_file_that_unpacks_to_a_huge_page_is_refused(tmp_path: Path, filling: bytes) -> None:
    bomb = tmp_path / "bomb.txt.gz"
    with gzip.open(bomb, "wb", compresslevel=1) as file:
        for _million in range(LARGEST // 10**6 + 2):
            file.write(filling * 10**6)
    command = f"ulimit -v 700000; exec {shlex.quote(str(PROGRAM))} split {shlex.quote(str(bomb))}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (1, b"")
    said = done.stderr.decode()
    assert "put a form feed between pages" in said or "is binary" in said
