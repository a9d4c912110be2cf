"""Captions that a paragraph runs around, and jump lines: whose they are, and what stays whole beside them."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.record import Article

TITLE = "南岸湿地修好木栈道\n\n"
TEXT = """云溪日报讯（记者 秦可嘉）昨日清晨，南岸湿
地的木栈道修好了，第一批游客沿着新铺的木板走
"""
HEAD = TITLE + TEXT
TAIL = """到了观鸟亭。管理处说，整条栈道长一千二百米，
雨天也能走。
"""
BODY = "".join((HEAD.split("）")[1] + TAIL).split())
OTHER = """市图书馆夜里也亮着灯
云溪日报讯（记者 鲍一鸣）市图书馆本周起延长
开放时间，夜里九点半才闭馆。值班馆员说，来得
最多的是备考的学生和下了班的年轻人。
"""
OTHER_TEXT = OTHER.split("）")[1]
OTHER_BODY = "".join(OTHER.split("）")[1].split())


def articles(text: str) -> list[Article]:
    return [record for record in split_page(text) if isinstance(record, Article)]


def plain(text: str) -> str:
    return "".join(text.split())


BETWEEN_BLANKS = [
    "游客走在新铺的木栈道上。 方小圆 摄",
    "游客走在新铺的木栈道上。\n云溪日报记者 方小圆\n摄",
    "游客走在新铺的木栈道上，远\n处是观鸟亭。云溪日报记者 方\n小圆 摄",
    "新铺的木栈道。图为游客走向观鸟亭。（方小圆 摄）",
    "新铺的木栈道有一千二百米。\n图为游客走在栈道上，远处是观\n鸟亭。（方小圆 摄）",
    "图为新铺的木栈道。",
    "▲新铺的木栈道 资料图片",
    "▲新铺的木栈道。方小圆 摄\n\n▼栈道尽头的观鸟亭。方小圆 摄",
]

WITHOUT_BLANKS = [
    "▲新铺的木栈道。方小圆 摄",
    "▼游客走在新铺的木栈道\n上。云溪日报供图",
    "△新铺的木栈道。（方小圆\n摄）",
    "△新铺的木栈道（资料图\n片）",
    "图为新铺的木栈道。\n方小圆摄",
    "图为游客走在新铺的木栈道上，远处是\n观鸟亭。 云溪日报记者 方小圆 摄",
    "▲新铺的木栈道。图为游客走向观鸟亭。云溪日报记者 方小圆 摄",
    "▲图为游客走在新铺的木\n栈道上。",
]


@pytest.mark.parametrize(
    "caption", [f"\n{text}\n\n" for text in BETWEEN_BLANKS] + [f"{text}\n" for text in WITHOUT_BLANKS]
)
def test_a_paragraph_that_runs_around_a_caption_is_whole(caption: str) -> None:
    one, two = articles(f"{HEAD}{caption}{TAIL}\n{OTHER}")
    assert [(element.kind, element.text) for element in one.body] == [("paragraph", BODY)]
    assert plain("".join(one.captions)) == plain(caption)
    assert (one.headline, two.headline) == ("南岸湿地修好木栈道", "市图书馆夜里也亮着灯")
    assert plain("".join(element.text for element in two.body)) == OTHER_BODY


@pytest.mark.parametrize("caption", BETWEEN_BLANKS)
def test_a_caption_between_two_paragraphs_joins_them_not(caption: str) -> None:
    one, _ = articles(
        f"{HEAD}{TAIL}\n{caption}\n\n栈道两旁种了芦苇，春天的时候有白鹭来做窝，到了\n秋天一片金黄。\n\n{OTHER}"
    )
    assert [element.text for element in one.body] == [
        BODY,
        "栈道两旁种了芦苇，春天的时候有白鹭来做窝，到了秋天一片金黄。",
    ]
    assert plain("".join(one.captions)) == plain(caption)


@pytest.mark.parametrize(
    "caption", ["▼新铺的木栈道尽头是观鸟\n亭。云溪日报记者 方小圆 摄\n", "▲新铺的木栈道。方小圆 摄\n"]
)
def test_a_last_paragraph_of_one_line_is_no_part_of_the_caption_below(caption: str) -> None:
    one, two = articles(f"{HEAD}{TAIL}湿地公园免费开放。\n{caption}{OTHER}")
    assert "".join(element.text for element in one.body) == f"{BODY}湿地公园免费开放。"
    assert plain("".join(one.captions + two.captions)) == plain(caption)


@pytest.mark.parametrize(
    "title", ["南岸湿地修好木栈道\n观鸟亭前又多一景", "南岸湿地修好木栈道\n\n观鸟亭前又多一景", "南岸湿地修好木栈道"]
)
def test_a_title_above_a_caption_stays_one(title: str) -> None:
    for caption in ("图为新铺的木栈道。方小圆 摄\n", "游客在栈道上。方小圆 摄\n"):
        for gap in ("\n", ""):
            (one,) = articles(f"{title}\n{gap}{caption}\n{TEXT}{TAIL}")
            titles = "".join(sorted(plain(text) for text in (one.headline or "", *one.deck)))
            assert sorted(titles) == sorted(plain(title))
            assert "".join(element.text for element in one.body) == BODY
            assert one.captions == (caption.strip(),)


@pytest.mark.parametrize(
    "caption", ["▲新铺的木栈道。 资\n料图片", "图为新铺的木栈道。方小圆 摄", "▲新铺的木栈道。（方小圆\n摄）"]
)
@pytest.mark.parametrize("gap", ["\n", ""])
def test_a_title_below_a_caption_is_no_part_of_it(caption: str, gap: str) -> None:
    one, two = articles(f"{HEAD}{TAIL}\n{caption}\n{gap}{OTHER}")
    assert two.headline == OTHER.split("\n", maxsplit=1)[0]
    assert plain("".join(one.captions + two.captions)) == plain(caption)
    assert "".join(element.text for element in one.body) == BODY


@pytest.mark.parametrize(
    "text",
    [
        "到\n上图书馆去自习的人越来越多，年轻人占了一大半，",
    ],
)
def test_what_is_no_caption_stays_in_the_text(text: str) -> None:
    (one,) = articles(f"{HEAD}到了观鸟亭。管理处说，栈道修好以后每天早上有人{text}\n全长一千二百米。\n")
    assert one.captions == ()


FROM = ["（上接第一版）", "上接第1版", "（上接A01版）", "（接第一版）", "（上 接第一版）"]


@pytest.mark.parametrize("jump", FROM)
def test_where_an_article_comes_from_stands_above_it(jump: str) -> None:
    one, two = articles(f"{HEAD}{TAIL}\n{jump}\n{OTHER}")
    assert (one.jumps, two.jumps) == ((), (jump,))
    one, two = articles(f"{HEAD}{TAIL}{jump}\n{OTHER}")
    assert (one.jumps, two.jumps) == ((), (jump,))


@pytest.mark.parametrize("jump", FROM)
def test_where_the_first_article_of_a_page_comes_from_is_no_fragment(jump: str) -> None:
    for page in (f"{jump}\n{HEAD}{TAIL}", f"{TITLE}{jump}\n{TEXT}{TAIL}"):
        one, two = articles(f"{page}\n{OTHER}")
        assert (one.jumps, two.jumps) == ((jump,), ())


@pytest.mark.parametrize("jump", ["（下转第三版）", "下转3版", "（紧接第二版）", "（详见A03版）"])
def test_where_an_article_goes_on_stands_below_it(jump: str) -> None:
    one, two = articles(f"{HEAD}{TAIL}{jump}\n\n{OTHER}")
    assert (one.jumps, two.jumps) == ((jump,), ())


def test_where_an_article_comes_from_with_its_title_behind_it() -> None:
    title, text = OTHER.split("\n", 1)
    page = f"{TEXT}{TAIL}\n南岸湿地修好木栈道\n\n（上接第一版）\n{text}\n{title}\n"
    one, two = articles(page)
    assert (one.jumps, two.jumps) == ((), ("（上接第一版）",))


def test_a_caption_that_says_nothing_belongs_to_the_paragraph_that_it_interrupts() -> None:
    caption = "图为活动现场。 方小圆 摄\n"
    for gap in ("\n", ""):
        first, _second = articles(f"{HEAD}{gap}{caption}{gap}{TAIL}\n{OTHER}")
        assert first.captions == (caption.strip(),)


def test_titles_and_a_by_line_behind_a_caption_are_no_part_of_it() -> None:
    caption = "图为游客在栈道上散步。\n"
    one, two = articles(f"{HEAD}{TAIL}{caption}码头书店\n今夜不打烊\n文/本报记者 冯素芬 图/受访者提供\n{OTHER_TEXT}")
    assert one.captions == (caption.strip(),)
    assert two.bylines == ("文/本报记者 冯素芬 图/受访者提供",)
    assert plain("".join((two.headline or "", *two.deck))) == "码头书店今夜不打烊"


SAID = "管理处说，整条栈道长一千二百米，雨天也能走。"


@pytest.mark.parametrize(
    "caption",
    [
        "管理处说，整条栈道长一千二百\n米，雨天也能走。图为木栈道一角。\n云溪日报记者 方小圆 摄\n",
        "管理处说，整条栈道长一千\n二百米，雨天也能走。云溪日\n报记者 方小圆 摄\n",
        "管理处说，整条栈道长一千二百米，雨\n天也能走。图为木栈道一角。\n",
        "管理处说，整条栈道长一千二百米，\n雨天也能走。\n",
        "管理处说，整条栈道长一千二百米，雨\n天也能走。图为木栈道一角。资料图\n片\n",
    ],
)
@pytest.mark.parametrize("gap", ["\n", ""])
def test_a_caption_prints_a_sentence_of_its_article_again(caption: str, gap: str) -> None:
    assert SAID in BODY
    one, two = articles(f"{HEAD}{gap}{caption}{gap}{TAIL}\n{OTHER}")
    assert [element.text for element in one.body] == [BODY]
    assert plain("".join(one.captions)) == plain(caption)
    assert two.captions == ()


def test_two_captions_below_each_other_stay_two() -> None:
    first, second = "管理处说，整条栈道长一千二百米，雨天也能走。图为木栈道一角。", "游客在等开门。方小圆 摄"
    one, two = articles(f"{HEAD}{TAIL}\n{OTHER}\n{first}\n{second}\n")
    assert (one.captions, two.captions) == ((first,), (second,))


def test_a_caption_interrupts_the_very_sentence_that_it_prints_again() -> None:
    first, rest = "管理处说，栈道两旁种了芦苇，春天的时候有白鹭来做窝，\n", "到了秋天一片金黄。雨天也能走。\n"
    caption = "管理处说，栈道两旁种了芦苇，春天的时候\n有白鹭来做窝，到了秋天一片金黄。云溪日报供图\n"
    one, _two = articles(f"{TITLE}云溪日报讯（记者 秦可嘉）\n{first}{caption}{rest}\n{OTHER}")
    assert [element.text for element in one.body] == [plain(first + rest)]
    assert plain("".join(one.captions)) == plain(caption)


def test_a_headline_at_the_page_s_end_prints_no_sentence_again() -> None:
    opening = "整条栈道长一千二百米，雨天也能走"
    one, two = articles(f"{TEXT}{TAIL}管理处又说：\n{opening}，晴天人更多。\n\n{OTHER}\n{opening}\n")
    assert one.captions == two.captions == ()


def test_a_text_that_opens_with_the_words_of_its_headline_is_no_caption() -> None:
    title = "第三届云溪豆腐节在老城开幕"
    (one,) = articles(f"{title}\n{title}，六十家作坊摆满了两条街。\n街坊端着碗排队，作坊主人们现磨现卖，忙了一天。\n")
    assert (one.headline, one.captions) == (title, ())


def test_a_pull_quote_at_the_page_s_end_is_its_article_s() -> None:
    one, two = articles(f"{HEAD}{TAIL}\n{OTHER}\n{SAID}\n")
    assert (one.captions, two.captions) == ((SAID,), ())


def test_a_sentence_that_is_a_paragraph_twice_is_no_caption() -> None:
    refrain = "木栈道修好以后，天天有人来走一走。\n"
    first, second = articles(f"{TITLE}{TEXT}{TAIL}\n{refrain}\n{OTHER}\n{refrain}")
    assert first.captions == second.captions == ()
    assert [first.body[-1].text, second.body[-1].text] == [refrain.strip()] * 2


def test_text_that_goes_on_the_same_is_no_caption() -> None:
    """Two articles hold the same sentences: the first of them, which fills its line, is printed again by neither."""
    first, second = "雨天也能走，沿线立了十二块牌子告诉人们来的鸟。", "每块牌子说一种鸟，画是附近三所小学的学生画的"
    own = f"{HEAD}了上去。\n{first}\n{second}，\n画了一个学期。\n\n"
    other = f"{OTHER[:-1]}\n{first[:20]}\n{first[20:]}{second[:17]}\n{second[17:]}。\n"
    text = own + other
    assert [one.captions for one in articles(text)] == [(), ()]
    assert plain(first + second) in plain("".join(part.text for part in articles(text)[0].body))
