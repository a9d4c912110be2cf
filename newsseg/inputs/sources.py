"""Sources: the inputs, opened and recognised by their first bytes: text, or pages with places (PDF, ALTO, …)."""

from __future__ import annotations

import io
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from typing import BinaryIO

from newsseg.geometry import PageGeometry
from newsseg.i18n import _
from newsseg.inputs.decoding import decoded
from newsseg.inputs.encoding import DecodingError
from newsseg.inputs.files import CHUNK, STANDARD_INPUT, Report, expand, reason

GZIP = b"\x1f\x8b"
GZIP_WINDOW = 31  # zlib's number for: with gzip's header
PDF = b"%PDF-"
HEAD = 8192
"""Bytes in which XML tells what it holds."""
LARGEST_PDF = 1 << 30
"""Bytes of a PDF that comes through a pipe: it is held in memory, since its parts are read in any order."""
BLANK = b"\xef\xbb\xbf \t\r\n"
BAD = (DecodingError, OSError, zlib.error)


class Source:
    """An input: its name (``-`` is standard input) and its text, piece by piece, or its printed pages.

    ``paper`` yields the pages of what has places (PDF, ALTO, ``-bbox-layout``), and is None where the input is text.
    ``sound`` becomes false, and ``report`` is told why, once the input turns out to be bad; its text ends there.
    """

    def __init__(self, name: str, report: Report) -> None:
        """Name the source, and who is told what is wrong with it."""
        self.name, self.report = name, report
        self.chunks: Iterator[str] = iter(())
        self.paper: Iterator[PageGeometry] | None = None
        self.sound = True

    def fail(self, error: Exception) -> None:
        """Tell what is wrong."""
        self.sound = False
        line = getattr(error, "line", 0)
        self.report(f"{self.name}:{line}" if line else self.name, _reason(error))


def read_sources(
    names: Iterable[str],
    report: Report,
    *,
    encoding: str | None = None,
    password: str | None = None,
    pictures: bool = False,
) -> Iterator[Source]:
    """Yield each input; where its text turns out to be bad, it ends there and ``report`` is told.

    With ``pictures`` the pages of a PDF bear what they look like.
    """
    for name in expand(names, report):
        source = Source(printable(name.replace(os.sep, "/")), report)
        data = _data(name)
        try:
            head = _head(data)
        except BAD as error:
            source.fail(error)
        else:
            if _is_pdf(name, head):
                source.paper = _pdf(source, name, head, data, password, pictures=pictures)
            elif _is_layout(head):
                source.paper = _layout(source, chain([head], data))
            else:
                source.chunks = _text(source, chain([head], data), encoding)
        yield source


def printable(name: str) -> str:
    r"""Return a file's name with each byte that is no UTF-8 as ``\\xNN``, for what cannot be written no program reads.

    Names from archives that were packed elsewhere are in GBK; two of them must not become one.
    """
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half a character of UTF-16, as Windows allows them
        return name.encode("utf-8", "backslashreplace").decode()


def _head(data: Iterator[bytes]) -> bytes:
    """Return the first bytes of an input, as many as tell what it is; no more than have come where that is text."""
    head = b""
    for chunk in data:
        head += chunk
        start = head.lstrip(BLANK)[: len(PDF)]
        open_ = start != PDF and (PDF.startswith(start) or start.startswith(b"<"))
        if len(head) >= HEAD or not open_:
            break
    return head


def _is_pdf(name: str, head: bytes) -> bool:
    return head.lstrip(BLANK).startswith(PDF) or name.lower().endswith(".pdf")


def _is_layout(head: bytes) -> bool:
    if not head.lstrip(BLANK).startswith(b"<"):
        return False
    from newsseg.inputs.alto import is_layout

    return is_layout(head)


def _pdf(
    source: Source, name: str, head: bytes, data: Iterator[bytes], password: str | None, *, pictures: bool
) -> Iterator[PageGeometry]:
    """Yield the pages of a PDF: of the file itself, or of all the bytes where they come through a pipe or gzip."""
    from newsseg.inputs.pdf import read_pdf

    given: str | bytes = name
    if not _is_file(name, head):
        try:
            given = _whole(head, data)
        except BAD as error:
            source.fail(error)
            return
    yield from read_pdf(given, source.report, password, name=source.name, pictures=pictures)


def _is_file(name: str, head: bytes) -> bool:
    """Tell whether a file holds just what was read of it (not what gzip packed)."""
    if name == STANDARD_INPUT or not os.path.isfile(name):
        return False
    with open(name, "rb") as file:
        return file.read(len(GZIP)) == head[: len(GZIP)]


def _whole(head: bytes, data: Iterator[bytes]) -> bytes:
    parts, size = [head], len(head)
    for chunk in data:
        parts.append(chunk)
        size += len(chunk)
        if size > LARGEST_PDF:
            raise DecodingError(_("is a PDF of more than {} bytes; name it as a file").format(LARGEST_PDF))
    return b"".join(parts)


def _layout(source: Source, data: Iterable[bytes]) -> Iterator[PageGeometry]:
    from newsseg.inputs.alto import read_layout

    try:
        yield from read_layout(source.name, data, source.report)
    except BAD as error:
        source.fail(error)


def _text(source: Source, data: Iterable[bytes], encoding: str | None) -> Iterator[str]:
    try:
        yield from decoded(data, encoding)
    except BAD as error:
        source.fail(error)


def open_input(name: str) -> AbstractContextManager[BinaryIO]:
    """Open a file, or standard input (``-``), which stays open when the block ends."""
    if name != STANDARD_INPUT:
        return open(name, "rb")
    if sys.stdin is None:
        raise DecodingError(_("standard input is closed; name a file"))
    return nullcontext(sys.stdin.buffer)


def _data(name: str) -> Iterator[bytes]:
    """Yield what an input holds; whoever changes a file meanwhile is found out, for half a page may be missing."""
    with open_input(name) as file:
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
    known = reason(error) if isinstance(error, OSError) else None
    return known or _("cannot be read ({}); try a fresh copy").format(getattr(error, "strerror", None) or error)


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
