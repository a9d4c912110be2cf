"""Messages in the reader's language: ``_("text")`` looks the text up in the package's catalogues."""

from __future__ import annotations


def _(message: str) -> str:
    """Return ``message`` in the reader's language, or as it is where no catalogue has it."""
    return message
