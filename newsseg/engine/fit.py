"""Fit: how a line fills the column it stands in, and whether the next line tells why it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

from newsseg.engine.facts import INDENT
from newsseg.engine.lines import WIDE, cells

Fill: TypeAlias = tuple[str, str, int, int, int]
"""How a line fills its column, how it would if it were set in by an indent (see ``fit`` and ``levels``), how final its
end is: 3 a full stop, 2 a question mark, 1 a mark that may end a paragraph, 0 none of these; how many cells are missing
(negative: too many), and what may have made room for more (see ``room``)."""

OPENERS = frozenset("“‘（《〈【「『(")
CLOSING_MARKS = frozenset("，。、；：？！”’）》〉】」』)")
# What may not be parted from the first character of a line: its opening quotes, the rest of its number or Latin word,
# the closing marks after it.
HEAD = re.compile(r"[“‘（《〈【「『(]*+(?:[A-Za-z0-9.,%‰+\-]++|.)[，。、；：？！”’）》〉】」』)]*+")

FINE, COARSE = 6, (8, 12)  # cells missing that are told apart one by one, and the steps beyond
OVER, UNDER = -8, 14  # cells too many, and missing: more of them tell no more
SQUEEZED = 2  # marks inside a line that make room for a character when they are squeezed; more of them seldom make more
HANGING = 3  # in what ``room`` returns, for a mark at the line's end that hangs over the edge
# Letters are of many widths, Latin words are long: a full line of Latin text ends anywhere within some eight cells.
LATIN, LATIN_SLACK = 1.2, 8  # cells for each character of a line that is Latin text; how far a full line may be off


def filled(
    texts: Sequence[str], lines: Iterable[tuple[int, int, int, int, int]], level: dict[int, str], digit: int
) -> list[Fill]:
    """Return how each line fills its column; ``lines``: its column, width, cells, marks, and how final its end is."""
    found = []
    for (column, width, half, marks, end), text, after in zip(lines, texts, [*texts[1:], ""], strict=True):
        short = column - width
        loose = half != WIDE * len(text)
        if loose and half < LATIN * len(text) and -LATIN_SLACK <= short <= LATIN_SLACK:
            short = 0
        head = head_cells(after, digit) if short > 1 and after else WIDE
        found.append(fill(short, room(text, marks), head, loose, level.get(column) or level[0], end))
    return found


def room(text: str, marks: int) -> int:
    """Return what may have made room for more than the column holds: marks inside the line, and one that hangs.

    On a real page and on typeset ones every second line with two marks inside holds a character more, and hardly one
    with fewer.
    """
    hangs = text[-1] in CLOSING_MARKS
    inside = marks - hangs
    return (inside if inside < SQUEEZED else SQUEEZED) + HANGING * hangs


@lru_cache(maxsize=4096)
def fill(short: int, room: int, head: int, loose: bool, level: str, end: int) -> Fill:
    """Return how a line fills its column, of whose first lines ``level`` tells: see ``levels``."""
    set_in = fit(short - INDENT, room, head, loose) + level
    return fit(short, room, head, loose), set_in, end, max(OVER, min(short, UNDER)), room


def fit(short: int, room: int, head: int, loose: bool) -> str:
    """Return how a line fills its column: ``short`` cells are missing, or too many (negative).

    ``o``: over, by what its marks make ``room`` for; ``O``: by more; ``=``: full; ``e``: short, explained by the
    next line's ``head``, which would not have fitted; ``r``: short, and there was room. ``loose``: it holds Latin
    characters, whose width is not quite known.
    """
    if short < 0:
        most = WIDE * (room >= HANGING) + WIDE * (room % HANGING == SQUEEZED)
        return f"{'o' if -short <= most + loose else 'O'}{min(-short, 6)}"
    if short <= 1:
        return f"={short}"
    step = short if short <= FINE else COARSE[short > COARSE[0] + 2]
    return f"{'r' if short >= head + loose else 'e'}{step}"


def head_cells(text: str, digit: int) -> int:
    """Return the width of what may not be parted from the first character of ``text``, in cells."""
    if not text[0].isascii() and text[0] not in OPENERS and text[1:2] not in CLOSING_MARKS:
        return 2
    found = HEAD.match(text)
    return cells(found.group(), digit) if found else 2
