"""Headline, kicker or deck: what the words of two display texts tell."""

from __future__ import annotations

import pytest

from newsseg.engine.lines import read_lines
from newsseg.engine.titles import headlines, wording
from newsseg.rules import shipped

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
