"""ALTO (what libraries keep of OCR) and ``pdftotext -bbox-layout``: XML with a place for every line or word.

Both come by expat's events, so that memory holds one page. Entities are refused: a page needs none of its own, and
they can grow without end or read files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from statistics import median
from typing import TYPE_CHECKING, TypeAlias

from newsseg.geometry import PageGeometry
from newsseg.i18n import _
from newsseg.inputs.files import Report
from newsseg.inputs.layout.glyphs import Glyph
from newsseg.inputs.layout.pagetext import page_of
from newsseg.inputs.layout.textlines import TextLine, find_lines

if TYPE_CHECKING:
    from xml.parsers.expat import XMLParserType

ROOT = re.compile(rb"<(?:\w+:)?alto[\s>]|<doc>\s*<page\s|<page\s[^>]*width=")
"""What tells these formats from other XML: ALTO's root, or the page of ``pdftotext -bbox-layout``."""
HEAD = 8192  # bytes in which it stands
POINTS = {"mm10": 72 / 254, "inch1200": 72 / 1200, "pixel": 72 / 300}
"""Points in a unit of ALTO; scans have 300 pixels to the inch, and only how sizes compare matters."""
HAN = "\u2e80"  # from here on characters are set without spaces
WORD_GAP = 0.5
"""Of the line's height: a blank between Chinese characters is narrower only where OCR cut words."""
TALL = 2
"""Height of a line by its width from which it is set from top to bottom."""
Attributes: TypeAlias = "dict[str, str]"


def is_layout(head: bytes) -> bool:
    """Tell whether a file that begins with ``head`` is ALTO or the output of ``pdftotext -bbox-layout``."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and ROOT.search(head[:HEAD]) is not None


def read_layout(name: str, chunks: Iterable[bytes], report: Report) -> Iterator[PageGeometry]:
    """Yield the pages of a file in one of the formats; ``report`` is told where it is broken."""
    from xml.parsers import expat

    parser = expat.ParserCreate()
    reader = _Reader(parser)
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)  # noqa: FBT003 - expat takes no names
            yield from reader.pages()
        parser.Parse(b"", True)  # noqa: FBT003
        yield from reader.pages()
    except expat.ExpatError as error:
        report(f"{name}:{error.lineno}", _("is broken XML ({}); get a whole copy").format(error))
    except EntityError:
        report(f"{name}:{parser.CurrentLineNumber}", _("declares entities of its own, which are refused; resolve them"))


class EntityError(ValueError):
    """The file declares an entity."""


class _Reader:
    """Takes the events of expat and holds the pages that are finished."""

    def __init__(self, parser: XMLParserType) -> None:
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._entity
        parser.buffer_text = True
        self.unit = POINTS["pixel"]
        self.sizes: dict[str, tuple[float, str]] = {}  # of a style: type size and font
        self.text: list[str] | None = None  # of the element that is being read
        self.done: list[PageGeometry] = []
        self.count = 0
        self._clear()

    def _clear(self) -> None:
        self.width = self.height = 0.0
        self.lines: list[TextLine] = []
        self.block: list[tuple[Attributes, str]] = []  # lines of the block, with their text
        self.line: list[tuple[str, Attributes]] = []  # parts of the line: String, SP, HYP
        self.glyphs: list[Glyph] = []
        self.at: Attributes = {}
        self.style = ""

    def pages(self) -> Iterator[PageGeometry]:
        """Yield the pages that are finished, once."""
        done, self.done = self.done, []
        yield from done

    def _start(self, tag: str, given: Attributes) -> None:
        match tag.rpartition(":")[2]:
            case "MeasurementUnit":
                self.text = []
            case "TextStyle":
                self.sizes[given.get("ID", "")] = _number(given, "FONTSIZE"), given.get("FONTFAMILY", "")
            case "Page":
                self.width, self.height = (self.unit * _number(given, name) for name in ("WIDTH", "HEIGHT"))
            case "page":
                self.width, self.height = _number(given, "width"), _number(given, "height")
            case "TextBlock":
                self.block, self.style = [], given.get("STYLEREFS", "")
            case "TextLine" | "word" as kind:
                self.at, self.line, self.text = given, [], [] if kind == "word" else None
            case "String" | "SP" | "HYP" as kind:
                self.line.append((kind, given))

    def _end(self, tag: str) -> None:
        match tag.rpartition(":")[2]:
            case "MeasurementUnit":
                self.unit = POINTS.get("".join(self.text or ()).strip(), self.unit)
                self.text = None
            case "TextLine":
                self.block.append((self.at, _line(self.line, _number(self.at, "HEIGHT"))))
            case "TextBlock":
                self.lines += self._block()
            case "word":
                self.glyphs += _word(self.at, "".join(self.text or ()), self.glyphs[-1:])
                self.text = None
            case "line" if self.glyphs:
                self.glyphs[-1] = self.glyphs[-1]._replace(font="end")
            case "Page" | "page":
                self.count += 1
                glyphs = [glyph._replace(font="") for glyph in self.glyphs]
                lines = self.lines or find_lines(glyphs)
                self.done.append(page_of(lines, self.count, self.width, self.height))
                self._clear()

    def _characters(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def _entity(self, *_about: object) -> None:
        raise EntityError

    def _block(self) -> Iterator[TextLine]:
        """Yield the lines of ALTO's text block; heights that OCR measured line by line are evened out."""
        heights = [min(_number(at, "HEIGHT"), _number(at, "WIDTH")) for at, text in self.block if text]
        usual = median(heights) * self.unit if heights else 0.0
        for at, text in self.block:
            styles = [*at.get("STYLEREFS", "").split(), *self.style.split()]
            size, font = next((self.sizes[name] for name in styles if name in self.sizes), (0.0, ""))
            x, y, width, height = (self.unit * _number(at, name) for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
            place = len(self.lines) + self.count
            vertical = len(text) > 1 and height > TALL * width
            if text:
                yield TextLine(
                    text, x, x, y, x + width, y + height, size or usual or 1.0, font, place, place + 1, 0, vertical
                )


def _number(given: Attributes, name: str) -> float:
    try:
        return float(given.get(name, "0"))
    except ValueError:
        return 0.0


def _line(parts: list[tuple[str, Attributes]], height: float) -> str:
    """Return the text of ALTO's line of that ``height``; blanks that OCR put between Chinese characters are none."""
    made = ""
    blank: Attributes | None = None
    for kind, given in parts:
        if kind == "SP":
            blank = given
            continue
        text = given.get("CONTENT", "")
        if blank is not None and made and text:
            wide = _number(blank, "WIDTH") > WORD_GAP * height
            made += " " if wide or made[-1] < HAN or text[0] < HAN else ""
        made, blank = made + text, None
    return " ".join(made.split("\n")).rstrip()


def _word(at: Attributes, text: str, before: list[Glyph]) -> Iterator[Glyph]:
    """Yield the characters of a word, its width shared among them."""
    text = " ".join(text.split())
    x0, y0, x1, y1 = (_number(at, name) for name in ("xMin", "yMin", "xMax", "yMax"))
    size = max(y1 - y0, 0.1)
    widths = [1 if char < HAN else 2 for char in text]
    unit = (x1 - x0) / (sum(widths) or 1)
    spaced = bool(before) and before[0].font != "end"
    for char, width in zip(text, widths, strict=True):
        yield Glyph(char, x0, y0, x0 + width * unit, y1, size, "", 0, spaced)
        x0, spaced = x0 + width * unit, False
