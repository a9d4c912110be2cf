"""The standing titles of a paper's columns (民生快讯, 云溪观察, 【基层声音】): how a line looks that is one."""

from __future__ import annotations

import re

from newsseg.grammar.editions import is_paper
from newsseg.grammar.outlets import is_county_paper
from newsseg.rules import Rules, longest_ending

LONGEST = 6  # characters of a column's title that ends in a common word: 民生快讯
LEAST = 4  # and of one that ends as titles of columns do: 云溪观察; fewer may be a name (秦观澜), or begin a headline
LONGEST_IN_BRACKETS = 8  # 【来自一线的报道】
MOST = LONGEST_IN_BRACKETS + 4  # with its marks

_SET = re.compile(r"([【\[［〔〖]\s*+)?(\w[\w·]*+|\w(?:\s++\w)++)(?(1)\s*+[】\]］〕〗])|[·•]\s*+(\w+)\s*+[·•]")


def named(text: str, rules: Rules) -> tuple[str, bool]:
    """Return what a line could say that is a column's title, without brackets and marks, and whether it has brackets.

    "" where it cannot be one.
    """
    if len(text) > MOST:
        return "", False
    start = next((i for i, c in enumerate(text) if c not in rules.marks and not c.isspace()), 0)
    found = _SET.fullmatch(text, start)
    if not found:
        return "", False
    return "".join((found[2] or found[3]).split()), found[2] is None or found[1] is not None


def is_column(text: str, rules: Rules) -> bool:
    """Tell whether a line is a column's title wherever it stands."""
    name, _ = named(text, rules)
    if name in rules.outlets:
        return False
    return any(is_called(name, words) for words in (rules.column_titles, rules.briefs, rules.picture_columns))


def is_called(name: str, words: frozenset[str]) -> bool:
    """Tell whether a name is one of ``words``, or a short one that ends with one of two characters (城事快报)."""
    return name in words or (len(name) <= LONGEST and name[-2:] in words)


def has_briefs(text: str, rules: Rules) -> bool:
    """Tell whether a line is the title of a column of short pieces."""
    return is_called(named(text, rules)[0], rules.briefs)


def has_pictures(text: str, rules: Rules) -> bool:
    """Tell whether a line is the title of a column of picture news."""
    return is_called(named(text, rules)[0], rules.picture_columns)


def is_no_name(text: str, rules: Rules) -> bool:
    """Tell whether a line is no part of a by-line, however it reads: 记者调查 and ■深度观察 name nobody."""
    name, _ = named(text, rules)
    return name in rules.column_endings or is_column(text, rules) or (text[0] in rules.marks and ends(name, rules))


def ends(name: str, rules: Rules) -> bool:
    """Tell whether a name ends as titles of columns do."""
    return LEAST <= len(name) <= LONGEST and longest_ending(name, rules.column_endings) > 0


def might_be_column(text: str, rules: Rules, *, apart: bool) -> bool:
    """Tell whether a line above a headline is a column's title; ``apart``: and surely no part of that headline.

    The paper's name alone is none of the headline's either.
    """
    name, bracketed = named(text, rules)
    if not name or any(c.isdecimal() for c in name):
        return False
    if bracketed:
        return len(name) <= LONGEST_IN_BRACKETS
    if (apart and name in rules.sections) or (is_paper(name, rules) and not is_county_paper(name, rules)):
        return True
    return ends(name, rules)
