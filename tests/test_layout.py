"""Characters with places become text in the order of reading, whatever order they were drawn in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsseg.geometry import PageGeometry
from newsseg.inputs.layout import blocks, textlines
from newsseg.inputs.layout.glyphs import Glyph
from newsseg.inputs.layout.pagetext import page_of
from newsseg.inputs.layout.textlines import find_lines

FEW = 50  # lines that count as too many here, to save time

LEFT = """\
　　云溪河边的老码头今
年重新开了张。摆渡人说
，水退以后来客一天比一
天多，船票却没有涨价。
　　镇上打算把旧粮仓改
成茶馆，秋天开门，街坊"""
RIGHT = """\
们说等着去坐一坐，看看
河上的船。
　　码头上挂着一块木牌
，写着开船的时刻，也写
着一句话：慢慢来。"""
OTHER = """\
　　青石小学的新校舍昨
日启用，四百名学生搬进
了宽敞的教室。"""
BODY = [line.strip() for line in f"{LEFT}\n{RIGHT}".split("\n")]


Lines = Sequence[Sequence[Glyph]]


def line(x: float, y: float, text: str, size: float = 10.0) -> list[Glyph]:
    """Set a line of Chinese; an ideographic space leaves room only."""
    placed = enumerate(text)
    return [Glyph(char, x + i * size, y - size, x + (i + 1) * size, y, size, "") for i, char in placed if char != "　"]


def column(x: float, y: float, text: str, size: float = 10.0, leading: float = 14.0) -> list[list[Glyph]]:
    return [line(x, y + i * leading, words, size) for i, words in enumerate(text.split("\n"))]


def down(x: float, y: float, text: str, size: float = 20.0) -> list[list[Glyph]]:
    """Set a line from top to bottom."""
    return [line(x, y + i * size * 1.1, char, size) for i, char in enumerate(text)]


def read(lines: Sequence[Sequence[Glyph]]) -> PageGeometry:
    return page_of(find_lines([glyph for glyphs in lines for glyph in glyphs]))


def shuffled(lines: Sequence[Sequence[Glyph]]) -> list[Sequence[Glyph]]:
    return Random(7).sample(list(lines), len(lines))  # noqa: S311


def by_rows(lines: Sequence[Sequence[Glyph]]) -> list[Sequence[Glyph]]:
    return sorted(lines, key=lambda glyphs: (glyphs[0].y1, glyphs[0].x0))


def by_character(lines: Sequence[Sequence[Glyph]]) -> list[Sequence[Glyph]]:
    glyphs = [[glyph] for glyphs in lines for glyph in glyphs]
    return Random(7).sample(glyphs, len(glyphs))  # noqa: S311


def as_drawn(lines: Sequence[Sequence[Glyph]]) -> list[Sequence[Glyph]]:
    return list(lines)


ORDERS: list[Callable[[Sequence[Sequence[Glyph]]], list[Sequence[Glyph]]]] = [as_drawn, shuffled, by_rows, by_character]


def words(page: PageGeometry) -> list[str]:
    return [row.strip() for row in page.text.split("\n") if row.strip()]


@pytest.mark.parametrize("order", ORDERS)
def test_a_column_is_read_before_the_next(order: Callable[..., list[Sequence[Glyph]]]) -> None:
    head = [line(60, 60, "老码头又开了张", 24)]
    lines = head + column(30, 100, LEFT) + column(160, 100, RIGHT)
    assert words(read(order(lines))) == ["老码头又开了张", *BODY]


@pytest.mark.parametrize("order", ORDERS)
def test_articles_beside_each_other_stay_apart(order: Callable[..., list[Sequence[Glyph]]]) -> None:
    one = [line(30, 60, "木牌上写的话", 18), *column(30, 100, RIGHT)]
    two = [line(160, 50, "老码头", 20), *column(160, 86, LEFT)]
    page = read(order([*one, *two]))
    assert words(page) == ["木牌上写的话", *BODY[6:], "老码头", *BODY[:6]]
    assert [box.flow for box in page.lines] == [0] * 6 + [1] * 7


UNDER = [
    pytest.param([line(75, 80, "本报记者　林舟　杨帆")], id="over the gutter"),
    pytest.param([line(30, 80, "本报记者　林舟")], id="at the left"),
    pytest.param([line(160, 80, "本报记者　林舟")], id="over the second column"),
    pytest.param([line(75, 80, "本报记者　林舟", 11.3)], id="a little larger"),
    pytest.param(column(75, 74, "本报记者　林舟\n通讯员　　杨帆", leading=12), id="two lines"),
]


@pytest.mark.parametrize("order", [as_drawn, shuffled])
@pytest.mark.parametrize("byline", UNDER)
def test_a_byline_between_a_headline_and_its_columns_is_read_between_them(
    order: Callable[..., list[Sequence[Glyph]]], byline: Lines
) -> None:
    head = [line(60, 60, "老码头又开了张", 24)]
    page = read(order([*head, *byline, *column(30, 112, LEFT), *column(160, 112, RIGHT)]))
    found = words(page)
    assert [found[0], *found[-len(BODY) :]] == ["老码头又开了张", *BODY]
    assert "".join(found[1 : -len(BODY)]).startswith("本报记者")
    assert {box.flow for box in page.lines} == {0}


def test_a_line_at_the_top_of_a_column_stays_in_it() -> None:
    head = [line(60, 60, "老码头又开了张", 24)]
    above, below = RIGHT.split("\n", 2)[:2], RIGHT.split("\n", 2)[2]
    second = [*column(160, 100, "\n".join(above)), *column(160, 148, below)]
    assert words(read([*head, *column(30, 100, LEFT), *second])) == ["老码头又开了张", *BODY]


def test_columns_under_headlines_with_bylines_of_their_own_stay_apart() -> None:
    one = [line(30, 60, "茶馆秋天开门", 18), line(55, 76, "本报记者　林舟"), *column(30, 104, LEFT)]
    two = [line(160, 60, "木牌上写的话", 18), line(185, 76, "本报记者　杨帆"), *column(160, 104, RIGHT)]
    found = words(read([*one, *two]))
    assert (found[0], found[2:8]) == ("茶馆秋天开门", BODY[:6])
    assert (found[8], found[10:]) == ("木牌上写的话", BODY[6:])


def test_a_headline_in_the_free_corner_of_a_text_heads_the_text_below_it() -> None:
    ended = f"{LEFT}\n{RIGHT}".split("\n")
    tall = "\n".join([*ended, *ended[:8]])
    whole = [line(60, 60, "老码头又开了张", 24), *column(30, 100, tall), *column(160, 100, RIGHT)]
    corner = [line(160, 190, "木牌上写的话", 17), *column(160, 214, OTHER)]
    found = words(read([*whole, *corner]))
    assert found[-4:] == ["木牌上写的话", *[row.strip() for row in OTHER.split("\n")]]


@pytest.mark.parametrize("order", [as_drawn, shuffled])
def test_a_title_set_downwards_is_read_from_right_to_left(order: Callable[..., list[Sequence[Glyph]]]) -> None:
    title = down(70, 40, "云溪河边老码") + down(36, 40, "头又开张")
    page = read(order([*title, *column(110, 40, LEFT)]))
    assert words(page)[:2] == ["云溪河边老码", "头又开张"]
    assert [box.vertical for box in page.lines] == [True] * 2 + [False] * 6


def test_a_subhead_at_the_foot_of_a_column_stays_there() -> None:
    lines = [line(60, 60, "老码头又开了张", 24), *column(30, 100, LEFT), line(45, 186, "旧粮仓的新用处", 12)]
    assert words(read(lines + column(160, 100, "　　" + RIGHT[:-2])))[6:9] == [BODY[5], "旧粮仓的新用处", BODY[6]]


def test_an_indent_that_is_only_room_becomes_characters() -> None:
    rows = read(column(30, 100, LEFT)).text.split("\n")
    assert [row.startswith("　　") for row in rows if row] == [True, False, False, False, True, False]


def test_a_headline_is_told_by_its_size() -> None:
    page = read([line(30, 60, "老码头", 24), line(30, 76, "秋天开门", 14), *column(30, 100, LEFT)])
    assert [box.size for box in page.lines][:3] == [24, 14, 10]


def test_turned_text_keeps_its_order_and_gets_its_place_on_the_page() -> None:
    turned = [glyph._replace(angle=270) for glyph in line(-200, 20, "摄影丁一")]  # seen from there, y leads to the left
    page = read([*column(30, 100, LEFT), turned])
    box = next(box for box in page.lines if box.angle)
    assert page.text[box.start : box.end] == "摄影丁一"
    assert (box.angle, box.x0, box.y0, box.x1, box.y1) == (270, 10, 160, 20, 200)


def test_letters_of_a_ligature_stay_together() -> None:
    ligature = Glyph("f", 10, 0, 20, 10, 10, "")
    word = [Glyph("o", 0, 0, 10, 10, 10, ""), ligature, ligature]
    assert words(read([word])) == ["off"]


def test_an_empty_page_is_empty() -> None:
    assert page_of([]) == PageGeometry("", ())


COORDINATES = st.floats(-50, 900, width=16)
GLYPHS = st.builds(
    lambda text, x, y, width, size, angle, spaced: Glyph(text, x, y - size, x + width, y, size, "", angle, spaced),
    st.sampled_from(["云", "溪", "a", "1", "，", " ", "　"]),
    COORDINATES,
    COORDINATES,
    st.floats(0, 40, width=16),
    st.floats(0.5, 60, width=16),
    st.sampled_from([0, 0, 0, 90, 270, 45]),
    st.booleans(),
)


def check_whole(glyphs: Sequence[Glyph]) -> None:
    page = page_of(find_lines(glyphs))
    assert Counter("".join(page.text.split())) == Counter("".join("".join(glyph.text for glyph in glyphs).split()))
    rows = [row for row in page.text.split("\n") if row.strip()]
    assert [page.text[box.start : box.end] for box in page.lines] == [row.strip() for row in rows]


@given(st.lists(GLYPHS, max_size=60))
def test_nothing_is_lost_wherever_it_stands(glyphs: list[Glyph]) -> None:
    check_whole(glyphs)


@given(
    st.lists(st.sampled_from([20, 34, 48, 62]), max_size=30), st.lists(st.sampled_from([0, 10, 20, 55]), max_size=30)
)
def test_nothing_is_lost_on_a_grid(heights: list[int], places: list[int]) -> None:
    check_whole([Glyph("云", x, y - 10, x + 10, y, 10, "") for x, y in zip(places, heights, strict=False)])


def test_a_page_of_more_lines_than_a_newspaper_has_is_kept_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (textlines, blocks):
        monkeypatch.setattr(module, "CROWDED", FEW)
    rng = Random(3)  # noqa: S311
    check_whole(
        [Glyph("云", x := rng.random() * 900, y := rng.random() * 900, x + 9, y + 9, 9, "") for _ in range(14 * FEW)]
    )


def test_a_drop_cap_begins_the_line_beside_it() -> None:
    rows = ["溪河边的老码头", "今年重新开了张", "，摆渡人说来客天天多。", "　　街坊们等着去坐一坐"]
    text = [line(55 if i < 2 else 30, 100 + 14 * i, row) for i, row in enumerate(rows)]
    page = read([line(30, 114, "云", 24), *text])
    assert words(page) == ["云溪河边的老码头", *[row.strip() for row in rows[1:]]]
    assert [row.startswith("　　") for row in page.text.split("\n") if row] == [False, False, False, True]


@pytest.mark.parametrize("order", [as_drawn, by_rows])
def test_a_spaced_headline_is_one_line(order: Callable[..., list[Sequence[Glyph]]]) -> None:
    title = [glyph for i, char in enumerate("老码头开张") for glyph in line(30 + 55 * i, 60, char, 24)]
    columns = [*column(30, 100, LEFT), *column(150, 100, RIGHT)]
    assert "老码头开张\n" in read(order([title, *columns])).text


def test_a_line_set_wide_has_no_blanks_between_its_letters() -> None:
    places = range(30, 200, 14)
    row = [line(x, 60, char, 10)[0]._replace(spaced=x > 30) for x, char in zip(places, "码头今天开张了", strict=False)]
    assert read([row, *column(30, 100, LEFT)]).text.startswith("码头今天开张了\n")


def test_a_gap_between_two_words_of_a_line_is_a_blank() -> None:
    words_apart = [*line(30, 60, "码头今天开张", 10), *line(94, 60, "季宇航", 10)]
    row = [glyph._replace(spaced=glyph.x0 == 94) for glyph in words_apart]
    assert read([row, *column(30, 100, LEFT)]).text.startswith("码头今天开张 季宇航\n")


def test_digits_stand_in_a_title_set_downwards() -> None:
    title = [*down(80, 60, "6个书包送进山"), *down(40, 60, "小学")]
    page = read(by_rows([*title, *column(120, 60, LEFT)]))
    assert page.text.replace("\n", "").startswith("6个书包送进山小学")
