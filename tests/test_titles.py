"""Headline, kicker or deck: what the words of two display texts tell."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.engine.lines import read_lines
from newsseg.engine.titles import headlines, wording
from newsseg.record import Article
from newsseg.rules import shipped
from newsseg.verify import problems

FIRST = [
    ("沧溪县召开全域河长制推进会", "推动巡河护河常态化"),
    ("全省内河航运论坛在鹭屿开幕", "方观潮出席并致辞"),
    ("鹭屿少年宫合唱团全国夺冠", "包揽童声组两项金奖"),
    ("老渡口的第二个春天", "——记云溪码头书店"),
    ("前三季度港口吞吐量突破一亿吨", "同比增长8.4%"),
    ("Old Mill Reopens as a Library", "Readers queue before dawn"),
]
SECOND = [
    ("鹭屿市北塘区推行错时停车", "小区车位 夜里也能共享"),
    ("国庆假期首日", "鹭屿港进出旅客突破两万人次"),
    ("守塔人水承业——", "一盏灯 四十年"),
    ("方观潮在沧溪调研时强调", "把水网织得更密"),
]


@pytest.mark.parametrize(("first", "second"), FIRST)
def test_the_first_is_the_headline(first: str, second: str) -> None:
    assert wording(first, second, shipped()) < 0


@pytest.mark.parametrize(("first", "second"), SECOND)
def test_the_second_is_the_headline(first: str, second: str) -> None:
    assert wording(first, second, shipped()) > 0


@pytest.mark.parametrize(
    ("first", "second", "headline"),
    [
        ("老渡口的第二个春天", "——记云溪码头书店\n和它的三代店主", 0),
        ("守塔人水承业的四十年和\n他的灯——", "一盏灯照亮北塘湾", 1),
    ],
)
def test_what_opens_or_ends_in_a_dash_is_no_headline_though_it_is_wrapped(
    first: str, second: str, headline: int
) -> None:
    ((chosen, _),) = headlines([[read_lines(first), read_lines(second)]], 1.0, shipped())
    assert chosen == headline


PATH = """云溪日报讯（记者 秦可嘉）昨日清晨，南岸湿地的木
栈道修好了，第一批游客沿着新铺的木板走到了观鸟亭。
管理处说，木栈道长一千二百米，雨天也能走。
"""
LIBRARY = """云溪日报讯（记者 鲍一鸣）云溪市图书馆本周起延长
开放时间，夜里九点半才闭馆。值班馆员说，来得最多的
是备考的学生和下了班的年轻人，夜里的自习室坐满了人。
"""


@pytest.mark.parametrize(
    "page",
    [
        f"云溪市图书馆延长开放时间——\n\n南岸湿地木栈道修好了\n\n{PATH}\n夜里的自习室坐满了年轻人\n\n{LIBRARY}",
        f"夜里的自习室坐满了年轻人\n\n{LIBRARY}\n南岸湿地木栈道修好了\n\n{PATH}\n云溪市图书馆延长开放时间——\n",
    ],
    ids=["before", "behind"],
)
def test_a_kicker_may_stand_apart_from_its_headline(page: str) -> None:
    found = {one.headline: one.deck for one in split_page(page) if isinstance(one, Article)}
    assert found == {
        "南岸湿地木栈道修好了": (),
        "夜里的自习室坐满了年轻人": ("云溪市图书馆延长开放时间——",),
    }
    assert not list(problems(page, split_page(page)))
