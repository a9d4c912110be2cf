"""Rows as tables in each form."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsseg.reports.tables import Column, write_text
from newsseg.reports.tables_terminal import write_table

COLUMNS = [
    Column("name", "姓名", wrap=False),
    Column("role", "role"),
    Column("articles", "articles", "number"),
    Column("share", "joint", "share"),
    Column("headlines", "headlines", "list"),
    Column("articles", "", "bar"),
]
ROWS = [
    {"name": "林晓禾", "role": "reporter", "articles": 12, "share": 0.5, "headlines": ["一", "二|三"], "more": 1},
    {"name": "=HYPERLINK(1)", "role": None, "articles": -3, "share": None, "headlines": []},
]


def written(form: str, rows: list[dict[str, object]] = ROWS) -> str:  # type: ignore[assignment]
    out = io.StringIO()
    write_text(rows, COLUMNS, form, out)
    return out.getvalue()


def drawn(
    rows: list[dict[str, object]], monkeypatch: pytest.MonkeyPatch, columns: list[Column] = COLUMNS, width: int = 80
) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    out = io.StringIO()
    write_table(rows, columns, out)
    return out.getvalue().split("\n")


def test_json_lines_carry_whole_rows() -> None:
    assert [json.loads(line) for line in written("jsonl").rstrip("\n").split("\n")] == ROWS


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        pytest.param(
            "csv",
            "name,role,articles,share,headlines\n林晓禾,reporter,12,0.5,一; 二|三\n'=HYPERLINK(1),,-3,,\n",
            id="csv",
        ),
        pytest.param(
            "tsv",
            "name\trole\tarticles\tshare\theadlines\n林晓禾\treporter\t12\t0.5\t一; 二|三\n'=HYPERLINK(1)\t\t-3\t\t\n",
            id="tsv",
        ),
        pytest.param(
            "markdown",
            "| 姓名 | role | articles | joint | headlines |\n| --- | --- | --: | --: | --- |\n"
            "| 林晓禾 | reporter | 12 | 50% | 一; 二\\|三 |\n| =HYPERLINK(1) |  | -3 |  |  |\n",
            id="markdown",
        ),
    ],
)
def test_text_forms(form: str, expected: str) -> None:
    assert written(form) == expected


CELL = st.one_of(st.none(), st.text(st.characters()), st.integers(), st.lists(st.text(), max_size=3))


@given(st.lists(st.fixed_dictionaries({column.key: CELL for column in COLUMNS}), max_size=4))
def test_whatever_the_cells_hold(rows: list[dict[str, object]]) -> None:
    read = list(csv.reader(io.StringIO(written("csv", rows), newline="")))
    assert [len(row) for row in read] == [5] * (len(rows) + 1)
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for row in read for cell in row)
    assert [line.count("\t") for line in written("tsv", rows).split("\n")] == [4] * (len(rows) + 1) + [0]
    assert len(written("markdown", rows).split("\n")) == len(rows) + 3
    assert [json.loads(line) for line in written("jsonl", rows).split("\n")[:-1]] == rows


def test_a_drawn_table_fits_and_is_straight(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[dict[str, object]] = [
        {"name": name, "role": "记者", "articles": count, "share": 0.25}
        for count, name in enumerate(["林晓禾", "区委组织部", "Ann Bo"], 1)
    ]
    columns = [column for column in COLUMNS if column.key != "headlines"]
    lines = drawn(rows, monkeypatch, columns)
    assert max(map(cell_len, lines)) <= 80
    ends = {cell_len(line[: line.index("25%")]) for line in lines if "25%" in line}
    assert len(ends) == 1
    bars = [line.count("█") for line in lines if "25%" in line]
    assert bars == sorted(bars)
    assert bars[2] > bars[0] > 0


def test_a_long_headline_is_wrapped_and_not_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    headline = "东湾两岸堤围加固工程全线开工" * 10
    lines = drawn([{"name": "林晓禾", "role": headline, "articles": 1}], monkeypatch)
    assert max(map(cell_len, lines)) <= 80
    text = "".join(lines)
    assert sum(text.count(character) for character in "堤围") == 20


@pytest.mark.parametrize("width", [10, 20, 33, 40, 41, 57, 80, 120])
def test_no_character_is_lost_however_narrow_the_terminal(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    columns = [
        Column("name", "name", wrap=False),
        *(Column(key, f"{key} F1", "number") for key in ("subhead", "caption", "break")),
        Column("headlines", "headlines", "list"),
    ]
    headlines = ["东湾两岸堤围加固", "Eine lange Überschrift"]
    row = {"name": "林晓禾与区委组织部", "subhead": 0.125, "caption": 0.5, "break": 1.0, "headlines": headlines}
    lines = drawn([row] * 3, monkeypatch, columns, width)
    found = Counter("".join(lines))
    for text in [str(row["name"]), *headlines, "0.125", "0.500", "1.000"]:
        assert all(found[character] >= 3 for character in text.replace(" ", ""))
    assert "".join("".join(lines[:2]).split()).count("F1") == 3
    assert max(map(cell_len, lines)) <= max(width, 18 + 8 * 4 + 2 * 4)


def test_spare_columns_leave_their_room_to_text(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = [Column("name", "name"), *(Column(key, key, wrap=False, spare=True) for key in "abc")]
    row: dict[str, object] = {"name": "字" * 14, **dict.fromkeys("abc", "x" * 20)}
    lines = drawn([row], monkeypatch, columns)
    assert lines[0].split() == ["name", "a", "b"]
    assert lines[2].startswith("字" * 14 + "  x")


def test_a_drawn_table_holds_nothing_a_terminal_obeys(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = drawn([{"name": "\x1b[31m[red]甲[/red]", "role": "一\n二"}], monkeypatch)
    assert "␛[31m[red]甲[/red]" in "".join(lines)
    assert "\x1b" not in "".join(lines)


def test_no_rows_draw_a_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "姓名" in "".join(drawn([], monkeypatch))
