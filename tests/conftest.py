"""What several tests share: an invented page, and the program run as its users run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence

import pytest

os.environ["LC_ALL"] = "C.UTF-8"  # the tests read English, whoever runs them

PAGE = """\
松湖区举行防汛演练

松湖日报讯（记者/柳青禾 通讯员/江北辰）6月3日，
松湖区在青石水库举行防汛演练，三百多名队员参加。演练
模拟水库水位急涨，队员们在一小时内转移了下游两个村的
村民。
区水务局负责人说，今年汛期比往年早，各镇要备足物资，
夜里也要有人值守。

青石小学迎来新校舍

松湖日报讯（记者/苏晚 通讯员/江北辰）青石小学的新校
舍昨日启用，四百名学生搬进了宽敞的教室。新校舍有图书
室和音乐室，操场也比原来大了一倍。
校长说，孩子们盼了两年，如今走路十分钟就能到学校。
"""
"""A page of two articles; the paper, its people and its places are invented."""

os.environ["LC_ALL"] = "C"  # messages are in English, whatever the developer's language is
os.environ.pop("LANGUAGE", None)

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def page() -> str:
    return PAGE


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """An environment in which a forgotten encoding fails: the program must name its own."""
    return os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONWARNINGS": "error"}


@pytest.fixture
def inside(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``newsseg`` in the process of the tests, which saves its start; otherwise as ``newsseg`` does."""
    from click.testing import CliRunner

    from newsseg.cli import main

    def run(
        *arguments: str | os.PathLike[str], stdin: bytes = b"", cwd: str | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        with monkeypatch.context() as here:
            if cwd is not None:
                here.chdir(cwd)
            done = CliRunner().invoke(
                main, [os.fspath(argument) for argument in arguments], input=stdin, prog_name="newsseg"
            )
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return subprocess.CompletedProcess(["newsseg"], done.exit_code, done.stdout_bytes, done.stderr_bytes)

    return run


@pytest.fixture
def newsseg(environment: dict[str, str]) -> Run:
    """Run ``newsseg`` in a process of its own."""

    def run(
        *arguments: str | os.PathLike[str], stdin: bytes = b"", cwd: str | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        command: Sequence[str | os.PathLike[str]] = [sys.executable, "-m", "newsseg", *arguments]
        return subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=cwd, env=environment)

    return run
