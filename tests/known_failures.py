"""What does not come out right yet, with the reason.

Each entry is a strict expected failure: it must go as soon as the engine does better, for the test fails then.
"""

from __future__ import annotations

SAMPLES = """
agency | 六万盏路灯换“芯”之后 | bylines credits body jumps | two articles are not parted behind 参与采写
agency | 民生实事怎么选，代表一票一票投 | headline deck bylines outlet dateline credits body captions jumps | two articles are not parted behind 参与采写
briefs | 县医院病案室可以“寄病历”了 | headline body | articles that have no by-line in front are not parted
briefs | 白石渡大桥限载 | headline deck bylines outlet dateline credits body captions jumps | articles that have no by-line in front are not parted
briefs | 高考期间出租车爱心送考 | headline body | articles that have no by-line in front are not parted
english | Old Ferry Finds a Second Life | headline deck body | a page of Latin text is not read as well as a Chinese one
english | 云溪与 Port Weslan 结为友好城市 | headline deck bylines outlet dateline credits body captions jumps | a page of Latin text is not read as well as a Chinese one
english | Volunteers Count Dolphins by Ear | headline bylines outlet credits body | a page of Latin text is not read as well as a Chinese one
indents | 五月的麦地，抢在雨前头 | body | a title that asks is taken for a paragraph of the article before it
indents | 收完麦子种什么？农技员开出三张“方子” | headline | a title that asks is taken for a paragraph of the article before it
indents | 一把旧胡琴的归途 | headline deck | headline and deck change places
layout | 秋粮收购贷款已投放九亿元 | bylines outlet dateline | a by-line broken at its wide space becomes two
no-byline | 把“随手关灯”坚持下去 | outlet credits | who signs for the paper (本报评论员) is not read without brackets
no-byline | 雨中等车的人 | bylines credits | a pen-name alone on its line is not read
no-byline | 关于调整夏季作息时间的通告 | headline deck bylines outlet dateline credits body captions jumps | a notice and its neighbour are not parted
no-byline | 芒种前后说“送花神” | headline body | a notice and its neighbour are not parted
ocr | 老工业区的烟囱变成攀岩塔 | outlet | the outlet is given as it is meant, not as it is misread
traditional | 澄湖濕地百鳥歸來 | headline deck | headline and deck change places
traditional | 百年老茶樓月底結業 | headline deck | headline and deck change places
traditional | 農曆新年煙火匯演改在江心進行 | headline | a title of many characters that is wrapped is taken for page furniture
two-sides | 云溪少年宫航模队全省夺魁 | body | a quotation that ends a line ends a paragraph
unwrapped | 全区小学生足球联赛收兵 | headline deck | headline and deck change places
agency | * | articles | two articles are not parted behind 参与采写
big5 | * | edition | a note in brackets on the folio counts as a section
briefs | * | articles edition | articles that have no by-line in front are not parted
english | * | articles fragments edition | a page of Latin text is not read as well as a Chinese one
gbk | * | edition | a note in brackets on the folio counts as a section
indents | * | edition | a note in brackets on the folio counts as a section
layout | * | articles edition | the page number of another line
no-byline | * | articles fragments edition | a notice and its neighbour are not parted
ocr | * | edition | a note in brackets on the folio counts as a section
raw-columns | * | edition | a note in brackets on the folio counts as a section
traditional | * | fragments | a title of many characters that is wrapped is taken for page furniture
unwrapped | * | edition | a note in brackets on the folio counts as a section
utf16 | * | edition | a note in brackets on the folio counts as a section
"""
"""Of samples/: page | article (by its headline) or part of the page | what is wrong of it | why."""

WHY = {
    "whole": "the line is taken for part of the text, or of another article",
    "short": "a line that ends long before its column does is taken for an end",
    "short blank": "a blank line behind a short line is taken for an end",
    "full": "the cut falls on a space, or the rest could be a by-line of its own",
    "full blank": "a blank line inside a bracket is taken for an end",
}
"""Of by-lines at their place in a page: why, by how they are cut."""

BYLINES = """
whole | 岭西早报讯（记者阿布都热合曼·艾则孜 买买提江） | 0
whole | （记者 汤小圆） | 0
whole | （孟小亚 乔小娟） | 0
whole | （据新华社电） | 0
whole | （区融媒体中心 供稿） | 0
whole | （来源：新华社） | 0
whole | （综合新华社、央视报道） | 0
whole | （据新华社北京8月23日电） | 0
whole | （插图：纪小舟） | 0
short | 江门日报讯（记者/任小燕 通讯员/黎小华） | 1-5 8-10 12
short blank | 江门日报讯（记者/任小燕 通讯员/黎小华） | 1-14
full blank | 江门日报讯（记者/任小燕 通讯员/黎小华） | 12
short | 南方日报讯 （记者／林一凡　实习生／何思雨　通讯员／梁海） | 1-6 8-10 13
short blank | 南方日报讯 （记者／林一凡　实习生／何思雨　通讯员／梁海） | 1-14 23 25-27
full | 南方日报讯 （记者／林一凡　实习生／何思雨　通讯员／梁海） | 13
full blank | 南方日报讯 （记者／林一凡　实习生／何思雨　通讯员／梁海） | 10-11 13
short | 本报讯（记者 赵敏 通讯员 钱文君） | 1-3 6-11 13
short blank | 本报讯（记者 赵敏 通讯员 钱文君） | 1-14
short | 本报讯（记者赵敏 通讯员钱文君、孙磊） | 1 3 8-9
short blank | 本报讯（记者赵敏 通讯员钱文君、孙磊） | 1-13
full blank | 本报讯（记者赵敏 通讯员钱文君、孙磊） | 8
short | 湖北日报讯（记者王一兵、通讯员郭小斯） | 1-3 5 8
short blank | 湖北日报讯（记者王一兵、通讯员郭小斯） | 1-12
short | 长江日报讯（通讯员童小颖 实习生关心怡 记者马辉） | 1-5 7-10 12
short blank | 长江日报讯（通讯员童小颖 实习生关心怡 记者马辉） | 1-13
full blank | 长江日报讯（通讯员童小颖 实习生关心怡 记者马辉） | 19
short | 本报讯(记者 常小燕 实习生 任茜 魏竹梅) | 1-4 6 8 10-11 14
short blank | 本报讯(记者 常小燕 实习生 任茜 魏竹梅) | 1-17
short | 北京商报讯（记者 吴文山 王小运） | 1-6 8-9 12
short blank | 北京商报讯（记者 吴文山 王小运） | 1-14
full blank | 北京商报讯（记者 吴文山 王小运） | 12
short | 江门日报讯（胡小晴 江组轩） | 1-4 7 9-10
short blank | 江门日报讯（胡小晴 江组轩） | 1-13
full | 江门日报讯（胡小晴 江组轩） | 9-10
full blank | 江门日报讯（胡小晴 江组轩） | 9-10
short | 江门日报讯（胡小晴 区委督查办） | 1-4 7 9-10
short blank | 江门日报讯（胡小晴 区委督查办） | 1-13
full | 江门日报讯（胡小晴 区委督查办） | 9-10
full blank | 江门日报讯（胡小晴 区委督查办） | 9-10
short | 惠州日报讯（记者黄小翔 通讯员龙门宣） | 1-5 8-9 11
short blank | 惠州日报讯（记者黄小翔 通讯员龙门宣） | 1-13
short | 新快报讯 记者罗小琼 实习生葛晶 通讯员王玮报道： | 1-3 6-11 16
short blank | 新快报讯 记者罗小琼 实习生葛晶 通讯员王玮报道： | 1-4 6-13 15-17
full blank | 新快报讯 记者罗小琼 实习生葛晶 通讯员王玮报道： | 8 10-11 16
short | 新华社北京8月23日电（记者谢小瑶、韩洁） | 1-3 5 9 11
short blank | 新华社北京8月23日电（记者谢小瑶、韩洁） | 1-14
full | 新华社北京8月23日电（记者谢小瑶、韩洁） | 11
full blank | 新华社北京8月23日电（记者谢小瑶、韩洁） | 9 11
short | 本报呼和浩特5月14日电 （记者吴小勇） | 1-2 7-8 10 12-13
short blank | 本报呼和浩特5月14日电 （记者吴小勇） | 1-14 16
full | 本报呼和浩特5月14日电 （记者吴小勇） | 12-13
full blank | 本报呼和浩特5月14日电 （记者吴小勇） | 12-13
short | 据新华社电 | 1 3
short blank | 据新华社电 | 1-4
short | 新华社北京8月23日电 | 1-2 4 6-10
short blank | 新华社北京8月23日电 | 1-10
short | 本报百色讯（记者/徐小东通讯员/张剑锋） | 1-5 8-10
short blank | 本报百色讯（记者/徐小东通讯员/张剑锋） | 1-13
short | 本报讯（记者李小铮通讯员王飞李永） | 1-3 6-7 9-10
short blank | 本报讯（记者李小铮通讯员王飞李永） | 1-14
short | 华声在线7月6日讯（文/视频 全媒体记者 王小芳 实习生 罗斯） | 1-4 8 11 14 24
short blank | 华声在线7月6日讯（文/视频 全媒体记者 王小芳 实习生 罗斯） | 1-8 10-16 20 24 26 28-30
full blank | 华声在线7月6日讯（文/视频 全媒体记者 王小芳 实习生 罗斯） | 10 14 20 24
short | 江門日報訊 (記者/黃小勝 通訊員/陳永照) | 1-6 9-11 13
short blank | 江門日報訊 (記者/黃小勝 通訊員/陳永照) | 1-16
full blank | 江門日報訊 (記者/黃小勝 通訊員/陳永照) | 13
short | □文/图 胡小晴 李小娟 | 3 7
short blank | □文/图 胡小晴 李小娟 | 3-4 7-8
short | 文/本报记者 孙小銮 图/受访者提供 | 1-6 9-12
short blank | 文/本报记者 孙小銮 图/受访者提供 | 1-14
short | ■本报记者 贡小丽 | 3
short blank | ■本报记者 贡小丽 | 2-3
short blank | □本报记者祝瑶 | 3
short | ●本报通讯员 张驰 | 3
short blank | ●本报通讯员 张驰 | 2-3
short | 本报记者 张 弛 李 娜 | 1
short blank | 本报记者 张 弛 李 娜 | 1-2 4 8 10
short | 新华社记者 周 圆 孙清清 | 1-3
short blank | 新华社记者 周 圆 孙清清 | 1-3 5 7 9
full | （鄂州日报全媒体记者方小华、陈振亮 责任编辑何芬） | 6 17-18 24
full blank | （鄂州日报全媒体记者方小华、陈振亮 责任编辑何芬） | 1-3 5-6 17-18 24
"""
"""Of by-lines at their place in a page: how it is cut | by-line | after how many characters."""


def sample_failures() -> dict[tuple[str, str], str]:
    """Return the reason of each failure by page and what is wrong (``headline: field``, or a part of the page)."""
    found = {}
    for page, item, wrong, why in _rows(SAMPLES):
        for field in wrong.split():
            found[page, field if item == "*" else f"{item}: {field}"] = why
    return found


def byline_failures() -> dict[tuple[str, str], frozenset[int]]:
    """Return the failing cuts by kind of cut and by-line."""
    return {(kind, byline): frozenset(_numbers(cuts)) for kind, byline, cuts in _rows(BYLINES)}


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(" | ")] for line in table.strip().split("\n") if line]


def _numbers(ranges: str) -> list[int]:
    """Return the numbers of ``1-3 7``."""
    found: list[int] = []
    for part in ranges.split():
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found
