"""Small files of settings that an option names: a people file, a user dictionary, stop words."""

from __future__ import annotations

from newsseg.i18n import _
from newsseg.inputs.decoding import DecodingError, decoded


class SettingsError(ValueError):
    """A file of settings that cannot be read as text; the message says ``FILE:LINE: what, and what to do``."""


def text_of(path: str) -> str:
    """Return the text of a file, decoded as a page is (Excel saves CSV as GB18030 in China)."""
    with open(path, "rb") as file:
        try:
            return "".join(decoded(iter([file.read()]), None)).removeprefix("\ufeff")
        except DecodingError as error:
            what = _("is no text that can be read; save it as UTF-8 (a table as CSV)")
            raise SettingsError(f"{path}:{error.line or 1}: {what}") from error
