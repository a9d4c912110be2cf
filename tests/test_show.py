from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from newsseg import wire
from newsseg.cli import main
from newsseg.record import Article, Credit, Element, Fragment, Record, Span
from newsseg.show.colours import colour
from newsseg.show.html import DARK, LIGHT, page_html
from newsseg.show.html_marks import COLOURS
from newsseg.show.paint import painted_lines
from newsseg.show.terminal import CHROMA, LIGHTNESS, article_lines, draw, page_lines
from newsseg.show.wrap import CLOSING, wrap

# Two articles; the second one's headline begins on the last line of the first one's body.
TEXT = """云溪日报 A02 要闻
河上新桥通车
本报讯（记者 甲一）3日，河上
新桥通车，两岸往来更近。山货节：

（乙二 丙镇）今年的山货节
有三十个摊位。
卖什么
笋干和蜜。
赶集的人
“一天都卖完”
"""


def spans(*pieces: tuple[str, int, str]) -> tuple[Span, ...]:
    """Return the spans of pieces of TEXT: field, index in the field, the text there."""
    found = ((field, index, TEXT.index(piece), len(piece)) for field, index, piece in pieces)
    return tuple(sorted((Span(f, i, at, at + size) for f, i, at, size in found), key=lambda span: span.start))


FOLIO = Fragment(
    "p.txt:1:1", "p.txt", 1, 1, "folio", "云溪日报 A02 要闻", spans=spans(("text", 0, "云溪日报 A02 要闻"))
)
BRIDGE = Article(
    "p.txt:1:2",
    "p.txt",
    1,
    2,
    headline="河上新桥通车",
    bylines=("本报讯（记者 甲一）",),
    credits=(Credit("甲一", "reporter", "记者"),),
    body=(Element("paragraph", "3日，河上新桥通车，两岸往来更近。"),),
    confidence=0.97,
    spans=spans(
        ("headline", 0, "河上新桥通车"),
        ("bylines", 0, "本报讯（记者 甲一）"),
        ("body", 0, "3日，河上"),
        ("body", 0, "新桥通车，两岸往来更近。"),
    ),
)
FAIR = Article(
    "p.txt:1:3",
    "p.txt",
    1,
    3,
    headline="山货节：“一天都卖完”",
    bylines=("（乙二 丙镇）",),
    credits=(Credit("乙二", "author"), Credit("丙镇", "author", None, "organisation")),
    body=(
        Element("paragraph", "今年的山货节有三十个摊位。"),
        Element("subhead", "卖什么"),
        Element("paragraph", "笋干和蜜。"),
    ),
    captions=("赶集的人",),
    spans=spans(
        ("headline", 0, "山货节："),
        ("headline", 0, "“一天都卖完”"),
        ("bylines", 0, "（乙二 丙镇）"),
        ("body", 0, "今年的山货节"),
        ("body", 0, "有三十个摊位。"),
        ("body", 1, "卖什么"),
        ("body", 2, "笋干和蜜。"),
        ("captions", 0, "赶集的人"),
    ),
)
RECORDS: list[Record] = [FOLIO, BRIDGE, FAIR]
EVIL = "<script>alert(1)</script>\x1b[31m [bold]红[/bold] :smile:\u202e"


def drawn(lines: object, width: int = 60) -> str:
    return draw(Console(width=width, no_color=True, highlight=False), lines)  # type: ignore[arg-type]


def test_an_article_is_set_as_a_reader_would_like_it() -> None:
    assert drawn(article_lines(FAIR, 60)).split("\n") == [
        " 3  山货节：“一天都卖完”",
        "    乙二、丙镇",
        "    （乙二 丙镇）",
        "",
        "　　今年的山货节有三十个摊位。",
        "",
        "卖什么",
        "　　笋干和蜜。",
        "",
        "  │ 赶集的人",
        "",
        "p.txt:1:3",
        "",
    ]


@pytest.mark.parametrize(("confidence", "said"), [(None, False), (0.9, False), (0.1, True)])
def test_a_headline_that_is_not_sure_says_so(confidence: float | None, said: bool) -> None:
    lines = drawn(article_lines(BRIDGE._replace(confidence=confidence), 60))
    assert ("this may not be its headline" in lines) == said


def test_each_row_of_a_page_names_its_article_and_kind_of_text() -> None:
    rows = drawn(page_lines(TEXT, RECORDS, 60)).split("\n")
    assert rows[:4] == ["2  河上新桥通车", "3  山货节：“一天都卖完”", "-  belongs to no article", ""]
    assert [row.rstrip() for row in rows[4:]] == [
        "- page │ 云溪日报 A02 要闻",
        "2 head │ 河上新桥通车",
        "2 by   │ 本报讯（记者 甲一）3日，河上",
        "2      │ 新桥通车，两岸往来更近。",
        "3 head │                         山货节：",
        "       │",
        "3 by   │ （乙二 丙镇）今年的山货节",
        "3      │ 有三十个摊位。",
        "3 sub  │ 卖什么",
        "3 para │ 笋干和蜜。",
        "3 cap  │ 赶集的人",
        "3 head │ “一天都卖完”",
        "       │",
        "",
    ]


def test_text_that_no_record_has_is_seen() -> None:
    assert "? lost │ 河上新桥通车" in drawn(page_lines(TEXT, [FOLIO, BRIDGE._replace(spans=())], 60))


@pytest.mark.parametrize("width", [24, 33, 60, 200])
def test_no_row_is_wider_than_the_terminal(width: int) -> None:
    long = BRIDGE._replace(headline="长" * 200, body=(Element("paragraph", "一二，（三）word " * 50),))
    rows = drawn(article_lines(long, width), width).split("\n")
    rows += drawn(page_lines("字" * 300 + TEXT, [long], width), width).split("\n")
    assert max(map(cell_len, rows)) <= width


def test_nothing_in_a_page_reaches_the_terminal_as_a_command() -> None:
    article = BRIDGE._replace(headline=EVIL, body=(Element("paragraph", EVIL),), spans=(Span("body", 0, 0, len(EVIL)),))
    console = Console(width=80, force_terminal=True, color_system=None, highlight=False, markup=False, emoji=False)
    text = draw(console, [*article_lines(article, 80), *page_lines(EVIL, [article], 80)])
    assert "[bold]红[/bold] :smile:" in text
    assert "\x1b[31m" not in text
    assert "\u202e" not in text


@given(st.text("字。“”（），a1 .-\t", max_size=80), st.integers(2, 30), st.integers(0, 2))
def test_wrapping_loses_nothing_and_keeps_to_the_width(text: str, width: int, first: int) -> None:
    lines = wrap(text, width, cell_len, first)
    assert "".join(lines) == text
    assert all(cell_len(line.rstrip()) <= width for line in lines)


@pytest.mark.parametrize("width", range(12, 40))
def test_no_line_opens_with_a_closing_mark(width: int) -> None:
    text = "3日，“海鸥号”（三千吨）停靠，水手说：“到家了！”码头上的人，有的挥手，有的流泪……"
    assert not [line for line in wrap(text, width, cell_len) if line[0] in CLOSING]


@given(st.text("ab \n", max_size=40), st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=6))
def test_painting_keeps_the_text_whatever_the_spans_say(text: str, ranges: list[tuple[int, int]]) -> None:
    records = [BRIDGE._replace(spans=tuple(Span("body", 0, *sorted(pair)) for pair in ranges))]
    lines = painted_lines(text, records)
    assert "\n".join("".join(stretch.text for stretch in line) for line in lines) == text


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("number", range(1, COLOURS + 1))
def test_colours_can_be_read(number: int) -> None:
    for kinds, text, on_ink in ((LIGHT, "#1d1b18", "#ffffff"), (DARK, "#e9e6df", "#141416")):
        looks = {kind: colour(number, *look) for kind, look in kinds.items()}
        assert contrast(looks["ink"], on_ink) > 6
        assert contrast(looks["tint"], text) > 6
        assert contrast(looks["glow"], text) > 6
        assert contrast(looks["tint"], looks["ink"]) > 4.5
    assert min(contrast(colour(number, LIGHTNESS, CHROMA), ground) for ground in ("#000000", "#ffffff")) > 3.5


def test_the_html_file_is_whole_in_itself() -> None:
    text = page_html([(TEXT, RECORDS)])
    assert not re.findall(
        r"""(?:src|href|action|url)\s*[=(]\s*["']?(?!["'#])[^\s"'#]+""", re.sub("<style.*?</style>", "", text)
    )
    assert "url(" not in text
    assert "@import" not in text


def test_only_its_own_script_and_style_may_run() -> None:
    text = page_html([(TEXT, RECORDS)])
    for tag in ("script", "style"):
        (source,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in text
    assert "style=" not in text
    assert not re.search(r"\son\w+=", text)


def test_text_of_a_page_stays_text_in_html() -> None:
    article = FAIR._replace(headline=EVIL, deck=(EVIL,), bylines=(EVIL,), captions=(EVIL,), jumps=(EVIL,))
    fragment = FOLIO._replace(text=EVIL, role='"><script>', source=EVIL)
    text = page_html([(EVIL, [fragment, article._replace(body=(Element('"><script>', EVIL),))])])
    assert text.count("<script>") == 1
    assert "\x1b" not in text


def test_both_sides_of_the_html_share_a_key_and_headline_links_lead_to_lines() -> None:
    text = page_html([(TEXT, RECORDS)])
    assert '<article class="card c3" id="p1-a3" data-a="p1-a3"' in text
    assert '<span class="s c3 f-headline" data-a="p1-a3" data-f="head">山货节：</span>' in text
    assert '<b>head</b> <a href="#p1-l4">4</a>、<a href="#p1-l11">11</a>' in text


def test_confidence_is_shown_where_there_is_one() -> None:
    text = page_html([(TEXT, RECORDS)])
    assert text.count('class="sure"') == 1
    assert "97%" in text


def test_without_text_there_are_only_articles() -> None:
    text = page_html([("", RECORDS)])
    assert 'class="dump"' not in text
    assert 'class="where"' not in text
    assert text.count("<article") == 2


def test_many_articles_each_have_a_place() -> None:
    many = [FAIR._replace(id=f"p.txt:1:{order}", order=order) for order in range(1, 61)]
    text = page_html([(TEXT, many)])
    assert len(set(re.findall(r'<article class="card c\d+" id="(\S+)"', text))) == 60


# The command.


@pytest.fixture
def page(tmp_path: object) -> str:
    path = f"{tmp_path}/p.txt"
    with open(path, "w", encoding="utf-8") as file:
        file.write(TEXT)
    return path


@pytest.fixture
def records(tmp_path: object) -> str:
    path = f"{tmp_path}/p.jsonl"
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(wire.to_json(record) + "\n" for record in RECORDS)
    return path


def test_show_takes_records(records: str) -> None:
    result = CliRunner().invoke(main, ["show", records])
    assert result.exit_code == 0
    assert " 2  河上新桥通车" in result.stdout
    assert " 3  山货节：“一天都卖完”" in result.stdout


@pytest.mark.parametrize("form", ["--page", "--html"])
def test_text_joins_the_records(form: str, page: str, records: str) -> None:
    result = CliRunner().invoke(main, ["show", form, "--text", page, records])
    assert result.exit_code == 0
    assert re.search("3 sub  │ 卖什么|f-subhead.*>卖什么<", result.stdout)


def test_show_takes_text(page: str) -> None:
    for form in ([], ["--page"], ["--html"]):
        result = CliRunner().invoke(main, ["show", *form, page])
        assert result.exit_code == 0
        assert "河上新桥通车" in result.stdout


def test_a_page_needs_its_text(records: str) -> None:
    result = CliRunner().invoke(main, ["show", "--page", records])
    assert result.exit_code == 1
    assert "--text FILE" in result.stderr


def test_another_text_is_no_text_of_the_records(tmp_path: object, records: str) -> None:
    path = f"{tmp_path}/other.txt"
    with open(path, "w", encoding="utf-8") as file:
        file.write("别的一版。\n" * 30)
    result = CliRunner().invoke(main, ["show", "--html", "--text", path, records])
    assert result.exit_code == 1
    assert "give the text that the records were made of" in result.stderr


def test_a_lone_surrogate_does_no_harm() -> None:
    row = json.loads(wire.to_json(FAIR)) | {"headline": "山\ud800货", "spans": []}
    for form in ([], ["--html"]):
        result = CliRunner().invoke(main, ["show", *form, "-"], input=json.dumps(row))
        assert result.exit_code == 0
        result.stdout.encode()
