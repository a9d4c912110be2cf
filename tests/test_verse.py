"""Poems: a verse is a paragraph of its own, wherever the title and the text around it stand."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.engine.unwrap import unwrap_text
from newsseg.record import Article

FREE = ["雾从江面上升起来", "渡船还没有醒", "一盏灯", "照着空空的石阶", "等船的人", "把名字写在水上"]
REGULAR = ["绿水青山入画来，千家灯火映楼台。", "春风一夜催新雨，陌上桃花次第开。"]
TEXT = """外婆的菜园在屋后的坡上，春天种豆角，秋天
种萝卜，一年到头没有空着的时候。她说地是不
会骗人的，你给它多少力气，它就还你多少收成。
"""


def articles(text: str) -> list[Article]:
    return [record for record in split_page(text) if isinstance(record, Article)]


def told(article: Article) -> tuple[str | None, list[str], list[str]]:
    return article.headline, [credit.name for credit in article.credits], [part.text for part in article.body]


@pytest.mark.parametrize("name", ["秦可嘉", "● 秦可嘉", "□秦佳", "作者：秦可嘉"])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_poem_between_two_articles(name: str, blank: str) -> None:
    verses = "\n".join(FREE[:3]) + f"\n{blank}" + "\n".join(FREE[3:])
    page = (
        f"外婆的菜园\n{blank}鲍一鸣\n{blank}{TEXT}{blank}渡口\n{blank}{name}\n{blank}{verses}\n{blank}"
        f"屋后的坡\n{blank}骆青禾\n{blank}{TEXT}"
    )
    _, poem, _ = articles(page)
    assert told(poem) == ("渡口", [name.strip("●□ 作者：")], FREE)


def test_two_poems_and_the_title_of_a_column_between_them() -> None:
    page = "\n".join(["渡口", "秦可嘉", *FREE, "【诗歌】", "清明", "鲍一鸣", *FREE[::-1]])
    one, two = articles(page)
    assert told(one) == ("渡口", ["秦可嘉"], FREE)
    assert told(two) == ("清明", ["鲍一鸣"], FREE[::-1])


def test_lines_of_two_halves() -> None:
    page = f"外婆的菜园\n\n鲍一鸣\n\n{TEXT}\n登楼\n\n秦可嘉\n\n" + "\n".join(REGULAR) + "\n"
    _, poem = articles(page)
    assert told(poem) == ("登楼", ["秦可嘉"], REGULAR)


def test_a_narrow_column_is_no_poem() -> None:
    text = TEXT.replace("\n", "") * 3
    lines = [text[i : i + 11] for i in range(0, len(text), 11)]
    (one,) = articles("\n".join(["外婆的菜园", "鲍一鸣", *lines]))
    assert [part.text for part in one.body] == [text]


def test_titles_and_decks_below_a_name_are_no_poem() -> None:
    page = f"外婆的菜园\n\n鲍一鸣\n\n{TEXT}\n屋后的坡上\n有一块菜园\n\n春种豆角秋种萝卜\n\n骆青禾\n\n{TEXT}"
    _, two = articles(page)
    assert (two.headline, two.deck) == ("屋后的坡上有一块菜园", ("春种豆角秋种萝卜",))


def test_unwrapping_twice_changes_nothing() -> None:
    page = "\n".join(["外婆的菜园", "鲍一鸣", TEXT.strip(), "渡口", "● 秦可嘉", *FREE, "屋后的坡", "骆青禾", TEXT])
    once = unwrap_text(page)
    assert unwrap_text(once) == once
    assert "\n".join(f"{verse}\n" for verse in FREE) in once
