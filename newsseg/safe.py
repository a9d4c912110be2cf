"""Text of strangers made harmless for the place it goes to: a terminal, a spreadsheet's cell, XML, a file.

A page's text is data. It must not move a cursor, run as a formula, or make a file that its reader refuses.
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
PICTURES = 0x2400  # U+2400…U+241F picture U+0000…U+001F
DELETE, DELETE_PICTURE = "\x7f", "\u2421"

# A terminal obeys C0 (ESC!), DEL and C1; the bidirectional marks reorder what a reader sees (CVE-2021-42574); a lone
# surrogate cannot be written at all. Line feed and tab stay.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# What XML 1.0 has no way to write, not even as a reference.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAK = re.compile(r"\s*[\n\r\t\v\f\x85\u2028\u2029]\s*")
# First characters that make Excel, LibreOffice or WPS read a cell as a formula (OWASP, "CSV injection"); the
# full-width ones do so in Chinese and Japanese editions.
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def for_terminal(text: str) -> str:
    """Return ``text`` with a visible picture of each control character; line feeds and tabs stay.

    >>> for_terminal("red " + chr(27) + "[31m")
    'red ␛[31m'
    """
    return _CONTROL.sub(_picture, text)


def json_for_terminal(text: str) -> str:
    """Return the JSON ``text`` with each control character escaped: the same value, nothing a terminal obeys."""
    return _CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def for_xml(text: str) -> str:
    """Return ``text`` with U+FFFD for each character that XML 1.0 cannot write."""
    return _NOT_XML.sub(REPLACEMENT, text)


def for_file(text: str) -> str:
    """Return ``text`` with U+FFFD for each lone surrogate, which UTF-8 cannot write."""
    return _SURROGATE.sub(REPLACEMENT, text)


def for_cell(text: str) -> str:
    """Return ``text`` as a spreadsheet may open it: an apostrophe stands before what would start a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def one_line(text: str) -> str:
    """Return ``text`` on one line: white space that holds a line end or a tab becomes one space."""
    return _BREAK.sub(" ", text)


def _picture(match: re.Match[str]) -> str:
    character = match[0]
    if character < " ":
        return chr(PICTURES + ord(character))
    return DELETE_PICTURE if character == DELETE else REPLACEMENT
