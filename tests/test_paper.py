"""What the place of lines on paper tells of them: paragraphs, subheads, by-lines, articles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from test_layout import LEFT, RIGHT, column, line, read

from newsseg import split_page
from newsseg.inputs.layout.glyphs import Glyph
from newsseg.record import Article

OTHER = """\
　　青石小学的新校舍昨
日启用，四百名学生搬进
了宽敞的教室，操场也比
原来大了一倍。
　　校长告诉家长，孩子
盼了两年，如今走路十分
钟就能到学校，图书室里
有三千册新书，音乐室配
齐了乐器。"""
Lines = Sequence[Sequence[Glyph]]


def articles(lines: Lines) -> list[Article]:
    page = read(lines)
    records = split_page(page.text, boxes=page.lines)
    return [record for record in records if isinstance(record, Article)]


def in_font(lines: Lines, font: str) -> list[list[Glyph]]:
    return [[glyph._replace(font=font) for glyph in glyphs] for glyphs in lines]


def test_a_byline_that_a_narrow_column_cuts_is_whole() -> None:
    signed = "　　云溪日报讯\n（全媒体记者\n林舟 见习记者\n杨帆）云溪河"
    text = f"{signed}\n边的老码头今\n年重新开了张\n。\n　　街坊们说\n等着去坐一坐。"
    [article] = articles([line(30, 60, "老码头又开张", 12), *column(30, 100, text)])
    assert [credit.name for credit in article.credits] == ["林舟", "杨帆"]
    assert [element.text for element in article.body] == ["云溪河边的老码头今年重新开了张。", "街坊们说等着去坐一坐。"]


def test_a_byline_in_a_font_of_its_own_goes_on_in_the_next_line() -> None:
    signed = in_font(column(30, 100, "■本报记者 林舟 通讯员\n杨帆"), "Kai")
    [article] = articles([line(30, 60, "老码头又开张了", 24), *signed, *column(30, 128, LEFT)])
    assert [credit.name for credit in article.credits] == ["林舟", "杨帆"]
    assert len(article.body) == 2


def test_a_centred_line_between_paragraphs_is_a_subhead() -> None:
    subhead = [line(55, 100 + 14 * 4, "旧粮仓的用处")]
    above, below = "\n".join(LEFT.split("\n")[:4]), "\n".join(LEFT.split("\n")[4:]) + "\n" + RIGHT
    lines = [line(30, 60, "老码头又开张了", 24), *column(30, 100, above), *subhead, *column(30, 170, below)]
    [article] = articles(lines)
    assert [element.text for element in article.body if element.kind == "subhead"] == ["旧粮仓的用处"]


def test_an_article_in_larger_print_is_no_headline() -> None:
    small = [line(30, 60, "木牌上写的话", 18), *column(30, 90, f"{LEFT}\n{RIGHT}\n{LEFT}\n{RIGHT}")]
    large = [line(200, 60, "青石小学迎来新校舍", 24), *column(200, 100, OTHER, 12, 17)]
    found = articles([*small, *large])
    assert [article.headline for article in found] == ["木牌上写的话", "青石小学迎来新校舍"]
    assert "".join(element.text for element in found[1].body).startswith("青石小学的新校舍昨日启用")


def test_a_headline_over_another_column_begins_another_article() -> None:
    one = [line(30, 60, "青石小学搬家", 14), *column(30, 90, OTHER)]
    two = [line(170, 74, "码头开张", 14), *column(170, 104, LEFT)]
    assert [article.headline for article in articles([*one, *two])] == ["青石小学搬家", "码头开张"]


def test_a_title_set_downwards_may_stand_behind_its_text() -> None:
    title = [[Glyph(char, 160, 90 + i * 22, 180, 110 + i * 22, 20, "")] for i, char in enumerate("老码头又开张")]
    deck = [[Glyph(char, 145, 90 + i * 13, 157, 102 + i * 13, 12, "")] for i, char in enumerate("街坊等着去坐坐")]
    [article] = articles([*column(30, 100, LEFT[:-4] + "。"), *title, *deck])
    assert (article.headline, article.deck) == ("老码头又开张", ("街坊等着去坐坐",))


SIGNED = "　　本报讯（记者林舟）\n" + "\n".join(LEFT.split("\n")[1:4])
BELOW = "\n".join(LEFT.split("\n")[4:]) + "\n" + RIGHT


@pytest.mark.parametrize(
    "subhead",
    [
        pytest.param(line(55, 156, "旧粮仓的用处"), id="centred, behind a by-line in the same type"),
        pytest.param(line(30, 156, "旧粮仓里的茶馆等街坊", 11), id="a little larger"),
        pytest.param(line(44, 156, "旧粮仓的用处", 13.5), id="larger"),
    ],
)
def test_a_subhead_in_a_signed_article_is_one(subhead: list[Glyph]) -> None:
    lines = [line(30, 60, "老码头又开张了", 24), *column(30, 100, SIGNED), subhead, *column(30, 170, BELOW)]
    [article] = articles(lines)
    wanted = "".join(glyph.text for glyph in subhead)
    assert [element.text for element in article.body if element.kind == "subhead"] == [wanted]


def test_a_short_last_column_in_larger_print_is_text() -> None:
    small = [line(300, 60, "木牌上写的话", 18), *column(300, 90, f"{LEFT}\n{RIGHT}\n{LEFT}\n{RIGHT}\n{LEFT}\n{RIGHT}")]
    long = "\n".join(f"{LEFT}\n{RIGHT}".split("\n")[:10])
    title = line(30, 60, "老码头又开张", 26)
    large = [title, *column(30, 95, long, 12, 16), *column(170, 95, "一句话：慢慢来。", 12, 16)]
    first = articles([*large, *small])[0]
    assert first.body[2].text == "码头上挂着一块木牌，写着开船的时刻，也写一句话：慢慢来。"


def test_a_byline_over_the_columns_is_that_of_the_text_below_it() -> None:
    head = [line(60, 60, "老码头又开了张", 24)]
    byline = in_font([line(75, 80, "本报记者　林舟")], "Kai")
    one = [*head, *byline, *column(30, 112, LEFT), *column(160, 112, RIGHT)]
    other = [line(30, 240, "青石小学搬家", 14), *column(30, 270, OTHER)]
    found = articles([*one, *other])
    assert [(article.headline, len(article.bylines)) for article in found] == [
        ("老码头又开了张", 1),
        ("青石小学搬家", 0),
    ]
    assert [credit.name for credit in found[0].credits] == ["林舟"]
    assert [len(article.body) for article in found] == [3, 2]


def test_text_that_is_not_set_in_begins_below_a_byline() -> None:
    byline = [line(50, 80, "本报记者　林舟　通讯员　杨帆")]
    flush = LEFT.replace("　　云溪河边的老码头今", "云溪河边的那座老码头今")
    head = [line(60, 60, "老码头又开了张", 24)]
    [article] = articles([*head, *byline, *column(30, 112, flush), *column(160, 112, RIGHT)])
    assert [credit.name for credit in article.credits] == ["林舟", "杨帆"]
    assert article.body[0].text.startswith("云溪河边")


def test_a_small_line_under_a_headline_is_no_text() -> None:
    lines = [line(60, 60, "老码头又开了张", 24), line(75, 80, "旧粮仓秋天改茶馆")]
    [article] = articles([*lines, *column(30, 112, LEFT), *column(160, 112, RIGHT)])
    assert (article.headline, article.deck) == ("老码头又开了张", ("旧粮仓秋天改茶馆",))
    assert article.body[0].text.startswith("云溪河边")


def in_part(lines: Lines, font: str, start: int, end: int) -> list[list[Glyph]]:
    """Set the characters from ``start`` to before ``end``, counted over the lines, in a font of their own."""
    glyphs = [glyph for row in lines for glyph in row]
    own = {id(glyph) for glyph in glyphs[start:end]}
    return [[glyph._replace(font=font) if id(glyph) in own else glyph for glyph in row] for row in lines]


OPENINGS = [
    pytest.param(
        "　　本报讯（记者　林舟\n通讯员　杨帆）云溪河", (0, 14), ["林舟", "杨帆"], id="most of its second line"
    ),
    pytest.param("　　本报讯（记者　林舟\n通讯员　杨帆）云溪河", (6, 14), ["林舟", "杨帆"], id="names only"),
    pytest.param("　　本报讯（记者林舟\n、杨帆）云溪河边的老", (0, 13), ["林舟", "杨帆"], id="some of its second line"),
    pytest.param("　　本报讯（记者杨帆）\n云溪河边的老码头今年", (0, 9), ["杨帆"], id="all of its first line"),
    pytest.param("　　新华社北京电　今年\n开张的老码头里，茶馆", (0, 6), [], id="without a name"),
]


@pytest.mark.parametrize(("opening", "own", "names"), OPENINGS)
def test_a_byline_in_a_font_of_its_own_opens_the_text_it_runs_into(
    opening: str, own: tuple[int, int], names: list[str]
) -> None:
    rest = "\n".join([*LEFT.split("\n")[1:], *RIGHT.split("\n")])
    text = in_part(column(30, 100, f"{opening}\n{rest}"), "Hei", *own)
    [article] = articles([line(30, 60, "老码头又开了张", 24), *text])
    assert [credit.name for credit in article.credits] == names
    assert (len(article.bylines), article.deck) == (1, ())
    assert [element.kind for element in article.body] == ["paragraph"] * 3


def test_a_byline_in_a_font_of_its_own_that_ends_a_text_is_whole() -> None:
    text = RIGHT.replace("着一句话：慢慢来。", "慢慢来。（本报记者林\n舟、杨帆）")
    count = sum(len(row.strip()) for row in text.split("\n"))
    closing = in_part(column(160, 100, text), "Kai", count - len("（本报记者林舟、杨帆）"), count)
    first = [line(60, 60, "老码头又开了张", 24), *column(30, 100, LEFT), *closing]
    other = [line(30, 240, "青石小学搬家", 14), *column(30, 270, OTHER)]
    found = articles([*first, *other])
    assert [article.headline for article in found] == ["老码头又开了张", "青石小学搬家"]
    assert [credit.name for credit in found[0].credits] == ["林舟", "杨帆"]
    assert found[1].deck == ()


@pytest.mark.parametrize("subhead", ["旧粮仓的用处", "旧粮仓里的茶馆等街坊"])
def test_a_subhead_in_a_font_of_its_own_is_one(subhead: str) -> None:
    """Also one that fills its column: the text above it has ended, and the text below it begins a paragraph."""
    above, below = "\n".join(LEFT.split("\n")[:4]), "\n".join(LEFT.split("\n")[4:]) + "\n" + RIGHT
    own = in_font([line(30, 156, subhead)], "Hei")
    lines = [line(30, 60, "老码头又开了张", 24), *column(30, 100, above), *own, *column(30, 170, below)]
    [article] = articles(lines)
    assert [element.text for element in article.body if element.kind == "subhead"] == [subhead]


@pytest.mark.parametrize("row", [0, 2, 4])
def test_a_line_in_a_font_of_its_own_that_goes_on_is_text(row: int) -> None:
    """The first line of a text, one in a sentence, the first of a paragraph: each fills its column."""
    rows = f"{LEFT}\n{RIGHT}".split("\n")
    rows[4] = "　　镇上打算把旧粮仓改"
    text = column(30, 100, "\n".join(rows))
    text[row : row + 1] = in_font(text[row : row + 1], "Hei")
    [article] = articles([line(30, 60, "老码头又开了张", 24), *text])
    assert [element.kind for element in article.body] == ["paragraph"] * 3
    assert article.deck == ()
