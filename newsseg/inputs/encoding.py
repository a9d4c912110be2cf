"""Encodings: which one some bytes are in, by a mark or by what they hold, and which bytes are no text at all."""

from __future__ import annotations

import codecs
import re

from newsseg.i18n import _

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
OTHERS = (
    (b"%PDF-", "PDF", "pdftotext -raw FILE.pdf -"),
    (b"PK\x03\x04", "ZIP", "unzip"),
    (b"BZh", "bzip2", "bunzip2"),
    (b"\xfd7zXZ\0", "xz", "unxz"),
    (b"(\xb5/\xfd", "Zstandard", "unzstd"),
    (b"\x89PNG", "PNG", "OCR"),
    (b"\xff\xd8\xff", "JPEG", "OCR"),
)
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
BINARY = 0.05
"""A larger share of control characters than this is no text: random bytes have 0.1, numbers and pictures more."""
DAMAGED = 0.1
"""Share of broken characters up to which text is damaged UTF-8; text in another encoding breaks at nearly all."""
SAME = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
"""An encoding and the larger one around it: files said to be in the first often hold characters of the second. Without
a mark UTF-16 is nearly always that of Windows, low byte first."""
# Both standards put the characters of daily use into one block and the rare ones behind it: marks and level 1 against
# the rest (its first byte is the group). The wrong one of the two finds a third of a text in its block, the right one
# nearly all; a Traditional text in GB18030 two thirds.
BLOCKS = {
    "gb18030": re.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]|([\x81-\xfe])[\x30-\xfe]"),
    "big5hkscs": re.compile(rb"[\xa1-\xc6][\x40-\x7e\xa1-\xfe]|([\x81-\xfe])[\x40-\xfe]"),
}
PLAUSIBLE = 0.5
"""Share of daily characters from which a text is Chinese in that encoding; other scripts reach it seldom."""


class DecodingError(ValueError):
    """Bytes that are no text, or none in the encoding; ``line`` counts from 1, 0 where no line can be named."""

    def __init__(self, what: str, line: int = 0) -> None:
        """Keep the line; the message says what is wrong and what to do."""
        super().__init__(what)
        self.line = line


def known(encoding: str) -> str:
    """Return the name of the codec for an ``encoding`` that a user names, or raise ``DecodingError``."""
    try:
        name = codecs.lookup(encoding).name
        "".encode(name)  # refuses what is no encoding of text (base64, zip)
    except (LookupError, UnicodeError) as error:
        what = _("{} is no encoding; say utf-8, gb18030, big5, utf-16, …").format(encoding)
        raise DecodingError(what) from error
    return SAME.get(name, name)


def refuse_other_formats(head: bytes) -> None:
    """Raise ``DecodingError`` where the first bytes are those of a well-known format that is no text."""
    for start, name, tool in OTHERS:
        if head.startswith(start):
            raise DecodingError(_("is {}, not text; extract its text first ({})").format(name, tool))


def guess(data: bytes) -> str:
    """Return the encoding of ``data``, which may end inside a character: UTF-8, GB18030 or Big5.

    Big5 decodes as GB18030, into nonsense, so the better share of characters of daily use decides.
    """
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(data)
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    if text.count("\ufffd") <= DAMAGED * beyond:
        return "utf-8"
    shares = {encoding: _daily(data, encoding) for encoding in BLOCKS if _decodes(data, encoding)}
    best = max(shares, key=lambda encoding: shares[encoding], default="")
    if shares.get(best, 0) < PLAUSIBLE:
        what = _("the encoding cannot be told; name it: --encoding gb18030 (or big5, utf-16-le, cp1252, …)")
        raise DecodingError(what)
    return best


def refuse_binary(data: bytes) -> None:
    """Raise ``DecodingError`` where ``data`` holds more control characters than text does."""
    controls = len(data) - len(data.translate(None, CONTROLS))
    if controls > max(1, BINARY * len(data)):
        what = _("is binary, not text; extract its text first (UTF-16 without a mark: --encoding utf-16-le)")
        raise DecodingError(what)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _daily(data: bytes, encoding: str) -> float:
    """Return the share of characters of daily use among those beyond ASCII, by the block in which they stand."""
    rare = BLOCKS[encoding].findall(data)
    return 1 - sum(map(bool, rare)) / max(1, len(rare))
