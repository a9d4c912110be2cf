"""An editor's note between a headline and the by-line or text is the first paragraph of that article."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.grammar.notes import word_of
from newsseg.record import Article
from newsseg.rules import shipped

FIRST = """
木栈道修好了

云溪日报讯（记者 秦可嘉）昨日清晨，南岸湿
地的木栈道修好了，第一批游客沿着新铺的木板走
到了观鸟亭。管理处说，整条栈道长一千二百米，
雨天也能走。
"""
NOTE = "近年来，城里的书房越开越多，夜里亮着的灯也越来越多。即日起，本报推出系列报道，讲述灯下的人和事。"
MORE = "灯下坐着的人，白天在工地、在学校、在医院里忙，到了夜里才有一个钟头给自己。"
TEXT = "市图书馆本周起延长开放时间，夜里九点半才闭馆。值班馆员说，来得最多的是备考的学生和下了班的年轻人。"
BYLINE = "云溪日报讯（记者 鲍一鸣）"


def column(text: str) -> str:
    return "\n".join(text[i : i + 20] for i in range(0, len(text), 20))


def articles(page: str) -> list[Article]:
    return [one for one in split_page(page) if isinstance(one, Article)]


@pytest.mark.parametrize("word", ["编者按：", "编者按　", "【编者按】", "开栏的话：", "（编者的话）", "編者按："])
@pytest.mark.parametrize("byline", [BYLINE, "■本报记者 鲍一鸣\n\n", "本报记者 鲍一鸣\n\n"])
@pytest.mark.parametrize("gap", ["\n", ""], ids=["blank line", "none"])
def test_a_note_below_a_headline_begins_its_article(word: str, byline: str, gap: str) -> None:
    text = f"{byline}{column(TEXT)}" if byline[-1] == "\n" else column(byline + TEXT)
    page = f"{FIRST}\n图书馆夜里也亮着灯\n{gap}{column(word + NOTE)}\n{gap}{text}"
    one, two = articles(page)
    assert (one.headline, len(one.body)) == ("木栈道修好了", 1)
    assert two.headline == "图书馆夜里也亮着灯"
    assert [part.text for part in two.body] == [word + NOTE, TEXT]
    assert [credit.name for credit in two.credits] == ["鲍一鸣"]


def test_its_word_may_stand_alone_and_the_note_have_two_paragraphs() -> None:
    note = f"开栏的话\n\n{column(NOTE)}\n\n{column(MORE)}"
    _, two = articles(f"{FIRST}\n图书馆夜里也亮着灯\n\n{note}\n\n{column(BYLINE + TEXT)}")
    assert two.headline == "图书馆夜里也亮着灯"
    assert [part.text for part in two.body] == ["开栏的话", NOTE, MORE, TEXT]


def test_a_note_above_an_article_signed_at_its_end() -> None:
    note = column(f"编者按：{NOTE}")
    page = f"{FIRST}（记者 秦可嘉）\n\n图书馆夜里也亮着灯\n\n{note}\n\n{column(TEXT + '（记者 鲍一鸣）')}\n"
    _, two = articles(page)
    assert [part.text for part in two.body] == [f"编者按：{NOTE}", TEXT]


def test_a_note_above_a_headline_is_not_drawn_below_it() -> None:
    page = f"{FIRST}\n开栏的话\n\n{column(NOTE + MORE)}\n\n图书馆夜里也亮着灯\n\n{column(BYLINE + TEXT)}"
    last = articles(page)[-1]
    assert (last.headline, [part.text for part in last.body]) == ("图书馆夜里也亮着灯", [TEXT])


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("编者按：近年来", 4),
        ("编者按", 3),
        ("【编者按】近年来", 5),
        ("编者按近年来", 0),
        ("编者的话语权", 0),
        ("按语", 2),
        ("按语言分类", 0),
        ("开栏的话 近年来", 5),
        ("【", 0),
        ("图书馆", 0),
    ],
)
def test_how_a_note_opens(text: str, size: int) -> None:
    assert word_of(text, shipped()) == size
