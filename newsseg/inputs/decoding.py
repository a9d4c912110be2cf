"""Decoding: bytes to text, in the encoding that a byte-order mark, the bytes themselves, or the user tells."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from newsseg.i18n import _
from newsseg.inputs.encoding import MARKS, DecodingError, guess, known, refuse_binary, refuse_other_formats

__all__ = ["DecodingError", "decoded"]

EVIDENCE = 4096  # bytes from which an encoding can be told, unless a page or the input ends before
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")


def decoded(chunks: Iterable[bytes], encoding: str | None = None) -> Iterator[str]:
    """Yield the text of ``chunks``, with line feeds for line ends and without byte-order mark.

    The encoding is told by a mark, else it is ``encoding``, else the first bytes beyond ASCII tell it. How the input
    was cut into chunks makes no difference. What stands before a byte that cannot be decoded is yielded before
    ``DecodingError`` is raised.
    """
    newlines = io.IncrementalNewlineDecoder(None, translate=True)
    current, codec = "", codecs.getincrementaldecoder("ascii")()
    line = 1
    for name, data in _told(iter(chunks), known(encoding) if encoding else None):
        if name != current:
            current, codec = name, codecs.getincrementaldecoder(name)()
        final = not data
        try:
            text = newlines.decode(codec.decode(data, final), final)
        except UnicodeDecodeError as error:
            before = error.object[: error.start]
            yield newlines.decode(before.decode(current, "ignore"))
            raise _undecodable(error, line + before.count(b"\n"), encoding) from error
        line += text.count("\n")
        yield text


def _told(source: Iterator[bytes], named: str | None) -> Iterator[tuple[str, bytes]]:
    """Yield the chunks, each with its encoding: ASCII until the encoding is told; an empty one at the end."""
    evidence, data = _gathered(b"", source)
    refuse_other_formats(evidence)
    mark, encoding = next(((mark, name) for mark, name in MARKS if data.startswith(mark)), (b"", named))
    data = data[len(mark) :]
    if encoding is None:
        refuse_binary(evidence)
        encoding = "ascii"
        for chunk in chain([data], source):
            beyond = BEYOND_ASCII.search(chunk)
            data = chunk if beyond is None else chunk[: beyond.start()]
            if data:
                yield "ascii", data
            if beyond:
                evidence, data = _gathered(chunk[beyond.start() :], source)
                encoding = guess(evidence)
                break
        else:
            data = b""
    for chunk in chain([data], source):
        if chunk:
            yield encoding, chunk
    yield encoding, b""


def _gathered(data: bytes, source: Iterator[bytes]) -> tuple[bytes, bytes]:
    """Return the bytes by which an encoding is told, at most a page, and all that were read for them."""
    while len(data) < EVIDENCE and b"\f" not in data and (chunk := next(source, b"")):
        data += chunk
    return data[:EVIDENCE].partition(b"\f")[0], data


def _undecodable(error: UnicodeDecodeError, line: int, named: str | None) -> DecodingError:
    if named:
        what = _("byte 0x{:02x} is no {}; leave --encoding out, or name another one")
    else:
        what = _("byte 0x{:02x} is no {}; save the file as UTF-8, or name its encoding: --encoding gb18030")
    return DecodingError(what.format(error.object[error.start], named or error.encoding), line)
