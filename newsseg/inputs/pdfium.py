"""The characters of a PDF page with their places, as PDFium tells them."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from math import inf
from typing import Any, NamedTuple

from newsseg.inputs.layout.glyphs import Glyph, turn
from newsseg.inputs.layout.photos import SMALLEST, THIN, Photo

ASCENT, DESCENT = 0.88, 0.12
"""Of the type size: a Chinese character above and below the baseline."""
STEADY = 0.06
"""Of the height: how far the boxes of the characters in one line and font differ."""
JUMP = 0.5
"""Of the height: what stands farther from the character before may be another column's, in another font."""
FAR = 1e6
"""Points: the largest page of a PDF has 14,400."""
UPRIGHT = 3
"""Degrees: a scanned page lies no more askew."""
BLANKS = frozenset([*range(0x20), 0x7F, 0x85, 0x2028, 0x2029])
"""Control characters; a page's text has blanks for them, since some would end a line."""
HIGH, LOW, PRIVATE, BEYOND = 0xD800, 0xDC00, 0xE000, 0x10000
"""Where the high and the low halves of UTF-16 begin, what follows them, and what they make."""
SPACE = 0x20
ADDED = frozenset([SPACE, 0x0D, 0x0A])
"""What PDFium may add of its own: a space for a gap, and line ends."""
HYPHENS = frozenset([0x02, 0xFFFE])
"""What PDFium writes for a hyphen at the end of a line."""
ODD = BLANKS | HYPHENS
UNKNOWN = "\ufffd"
STAND_IN = b" MM"
"""How the names of the fonts end that PDFium takes for those it does not have (multiple master)."""
FONT_NAME = 128  # bytes; longer names are cut
TEXT, SHOWN = 1, frozenset([2, 3])
"""PDFium's numbers for text, and for paths and pictures."""
NO_WIDTH, SOME_WIDTH = 0.01, 0.02
"""Points: text that is less wide on the page PDFium leaves out; what it is made to be then."""
MOST_OBJECTS = 20_000
"""Objects of a page that are looked at; a newspaper page has some thousand."""


class Style(NamedTuple):
    """What the characters of a line share, and how to get from a PDF's axes to theirs."""

    size: float
    font: str
    angle: int
    along: tuple[float, float, float]
    baseline: float
    start: float


Axes = tuple[float, float, float, float, float, float]


class PageText:
    """The text layer of one page; ``unknown`` counts the characters without a Unicode value, by font, once read."""

    def __init__(self, raw: Any, textpage: Any, axes: Axes) -> None:
        """Keep the page: ``raw`` holds PDFium's functions, ``axes`` lead from the PDF's axes to the page's."""
        self.raw, self.textpage, self.axes = raw, textpage, axes
        self.unknown: dict[str, int] = {}
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y, self._flags = ctypes.c_double(), ctypes.c_double(), ctypes.c_int()
        self._name = ctypes.create_string_buffer(FONT_NAME)

    def glyphs(self) -> Iterator[Glyph]:
        """Yield the characters in the order of drawing, without the line ends that PDFium adds."""
        raw, textpage, box = self.raw, self.textpage, self._box
        reference = ctypes.byref(box)
        low = high = near = above = below = inf  # of the line: no box is near infinity
        right = jump = 0.0
        style: Style | None = None
        spaced, lead = False, 0
        for i in range(raw.FPDFText_CountChars(textpage)):
            code = raw.FPDFText_GetUnicode(textpage, i)
            if HIGH <= code < PRIVATE:  # half of a character beyond U+FFFF
                if code < LOW:
                    lead = code
                    continue
                code = ((lead - HIGH) << 10) + code - LOW + BEYOND if lead else ord(UNKNOWN)
                lead = 0
            if code in ADDED and raw.FPDFText_IsGenerated(textpage, i):
                spaced = code == SPACE
                continue
            raw.FPDFText_GetLooseCharBox(textpage, i, reference)
            level = abs(box.bottom - low) <= near and abs(box.top - high) <= near
            if style is None or style.angle or not level or not -jump < box.left - right < jump:
                style, low, high = self._style(i), box.bottom, box.top
                near, jump = STEADY * (high - low), JUMP * (high - low)
                above, below = style.baseline - ASCENT * style.size, style.baseline + DESCENT * style.size
            right = box.right
            start, end = _extent(style, box)
            text = self._character(i, code, style.font)
            yield Glyph(text, start, above, end, below, style.size, style.font, style.angle, spaced)
            spaced = False

    def _character(self, i: int, code: int, font: str) -> str:
        if self.raw.FPDFText_HasUnicodeMapError(self.textpage, i) == 1 or not code:
            self.unknown[font] = self.unknown.get(font, 0) + 1
            return UNKNOWN if code in BLANKS or code in HYPHENS else chr(code)
        if code in ODD:
            return "-" if code in HYPHENS else " "
        return chr(code)

    def _style(self, i: int) -> Style:
        raw, textpage, matrix = self.raw, self.textpage, self._matrix
        raw.FPDFText_GetMatrix(textpage, i, ctypes.byref(matrix))
        raw.FPDFText_GetCharOrigin(textpage, i, ctypes.byref(self._x), ctypes.byref(self._y))
        box, (a, b, c, d, e, f) = self._box, self.axes
        across, down = a * matrix.a + c * matrix.b, b * matrix.a + d * matrix.b
        angle = round(_near(math.degrees(math.atan2(down, across)), 0.0)) % 360
        if min(angle, 360 - angle) <= UPRIGHT:
            angle = 0
        cos, sin = turn(angle)
        width = math.hypot(matrix.a, matrix.b)
        scale = abs(matrix.a * matrix.d - matrix.b * matrix.c) / width if width else 0.0
        size = abs(raw.FPDFText_GetFontSize(textpage, i)) * scale or abs(box.top - box.bottom) or 1.0
        along = (a * cos + b * sin, c * cos + d * sin, e * cos + f * sin)
        baseline = self._x.value * (b * cos - a * sin) + self._y.value * (d * cos - c * sin) + f * cos - e * sin
        start = self._x.value * along[0] + self._y.value * along[1] + along[2]
        return Style(_near(size, 1.0), self._font(i), angle, along, _near(baseline, 0.0), _near(start, 0.0))

    def _font(self, i: int) -> str:
        """Return the name of a character's font, without the letters that mark a subset of it."""
        name, flags = self._name, ctypes.byref(self._flags)
        length = self.raw.FPDFText_GetFontInfo(self.textpage, i, name, FONT_NAME, flags)
        text = name.value.decode("utf-8", "replace") if 0 < length <= FONT_NAME else ""
        return text.rpartition("+")[2]


def _extent(style: Style, box: Any) -> tuple[float, float]:
    """Return where a character begins and ends along its line."""
    x, y, shift = style.along
    if y == 0:
        start, end = x * box.left + shift, x * box.right + shift
    elif x == 0:
        start, end = y * box.bottom + shift, y * box.top + shift
    else:  # at a slant its box tells nothing
        start, end = style.start, style.start + style.size
    if start > end:
        start, end = end, start
    return (start, end) if -FAR < start <= end < FAR else (0.0, 0.0)


def _near(value: float, instead: float) -> float:
    """Return ``value``, or ``instead`` where a broken PDF has no number, or none that is on any paper."""
    return value if -FAR < value < FAR else instead


def widen(raw: Any, page: Any) -> dict[str, int]:
    """Turn the texts of a page that have no width by a hair; return how many are lost all the same, by font.

    In a font that is neither in the file nor on this machine characters have no height, and the last one no width.
    PDFium leaves out a text without width: one that lies on its side, and a character that was drawn by itself.
    """
    lost: dict[str, int] = {}
    edges = [ctypes.c_float() for _ in range(4)]
    left, bottom, right, top = edges
    for i in range(min(MOST_OBJECTS, raw.FPDFPage_CountObjects(page))):
        thing = raw.FPDFPage_GetObject(page, i)
        if raw.FPDFPageObj_GetType(thing) != TEXT or not raw.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, edges)):
            continue
        wide, high = right.value - left.value, top.value - bottom.value
        if wide < NO_WIDTH and SOME_WIDTH < high < FAR:
            sine = SOME_WIDTH / high
            x, y = left.value, bottom.value  # it turns around this point
            raw.FPDFPageObj_Transform(thing, 1, sine, -sine, 1, y * sine, -x * sine)
        elif wide < NO_WIDTH and high < NO_WIDTH and (name := _stood_in(raw, raw.FPDFTextObj_GetFont(thing))):
            lost[name] = lost.get(name, 0) + 1
    return lost


def _stood_in(raw: Any, font: Any) -> str:
    """Return the name of a font for which PDFium has only a stand-in without Chinese characters, else ""."""
    if raw.FPDFFont_GetIsEmbedded(font):
        return ""
    name = ctypes.create_string_buffer(FONT_NAME)
    raw.FPDFFont_GetFamilyName(font, name, FONT_NAME)
    if not name.value.endswith(STAND_IN):
        return ""
    raw.FPDFFont_GetBaseFontName(font, name, FONT_NAME)
    return name.value.decode("utf-8", "replace") or UNKNOWN


def photos(raw: Any, page: Any, axes: Axes) -> Iterator[Photo]:
    """Yield the boxes of the pictures of a page, and of the areas and lines that are drawn."""
    a, b, c, d, e, f = axes
    edges = [ctypes.c_float() for _ in range(4)]
    left, bottom, right, top = edges
    for i in range(min(MOST_OBJECTS, raw.FPDFPage_CountObjects(page))):
        thing = raw.FPDFPage_GetObject(page, i)
        if raw.FPDFPageObj_GetType(thing) not in SHOWN or not raw.FPDFPageObj_GetBounds(
            thing, *map(ctypes.byref, edges)
        ):
            continue
        xs = sorted(a * x.value + c * y.value + e for x, y in ((left, bottom), (right, top)))
        ys = sorted(b * x.value + d * y.value + f for x, y in ((left, bottom), (right, top)))
        wide, high = xs[1] - xs[0], ys[1] - ys[0]
        if max(wide, high) < FAR and (
            min(wide, high) > SMALLEST or max(wide, high) > SMALLEST > THIN >= min(wide, high)
        ):
            yield Photo(xs[0], ys[0], xs[1], ys[1])
