"""Lines of nothing but names: by-lines under a headline, and the words, headlines and subheads that look like them."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.engine.authored import names_below
from newsseg.engine.lines import read_lines
from newsseg.engine.unwrap import unwrap_text
from newsseg.grammar.authors import Grade, authors
from newsseg.record import Article
from newsseg.rules import shipped

RULES = shipped()

TITLES = ("把木栈道修到湿地深处去", "夜里的图书馆为谁亮着灯", "一条老街怎样留住手艺人")
TEXTS = (
    "城南的湿地去年冬天修好了第一段木栈道，沿着新铺\n的木板往里走，能听见水鸟在芦苇里叫。许多人说，\n这样的路应当再长一些。",
    "晚上九点半，自习室里还坐着三十多个人，有备考的\n学生，也有下了班的年轻人。值班的馆员说，灯一直\n亮到最后一位读者离开。",
    "老街上的铺子一家挨着一家，修伞的、打铁的、做秤\n的，都有几十年了。手艺要有人学，也要有人买，两\n样都急不得。",
)


def articles(text: str) -> list[Article]:
    return [record for record in split_page(text) if isinstance(record, Article)]


def page(*bylines: str, gap: str = "\n\n") -> str:
    parts = (gap.join(part for part in row if part) for row in zip(TITLES, bylines, TEXTS, strict=False))
    return "\n\n".join(parts) + "\n"


def signed(text: str) -> list[tuple[str | None, tuple[str, ...], list[str]]]:
    return [(one.headline, one.bylines, [credit.name for credit in one.credits]) for one in articles(text)]


NAMES = [
    ("骆青禾", ["骆青禾"], Grade.CLEAR),
    ("欧阳若晴", ["欧阳若晴"], Grade.CLEAR),
    ("骆 青", ["骆青"], Grade.LIKELY),
    ("骆　青", ["骆青"], Grade.LIKELY),
    ("石晓峰", ["石晓峰"], Grade.LIKELY),
    ("骆青禾　邢 帆", ["骆青禾", "邢帆"], Grade.CLEAR),
    ("骆青禾、邢志远", ["骆青禾", "邢志远"], Grade.CLEAR),
    ("骆 青　邢志远　邵 敏", ["骆青", "邢志远", "邵敏"], Grade.CLEAR),
    ("□邢敏", ["邢敏"], Grade.LIKELY),
    ("□ 邢敏", ["邢敏"], Grade.LIKELY),
    ("邢敏", ["邢敏"], Grade.FAINT),
    ("邢渠敏", ["邢渠敏"], Grade.FAINT),
]


@pytest.mark.parametrize(("text", "names", "grade"), NAMES, ids=[text for text, *_ in NAMES])
def test_names_alone_on_a_line(text: str, names: list[str], grade: Grade) -> None:
    found = authors(text, RULES)
    assert found is not None
    assert [(credit.role, credit.name, credit.type) for credit in found.byline.credits] == [
        ("author", name, "person") for name in names
    ]
    assert found.grade == grade


@pytest.mark.parametrize(
    "text",
    "山里红 江上春 高考 高 考 江南 桂林市 成绩单 白皮书 马拉松 金点子 时间表 方言课 文化 平安 程序员 石板街 云溪日报"
    " 骆青禾摄 骆青禾说 骆青禾邢志远 云溪轩 望江楼".split(" "),
)
def test_words_are_no_names(text: str) -> None:
    found = authors(text, RULES)
    assert found is None or found.grade == Grade.FAINT


@pytest.mark.parametrize("gap", ["\n\n", "\n", "\n\n　　　　　　"])
@pytest.mark.parametrize("name", [text for text, _, grade in NAMES if grade > Grade.FAINT])
def test_names_under_a_headline_are_its_by_line(name: str, gap: str) -> None:
    text = page(name, "", gap=gap)
    names = next(names for text, names, _ in NAMES if text == name)
    assert signed(text)[0] == (TITLES[0], (name,), names)
    assert split_page(unwrap_text(text))[0].bylines == (name,)  # type: ignore[union-attr]


def test_names_part_articles() -> None:
    found = signed(page("骆青禾", "邢 帆", "邵晓敏"))
    assert found == [
        (TITLES[0], ("骆青禾",), ["骆青禾"]),
        (TITLES[1], ("邢 帆",), ["邢帆"]),
        (TITLES[2], ("邵晓敏",), ["邵晓敏"]),
    ]


def test_what_could_be_a_name_is_one_where_the_page_has_such_lines() -> None:
    assert [names for _, _, names in signed(page("骆青禾", "邢渠敏"))] == [["骆青禾"], ["邢渠敏"]]
    assert [names for _, _, names in signed(page("邢渠敏"))] == [[]]


def test_a_name_of_two_characters_is_one_under_a_headline_longer_than_itself() -> None:
    assert signed(page("邢敏")) == [(TITLES[0], ("邢敏",), ["邢敏"])]
    (one,) = articles(f"渡口\n\n邢敏\n\n{TEXTS[0]}\n")
    assert one.bylines == ()


@pytest.mark.parametrize(
    "title", ["心香一瓣\n\n白晓阳", "石晓峰", "骆青禾", "人物\n骆青禾", "木栈道", "把木栈道修到湿地深处去\n\n木栈道"]
)
def test_a_short_headline_is_no_by_line(title: str) -> None:
    (one,) = articles(f"{title}\n\n{TEXTS[0]}\n")
    assert one.bylines == ()


def test_a_name_that_the_text_tells_of_is_its_title() -> None:
    text = TEXTS[0] + "\n　　骆青禾是修路的人里年纪最大的一个，木板都要经他的手。"
    (one,) = articles(f"修了一辈子路的老木匠\n\n骆青禾\n\n{text}\n")
    assert one.bylines == ()
    assert "".join([one.headline or "", *one.deck]) == "修了一辈子路的老木匠骆青禾"


def test_names_inside_a_text_are_subheads() -> None:
    middle = [f"{name}\n\n{text}\n\n" for name, text in zip(["骆青禾", "邢志远"], TEXTS[1:], strict=True)]
    (one,) = articles(f"{TITLES[0]}\n\n云溪日报讯（记者 邵敏）{TEXTS[0]}\n\n" + "".join(middle))
    assert one.bylines == ("云溪日报讯（记者 邵敏）",)


def test_names_under_a_headline_whose_text_opens_with_a_by_line_are_none() -> None:
    (one,) = articles(f"{TITLES[0]}\n\n骆青禾\n\n云溪日报讯（记者 邵敏）{TEXTS[0]}\n")
    assert one.bylines == ("云溪日报讯（记者 邵敏）",)


def test_a_name_over_a_text_whose_headline_stands_elsewhere_is_its_by_line() -> None:
    signed_text = f"云溪日报讯（记者 邵敏）{TEXTS[0]}"
    one, two = articles(f"{signed_text}\n\n骆青禾\n\n{TEXTS[1]}\n\n{TITLES[0]}\n\n{TITLES[1]}\n")
    assert (one.headline, one.bylines) == (TITLES[0], ("云溪日报讯（记者 邵敏）",))
    assert (two.headline, two.bylines) == (TITLES[1], ("骆青禾",))


def test_a_name_below_a_headline_goes_where_the_headline_goes() -> None:
    signed_text = f"云溪日报讯（记者 邵敏）{TEXTS[0]}"
    one, two = articles(f"{signed_text}\n\n{TEXTS[1]}\n\n{TITLES[0]}\n\n{TITLES[1]}\n骆青禾\n")
    assert (one.headline, one.bylines) == (TITLES[0], ("云溪日报讯（记者 邵敏）",))
    assert (two.headline, two.bylines) == (TITLES[1], ("骆青禾",))


def test_names_that_end_several_texts_sign_them() -> None:
    rows = zip(TITLES, TEXTS, ["骆青禾", "邢志远", "邵 敏"], strict=True)
    found = articles("\n\n".join(f"{title}\n\n{text}\n\n{name}" for title, text, name in rows) + "\n")
    assert [(one.headline, one.bylines) for one in found] == [
        (TITLES[0], ("骆青禾",)),
        (TITLES[1], ("邢志远",)),
        (TITLES[2], ("邵 敏",)),
    ]


def test_names_that_begin_titles_behind_the_texts_that_tell_of_them_sign_nothing() -> None:
    rows = zip(TITLES, TEXTS, ["骆青禾", "邢志远"], strict=False)
    told = [
        f"云溪日报讯（记者 邵敏）市长{name}昨日到街上调研。{text}\n\n{name}\n在调研时强调\n{title}"
        for title, text, name in rows
    ]
    found = articles("\n\n".join(told) + "\n")
    assert [(one.headline, one.deck, one.bylines) for one in found] == [
        (TITLES[0], ("骆青禾在调研时强调",), ("云溪日报讯（记者 邵敏）",)),
        (TITLES[1], ("邢志远在调研时强调",), ("云溪日报讯（记者 邵敏）",)),
    ]


def test_one_name_behind_a_text_may_be_a_title() -> None:
    found = articles(f"{TITLES[0]}\n\n{TEXTS[0]}\n\n骆青禾\n\n{TITLES[1]}\n\n{TEXTS[1]}\n")
    assert {one.bylines for one in found} == {()}


@pytest.mark.parametrize("mark", ["（小满）", "（骆敏）"])
def test_a_word_in_brackets_behind_a_text_signs_it_where_a_title_follows(mark: str) -> None:
    one, two = articles(
        f"{TITLES[0]}\n{TEXTS[0]}\n　　　　　　{mark}\n{TITLES[1]}\n云溪日报讯（记者 邵敏）{TEXTS[1]}\n"
    )
    assert (one.headline, one.bylines) == (TITLES[0], (mark,))
    assert (two.headline, two.bylines) == (TITLES[1], ("云溪日报讯（记者 邵敏）",))


@pytest.mark.parametrize("mark", ["（小说）", "（外一首）", "（上）"])
def test_a_word_in_brackets_under_a_title_signs_nothing(mark: str) -> None:
    (one,) = articles(f"{TITLES[0]}\n{mark}\n\n{TEXTS[0]}\n")
    assert one.bylines == ()


@pytest.mark.parametrize(("title", "named"), [("老街上的志愿者弘扬时", False), ("老街上的志愿者在忙碌", True)])
def test_what_the_end_of_a_line_leaves_of_a_word_is_no_name(title: str, named: bool) -> None:
    above, line = read_lines(f"{title}\n代新风")
    assert (names_below(above, line, RULES) is not None) == named
