"""The schema is what the program keeps to: real output validates, and it names every key of the records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from newsseg import split_page, wire
from newsseg.pages import read_pages
from newsseg.record import Article, Credit, Dateline, Edition, Element, Fragment
from newsseg.schema import schema

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
ARTICLE: dict[str, Any] = json.loads(wire.to_json(Article("p:1:1", "p", 1, 1)))


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def unexpected(place: str, what: str) -> None:
    pytest.fail(f"{place}: {what}")


def test_real_output_validates(validator: jsonschema.Draft202012Validator, page: str) -> None:
    for text in [page, *(found.text for found in read_pages(map(str, SAMPLES), unexpected))]:
        for record in split_page(text, source="page.txt"):
            validator.validate(json.loads(wire.to_json(record)))


@pytest.mark.parametrize(
    ("name", "record"),
    [
        pytest.param("article", Article, id="article"),
        pytest.param("fragment", Fragment, id="fragment"),
        pytest.param("credit", Credit, id="credit"),
        pytest.param("dateline", Dateline, id="dateline"),
        pytest.param("edition", Edition, id="edition"),
        pytest.param("element", Element, id="element"),
    ],
)
def test_every_field_of_a_record_is_named(name: str, record: Any) -> None:
    keys = set(schema()["$defs"][name]["properties"])
    kind = {"kind"} if name in {"article", "fragment"} else set()
    assert keys == set(record._fields) | kind


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param({"kind": "advertisement"}, id="unknown kind"),
        pytest.param({"deck": None}, id="null for a list"),
        pytest.param({"page": 0}, id="page 0"),
        pytest.param({"confidence": 2}, id="confidence beyond 1"),
        pytest.param({"spans": [["body", 0, 1]]}, id="a range without an end"),
        pytest.param({"credits": [{"name": "柳青禾"}]}, id="credit without a role"),
    ],
)
def test_what_is_wrong_does_not_validate(validator: jsonschema.Draft202012Validator, wrong: dict[str, Any]) -> None:
    assert validator.is_valid(ARTICLE)
    assert not validator.is_valid(ARTICLE | wrong)


@pytest.mark.parametrize("key", ARTICLE)
def test_no_key_may_be_missing(validator: jsonschema.Draft202012Validator, key: str) -> None:
    assert not validator.is_valid({other: value for other, value in ARTICLE.items() if other != key})


def test_other_keys_may_stand_beside(validator: jsonschema.Draft202012Validator) -> None:
    assert validator.is_valid(ARTICLE | {"keywords": ["防汛"]})
