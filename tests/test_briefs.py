"""Briefs: items whose title stands on the first line of their text."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.record import Article

TEXT = "市图书馆本周起延长开放时间，夜里九点半才闭馆，来得最多的是备考的学生和下了班的年轻人。"
WIDTH = 19
OTHER = "县里在七条乡村公路上装了二百一十根道钉，夜间有车驶来会连续闪烁，几个月来没有发生一起碰撞。"


def articles(*briefs: str) -> list[Article]:
    page = "\n\n".join("\n".join(brief[i : i + WIDTH] for i in range(0, len(brief), WIDTH)) for brief in briefs)
    return [record for record in split_page(page) if isinstance(record, Article)]


@pytest.mark.parametrize("blank", ["　", " "])
def test_the_title_of_a_brief_is_told_from_its_text(blank: str) -> None:
    one, two = articles(
        f"图书馆夜里也亮着灯{blank}{TEXT}（秦可嘉）", f"乡村公路装上会眨眼的路桩{blank}{OTHER}（记者 鲍一鸣）"
    )
    assert [one.headline, two.headline] == ["图书馆夜里也亮着灯", "乡村公路装上会眨眼的路桩"]
    assert one.body[0].text == TEXT
    assert [credit.name for credit in (*one.credits, *two.credits)] == ["秦可嘉", "鲍一鸣"]


def test_a_title_of_two_halves_keeps_its_blank() -> None:
    one, _ = articles(f"夜里亮灯 读者来了　{TEXT}（秦可嘉）", f"公路装灯 夜行放心　{OTHER}（记者 鲍一鸣）")
    assert one.headline == "夜里亮灯 读者来了"


@pytest.mark.parametrize(
    "briefs",
    [
        [f"图书馆夜里也亮着灯　{TEXT}（秦可嘉）"],  # one alone
        [f"图书馆说，夜里也亮着灯 {TEXT}（秦可嘉）", f"县里说，公路装上了路桩 {OTHER}（记者 鲍一鸣）"],
    ],
)
def test_a_blank_in_a_text_is_no_end_of_a_title(briefs: list[str]) -> None:
    assert all(article.headline is None for article in articles(*briefs))
