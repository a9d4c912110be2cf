from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import browser as tool
import pytest

from newsseg import split_page
from newsseg.geometry import LineBox
from newsseg.inputs.picture import png
from newsseg.pages import Page
from newsseg.record import Article, Element, Record, Span
from newsseg.show.html import page_html

WIDE, PHONE = (1280, 800), (390, 844)
EVIL = "<script>document.title='broken in'</script><img src=x onerror=\"document.title='broken in'\">"
PROGRAM = tool.chromium() or ""
if not PROGRAM:
    pytest.skip("there is no Chromium here: apt-get install chromium", allow_module_level=True)


def long_page() -> tuple[str, list[Record]]:
    """Return a page of twelve articles, each headline as far from its article as can be, and its records."""
    bodies = [f"第{n}篇，河上新桥通车，两岸往来更近。\n" * 6 for n in range(12)]
    heads = [f"标题{n}{EVIL}\n" for n in range(12)]
    text = "".join([*bodies, *reversed(heads)])
    return text, [article(text, number, *pair) for number, pair in enumerate(zip(bodies, heads, strict=True), 1)]


def article(text: str, number: int, body: str, head: str) -> Article:
    start, end = text.index(body), text.index(head)
    return Article(
        f"p.txt:1:{number}",
        "p.txt",
        1,
        number,
        headline=head.strip(),
        body=(Element("paragraph", body.replace("\n", "")),),
        confidence=None if number % 2 else 0.8,
        spans=(Span("body", 0, start, start + len(body)), Span("headline", 0, end, end + len(head) - 1)),
    )


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[tool.Browser, Path]]:
    path = tmp_path_factory.mktemp("show") / "page.html"
    path.write_text(page_html([long_page(), long_page()]), "utf-8")
    with tool.Browser(PROGRAM) as running:
        yield running, path


@pytest.fixture
def page(browser: tuple[tool.Browser, Path]) -> Iterator[tool.Browser]:
    running, path = browser
    running.look(*WIDE, prefers_reduced_motion="reduce")
    running.open(path)
    yield running
    assert running.troubles == []


def lit(page: tool.Browser) -> set[str]:
    return set(page.evaluate("[...document.querySelectorAll('.on')].map((part) => part.dataset.a)"))


def wait(page: tool.Browser, condition: str) -> None:
    """Return once the condition holds: the browser looks at each frame, for five seconds at most."""
    page.evaluate(f"""new Promise((done, fail) => {{
        const end = performance.now() + 5000;
        const late = () => performance.now() > end;
        const failed = () => fail({json.dumps(condition)});
        const look = () => ({condition}) ? done() : late() ? failed() : requestAnimationFrame(look);
        look();
    }})""")


def in_view(selector: str) -> str:
    """Return the condition that an element is within its pane."""
    return f"""((part) => {{
        const box = part.getBoundingClientRect(), pane = part.closest('.dump, .articles').getBoundingClientRect();
        return box.top >= pane.top && box.top < pane.bottom;
    }})(document.querySelector({json.dumps(selector)}))"""


def test_text_of_the_page_stays_text(page: tool.Browser) -> None:
    assert page.evaluate("document.title") != "broken in"
    assert page.evaluate("document.scripts.length") == 1
    assert page.evaluate("document.images.length") == 0
    assert EVIL in page.evaluate("document.querySelector('.dump').textContent")
    assert EVIL in page.evaluate("document.querySelector('.card h3').textContent")


def test_pointing_at_text_lights_up_its_article_and_brings_it_into_view(page: tool.Browser) -> None:
    page.mouse(".dump .s[data-a=p1-a8]")
    assert lit(page) == {"p1-a8"}
    assert page.evaluate("document.querySelector('#p1-a8').classList.contains('on')")
    wait(page, in_view("#p1-a8"))


def test_pointing_at_an_article_lights_up_its_text_and_brings_its_headline_into_view(page: tool.Browser) -> None:
    page.mouse("#p1-a1 .top")
    assert lit(page) == {"p1-a1"}
    wait(page, in_view(".dump .f-headline[data-a=p1-a1]"))
    assert page.evaluate("document.querySelectorAll('.dump .link path').length") == 1


def test_pointing_elsewhere_puts_the_light_out(page: tool.Browser) -> None:
    page.mouse("#p1-a1 .top")
    page.mouse(".bar h2")
    assert lit(page) == set()
    assert page.evaluate("document.querySelectorAll('.lit, .link').length") == 0


def test_a_click_keeps_the_light_on_until_the_next(page: tool.Browser) -> None:
    page.click("#p1-a1 .paragraph")
    page.mouse("#p1-a2 .top")
    assert lit(page) == {"p1-a1"}
    page.click("#p1-a1 .paragraph")
    assert lit(page) == set()


def test_escape_puts_the_light_out(page: tool.Browser) -> None:
    page.click(".dump .s[data-a=p1-a2]")
    page.key("Escape")
    assert lit(page) == set()


def test_the_keyboard_reaches_text_and_articles(page: tool.Browser) -> None:
    for _press in range(40):
        page.key("Tab")
        if page.evaluate("document.activeElement.matches('article')"):
            break
    key = page.evaluate("document.activeElement.id")
    assert key.startswith("p1-a")
    assert lit(page) == {key}


def test_a_number_leads_to_its_article(page: tool.Browser) -> None:
    page.click(".jump a[href='#p1-a9']")
    wait(page, in_view("#p1-a9"))
    assert page.evaluate("location.hash") == "#p1-a9"


def test_a_line_number_leads_to_the_headline(page: tool.Browser) -> None:
    page.click("#p1-a1 .where a")
    wait(page, in_view(".dump .f-headline[data-a=p1-a1]"))


def test_pages_turn(page: tool.Browser) -> None:
    page.click("#p1 .next")
    wait(page, "Math.abs(document.querySelector('#p2').getBoundingClientRect().top) < 2")
    page.mouse("#p2 .dump .s[data-a=p2-a3]")
    assert lit(page) == {"p2-a3"}


@pytest.mark.parametrize("size", [WIDE, PHONE, (320, 600), (820, 1180)])
def test_nothing_is_cut_off_at_the_side(page: tool.Browser, size: tuple[int, int]) -> None:
    page.look(*size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    overflowing = (
        "[...document.querySelectorAll('.line, .card, .bar')].filter((p) => p.scrollWidth > p.clientWidth + 1).length"
    )
    assert page.evaluate(overflowing) == 0


def test_on_a_phone_the_articles_stand_below_the_text(page: tool.Browser) -> None:
    page.look(*PHONE)
    box = "document.querySelector('.{}').getBoundingClientRect()"
    assert page.evaluate(f"{box.format('articles')}.top >= {box.format('dump')}.bottom")
    page.click(".switch a:last-child")
    wait(page, "document.querySelector('#p1-articles').getBoundingClientRect().top < 200")


def test_dark_where_the_reader_likes_it_dark(page: tool.Browser) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.look(*WIDE, prefers_color_scheme="dark")
    assert page.evaluate(ground) != light


def test_paper_has_no_scroll_bars(page: tool.Browser) -> None:
    page.call("Emulation.setEmulatedMedia", media="print")
    panes = "[...document.querySelectorAll('.dump, .articles')]"
    assert page.evaluate(f"{panes}.every((pane) => getComputedStyle(pane).overflowY == 'visible')")
    assert page.evaluate("getComputedStyle(document.querySelector('.jump')).display") == "none"
    page.call("Emulation.setEmulatedMedia", media="")


def test_a_screen_reader_finds_its_way(page: tool.Browser) -> None:
    nodes = page.call("Accessibility.getFullAXTree")["nodes"]
    found = {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]}
    roles = [role for role, _name in found]
    assert ("region", "Page text") in found
    assert ("region", "Articles") in found
    assert ("navigation", "Contents") in found
    assert "main" in roles
    assert {name for role, name in found if role == "article"} == {f"标题{n}{EVIL}" for n in range(12)}
    assert all(name for role, name in found if role in {"link", "region", "navigation", "heading", "article"})
    assert page.evaluate("document.documentElement.lang") == "zh"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = (LineBox(0, 3, 10, 10, 70, 30, 20, 0, 0), LineBox(4, 11, 10, 40, 80, 50, 10, 1, 0))
    sheet = Page("p", 1, "老码头\n今天又开张了。\n", lines, 120, 60, png(b"\xee" * 24, 4, 2, 12))
    path = tmp_path_factory.mktemp("printed") / "page.html"
    path.write_text(page_html([(sheet, split_page(sheet.text, boxes=lines))]), "utf-8")
    return path


def test_the_boxes_on_a_page_s_picture_light_up_their_article(page: tool.Browser, printed: Path) -> None:
    page.open(printed)
    page.mouse(".sheet .f-headline")
    assert lit(page) == {"p1-a1"}
    assert page.evaluate("document.querySelector('#p1-a1').classList.contains('on')")
    page.mouse(".bar h2")
    page.mouse("#p1-a1 .top")
    assert page.evaluate("document.querySelector('.sheet a').classList.contains('on')")


def test_the_keyboard_reaches_the_boxes_on_a_page_s_picture(page: tool.Browser, printed: Path) -> None:
    page.open(printed)
    page.evaluate("document.querySelector('.sheet a').focus()")
    assert lit(page) == {"p1-a1"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_s_picture_is_shown_by_light_and_by_dark(page: tool.Browser, printed: Path, scheme: str) -> None:
    page.look(*WIDE, prefers_color_scheme=scheme)
    page.open(printed)
    filter_ = page.evaluate("getComputedStyle(document.querySelector('.sheet image')).filter")
    assert (filter_ == "none") is (scheme == "light")
    assert page.evaluate("document.querySelector('.sheet image').getBoundingClientRect().width") > 300
