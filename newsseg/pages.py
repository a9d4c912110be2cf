"""Pages: files, standard input and folders in, the text of their pages out. Nothing later sees bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsseg.geometry import LineBox
from newsseg.i18n import _
from newsseg.inputs.files import Report
from newsseg.inputs.sources import Source, read_sources
from newsseg.record import Edition

LARGEST = 1 << 26
"""Characters of the largest page (a newspaper's has 10⁴): a stream without form feeds does not fill the memory."""


class Page(NamedTuple):
    """The text of one page: the ``number``-th (from 1) of its ``source``."""

    source: str
    number: int
    text: str
    boxes: tuple[LineBox, ...] = ()  # where its lines stand on paper, where that is known
    width: float = 0.0  # of the paper, in points, and what it looks like (PNG), where that was asked for
    height: float = 0.0
    picture: bytes = b""
    told: Edition | None = None  # by the name of its file, where that was asked for


def read_pages(
    names: Iterable[str], report: Report, *, encoding: str | None = None, password: str | None = None
) -> Iterator[Page]:
    """Yield the pages of the inputs ``names`` (files, folders, patterns, ``-``), each as soon as it has been read.

    ``report`` is told of what cannot be read; the other inputs are still done. Memory holds one page, not the input.
    """
    for source in read_sources(names, report, encoding=encoding, password=password):
        yield from pages_of(source)


def pages_of(source: Source) -> Iterator[Page]:
    """Yield the pages of an input: those printed, or what stands between form feeds.

    After the last form feed only where something stands.
    """
    if source.paper is not None:
        for page in source.paper:
            yield Page(source.name, page.number, page.text, page.lines, page.width, page.height, page.picture)
        return
    for number, (text, ended) in enumerate(pieces(source, "\f"), 1):
        if ended or number == 1 or text.strip():
            yield Page(source.name, number, text.removeprefix("\ufeff"))


def pieces(source: Source, separator: str) -> Iterator[tuple[str, bool]]:
    """Yield what stands between separators, and whether one came behind it (False for the last piece only).

    Half a piece is none: where the input turns out to be bad, the piece that it broke off in is left out, and so is
    one longer than ``LARGEST``.
    """
    held: list[str] = []
    size = 0
    for chunk in source.chunks:
        *ends, rest = chunk.split(separator)
        for end in ends:
            yield "".join([*held, end]), True
            held, size = [], 0
        held.append(rest)
        size += len(rest)
        if size > LARGEST:
            what = _("a page or a record has more than {} characters; put a form feed between pages")
            source.report(source.name, what.format(LARGEST))
            return
    if source.sound:
        yield "".join(held), False
