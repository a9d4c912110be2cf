from __future__ import annotations

import pytest

from newsseg.grammar.dates import iso_date
from newsseg.grammar.editions import edition, edition_from_name
from newsseg.grammar.folio import folio_credits, frame, is_folio, jump
from newsseg.record import Edition
from newsseg.rules import load

E, D, F = "editor", "designer", "proofreader"

FOLIOS = [
    ("2023年1月9日 星期四 A09 要闻", Edition(None, "2023-01-09", "A09", "要闻")),
    ("江城日报 2023年8月25日 星期五 A02", Edition("江城日报", "2023-08-25", "A02", None)),
    ("A02", Edition(None, None, "A02", None)),
    ("第 3 页", Edition(None, None, "3", None)),
    ("要闻 03版", Edition(None, None, "03", "要闻")),
    ("第03版：民生", Edition(None, None, "03", "民生")),
    ("B03 活力江城", Edition(None, None, "B03", "活力江城")),
    ("B03 民生", Edition(None, None, "B03", "民生")),
    ("A9 都市", Edition(None, None, "A9", "都市")),
    ("A4·观潮", Edition(None, None, "A4", "观潮")),
    ("03 | 文体", Edition(None, None, "03", "文体")),
    ("第三版", Edition(None, None, "3", None)),
    ("A3 综合 ZONGHE", Edition(None, None, "A3", "综合")),
    ("第 4 页 共 8 页", Edition(None, None, "4", None)),
    ("■本版编辑/秦可嘉 本版美编/倪小满", None),
    ("5版社会", Edition(None, None, "5", "社会")),
    ("第4版经济", Edition(None, None, "4", "经济")),
    ("二〇二三年四月二十七日 星期四", Edition(None, "2023-04-27", None, None)),
    ("２０２３年８月２５日 星期五 ０３版", Edition(None, "2023-08-25", "03", None)),
    ("2023-04-27 A08 蓬江新闻", Edition(None, "2023-04-27", "A08", "蓬江新闻")),
    ("2023.4.27  星期四  8版  湾区视野", Edition(None, "2023-04-27", "8", "湾区视野")),
    ("江城晚报 2023年8月25日 星期五 责编/王小芳 版式/李文 校对/赵欣", Edition("江城晚报", "2023-08-25", None, None)),
    ("2023年8月25日 农历癸卯年七月初十 第12345期 今日8版", Edition(None, "2023-08-25", None, None)),
    ("Friday, August 25, 2023  Page 3", Edition(None, "2023-08-25", "3", None)),
    ("2023 年 8 月 25 日 星 期 五", Edition(None, "2023-08-25", None, None)),
    ("要闻 2", Edition(None, None, None, "要闻")),
    ("2023年8月25日　责编：王小芳　版式：李小文　校对：赵小欣　　A02", Edition(None, "2023-08-25", "A02", None)),
    ("责编/王小芳 版式/李小文 校对/赵小欣 要闻 A02", Edition(None, None, "A02", "要闻")),
    ("■责编 王小芳 ■美编 李小文 ■校对 赵小欣", None),
    ("责任编辑 王小芳 美术编辑 李小文 责任校对 赵小欣", None),
    ("编辑 王小芳 美编 李小文 电话：0750-0000000", None),
    ("见习编辑：王小芳", None),
    ("江城日报 文旅周刊 B1", Edition("江城日报", None, "B1", "文旅周刊")),
    ("江城日报2023年8月25日星期五A02要闻", Edition("江城日报", "2023-08-25", "A02", "要闻")),
    ("日期：2023年8月25日 版次：A02 版名：要闻", Edition(None, "2023-08-25", "A02", "要闻")),
    ("8月25日 星期五", None),
    ("YUNXI DAILY | Friday, August 25, 2023 | 2", Edition("YUNXI DAILY", "2023-08-25", "2", None)),
    ("2 NATION Friday, August 25, 2023 YUNXI DAILY", Edition("YUNXI DAILY", "2023-08-25", "2", "NATION")),
    ("第十二版", Edition(None, None, "12", None)),
    ("星期五", None),
    ("癸卯年三月初八", None),
    ("农历癸卯年七月初十星期五", None),
    ("农历闰二月十五 星期五", None),
    ("12", None),
    ("- 3 -", None),
    ("————————", None),
    ("* * * * *", None),
    ("广告", None),
    ("本版图片由受访者提供", None),
    ("（本版图片除署名外均由本报记者拍摄）", None),
    ("国内统一连续出版物号 CN 44-0000 邮发代号 45-00", None),
    ("责编/王小芳 版式/李文 校对/赵欣", None),
    ("责任编辑：王小芳 美编：李文", None),
    ("本版编辑 王小芳　视觉设计 李文　校对 赵欣", None),
    ("责编/王小芳 美编/李文 校对/赵欣 新闻热线：0000000", None),
    ("责任编辑：王小芳 美编：李文 新闻热线：0000000", None),
    ("13 观察", Edition(None, None, None, "观察")),
    ("新闻热线：0750-0000000", None),
    ("24小时新闻热线：0750-0000000", None),
    ("扫码看视频", None),
    ("（本版稿件由江城市委宣传部提供）", None),
]

NOT_FOLIOS = [
    "A4 纸价大涨",
    "B1 流感病毒",
    "农历新年烟火汇演改在江心进行",
    "农历三月的油菜花",
    "2026年全国节能宣传周启动",
    "4月我国外汇市场运行总体稳健",
    "2023年8月25日",
    "8月25日",
    "截至2023年8月25日",
    "2022",
    "A股三大指数上涨",
    "G20峰会开幕",
    "C919大型客机",
    "5月1日至5日",
    "2023年8月25日，区里召开会议。",
    "星期五的集市",
    "周五大集",
    "要闻",
    "区里的文化版图",
    "新版教材进校园",
    "编辑部的故事",
    "江城日报记者 王小芳 编辑 李小文",
    "策划/王小芳 采写/李小文",
    "统筹全国优质资源",
    "设计 让生活更好",
    "策划 出彩",
    "“十四五”规划2035",
    "第3届运动会",
    "3月15日 星期三下午举行",
    "增长12.5%",
    "……",
    "——",
    "广告牌倒了",
    "",
    "  ",
]


@pytest.mark.parametrize(("line", "expected"), FOLIOS, ids=[row[0] for row in FOLIOS])
def test_a_folio_line_and_its_edition(line: str, expected: Edition | None) -> None:
    assert is_folio(line, load())
    assert is_folio("   " + line + " ", load())
    assert edition([line], load()) == expected


@pytest.mark.parametrize("line", NOT_FOLIOS)
def test_text_is_no_folio(line: str) -> None:
    assert not is_folio(line, load())


@pytest.mark.parametrize(
    "line",
    [
        "2023年8月25日",
        "要闻",
        "江城日报",
        "今日江湾",
        "A9 江湾",
        "11版 街坊",
        "乡镇之窗 11",
        "第3版教科文卫",
        "第04版：街坊",
        "街坊　第三版",
        "电话：0750-0000000",
        "芳草地",
        "YUNXI DAILY",
        "天气：多云 21—28℃ 偏南风2—3级",
        "今日天气 阴有阵雨 20℃～27℃",
        "官方微信",
        "关注云溪日报公众号二维码",
        "中共云溪市委机关报",
        "中国共产党云溪市委员会主管主办",
        "扫码下载云溪云App",
        "微信公众号：云溪日报",
        "1984年创刊",
        "版权所有 未经许可不得转载",
        "本报地址：云溪市南岸路2号 电话：0750-0000000",
    ],
)
def test_at_the_edge_of_a_page_less_is_enough(line: str) -> None:
    assert is_folio(line, load(), edge=True)
    assert not is_folio("提升城市品质", load(), edge=True)


@pytest.mark.parametrize("line", ["天气转凉 菜价平稳", "市民扫码关注", "云溪上线融媒客户端", "中共云溪市委召开全会"])
def test_a_title_at_the_edge_of_a_page_is_no_masthead(line: str) -> None:
    assert not is_folio(line, load(), edge=True)


@pytest.mark.parametrize("line", ["11版 街坊", "乡镇之窗 11", "电话：0750-0000000", "芳草地"])
def test_inside_a_page_more_is_needed(line: str) -> None:
    assert not is_folio(line, load())


def test_the_edge_of_a_page_is_as_long_as_its_furniture() -> None:
    text = ["会议要求抓好冬修水利。", *["各地要把责任落实到人。"] * 5]
    folio = ["江城日报", "2023年8月25日", "星期五", "02", "要闻"]
    assert frame([*folio, *text], load()) == [0, 1, 2, 3, 4]
    assert sorted(frame([*text, *folio], load())) == [6, 7, 8, 9, 10]


@pytest.mark.parametrize("name", ["教科文卫", "医苑"])
def test_a_word_between_a_page_number_and_a_date_is_a_section(name: str) -> None:
    text = ["各地要把责任落实到人。"] * 9
    assert frame(["06版", name, "2023年8月25日 星期五", *text], load()) == [0, 2, 1]
    assert edition(["06版", name], load()) == Edition(None, None, "06", name)


@pytest.mark.parametrize(
    "lines", [["06版", "水库大坝封顶", "2023年8月25日"], ["06版", "封顶", "各地要把责任落实到人。"]]
)
def test_a_title_below_a_page_number_is_none(lines: list[str]) -> None:
    assert 1 not in frame([*lines, *["各地要把责任落实到人。"] * 9], load())


def test_the_masthead_tells_no_section() -> None:
    lines = ["YUNXI DAILY", "2023年8月25日 星期五", "微信公众号：云溪日报", "1984年创刊", "要闻"]
    assert edition(lines, load()) == Edition(None, "2023-08-25", None, "要闻")


def test_a_dated_by_line_with_the_first_figure_of_its_text_is_no_folio() -> None:
    assert not is_folio("本报讯（记者 秦可嘉 通讯员 倪小满）6", load(), edge=True)


FRAME_INSIDE = [
    (["江湾报", "A07 要闻 2023.08.25 星期五"], Edition("江湾报", "2023-08-25", "A07", "要闻")),
    (["河口大众报", "2023年8月25日 星期五", "第04版 乡镇之窗"], Edition("河口大众报", "2023-08-25", "04", "乡镇之窗")),
    (["2023年8月25日", "星期五", "文体新闻"], Edition(None, "2023-08-25", None, "文体新闻")),
    (["8版 县区新闻"], Edition(None, None, "8", "县区新闻")),
]


@pytest.mark.parametrize(("folio", "expected"), FRAME_INSIDE)
def test_lines_beside_a_date_or_a_page_number_are_furniture_inside_a_page(folio: list[str], expected: Edition) -> None:
    text = ["各地要把责任落实到人。"] * 5
    lines = [*text, *folio, "水库大坝封顶", *text]
    assert sorted(frame(lines, load())) == list(range(5, 5 + len(folio)))
    assert edition(folio, load()) == expected


@pytest.mark.parametrize("line", ["气象台发预报", "民警接举报", "提升城市品质", "好人有好报"])
def test_a_title_beside_a_date_is_none(line: str) -> None:
    assert 1 not in frame(["2023年8月25日 星期五", line, *["各地要把责任落实到人。"] * 9], load())


def test_an_edition_is_gathered_from_several_lines() -> None:
    lines = ["A02", "2023年8月25日", "星期五", "江城日报", "要闻", "责编/王小芳"]
    assert edition(lines, load()) == Edition("江城日报", "2023-08-25", "A02", "要闻")
    assert edition([], load()) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("责编/王小芳 版式/李文 校对/赵欣", [(E, "王小芳"), (D, "李文"), (F, "赵欣")]),
        ("责任编辑：王小芳 美编：李文", [(E, "王小芳"), (D, "李文")]),
        ("2023年8月25日 星期五 责编 王小芳 美编 李 文", [(E, "王小芳"), (D, "李文")]),
        ("責編／王小芳　校對／趙欣", [(E, "王小芳"), (F, "趙欣")]),
        ("责任编辑王小芳 校对赵欣", [(E, "王小芳"), (F, "赵欣")]),
        ("本版责编：王小芳、李文", [(E, "王小芳"), (E, "李文")]),
        ("一版责编 王小芳", [(E, "王小芳")]),
        ("责编：王小芳　校对：赵小欣　　A02", [(E, "王小芳"), (F, "赵小欣")]),
        ("责编/王小芳 校对/赵小欣 要闻 A02", [(E, "王小芳"), (F, "赵小欣")]),
        ("■责编 王小芳 ■美编 李小文", [(E, "王小芳"), (D, "李小文")]),
        ("编辑 王小芳 美编 李小文 电话：0750-0000000", [(E, "王小芳"), (D, "李小文")]),
        ("本版图片均由王小芳摄", [("photographer", "王小芳")]),
        ("（本版稿件由江城市委宣传部提供）", [("provider", "江城市委宣传部")]),
        ("编辑部的故事", []),
        ("编辑 出版 发行", []),
        ("他是一位编辑 也是父亲", []),
    ],
)
def test_the_people_of_the_page(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(c.role, c.name) for c in folio_credits(text, load())] == expected


def test_the_people_of_the_page_are_read_wherever_the_line_is_cut() -> None:
    text = "责编/王小芳 版式/李文 校对/赵欣"
    whole = folio_credits(text, load())
    for place in range(2, len(text)):
        assert folio_credits(text[:place] + "\n" + text[place:], load()) == whole, text[:place]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("下转3版", "下转3版"),
        ("上接1版", "上接1版"),
        ("好。（下转第三版）", "（下转第三版）"),
        ("（紧接第2版）把好事办好", "（紧接第2版）"),
        ("▲下转A03版", "▲下转A03版"),
        ("▶▶下转02版", "▶▶下转02版"),
        ("好。 ▶下转02版", "▶下转02版"),
        ("好。 转第4版", "转第4版"),
        ("好。（下转\n第三版）", "（下转\n第三版）"),
        ("（相关报道见A03版）", "（相关报道见A03版）"),
        ("(下轉A3版)", "(下轉A3版)"),
        ("好。（下转第3、4版）", "（下转第3、4版）"),
        ("好。（更多报道见A3-A5版）", "（更多报道见A3-A5版）"),
        ("好。（报道详见A04）", "（报道详见A04）"),
        ("下转A03", "下转A03"),
        ("下转 03", "下转 03"),
        ("款式详见A4纸上的图样", None),
        ("他转到3版", None),
        ("这条水渠连接4版纳", None),
        ("第三版教材", None),
        ("详见第三版教材", None),
        ("好。", None),
    ],
)
def test_jump_lines(text: str, found: str | None) -> None:
    place = jump(text)
    assert (text[place[0] : place[1]] if place else None) == found


def test_the_next_jump_line_is_found() -> None:
    text = "（上接1版）好。（下转第三版）"
    assert jump(text) == (0, 6)
    assert jump(text, 6) == (8, 15)
    assert jump(text, 15) is None


@pytest.mark.parametrize(
    ("name", "pattern", "expected"),
    [
        (
            "jcrb-20230825-A02.txt",
            r"(?P<paper>[a-z]+)-(?P<date>\d{8})-(?P<page>\w+)",
            Edition("jcrb", "2023-08-25", "A02"),
        ),
        ("2023-8-5/03.txt", r"(?P<date>[\d-]+)/(?P<page>\d+)", Edition(None, "2023-08-05", "03")),
        ("江城日报_要闻.txt", r"(?P<paper>[^_]+)_(?P<section>[^.]+)", Edition("江城日报", None, None, "要闻")),
        ("page.txt", r"(?P<date>\d{8})", Edition()),
        ("20239999.txt", r"(?P<date>\d{8})", Edition()),
    ],
)
def test_an_edition_from_a_name(name: str, pattern: str, expected: Edition) -> None:
    assert edition_from_name(name, pattern) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年8月5日", "2023-08-05"),
        ("２０２３年１２月２５日", "2023-12-25"),
        ("二〇二三年十二月三十一日", "2023-12-31"),
        ("二○二三年十月十日", "2023-10-10"),
        ("二零二三年二月二十日", "2023-02-20"),
        ("2023/8/5", "2023-08-05"),
        ("Aug. 5, 2023", "2023-08-05"),
        ("2023年13月5日", None),
        ("2023年8月", None),
        ("8月5日", None),
        ("", None),
    ],
)
def test_dates(text: str, expected: str | None) -> None:
    assert iso_date(text) == expected


@pytest.mark.parametrize("line", ["重点", "广角", "县区", "绍兴新闻"])
def test_a_section_alone_stands_at_the_edge_of_a_page_only(line: str) -> None:
    assert is_folio(line, load(), edge=True)
    assert not is_folio(line, load())
