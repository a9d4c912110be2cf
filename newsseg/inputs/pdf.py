"""PDF: the pages of a file, each as its text in the order of reading and the place of every line.

Needs the extra ``newsseg[pdf]`` (pypdfium2). Memory holds one page, whatever the file's size.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from newsseg.geometry import PageGeometry
from newsseg.i18n import _
from newsseg.inputs.files import STANDARD_INPUT, Report
from newsseg.inputs.layout.glyphs import Glyph
from newsseg.inputs.layout.pagetext import page_of
from newsseg.inputs.layout.photos import MOST
from newsseg.inputs.layout.textlines import find_lines
from newsseg.inputs.pdfium import Axes, PageText, photos, widen
from newsseg.inputs.picture import picture_of

WRONG_PASSWORD = 4  # PDFium's number for it
SHOWN = 3  # fonts that a message names


class Problem(NamedTuple):
    """What is wrong with a file, or (``page``, from 1) with one of its pages, and what to do."""

    page: int
    what: str


def read_pdf(
    source: str | bytes, report: Report, password: str | None = None, *, name: str | None = None, pictures: bool = False
) -> Iterator[PageGeometry]:
    """Yield the pages of a PDF: of a file by its name, or of the bytes of one (from standard input).

    ``report`` is told what is wrong, with the file or with a page (``FILE:PAGE``), under the ``name`` given. A page
    without text is yielded empty, so that the numbers hold. With ``pictures`` each page bears what it looks like.
    """
    name = name or (source if isinstance(source, str) else STANDARD_INPUT)
    for found in pages_and_problems(source, password, pictures=pictures):
        if isinstance(found, PageGeometry):
            yield found
        else:
            report(f"{name}:{found.page}" if found.page else name, found.what)


def pages_and_problems(
    source: str | bytes, password: str | None = None, *, pictures: bool = False
) -> Iterator[PageGeometry | Problem]:
    """Yield the pages of a PDF and what is wrong with them; pages without text in a row are one problem."""
    try:
        import pypdfium2
    except ImportError:
        yield Problem(0, _("is a PDF; to read it: pip install 'newsseg[pdf]', or: pdftotext -raw FILE - | newsseg …"))
        return
    try:
        document = pypdfium2.PdfDocument(source, password=password)
    except (pypdfium2.PdfiumError, OSError, ValueError) as error:
        yield Problem(0, _refused(error, password))
        return
    try:
        yield from _pages(pypdfium2, document, pictures=pictures)
    finally:
        document.close()


def _refused(error: Exception, password: str | None) -> str:
    """Return why a file cannot be opened."""
    if isinstance(error, FileNotFoundError):
        return _("is not there; check the name")
    if getattr(error, "err_code", None) == WRONG_PASSWORD or "password" in str(error).lower():
        if password is None:
            return _("is encrypted; give its password: --password PASSWORD")
        return _("is encrypted, and the password is not the right one; check it")
    return _("is a damaged PDF ({}); get a fresh copy").format(error)


def _pages(pdfium: Any, document: Any, *, pictures: bool) -> Iterator[PageGeometry | Problem]:
    """Yield the pages of an open document."""
    first = 0  # of the pages without text that stand together
    for number in range(1, len(document) + 1):
        try:
            page, empty, problem = _page(pdfium, document, number, pictures=pictures)
        except pdfium.PdfiumError as error:
            page, empty = PageGeometry("", (), number), False
            problem = Problem(number, _("page {} is damaged ({}); get a fresh copy").format(number, error))
        if first and not empty:
            yield _textless(first, number - 1)
            first = 0
        if empty:
            first = first or number
        if problem:
            yield problem
        yield page
    if first:
        yield _textless(first, len(document))


def _textless(first: int, last: int) -> Problem:
    pages = str(first) if first == last else f"{first}-{last}"
    what = _("has no text on page {} (a scan, or letters drawn as outlines); run OCR first: ocrmypdf -l chi_sim IN OUT")
    return Problem(first, what.format(pages))


def _page(pdfium: Any, document: Any, number: int, *, pictures: bool) -> tuple[PageGeometry, bool, Problem | None]:
    """Return a page, whether it shows something but no text, and what is wrong with its characters."""
    page = document[number - 1]
    lost = widen(pdfium.raw, page.raw)
    textpage = page.get_textpage()
    try:
        axes = axes_of(page)
        glyphs, unknown = _glyphs(pdfium.raw, textpage, axes)
        turned = _lying(glyphs)
        if turned:
            glyphs, unknown = _glyphs(pdfium.raw, textpage, _quarter(axes, turned))
        width, height = page.get_size()
        shown = list(islice(photos(pdfium.raw, page.raw, _quarter(axes, turned)), MOST))
        size = (height, width) if turned in {90, 270} else (width, height)
        made = page_of(find_lines(glyphs), number, *size, shown)
        if pictures:
            made = made._replace(picture=picture_of(page, turned))
        empty = not made.lines and pdfium.raw.FPDFPage_CountObjects(page.raw) > 0
        return made, empty, _lost(number, lost) or _unreadable(number, len(glyphs), unknown)
    finally:
        textpage.close()
        page.close()


def _glyphs(raw: Any, textpage: Any, axes: Axes) -> tuple[list[Glyph], dict[str, int]]:
    text = PageText(raw, textpage.raw, axes)
    return list(text.glyphs()), text.unknown


def _unreadable(number: int, count: int, unknown: dict[str, int]) -> Problem | None:
    if not unknown:
        return None
    names = _names(unknown)
    what = _("{} of {} characters on page {} have no Unicode value (fonts: {}): they are wrong, or �; compare with OCR")
    return Problem(number, what.format(sum(unknown.values()), count, number, names))


def _lost(number: int, lost: dict[str, int]) -> Problem | None:
    if not lost:
        return None
    what = _(
        "{} pieces of text on page {} are lost: their fonts ({}) are neither in the file nor on this machine; "
        "install a Chinese font (Debian: fonts-wqy-microhei)"
    )
    return Problem(number, what.format(sum(lost.values()), number, _names(lost)))


def _names(fonts: dict[str, int]) -> str:
    """Return the names of the fonts that most characters are in."""
    return ", ".join(filter(None, sorted(fonts, key=lambda font: -fonts[font])[:SHOWN])) or "?"


def axes_of(page: Any) -> Axes:
    """Return how a point of the PDF gets its place on the page as it is shown: x' = ax + cy + e, y' = bx + dy + f."""
    left, bottom, right, top = page.get_cropbox()
    turned: dict[int, Axes] = {
        90: (0, 1, 1, 0, -bottom, -left),
        180: (-1, 0, 0, 1, right, -bottom),
        270: (0, -1, -1, 0, top, right),
    }
    return turned.get(page.get_rotation(), (1, 0, 0, -1, -left, top))


def _lying(glyphs: list[Glyph]) -> int:
    """Return the quarter turn (in degrees) in which most of a page's text stands, or 0."""
    angles = [glyph.angle for glyph in glyphs]
    return next((angle for angle in (90, 180, 270) if 2 * angles.count(angle) > len(angles)), 0)


def _quarter(axes: Axes, angle: int) -> Axes:
    """Return the axes of a page that was turned back by ``angle``."""
    a, b, c, d, e, f = axes
    for _turn in range(angle // 90):
        a, b, c, d, e, f = b, -a, d, -c, f, -e
    return a, b, c, d, e, f
