"""Pages: files, standard input and folders in, the text of their pages out. Nothing later sees bytes."""

from __future__ import annotations

import io
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from newsseg.decoding import decoded
from newsseg.encoding import DecodingError
from newsseg.files import CHUNK, STANDARD_INPUT, Report, expand
from newsseg.geometry import LineBox
from newsseg.i18n import _

GZIP = b"\x1f\x8b"
GZIP_WINDOW = 31  # zlib's number for: with gzip's header
LARGEST = 1 << 26
"""Characters of the largest page (a newspaper's has 10⁴): a stream without form feeds does not fill the memory."""


class Page(NamedTuple):
    """The text of one page: the ``number``-th (from 1) of its ``source``."""

    source: str
    number: int
    text: str
    boxes: tuple[LineBox, ...] = ()  # where its lines stand on paper, where that is known


@dataclass(slots=True)
class Source:
    """An input: its name (``-`` is standard input) and its text, piece by piece as it comes.

    ``sound`` becomes false, and ``report`` is told why, once the input turns out to be bad; its text ends there.
    """

    name: str
    report: Report
    chunks: Iterator[str] = field(init=False)
    sound: bool = True
    password: str | None = None


def read_pages(
    names: Iterable[str], report: Report, *, encoding: str | None = None, password: str | None = None
) -> Iterator[Page]:
    """Yield the pages of the inputs ``names`` (files, folders, patterns, ``-``), each as soon as it has been read.

    ``report`` is told of what cannot be read; the other inputs are still done. Memory holds one page, not the input.
    """
    for source in read_sources(names, report, encoding=encoding, password=password):
        yield from pages_of(source)


def read_sources(
    names: Iterable[str], report: Report, *, encoding: str | None = None, password: str | None = None
) -> Iterator[Source]:
    """Yield each input; where its text turns out to be bad, it ends there and ``report`` is told."""
    for name in expand(names, report):
        source = Source(name.replace(os.sep, "/"), report, password=password)
        source.chunks = iter(()) if is_pdf(name) else _text(source, name, encoding)
        yield source


def pages_of(source: Source) -> Iterator[Page]:
    """Yield the pages of an input: what stands between form feeds; after the last one only where something stands."""
    if is_pdf(source.name):
        yield from _printed(source)
        return
    for number, (text, ended) in enumerate(pieces(source, "\f"), 1):
        if ended or number == 1 or text.strip():
            yield Page(source.name, number, text.removeprefix("\ufeff"))


def is_pdf(name: str) -> bool:
    """Tell whether a file is a PDF, by its name."""
    return name.lower().endswith(".pdf")


def _printed(source: Source) -> Iterator[Page]:
    """Yield the pages of a PDF."""
    from newsseg.pdf import read_pdf

    for number, page in enumerate(read_pdf(source.name, source.report, source.password), 1):
        yield Page(source.name, number, page.text, page.lines)


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


def open_input(name: str) -> AbstractContextManager[BinaryIO]:
    """Open a file, or standard input (``-``), which stays open when the block ends."""
    if name != STANDARD_INPUT:
        return open(name, "rb")
    if sys.stdin is None:
        raise DecodingError(_("standard input is closed; name a file"))
    return nullcontext(sys.stdin.buffer)


def _text(source: Source, name: str, encoding: str | None) -> Iterator[str]:
    try:
        with open_input(name) as file:
            yield from decoded(_steady(file), encoding)
    except (DecodingError, OSError, zlib.error) as error:
        source.sound = False
        line = getattr(error, "line", 0)
        source.report(f"{source.name}:{line}" if line else source.name, _reason(error))


def _steady(file: BinaryIO) -> Iterator[bytes]:
    """Yield what a file holds; whoever changes it meanwhile is found out, for half a page may be missing."""
    before = _state(file)
    yield from _bytes(file)
    if _state(file) != before:
        raise DecodingError(_("changed while it was read; its last page is left out: run again for the rest"))


def _state(file: BinaryIO) -> tuple[int, int] | None:
    """Return size and time of the last change of a file; None of what is no file."""
    try:
        state = os.fstat(file.fileno())
    except io.UnsupportedOperation:
        return None
    return (state.st_size, state.st_mtime_ns) if stat.S_ISREG(state.st_mode) else None


def _reason(error: Exception) -> str:
    if isinstance(error, DecodingError):
        return str(error)
    if isinstance(error, FileNotFoundError):
        return _("is not there; check the name")
    if isinstance(error, PermissionError):
        return _("may not be read; check its permissions")
    return _("cannot be read ({}); try a fresh copy").format(getattr(error, "strerror", None) or error)


def _bytes(file: BinaryIO) -> Iterator[bytes]:
    """Yield what a file holds as it comes, gzip undone; never much at once, whatever a small file unpacks to."""
    read = getattr(file, "read1", file.read)  # does not wait for more than has come
    chunk = read(CHUNK)
    if not chunk.startswith(GZIP):
        while chunk:
            yield chunk
            chunk = read(CHUNK)
        return
    unpack = zlib.decompressobj(GZIP_WINDOW)
    while chunk:
        if data := unpack.decompress(chunk, CHUNK):
            yield data
        chunk = unpack.unconsumed_tail or unpack.unused_data.lstrip(b"\0") or read(CHUNK)
        if unpack.eof and chunk:  # another member; gzip files may be put together
            unpack = zlib.decompressobj(GZIP_WINDOW)
    if not unpack.eof:
        raise DecodingError(_("is a gzip file that ends too early; get a whole copy"))
