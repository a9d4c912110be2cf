"""What the READMEs say holds: their code runs, their tables are whole, and the two tell the same."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from newsseg.bylines import closing, opening, own_line
from newsseg.cli import main
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


def test_the_first_example_gives_what_is_printed(readme: str, newsseg: Run) -> None:
    if shutil.which("jq") is None:
        pytest.skip("needs jq")
    [(query, expected)] = re.findall(r"```console\n\$ newsseg .*? jq -c '(.*?)'\n(.*?\n)```", readme)
    line = newsseg("split", "samples/two-sides.txt", cwd=str(ROOT)).stdout.split(b"\n")[1]
    done = subprocess.run(["jq", "-c", query], input=line, capture_output=True, check=True)
    assert done.stdout.decode() == expected


def test_the_paper_s_own_words_give_what_is_printed(readme: str, newsseg: Run, tmp_path: Path) -> None:
    if shutil.which("jq") is None:
        pytest.skip("needs jq")
    [rules] = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    [(page, query, expected)] = re.findall(
        r"```console\n\$ echo \"(.*?)\" .*? jq -c '(.*?)'\n(.*?)```", readme, re.DOTALL
    )
    tmp_path.joinpath("newsseg.toml").write_text(rules, encoding="utf-8")
    record = newsseg("split", stdin=f"{page}\n".encode(), cwd=str(tmp_path)).stdout
    done = subprocess.run(["jq", "-c", query], input=record, capture_output=True, check=True)
    assert done.stdout.decode() == expected
    tmp_path.joinpath("newsseg.toml").rename(tmp_path / "named.toml")
    assert newsseg("split", stdin=f"{page}\n".encode(), cwd=str(tmp_path)).stdout != record
    assert newsseg("split", "--rules", "named.toml", stdin=f"{page}\n".encode(), cwd=str(tmp_path)).stdout == record


def test_the_bylines_of_the_table_are_recognised(readme: str) -> None:
    rows = re.findall(r"^\| [^|]*(?:by-line|署名)[^|]* \| (`.*`) \|$", readme, re.MULTILINE)
    bylines = [byline for row in rows for byline in re.findall(r"`(.*?)`", row)]
    assert len(bylines) == 15
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
