"""Ranges of a page's text, as spans name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_LINE = re.compile(r"\S(?:[^\n]*\S)?")


def lines_in(text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the lines of ``text`` that stand in ``ranges``, without the blanks around them; touching ranges are one."""
    whole: list[tuple[int, int]] = []
    for start, end in ranges:
        if whole and whole[-1][1] == start:
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    for start, end in whole:
        for line in _LINE.finditer(text[start:end]):
            yield start + line.start(), start + line.end()
