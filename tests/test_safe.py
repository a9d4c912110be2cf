"""Text of strangers made harmless."""

from __future__ import annotations

import json

import pytest
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from newsseg.safe import for_cell, for_file, for_terminal, for_xml, json_for_terminal, one_line

ANY_TEXT = st.text(st.characters())  # lone surrogates included


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("一\t二\n三", "一\t二\n三", id="tab and line feed stay"),
        pytest.param("\x1b[2J\x07", "␛[2J␇", id="escape sequence"),
        pytest.param("\x9b31m\x7f", "\ufffd31m␡", id="C1 and DEL"),
        pytest.param("一\r二", "一␍二", id="carriage return"),
        pytest.param("a\u202eb\u2066c", "a\ufffdb\ufffdc", id="marks that turn text round"),
        pytest.param("\ud800", "\ufffd", id="lone surrogate"),
        pytest.param("“完”——《好》…·　１２", "“完”——《好》…·　１２", id="Chinese text stays"),
    ],
)
def test_for_terminal(text: str, expected: str) -> None:
    assert for_terminal(text) == expected


@given(ANY_TEXT)
def test_nothing_reaches_a_terminal_that_it_obeys(text: str) -> None:
    shown = for_terminal(text)
    assert all(character in "\n\t" or not (character < " " or "\x7f" <= character <= "\x9f") for character in shown)
    assert shown.encode().decode() == shown


@given(ANY_TEXT)
def test_json_for_a_terminal_says_the_same(text: str) -> None:
    line = json.dumps(text, ensure_ascii=False)
    assert json.loads(json_for_terminal(line)) == text
    assert for_terminal(json_for_terminal(line)) == json_for_terminal(line)


@given(ANY_TEXT)
def test_for_xml_can_be_parsed(text: str) -> None:
    escaped = for_xml(text).replace("&", "&amp;").replace("<", "&lt;")
    assert fromstring(f"<a>{escaped}</a>").tag == "a"


@given(ANY_TEXT)
def test_for_file_can_be_written(text: str) -> None:
    assert for_file(text).encode().decode() == for_file(text)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_formulas_become_text(start: str) -> None:
    assert for_cell(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("text", ["", "一=二", "——完", "'=1", " =1", "1-2"])
def test_other_cells_stay(text: str) -> None:
    assert for_cell(text) == text


def test_one_line() -> None:
    assert one_line("一 \n\n  二\t三\u2028四 五") == "一 二 三 四 五"
