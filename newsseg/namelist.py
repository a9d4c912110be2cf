"""A run of names without labels, cut into names: where one ends and the next begins."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsseg.names import FOUR, LONG_NAME, MAX_NAME, PERSON, SURE, cost, has_word, is_latin, is_organisation
from newsseg.rules import Rules
from newsseg.squeeze import BREAK, NONE, SPACE, Squeezed

# What the gaps cost, in the units of ``names.cost``.
RUN_TOGETHER = 1.2  # a boundary that nothing shows
AT_BREAK = 0.8  # a boundary at a line end: the space may have been there
ACROSS_BREAK = 0.2  # a name cut by a line end
BOTH_WHOLE = 2.0  # a line end between what would be two good names
SET_WIDE = 0.15  # each space in `张 弛`: two characters set wide
ACROSS_SPACE = 8.0


class Name(NamedTuple):
    """One name as it reads (spaces and line ends taken out) and what reading it so costs."""

    text: str
    cost: float


def split(source: Squeezed, start: int, end: int, rules: Rules) -> list[Name]:
    """Read the characters ``start:end`` as a list of names, parted by marks, by space or by nothing."""
    names: list[Name] = []
    for match in re.finditer(r"[^、,;/:]+", source.plain[start:end]):
        names.extend(_cheapest(source, start + match.start(), start + match.end(), rules))
    return names


def _cheapest(source: Squeezed, start: int, end: int, rules: Rules) -> list[Name]:
    """Find the cheapest reading of a run without marks: ``best[k]`` is that of its first ``k`` characters."""
    best: list[tuple[float, tuple[Name, ...]]] = [(0.0, ())]
    for stop in range(start + 1, end + 1):
        options = []
        for begin in range(max(start, stop - MAX_NAME), stop):
            total, names = best[begin - start]
            one = cost(source.plain[begin:stop], rules) + _inside(source, begin, stop, rules)
            boundary = _boundary(source.gap[begin]) if begin > start else 0
            options.append((total + boundary + one, names, begin, one))
        total, names, begin, one = min(options, key=lambda option: option[0])
        best.append((total, (*names, Name(_join(source, begin, stop), one))))
    return list(best[-1][1])


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
    text = source.plain[begin:stop]
    wide = NONE not in gaps and size <= PERSON
    compound = text[:2] in rules.surnames and PERSON <= size <= FOUR and spaces == 1 and gaps[1] == SPACE
    return across + (SET_WIDE * spaces if wide or compound or is_latin(text) else ACROSS_SPACE)


def _across(source: Squeezed, begin: int, place: int, stop: int, rules: Rules) -> float:
    """Return the cost of the line end at ``place`` in the name ``begin:stop``: a space may have been there."""
    left, right = source.plain[begin:place], source.plain[place:stop]
    shorter = min(len(left), len(right))
    if shorter == 1 or cost(right, rules) > SURE:
        return ACROSS_BREAK
    if has_word(left, rules.long_names):  # the parts of such a name look like names too
        whole = shorter >= FOUR and cost(right, rules) == LONG_NAME
    else:
        whole = cost(left, rules) < LONG_NAME or is_organisation(left, rules)
    return BOTH_WHOLE if whole else ACROSS_BREAK


def _join(source: Squeezed, begin: int, stop: int) -> str:
    """Return the characters as one name; Latin words keep a space."""
    text = source.text[begin:stop]
    if text.isascii() and any(source.gap[begin + 1 : stop]):
        pairs = zip(text, (NONE, *source.gap[begin + 1 : stop]), strict=True)
        return "".join(" " + c if gap else c for c, gap in pairs)
    return text
