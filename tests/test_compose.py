"""Composed pages: the same seed gives the same bytes, and the dump holds exactly what is expected."""

from __future__ import annotations

import json
import re
from collections import Counter
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.compose import compose, pages, read_articles, usable
from benchmarks.credits import END, OWN, START, WIRE, byline
from benchmarks.habits import KINDS
from benchmarks.sets import INVENTED
from benchmarks.titles import meaningful
from benchmarks.typeset import NO_END, NO_START, Measure, Piece, break_lines

ARTICLES = read_articles(INVENTED)
SEEDS = st.integers(0, 1_000_000)
Row = dict[str, Any]


def seeded(number: int) -> Random:
    return Random(number)  # noqa: S311 - pages, not secrets


def squeezed(text: str) -> str:
    return "".join(text.split())


def fields(row: Row) -> dict[tuple[str, int], str]:
    """Each text of a record by field and index."""
    made = {("headline", 0): row["headline"]}
    for field in ("deck", "bylines", "captions", "jumps"):
        made |= {(field, at): text for at, text in enumerate(row[field])}
    return made | {("body", at): part["text"] for at, part in enumerate(row["body"])}


def test_same_seed_gives_same_bytes() -> None:
    first, other = (json.dumps(pages(ARTICLES, 4, 6), ensure_ascii=False) for _time in range(2))
    assert first == other
    assert first != json.dumps(pages(ARTICLES, 5, 6), ensure_ascii=False)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_each_text_is_the_page_at_its_spans(kind: str, seed: int) -> None:
    text, records = compose(ARTICLES, seed, kind)
    assert records
    for row in records:
        held: dict[tuple[str, int], str] = {}
        for field, index, start, end in row["spans"]:
            held[field, index] = held.get((field, index), "") + text[start:end]
        assert {key: squeezed(value) for key, value in held.items()} == {
            key: squeezed(value) for key, value in fields(row).items()
        }


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS)
def test_no_character_belongs_to_two_elements(seed: int) -> None:
    text, records = compose(ARTICLES, seed)
    taken = Counter(at for row in records for _field, _index, start, end in row["spans"] for at in range(start, end))
    assert set(taken.values()) == {1}
    assert max(taken) < len(text)


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS)
def test_bodies_are_those_of_the_stock(seed: int) -> None:
    stock = {squeezed(article["headline"]): article for article in ARTICLES}
    for row in compose(ARTICLES, seed)[1]:
        body = [squeezed(part["text"]) for part in row["body"] if part["kind"] == "paragraph"]
        known = [
            squeezed(part["text"]) for part in stock[squeezed(row["headline"])]["body"] if part["kind"] == "paragraph"
        ]
        note = re.compile("（作者.*$")
        assert [*body[:-1], note.sub("", body[-1])] == known[: len(body)]
        assert {squeezed(deck) for deck in row["deck"]} <= {
            squeezed(stock[squeezed(row["headline"])].get(field) or "") for field in ("kicker", "subtitle")
        }


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS)
def test_records_tell_where_the_headline_stands(seed: int) -> None:
    _text, records = compose(ARTICLES, seed)
    for row in records:
        lead = next(span[2] for span in row["spans"] if span[0] == "headline")
        body = [span for span in row["spans"] if span[0] == "body"]
        between = {
            "before": lead < body[0][2],
            "after": lead > body[-1][2],
            "away": not any(other[2] < lead < other[3] for other in body),
        }
        assert between[row["headline_stands"]]


def test_pages_have_every_habit() -> None:
    made = [row for _text, records in pages(ARTICLES, 1, 50) for row in records]
    assert {row["headline_stands"] for row in made} == {"before", "after", "away"}
    assert any(row["torn"] for row in made)
    assert any(row["captions"] for row in made)
    assert any(row["jumps"] for row in made)
    assert any(part["kind"] == "subhead" for row in made for part in row["body"])
    assert {credit["role"] for row in made for credit in row["credits"]} >= {
        "reporter", "correspondent", "trainee", "photographer", "writer", "author", "contributor", "editor", "provider",
    }  # fmt: skip


@pytest.mark.parametrize("form", [*START, *WIRE, *OWN, *END])
def test_names_of_credits_are_printed_in_the_by_line(form: str) -> None:
    made = byline(seeded(3), form, "start", "云溪日报")
    assert "{" not in made.text
    assert all(name in made.text.replace(" ", "") for _role, name, _type in made.credits)
    assert len(made.credits) >= form.count("{R") + form.count("{T") + 2 * form.count("{B")


@given(
    st.text(alphabet="春夏秋冬，。“”《》（）abc1234 ", min_size=1, max_size=200),
    st.integers(8, 26),
    st.sampled_from([0.0, 0.5, 1.0]),
)
def test_lines_keep_the_text_and_the_rules(text: str, width: int, squeeze: float) -> None:
    measure = Measure(squeeze=squeeze)
    lines = break_lines([Piece(text, (0, "body", 0))], [width], measure, seeded(1))
    printed = ["".join(piece.text for piece in line) for line in lines]
    assert squeezed("".join(printed)) == squeezed(text)
    assert all(len(line) <= 2 * width + 2 for line in printed)


def test_no_line_opens_with_closing_or_ends_with_opening_punctuation() -> None:
    for article in ARTICLES:
        text = "".join(part["text"] for part in article["body"])
        lines = break_lines([Piece(text, None)], [17], Measure(squeeze=0.5), seeded(2))
        printed = ["".join(piece.text for piece in line) for line in lines]
        assert not [line for line in printed[1:] if line[0] in NO_START - set("—…")]
        assert not [line for line in printed[:-1] if line[-1] in NO_END]


@given(st.text(alphabet="江河湖海山川草木，：“”12 ", min_size=4, max_size=40), st.integers(2, 3))
def test_title_lines_are_the_title(title: str, lines: int) -> None:
    parts = meaningful(title, lines, "江河湖海山川草木" * 3, seeded(1))
    assert squeezed("".join(parts)) == squeezed(title)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("大桥昨日合龙。", True),
        ("（记者 任小燕）", False),
        ("本报讯（记者 任小燕）大桥昨日合龙。", False),
        ("大桥昨日合龙。（任小燕 丁一）", False),
        ("图为合龙现场。", False),
        ("市民们说（笑），桥通了。", True),
    ],
)
def test_articles_that_hold_by_lines_of_their_own_are_left_out(text: str, wanted: bool) -> None:
    assert usable({"headline": "合龙", "body": [{"kind": "paragraph", "text": text}]}) is wanted


def test_tight_lines_hold_a_character_more() -> None:
    text = "一二三，四五六，七八九十" * 20
    loose, tight = (
        break_lines([Piece(text, None)], [10], Measure(squeeze=0.0, tight=share), seeded(1)) for share in (0.0, 1.0)
    )
    longest = [max(len("".join(piece.text for piece in line)) for line in lines) for lines in (loose, tight)]
    assert longest == [10, 11]
