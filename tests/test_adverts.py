"""Advertisements on a page: their lines are in no title, and in no record but a fragment."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.grammar.adverts import is_advert
from newsseg.record import Article, Fragment
from newsseg.rules import shipped

TEXT = """渔港添了三百米浮桥
云溪日报讯（记者 秦可嘉）渔港码头去年铺了三百米
浮桥，渔船靠岸不再等潮水。"""
OTHER = """夜班公交开到凌晨一点
云溪日报讯（记者 鲍一鸣）夜班公交三号线本周起延
长到凌晨一点，下晚班的护士和厨师不用再打车回家。"""


@pytest.mark.parametrize(
    ("line", "advert"),
    [
        ("讲文明　树新风　公益广告", True),
        ("咨询热线：0731-8888 6666　地址：码头路88号", True),
        ("详情请到各门店咨询", True),
        ("扫码用餐 吃得明白", False),
        ("市民热线年底前并成一条", False),
        ("公交卡可以异地充值", False),
    ],
)
def test_an_advertisement_is_told_by_words_that_no_headline_holds(line: str, advert: bool) -> None:
    assert is_advert(line, shipped()) == advert


def test_an_advertisement_and_its_slogan_name_no_article() -> None:
    advert = "家门口的好去处 码头新城\n咨询热线：0731-8888 6666　地址：码头路88号"
    records = split_page(f"{TEXT}\n\n{advert}\n\n{OTHER}\n")
    articles = [record for record in records if isinstance(record, Article)]
    assert [(one.headline, one.deck) for one in articles] == [
        ("渔港添了三百米浮桥", ()),
        ("夜班公交开到凌晨一点", ()),
    ]
    assert [one.text for one in records if isinstance(one, Fragment)] == advert.split("\n")
