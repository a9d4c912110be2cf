"""Scores do not fall below the floors that are pinned in benchmarks/floors.json, and floors do not fall silently."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import floors
from benchmarks.baseline import baseline
from benchmarks.compose import pages, read_articles
from benchmarks.sets import INVENTED, SETS, Set, load
from newsseg.evaluation.evaluate import evaluate

DATA = Set("tiny", (("a.txt", 1, "text"),), ({"kind": "article"},))


@pytest.mark.parametrize("small", floors.SMALL, ids=[small[0] for small in floors.SMALL])
def test_scores_are_not_below_their_floors(small: tuple[str, int, int]) -> None:
    data = load(*small)
    if data is None and small[0] in {"pdf", "typeset"}:
        pytest.skip("the typeset pages (../shared/extracted), or the packages for PDF, are not here")
    assert data, f"the pages of {small[0]} are missing"
    entry = floors.pinned()[data.name]
    assert entry["data"] == data.digest, "the pages changed: run python -m benchmarks.accuracy --update-floors"
    assert floors.below(data.name, data.digest, floors.scores(data), floors.pinned()) == []


def test_sets_without_data_are_left_out() -> None:
    assert all(data is None or (data.pages and data.expected) for data in map(_light, SETS))


def _light(name: str) -> Set | None:
    return load(name, seed=2, count=2)


@pytest.mark.parametrize(
    ("now", "reason", "kept"),
    [
        pytest.param(0.91, None, 0.91, id="higher needs no reason"),
        pytest.param(0.9, None, 0.9, id="the same needs none"),
        pytest.param(0.8, None, 0.9, id="lower without a reason is refused"),
        pytest.param(0.8, "a rule knew a name of the sample", 0.8, id="lower with a reason is kept with it"),
    ],
)
def test_floors_fall_only_for_a_reason(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, now: float, reason: str | None, kept: float
) -> None:
    file = tmp_path / "floors.json"
    file.write_text(json.dumps({"tiny": {"data": DATA.digest, "floors": {"body": 0.9}}}), encoding="utf-8")
    monkeypatch.setattr(floors, "FILE", file)
    monkeypatch.setattr(floors, "small_sets", lambda: [DATA])
    monkeypatch.setattr(floors, "scores", lambda _data: {"body": now})
    refused = floors.update(reason)
    made: dict[str, Any] = floors.pinned()
    assert made["tiny"]["floors"]["body"] == kept
    assert bool(refused) == (now < 0.9 and not reason)
    assert [entry["reason"] for entry in made.get("reasons", [])] == ([reason] if reason else [])


def test_digest_tells_other_data() -> None:
    assert DATA.digest != DATA._replace(pages=(("a.txt", 1, "other"),)).digest


def test_baseline_finds_plain_articles_and_never_fails() -> None:
    text = "大桥合龙\n\n云溪日报讯（记者/任小燕）昨日大桥合龙。\n\n早稻开镰\n本报讯（记者 钱文）早稻熟了。\n"
    found = baseline(text, "a.txt")
    assert [row["headline"] for row in found] == ["大桥合龙", "早稻开镰"]
    assert [credit["name"] for row in found for credit in row["credits"]] == ["任小燕", "钱文"]
    for page, records in pages(read_articles(INVENTED), 3, 10):
        assert evaluate(records, baseline(page, "a.txt")).scores["conservation"] is None
