"""Two articles with no by-line between them are parted where the titles around their text name two parts of it."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.record import Article

BEFORE, BEHIND = "渔船靠岸不再等潮水 渔港码头铺上浮桥", "城南小学屋顶菜园又收了一茬番茄"
HARBOUR = """云溪日报讯（记者 秦可嘉）渔港码头去年铺了三百米
浮桥，渔船靠岸不再等潮水。老船长们说，从前卸一船
鱼要等大半天，如今浮桥跟着潮水起落，一个钟头就能
卸完开走。
码头上还装了照明灯，夜里归来的渔船老远就能看见浮
桥的位置。渔港管理站算过，一年下来，渔船在港里等
潮的时间少了四成。
今年春天，管理站又在浮桥两侧加了护栏和系缆桩。遇
上大风，渔船不必再躲进内湾，就近系在浮桥上就能过
夜。修船的师傅也把工棚搬到了码头边，船一靠岸，补
网、换缆、加冰一次办完。老船长们说，渔港从来没有
这样省心过。"""
SCHOOL = """记者近日从城南小学获悉，学校的屋顶菜园今年又收了
一茬番茄，孩子们自己浇水、捉虫、记录。
科学课的老师把菜园分成二十四块，每个班认领一块，
种什么由孩子们商量着定。番茄收下来，一半送进食堂，
一半由孩子们带回家。
菜园的土是家长们一桶一桶提上楼的，雨水顺着管子流
进三只大缸，浇菜不用自来水。数学课在这里量面积，
语文课在这里写观察日记，美术课画开花的黄瓜藤。校
长说，屋顶原先空着晒太阳，如今成了全校最热闹的地
方，放学了还有孩子舍不得下楼。"""
NEXT = """夜班公交开到凌晨一点
云溪日报讯（记者 鲍一鸣）夜班公交三号线本周起延
长到凌晨一点，下晚班的护士和厨师不用再打车回家。"""


def bodies(page: str) -> dict[str | None, int]:
    return {one.headline: len(one.body) for one in split_page(page) if isinstance(one, Article)}


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_a_text_of_which_two_titles_name_two_parts_is_two(blank: str) -> None:
    page = blank.join([BEFORE, HARBOUR, SCHOOL, BEHIND, NEXT])
    assert bodies(page) == {BEFORE: 3, BEHIND: 3, "夜班公交开到凌晨一点": 1}


def test_titles_that_stand_elsewhere_part_a_text() -> None:
    page = f"{HARBOUR}\n\n{SCHOOL}\n\n{NEXT}\n\n{BEFORE}\n\n{BEHIND}"
    assert bodies(page) == {BEFORE: 3, BEHIND: 3, "夜班公交开到凌晨一点": 1}


def test_a_title_in_the_middle_of_a_text_parts_it() -> None:
    assert bodies(f"{BEFORE}\n\n{HARBOUR}\n\n{BEHIND}\n\n{SCHOOL}") == {BEFORE: 3, BEHIND: 3}


@pytest.mark.parametrize("behind", ["市民政局为老人添了助餐点", BEFORE])
def test_a_title_of_another_article_parts_no_text(behind: str) -> None:
    page = f"{BEFORE}\n{HARBOUR}\n{SCHOOL}\n{behind}\n{NEXT}"
    assert [len(one.body) for one in split_page(page) if isinstance(one, Article)] == [6, 1]
