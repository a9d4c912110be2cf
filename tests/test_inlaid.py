"""Titles in the middle of a sentence of their own text, which the page's text runs around."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.engine.unwrap import unwrap_text
from newsseg.record import Article

ABOVE = """云溪日报讯（记者 秦可嘉）昨日清晨，南岸湿
地的木栈道修好了，第一批游客沿着新铺的木板走
到了观鸟亭。管理处说，整条栈道长一千二百米，
"""
BELOW = """雨天也能走。沿线立了十二块牌子，告诉人们哪种
鸟在哪个月来。
"""
OTHER = """市图书馆夜里也亮着灯
云溪日报讯（记者 鲍一鸣）市图书馆本周起延长
开放时间，夜里九点半才闭馆。值班馆员说，来得
最多的是备考的学生和下了班的年轻人。
"""


def plain(text: str) -> str:
    return "".join(text.split())


BODY = plain(ABOVE.split("）")[1] + BELOW)


def articles(text: str) -> list[Article]:
    return [record for record in split_page(text) if isinstance(record, Article)]


@pytest.mark.parametrize(
    ("title", "deck"),
    [
        ("南岸湿地木栈道修好", None),
        ("南岸湿地木栈道\n修好", None),
        ("沿线十二块牌子告诉人们哪种鸟来", "南岸湿地木栈道修好——"),
        ("南岸湿地新修木栈道长一千二百米", None),  # nearly as wide as the text, and in its words
    ],
)
@pytest.mark.parametrize("other_first", [True, False])
def test_the_text_goes_on_behind_a_title(title: str, deck: str | None, other_first: bool) -> None:
    shown = "".join(f"{part}\n\n" for part in (deck, title) if part)
    text = f"{ABOVE}\n{shown}{BELOW}"
    page = f"{OTHER}\n{text}" if other_first else f"{text}\n{OTHER}"
    for dump in (page, unwrap_text(page)):
        found = {record.headline: record for record in articles(dump)}
        assert set(found) == {plain(title), "市图书馆夜里也亮着灯"}
        own = found[plain(title)]
        assert ["".join(element.text for element in own.body), own.deck] == [BODY, (deck,) if deck else ()]


@pytest.mark.parametrize(
    "lines",
    [
        "它的两边都种上了\n\n芦苇，",
        "附近三所小学的学生听说\n\n",
    ],
)
def test_text_in_narrower_lines_is_no_title(lines: str) -> None:
    (own,) = articles(f"南岸湿地木栈道修好\n\n{ABOVE}\n{lines}{BELOW}")
    assert plain("".join(element.text for element in own.body)) == plain(f"{ABOVE.split('）')[1]}{lines}{BELOW}")
    assert own.headline == "南岸湿地木栈道修好"


NEIGHBOUR = """市图书馆本周起延长开放时间，夜里九点半才闭馆。
值班馆员说，来得最多的是备考的学生和下了班的年
轻人，自修室里座无虚席。
"""
CUT = """沿线立了十二块牌子，告诉人们哪种鸟在哪个月来，
栏杆刷成了和芦苇一样的颜色，鸟儿不会受惊，也何
"""
RESUMED = "时飞走。" + "".join(
    f"第{n}块牌子讲的是{bird}，旁边画着它的巢和蛋。" for n, bird in enumerate("鹭鸥雁鹬鸭鹮" * 8, 1)
)


@pytest.mark.parametrize(("title", "whole"), [("市图书馆延长开放时间", True), ("南岸湿地木栈道修好了", False)])
def test_without_blank_lines_a_title_is_told_by_the_other_text_that_has_its_words(title: str, *, whole: bool) -> None:
    below = "\n".join(RESUMED[i : i + 23] for i in range(0, len(RESUMED), 23))
    found = articles(f"{ABOVE}{CUT}{title}\n{below}\n江北青年报讯（记者 鲍一鸣）{NEIGHBOUR}")
    assert ("也何时飞走。" in "".join(element.text for element in found[0].body)) is whole
    assert (title in {record.headline for record in found}) is whole
