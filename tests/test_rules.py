from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from newsseg.grammar.bylines import might_open, opening, own_line
from newsseg.grammar.captions import is_caption
from newsseg.grammar.folio import is_folio
from newsseg.rules import KEYS, TABLES, WORDS, RulesError, find, load, longest_ending


def write(folder: Path, text: str, name: str = "newsseg.toml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_every_list_has_words_and_every_file_is_a_list() -> None:
    words = load()
    for key in KEYS:
        assert getattr(words, key.replace("-", "_")), key
    assert {path.stem for path in Path(WORDS).glob("*.txt")} >= set(KEYS)


@pytest.mark.parametrize("path", sorted(Path(WORDS).glob("*.txt")), ids=lambda path: path.stem)
def test_word_files_are_clean(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[0].startswith("#"), "a list begins with what it is"
    assert lines[-1] == ""
    for number, line in enumerate(lines[:-1], 1):
        assert line == line.strip(), number
        assert line, number
    words = [line.split("\t")[0] for line in lines[:-1] if not line.startswith("#")]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_roles_have_a_role_each() -> None:
    assert all(load().roles.values())
    assert load().roles["记者"] == ("reporter",)
    assert load().roles["摄影报道"] == ("writer", "photographer")
    assert load().after["报道"] == ()


def test_rules_can_be_pickled() -> None:
    copy = pickle.loads(pickle.dumps(load()))  # noqa: S301
    assert copy.outlets == load().outlets
    assert copy.roles == load().roles


def test_rules_are_read_once() -> None:
    assert load() is load()


def test_a_rule_file_adds_words(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        """
        outlets = ["橙柿"]
        marks = ["♠"]
        org-endings = ["互助社"]
        captions = ["影像："]
        sections = ["江岸"]
        [roles]
        "主播" = "reporter"
        "图文统筹" = "planner editor"
        [after]
        "速写" = "illustrator"
        """,
    )
    words = load(path)
    found = opening("橙柿讯（主播 张小三 通讯员 江东互助社）", 0, words)
    assert found is not None
    assert found.outlet == "橙柿"
    assert [(c.role, c.name, c.type) for c in found.credits] == [
        ("reporter", "张小三", "person"),
        ("correspondent", "江东互助社", "organisation"),
    ]
    assert might_open("♠主播 张小三", words)
    assert might_open("主播 张小三", words)
    assert not might_open("主播 张小三")
    line = own_line("♠主播 张小三", words)
    assert line is not None
    assert is_caption("影像：江岸的清晨", words)
    assert is_folio("2 江岸", words)
    assert load().outlets < words.outlets
    assert opening("橙柿讯 近日，", 0, load()) is None


@pytest.mark.parametrize("role", ["host", "subeditor", "coeditor", "chief_editor", "war reporter"])
def test_a_role_of_one_s_own(tmp_path: Path, role: str) -> None:
    words = load(write(tmp_path, f'[roles]\n"主播" = "{role}"\n'))
    assert words.roles["主播"] == tuple(role.split())


def test_the_nearest_rule_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    below = tmp_path / "papers" / "2023"
    below.mkdir(parents=True)
    path = write(tmp_path, 'outlets = ["橙柿"]')
    assert find(str(below)) == path
    monkeypatch.chdir(below)
    assert "橙柿" in load().outlets
    nearer = write(below, 'outlets = ["柚子"]')
    assert find(str(below)) == nearer
    assert "柚子" in load().outlets
    assert "橙柿" not in load().outlets


def test_a_file_named_is_used_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, 'outlets = ["橙柿"]')
    other = write(tmp_path, 'outlets = ["柚子"]', "mine.toml")
    monkeypatch.chdir(tmp_path)
    words = load(other)
    assert "柚子" in words.outlets
    assert "橙柿" not in words.outlets
    assert load("mine.toml").outlets == words.outlets


@pytest.mark.parametrize(
    ("text", "line", "key", "what"),
    [
        ('outlets = ["橙柿"\n', 2, "", "TOML"),
        ('\n\noutlet = ["橙柿"]\n', 3, "outlet", "outlets"),
        ('outlets = "橙柿"\n', 1, "outlets", "list"),
        ('outlets = ["橙柿"]\nmarks = [1]\n', 2, "marks", "list"),
        ('marks = [""]\n', 1, "marks", "list"),
        ('roles = ["记者"]\n', 1, "roles", "table"),
        ('[roles]\n"主播" = "reporter"\n"摄手" = "摄影"\n', 3, "roles.摄手", "small letters"),
        ('[roles]\n主 = "reporter"\n', 2, "", "TOML"),
        ('[after]\n"速写" = 3\n', 2, "after.速写", "small letters"),
        ('[roles]\n"" = "reporter"\n', 2, "roles.", 'like "记者" = "reporter"'),
        ('[roles]\n"主播" = "reportr"\n', 2, "roles.主播", 'write "reporter"'),
        ('[after]\n"主摄" = "editor photografer"\n', 2, "after.主摄", 'write "photographer"'),
    ],
)
def test_a_bad_rule_file_is_told_by_file_line_and_key(
    tmp_path: Path, text: str, line: int, key: str, what: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(RulesError) as caught:
        load(path)
    assert (caught.value.path, caught.value.line, caught.value.key) == (path, line, key)
    assert what in caught.value.what
    assert str(caught.value).startswith(f"{path}:{line}: {key}")


def test_a_missing_rule_file_is_told(tmp_path: Path) -> None:
    path = str(tmp_path / "none.toml")
    with pytest.raises(RulesError, match=r"none\.toml:1: cannot be read"):
        load(path)


def test_a_folder_is_no_rule_file(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="name a file, and check its permissions"):
        load(str(tmp_path))


def test_a_rule_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "newsseg.toml"
    path.write_bytes('outlets = ["橙柿"]'.encode("gb18030"))
    with pytest.raises(RulesError, match="UTF-8"):
        load(str(path))


def test_tables_are_lists_too() -> None:
    assert set(KEYS) >= TABLES


def test_the_longest_ending_counts() -> None:
    assert longest_ending("江城晚报", frozenset({"报", "晚报"})) == 2
    assert longest_ending("报", frozenset({"晚报"})) == 0
    assert longest_ending("江城", frozenset()) == 0
