"""What only the neighbours of a line tell: notes on authors, pen-names, headlines that ask, by-lines on lines alone."""

from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.engine.boundaries import is_news
from newsseg.engine.lines import read_lines
from newsseg.engine.revised import first_lines, glued, is_deck, is_question
from newsseg.engine.roles import DISPLAY, LAST, SINGLE
from newsseg.engine.roles import FIRST as BEGINS
from newsseg.engine.signs import signed
from newsseg.engine.sort import pieces
from newsseg.engine.unwrap import Block, parted
from newsseg.grammar import bylines
from newsseg.record import Article
from newsseg.rules import shipped

FIRST = """云溪日报讯（记者 秦可嘉）昨日清晨，南岸湿
地的木栈道修好了，第一批游客沿着新铺的木板走
到了观鸟亭。管理处说，整条栈道长一千二百米，
"""
SECOND = """
云溪日报讯（记者 鲍一鸣）市图书馆本周起延长
开放时间，夜里九点半才闭馆。值班馆员说，来得
最多的是备考的学生和下了班的年轻人。
"""


def articles(text: str) -> list[Article]:
    return [record for record in split_page(text) if isinstance(record, Article)]


def test_a_note_on_the_author_ends_the_text() -> None:
    page = f"{FIRST}雨天也能走。（作者为石桥大学教授）\n图书馆夜里\n也亮着灯{SECOND}"
    one, two = articles(page)
    assert one.body[-1].text.endswith("雨天也能走。（作者为石桥大学教授）")
    assert two.headline == "图书馆夜里也亮着灯"


def test_a_note_on_a_line_of_its_own_is_no_headline() -> None:
    page = f"木栈道修好了\n{FIRST}雨天也能走。\n\n（本文作者系市社科院研究员）\n\n图书馆夜里也亮着灯{SECOND}"
    one, two = articles(page)
    assert [part.text for part in one.body][-1] == "（本文作者系市社科院研究员）"
    assert (one.headline, two.headline) == ("木栈道修好了", "图书馆夜里也亮着灯")


def test_one_word_in_brackets_signs_an_article_that_ends() -> None:
    one, _ = articles(f"木栈道修好了\n{FIRST}雨天也能走。（小满）\n\n图书馆夜里也亮着灯{SECOND}")
    assert one.bylines[-1] == "（小满）"
    assert [(credit.name, credit.role) for credit in one.credits] == [("秦可嘉", "reporter"), ("小满", "author")]
    assert one.body[-1].text.endswith("雨天也能走。")


def test_an_office_in_brackets_signs_an_article_that_ends() -> None:
    text = "云溪日报讯 昨日清晨，南岸湿地的木栈道修好了，第一批游客沿着新铺的木板走到了观鸟亭。"
    one, _ = articles(f"木栈道修好了\n\n　　{text}（云溪区委宣传部）\n\n图书馆夜里也亮着灯\n{SECOND}")
    assert one.bylines[-1] == "（云溪区委宣传部）"
    assert [(credit.name, credit.type) for credit in one.credits] == [("云溪区委宣传部", "organisation")]


def test_an_outlet_in_brackets_is_where_an_article_that_ends_is_from() -> None:
    text = "昨日清晨，南岸湿地的木栈道修好了，第一批游客沿着新铺的木板走到了观鸟亭。"
    one, _ = articles(f"木栈道修好了\n\n　　{text}（新华社）\n\n图书馆夜里也亮着灯\n{SECOND}")
    assert (one.bylines, one.outlet, one.credits) == (("（新华社）",), "新华社", ())


@pytest.mark.parametrize("remark", ["（市政府）", "（据了解情况）"])
def test_an_office_in_brackets_inside_an_article_signs_nothing(remark: str) -> None:
    (one,) = articles(f"木栈道修好了\n{FIRST}雨天也能走。{remark}\n　　观鸟亭明年再修。\n")
    assert [credit.name for credit in one.credits] == ["秦可嘉"]


def test_one_word_in_brackets_is_a_remark_where_the_article_goes_on() -> None:
    (one,) = articles(f"木栈道修好了\n{FIRST}雨天也能走。（笑声）\n　　观鸟亭明年再修。\n")
    assert [credit.name for credit in one.credits] == ["秦可嘉"]
    assert "（笑声）" in "".join(part.text for part in one.body)


def test_a_short_question_before_another_article_is_its_headline() -> None:
    one, two = articles(f"木栈道修好了\n{FIRST}雨天也能走。\n\n夜里去哪儿看书？\n{SECOND}")
    assert one.headline == "木栈道修好了"
    assert two.headline == "夜里去哪儿看书？"


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("夜里去哪儿看书？", True),
        ("“再看十页就走！”", True),
        ("嗬！路真平啊！", False),  # two sentences end a text
        ("路修好了。谁来走？", False),
        ("夜里去哪儿看书", False),
    ],
)
def test_a_short_question_or_cry(text: str, asks: bool) -> None:
    assert is_question(text) is asks


def test_a_question_behind_a_byline_in_brackets_is_the_next_headline() -> None:
    helped = "（本报记者秦可嘉、慕容佳参与采写）"
    one, two = articles(f"木栈道修好了\n{FIRST}雨天也能走。{helped}夜里去哪儿看书？\n{SECOND}")
    assert one.body[-1].text.endswith("雨天也能走。")
    assert two.headline == "夜里去哪儿看书？"


@pytest.mark.parametrize(
    "titles",
    [
        ("“再看十页就走”",),
        ("图书馆里的“夜猫子”",),
        ("云溪市图书馆延长开放时间，自习室坐到九点半——", "“再看十页就走”"),
        ("云溪市图书馆本周起延长开放时间，自习室里坐满了备考的学生和下班的年轻人",),
    ],
)
def test_what_ends_no_sentence_before_another_article_is_its_title(titles: tuple[str, ...]) -> None:
    for blank in ("", "\n"):
        one, two = articles(f"木栈道修好了\n{FIRST}雨天也能走。\n{blank}" + "\n".join(titles) + "\n" + SECOND)
        assert one.body[-1].text.endswith("雨天也能走。")
        assert {two.headline, *two.deck} == set(titles)


@pytest.mark.parametrize(
    "caption",
    [
        "第一批游客走到了观鸟亭。图为新铺的木\n栈道。",
        "第一批游客走到了观鸟亭 本报记\n者 秦可嘉 摄",
        "第一批游客走到了观鸟亭 秦可嘉 摄",
    ],
)
def test_a_caption_between_blank_lines_parts_no_paragraph(caption: str) -> None:
    text = "云溪日报讯（记者 秦可嘉）昨日清晨，南岸湿地的木栈道修好了，第一批游客沿着新铺的木板走到了观鸟亭。"
    text += "管理处说，整条栈道长一千二百米，雨天也能走。"
    lines = [text[at : at + 22] for at in range(0, len(text), 22)]
    (one,) = articles("\n".join(["木栈道修好了", "", *lines[:2], "", caption, "", *lines[2:]]) + "\n")
    assert one.captions == (caption.replace("\n", ""),)
    assert [part.text for part in one.body] == [text.partition("）")[2]]


def test_a_byline_as_wide_as_the_column_stands_alone() -> None:
    text = """图书馆夜里也亮着灯
文/本报记者 鲍一鸣 图/受访者提供
“再看十页就走。”昨晚九点，市图书
馆的自习室里还坐满了人。值班馆员说，
来得最多的是备考的学生。
"""
    (one,) = articles(text)
    assert one.bylines == ("文/本报记者 鲍一鸣 图/受访者提供",)
    assert one.body[0].text.startswith("“再看十页就走。”")


def test_a_caption_line_takes_no_text_of_the_paragraph_behind_it() -> None:
    page = """木栈道修好了
云溪日报讯（记者 秦可嘉）昨日清晨，
南岸湿地的木栈道修好了，第一批游客
走到了观鸟亭。
图为游客走过新铺的木栈道。
管理处说，整条栈道长一千二百米，雨
天也能走。
"""
    (one,) = articles(page)
    assert one.captions == ("图为游客走过新铺的木栈道。",)
    assert one.body[-1].text == "管理处说，整条栈道长一千二百米，雨天也能走。"


def test_a_paragraph_that_a_caption_parts_is_whole() -> None:
    paragraph = (
        "昨日清晨，南岸湿地的木栈道修好了。第一批游客沿着新铺的木板走到观鸟亭，在那里等到了回来过冬的第一群天鹅。"
        "有人数了数，一共三十二只。管理处说，整条栈道长一千二百米，雨天也能走。"
    )
    text = "云溪日报讯（记者 秦可嘉）" + paragraph
    lines = [text[at : at + 18] for at in range(0, len(text), 18)]
    lines[3:3] = ["", "图为游客走过新铺的木栈道。", ""]
    (one,) = articles("木栈道修好了\n\n" + "\n".join(lines))
    assert one.captions == ("图为游客走过新铺的木栈道。",)
    assert [part.text for part in one.body] == [paragraph]


@pytest.mark.parametrize(
    "text", ["游客走过新铺的木栈道 本报记者 秦可\n嘉 摄", "游客走过新铺的木栈道本报记者\n秦可嘉 摄"]
)
def test_a_caption_whose_credit_the_column_cut_is_no_headline(text: str) -> None:
    block = Block("display", tuple(read_lines(text)))
    (piece,) = pieces([block], shipped())
    assert piece.kind == "caption"
    assert [line.text for line in piece.lines] == text.split("\n")


def test_a_standing_title_of_a_column_is_no_headline() -> None:
    page = f"木栈道修好了\n{FIRST}雨天也能走。\n\n文旅快讯\n\n图书馆夜里也亮着灯{SECOND}"
    assert [one.headline for one in articles(page)] == ["木栈道修好了", "图书馆夜里也亮着灯"]


@pytest.mark.parametrize(
    "text",
    [
        "（乡村振兴新观察·山海之间在行动）",
        "五位文艺工作者代表与中外记者交流",
        "据外媒报道，这座港口明年扩建。",
    ],
)
def test_what_holds_a_word_of_bylines_is_none(text: str) -> None:
    rules = shipped()
    assert bylines.opening(text, 0, rules) is None
    assert bylines.own_line(text, rules) is None
    assert bylines.closing(text, rules) is None


@pytest.mark.parametrize(
    ("text", "roles", "end"),
    [
        ("6月10日夜里，东门外的灯笼巷\n亮起了一串新路灯。", [DISPLAY, SINGLE], 1),
        ("近日，市图书馆延长了\n开放时间，夜里九点\n半才闭馆。", [DISPLAY, DISPLAY, SINGLE], 2),
        ("6月10日夜里亮灯\n东门外的灯笼巷亮起了灯。", [DISPLAY, SINGLE], 0),  # no comma: a kicker
        ("馆里新添了《云溪\n县志》，读者可以借阅。", [DISPLAY, SINGLE], 1),
        ("馆里新添《云溪县志》\n读者可以借阅《云溪县志》。", [DISPLAY, SINGLE], 0),
        ("值班馆员说“夜里\n“最多的是学生”。", [DISPLAY, SINGLE], 0),  # another quotation
        ("馆员、学生，老人\n夜里都在这里\n读书。", [DISPLAY, BEGINS, LAST], 1),  # two pauses
        ("夜里读者虽不多，但\n\n备考的学生都在这里\n读书。", [DISPLAY, BEGINS, LAST], 1),  # 但 leads on
        ("馆里又添了桌椅，\n夜里学生都在这里\n读书。", [DISPLAY, BEGINS, LAST], 1),  # it ends with one
        ("馆员、学生，老人\n夜里都在这里读书。", [DISPLAY, SINGLE], 0),  # a photo's text may stand below a title
        ("馆员、学生，老人\n\n夜里都在这里\n读书。", [DISPLAY, BEGINS, LAST], 0),
    ],
)
def test_a_first_line_that_seems_a_title(text: str, roles: list[int], end: int) -> None:
    lines = read_lines(f"{text}\n河上的新桥今天通车了。")
    assert first_lines(0, lines, [*roles, SINGLE], ()) == end


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("河上新桥今天通车 云溪日报讯 记者秦可嘉", ["河上新桥今天通车", "云溪日报讯 记者秦可嘉"]),
        ("河上新桥 今天通车 新华社云溪5月4日电", ["河上新桥 今天通车", "新华社云溪5月4日电"]),
        ("文 本报记者 秦可嘉", ["文 本报记者 秦可嘉"]),
        ("新华社 云溪5月4日电", ["新华社 云溪5月4日电"]),
    ],
)
def test_a_by_line_that_is_glued_to_a_title(text: str, parts: list[str]) -> None:
    assert [line.text for line in parted(read_lines(text)[0], shipped())] == parts


@pytest.mark.parametrize(
    ("text", "deck"),
    [
        ("东门外亮起夜归灯\n——灯笼巷改造侧记\n灯杆上装了感应器，有人走近才亮", True),
        ("东门外亮起夜归灯\n——装上感应器，有人走近才亮\n灯杆是旧的", False),  # a pause: the first of a list
        ("东门外亮起夜归灯\n首批装在三条老巷\n记者从区城管局获悉，灯杆上装了感应器", True),
        ("东门外亮起夜归灯\n首批装在三条老巷\n灯杆上装了感应器，有人走近才亮", False),
    ],
)
def test_a_deck_that_seems_the_first_line_of_the_text(text: str, deck: bool) -> None:
    assert is_deck(1, read_lines(text), [DISPLAY, BEGINS, LAST]) is deck


@pytest.mark.parametrize(
    ("text", "news"),
    [
        ("记者从区城管局获悉：首批路灯装好了。", True),
        ("区城管局6月10日介绍，首批路灯装好了。", True),
        ("首批路灯近日装好了。", True),
        ("灯杆上装了感应器，6月10日夜里亮了。", False),  # the day of what is told further on
        ("住户们说，夜里走路踏实了。", False),
    ],
)
def test_a_paragraph_that_opens_news(text: str, news: bool) -> None:
    assert is_news([text]) is news
    assert not is_news([])


@pytest.mark.parametrize("end", ["可以放心前来。", "可以放心前来……"])
def test_a_title_of_two_lines_of_which_the_first_is_glued_to_the_text_above(end: str) -> None:
    page = f"木栈道修好了\n{FIRST}雨天也能走，游客{end}图书馆今年\n夜里也亮着灯{SECOND}"
    one, two = articles(page)
    assert one.body[-1].text.endswith(end)
    assert {two.headline, *two.deck} == {"图书馆今年夜里也亮着灯"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("可以放心前来。读者说，这里", "安静又明亮"),
        ("可以放心前来。“我等着", "那一天呢”"),
        ("可以放心前来。本报记者 尹", "杰霖"),
        ("可以放心前来。图书馆今年", "夜里也亮着灯，读者坐满了"),
        ("可以放心前来。", "图书馆今年"),
    ],
)
def test_what_is_no_title_glued_to_the_text_above(first: str, second: str) -> None:
    assert not glued(read_lines(f"{first}\n{second}"))


def signed_twice(parts: list[str]) -> str:
    return "木栈道修好了\n" + FIRST + "雨天也能走。\n" + "\n".join(parts) + "（通讯员 倪小满）\n"


def test_an_article_signed_at_its_end_begins_at_its_title_and_not_at_a_subhead_above() -> None:
    path = "观鸟的人多了\n\n　　观鸟亭里架起三台望远镜，管理处请来学鸟类的学生，教游客认水鸟。\n\n"
    library = (
        "图书馆夜里也亮着灯\n\n　　市图书馆本周起延长开放时间，备考的学生和下了班的人来得最多，馆员夜里九点半才闭馆。"
    )
    one, two = articles(signed_twice([path, library]))
    assert [part.text for part in one.body if part.kind == "subhead"] == ["观鸟的人多了"]
    assert two.headline == "图书馆夜里也亮着灯"
    assert [credit.name for credit in two.credits] == ["倪小满"]


def test_an_article_signed_at_its_end_may_begin_with_no_title_at_hand() -> None:
    path = "观鸟的人多了\n\n　　观鸟亭里架起三台望远镜，管理处请来学鸟类的学生，教游客认水鸟。观鸟亭一票难求。\n\n"
    library = (
        "　　市图书馆本周起延长开放时间，备考的学生和下了班的年轻人来得最多，馆员夜里九点半才闭馆。\n\n"
        "　　图书馆的馆员说，自修室的灯会一直亮到闭馆，学生带着书包来，备考的年轻人占了一半。"
    )
    one, two = articles(signed_twice([path, library]))
    assert one.body[-1].text.endswith("一票难求。")
    assert two.body[0].text.startswith("市图书馆")


LIBRARY = "市图书馆本周起延长开放时间，备考的学生和下了班的年轻人来得最多，馆员夜里九点半才闭馆。"
SCHOOL = "馆员说，自修室的灯会一直亮到闭馆，学生带着书包来，下了班的年轻人占了一半，图书馆添了桌椅。"


def test_a_by_line_without_brackets_behind_the_last_sentence_ends_the_text() -> None:
    page = f"图书馆夜里也亮着灯\n\n　　{LIBRARY} 本报记者 倪小满 文/图\n\n木栈道修好了\n{FIRST}雨天也能走。\n"
    one, two = articles(page)
    assert (one.bylines, one.body[-1].text) == (("本报记者 倪小满 文/图",), LIBRARY)
    assert two.headline == "木栈道修好了"


@pytest.mark.parametrize(("byline", "count"), [("本报讯", 1), ("本报讯（记者 秦可嘉）", 2)])
def test_a_by_line_without_names_may_have_them_at_the_end(byline: str, count: int) -> None:
    page = f"图书馆夜里也亮着灯\n\n　　{byline} {LIBRARY}\n\n　　{SCHOOL}（通讯员 倪小满）\n"
    assert len(articles(page)) == count


def test_a_title_behind_text_without_names_begins_the_article_that_has_them() -> None:
    path = "　　本报讯 5月13日清晨，南岸湿地的木栈道修好了，游客沿着新铺的木板走到了观鸟亭，整条栈道长一千二百米。"
    path += "湿地管理处的工人说，木板是旧船上拆下来的，刷了三遍桐油，下雨天走上去也不打滑。"
    library = f"　　5月14日，{LIBRARY}{SCHOOL}（通讯员 倪小满）"
    page = f"木栈道修好了\n\n{path}\n\n图书馆夜里也亮着灯\n\n{library}\n"
    assert [one.headline for one in articles(page)] == ["木栈道修好了", "图书馆夜里也亮着灯"]


@pytest.mark.parametrize(
    ("first", "second", "goes_on"),
    [
        ("记者5月13日从市图书馆", "获悉：本周起图书馆延长开放", True),
        ("记者从图书馆获悉：4", "月起图书馆延长开放时间", True),
        ("記者從圖書館獲悉：4", "月起圖書館延長開放時間", True),
        ("记者 秦可嘉", "记者2日从图书馆获悉：图书馆", False),
        ("记者走进图书馆", "夜里也亮着灯，备考的学生", False),
        ("记者从图书馆获悉：图书馆延长开放时间。", "馆员夜里九点半才闭馆。", False),
    ],
)
def test_what_a_reporter_has_learnt_goes_on(first: str, second: str, *, goes_on: bool) -> None:
    assert (signed([first, second], shipped()).ties.get(0) == "") == goes_on


@pytest.mark.parametrize(("source", "count"), [("新华社", 1), ("云溪通讯社", 2)])
def test_a_dateline_behind_the_text_is_another_articles_only_if_another_agency_sent_it(source: str, count: int) -> None:
    texts = [
        "馆员说，自修室的灯会亮到夜里九点半，备考的学生带着书包来，下了班的年轻人也来了不少。",
        "木栈道上装了灯，游客夜里也能走，观鸟亭里架起三台望远镜，管理处请来学鸟类的学生。",
    ]
    page = f"图书馆夜里也亮着灯\n新华社记者 秦可嘉\n　　{texts[0]}\n　　{texts[1]}（{source}云溪5月26日电）\n"
    found = articles(page)
    assert len(found) == count
    assert [credit.name for credit in found[0].credits] == ["秦可嘉"]


@pytest.mark.parametrize(
    "printed", ["图书馆夜里也亮着灯\n（新春走基层）", "图书馆夜里也亮着灯（新春走\n基层·一线见闻）"]
)
def test_the_standing_title_of_a_column_behind_a_headline_is_part_of_it(printed: str) -> None:
    _, two = articles(f"木栈道修好了\n{FIRST}雨天也能走。\n\n{printed}\n{SECOND}")
    assert (two.headline, two.deck) == (printed.replace("\n", ""), ())


def numbered(*sentences: str) -> str:
    text = "栈道两旁种上了水杉和芦苇，管理处说，入冬\n以后水鸟要来，人要少些，灯也暗些。"
    return f"木栈道修好了\n{FIRST}雨天也能走。\n" + "".join(f"{one}\n{text}\n" for one in sentences)


def test_numbered_sentences_on_lines_of_their_own_are_subheads() -> None:
    heads = ["第一，先让水清起来。", "第二，再请水鸟回来住。", "第三，把湿地的芦苇和水杉交给住在近旁的人来看护。"]
    short, long = heads[:2], heads[2]
    (one,) = articles(numbered(*short, f"{long[:20]}\n{long[20:]}"))
    assert [part.text for part in one.body if part.kind == "subhead"] == heads


@pytest.mark.parametrize(
    "sentences", [("第一，先让水清起来。",), ("第一，先让水清起来。\n第二，再请水鸟回来住。\n第三，交给人看护。",)]
)
def test_one_numbered_sentence_or_a_list_of_them_is_text(sentences: tuple[str, ...]) -> None:
    (one,) = articles(numbered(*sentences))
    assert not [part for part in one.body if part.kind == "subhead"]


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize(
    "byline", ["云溪日报讯（记者 鲍一鸣）", "云溪日报讯 记者鲍一鸣报道：", "本报北京5月6日电（记者鲍一鸣）"]
)
def test_a_title_that_ends_in_a_label_begins_no_by_line(byline: str, gap: str) -> None:
    text = SECOND.strip().partition("）")[2]
    (one,) = articles(f"两城市长在云溪会面\n秦可嘉共同会见记者{gap}{byline}{text}\n")
    assert one.bylines == (byline,)
    assert [credit.name for credit in one.credits] == ["鲍一鸣"]
    assert "秦可嘉共同会见记者" in "".join([one.headline or "", *one.deck])


def test_a_caption_ends_with_its_photographer_and_titles_follow() -> None:
    caption = "▲图为新铺的木栈道。 资\n料图片"
    one, two = articles(f"木栈道修好了\n{FIRST}雨天也能走。\n\n{caption}\n图书馆夜里也亮着灯\n{SECOND}")
    assert one.captions == ("▲图为新铺的木栈道。 资料图片",)
    assert two.headline == "图书馆夜里也亮着灯"


@pytest.mark.parametrize(("title", "name"), [("渡口", "秦可嘉"), ("听雨", "● 秦可"), ("修表记", "□ 秦可嘉")])
def test_a_name_under_a_title_as_short_as_it(title: str, name: str) -> None:
    essay = "渡船早已没有了。新修的大桥横在\n两岸之间，夜里亮起一长串灯，照\n得见每一个晚归的人。\n"
    (one,) = articles(f"{title}\n\n{name}\n\n{essay}")
    assert (one.headline, one.deck, one.bylines) == (title, (), (name,))


def test_a_byline_with_names_over_one_with_place_and_day() -> None:
    dated = FIRST.replace("云溪日报讯（记者 秦可嘉）", "本报云溪6月22日电　").replace("走\n到", "走到\n")
    page = f"木栈道修好了\n\n本报记者 秦可嘉 鲍一鸣\n\n{dated}雨天也能走。\n\n图书馆夜里也亮着灯\n{SECOND}"
    one, two = articles(page)
    assert one.bylines == ("本报记者 秦可嘉 鲍一鸣", "本报云溪6月22日电")
    assert [credit.name for credit in one.credits] == ["秦可嘉", "鲍一鸣"]
    assert one.body[-1].text.endswith("雨天也能走。")
    assert two.headline == "图书馆夜里也亮着灯"


def test_a_byline_with_names_over_another_with_names_is_of_another_article() -> None:
    page = f"木栈道修好了\n\n本报记者 骆青禾\n\n图书馆夜里也亮着灯\n{SECOND}\n{FIRST}雨天也能走。\n"
    assert [[credit.name for credit in article.credits] for article in articles(page)][-1] != ["骆青禾", "秦可嘉"]


@pytest.mark.parametrize("blank", [" ", "\u3000"])
def test_a_deck_with_a_dash_that_is_glued_to_its_headline(blank: str) -> None:
    text = "（记者 秦可嘉）昨日清晨，南岸湿地的木栈道修\n好了，第一批游客沿着新铺的木板走到了观鸟亭。\n"
    (own,) = [
        r for r in split_page(f"湿地里的木栈道{blank}——南岸的一个清晨\n云溪日报讯{text}") if isinstance(r, Article)
    ]
    assert (own.headline, own.deck) == ("湿地里的木栈道", ("——南岸的一个清晨",))
