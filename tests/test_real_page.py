"""The page that all this is about comes out right; no rule knows its words, as the samples show with other ones."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Run

PAGE = Path(__file__).parents[2] / "shared" / "pages" / "jiangmen-daily-a-page.txt"
EXPECTED = PAGE.with_suffix(".expected.jsonl")
ARTICLES = 8

pytestmark = pytest.mark.skipif(
    not EXPECTED.exists(), reason="../shared/pages, which holds the real page, is not beside this checkout"
)


def rows(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode().split("\n") if line]


@pytest.fixture(scope="module")
def records(environment: dict[str, str]) -> bytes:
    command = [sys.executable, "-m", "newsseg", "split", str(PAGE)]
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout


@pytest.fixture(scope="module")
def expected() -> list[dict[str, Any]]:
    return rows(EXPECTED.read_bytes())


def test_the_page_is_its_articles_and_nothing_else(records: bytes, expected: list[dict[str, Any]]) -> None:
    assert len(expected) == ARTICLES
    assert [row["kind"] for row in rows(records)] == ["article"] * ARTICLES


@pytest.mark.parametrize("number", range(ARTICLES))
@pytest.mark.parametrize("field", ["headline", "deck", "bylines", "outlet", "body", "captions"])
def test_an_article_is_as_expected(records: bytes, expected: list[dict[str, Any]], number: int, field: str) -> None:
    assert rows(records)[number][field] == expected[number][field]


@pytest.mark.parametrize("number", range(ARTICLES))
def test_credits_are_as_expected(records: bytes, expected: list[dict[str, Any]], number: int) -> None:
    found, wanted = rows(records)[number]["credits"], expected[number]["credits"]
    assert [(credit["name"], credit["role"]) for credit in found] == [
        (credit["name"], credit["role"]) for credit in wanted
    ]
    told = [(credit["type"], other["type"]) for credit, other in zip(found, wanted, strict=True) if "type" in other]
    assert all(kind == other for kind, other in told)


def test_nothing_is_lost_and_nothing_added(newsseg: Run, records: bytes) -> None:
    done = newsseg("verify", PAGE, "-", stdin=records)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"nothing lost" in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="a shell of POSIX")
def test_the_pipe_equals_the_call(environment: dict[str, str]) -> None:
    program, page = f"{shlex.quote(sys.executable)} -m newsseg", shlex.quote(str(PAGE))
    called, piped = (
        subprocess.run(["sh", "-c", line], capture_output=True, check=True, env=environment)
        for line in (
            f"{program} credits {page}",
            f"{program} unwrap {page} | {program} split | {program} credits",
        )
    )
    assert called.stdout
    assert (called.stdout, called.stderr) == (piped.stdout, piped.stderr)
