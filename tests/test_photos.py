"""Photos: what stands by one in its own type is its caption. No text leads into a frame, or over a rule."""

from __future__ import annotations

import io

import pytest

pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed: pip install 'newsseg[pdf]'")
pytest.importorskip("reportlab", reason="reportlab, which typesets the pages, is not installed")

from reportlab.pdfgen.canvas import Canvas

from benchmarks import boxfont
from newsseg import split_page
from newsseg.inputs import pdf
from newsseg.record import Article

TEXT = "渔港码头去年铺了三百米浮桥，渔船靠岸不再等潮水。老船长们说，从前卸一船鱼要等大半天，如今一个钟头就能卸完。"
OTHER = "夜班公交三号线本周起延长到凌晨一点，下晚班的护士和厨师不用再打车回家。公交公司说，司机每晚轮换，车上多了热水。"
CAPTION = "清晨，浮桥边的渔船等着出海。"
SIZE, WIDTH = 10, 12


def column(canvas: Canvas, text: str, x: float, y: float) -> float:
    for i in range(0, len(text), WIDTH):
        canvas.drawString(x, y, text[i : i + WIDTH])
        y -= 1.5 * SIZE
    return y


def articles(
    *, photo: bool = True, caption: str = CAPTION, size: float = 8, beside: bool = False, text: str = TEXT
) -> list[Article]:
    """Return the articles of a page of two, each in a column, with a picture and a caption below the text of one."""
    boxfont.register("Song", "Kai")
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(330, 400))
    for x, title, words in ((180, "夜班公交开到一点", OTHER), (20, "浮桥跟着潮水起落", text)):
        canvas.setFont("Song", 15)
        canvas.drawString(x, 360, title)
        canvas.setFont("Song", SIZE)
        end = column(canvas, words, x, 335)
    if photo:
        canvas.setFillGray(0.6)
        canvas.rect(20, end - 75, 80 if beside else 120, 70, stroke=0, fill=1)
        canvas.setFillGray(0)
    canvas.setFont("Kai" if size < SIZE else "Song", size)
    step = 4 if beside else WIDTH
    for i in range(0, len(caption), step):
        canvas.drawString(
            104 if beside else 20, end - (25 if beside else 85) - i / step * 1.5 * size, caption[i : i + step]
        )
    canvas.save()
    (page,) = pdf.read_pdf(out.getvalue(), lambda place, what: pytest.fail(f"{place}: {what}"))
    records = split_page(page.text, boxes=page.lines)
    return [record for record in records if isinstance(record, Article)]


@pytest.mark.parametrize("beside", [False, True])
def test_a_caption_is_told_by_its_place_and_type(beside: bool) -> None:
    one, two = articles(beside=beside)
    assert (one.headline, one.captions) == ("浮桥跟着潮水起落", (CAPTION,))
    assert [part.text for part in one.body] == [TEXT]
    assert (two.headline, two.captions) == ("夜班公交开到一点", ())


def test_without_a_picture_it_is_none() -> None:
    assert all(not article.captions for article in articles(photo=False))


def test_a_subhead_below_a_picture_is_no_caption() -> None:
    assert all(not article.captions for article in articles(caption="浮桥添了灯"))


def test_text_below_a_picture_is_no_caption() -> None:
    assert all(not article.captions for article in articles(size=SIZE))


def test_text_goes_on_below_a_picture() -> None:
    one, two = articles(caption="一个钟头就能卸完，码头上还添了灯。", size=SIZE, text=TEXT[:-10])
    assert [part.text for part in one.body] == [TEXT[:-10] + "一个钟头就能卸完，码头上还添了灯。"]
    assert [part.text for part in two.body] == [OTHER]


@pytest.mark.parametrize("framed", [False, True])
def test_text_does_not_go_on_in_a_frame(framed: bool) -> None:
    boxfont.register("Song")
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(330, 400))
    if framed:
        canvas.setFillGray(0.9)
        canvas.rect(172, 230, 134, 150, stroke=0, fill=1)
        canvas.setFillGray(0)
    canvas.setFont("Song", SIZE)
    column(canvas, TEXT[:48], 20, 360)
    column(canvas, OTHER[:48], 180, 360)
    canvas.save()
    (page,) = pdf.read_pdf(out.getvalue(), lambda place, what: pytest.fail(f"{place}: {what}"))
    assert len({line.flow for line in page.lines}) == 1 + framed


@pytest.mark.parametrize("ruled", [False, True])
def test_text_does_not_go_on_over_a_rule(ruled: bool) -> None:
    boxfont.register("Song")
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(330, 400))
    canvas.setFont("Song", SIZE)
    end = column(canvas, TEXT[:48], 20, 360)
    column(canvas, OTHER[:48], 20, end - SIZE)
    if ruled:
        canvas.line(20, end + 0.4 * SIZE, 140, end + 0.4 * SIZE)
    canvas.save()
    (page,) = pdf.read_pdf(out.getvalue(), lambda place, what: pytest.fail(f"{place}: {what}"))
    assert len({line.flow for line in page.lines}) == 1 + ruled
