from __future__ import annotations

import pytest

from newsseg import split_page
from newsseg.grammar.captions import LONGEST_CAPTION, caption_credits, is_caption, is_credit, is_shown
from newsseg.record import Article
from newsseg.rules import load

P, S, D = "photographer", "provider", "illustrator"

CAPTIONS = [
    ("图为活动现场。 本报记者 卢小欣 摄", [(P, "卢小欣", "person")]),
    ("孩子们在河滩上放风筝。许璐莹摄", [(P, "许璐莹", "person")]),
    ("清晨的码头。新华社记者 顾天摄", [(P, "顾天", "person")]),
    ("新戏彩排。北京京剧院供图", [(S, "北京京剧院", "organisation")]),
    ("老街旧貌。资料图片", []),
    ("老街旧貌（资料图片）", []),
    ("上图：农户在晾晒稻谷。", []),
    ("左图为改造前的小巷，右图为改造后的小巷。", []),
    ("图①：新桥通车。 图②：旧桥。 唐小峰 摄", [(P, "唐小峰", "person")]),
    ("游客在古镇乘船。 本报通讯员 邵小丹 方小圆 摄", [(P, "邵小丹", "person"), (P, "方小圆", "person")]),
    ("游客在古镇乘船。（姜小禾 摄）", [(P, "姜小禾", "person")]),
    ("游客在古镇乘船。新华社发（姜小禾 摄）", [(P, "姜小禾", "person")]),
    ("游客在古镇乘船 □贺小雨 摄", [(P, "贺小雨", "person")]),
    ("游客在古镇乘船。 摄影/本报记者 滕小舟", [(P, "滕小舟", "person")]),
    ("游客在古镇乘船。图/卫小蓝", [(P, "卫小蓝", "person")]),
    ("志愿者合影。受访者供图", [(S, "受访者", "person")]),
    ("志愿者合影。 通讯员供图", [(S, "通讯员", "person")]),
    ("志愿者合影。 图片由市图书馆提供", [(S, "市图书馆", "organisation")]),
    ("遊客在古鎮乘船。本報記者 黃小勝 攝", [(P, "黃小勝", "person")]),
    ("许小莹 摄", [(P, "许小莹", "person")]),
    ("本报记者 张 弛 摄", [(P, "张弛", "person")]),
    ("市民在湖边散步。 蔡小宝 绘", [(D, "蔡小宝", "person")]),
    ("市民在湖边散步。人民视觉", []),
    ("市民在湖边散步。唐小峰摄（人民视觉）", [(P, "唐小峰", "person")]),
    ("新桥远景。 图据新华社", []),
    ("新桥远景。 图源：区融媒体中心", []),
    ("新桥远景。AI制图", []),
    ("圖爲改造後的小巷。", []),
    ("題圖：湖畔。 黃小勝攝", [(P, "黃小勝", "person")]),
    ("图①：新桥。图②：旧桥。 本版图片均由唐小峰摄", [(P, "唐小峰", "person")]),
    ("本文图片由唐小峰摄", [(P, "唐小峰", "person")]),
    ("新桥。 江北日报记者 唐小峰 实习生 卫小蓝 摄", [(P, "唐小峰", "person"), (P, "卫小蓝", "person")]),
]

# What a line's end leaves of these reads as another organisation.
WHOLE = [
    ("山村融入县域发展新格局 唐小峰 摄", [(P, "唐小峰", "person")]),
    ("新桥。 江北市公安局 唐小峰 摄", [(P, "江北市公安局", "organisation"), (P, "唐小峰", "person")]),
]

NOT_CAPTIONS = [
    "他从小爱好摄影",
    "8日，记者在现场拍摄",
    "她把照片交给了报社",
    "上图书馆去自习的人越来越多。",
    "图一茬接着一茬干，渔村变了样。",  # 照着蓝图一茬接着一茬干, cut at a column's edge
    "区里召开会议，部署下半年的工作。",
    "这组数据由市统计局提供",
    "一张蓝图绘到底，奋力谱写新篇章",
    "乡村绘出新画卷",
    "本报讯（记者 李小四 摄影报道）",
    "各村已经开始挑选队员。（文/李小四 图/张小三）",
    "",
    "   ",
]


# Nothing parts the photographer from the text of the photo: a caption only where it stands alone.
GLUED = [
    ("晨雾里刚插完秧的水稻田熊小立摄", "熊小立"),
    ("志愿者把热粥送到老人手中姜禾摄", "姜禾"),
    ("遊客在古鎮的石橋上看龍舟競渡黃小勝攝", "黃小勝"),
]

NOT_GLUED = [
    "全市举办首届短视频拍摄",
    "大型纪录片在京开拍摄",
    "区里请来老师教老人航摄",
    "学员们在公园里学习拍摄",
    "图书馆里的摄影展",
]


@pytest.mark.parametrize(("text", "name"), GLUED, ids=[row[0] for row in GLUED])
def test_a_photographer_glued_to_a_caption(text: str, name: str) -> None:
    for place in range(1, len(text)):
        cut = text[:place] + "\n\n" + text[place:]
        assert is_shown(cut, load())
        assert [(c.role, c.name, c.type) for c in caption_credits(cut, load())] == [(P, name, "person")]


@pytest.mark.parametrize("text", NOT_GLUED)
def test_no_photographer_is_glued(text: str) -> None:
    assert not is_shown(text, load())
    assert caption_credits(text, load()) == ()


@pytest.mark.parametrize(("text", "expected"), CAPTIONS + WHOLE, ids=[row[0] for row in CAPTIONS + WHOLE])
def test_a_caption_and_its_photographer(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert is_caption(text, load())
    assert [(c.role, c.name, c.type) for c in caption_credits(text, load())] == expected


@pytest.mark.parametrize(("text", "expected"), CAPTIONS, ids=[row[0] for row in CAPTIONS])
def test_a_photographer_is_read_wherever_the_caption_is_cut(text: str, expected: list[tuple[str, str, str]]) -> None:
    for cut in ("\n", "\n\n"):
        for place in range(1, len(text)):
            found = caption_credits(text[:place] + cut + text[place:], load())
            assert [(c.role, c.name, c.type) for c in found] == expected, text[:place]


@pytest.mark.parametrize("text", NOT_CAPTIONS)
def test_other_text_is_no_caption(text: str) -> None:
    assert not is_caption(text, load())


def test_an_article_is_no_caption() -> None:
    assert not is_caption("区里召开会议。" * LONGEST_CAPTION + "许小莹摄", load())


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("通讯员 叶春梦 摄", True),
        ("本报记者 周若 摄", True),
        ("受访者供图", True),
        ("资料图片", True),
        ("（资料图片）", True),
        ("摄影/周若", True),
        ("吊装一百四十二万标箱 受访者供图", False),
        ("下半场连入三球 叶春梦 摄", False),
        ("春柳镇位于海湾区北部深山地区本报记者 周若 摄", False),
        ("图为新码头。叶春梦 摄", False),
    ],
)
def test_a_credit_alone_completes_the_caption_above_it(text: str, alone: bool) -> None:
    assert is_credit(text, load()) is alone


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_column_s_edge_cuts_the_last_character_of_a_word_for_a_photo(gap: str) -> None:
    page = "云溪日报讯（记者 秦可嘉）渔港码头去年铺了三百米浮桥，渔船靠岸不再等潮水。\n\n"
    (one,) = split_page(f"{page}渔船靠在新铺的浮桥边。图为码头一角。 资料图\n片{gap}")
    assert isinstance(one, Article)
    assert one.captions == ("渔船靠在新铺的浮桥边。图为码头一角。 资料图片",)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("told", "scene", "captions"),
    [
        ("▲渔船靠在新铺的浮桥边。", "图为码头一角。叶春梦 摄", 1),
        ("▲渔船靠在新铺的浮桥边。", "图为码头一角。", 1),
        ("▲渔船靠在新铺的浮桥边。叶春梦 摄", "图为码头一角。", 2),
        ("图为新铺的浮桥。", "图为码头一角。", 2),
    ],
)
def test_the_scene_behind_what_a_caption_tells(told: str, scene: str, captions: int, gap: str) -> None:
    page = "云溪日报讯（记者 秦可嘉）渔港码头去年铺了三百米浮桥，渔船靠岸不再等潮水。\n\n"
    (one,) = split_page(f"{page}{told}{gap}{scene}\n")
    assert isinstance(one, Article)
    assert one.captions == ((told + scene,) if captions == 1 else (told, scene))


@pytest.mark.parametrize("mark", ["►►►", "▲"])
def test_a_mark_before_a_jump_line_opens_no_caption(mark: str) -> None:
    text = "云溪日报讯（记者 秦可嘉）昨日清晨，南岸湿地的木栈道修好了，游客沿着新铺的木板走到了观鸟亭。"
    (one,) = [r for r in split_page(f"木栈道修好了\n\n{text}\n\n{mark}下转第六版\n") if isinstance(r, Article)]
    assert (one.captions, one.jumps) == ((), (f"{mark}下转第六版",))


MARKED = """▲图书馆夜里也亮着灯

据新华社电 市图书馆本周起延长开放时间，备考的学生和下了班的年轻人来得最多。

▲渡口的最后一班船

青石渡口的最后一班船今天停航，船老大把缆绳系在岸边的石桩上，对着江面站了很久。
"""


def test_a_line_with_a_mark_above_a_by_line_is_a_title_and_so_are_its_like() -> None:
    records = [one for one in split_page(MARKED) if isinstance(one, Article)]
    assert records[0].headline == "▲图书馆夜里也亮着灯"
    assert [one.captions for one in records] == [()] * len(records)


def test_a_line_with_a_mark_above_text_is_a_caption_where_none_stands_above_a_by_line() -> None:
    (one,) = [one for one in split_page(MARKED.replace("据新华社电 ", "")) if isinstance(one, Article)]
    assert len(one.captions) == 2
