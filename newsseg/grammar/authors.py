"""A line that is nothing but the names of one to three people: whoever wrote the text, printed without a role."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from newsseg.grammar.credits import read
from newsseg.grammar.names import FOUR, LONG_NAME, ODD_INNER, PERSON, cost
from newsseg.grammar.openings import Byline, byline
from newsseg.grammar.outlets import Head
from newsseg.grammar.squeeze import Squeezed, squeeze
from newsseg.rules import Rules

MOST = 3  # names on such a line
SHORTEST, LONGEST = 2, 20  # characters of the line: `张三`, `欧 阳 一 鸣　司 徒 小 雨　张 弛`
APART = frozenset(" \u3000\t\xa0、")  # what parts the names


class Grade(IntEnum):
    """How much a line looks like names by itself.

    ``FAINT``: it could be, as many words could. ``LIKELY``: its characters are those of given names, but it has two
    only, or its family name begins many words (石, 文). ``CLEAR``: hardly anything else.
    """

    FAINT, LIKELY, CLEAR = range(3)


class Authors(NamedTuple):
    """The by-line that a line of names is, and how much it looks like one; ``parts`` are words it would be made of."""

    byline: Byline
    grade: Grade
    parts: tuple[str, ...]


def authors(text: str, rules: Rules) -> Authors | None:
    """Return the names that ``text``, a line without blanks around it, is made of; None where it is anything else.

    A by-line's mark before them tells as much as space between their characters.
    """
    marked = text[:1] in rules.marks
    bare = text[marked:].lstrip()
    if not SHORTEST <= len(bare) <= LONGEST or bare[0] not in _firsts(rules):
        return None
    if not all(char.isalpha() or char in APART for char in bare):
        return None
    source = squeeze(text)
    size = len(source.text)
    reading = read(source, int(marked), size, rules)
    if reading is None or reading.labelled or not 1 <= len(reading.credits) <= MOST:
        return None
    names = [credit.name for credit in reading.credits]
    wide = set_wide(source, names)
    if wide is None or any(credit.type != "person" for credit in reading.credits):
        return None
    grades = [graded(name, apart or marked, rules) for name, apart in zip(names, wide, strict=True)]
    known = [grade for grade in grades if grade is not None]
    if len(known) < len(grades):
        return None
    # Several names bear each other out.
    grade = max(known) if len(known) > 1 and min(known) > Grade.FAINT else min(known)
    parts = (source.text, *(part for name in names for part in parts_of(name, rules)))
    return Authors(byline(source, size, Head(0, None, None), reading, rules), grade, tuple(dict.fromkeys(parts)))


@lru_cache(maxsize=2)
def _firsts(rules: Rules) -> frozenset[str]:
    """Return the characters with which family names begin."""
    return frozenset(name[0] for name in rules.surnames)


def set_wide(source: Squeezed, names: Sequence[str]) -> list[bool] | None:
    """Tell of each name whether space stands between its characters; None where two names touch."""
    found = []
    start = 0
    for name in names:
        place = source.text.index(name, start)
        if place and place == start and not source.gap[place]:
            return None
        start = place + len(name)
        found.append(any(source.gap[place + 1 : start]))
    return found


def graded(name: str, wide: bool, rules: Rules) -> Grade | None:
    """Return how much ``name`` looks like a person's; ``wide``: its characters are set apart. None: like none."""
    family = family_of(name, rules)
    given = name[family:]
    if not family or not 1 <= len(given) <= PERSON - 1 or len(name) > FOUR:
        return None
    doubt = cost(name, rules)
    if doubt > LONG_NAME:
        return None
    usual = doubt <= ODD_INNER * len(given) and all(c in rules.name_characters or c in rules.given for c in given)
    common = family == 1 and name[0] in rules.given
    if len(name) < PERSON and not (usual and (wide or not common)):
        return None
    if not usual or (len(name) < PERSON and not wide):
        return Grade.FAINT
    return Grade.LIKELY if common or len(name) < PERSON else Grade.CLEAR


def family_of(name: str, rules: Rules) -> int:
    """Return the length of the family name that ``name`` begins with, 0 where it has none."""
    return next((size for size in (2, 1) if len(name) > size and name[:size] in rules.surnames), 0)


def parts_of(name: str, rules: Rules) -> tuple[str, ...]:
    """Return the pairs of characters in a name that might be words: its given name, and what its family name begins."""
    given = name[family_of(name, rules) :]
    return (name, given) if len(given) > 1 else (name,)
