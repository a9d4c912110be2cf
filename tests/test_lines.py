"""Physical lines: what extraction did to blanks in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsseg import split_page
from newsseg.engine.lines import read_lines
from newsseg.record import Article
from newsseg.verify import problems


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("渔 船 靠 岸 不 再 等 潮", "渔船靠岸不再等潮"),
        ("　　本 报 云 溪 6 月 1 2 日 电", "本报云溪6月12日电"),
        ("5 3 . 2 万 件 ， 增 长", "53.2万件，增长"),
        ("程 龙 方 以", "程 龙 方 以"),  # names
        ("渔 船 靠岸 不 再 等 潮", "渔 船 靠岸 不 再 等 潮"),
        ("渔 船 靠 岸  不 再 等 潮", "渔 船 靠 岸  不 再 等 潮"),
        ("A B C D E F", "A B C D E F"),
    ],
)
def test_a_line_that_is_set_wide_has_no_blanks(line: str, read: str) -> None:
    (found,) = read_lines(line)
    assert found.text == read
    assert "".join(line[start:end] for start, end, _ in found.pieces) == read
    assert all(found.text[place] == line[start] for start, _, place in found.pieces)


PAGE = """渔港添了三百米浮桥
云溪日报讯（记者 秦可嘉）渔港码头去年铺了三
百米浮桥，渔船靠岸不再等潮水。老船长们说，从
前卸一船鱼要等大半天，如今浮桥跟着潮水起落。
屋顶菜园里的番
茄课{}城南小学的屋顶菜园今年又收了一茬番
茄，孩子们自己浇水、捉虫、记录，老师把菜园分
成二十四块，每个班认领一块，种什么由孩子们商
量着定。（方以宁）
"""


def test_a_paragraph_that_was_glued_to_the_line_above_it_begins_one() -> None:
    page = PAGE.format(" 　　")
    records = split_page(page)
    titles = [record.headline for record in records if isinstance(record, Article)]
    assert titles == ["渔港添了三百米浮桥", "屋顶菜园里的番茄课"]
    assert not list(problems(page, records))


def test_nothing_of_a_line_that_is_set_wide_is_lost() -> None:
    wide = " ".join("百米浮桥，2.5万元，渔船靠岸")
    page = PAGE.format("\n").replace("百米浮桥，渔船靠岸不再等潮水。老船长们说，从", wide)
    records = split_page(page)
    assert not list(problems(page, records))
    first = next(record for record in records if isinstance(record, Article))
    assert first.body[0].text.startswith("渔港码头去年铺了三百米浮桥，2.5万元，渔船靠岸前卸一船鱼")


SAMPLES = Path(__file__).parent.parent / "samples"


def told(text: str) -> list[tuple[object, ...]]:
    records = split_page(text)
    return [
        (one.headline, one.deck, one.body, one.credits) if isinstance(one, Article) else (one.text,) for one in records
    ]


@pytest.mark.parametrize("name", ["agency", "briefs", "indents", "no-byline", "raw-columns", "two-sides", "unwrapped"])
@pytest.mark.parametrize("apart", ["\n\n", "\n　\n\n"])
def test_blank_lines_between_all_lines_tell_nothing(name: str, apart: str) -> None:
    page = (SAMPLES / f"{name}.txt").read_text("utf-8")
    assert told(page.replace("\n", apart)) == told(page)


def test_blank_lines_between_most_lines_are_gaps() -> None:
    lines = [f"第{n}块牌子讲的是一种鸟，旁边画着它的巢" for n in range(20)]
    page = "\n\n".join(lines[:10]) + "\n" + "\n".join(lines[10:])
    assert [line.gap for line in read_lines(page)] == [True] * 10 + [False] * 10
