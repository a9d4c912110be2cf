"""What the READMEs say holds: their code runs, their tables are whole, and the two tell the same."""

from __future__ import annotations

import os
import re
import runpy
import sqlite3
from contextlib import closing as shutting
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from newsseg.cli import main
from newsseg.grammar.bylines import closing, opening, own_line
from newsseg.rules import load

if TYPE_CHECKING:
    from conftest import Run

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.zh-CN.md"]


@pytest.fixture(params=READMES)
def readme(request: pytest.FixtureRequest) -> str:
    return ROOT.joinpath(request.param).read_text(encoding="utf-8")


def test_every_command_is_in_the_table(readme: str) -> None:
    named = re.findall(r"^\| `([a-z]+)` \|", readme, re.MULTILINE)
    assert sorted(named) == main.list_commands(click.Context(main))


def test_the_python_code_runs(readme: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    for code in re.findall(r"```python\n(.*?)```", readme, re.DOTALL):
        exec(code, {})  # noqa: S102 - our own
    assert "鹭屿海水淡化二期工程点火试车" in capsys.readouterr().out


@pytest.mark.skipif(os.name != "posix", reason="the commands are those of a POSIX shell")
@pytest.mark.parametrize("name", READMES)
def test_every_command_prints_what_is_shown(name: str, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    pytest.importorskip("pypdfium2")
    tool = runpy.run_path(str(ROOT / "tools/readme.py"))
    text = ROOT.joinpath(name).read_text(encoding="utf-8")
    assert tool["updated"](text, tool["LOCALES"][name], tmp_path) == text, "run: python tools/readme.py"
    assert (tmp_path / "page.html").read_text("utf-8").count('<article class="card') == 7
    assert (tmp_path / "2024-05.xlsx").read_bytes().startswith(b"PK")
    with shutting(sqlite3.connect(tmp_path / "corpus.db")) as db:
        assert db.execute("SELECT count(*) FROM articles").fetchone() == (11,)


@pytest.mark.parametrize("rules", ["newsseg.toml", "named.toml"])
def test_the_paper_s_own_words_are_needed(rules: str, readme: str, inside: Run, tmp_path: Path) -> None:
    [words] = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    [page] = re.findall(r"\$ echo \"(.*?)\"", readme)
    without = inside("split", stdin=page.encode(), cwd=str(tmp_path)).stdout
    tmp_path.joinpath(rules).write_text(words, encoding="utf-8")
    option = ["--rules", rules] if rules != "newsseg.toml" else []
    assert inside("split", *option, stdin=page.encode(), cwd=str(tmp_path)).stdout != without


def test_the_bylines_of_the_table_are_recognised(readme: str) -> None:
    rows = re.findall(r"^\| [^|]*(?:by-line|署名)[^|]* \| (`.*`) \|$", readme, re.MULTILINE)
    bylines = [byline for row in rows for byline in re.findall(r"`(.*?)`", row)]
    assert len(bylines) == 16
    words = load()
    for byline in bylines:
        found = opening(f"{byline}近日，", 0, words), own_line(byline, words), closing(f"桥通了。{byline}", words)
        assert any(found), byline


def test_the_links_lead_somewhere(readme: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", readme):
        assert (ROOT / target).exists()


def test_both_tell_the_same() -> None:
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in READMES)
    for mark in ["\n## ", "\n| ", "\n```"]:
        assert english.count(mark) == chinese.count(mark)
