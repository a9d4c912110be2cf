"""Records in the formats of other programs: a module a format, each a function over records."""

from __future__ import annotations


class ExportError(ValueError):
    """The records cannot be written so, or not there; the message says why and what to do."""
