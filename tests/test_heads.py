"""Headlines that a page draws apart from their text, each with its by-line below it."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.record import Article

HARBOUR = (
    "渔港码头去年铺了三百米浮桥，渔船靠岸不再等潮水。",
    "老船长们说，从前卸一船鱼要等大半天，如今浮桥跟着潮水起落，一个钟头就能卸完开走。",
    "码头上还装了照明灯，夜里归来的渔船老远就能看见浮桥的位置。",
)
SCHOOL = (
    "城南小学的屋顶菜园今年又收了一茬番茄，孩子们自己浇水、捉虫、记录。",
    "科学课的老师把菜园分成二十四块，每个班认领一块，种什么由孩子们商量着定。",
    "番茄收下来，一半送进食堂，一半由孩子们带回家，屋顶菜园成了全校最热闹的地方。",
)
BUS = (
    "云溪日报讯（记者 鲍一鸣）夜班公交三号线本周起延长到凌晨一点，下晚班的护士和厨师不用再打车回家。",
    "公交公司说，夜班公交每二十分钟一班，司机每晚轮换。",
)
HEADS = {
    "浮桥起落 渔船靠岸不等潮": ("□本报记者 秦可嘉", HARBOUR),
    "屋顶菜园里的番茄课": ("□本报记者 方以宁 通讯员 陆文舟", SCHOOL),
}
WIDTH = 17


def lines(paragraphs: tuple[str, ...]) -> list[str]:
    texts = [f"　　{text}" for text in paragraphs]
    return [text[i : i + WIDTH] for text in texts for i in range(0, len(text), WIDTH)]


def found(page: list[str]) -> dict[str | None, tuple[list[str], tuple[str, ...]]]:
    records = [record for record in split_page("\n".join(page)) if isinstance(record, Article)]
    return {one.headline: ([c.name for c in one.credits], tuple(e.text for e in one.body)) for one in records}


HEADLINES = [line for title, (byline, _) in HEADS.items() for line in (title, byline)]
TEXTS = [line for _, text in HEADS.values() for line in lines(text)]
NIGHT = ["夜班公交开到凌晨一点", *lines(BUS)]


@pytest.mark.parametrize(
    "page",
    [
        [*HEADLINES, "夜班公交开到凌晨一点", *TEXTS, *lines(BUS)],
        [*lines(BUS), *TEXTS, *HEADLINES, "夜班公交开到凌晨一点"],
        [*NIGHT, *lines(HARBOUR), *HEADLINES[:2], *HEADLINES[2:], *lines(SCHOOL)],
        [*HEADLINES, *TEXTS, *NIGHT],
    ],
    ids=["headlines first", "headlines last", "one behind its text, one before", "the last one above another's text"],
)
def test_the_by_line_goes_where_its_headline_goes(page: list[str]) -> None:
    assert found(page) == {
        **{
            title: ([name for name in byline.split()[1:] if name != "通讯员"], text)
            for title, (byline, text) in HEADS.items()
        },
        "夜班公交开到凌晨一点": (["鲍一鸣"], (BUS[0].split("）")[1], BUS[1])),
    }


def test_a_headline_whose_text_is_on_no_page_keeps_its_by_line() -> None:
    assert found([*HEADLINES[:2], *NIGHT])["浮桥起落 渔船靠岸不等潮"] == (["秦可嘉"], ())


def test_a_headline_with_no_by_line_may_follow_one_that_stands_behind_its_text() -> None:
    page = [*lines(HARBOUR), *HEADLINES[:2], "屋顶菜园里的番茄课", *lines(SCHOOL)]
    assert found(page) == {
        "浮桥起落 渔船靠岸不等潮": (["秦可嘉"], HARBOUR),
        "屋顶菜园里的番茄课": ([], SCHOOL),
    }


def test_a_text_may_begin_with_a_subhead_below_its_by_line() -> None:
    page = [*NIGHT, *HEADLINES[:2], "不等潮水", *lines(HARBOUR[:2]), "有了灯光", *lines(HARBOUR[2:])]
    names, text = found(page)["浮桥起落 渔船靠岸不等潮"]
    assert names == ["秦可嘉"]
    assert text == ("不等潮水", *HARBOUR[:2], "有了灯光", *HARBOUR[2:])
