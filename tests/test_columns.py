"""The standing titles of a paper's columns, above a headline or alone: fragments, and in no article's title."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.engine.unwrap import unwrap_text
from newsseg.grammar.columns import is_column
from newsseg.record import Article
from newsseg.rules import shipped
from newsseg.verify import problems

FIRST = """云溪日报讯（记者 秦可嘉）昨日清晨，南岸湿
地的木栈道修好了，第一批游客沿着新铺的木板走
到了观鸟亭。管理处说，整条栈道长一千二百米，
雨天也能走。
"""
SECOND = """云溪日报讯（记者 鲍一鸣）市图书馆本周起延长
开放时间，夜里九点半才闭馆。值班馆员说，来得
最多的是备考的学生和下了班的年轻人。
"""

REST = """
渡口的最后一班船

云溪日报讯（记者 方知夏）青石渡口的最后一班
船今天停航，船老大把缆绳系在岸边的石桩上，对
着江面站了很久。往后过江的人走新修的大桥，不
用再等船。

渡口边上要建一座小小的陈列馆，老船票、汽笛和
船老大的账本都会摆在里面，明年春天开门迎客。
"""


def parts(page: str) -> tuple[list[tuple[str | None, tuple[str, ...]]], list[tuple[str, str]]]:
    """Return the titles of a page's articles, and its fragments."""
    records = split_page(page)
    titles = [(one.headline, one.deck) for one in records if isinstance(one, Article)]
    return titles, [(one.role, one.text) for one in records if not isinstance(one, Article)]


@pytest.mark.parametrize("gap", ["\n", ""], ids=["blank line", "none"])
@pytest.mark.parametrize(
    "column",
    [
        "民生快讯",
        "百姓关注",
        "今日谈",
        "【基层声音】",
        "■深度观察",
        "◆市民热线",
        "·湖畔夜话·",
        "云溪观察",
        "记者调查",
        "时讯",
        "看图",
        "云溪图说",
        "■云溪回眸",
    ],
)
def test_a_column_title_above_a_headline_is_in_no_title(column: str, gap: str) -> None:
    page = f"{column}\n{gap}木栈道修好了\n{gap}{FIRST}{gap}{column}\n{gap}图书馆夜里也亮着灯\n{gap}{SECOND}"
    assert parts(page) == (
        [("木栈道修好了", ()), ("图书馆夜里也亮着灯", ())],
        [("display", column), ("display", column)],
    )
    assert parts(unwrap_text(page)) == parts(page)


def test_a_column_title_in_brackets_above_a_by_line_is_in_no_title() -> None:
    page = f"【在基层看变化】\n{FIRST}\n图书馆夜里也亮着灯\n\n{SECOND}\n木栈道修好了\n"
    assert parts(page)[1] == [("display", "【在基层看变化】")]


@pytest.mark.parametrize("credit", ["本报记者 倪小满 摄", "（倪小满 摄）"])
@pytest.mark.parametrize("column", ["图片新闻", "■图说新闻"])
def test_picture_news_is_an_article_with_its_photographer(column: str, credit: str) -> None:
    photo = (
        f"渡口的最后一班船\n昨日，青石渡口的最后一班船停航，船老大把缆绳系在岸边的石桩上，对着江面站了很久。{credit}"
    )
    page = f"木栈道修好了\n{FIRST}\n{column}\n\n{photo}\n\n图书馆夜里也亮着灯\n{SECOND}"
    articles = [one for one in split_page(page) if isinstance(one, Article)]
    assert [one.headline for one in articles] == ["木栈道修好了", "渡口的最后一班船", "图书馆夜里也亮着灯"]
    assert (articles[1].bylines, articles[1].captions) == ((credit,), ())
    assert [(one.name, one.role) for one in articles[1].credits] == [("倪小满", "photographer")]
    assert articles[1].body[0].text.endswith("站了很久。")
    assert not list(problems(page, split_page(page)))


def test_elsewhere_the_text_of_a_photo_is_a_caption() -> None:
    photo = "昨日，游客沿着新铺的木板走到了观鸟亭，孩子们头一回从望远镜里看见了白鹭。本报记者 倪小满 摄"
    page = f"木栈道修好了\n{FIRST}\n{photo}\n\n图书馆夜里也亮着灯\n{SECOND}"
    articles = [one for one in split_page(page) if isinstance(one, Article)]
    assert [one.captions for one in articles] == [(photo,), ()]


def test_the_name_of_a_section_above_a_headline_is_a_column_title() -> None:
    page = f"{REST}\n关注\n\n图书馆夜里也亮着灯\n\n{SECOND}\n木栈道修好了\n\n{FIRST}"
    assert parts(page)[1] == [("display", "关注")]


@pytest.mark.parametrize("gap", ["\n", ""], ids=["blank line", "none"])
def test_the_paper_s_name_alone_above_a_headline_is_in_no_title(gap: str) -> None:
    page = f"木栈道修好了\n{gap}{FIRST}{gap}云溪日报\n{gap}图书馆夜里也亮着灯\n{gap}{SECOND}"
    page = f"{REST * 6}{page}{REST * 6}"  # it stands at no edge of the page
    titles, fragments = parts(page)
    assert ("图书馆夜里也亮着灯", ()) in titles
    assert ("display", "云溪日报") in fragments


def test_a_column_title_above_a_byline_is_no_part_of_it() -> None:
    page = f"木栈道修好了\n{FIRST}城事快报\n新华社江州6月18日电（记者 鲍一鸣）\n{SECOND.split('）')[1]}"
    _, two = (one for one in split_page(page) if isinstance(one, Article))
    assert (two.bylines, two.outlet) == (("新华社江州6月18日电（记者 鲍一鸣）",), "新华社")


@pytest.mark.parametrize("subhead", ["记者手记", "【馆员的话】", "关注"])
def test_a_line_like_it_above_text_is_a_subhead(subhead: str) -> None:
    head, end = REST.split("用再等船。\n")
    page = f"木栈道修好了\n\n{FIRST}{head}用再等船。\n\n{subhead}\n{end}\n图书馆夜里也亮着灯\n\n{SECOND}"
    _, one, _ = (one for one in split_page(page) if isinstance(one, Article))
    assert [part.text for part in one.body if part.kind == "subhead"] == [subhead]


@pytest.mark.parametrize(
    "headline",
    [
        "文化\n下乡进村",  # lines of one headline, of which the first is a section's name or ends like a column
        "教育惠民\n老街夜里也亮着灯",
        "图书馆夜里\n也有云溪观察",  # the last line of a headline
        "图书馆12345观察\n夜里也亮着灯",
        "今日立秋\n图书馆夜里也亮着灯",
    ],
)
def test_a_line_of_a_headline_is_no_column_title(headline: str) -> None:
    page = f"{REST}\n{headline}\n\n{SECOND}\n木栈道修好了\n\n{FIRST}"
    titles, fragments = parts(page)
    assert "".join([titles[1][0] or "", *titles[1][1]]) == headline.replace("\n", "")
    assert fragments == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("简讯", True),
        ("文旅快讯", True),
        ("【简讯】", True),
        ("■简明新闻", True),
        ("图书馆发来快讯一则", False),
        ("云溪观察", False),  # may be a subhead
        ("“简讯”", False),
        ("", False),
        ("■", False),
        ("【】", False),
    ],
)
def test_what_is_a_column_title_wherever_it_stands(line: str, found: bool) -> None:
    assert is_column(line, shipped()) is found
