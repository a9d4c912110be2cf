from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from rich.cells import cell_len

from newsseg.cli import main
from newsseg.commands._help import AS_IS
from newsseg.i18n import language

ROOT = Path(__file__).parent.parent
NAMES = main.list_commands(click.Context(main))
LOCALE = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def run(*arguments: str, **locale: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in LOCALE} | locale
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, check=False, encoding="utf-8"
    )


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "zh"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.gb18030"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "en:zh"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "de:zh"}, "zh"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "zh_CN"}, "en"),
        ({"LANG": "zha_CN.UTF-8"}, "en"),
    ],
    ids=str,
)
def test_the_environment_chooses_the_language(environment: dict[str, str], expected: str) -> None:
    assert language(environment) == expected


def test_every_text_is_translated() -> None:
    done = run("tools/messages.py", "--check", LC_ALL="C")
    assert done.returncode == 0, f"make messages, then translate in newsseg.po:\n{done.stdout}{done.stderr}"


@pytest.fixture(scope="module")
def helps() -> dict[str, Any]:
    """Return what each command says for ``-h`` in Chinese."""
    script = """
import io, json, sys
from contextlib import redirect_stdout
from newsseg.cli import main
helps = {}
for name in json.loads(sys.argv[1]):
    with redirect_stdout(io.StringIO()) as out:
        try:
            main([*name.split(), "-h"], prog_name="newsseg")
        except SystemExit:
            pass
    helps[name] = out.getvalue()
sys.stdout.write(json.dumps(helps))
"""
    done = run("-c", script, json.dumps(["", *NAMES]), LANG="zh_CN.UTF-8", COLUMNS="80")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", ["", *NAMES])
def test_help_is_chinese_and_fits_the_terminal(name: str, helps: dict[str, str]) -> None:
    text = helps[name]
    assert text.startswith(f"用法: newsseg {name}".rstrip())
    assert "选项:" in text
    assert "显示本帮助后退出。" in text
    assert not [line for line in text.split("\n") if cell_len(line) > 80]


def test_what_is_typed_as_it_stands_is_not_cut(helps: dict[str, str]) -> None:
    assert "'{paper}_{date}_{page}'" in helps["split"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["shwo"], "没有 'shwo' 这个命令；可以试试 show"),
        (["show", "--pge"], "没有 '--pge' 这个选项。"),
        (["completion"], "缺少参数"),
        (["split", "nowhere.txt"], "nowhere.txt: 不存在；请检查文件名"),
    ],
    ids=str,
)
def test_messages_are_chinese_those_of_click_too(arguments: list[str], expected: str) -> None:
    assert expected in run("-m", "newsseg", *arguments, LANG="zh_SG.UTF-8").stderr


def test_a_people_file_is_begun_in_the_reader_s_language(tmp_path: Path) -> None:
    page, people = tmp_path / "page.txt", tmp_path / "people.csv"
    page.write_text("江边新建步道\n\n松湖日报讯（记者/柳青禾）6月3日，江边新建的步道通了。\n", encoding="utf-8")
    begun = run("-m", "newsseg", "credits", "--unknown", str(page), LANG="zh_CN.UTF-8").stdout
    assert begun == "署名,姓名,单位\n柳青禾,,\n"
    people.write_text(begun, encoding="utf-8")
    for locale in ("C", "zh_CN.UTF-8"):
        done = run("-m", "newsseg", "credits", "--people", str(people), str(page), LANG=locale)
        assert (done.returncode, done.stderr) == (0, "")
    people.write_text("作者,部门\n", encoding="utf-8")
    assert "署名" in run("-m", "newsseg", "credits", "--people", str(people), str(page), LANG="zh_CN.UTF-8").stderr


def test_other_readers_read_english() -> None:
    assert "Options:" in run("-m", "newsseg", "show", "-h", LANG="fr_FR.UTF-8").stdout


def test_the_library_leaves_the_language_of_a_program_alone() -> None:
    script = "import gettext, newsseg.i18n; newsseg.i18n._('done'); print(gettext.textdomain())"
    assert run("-c", script, LANG="zh_CN.UTF-8").stdout == "messages\n"


def test_english_reads_no_catalogue() -> None:
    script = "import sys, newsseg.i18n; newsseg.i18n._('done'); print('gettext' in sys.modules)"
    assert run("-c", script, LANG="en_US.UTF-8").stdout == "False\n"


# Help, completion and man pages, which come from the same texts.


@pytest.mark.parametrize("name", NAMES)
def test_every_help_has_an_example(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert f"newsseg {name}" in (command.help or "").partition(AS_IS)[2]
    undocumented = [option.name for option in command.params if isinstance(option, click.Option) and not option.help]
    assert undocumented == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("newsseg sh", "plain,show"),
        ("newsseg show --ht", "plain,--html"),
        ("newsseg show page", "file,page"),
        ("newsseg completion f", "plain,fish"),
    ],
)
def test_the_shell_completes(words: str, expected: str) -> None:
    code = "from newsseg.cli import main; main(prog_name='newsseg')"
    place = str(words.count(" "))
    done = run("-c", code, LANG="C", _NEWSSEG_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=place)
    assert expected in done.stdout.split("\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_gets_its_script(shell: str) -> None:
    done = run("-m", "newsseg", "completion", shell, LANG="C")
    assert done.returncode == 0
    assert "_NEWSSEG_COMPLETE" in done.stdout


def test_every_command_has_a_man_page(tmp_path: Path) -> None:
    assert run("tools/man.py", str(tmp_path), LANG="C").returncode == 0
    pages = {path.stem: path.read_text("utf-8") for path in tmp_path.iterdir()}
    assert pages.keys() == {"newsseg", *(f"newsseg-{name}" for name in NAMES)}
    assert ".B \\-\\-html\n" in pages["newsseg-show"]
    assert "newsseg split page.txt | newsseg show" in pages["newsseg-show"].replace("\\-", "-")
