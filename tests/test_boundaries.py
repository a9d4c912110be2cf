"""Articles without a by-line: a display text inside the text of another one is their headline, or its subhead."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.record import Article

HARBOUR = """渔港添了照明灯
云溪日报讯（记者 秦可嘉）渔港码头今年新装了十二盏照明灯，
渔船夜里归港看得清，一年下来等潮的时间少了四成。
"""
HEARD = """渔港添了照明灯
云溪日报讯（记者 秦可嘉）记者从市渔港管理站获悉：截至
3月底，码头上新装了十二盏照明灯，渔船夜里归港看得清。
"""
FAIR = """首届山城豆腐节开幕
5日，首届山城豆腐节在老城开幕，今年来了六十家作坊，摆满
两条街。作坊主人们现磨现卖，街坊端着碗排队。
"""


def headlines(page: str) -> list[tuple[str | None, list[str]]]:
    return [
        (one.headline, [part.text for part in one.body if part.kind == "subhead"])
        for one in split_page(page)
        if isinstance(one, Article)
    ]


@pytest.mark.parametrize("first", [HARBOUR, HEARD])
@pytest.mark.parametrize("gap", ["\n", ""])
def test_a_news_headline_below_a_short_article_begins_another(first: str, gap: str) -> None:
    assert headlines(f"{first}{gap}{FAIR}") == [("渔港添了照明灯", []), ("首届山城豆腐节开幕", [])]


LONG = """渔港十年
云溪日报讯（记者 秦可嘉）渔港码头十年前还是一段土坡，船
靠岸要等大半天，如今浮桥跟着潮水起落，一个钟头就能卸完。
等潮的日子
老船长们记得，从前渔船排在港外等潮，卸一船鱼要等大半天，
鱼价一天落三回，谁也不敢多打。渔船夜里进不了港，只好躲
在内湾过夜，渔港外头一片渔火。
浮桥修好以后
浮桥修好以后，渔船靠岸不再等潮，渔船夜里也能进港。老船
长们说，渔港从来没有这样省心过，鱼卸得快，价也卖得好。
"""


def test_subheads_of_one_subject_stay_in_their_article() -> None:
    assert headlines(LONG) == [("渔港十年", ["等潮的日子", "浮桥修好以后"])]
