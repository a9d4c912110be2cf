"""What is written is what was read: records, JSON lines, and what stands in them."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsseg import wire
from newsseg.record import Article, Box, Credit, Dateline, Edition, Element, Fragment, Record, Span

HEAD = ["kind", "id", "source", "page", "order"]
BODY = [
    "headline",
    "deck",
    "bylines",
    "outlet",
    "dateline",
    "credits",
    "body",
    "captions",
    "jumps",
    "edition",
    "confidence",
    "spans",
]
FRAGMENT_KEYS = [*HEAD, "role", "text", "credits", "edition", "spans"]
ARTICLE_KEYS = [*HEAD, *BODY]

texts = st.text(max_size=20)
maybe = st.none() | texts
counts = st.integers(0, 10**6)
tuples_of_texts = st.lists(texts, max_size=3).map(tuple)
credit_lists = st.lists(st.builds(Credit, texts, texts, maybe, texts, maybe), max_size=3).map(tuple)
editions = st.none() | st.builds(Edition, maybe, maybe, maybe, maybe)
spans = st.lists(st.builds(Span, texts, counts, counts, counts), max_size=3).map(tuple)
edges = st.floats(-1e4, 1e4)
boxes = st.lists(st.builds(Box, texts, counts, edges, edges, edges, edges), max_size=2).map(tuple)
articles = st.builds(
    Article,
    id=texts,
    source=texts,
    page=counts,
    order=counts,
    headline=maybe,
    deck=tuples_of_texts,
    bylines=tuples_of_texts,
    outlet=maybe,
    dateline=st.none() | st.builds(Dateline, maybe, maybe),
    credits=credit_lists,
    body=st.lists(st.builds(Element, texts, texts), max_size=3).map(tuple),
    captions=tuples_of_texts,
    jumps=tuples_of_texts,
    edition=editions,
    confidence=st.none() | st.floats(0, 1),
    spans=spans,
    boxes=boxes,
)
fragments = st.builds(Fragment, texts, texts, counts, counts, texts, texts, credit_lists, editions, spans, boxes)
records: st.SearchStrategy[Record] = articles | fragments

ARTICLE = Article("p.txt:1:1", "p.txt", 1, 1, headline="标题", spans=(Span("headline", 0, 0, 2),))


@given(records)
def test_a_record_survives_its_line(record: Record) -> None:
    line = wire.to_json(record)
    assert wire.from_json(line) == record
    assert "\n" not in line
    assert line.encode()


@given(records)
def test_no_key_is_ever_missing_and_their_order_is_fixed(record: Record) -> None:
    row = json.loads(wire.to_json(record))
    keys = ARTICLE_KEYS if isinstance(record, Article) else FRAGMENT_KEYS
    assert list(row) == [*keys, *(["boxes"] if record.boxes else [])]


def test_han_characters_stand_as_they_are() -> None:
    assert '"headline": "标题"' in wire.to_json(ARTICLE)


def test_a_lone_surrogate_is_escaped_and_comes_back() -> None:
    record = Fragment("p", "p", 1, 1, "text", "a\ud800b")
    line = wire.to_json(record)
    assert r"a\ud800b" in line
    assert wire.from_json(line) == record


def test_a_row_keeps_keys_that_newsseg_does_not_know() -> None:
    row = wire.to_row(ARTICLE) | {"keywords": ["水利"]}
    again = wire.loads(wire.dumps(row))
    assert again == row
    assert wire.from_row(again) == ARTICLE


def test_a_schema_that_only_adds_keys_is_read() -> None:
    assert wire.from_json('{"kind": "article", "schema": "1.9", "more": 1}') == Article(":1:0", "", 1, 0)


def test_missing_keys_count_as_empty() -> None:
    assert wire.from_json('{"kind": "article"}') == Article(":1:0", "", 1, 0)
    assert wire.from_json('{"kind": "fragment"}') == Fragment(":1:0", "", 1, 0, "text", "")


@pytest.mark.parametrize(
    ("line", "what"),
    [
        pytest.param("", "not JSON", id="nothing"),
        pytest.param("江门日报讯", "not JSON", id="text"),
        pytest.param('{"kind": "article"', "not JSON", id="cut line"),
        pytest.param('{"kind": "article", "confidence": NaN}', "NaN is no JSON", id="NaN"),
        pytest.param("[" * 100_000, "too deeply", id="nested"),
        pytest.param("[]", "an object", id="list"),
        pytest.param("{}", '"kind"', id="no kind"),
        pytest.param('{"kind": ["article"]}', '"kind"', id="kind is a list"),
        pytest.param('{"kind": "article", "schema": "2.0"}', "of schema 2.0", id="a newer schema"),
        pytest.param('{"kind": "article", "page": "1"}', '"page" must be a whole number', id="page is a text"),
        pytest.param('{"kind": "article", "page": true}', '"page" must be a whole number', id="page is true"),
        pytest.param('{"kind": "article", "headline": 1}', '"headline" must be a text', id="headline is a number"),
        pytest.param('{"kind": "article", "deck": "x"}', '"deck" must be a list', id="deck is a text"),
        pytest.param('{"kind": "article", "deck": [1]}', '"deck" must be a list of texts', id="deck holds a number"),
        pytest.param('{"kind": "article", "body": ["x"]}', '"body" must hold objects', id="body holds texts"),
        pytest.param('{"kind": "article", "edition": []}', '"edition" must hold objects', id="edition is a list"),
        pytest.param('{"kind": "article", "spans": [["body", 0, 1]]}', '"spans" must hold', id="span too short"),
        pytest.param('{"kind": "article", "order": 9223372036854775808}', '"order" must be a number of', id="64 bits"),
        pytest.param('{"kind": "article", "page": -1%s}' % ("0" * 99), '"page" must be a number of', id="minus"),
        pytest.param('{"kind": "article", "confidence": 1e999}', "1e999 is no JSON", id="infinite"),
        pytest.param('{"kind": "article", "more": -1e999}', "-1e999 is no JSON", id="infinite, unknown"),
        pytest.param('{"kind": "article", "confidence": "1"}', '"confidence" must be a number', id="confidence"),
    ],
)
def test_what_is_no_record_is_named(line: str, what: str) -> None:
    with pytest.raises(wire.WireError) as raised:
        wire.from_json(line)
    assert what in str(raised.value)


def test_read_records_skips_blank_lines_and_names_a_bad_one() -> None:
    lines = [wire.to_json(ARTICLE) + "\n", "\n", "{}\n"]
    found = wire.read_records(lines)
    assert next(found) == ARTICLE
    with pytest.raises(wire.WireError, match="line 3"):
        next(found)


PLAIN = st.none() | st.booleans() | counts | texts
NESTED = PLAIN | st.lists(PLAIN, max_size=4) | st.dictionaries(texts, PLAIN, max_size=4)


@given(NESTED | st.lists(NESTED, max_size=4) | st.dictionaries(texts, NESTED, max_size=4))
def test_any_json_is_a_record_or_a_named_error(value: Any) -> None:
    row = {"kind": "article", "headline": value, "body": value, "spans": value, "edition": value, "page": value}
    with contextlib.suppress(wire.WireError):
        wire.from_row(row)
