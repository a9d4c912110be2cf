"""Each score on small known cases, and what holds of all."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from newsseg.cli import main
from newsseg.evaluation.evaluate import evaluate, failures
from newsseg.evaluation.pairs import shared_characters
from newsseg.evaluation.scores import intervals, precision_recall

Row = dict[str, Any]


def paragraph(text: str) -> Row:
    return {"kind": "paragraph", "text": text}


def article(**changes: Any) -> Row:
    row: Row = {
        "kind": "article",
        "source": "page.txt",
        "headline": "云溪大桥合龙",
        "deck": ["工期提前四十天"],
        "bylines": ["云溪日报讯（记者/任小燕）"],
        "credits": [{"name": "任小燕", "role": "reporter"}, {"name": "丁一", "role": "photographer"}],
        "body": [
            paragraph("昨日上午十时，随着最后一段钢梁落位，横跨沧溪河的云溪大桥顺利合龙。"),
            {"kind": "subhead", "text": "两岸只要五分钟"},
            paragraph("大桥全长一千二百米，通车以后，两岸居民过河的时间将由半小时缩短到五分钟。"),
        ],
        "captions": ["图为合龙现场。丁一 摄"],
        "headline_stands": "before",
    }
    return row | changes


def second() -> Row:
    return article(
        headline="早稻开镰",
        deck=[],
        bylines=["（记者 钱文）"],
        credits=[{"name": "钱文", "role": "reporter"}],
        body=[
            paragraph("连日来，青禾区二十万亩早稻陆续成熟，三百台收割机分头下田。"),
            paragraph("农技人员说，今年雨水匀，亩产有望比去年多两成。"),
        ],
        captions=[],
        headline_stands="after",
    )


def changed(path: str, value: Any) -> Row:
    """The first article with one thing changed: ``body.0.text`` and the like."""
    row = copy.deepcopy(article())
    at: Any = row
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    for step in steps:
        at = at[step]
    at[last] = value
    return row


BODY = article()["body"]
CASES = {
    "identity": (article(), {"perfect F1": 1.0, "body": 1.0, "bcubed F1": 1.0, "break F1": 1.0, "splits": 0.0}),
    "spaces and zero-width characters do not matter": (
        changed("headline", "云溪　大桥\u200d 合龙"),
        {"headline": 1.0, "title": 1.0, "perfect F1": 1.0},
    ),
    "wrong headline": (changed("headline", "早稻开镰"), {"headline": 0.5, "headline before": 0.0, "perfect F1": 0.5}),
    "headline and deck exchanged": (
        article(headline="工期提前四十天", deck=["云溪大桥合龙"]),
        {"headline": 0.5, "title": 1.0, "deck F1": 0.0, "perfect F1": 1.0},
    ),
    "deck missing": (changed("deck", []), {"headline": 1.0, "title": 0.5, "deck R": 0.0, "perfect F1": 0.5}),
    "wrong role": (changed("credits.0.role", "author"), {"credit R": 2 / 3, "name R": 1.0, "perfect F1": 0.5}),
    "wrong name": (changed("credits.0.name", "任小"), {"credit P": 2 / 3, "name P": 2 / 3}),
    "credit missing": (changed("credits", []), {"credit P": 1.0, "credit R": 1 / 3, "credit F1": 0.5}),
    "by-line cut short": (changed("bylines", ["云溪日报讯"]), {"bylines": 0.5, "perfect F1": 1.0}),
    "subhead taken for a paragraph": (
        changed("body.1.kind", "paragraph"),
        {"body": 1.0, "body elements": 0.5, "subhead R": 0.0, "break F1": 1.0, "perfect F1": 0.5},
    ),
    "paragraphs joined": (
        changed("body", [paragraph("".join(part["text"] for part in BODY))]),
        {"body": 1.0, "body elements": 0.5, "break P": 1.0, "break R": 1 / 3},
    ),
    "caption missing": (changed("captions", []), {"caption R": 0.0, "perfect F1": 0.5}),
    "body lost": (changed("body", BODY[:1]), {"body": 0.5, "bcubed P": 1.0, "articles": None}),
}


@pytest.mark.parametrize(("first", "wanted"), CASES.values(), ids=CASES.keys())
def test_scores_of_a_page_of_two_articles(first: Row, wanted: dict[str, float | None]) -> None:
    scores = evaluate([article(), second()], [first, second()]).scores
    for name, value in wanted.items():
        assert scores.get(name) == (value if value is None else pytest.approx(value))


def test_article_not_found_is_missed_by_recall_and_not_by_precision() -> None:
    scores = evaluate([article(), second()], [second()]).scores
    assert (scores["perfect P"], scores["perfect R"]) == (1.0, 0.5)
    assert (scores["headline after"], scores["headline before"]) == (1.0, 0.0)


def test_article_that_nobody_expected_costs_precision() -> None:
    extra = article(headline="天气", body=[paragraph("今天夜间到明天白天，多云转晴，气温十二到二十三摄氏度。")])
    scores = evaluate([article()], [article(), extra]).scores
    assert (scores["perfect P"], scores["perfect R"]) == (0.5, 1.0)


def test_split_article() -> None:
    parts = [changed("body", BODY[:1]), changed("body", BODY[1:])]
    scores = evaluate([article(), second()], [*parts, second()]).scores
    assert (scores["splits"], scores["merges"]) == (0.5, 0.0)
    assert scores["bcubed P"] == 1.0
    recall = scores["bcubed R"]
    assert recall is not None
    assert 0.5 < recall < 1


def test_merged_articles() -> None:
    scores = evaluate([article(), second()], [changed("body", BODY + second()["body"])]).scores
    assert (scores["splits"], scores["merges"]) == (0.0, 0.5)
    assert scores["bcubed R"] == 1.0
    precision = scores["bcubed P"]
    assert precision is not None
    assert 0.4 < precision < 1


def test_bcubed_of_an_article_cut_in_halves_is_one_half() -> None:
    text = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
    whole = {"kind": "article", "headline": "题", "body": [paragraph(text)]}
    halves = [{**whole, "body": [paragraph(part)]} for part in (text[:10], text[10:])]
    scores = evaluate([whole], halves).scores
    assert scores["bcubed P"] == 1.0
    assert scores["bcubed R"] == pytest.approx(0.5)


def test_expected_records_without_a_source_are_one_page() -> None:
    bare = article()
    del bare["source"]
    assert evaluate([bare], [article(source="/a/b/page.txt", page=1)]).scores["perfect F1"] == 1.0


def test_pages_are_kept_apart_by_file_name_and_number() -> None:
    expected = [article(page=1), article(page=2)]
    made = evaluate(expected, [article(page=2, source="x/page.txt")])
    assert [page.scores["perfect R"] for page in made.pages] == [0.0, 1.0]


def test_conservation_counts_lost_and_doubled_characters() -> None:
    found = article(page=1, spans=[["headline", 0, 0, 3], ["body", 0, 2, 6]])
    fragment = {"kind": "fragment", "source": "page.txt", "page": 1, "role": "text", "spans": [["text", 0, 6, 8]]}
    texts = {("page.txt", 1): "甲乙丙 丁戊己庚辛壬"}
    scores = evaluate([article()], [found, fragment], texts).scores
    assert scores["conservation"] == pytest.approx((9 - 2 - 1) / 9)


def test_conservation_is_not_told_without_text() -> None:
    assert evaluate([article()], [article()]).scores["conservation"] is None


@pytest.mark.parametrize(
    ("counts", "wanted"),
    [
        ((3, 4, 6), (0.5, 0.75, 0.6)),
        ((0, 0, 2), (0.0, None, 0.0)),
        ((0, 0, 0), (None, None, None)),
    ],
)
def test_precision_recall(counts: tuple[int, int, int], wanted: tuple[float | None, ...]) -> None:
    assert precision_recall(*counts) == wanted


def test_failures_name_article_place_and_fault() -> None:
    wrong = article(headline="早稻开镰", captions=[], body=[*BODY[:1], paragraph(BODY[1]["text"] + BODY[2]["text"])])
    said = "\n".join(failures(evaluate([article(), second()], [wrong])))
    assert (
        "“云溪大桥合龙”: the headline stands before; found instead: “早稻开镰” (it is of the article “早稻开镰”)"
        in said
    )
    assert "the caption “图为合龙现场。丁一摄” is missing" in said
    assert "“早稻开镰”: not found" in said
    assert "no paragraph break found at “。两岸只要五分钟|大桥全长一千二百”" in said


def test_no_failures_where_all_is_right() -> None:
    assert list(failures(evaluate([article(), second()], [second(), article()]))) == []


def test_intervals_are_the_same_at_every_call_and_hold_the_score() -> None:
    pages = [evaluate([article(), second()], found).pages[0].counts for found in ([article()], [second(), article()])]
    first = intervals(pages)
    assert first == intervals(pages)
    assert first["perfect R"] == (0.5, 1.0)


TEXTS = st.text(alphabet="春夏秋冬东南西北风雨雷电云山江河", min_size=1, max_size=30)
ARTICLES = st.builds(
    lambda headline, texts, names, kinds: article(
        headline=headline,
        body=[{"kind": kind, "text": text} for kind, text in zip(kinds, texts, strict=False)] or [paragraph("风")],
        credits=[{"name": name, "role": "reporter"} for name in names],
    ),
    TEXTS,
    st.lists(TEXTS, min_size=1, max_size=4),
    st.lists(TEXTS, max_size=3),
    st.lists(st.sampled_from(["paragraph", "subhead"]), min_size=1, max_size=4),
)
PAGES = st.lists(ARTICLES, max_size=5)
UNBOUNDED = {"splits", "merges"}


@given(PAGES, PAGES)
def test_scores_lie_between_0_and_1(expected: list[Row], found: list[Row]) -> None:
    for name, value in evaluate(expected, found).scores.items():
        assert value is None or name in UNBOUNDED or 0.0 <= value <= 1.0 + 1e-9, name


@given(st.lists(ARTICLES, max_size=4, unique_by=lambda row: "".join(part["text"] for part in row["body"])))
def test_identity_is_perfect(rows: list[Row]) -> None:
    scores = evaluate(rows, copy.deepcopy(rows)).scores
    exact = ("perfect F1", "body", "body elements", "title", "headline", "credit F1", "break F1", "subhead F1")
    assert all(scores[name] in {None, 1.0} for name in exact)


@given(PAGES, PAGES, st.randoms(use_true_random=False))
def test_order_does_not_matter(expected: list[Row], found: list[Row], rng: Any) -> None:
    first = evaluate(expected, found).scores
    rng.shuffle(expected)
    rng.shuffle(found)
    assert evaluate(expected, found).scores == first


@given(st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=4))
def test_shared_characters_are_no_more_than_there_are(expected: list[str], found: list[str]) -> None:
    for text, row in zip(expected, shared_characters(expected, found), strict=True):
        assert sum(row) <= len(text)
        assert all(count <= len(other) for count, other in zip(row, found, strict=True))


def _write(path: Path, rows: list[Row]) -> str:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def test_command_gives_json_lines_in_a_pipe(tmp_path: Path) -> None:
    expected = _write(tmp_path / "expected.jsonl", [article(), second()])
    found = _write(tmp_path / "found.jsonl", [article(), second()])
    done = CliRunner().invoke(main, ["eval", expected, found])
    rows = [json.loads(line) for line in done.stdout.split("\n") if line]
    assert {row["score"]: row["value"] for row in rows}["perfect F1"] == 1.0
    pages = CliRunner().invoke(main, ["eval", expected, found, "--by-page"])
    assert json.loads(pages.stdout)["source"] == "page.txt"


def test_command_says_what_went_wrong(tmp_path: Path) -> None:
    expected = _write(tmp_path / "expected.jsonl", [article(), second()])
    found = _write(tmp_path / "found.jsonl", [article()])
    done = CliRunner().invoke(main, ["eval", expected, found, "--failures"])
    assert done.stdout == "page.txt:1: “早稻开镰”: not found\n"


def test_command_splits_text_itself(tmp_path: Path) -> None:
    expected = _write(tmp_path / "expected.jsonl", [article(source="page.txt")])
    page = tmp_path / "page.txt"
    page.write_text("云溪大桥合龙\n\n云溪日报讯（记者/任小燕）昨日大桥合龙。\n", encoding="utf-8")
    done = CliRunner().invoke(main, ["eval", expected, str(page), "--format", "csv"])
    assert "\nconservation,1.0,,\n" in done.stdout
