"""What fuzzing found stays found; and the fuzzer itself works (``python -m benchmarks.fuzz`` runs it at length)."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import fuzz
from benchmarks.mutate import RULES, Stock

FOUND = [
    pytest.param("（下转第3版）\n" * 1500, id="one jump line after another: recursion"),
    pytest.param(
        "个。小的办法是什\n？\n扣一分”的医生？\n记者：普通人怎么跟\n越\n它一个。\n者：写代码用，写",
        id="two subheads of one block: one of them lost",
    ),
    pytest.param("年□文 本报讯", id="a line parted twice"),
    pytest.param(
        "天\n\n的一段老汉和星\n　是（下转第\n美编阎欣\n高速服务务区里开起\n了\n开会开没的。”话让\n会",
        id="a folio in a paragraph whose end is torn off",
    ),
]
SHORT = 30_000  # characters: a second's work


@pytest.fixture(scope="module")
def stock() -> Stock:
    return Stock(5)


@pytest.mark.parametrize("text", FOUND)
def test_what_was_found(text: str) -> None:
    fuzz.page(text)


@pytest.mark.parametrize("name", ["data", "record", "rules"])
def test_bad_inputs_are_borne(stock: Stock, name: str) -> None:
    make = {"data": stock.data, "record": stock.line, "rules": stock.rules}[name]
    through = 0
    while through < SHORT:
        thing = make()
        through += len(thing)
        fuzz.TARGETS[name](thing)


@settings(deadline=None, max_examples=25)  # each reads all word lists; benchmarks.fuzz tries thousands
@given(st.integers(0, len(RULES)), st.text(max_size=12))
def test_any_rule_file_is_read_or_told_of(at: int, new: str) -> None:
    fuzz.rules(RULES[:at] + new + RULES[at:])


def test_what_breaks_is_made_small() -> None:
    def target(text: str) -> None:
        if "讯" in text and "电" in text:
            raise ValueError(text)

    what = fuzz.trouble(target, "新华社讯，中新社电")
    assert what == "ValueError: 新华社讯，中新社电"
    assert fuzz.smaller(target, "新华社讯，中新社电", what) == "讯电"
    assert not fuzz.trouble(target, "新华社讯")
