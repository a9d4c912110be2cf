"""Lines of a column: text is cut at a width by the rules for Chinese punctuation.

A text is a list of tagged characters, so that whatever is cut, glued or interrupted still knows what it belongs to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from typing import NamedTuple, TypeAlias

Tag: TypeAlias = "tuple[int, str, int] | None"


class Piece(NamedTuple):
    """A run of characters of one element: (article, field, index), or None for what belongs to nothing."""

    text: str
    tag: Tag


Line: TypeAlias = "tuple[Piece, ...]"
NO_START = frozenset("，。、；：！？”’）》」』】〉…—·,.;:!?)%℃")
NO_END = frozenset("“‘（《「『【〈(")
PUNCTUATION = NO_START | NO_END
_UNIT = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,+\-/%:'&]*|——|……|.", re.DOTALL)
SEVERAL = 2
"""Marks inside a line that can be squeezed for the room of a character."""
WHOLE = 10
"""Widest run of Latin letters and digits that is never cut."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How a typesetter measures and breaks lines."""

    ascii: float = 0.5
    quote: float = 1.0
    pair: float = 1.0
    squeeze: float = 0.5
    tight: float = 0.0  # how often a line of several marks is set so tight that it holds a character more
    indent: str = "dropped"
    careless: float = 0.0
    spaced: float = 0.0


def width(unit: str, before: str, measure: Measure) -> float:
    """Return the width of a unit in Han characters, after the character ``before``."""
    if unit in "“”‘’":
        return measure.quote
    if unit[0].isascii():
        return measure.ascii * len(unit)
    if unit in PUNCTUATION and before in PUNCTUATION:
        return measure.pair
    return float(len(unit))


def _units(pieces: list[Piece], measure: Measure) -> list[tuple[str, Tag]]:
    made = []
    for piece in pieces:
        for match in _UNIT.finditer(piece.text):
            unit = match.group()
            whole = measure.ascii * len(unit) <= WHOLE
            made += [(part, piece.tag) for part in ([unit] if whole else list(unit))]
    return made


def _fill(units: list[tuple[str, Tag]], at: int, room: float, measure: Measure) -> int:
    """Return the first unit from ``at`` that no longer fits into ``room``."""
    used, before = 0.0, ""
    while at < len(units):
        used += width(units[at][0], before, measure)
        if used > room + 0.01:
            break
        before = units[at][0]
        at += 1
    return at


def _mend(units: list[tuple[str, Tag]], start: int, at: int, measure: Measure, rng: Random) -> int:
    """Move the break at ``at`` so that no line opens with closing punctuation or ends with opening punctuation."""
    if at >= len(units) or rng.random() < measure.careless:
        return at
    if units[at][0] in NO_START:
        ahead = at
        while ahead < len(units) and units[ahead][0] in NO_START:
            ahead += 1
        if ahead - at <= (2 if measure.pair < 1 else 1) and rng.random() < measure.squeeze:
            return ahead
    back = at
    while back > start + 1 and (units[back][0] in NO_START or units[back - 1][0] in NO_END):
        back -= 1
    return back if back > start + 1 else at


def break_lines(pieces: list[Piece], widths: list[int], measure: Measure, rng: Random, first: str = "") -> list[Line]:
    """Cut text into lines; ``widths`` are those of the lines in order, the last one for all that follow.

    ``first`` says what the first line does: ``kept`` prints an indent of two characters, ``dropped`` only leaves its
    room, anything else takes the full width.
    """
    lines: list[Line] = []
    units, at = _units(pieces, measure), 0
    while at < len(units):
        room: float = widths[min(len(lines), len(widths) - 1)]
        prefix = ""
        if not lines and first in {"kept", "dropped"}:
            room -= 2
            prefix = "　　" if first == "kept" else ""
        full = max(at + 1, _fill(units, at, room, measure))
        if measure.tight and sum(unit in PUNCTUATION for unit, _tag in units[at : full - 1]) >= SEVERAL:
            full = _fill(units, at, room + 1, measure) if rng.random() < measure.tight else full
        stop = max(at + 1, _mend(units, at, full, measure, rng))
        line = _merge(_spaced(units[at:stop], measure, rng))
        lines.append((Piece(prefix, None), *line) if prefix else line)
        at = stop
        while at < len(units) and not units[at][0].strip():
            at += 1
    return lines


def _spaced(units: list[tuple[str, Tag]], measure: Measure, rng: Random) -> list[tuple[str, Tag]]:
    """Now and then set a space before a number, as a loosely filled line has it."""
    made: list[tuple[str, Tag]] = []
    for unit, tag in units:
        if made and unit[0].isdigit() and made[-1][0] >= "\u4e00" and tag and rng.random() < measure.spaced:
            made.append((" ", tag))
        made.append((unit, tag))
    while made and not made[-1][0].strip():
        made.pop()
    return made


def _merge(units: list[tuple[str, Tag]]) -> Line:
    made: list[Piece] = []
    for unit, tag in units:
        if made and made[-1].tag == tag:
            made[-1] = Piece(made[-1].text + unit, tag)
        else:
            made.append(Piece(unit, tag))
    return tuple(made)
