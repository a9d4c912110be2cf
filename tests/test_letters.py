"""Letters and notices: whom they call upon, how they close, who signs them; lists in them; what is no caption."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.record import Article

NEWS = """　　云溪日报讯（记者 秦可嘉）昨日清晨，南岸湿
地的木栈道修好了，第一批游客沿着新铺的木板走
到了观鸟亭。
　　管理处说，整条栈道长一千二百米，雨天也能走。
"""
LETTER = """　　我住在南岸小区，入秋以来东门的路灯坏了好
几盏，老人和孩子夜里出门很不方便，多次反映都
没有下文，盼望有关部门早日修好。
"""
NOTICE = """　　因供水管道改造施工，定于本周五夜里十点起
对南岸小区暂停供水八小时，请住户提前储水，给
大家带来不便，敬请谅解。
"""


def bodies(page: str) -> dict[str | None, list[str]]:
    articles = (record for record in split_page(page) if isinstance(record, Article))
    return {article.headline: [part.text for part in article.body] for article in articles}


@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_letter(blank: str) -> None:
    page = f"东门的路灯何时亮\n{blank}　　编辑同志：\n{LETTER}　　此致\n敬礼\n{blank}木栈道修好了\n{blank}{NEWS}"
    found = bodies(page)
    assert list(found) == ["东门的路灯何时亮", "木栈道修好了"]
    assert found["东门的路灯何时亮"] == ["编辑同志：", "".join(LETTER.split()), "此致", "敬礼"]


@pytest.mark.parametrize("day", ["2026年11月23日", "二〇二六年十一月二十三日"])
def test_an_office_and_the_day_close_a_notice(day: str) -> None:
    page = f"停水公告\n\n{NOTICE}\n　　　　云溪市自来水有限公司\n　　　　{day}\n\n木栈道修好了\n\n{NEWS}"
    found = bodies(page)
    assert list(found) == ["停水公告", "木栈道修好了"]
    assert found["停水公告"] == ["".join(NOTICE.split()), "云溪市自来水有限公司", day]


def test_a_notice_behind_an_article() -> None:
    found = bodies(f"木栈道修好了\n\n{NEWS}\n停水公告\n\n{NOTICE}")
    assert list(found) == ["木栈道修好了", "停水公告"]


def test_items_with_marks_are_no_captions() -> None:
    lost = ["▲秦可嘉遗失身份证一张，声明作废。", "▲鲍一鸣遗失驾驶证一本，声明作废。"]
    found = bodies(f"木栈道修好了\n\n{NEWS}\n遗失声明\n\n" + "\n".join(lost) + "\n")
    assert found["遗失声明"] == lost


def test_a_torn_headline_keeps_its_colon() -> None:
    page = f"南岸区：\n\n木栈道修好了\n\n{NEWS}"
    (article,) = (record for record in split_page(page) if isinstance(record, Article))
    assert "南岸区：" in "".join([article.headline or "", *article.deck])


def test_a_note_on_who_was_asked() -> None:
    found = bodies(f"木栈道修好了\n\n{NEWS}\n（采访对象系云溪大学教授）\n\n停水公告\n\n{NOTICE}")
    assert found["木栈道修好了"][-1].endswith("（采访对象系云溪大学教授）")
