"""ALTO and ``pdftotext -bbox-layout``: the same pages as from a PDF."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newsseg.geometry import PageGeometry
from newsseg.inputs.alto import is_layout, read_layout

ALTO = """<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v{version}#">
 <Description><MeasurementUnit>{unit}</MeasurementUnit></Description>
 <Styles><TextStyle ID="big" FONTFAMILY="Hei" FONTSIZE="24"/><TextStyle ID="body" FONTSIZE="10"/></Styles>
 <Layout><Page ID="p1" WIDTH="3000" HEIGHT="3000"><PrintSpace>
  <TextBlock ID="b3" STYLEREFS="body">{right}</TextBlock>
  <TextBlock ID="b2" STYLEREFS="body">{left}</TextBlock>
  <TextBlock ID="b1"><TextLine STYLEREFS="big" HPOS="300" VPOS="100" WIDTH="800" HEIGHT="100">
   <String CONTENT="老码头"/><SP WIDTH="2"/><String CONTENT="又开张"/></TextLine></TextBlock>
 </PrintSpace></Page></Layout>
</alto>"""
LEFT = ("云溪河边的老码头今年", "重新开了张。摆渡人说", "水退以后来客一天比一")
RIGHT = ("天多。街坊们都说等着", "去坐一坐，看看河上的", "船，也看看那块木牌。")


def text_lines(x: int, texts: Sequence[str]) -> str:
    line = '<TextLine HPOS="{}" VPOS="{}" WIDTH="420" HEIGHT="{}"><String CONTENT="{}" HEIGHT="40"/></TextLine>'
    return "".join(line.format(x, 300 + 60 * i, 38 + 3 * i, text) for i, text in enumerate(texts))


def alto(version: int = 4, unit: str = "pixel") -> str:
    return ALTO.format(version=version, unit=unit, left=text_lines(300, LEFT), right=text_lines(780, RIGHT))


def read(text: str, said: list[tuple[str, str]] | None = None, size: int = 1 << 16) -> list[PageGeometry]:
    data = text.encode()
    chunks = [data[at : at + size] for at in range(0, len(data), size)]
    told = [] if said is None else said
    pages = list(read_layout("page.xml", chunks, lambda place, what: told.append((place, what))))
    assert said is not None or not told
    return pages


def words(page: PageGeometry) -> list[str]:
    return [row.strip() for row in page.text.split("\n") if row.strip()]


@pytest.mark.parametrize("version", [2, 3, 4])
@pytest.mark.parametrize("size", [7, 1 << 16], ids=["in small pieces", "at once"])
def test_alto_is_read_in_columns(version: int, size: int) -> None:
    (page,) = read(alto(version), size=size)
    assert words(page) == ["老码头又开张", *LEFT, *RIGHT]
    assert [box.size for box in page.lines] == [24] + [10] * 6
    assert page.lines[0].font == "Hei"


@pytest.mark.parametrize(("unit", "width"), [("pixel", 720), ("mm10", 850), ("inch1200", 180)])
def test_units_become_points(unit: str, width: int) -> None:
    (page,) = read(alto(unit=unit))
    assert round(page.width) == width


def test_a_prefix_and_the_older_root_are_known() -> None:
    text = alto().replace("<alto xmlns=", "<a:alto xmlns:a=").replace("</alto>", "</a:alto>")
    assert is_layout(text.encode())
    assert words(read(text)[0])[0] == "老码头又开张"


def test_blanks_between_latin_words_and_hyphens_are_kept() -> None:
    inner = '<String CONTENT="new"/><SP/><String CONTENT="boat"/><HYP CONTENT="-"/>'
    line = f'<TextLine HPOS="1" VPOS="1" WIDTH="90" HEIGHT="9">{inner}</TextLine>'
    (page,) = read(f'<alto><Page><PrintSpace><TextBlock ID="b">{line}</TextBlock></PrintSpace></Page></alto>')
    assert words(page) == ["new boat-"]


def test_a_tall_line_is_set_downwards() -> None:
    line = '<TextLine HPOS="1" VPOS="1" WIDTH="20" HEIGHT="90"><String CONTENT="老码头"/></TextLine>'
    (page,) = read(f'<alto><Page><PrintSpace><TextBlock ID="b">{line}</TextBlock></PrintSpace></Page></alto>')
    assert page.lines[0].vertical


BBOX = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>page</title></head><body><doc>
<page width="300" height="300"><flow><block>{lines}</block></flow></page>
<page width="300" height="300"></page>
</doc></body></html>"""


def word(x: float, y: float, text: str) -> str:
    return f'<word xMin="{x}" yMin="{y}" xMax="{x + 10 * len(text)}" yMax="{y + 10}">{text}</word>'


def test_the_woven_lines_of_pdftotext_are_parted_into_columns() -> None:
    pairs = zip(LEFT, RIGHT, strict=True)
    rows = [f"<line>{word(30, 50 + 14 * i, a)}{word(145, 50 + 14 * i, b)}</line>" for i, (a, b) in enumerate(pairs)]
    text = BBOX.format(lines="".join(rows))
    assert is_layout(text.encode())
    first, second = read(text)
    assert words(first) == [*LEFT, *RIGHT]
    assert (second.text, second.number, second.width) == ("", 2, 300)


def test_words_of_a_line_are_parted_by_blanks() -> None:
    line = f"<line>{word(0, 0, 'boat')}{word(43, 0, '2')}</line>"
    assert words(read(BBOX.format(lines=line))[0]) == ["boat 2"]


def test_broken_xml_is_reported_and_the_pages_before_it_count() -> None:
    said: list[tuple[str, str]] = []
    text = BBOX.format(lines=f"<line>{word(0, 0, '云溪')}</line>")
    pages = read(text[: text.rindex("<page")] + "<page", said)
    assert [words(page) for page in pages] == [["云溪"]]
    assert said[0][0] == "page.xml:4"


@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY a "aaaaaaaaaa">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY % a SYSTEM "http://127.0.0.1/">',
    ],
    ids=["its own", "a file", "a parameter"],
)
def test_entities_are_refused(entity: str) -> None:
    said: list[tuple[str, str]] = []
    assert read(f"<!DOCTYPE alto [{entity}]><alto><Page/></alto>", said) == []
    assert "entities" in said[0][1]


@pytest.mark.parametrize("text", ["", "云溪河边", "<html><body>page</body></html>", '<?xml version="1.0"?><records/>'])
def test_other_files_are_not_taken_for_one(text: str) -> None:
    assert not is_layout(text.encode())
