"""Wrap text as Chinese is set: any place may end a line, but no line opens with ``，`` or ends with ``“``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# What no line break parts: a Latin word or number; what opens and the next; what closes and the one before.
OPENING = r"“‘（《〈「『【〔(\[{"
CLOSING = r"”’）》〉」』】〕)\]}，。、；：？！…—·%％,.;:?!"
_WORD = r"-{0,2}[A-Za-z0-9]+(?:[-.,/:'][A-Za-z0-9]+)*"
_QUOTED = "'[!-&(-~]+'"  # what is typed as it stands: '{date}_{page}'
_UNIT = re.compile(rf"\s|[{OPENING}]*(?:{_QUOTED}|{_WORD}|\S)[{CLOSING}]*")


def wrap(text: str, width: int, measure: Callable[[str], int], first: int = 0) -> list[str]:
    """Return the lines of ``text``, none wider than ``width`` cells, the first one ``first`` cells less.

    ``measure`` tells the cells of a text. Blanks at the end of a line may hang over: nobody sees them, and the lines
    joined are the text.
    """
    lines = [""]
    room = width - first
    for unit in _units(text, width, measure):
        cells = measure(unit)
        if cells > room and lines[-1] and not unit.isspace():
            lines.append("")
            room = width
        lines[-1] += unit
        room -= cells
    return lines


def _units(text: str, width: int, measure: Callable[[str], int]) -> Iterator[str]:
    """Yield the units of ``text``; one wider than a whole line is cut into its characters."""
    for match in _UNIT.finditer(text):
        unit = match[0]
        if measure(unit) <= width:
            yield unit
        else:
            yield from unit
