"""By-lines on lines of their own that stand below their text, as on some pages all do."""

from __future__ import annotations

import pytest
from test_heads import HARBOUR, NIGHT, SCHOOL, found, lines

FERRY = (
    "云溪渡口的老轮渡本月停航，三十年里它一天也没有误过点。",
    "船长把舵轮送进了镇上的船史馆，最后一班船上坐满了来告别的老街坊。",
)
BYLINES = ("本报记者 秦可嘉", "本报记者 方以宁 陆文舟", "本报记者 柳一舟")
TITLES = ("浮桥起落 渔船靠岸不等潮", "屋顶菜园里的番茄课", "老轮渡停航了")
EXPECTED = dict(
    zip(
        TITLES,
        zip((["秦可嘉"], ["方以宁", "陆文舟"], ["柳一舟"]), (HARBOUR, SCHOOL, FERRY), strict=True),
        strict=True,
    )
)


def articles(order: str) -> list[str]:
    """Return the lines of three articles: of each the title (H), the text (T) and the by-line (B) in this order."""
    page: list[str] = []
    for title, text, byline in zip(TITLES, (HARBOUR, SCHOOL, FERRY), BYLINES, strict=True):
        parts = {"H": [title], "T": lines(text), "B": [byline]}
        page += [line for part in order for line in parts[part]]
    return page


@pytest.mark.parametrize("order", ["HTB", "TBH", "HBT"])
def test_the_by_line_stays_with_its_text(order: str) -> None:
    assert found(articles(order)) == EXPECTED


def test_behind_a_text_a_by_line_above_another_one_is_no_article() -> None:
    page = [TITLES[0], *lines(HARBOUR), BYLINES[0], *NIGHT[1:], NIGHT[0]]
    made = found(page)
    assert made[TITLES[0]] == (["秦可嘉"], HARBOUR)
    assert made[NIGHT[0]][0] == ["鲍一鸣"]
    assert len(made) == 2
