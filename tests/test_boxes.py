"""Boxes of records: where on paper each element stands, the same whatever else is done with the records."""

from __future__ import annotations

import json
import re
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from newsseg import split_page, wire
from newsseg.engine.boxes import boxed
from newsseg.geometry import LineBox
from newsseg.inputs.picture import LARGEST, png
from newsseg.pages import Page, read_pages
from newsseg.record import Article, Box, Span
from newsseg.schema import schema
from newsseg.show.html import page_html

if TYPE_CHECKING:
    from conftest import Run

TEXT = "老码头\n青石讯 云溪河\n边。\n"
LINES = (
    LineBox(0, 3, 10, 10, 70, 30, 20, 0, 0),
    LineBox(4, 11, 10, 40, 75, 50, 10, 1, 0),
    LineBox(12, 14, 90, 40, 110, 50, 10, 2, 0),
)
SPANS = (Span("headline", 0, 0, 3), Span("bylines", 0, 4, 7), Span("body", 0, 8, 11), Span("body", 0, 12, 14))
RECORD = Article("p:1:1", "p", 1, 1, headline="老码头", spans=SPANS)
SAMPLE = Path(__file__).parent.parent / "samples" / "pdf" / "printed.pdf"


def test_a_record_has_a_box_for_each_block_it_stands_in() -> None:
    [record] = boxed([RECORD], TEXT, LINES)
    assert record.boxes == (
        Box("headline", 0, 10, 10, 70, 30),
        Box("bylines", 0, 10, 40, 40, 50),
        Box("body", 0, 45, 40, 75, 50),
        Box("body", 0, 90, 40, 110, 50),
    )


def test_of_a_line_set_downwards_each_element_gets_its_part() -> None:
    line = LineBox(0, 4, 10, 0, 20, 40, 10, 0, 0, vertical=True)
    [record] = boxed([Article("p:1:1", "p", 1, 1, spans=(Span("headline", 0, 0, 1),))], "云溪河边", [line])
    assert record.boxes == (Box("headline", 0, 10, 0, 20, 10),)


def test_boxes_are_written_and_read_and_absent_where_there_are_none() -> None:
    [record] = boxed([RECORD], TEXT, LINES)
    line = wire.to_json(record)
    assert wire.from_json(line) == record
    assert wire.to_json(wire.from_json(line)) == line
    assert "boxes" not in json.loads(wire.to_json(RECORD))
    jsonschema.Draft202012Validator(schema()).validate(json.loads(line))


@pytest.mark.parametrize("boxes", [[["body", 0, 1, 2]], [["b", 0, 1, 2, 3, "4"]], [["b", 0, 1, 2, 3, True]], [1]])
def test_what_is_no_box_is_refused(boxes: list[Any]) -> None:
    row = json.loads(wire.to_json(RECORD)) | {"boxes": boxes}
    with pytest.raises(wire.WireError, match="boxes"):
        wire.from_row(row)


def test_split_writes_boxes_when_asked_and_other_commands_keep_them(inside: Run) -> None:
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed: pip install 'newsseg[pdf]'")
    done = inside("split", "--boxes", SAMPLE)
    rows = [json.loads(line) for line in done.stdout.decode().split("\n") if line]
    [page] = read_pages([str(SAMPLE)], print)
    for row in rows:
        assert {(field, index) for field, index, *_ in row["boxes"]} == {(f, i) for f, i, *_ in row["spans"]}
        assert all(0 <= x0 < x1 <= page.width and 0 <= y0 < y1 <= page.height for _, _, x0, y0, x1, y1 in row["boxes"])
    kept = inside("split", stdin=done.stdout).stdout
    assert kept == done.stdout
    keyed = [json.loads(line) for line in inside("keywords", stdin=done.stdout).stdout.decode().split("\n") if line]
    assert [row["boxes"] for row in keyed] == [row["boxes"] for row in rows]
    assert inside("split", "--boxes", "--jobs", "2", SAMPLE).stdout == done.stdout
    assert b'"boxes"' not in inside("split", SAMPLE).stdout


def test_the_picture_of_a_page_stands_above_its_text_with_its_articles_on_it() -> None:
    picture = png(b"\xff" * 12, 2, 2, 6)
    page = Page("p", 1, TEXT, LINES, 120, 60, picture)
    text = page_html([(page, split_page(TEXT, boxes=LINES))])
    [sheet] = re.findall(r'<figure class="sheet">.*?</figure>', text, re.DOTALL)
    assert 'viewBox="0 0 120 60"' in sheet
    assert "data:image/png;base64," in sheet
    assert '<a class="c1" href="#p1-a1" data-a="p1-a1" aria-label="1 老码头">' in sheet
    assert '<rect class="f-headline" x="10" y="10" width="60" height="20"/>' in sheet
    assert "img-src data:;" in text
    assert '<figure class="sheet">' not in page_html([(TEXT, split_page(TEXT))])


def test_a_png_holds_the_pixels_it_was_made_of() -> None:
    pixels = bytes(range(18))
    data = png(pixels + b"..", 3, 2, 9)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", data[16:24]) == (3, 2)
    start = data.index(b"IDAT") + 4
    assert zlib.decompress(data[start : start + struct.unpack(">I", data[start - 8 : start - 4])[0]]) == (
        b"\0" + pixels[:9] + b"\0" + pixels[9:]
    )


def test_show_puts_the_picture_of_a_pdf_beside_its_articles(tmp_path: Path, inside: Run) -> None:
    pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed: pip install 'newsseg[pdf]'")
    text = inside("show", "--html", SAMPLE).stdout.decode()
    assert text.count("data:image/png;base64,") == 1
    assert len(text) < 2 * LARGEST
    records = tmp_path / "page.jsonl"
    records.write_bytes(inside("split", SAMPLE).stdout)
    assert inside("show", "--html", "--text", SAMPLE, records).stdout.decode().count("data:image/png;base64,") == 1
