"""What is known of a page's lines before it is decided what they are."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.typeset import Measure, Piece, break_lines
from newsseg.engine.facts import is_tight
from newsseg.engine.forms import judge, opener
from newsseg.engine.lines import read_lines
from newsseg.engine.links import CLAUSE
from newsseg.rules import shipped

SENTENCE = (
    "码头边的老仓库改成了书店，白天卖书，夜里放电影，附近的居民搬着板凳来看，一坐就是半宿，散场时互相招呼着回家。"
)
COLUMN = 15  # characters


def dump(tight: float, squeeze: float = 1.0) -> str:
    measure = Measure(tight=tight, squeeze=squeeze)
    lines = break_lines([Piece(SENTENCE * 12, None)], [COLUMN], measure, Random(3))  # noqa: S311 - a page, no secret
    return "\n".join("".join(piece.text for piece in line) for line in lines)


@pytest.mark.parametrize(("tight", "told"), [(1.0, True), (0.5, True), (0.0, False)])
def test_a_page_that_sets_lines_with_several_marks_tight_is_known(tight: float, told: bool) -> None:
    _forms, facts = judge(read_lines(dump(tight)), shipped())
    assert facts.tight == told


def test_of_lines_that_end_a_sentence_or_fall_short_nothing_is_told() -> None:
    assert is_tight([(-2, 0), (0, 0), (0, 0)])
    assert not is_tight([(-2, 3), (0, 0), (6, 0)])
    assert not is_tight([])


OPENINGS = [
    ("会议强调，要把底数摸清。", 2),
    ("冯素芬表示，仓库不拆了。", 2),
    ("近年来，来看电影的人多了。", 2),
    ("据介绍，书店开到夜里十点。", 2),
    ("同时，票价降到五元。", 1),
    ("例如，老街坊凭证免费。", 1),
    ("他每天擦一遍放映机。", 1),
    ("“今晚放什么？”", 0),
    ("冯素芬说，仓库不拆了。", 0),
    ("夜里十点，灯才熄。", 0),
]


@pytest.mark.parametrize(("text", "expected"), OPENINGS, ids=[text for text, _ in OPENINGS])
def test_how_a_line_opens_behind_the_end_of_a_sentence(text: str, expected: int) -> None:
    rules = shipped()
    words = tuple(rules.openers), tuple(rules.running_on)
    assert opener(text, "。", 3, words) == expected
    assert opener(text, "游", 0, words) == (CLAUSE if text[:3] in {"近年来", "据介绍"} else 0)


def test_of_a_line_in_the_middle_of_a_sentence_no_opening_is_asked() -> None:
    forms, _facts = judge(read_lines("栈道修好了，游客说\n同时，票价降到五元。\n同时，门口添了长椅。"), shipped())
    assert [form.place[-1] for form in forms] == [0, 0, 1]


def test_no_text_without_a_mark_goes_on_in_a_clause_that_tells_when() -> None:
    dump = "南岸湿地木栈道修好\n近日，游客来了。\n工程从今年\n5月8日，持续到秋天。"
    forms, _facts = judge(read_lines(dump), shipped())
    assert [form.place[-1] for form in forms] == [0, 3, 0, 0]
