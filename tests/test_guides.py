"""Reading guides: what a page says of other pages belongs to none of its articles."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.engine.unwrap import unwrap_text
from newsseg.grammar.guides import guides
from newsseg.record import Article, Fragment

ARTICLES = """
木栈道修好了

云溪日报讯（记者 秦可嘉）昨日清晨，南岸湿
地的木栈道修好了，第一批游客沿着新铺的木板走
到了观鸟亭。管理处说，整条栈道长一千二百米，
雨天也能走。

图书馆夜里也亮着灯

云溪日报讯（记者 鲍一鸣）市图书馆本周起延长
开放时间，夜里九点半才闭馆。值班馆员说，来得
最多的是备考的学生和下了班的年轻人。
"""
GUIDES = [
    "今日导读\n老年大学增设方言课（3版）\n渡口的最后一班船（5版）\n",
    "导读\n老年大学增设方言课　见A3版\n",
    "【要闻导读】\n\n老年大学增设\n方言课 第3版\n\n渡口的最后一班船 第五版\n",
    "今日看点\n▶老年大学增设方言课 3版\n▶渡口的最后一班船 12版\n",
    "老年大学增设方言课……03版\n渡口的最后一班船……05版\n",
    "老年大学增设方言课>>>A03\n",
    "▶老年大学增设方言课 见A3版\n",
    "内页导读\n老年大学增设方言课（详见3版）\n渡口的最后一班船 >>>A05\n",
]


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize("below", [False, True])
def test_a_guide_belongs_to_no_article(guide: str, below: bool) -> None:
    page = f"{ARTICLES}\n{guide}" if below else f"{guide}{ARTICLES}"
    records = split_page(page)
    found = [(one.headline, one.deck, one.captions) for one in records if isinstance(one, Article)]
    assert found == [("木栈道修好了", (), ()), ("图书馆夜里也亮着灯", (), ())]
    told = "".join(one.text for one in records if isinstance(one, Fragment))
    assert "".join(told.split()) == "".join(guide.split())
    assert unwrap_text(unwrap_text(page)) == unwrap_text(page)


@pytest.mark.parametrize(
    "lines",
    [
        ["老年大学增设方言课", "渡口的最后一班船"],  # no page
        ["老年大学增设方言课 3版"],  # one, without heading or mark
        ["（更多报道见A3-A5版）"],
        ["▶相关报道见3版"],
        ["本报讯今年渡口停航。（下转3版）", "本报讯老年大学开课。（下转第4版）"],
        ["▶下转3版", "▶下转4版"],
        ["要闻 2版", "民生 3版"],  # folios
        ["导读", "老年大学增设方言课"],
        ["渡口停航以后，船老大们办了一个展览。这在当时的《云溪日报》上也登过，那是一九五六年的第3版"] * 2,
    ],
)
def test_what_is_no_guide(lines: list[str]) -> None:
    assert guides(lines) == []


def test_a_page_number_in_a_guide_is_not_that_of_the_page() -> None:
    records = split_page(f"云溪日报 2024年5月18日\n{GUIDES[0]}{ARTICLES}")
    assert {one.edition.page for one in records if one.edition} == {None}
