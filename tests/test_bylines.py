from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import byline_cases as cases
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsseg.grammar.bylines import Byline, closing, might_open, opening, own_line
from newsseg.grammar.openings import LONGEST
from newsseg.rules import load

BODY = "近日，区里召开会议，部署下半年的工作。会议强调，要抓好落实。"
BEFORE = "会议强调，要抓好落实，把好事办好。"

Found = list[tuple[str, str, str]]


def credits_of(byline: Byline | None) -> Found | None:
    return [(c.role, c.name, c.type) for c in byline.credits] if byline else None


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def cuts(printed: str) -> Iterator[str]:
    """The by-line whole, cut at every place, and with a line end for each of its spaces."""
    yield printed
    for cut in ("\n", "\n\n", "\n　　"):
        for place in range(1, len(printed)):
            yield printed[:place] + cut + printed[place:]
    for space in re.finditer(r"\s+", printed):
        yield printed[: space.start()] + "\n" + printed[space.end() :]


def table(*names: str) -> pytest.MarkDecorator:
    found = [row for name in names for row in cases.rows(getattr(cases, name))]
    return pytest.mark.parametrize(("printed", "expected"), found, ids=[row[0] for row in found])


@table("OPENINGS", "MORE_OPENINGS", "UNLISTED")
def test_an_opening_is_read_wherever_it_is_cut(printed: str, expected: Found) -> None:
    for cut in cuts(printed):
        text = "　　" + cut + (" " if printed[-1] in "讯电道" else "") + BODY
        found = opening(text, 0, load())
        assert found is not None, cut
        assert credits_of(found) == expected, cut
        assert text[found.start : found.end] == cut


@table("OPENINGS", "MORE_OPENINGS", "UNLISTED")
def test_an_opening_is_read_in_a_narrow_column(printed: str, expected: Found) -> None:
    for width in range(6, 22):
        text = printed + (" " if printed[-1] in "讯电道" else "") + BODY
        lines = [text[place : place + width] for place in range(0, len(text), width)]
        for cut in ("\n".join(lines), "\n".join(line.strip() for line in lines)):
            assert credits_of(opening(cut, 0, load())) == expected, cut


@table("OWN_LINES", "MORE_OWN_LINES")
def test_an_own_line_is_read_wherever_it_is_cut(printed: str, expected: Found) -> None:
    for cut in cuts(printed):
        found = own_line("  " + cut + " ", load())
        assert credits_of(found) == expected, cut
        assert found is not None
        assert ("  " + cut)[found.start : found.end] == cut


@table("CLOSINGS", "MORE_CLOSINGS")
def test_a_closing_is_read_wherever_it_is_cut(printed: str, expected: Found) -> None:
    for cut in cuts(printed):
        text = BEFORE + cut
        found = closing(text, load())
        assert credits_of(found) == expected, cut
        assert found is not None
        assert text[found.start : found.end] == cut


@table("DAMAGED")
def test_a_damaged_opening_is_read(printed: str, expected: Found) -> None:
    text = "　　" + printed + BODY
    found = opening(text, 0, load())
    assert credits_of(found) == expected
    assert found is not None
    assert text[found.start : found.end] == printed
    assert might_open(text[:20])


@table("DAMAGED_CLOSINGS")
def test_a_closing_that_lost_a_bracket_is_read(printed: str, expected: Found) -> None:
    text = BEFORE + printed
    found = closing(text, load())
    assert credits_of(found) == expected
    assert found is not None
    assert text[found.start : found.end] == printed


@pytest.mark.parametrize("text", ["江门曰报讯（记者/任小燕）", "江门日极讯（记者/任小燕）"])
def test_a_misread_outlet_is_set_right(text: str) -> None:
    found = opening(text + BODY, 0, load())
    assert found is not None
    assert found.outlet == "江门日报"


def test_the_fuzzy_matcher_loads_only_for_damage() -> None:
    code = (
        "import sys; from newsseg import rules; from newsseg.grammar import bylines, captions, folio;"
        "words = rules.load();"
        "bylines.opening('江门日报讯（记者/任小燕）近日', 0, words); bylines.opening('（一）坚持', 0, words);"
        "print(*(name for name in ('regex', 'tomllib', 'click', 'jieba') if name in sys.modules))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == ""


@table("OPENINGS", "MORE_OPENINGS", "OWN_LINES", "MORE_OWN_LINES")
def test_a_byline_might_open_its_line(printed: str, expected: Found) -> None:
    assert might_open(printed), expected
    for place in range(10, len(printed)):  # no column is narrower
        assert might_open("  " + printed[:place]), place


def test_a_latin_name_keeps_its_space() -> None:
    found = opening("本报讯（记者 方小圆 通讯员 John Smith）" + BODY, 0, load())
    assert credits_of(found) == [("reporter", "方小圆", "person"), ("correspondent", "John Smith", "person")]


def test_media_may_stand_with_spaces_only() -> None:
    found = own_line("文 涂小可 图 项小文", load())
    assert credits_of(found) == [("writer", "涂小可", "person"), ("photographer", "项小文", "person")]


@pytest.mark.parametrize("text", ["□ 涂　可", "●涂 可", "（涂　可）"])
def test_a_short_name_alone_must_be_set_wide(text: str) -> None:
    assert credits_of(own_line(text, load())) == [("author", "涂可", "person")]
    assert own_line(text.replace("　", "").replace(" 可", "可"), load()) is None


SPACED = """
本报讯（通讯员 黄小翔 融媒体中心记者吕小莹） | T 黄小翔, R 吕小莹
本报讯（通讯员 区融媒体中心 记者 吕小莹） | T <区融媒体中心>, R 吕小莹
本报讯（通讯员 云溪融媒 记者 吕小莹） | T <云溪融媒>, R 吕小莹
"""


@pytest.mark.parametrize(("printed", "expected"), cases.rows(SPACED))
def test_the_space_tells_whose_office_it_is(printed: str, expected: Found) -> None:
    assert credits_of(opening(printed, 0, load())) == expected


WIDE = """
本报记者 周 禾 文 宇 | R 周禾, R 文宇
新华社记者 文 宇 吴小穗 | R 文宇, R 吴小穗
文 周 禾 图 吴 穗 | W 周禾, P 吴穗
"""


@pytest.mark.parametrize(("printed", "expected"), cases.rows(WIDE))
def test_a_family_name_set_wide_is_no_word(printed: str, expected: Found) -> None:
    assert credits_of(own_line(printed, load())) == expected


def test_who_took_part_contributed() -> None:
    found = closing(BEFORE + "（记者纪小舟、方小海参加采写）", load())
    assert credits_of(found) == [("contributor", "纪小舟", "person"), ("contributor", "方小海", "person")]


@pytest.mark.parametrize("text", cases.NOT_OPENINGS)
def test_a_sentence_is_no_opening(text: str) -> None:
    assert opening(text, 0, load()) is None


@pytest.mark.parametrize("text", cases.SENTENCES)
def test_a_sentence_about_a_reporter_is_no_byline(text: str) -> None:
    assert opening("　　" + text, 0, load()) is None
    assert own_line(text, load()) is None
    assert closing(BEFORE + text, load()) is None


@pytest.mark.parametrize("text", cases.NOT_CLOSINGS)
def test_a_remark_is_no_closing(text: str) -> None:
    assert closing(text, load()) is None


@pytest.mark.parametrize("text", cases.NOT_OWN_LINES)
def test_a_headline_is_no_own_line(text: str) -> None:
    assert own_line(text, load()) is None


@pytest.mark.parametrize(
    ("text", "outlet", "place", "date"),
    [
        ("新华社北京8月23日电（记者谢小瑶）", "新华社", "北京", "8月23日"),
        ("新华社北京8月23日电 商务部门昨日", "新华社", "北京", "8月23日"),
        ("新华社北京8月23日电商务部门昨日", "新华社", "北京", "8月23日"),
        ("据新华社电 视察组昨日", "新华社", None, None),
        ("本报呼和浩特5月14日电 （记者吴小勇）", "本报", "呼和浩特", "5月14日"),
        ("本报百色讯（记者/徐小东）", "本报", "百色", None),
        ("华声在线7月6日讯（记者 王小芳）", "华声在线", None, "7月6日"),
        ("江门日报讯（记者/任小燕）", "江门日报", None, None),
        ("据新华社电 8月23日，", "新华社", None, None),
        ("新华社北\n京8月\n2\n3日电（记者谢小瑶）", "新华社", "北京", "8月23日"),
        ("新华社日内瓦２０２３年８月２３日电（记者谢小瑶）", "新华社", "日内瓦", "２０２３年８月２３日"),
        ("岭西日报桐城讯（记者 齐小雨）", "岭西日报", "桐城", None),
        ("（新华社记者 齐小雨）", "新华社", None, None),
        ("（本报记者 齐小雨）", None, None, None),
    ],
)
def test_outlet_and_dateline(text: str, outlet: str | None, place: str | None, date: str | None) -> None:
    found = opening(text, 0, load())
    assert found is not None
    assert found.outlet == outlet
    assert (found.dateline.place if found.dateline else None) == place
    assert (found.dateline.date if found.dateline else None) == date


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("本报讯（记者 赵敏）", "记者"),
        ("（本报记者 赵敏）", "本报记者"),
        ("本报讯（本报全媒体首席记者 赵敏）", "本报全媒体首席记者"),
        ("本报讯（文/本报记者 赵敏）", "本报记者"),
        ("本报讯（文/图 赵敏）", "文/图"),
        ("本报讯（赵敏 钱文君）", None),
    ],
)
def test_the_label_is_kept_as_printed(text: str, label: str | None) -> None:
    found = opening(text, 0, load())
    assert found is not None
    assert {credit.label for credit in found.credits} == {label}


@given(st.text(alphabet="本报讯记者（）()/： \n　张小三李四王通员8月日电，。文图摄■新华社北京", max_size=60))
def test_any_text_is_legal(text: str) -> None:
    might_open(text)
    for found, whole in (
        (opening(text, 0, load()), text),
        (closing(text, load()), text),
        (own_line(text, load()), text),
    ):
        if found is not None:
            assert 0 <= found.start < found.end <= len(whole)
            assert not whole[found.start].isspace()
            assert not whole[found.end - 1].isspace()


SURNAMES = sorted("王李张刘陈赵黄周吴徐孙胡朱郭何罗谢郑梁邓冯曹彭曾蔡潘袁")
GIVEN = sorted("小晓建国志伟丽娜静婷欣怡琪")
NAMES = st.builds(str.__add__, st.sampled_from(SURNAMES), st.text(GIVEN, min_size=1, max_size=2))
LABELS = st.sampled_from(["记者", "通讯员", "实习生", "本报记者", "見習記者", "特约通讯员"])


@given(
    st.lists(st.tuples(LABELS, st.lists(NAMES, min_size=1, max_size=3)), min_size=1, max_size=3),
    st.sampled_from(["", "/", "／", "：", " ", "　"]),
    st.sampled_from([" ", "　", "、", "，"]),
    st.sampled_from([" ", "　", "、", ""]),
)
def test_any_list_of_labels_and_names_is_read(
    groups: list[tuple[str, list[str]]], behind: str, between: str, apart: str
) -> None:
    text = apart.join(label + behind + between.join(names) for label, names in groups)
    found = opening(f"本报讯（{text}）" + BODY, 0, load())
    assert found is not None
    assert [(c.label, c.name) for c in found.credits] == [(label, name) for label, names in groups for name in names]


@pytest.mark.parametrize(
    "unit", ["（", "本报", "记者", "张", " ", "\n", "讯（", "、", "（记者 张小三", "8月", "文/", "网"]
)
def test_long_nonsense_is_answered_and_is_no_byline(unit: str) -> None:
    text = unit * 20_000
    might_open(text)
    for found in (opening(text, 0, load()), closing(text, load()), own_line(text, load())):
        assert found is None or len(bare(text[found.start : found.end])) <= LONGEST
