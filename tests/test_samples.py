"""Each invented page in samples/ gives the records that must come out; known_failures.py lists what does not yet."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from known_failures import sample_failures

from newsseg import split_page
from newsseg.evaluation.pairs import pages
from newsseg.pages import read_pages
from newsseg.verify import problems
from newsseg.wire import to_row

SAMPLES = Path(__file__).parent.parent / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
FIELDS = ("headline", "deck", "bylines", "outlet", "dateline", "credits", "body", "captions", "jumps")

KNOWN = sample_failures()

Row = dict[str, Any]


@cache
def text_of(name: str) -> str:
    def report(place: str, what: str) -> None:
        raise ValueError(f"{place}: {what}")

    [page] = read_pages([str(SAMPLES / f"{name}.txt")], report)
    return page.text


@cache
def expected_of(name: str) -> tuple[Row, ...]:
    lines = (SAMPLES / f"{name}.expected.jsonl").read_text(encoding="utf-8").split("\n")
    return tuple(json.loads(line) for line in lines if line)


@cache
def found_of(name: str) -> tuple[Row, ...]:
    return tuple(to_row(record) for record in split_page(text_of(name), source=f"{name}.txt"))


def articles(rows: tuple[Row, ...]) -> list[Row]:
    return [row for row in rows if row["kind"] == "article"]


def fragments(rows: tuple[Row, ...]) -> Counter[tuple[str, str]]:
    return Counter((row["role"], row["text"]) for row in rows if row["kind"] == "fragment")


def credits_of(row: Row) -> list[tuple[str, str, str]]:
    return [(credit["name"], credit["role"], credit["type"]) for credit in row["credits"]]


def case(name: str, what: str, *values: object) -> Any:
    reason = KNOWN.get((name, what))
    marks = [pytest.mark.xfail(reason=reason)] if reason else []
    return pytest.param(name, *values, id=f"{name}: {what}", marks=marks)


def cases(what: str) -> list[Any]:
    return [case(name, what) for name in NAMES]


FIELD_CASES = [
    case(name, f"{row['headline']}: {field}", number, field)
    for name in NAMES
    for number, row in enumerate(articles(expected_of(name)))
    for field in FIELDS
]


def test_a_known_failure_names_what_is_tested() -> None:
    ids = {parameter.id for parameter in FIELD_CASES}
    ids |= {f"{name}: {what}" for name in NAMES for what in ("articles", "fragments", "edition", "people")}
    assert {f"{name}: {what}" for name, what in KNOWN} <= ids


@pytest.mark.parametrize("name", NAMES)
def test_expected_records_hold_all_of_the_page(name: str) -> None:
    """The hyphens of divided words go, and nothing else."""
    texts: list[str] = []
    for row in expected_of(name):
        whole = [row.get("text"), row.get("headline"), *(element["text"] for element in row.get("body", ()))]
        texts += [
            text or ""
            for text in [*whole, *(t for f in ("deck", "bylines", "captions", "jumps") for t in row.get(f, ()))]
        ]
    have, want = (Counter("".join(text.split())) for text in ("".join(texts), text_of(name)))
    assert not have - want
    assert set(want - have) <= {"-"}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost_and_nothing_added(name: str) -> None:
    text = text_of(name)
    assert list(problems(text, split_page(text))) == []


@pytest.mark.parametrize("name", cases("articles"))
def test_there_are_as_many_articles_in_that_order(name: str) -> None:
    begins = [[row["body"][0]["text"][:10] for row in articles(rows)] for rows in (found_of(name), expected_of(name))]
    assert begins[0] == begins[1]


@pytest.mark.parametrize(("name", "number", "field"), FIELD_CASES)
def test_an_article(name: str, number: int, field: str) -> None:
    [page] = pages(expected_of(name), found_of(name))
    expected, found = page.pairs[number]
    assert found is not None, "no article has this body"
    assert expected is not None
    if field == "credits":
        assert credits_of(dict(found)) == credits_of(dict(expected))
    else:
        assert found[field] == expected[field]


@pytest.mark.parametrize("name", cases("fragments"))
def test_what_belongs_to_no_article(name: str) -> None:
    assert fragments(found_of(name)) == fragments(expected_of(name))


@pytest.mark.parametrize("name", cases("edition"))
def test_the_edition(name: str) -> None:
    [wanted] = [row["edition"] for row in expected_of(name) if row.get("edition")]
    assert [row["edition"] for row in found_of(name)] == [wanted] * len(found_of(name))


@pytest.mark.parametrize("name", cases("people"))
def test_the_people_of_the_page(name: str) -> None:
    found, wanted = (
        [
            (credit["name"], credit["role"])
            for row in rows
            if row["kind"] == "fragment"
            for credit in row.get("credits") or ()
        ]
        for rows in (found_of(name), expected_of(name))
    )
    assert found == wanted
