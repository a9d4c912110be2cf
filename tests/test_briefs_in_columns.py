"""Briefs below the title of their column, which no by-line parts from each other and from the article above."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.record import Article

NEWS = """　　云溪日报讯（记者 秦可嘉）昨日清晨，南岸湿
地的木栈道修好了，第一批游客沿着新铺的木板走
到了观鸟亭。
　　管理处说，整条栈道长一千二百米，雨天也能走。
"""
BRIEFS = [
    ("夜校开进老码头", "本周起，市民夜校在老码头开出书法、剪纸等八门课，学费每门三百元。"),
    ("南桥封闭维修", "南桥明日零时起封闭维修四十五天，公交6路、18路临时绕行。"),
    ("城区添车位二百个", "市城管局利用边角地块新增停车位二百一十六个，全部免费停放两小时。"),
]


def found(text: str) -> list[tuple[str | None, str]]:
    articles = (record for record in split_page(text) if isinstance(record, Article))
    return [(article.headline, "".join(part.text for part in article.body)) for article in articles]


def wrapped(text: str) -> str:
    text = f"　　{text}"
    return "\n".join(text[i : i + 21] for i in range(0, len(text), 21)) + "\n"


@pytest.mark.parametrize("column", ["简讯", "简 讯", "城事快报", "一线传真"])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_briefs_with_titles_of_their_own(column: str, blank: str) -> None:
    text = blank.join(f"{title}\n{blank}{wrapped(body)}" for title, body in BRIEFS)
    first, *briefs = found(f"湿地木栈道修好了\n{blank}{NEWS}{blank}{column}\n{blank}{text}")
    assert first[0] == "湿地木栈道修好了"
    assert first[1].endswith("雨天也能走。")
    assert briefs == BRIEFS


def test_briefs_whose_title_begins_their_text() -> None:
    text = "".join(wrapped(f"{title}　{body}") for title, body in BRIEFS)
    first, *briefs = found(f"湿地木栈道修好了\n\n{NEWS}\n简讯\n\n{text}")
    assert first[1].endswith("雨天也能走。")
    assert briefs == BRIEFS


def test_the_first_brief_without_a_title_is_no_part_of_the_article_above() -> None:
    text = "".join(wrapped(f"■{body}（鲍一鸣）") for _, body in BRIEFS)
    first, *briefs = found(f"湿地木栈道修好了\n\n{NEWS}\n简讯\n\n{text}")
    assert first[1].endswith("雨天也能走。")
    assert [body for _, body in briefs] == [f"■{body}" for _, body in BRIEFS]


def test_elsewhere_titles_over_paragraphs_are_subheads() -> None:
    text = "".join(f"{title}\n{wrapped(body)}" for title, body in BRIEFS)
    (one,) = found(f"湿地木栈道修好了\n{NEWS}{text}")
    assert one[0] == "湿地木栈道修好了"


LONG = [
    (
        "市民夜校开进老码头",
        "市文化馆昨日开办市民夜校，第一批八门课都在老码头上，学费每门三百元。",
        "教书法的郑老师说，报名的多是年轻人，剪纸班一天就满了。",
    ),
    (
        "南桥封闭维修四十五天",
        "因桥面老化，南桥明日零时起封闭维修四十五天，公交6路、18路临时绕行。",
        "交警提醒司机提前改道，行人可走下游的石桥。",
    ),
    (
        "城区新添车位二百个",
        "市城管局利用边角地块新增停车位二百一十六个，全部免费停放两小时。",
        "新车位多在菜场和学校旁边，年底以前还要再添一百个。",
    ),
]


def test_briefs_of_several_paragraphs() -> None:
    text = "".join(f"{title}\n\n{wrapped(one)}{wrapped(two)}\n" for title, one, two in LONG)
    _, *briefs = found(f"湿地木栈道修好了\n\n{NEWS}\n本周简报\n\n{text}")
    assert briefs == [(title, one + two) for title, one, two in LONG]


@pytest.mark.parametrize("byline", ["", "　　本报讯（秦可嘉）\n", "　　新华社云溪9月10日电\n"])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_each_title_with_a_mark_begins_a_brief(byline: str, blank: str) -> None:
    titles = ["●市民夜校开进\n老码头", "●南桥封闭维修\n1座石桥限行", "●城区新添\n车位二百个"]
    text = "".join(
        f"{title}\n{blank}{byline}{wrapped(one)}{wrapped(two)}{blank}"
        for title, (_, one, two) in zip(titles, LONG, strict=True)
    )
    _, *briefs = found(f"湿地木栈道修好了\n{blank}{NEWS}{blank}快讯\n{blank}{text}")
    assert briefs == [(title.replace("\n", ""), one + two) for title, (_, one, two) in zip(titles, LONG, strict=True)]
