"""A run of names without labels, cut into names: where one ends and the next begins."""

from __future__ import annotations

import re
from itertools import pairwise
from math import inf
from typing import NamedTuple

from newsseg.grammar.names import (
    FOUR,
    LONG_NAME,
    MAX_NAME,
    PERSON,
    POSSIBLE,
    SURE,
    cost,
    has_word,
    is_latin,
    is_organisation,
    office_place,
)
from newsseg.grammar.names import least as least_costs
from newsseg.grammar.squeeze import BREAK, NONE, SPACE, Squeezed
from newsseg.rules import Rules

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
    """Read the characters ``start:end`` as a list of names, parted by marks, by space or by nothing.

    The costs of the names tell whether it is one; where it surely is none, the rest is left out.
    """
    names: list[Name] = []
    for match in re.finditer(r"[^、,;/:]+", source.plain[start:end]):
        found = _cheapest(source, start + match.start(), start + match.end(), rules)
        names.extend(found)
        if start + match.end() < end and max(name.cost for name in found) > POSSIBLE:
            return [*names, Name("", inf)]  # this is text, however it goes on
    return names


def _cheapest(source: Squeezed, start: int, end: int, rules: Rules) -> list[Name]:
    """Find the cheapest reading of a run without marks, the one with the longest names where two cost the same."""
    plain, gap = source.plain, source.gap
    gaps = gap[start + 1 : end]
    spaced = any(gaps)
    if BREAK not in gaps:
        bounds = [start, *[k for k, one in enumerate(gaps, start + 1) if one], end]
        if all(cost(plain[a:b], rules) == 0 for a, b in pairwise(bounds)):
            return [Name(source.text[a:b], 0) for a, b in pairwise(bounds)]  # most runs are plain names
    before = [0.0]  # what the first ``k`` characters cost, and the boundary behind them
    ends: list[tuple[int, float]] = []  # where the last name of the first ``k + 1`` characters begins, and its cost
    for stop, floor in enumerate(least_costs(plain[start:end], rules), start + 1):
        least, last = inf, (start, 0.0)
        far = max(start, stop - MAX_NAME)
        # From near to far. In text that is no list the farthest is the cheapest: known at first, it spares the others.
        for begin in (far, *range(stop - 1, far - 1, -1)):
            total = before[begin - start]
            if total + floor[stop - begin] > least:
                continue
            one = cost(plain[begin:stop], rules)
            if spaced:
                one += _inside(source, begin, stop, rules)
            if total + one <= least:
                least, last = total + one, (begin, one)
        before.append(least + (_boundary(gap[stop]) if stop < end else 0))
        ends.append(last)
    names = []
    stop = end
    while stop > start:
        begin, one = ends[stop - start - 1]
        names.append(Name(_join(source, begin, stop), one))
        stop = begin
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
    text = source.plain[begin:stop]
    wide = NONE not in gaps and size <= PERSON
    compound = text[:2] in rules.surnames and PERSON <= size <= FOUR and spaces == 1 and gaps[1] == SPACE
    return across + (SET_WIDE * spaces if wide or compound or is_latin(text) else ACROSS_SPACE)


def _across(source: Squeezed, begin: int, place: int, stop: int, rules: Rules) -> float:
    """Return the cost of the line end at ``place`` in the name ``begin:stop``: a space may have been there."""
    left, right = source.plain[begin:place], source.plain[place:stop]
    shorter = min(len(left), len(right))
    if shorter == 1 or cost(right, rules) > SURE or (right[1] == "·" and len(left) < PERSON):  # 罗伯|特·库恩
        return ACROSS_BREAK
    if has_word(left, rules.long_names):  # the parts of such a name look like names too
        whole = shorter >= FOUR and cost(right, rules) == LONG_NAME
    else:
        office = bool(office_place(left, rules))  # 市应急|管理局
        whole = not office and (cost(left, rules) < LONG_NAME or is_organisation(left, rules))
    return BOTH_WHOLE if whole else ACROSS_BREAK


def _join(source: Squeezed, begin: int, stop: int) -> str:
    """Return the characters as one name; Latin words keep a space."""
    text = source.text[begin:stop]
    if text.isascii() and any(source.gap[begin + 1 : stop]):
        pairs = zip(text, (NONE, *source.gap[begin + 1 : stop]), strict=True)
        return "".join(" " + c if gap else c for c, gap in pairs)
    return text
