"""Edges: how likely one title ends and another begins between two lines, by the characters that meet there.

Naive Bayes: how much oftener one or two characters end or begin a title than they stand inside one, and whether the two
at the break make a word. ``python -m benchmarks.learn_edges`` counts them in invented titles.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

WEIGHTS = os.path.join(os.path.dirname(__file__), "edges.json")
SIDE = 2  # characters on each side of a break
DIGIT, LETTER = re.compile(r"\d"), re.compile("[A-Za-z]")


class Edges(NamedTuple):
    """Log-odds in whole numbers: that a title ends or begins with one or two characters, that two make a word."""

    ends: dict[str, int]
    begins: dict[str, int]
    words: dict[str, int]


@cache
def edges() -> Edges:
    """Return what was learnt; the file holds for each number the characters, with blanks between them."""
    with open(WEIGHTS, encoding="utf-8") as file:
        tables = json.load(file)
    return Edges(*(by_characters(tables[name]) for name in Edges._fields))


def by_characters(groups: Mapping[str, str]) -> dict[str, int]:
    """Return the number of each of the characters that ``groups`` holds for each number."""
    found: dict[str, int] = {}
    for odds, characters in groups.items():
        found.update(dict.fromkeys(characters.split(" "), int(odds)))
    return found


class Met(NamedTuple):
    """Log-odds at a break between two lines: that a title ends there, that one begins, that a word is divided."""

    ends: int
    begins: int
    word: int


def met(first: str, second: str) -> Met:
    """Return what the characters tell at a break between the lines ``first`` and ``second``."""
    end, begin = alike(first[-SIDE:]), alike(second[:SIDE])
    table = edges()
    return Met(
        table.ends.get(end, table.ends.get(end[-1], 0)),
        table.begins.get(begin, table.begins.get(begin[0], 0)),
        table.words.get(end[-1] + begin[0], 0),
    )


def edge_features(first: str, second: str) -> Iterator[tuple[str, float]]:
    """Yield what is weighed of the characters at a break between two lines of display text.

    Where one of the two edges is none, the other counts for less.
    """
    ends, begins, word = met(first, second)
    yield "weaker edge", min(ends, begins)
    yield "stronger edge", max(ends, begins)
    yield "word divided", word


def alike(text: str) -> str:
    """Return ``text`` with all digits, and all Latin letters, made the same."""
    return LETTER.sub("A", DIGIT.sub("0", text))
