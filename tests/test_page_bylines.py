"""Each by-line form at its place in a page of three articles, whole and cut at every place, comes out as printed.

``short``: the column has 18 characters, yet a line ends inside the by-line; ``full``: the by-line's article is set just
so wide that its first line ends there. ``blank``: the same with a false blank line at the cut.
"""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import east_asian_width

import pytest
from byline_cases import (
    CLOSINGS,
    MORE_CLOSINGS,
    MORE_OPENINGS,
    MORE_OWN_LINES,
    OPENINGS,
    OWN_LINES,
    ROLES,
    UNLISTED,
    rows,
)

from newsseg import split_page
from newsseg.engine.signs import runs_on
from newsseg.record import Article, Credit, Fragment
from newsseg.verify import problems

WIDTH = 36  # cells: 18 Han characters
NARROWEST = 14  # cells of the narrowest column that a page is set in

Cases = list[tuple[str, list[tuple[str, str, str]]]]
Triples = list[tuple[str, str, str]]
Place = Callable[[str, int, str, str], str]


def cells(text: str) -> int:
    return sum(2 if east_asian_width(char) in "FWA" else 1 for char in text)


def fold(text: str, width: int = WIDTH) -> str:
    lines = [""]
    for char in text:
        if cells(lines[-1] + char) > width:
            lines.append("")
        lines[-1] += char
    return "\n".join(lines)


HEADLINE = "南塘龙舟竞渡落幕"
BODY = (
    "南塘古镇的龙舟竞渡在昨日落下帷幕，来自十二个村的队伍参加角逐，岸上观众超过三万人，为历年之最。",
    "镇里今年把比赛场地移到了新修的河段，沿岸设了看台和饮水点，志愿者在各个路口引导车辆。",
)
LAST = "镇里说，明年端午还会再比一场，欢迎四方游客前来观看。各村已经开始挑选队员，船也要重新上漆。"
OPENED = "江北日报讯（记者/任小燕）"
BEFORE = [
    "沙河新桥合龙",
    "江北日报讯（记者/彭海川）沙河新桥昨日合龙，两岸居民出行将缩短半小时。主梁在汛期前吊装完毕，质量经过三轮检测。",
    "大桥全长一千二百米，双向六车道，预计明年春天通车，届时两岸公交线路也将相应调整。",
]
AFTER = [
    "图书馆夜读受欢迎",
    "江北日报讯（记者/袁静初）东湖区图书馆推出夜读计划，开放时间延长到晚上十点，首周接待读者四千余人次，年轻人占了七成。",
    "馆方表示，夜间还安排了讲座和电影放映，读者可以在网上预约座位。",
]


def page(*middle: str) -> str:
    return "\n\n".join([*map(fold, BEFORE), HEADLINE, *middle, *map(fold, AFTER)]) + "\n"


def at_the_start(byline: str, cut: int, gap: str, width: str) -> str:
    """The by-line opens the first paragraph; one without bracket or colon is parted from it by a space."""
    text = byline + ("" if byline[-1] in "）)：:】" else "　") + BODY[0]
    if width == "full":
        cells_ = cells(byline[:cut])
        return page(fold(text, cells_).replace("\n", gap, 1), fold(BODY[1], cells_))
    return page(text[:cut] + gap * (cut > 0) + fold(text[cut:]), fold(BODY[1]))


def on_its_own(byline: str, cut: int, gap: str, _width: str) -> str:
    return page(byline[:cut] + gap * (cut > 0) + byline[cut:], *map(fold, BODY))


def at_the_end(byline: str, cut: int, gap: str, _width: str) -> str:
    """The by-line ends the last paragraph, which is long enough to make the line full where it is cut."""
    first = fold((OPENED if helps(byline) else "") + BODY[0])
    if not cut:
        return page(first, fold(BODY[1]), fold(LAST + byline))
    missing = -cells(byline[:cut]) % WIDTH
    paragraph = LAST[: WIDTH + missing // 2 - 1] + ("。" if missing % 2 == 0 else "1。")
    return page(first, fold(BODY[1]), fold(paragraph + byline[:cut]) + gap + fold(byline[cut:]))


def helps(byline: str) -> bool:
    """Tell whether the by-line names helpers: then another one opens the article."""
    return "参与采写" in byline or "插图" in byline


PLACES: dict[str, tuple[Place, Cases]] = {
    "start": (at_the_start, rows(OPENINGS)),
    "own": (on_its_own, rows(OWN_LINES)),
    "end": (at_the_end, rows(CLOSINGS)),
}
MORE: dict[str, tuple[Place, Cases]] = {
    "start": (at_the_start, rows(MORE_OPENINGS)),
    "own": (on_its_own, rows(MORE_OWN_LINES)),
    "end": (at_the_end, rows(MORE_CLOSINGS)),
}
KINDS = {
    "start": ("short", "short blank", "full", "full blank"),
    "own": ("short", "short blank"),
    "end": ("full", "full blank"),
}
NATURAL = {"start": KINDS["start"][2:], "own": (), "end": KINDS["end"]}
"""The cuts of further forms: full lines only, for of a line torn off before it shows what it is (江|北青年报客户端讯)
nobody can tell whether it is the end of a headline."""
CUT_CASES = [
    pytest.param(place, kind, byline.strip(), credits, id=f"{byline.strip()}: {kind}")
    for table, kinds in ((PLACES, KINDS), (MORE, NATURAL))
    for place, (_, cases) in table.items()
    for byline, credits in cases
    for kind in kinds[place]
]
WHOLE_CASES = [
    pytest.param(place, byline.strip(), credits, id=byline.strip())
    for table in (PLACES, MORE, {"start": (at_the_start, rows(UNLISTED))})
    for place, (_, cases) in table.items()
    for byline, credits in cases
]


def without_blanks(text: str) -> str:
    return "".join(text.split())


def triples(credits: tuple[Credit, ...]) -> Triples:
    return [(credit.role, credit.name, credit.type) for credit in credits]


def comes_out(text: str, byline: str, credits: Triples) -> str | None:
    """Return what is wrong with the article in the middle, or None."""
    records = split_page(text)
    if list(problems(text, records)):
        return "something is lost"
    articles = [record for record in records if isinstance(record, Article)]
    if len(articles) != 3:
        return f"{len(articles)} articles"
    article = articles[1]
    more = helps(byline)
    if list(map(without_blanks, article.bylines)) != [OPENED] * more + [without_blanks(byline)]:
        return f"by-lines {article.bylines}"
    if sorted(triples(article.credits)) != sorted([("reporter", "任小燕", "person")] * more + credits):
        return f"credits {triples(article.credits)}"
    return None if article.headline == HEADLINE else f"headline {article.headline}"


def cuts(place: str, kind: str, byline: str) -> list[int]:
    if place == "start" and kind.startswith("full"):
        return [cut for cut in range(1, len(byline)) if cells(byline[:cut]) >= NARROWEST]
    return list(range(1, len(byline)))


def wrong_cuts(place: str, kind: str, byline: str, credits: Triples) -> dict[int, str]:
    make = PLACES[place][0]
    width, _, blank = kind.partition(" ")
    found = {}
    for cut in cuts(place, kind, byline):
        wrong = comes_out(make(byline, cut, "\n\n" if blank else "\n", width), byline, credits)
        if wrong:
            found[cut] = wrong
    return found


@pytest.mark.parametrize(("place", "byline", "credits"), WHOLE_CASES)
def test_a_whole_byline(place: str, byline: str, credits: Triples) -> None:
    assert comes_out(PLACES[place][0](byline, 0, "", "short"), byline, credits) is None


@pytest.mark.parametrize(("place", "kind", "byline", "credits"), CUT_CASES)
def test_a_byline_cut_at_every_place(place: str, kind: str, byline: str, credits: Triples) -> None:
    wrong = wrong_cuts(place, kind, byline, credits)
    assert not {f"{byline[:cut]}|{byline[cut:]}": what for cut, what in wrong.items()}


@pytest.mark.parametrize("byline", ["江北日报讯(记者 韩小欣 实习生 宋宇)", "本报讯（全媒体记者/史小华 通讯员/薛宇）"])
@pytest.mark.parametrize("lead", ["记者从北塘区政府新闻办获悉：", "北塘区财政局东湖分局18日公布，"])
@pytest.mark.parametrize("width", range(40, 62, 2))
def test_a_false_blank_line_behind_the_text_on_a_bylines_line(byline: str, lead: str, width: int) -> None:
    text = fold(byline + lead + BODY[0], width).replace("\n", "\n\n", 1)
    articles = [record for record in split_page(page(text, fold(BODY[1], width))) if isinstance(record, Article)]
    assert [part.text for part in articles[1].body] == [lead + BODY[0], BODY[1]]
    assert articles[1].bylines == (byline,)


@pytest.mark.parametrize(
    ("behind", "after", "goes_on"),
    [
        ("东湖区今年新添渔政船", ["十二艘，水网织得更密，渔民说往后夜里也不怕迷路"], True),
        ("东湖区今年新添渔政船", ["十二艘。"], True),
        ("东湖区今年新添渔政船", ["图书馆夜读受欢迎"], False),  # a title
        ("东湖区今年新添渔政船", ["江北日报讯（记者/袁静初）东湖区图书馆"], False),
        ("东湖区今年新添渔政船。", ["图书馆夜读受欢迎，馆员说夜里九点才闭馆"], False),
        ("", ["东湖区今年新添渔政船。"], False),
        ("东湖区今年新添渔政船", [], False),
    ],
)
def test_what_stands_behind_a_byline_goes_on(behind: str, after: list[str], goes_on: bool) -> None:
    assert runs_on(OPENED + behind, len(OPENED), after) is goes_on


CAPTION = "图为龙舟竞渡现场，各村队伍奋力冲向终点。"
CAPTIONS = """
 本报记者 卢小欣 摄 | P 卢小欣
许璐莹摄 | P 许璐莹
新华社记者 顾天摄 | P 顾天
北京京剧院供图 | S <北京京剧院>
资料图片 |
（丁小一 摄） | P 丁小一
 记者 卢小欣 通讯员 孙小浪 摄 | P 卢小欣, P 孙小浪
 受访者供图 | S 受访者
"""


@pytest.mark.parametrize(("signed", "credits"), rows(CAPTIONS))
def test_a_caption_with_its_photographer(signed: str, credits: Triples) -> None:
    """The caption stands behind another article's end; its words say whose it is."""
    text = page(fold(OPENED + BODY[0]), fold(BODY[1])) + "\n" + fold(CAPTION + signed) + "\n"
    records = split_page(text)
    assert list(problems(text, records)) == []
    articles = [record for record in records if isinstance(record, Article)]
    captions = [list(map(without_blanks, article.captions)) for article in articles]
    assert captions == [[], [without_blanks(CAPTION + signed)], []]
    assert sorted(triples(articles[1].credits)) == sorted([(ROLES["R"], "任小燕", "person"), *credits])


PEOPLE = [
    ("责编/王小芳 版式/李文 校对/赵欣", [("editor", "王小芳"), ("designer", "李文"), ("proofreader", "赵欣")]),
    ("责任编辑：王小芳 美编：李文", [("editor", "王小芳"), ("designer", "李文")]),
]


@pytest.mark.parametrize(("line", "credits"), PEOPLE)
@pytest.mark.parametrize("top", [True, False], ids=["top", "bottom"])
def test_the_people_of_the_page(line: str, credits: list[tuple[str, str]], *, top: bool) -> None:
    folio = f"江北日报 2024年6月4日 星期二 A02 要闻\n{line}"
    body = page(fold(OPENED + BODY[0]), fold(BODY[1]))
    text = f"{folio}\n\n{body}" if top else f"{body}\n{folio}\n"
    records = split_page(text)
    fragments = [record for record in records if isinstance(record, Fragment)]
    assert {fragment.role for fragment in fragments} == {"folio"}
    assert [(credit.name, credit.role) for fragment in fragments for credit in fragment.credits] == [
        (name, role) for role, name in credits
    ]
    assert len(records) - len(fragments) == 3


def test_a_line_s_end_cuts_a_name_with_a_dot() -> None:
    text = page("江北日报记者 任小燕 通讯员 古丽", *map(fold, BODY)).replace("古丽\n\n", "古丽\n娜·吐尔逊\n")
    credits = [("reporter", "任小燕", "person"), ("correspondent", "古丽娜·吐尔逊", "person")]
    assert comes_out(text, "江北日报记者任小燕通讯员古丽娜·吐尔逊", credits) is None
