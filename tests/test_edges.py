"""Edges: how titles end and begin, and what was learnt of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.compose import read_articles
from benchmarks.learn_edges import counted, grouped
from benchmarks.sets import LESSONS, TITLES
from newsseg.engine.edges import WEIGHTS, alike, edge_features, met


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("鹭屿市渔业工作会议召开", "全市今年新添十二艘渔政船"),
        ("方观潮在沧溪调研时强调", "把水网织得更密"),
        ("夏粮收购进度过半", "本市粮库日均入库三千吨"),
    ],
)
def test_two_titles_meet(first: str, second: str) -> None:
    found = met(first, second)
    assert found.ends + found.begins > 0


@pytest.mark.parametrize(
    ("first", "second"),
    [("鹭屿市关于", "渔船休渔的通告发布"), ("沧溪县的", "水网织得更密"), ("从渡口到", "码头的三十年")],
)
def test_one_title_goes_on(first: str, second: str) -> None:
    found = met(first, second)
    assert found.ends + found.begins < 0


@pytest.mark.parametrize(("first", "second", "divided"), [("沧溪人民医", "院迁址", True), ("渡口", "有灯", False)])
def test_a_break_divides_a_word(first: str, second: str, divided: bool) -> None:
    assert (met(first, second).word > 0) == divided


def test_one_character_tells_where_two_are_not_known_and_none_tells_nothing() -> None:
    assert met("𠮷召开", "𠮷") == met("召开", "𠮷")
    assert met("𠮷", "𠮷") == (0, 0, 0)


def test_the_weaker_edge_counts_apart() -> None:
    ends, begins, _ = met("鹭屿市渔业工作会议召开", "全市今年新添十二艘渔政船")
    told = dict(edge_features("鹭屿市渔业工作会议召开", "全市今年新添十二艘渔政船"))
    assert [told["weaker edge"], told["stronger edge"]] == sorted([ends, begins])


def test_digits_are_alike_and_latin_letters_too() -> None:
    assert alike("3月ab") == alike("8月XY") == "0月AA"


def test_what_is_counted() -> None:
    stock = [{"headline": f"{name}大桥昨日通车", "kicker": "", "subtitle": ""} for name in "东西南北中"] * 4
    found = counted(stock)
    assert found["ends"]["车"] > 0
    assert found["begins"]["桥"] < 0
    assert "大" not in found["begins"]  # no line ends in front of a title's second character
    assert grouped({"甲": 1, "乙 ": 1, "丙": -2}) == {"-2": "丙", "1": "甲"}


def test_the_weights_are_what_the_invented_titles_tell() -> None:
    stock = [article for path in (TITLES, LESSONS) for article in read_articles(path)]
    learnt = {name: grouped(table) for name, table in counted(stock).items()}
    assert json.loads(Path(WEIGHTS).read_text(encoding="utf-8")) == learnt
