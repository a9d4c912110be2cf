"""A font of plain boxes that typeset pages embed: what is read of them must not depend on a machine's fonts.

A character is as wide as in print: Han characters and their marks a whole em, letters and figures half of one.
"""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

EM, ASCENT, DESCENT = 1000, 880, -120
WHOLE, HALF, BLANK = "whole", "half", "blank"
"""Glyphs: of a Han character, of a letter or figure, of a space."""
BLANKS = (0x20, 0xA0)
NARROW = range(0x21, 0x2000)
WIDE = (
    range(0x2000, 0x3000),
    range(0x3001, 0xA000),
    range(0xF900, 0xFB00),
    range(0xFE30, 0xFE70),
    range(0xFF01, 0xFFF0),
)
"""Characters: Western ones, and those of Chinese text, its marks and signs among them."""
IDEOGRAPHIC_SPACE = 0x3000


def register(*names: str) -> None:
    """Make the font known to reportlab under each of ``names``."""
    for name in names:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, io.BytesIO(font(name))))


@cache
def font(name: str) -> bytes:
    """Return the font, in TrueType's format, as ``name``; the same bytes at every run."""
    names = dict.fromkeys(NARROW, HALF) | {code: WHOLE for codes in WIDE for code in codes}
    names |= dict.fromkeys(BLANKS, BLANK) | {IDEOGRAPHIC_SPACE: "wide blank"}
    widths = {".notdef": EM, WHOLE: EM, HALF: EM // 2, BLANK: EM // 2, "wide blank": EM}
    drawn = {".notdef", WHOLE, HALF}
    made = FontBuilder(EM, isTTF=True)
    made.setupGlyphOrder(list(widths))
    made.font["cmap"] = _cmap(names)
    made.setupGlyf({glyph: box(width if glyph in drawn else 0) for glyph, width in widths.items()})
    made.setupHorizontalMetrics({glyph: (width, SIDE if glyph in drawn else 0) for glyph, width in widths.items()})
    made.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    made.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name, "fullName": name})
    made.setupOS2(sTypoAscender=ASCENT, sTypoDescender=DESCENT, usWinAscent=ASCENT, usWinDescent=-DESCENT)
    made.setupPost()
    made.updateHead(created=0, modified=0)
    out = io.BytesIO()
    made.font.recalcTimestamp = False
    made.save(out)
    return out.getvalue()


def _cmap(names: dict[int, str]) -> Any:
    """Return the table of which glyph a character has: ranges of characters, each of one glyph."""
    ranges = CmapSubtable.newSubtable(13)
    ranges.platformID, ranges.platEncID, ranges.language, ranges.cmap = 3, 10, 0, names
    table = newTable("cmap")
    table.tableVersion, table.tables = 0, [ranges]
    return table


SIDE = 40  # units on each side of a box


def box(width: int) -> Any:
    """Return the glyph of a box ``width`` wide, sides and all; of none where that is 0."""
    pen = TTGlyphPen(None)
    if width:
        corners = ((SIDE, DESCENT), (SIDE, ASCENT), (width - SIDE, ASCENT), (width - SIDE, DESCENT))
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()
