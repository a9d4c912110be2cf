"""Names in a by-line: where one ends and the next begins, and whether it is a person's or an organisation's."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsseg.rules import Rules
from newsseg.squeeze import BREAK, NONE, SPACE, Squeezed

# What a reading of a run of characters as names costs; the cheapest reading wins. A cost of a whole unit is a real doubt.
ODD_INNER = 0.2  # a family name inside a given name that given names seldom have: rather the next person's
PEN_NAME = 0.3
ORGANISATION = 0.4
PER_CHARACTER = 0.02  # of an organisation: the shorter reading is the likelier one
LONG_NAME = 0.5
LATIN = 0.5
UNKNOWN = 2.0  # no family name: possible (minorities, pseudonyms), never preferred
UNKNOWN_LONG = 2.8
TOO_LONG = 5.0  # a family name and four characters or more
ALONE = 6.0  # one character is no name
PLACE = 1.0  # a place that could be a person, or half a name
SENTENCE = 4.0  # a word that no name has
RUN_TOGETHER = 1.2  # a boundary that nothing shows
AT_BREAK = 0.8  # a boundary at a line end: the space may have been there
ACROSS_BREAK = 0.2  # a name cut by a line end
BOTH_WHOLE = 2.0  # a line end between what would be two good names
SET_WIDE = 0.1  # `张 弛`: two characters set wide
ACROSS_SPACE = 8.0

SURE = 0.75  # up to here a name looks like one by itself
POSSIBLE = 3.2  # up to here it is one where a role stands before it

MAX_NAME = 26
LONGEST_WORD = 4  # of those that no name has
LEVELS = frozenset("区县市省镇乡州团村區縣團鄉")
_HAN = re.compile(
    r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+(?:·[\u3400-\u9fff\U00020000-\U0003ffff]+)*"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ.·'’-]{2,}")


class Name(NamedTuple):
    """One name as it reads (spaces and line ends taken out) and what reading it so costs."""

    text: str
    cost: float


def is_organisation(name: str, rules: Rules) -> bool:
    """Tell whether ``name`` is an organisation's, or the pen-name of one (江组轩)."""
    size = len(name)
    if size < 3 or "·" in name:  # noqa: PLR2004
        return name in rules.outlets
    if is_pen_name(name, rules) or name in rules.outlets:
        return True
    if name in rules.org_endings:
        return False
    person = name[0] in rules.surnames and name[0] not in LEVELS and name[:2] not in rules.places
    for length in range(min(size, 5), 0, -1):
        if name[-length:] in rules.org_endings:
            return length > 1 or size > 3 or not person  # noqa: PLR2004
    return size > 3 and any(name[-length:] in rules.outlet_endings for length in range(2, 5))  # noqa: PLR2004


def is_pen_name(name: str, rules: Rules) -> bool:
    """Tell whether ``name`` is made like an organisation's pen-name: a place and its trade (龙门宣)."""
    return 3 <= len(name) <= 5 and (name[-2:] in rules.pen_names or name[-1] in rules.pen_names)  # noqa: PLR2004


def cost(name: str, rules: Rules) -> float:
    """Return what it costs to read ``name`` as one name: 0 for a plain one, more than ``POSSIBLE`` for none."""
    size = len(name)
    if size > MAX_NAME or not _HAN.fullmatch(name):
        return LATIN if _LATIN.fullmatch(name) else ACROSS_SPACE
    if size == 1:
        return ALONE
    base = _cost(name, size, rules)
    # In a plain name one character is no sign (向, 为, 和 are given names), in an organisation's a word is none (应急).
    sizes = (
        range(2, LONGEST_WORD + 1)
        if base == 0
        else range(1, 2)
        if is_organisation(name, rules)
        else range(1, LONGEST_WORD + 1)
    )
    if any(name[k : k + n] in rules.not_names for n in sizes for k in range(size - n + 1)):
        return base + SENTENCE
    place = name in rules.places or (size == 3 and name[2] in LEVELS) or (size == 2 and name in rules.surnames)  # noqa: PLR2004
    return base + (PLACE if place else 0)


def _cost(name: str, size: int, rules: Rules) -> float:
    if "·" in name:
        return 0
    if name[:2] in rules.surnames and size in {3, 4}:
        return 0
    if is_pen_name(name, rules):
        return PEN_NAME
    if is_organisation(name, rules):
        return ORGANISATION + PER_CHARACTER * size
    if name[0] in rules.surnames and size <= 3:  # noqa: PLR2004
        odd = sum(c in rules.surnames and c not in rules.given for c in name[1:])
        return ODD_INNER * odd + (LONG_NAME if size == 3 and name[:2] in rules.places else 0)  # noqa: PLR2004
    if any(part in name for part in rules.long_names):
        return LONG_NAME
    if name[0] in rules.surnames:
        return UNKNOWN_LONG if size == 4 else TOO_LONG  # noqa: PLR2004
    return UNKNOWN if size <= 4 else UNKNOWN_LONG if size <= 9 else TOO_LONG  # noqa: PLR2004


def split(source: Squeezed, start: int, end: int, rules: Rules) -> list[Name]:
    """Read the characters ``start:end`` as a list of names, parted by marks, by space or by nothing."""
    names: list[Name] = []
    for match in re.finditer(r"[^、,;/:]+", source.plain[start:end]):
        names.extend(_cheapest(source, start + match.start(), start + match.end(), rules))
    return names


def _cheapest(source: Squeezed, start: int, end: int, rules: Rules) -> list[Name]:
    """Find the cheapest reading of a run without marks: ``best[k]`` is the one of its first ``k`` characters."""
    best: list[tuple[float, int, Name | None]] = [(0.0, 0, None)]
    for stop in range(start + 1, end + 1):
        options = []
        for begin in range(max(start, stop - MAX_NAME), stop):
            before = best[begin - start][0] + (_boundary(source.gap[begin]) if begin > start else 0)
            one = cost(source.plain[begin:stop], rules) + _inside(source, begin, stop, rules)
            options.append((before + one, begin, Name(_join(source, begin, stop), one)))
        best.append(min(options, key=lambda option: (option[0], option[1])))
    names: list[Name] = []
    place = end - start
    while place > 0:
        _total, begin, name = best[place]
        names.append(name)  # type: ignore[arg-type]
        place = begin - start
    return names[::-1]


def _boundary(gap: int) -> float:
    return 0 if gap == SPACE else AT_BREAK if gap == BREAK else RUN_TOGETHER


def _inside(source: Squeezed, begin: int, stop: int, rules: Rules) -> float:
    """Return the cost of the gaps inside a name."""
    gaps = source.gap[begin + 1 : stop]
    if not any(gaps):
        return 0
    spaces = gaps.count(SPACE)
    across = sum(_across(source, begin, begin + k, stop, rules) for k, gap in enumerate(gaps, 1) if gap == BREAK)
    if not spaces:
        return across
    size = stop - begin
    text = source.text[begin:stop]
    wide = NONE not in gaps and size <= 3  # noqa: PLR2004
    compound = text[:2] in rules.surnames and size in {3, 4} and spaces == 1 and gaps[1] == SPACE
    if wide or compound or _LATIN.fullmatch(text):
        return across + SET_WIDE * spaces
    return across + ACROSS_SPACE


def _across(source: Squeezed, begin: int, place: int, stop: int, rules: Rules) -> float:
    """Return the cost of the line end at ``place`` in the name ``begin:stop``: was there a space, and two names?"""
    left, right = source.plain[begin:place], source.plain[place:stop]
    if min(len(left), len(right)) < 2 or cost(right, rules) > SURE:  # noqa: PLR2004
        return ACROSS_BREAK
    before = cost(left, rules)
    whole = before < LONG_NAME or is_organisation(left, rules)
    if any(part in left for part in rules.long_names):
        whole = min(len(left), len(right)) > 3 and cost(right, rules) == LONG_NAME  # noqa: PLR2004
    return BOTH_WHOLE if whole else ACROSS_BREAK


def _join(source: Squeezed, begin: int, stop: int) -> str:
    """Return the characters as one name; Latin words keep a space."""
    text = source.text[begin:stop]
    if text.isascii() and any(source.gap[begin + 1 : stop]):
        pairs = zip(text, source.gap[begin:stop], strict=True)
        return "".join(" " + c if gap and k else c for k, (c, gap) in enumerate(pairs))
    return text
