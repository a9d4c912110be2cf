"""By-lines that the lists of words do not foresee, and by-lines read twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsseg.grammar.bylines import closing, might_open, opening, own_line
from newsseg.rules import Rules, load, shipped

RULES = shipped()
R, T, A, W, P = "reporter", "correspondent", "author", "writer", "photographer"

READ = [
    pytest.param("青禾日报讯（方晓禾 南浦公）", [(A, "方晓禾"), (A, "南浦公")], id="pen-name of an unknown place"),
    pytest.param("青禾日报讯（方晓禾 澜桥\n轩）", [(A, "方晓禾"), (A, "澜桥轩")], id="pen-name, cut"),
    pytest.param("青禾日报讯（方晓禾\n南浦公）", [(A, "方晓禾"), (A, "南浦公")], id="pen-name, cut before it"),
    pytest.param("青禾日报讯（方晓禾、林一、青禾文）", [(A, "方晓禾"), (A, "林一"), (A, "青禾文")], id="three"),
    pytest.param("青禾日报讯（记者 方晓禾 记者 林一（实习））", [(R, "方晓禾"), (R, "林一")], id="实习 last"),
    pytest.param("本报讯（记者方晓禾（实习）林一）", [(R, "方晓禾"), (R, "林一")], id="实习 inside"),
    pytest.param("青禾日报（记者 方晓禾）", [(R, "方晓禾")], id="no 讯"),
    pytest.param("青禾日报（记者/方晓禾 通讯员/林一）", [(R, "方晓禾"), (T, "林一")], id="no 讯, two labels"),
]


def test_a_paper_and_its_site_are_one_outlet() -> None:
    found = opening("青禾日报·掌上青禾讯 记者方晓禾 通讯员林一报道：昨天，河上新桥通车。", 0, RULES)
    assert found is not None
    assert found.outlet == "青禾日报·掌上青禾"
    assert [(credit.role, credit.name) for credit in found.credits] == [(R, "方晓禾"), (T, "林一")]


@pytest.mark.parametrize(("printed", "credits_"), READ)
def test_read(printed: str, credits_: list[tuple[str, str]]) -> None:
    text = printed + "昨天，河上新桥通车。"
    found = opening(text, 0, RULES)
    assert found is not None
    assert text[found.start : found.end] == printed
    assert [(credit.role, credit.name) for credit in found.credits] == credits_
    assert found.outlet in {"青禾日报", "本报"}
    assert might_open(text.partition("\n")[0], RULES)


def test_an_odd_name_of_three_characters_is_an_office() -> None:
    found = opening("青禾日报讯（方晓禾 南浦公）昨天", 0, RULES)
    assert found is not None
    assert [credit.type for credit in found.credits] == ["person", "organisation"]


@pytest.mark.parametrize(
    "text",
    [
        "青禾日报讯（今年以来 第三次）大雨",
        "青禾日报讯（下转04版）大雨",
        "青禾日报讯（市民热线反映）大雨",
        "青禾日报讯（编辑手记）大雨",
        "青禾日报（下称本报）昨天",
        "本报记者 方晓禾\n据外媒报道，昨天",  # who reports is not who is cited
        "■本报记者 方晓禾\n\n据新华社报道，昨天",
        "秦可嘉互致贺电\n新华社北京5月26日电 （记者 方晓禾）昨天",  # it opens in the second line
        "秦可嘉互致贺电\n新华社北京5月26日电 昨天",
        "青禾日报（方晓禾 林一）昨天",  # without 讯 a label must stand in it
    ],
)
def test_left_alone(text: str) -> None:
    found = opening(text, 0, RULES)
    assert found is None or found.credits == ()


def test_a_place_in_the_text_moves_the_by_line_with_it() -> None:
    text = "本报讯（记者 方晓禾）河上新桥通车。"
    first, later = opening(text, 0, RULES), opening("　　" + text, 2, RULES)
    assert first is not None
    assert later == first._replace(start=2, end=first.end + 2)


@pytest.fixture
def more(tmp_path: Path) -> Rules:
    path = tmp_path / "newsseg.toml"
    path.write_text('outlets = ["蓝鲸"]\nmarks = ["♣"]\n[roles]\n"采风人" = "reporter"\n', encoding="utf-8")
    return load(str(path))


@pytest.mark.parametrize("line", ["蓝鲸讯 记者方晓禾", "蓝鲸消息：今天", "♣方晓禾", "采风人 方晓禾", "采风人/方晓禾"])
def test_a_users_words_open_a_by_line(line: str, more: Rules) -> None:
    assert might_open(line, more)
    assert not might_open(line.replace("记者", ""), RULES)


def test_what_was_read_with_other_words_is_read_again(more: Rules) -> None:
    assert own_line("采风人/方晓禾", RULES) is None
    assert own_line("采风人/方晓禾", more) is not None
    assert own_line("采风人/方晓禾", RULES) is None


@pytest.mark.parametrize(
    ("text", "credits_"),
    [
        ("青禾日报讯\n记者方晓禾 通讯员林一禾报道：", [(R, "方晓禾"), (T, "林一禾")]),
        ("青禾日报讯 记者方晓禾 通讯员林一禾报道：", [(R, "方晓禾"), (T, "林一禾")]),
        ("□文/图 文晓 扎西·顿珠", [(W, "文晓"), (P, "文晓"), (W, "扎西·顿珠"), (P, "扎西·顿珠")]),
        ("文/文桂敏 图/田群霞", [(W, "文桂敏"), (P, "田群霞")]),
        ("图 片 方晓禾", [(P, "方晓禾")]),
        ("□方锦", [(A, "方锦")]),
        ("■ 方锦", [(A, "方锦")]),
    ],
)
def test_alone_on_its_lines(text: str, credits_: list[tuple[str, str]]) -> None:
    found = own_line(text, RULES)
    assert found is not None
    assert found.end == len(text)
    assert [(credit.role, credit.name) for credit in found.credits] == credits_


@pytest.mark.parametrize(
    ("printed", "credits_"),
    [
        ("（记者 植晓敏）", [(R, "植晓敏")]),
        ("（记者植晓敏）", [(R, "植晓敏")]),
        ("（实习生 植晓敏）", [("trainee", "植晓敏")]),
        ("（记者/植渠）", [(R, "植渠")]),
        ("（诸葛若文）", [(A, "诸葛若文")]),
        ("（诸葛若文 方晓禾）", [(A, "诸葛若文"), (A, "方晓禾")]),
        ("（诸葛若南文 方晓禾图）", [(W, "诸葛若南"), (P, "方晓禾")]),
        ("（方晓禾文 林一禾图）", [(W, "方晓禾"), (P, "林一禾")]),
    ],
)
def test_rare_and_long_family_names_at_the_end(printed: str, credits_: list[tuple[str, str]]) -> None:
    found = closing("河上新桥通车。" + printed, RULES)
    assert found is not None
    assert [(credit.role, credit.name) for credit in found.credits] == credits_


@pytest.mark.parametrize(
    "printed",
    [
        "（记者手记）",
        "（记者 追问）",
        "（记者调查）",
        "（记者 见闻）",
        "（记者 直播间）",
        "（百里挑一）",
    ],
)
def test_remarks_with_a_label_are_no_by_lines(printed: str) -> None:
    assert closing("河上新桥通车。" + printed, RULES) is None


def test_the_title_of_a_brief_is_no_list_of_names() -> None:
    assert own_line("■江岸边开展林木修剪", RULES) is None
    found = own_line("■江岸边 方晓禾", RULES)
    assert found is not None
    assert [credit.name for credit in found.credits] == ["江岸边", "方晓禾"]


@pytest.mark.parametrize(
    "line", ["记者逐一走访秋千架公所", "记者分头查看江边祠堂委员会", "林禾一同会见记者\n学舟而后渡之"]
)
def test_words_behind_a_label_without_a_space_are_no_names(line: str) -> None:
    assert own_line(line, RULES) is None


@pytest.mark.parametrize("line", ["方晓禾共同会见记者", "两国领导人会见记者", "林一禾答中外记者"])
def test_a_title_that_ends_in_a_label_is_no_by_line(line: str) -> None:
    assert own_line(line, RULES) is None
