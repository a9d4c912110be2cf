"""A banner over the articles of a page is in no title; a headline with few of its article's words stays one."""

from __future__ import annotations

from newsseg import split_page
from newsseg.record import Article, Fragment

FIRST = """云溪日报讯（记者 秦可嘉）昨日清晨，南岸湿
地的木栈道修好了，第一批游客沿着新铺的木板走
到了观鸟亭。管理处说，整条栈道长一千二百米。
"""
SECOND = """云溪日报讯（记者 鲍一鸣）市图书馆本周起延长
开放时间，夜里九点半才闭馆。值班馆员说，来得
最多的是备考的学生和下了班的年轻人。
"""


def parts(page: str) -> tuple[list[Article], list[str]]:
    records = split_page(page)
    loose = [record.text for record in records if isinstance(record, Fragment) and record.role == "display"]
    return [record for record in records if isinstance(record, Article)], loose


def test_a_banner_over_all_articles() -> None:
    page = f"百姓身边的幸福账\n\n南岸湿地木栈道修好了\n\n{FIRST}\n图书馆夜里九点半闭馆\n\n{SECOND}"
    (one, two), loose = parts(page)
    assert (one.headline, one.deck) == ("南岸湿地木栈道修好了", ())
    assert two.headline == "图书馆夜里九点半闭馆"
    assert loose == ["百姓身边的幸福账"]


def test_a_banner_with_a_deck_of_its_own() -> None:
    page = (
        "守护一江清水 共绘美丽画卷\n\n——全市重点工作综述\n\n"
        f"南岸湿地木栈道修好了\n\n{FIRST}\n图书馆夜里九点半闭馆\n\n{SECOND}"
    )
    (one, _), loose = parts(page)
    assert (one.headline, one.deck) == ("南岸湿地木栈道修好了", ())
    assert loose == ["守护一江清水 共绘美丽画卷", "——全市重点工作综述"]


def test_a_headline_of_other_words_has_a_deck_below_it() -> None:
    page = f"百姓身边的幸福账\n\n——南岸湿地木栈道见闻\n\n{FIRST}\n图书馆夜里九点半闭馆\n\n{SECOND}"
    (one, _), loose = parts(page)
    assert {one.headline, *one.deck} == {"百姓身边的幸福账", "——南岸湿地木栈道见闻"}
    assert loose == []


def test_a_kicker_stays() -> None:
    page = f"观鸟亭迎来第一批游客\n\n南岸湿地木栈道修好了\n\n{FIRST}\n图书馆夜里九点半闭馆\n\n{SECOND}"
    (one, _), loose = parts(page)
    assert {one.headline, *one.deck} == {"观鸟亭迎来第一批游客", "南岸湿地木栈道修好了"}
    assert loose == []


def test_one_article_has_no_banner() -> None:
    (one,), loose = parts(f"百姓身边的幸福账\n\n南岸湿地木栈道修好了\n\n{FIRST}")
    assert {one.headline, *one.deck} == {"百姓身边的幸福账", "南岸湿地木栈道修好了"}
    assert loose == []
