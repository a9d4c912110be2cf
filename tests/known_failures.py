"""What does not come out right yet, with the reason.

Each entry is a strict expected failure: it must go as soon as the engine does better, for the test fails then.
"""

from __future__ import annotations

SAMPLES = """
agency | 六万盏路灯换“芯”之后 | bylines credits body jumps | two articles are not parted behind 参与采写
agency | 民生实事怎么选，代表一票一票投 | headline deck bylines outlet dateline credits body captions jumps | two articles are not parted behind 参与采写
english | 云溪与 Port Weslan 结为友好城市 | headline deck bylines outlet dateline credits body captions jumps | a page of Latin text is not read as well as a Chinese one
english | Volunteers Count Dolphins by Ear | headline bylines outlet credits body | a page of Latin text is not read as well as a Chinese one
gbk | 青石桥头的“共享菜园” | headline deck | headline and deck are read as one title
indents | 五月的麦地，抢在雨前头 | headline deck | headline and deck change places
indents | 一把旧胡琴的归途 | headline deck | headline and deck are read as one title
no-byline | 关于调整夏季作息时间的通告 | body | a colon ends the paragraph, and the next is read on
traditional | 澄湖濕地百鳥歸來 | headline deck | headline and deck change places
traditional | 百年老茶樓月底結業 | headline deck | headline and deck change places
two-sides | 江北三个农贸市场升级后开门迎客 | headline deck | headline and deck change places
two-sides | 市检察院公布一批公益诉讼案件 | headline deck | headline and deck change places
agency | * | articles | two articles are not parted behind 参与采写
english | * | articles | a page of Latin text is not read as well as a Chinese one
"""
"""Of samples/: page | article (by its headline) or part of the page | what is wrong of it | why."""


def sample_failures() -> dict[tuple[str, str], str]:
    """Return the reason of each failure by page and what is wrong (``headline: field``, or a part of the page)."""
    found = {}
    for page, item, wrong, why in _rows(SAMPLES):
        for field in wrong.split():
            found[page, field if item == "*" else f"{item}: {field}"] = why
    return found


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split(" | ")] for line in table.strip().split("\n") if line]
