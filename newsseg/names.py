"""What a name is: what it costs to read some characters as one, and whether it is a person's or an organisation's."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from newsseg.rules import Rules

# The costs of one name; the cheapest reading of a run of characters wins. A whole unit is a real doubt.
ODD_INNER = 0.2  # a family name inside a given name that given names seldom have: rather the next person's
PEN_NAME = 0.3
ORGANISATION = 0.4
PER_CHARACTER = 0.02  # of an organisation: the shorter reading is the likelier one
LONG_NAME = 0.5  # 阿布都热合曼; also a person who begins like a place (高安明)
LATIN = 0.5
PLACE = 1.0  # a place that could be a person, or half a name
UNKNOWN = 2.0  # no family name: possible (minorities, pseudonyms), never preferred
UNKNOWN_LONG = 2.8
SENTENCE = 4.0  # a word that no name has
TOO_LONG = 5.0  # a family name and four characters or more
ALONE = 6.0  # one character is no name
NO_NAME = 8.0

SURE = 0.75  # up to here a name looks like one by itself
POSSIBLE = 3.2  # up to here it is one where a role stands before it

# Lengths in characters. Han names have two or three, four with a compound family name.
PERSON, FOUR = 3, 4
LONG_UNKNOWN = 9  # 阿卜杜热合曼江
MAX_NAME = 26  # 某某市某某区退役军人事务局某某服务中心
MAX_PEN_NAME = 5
ONE_WORD = range(1, 2)
WORDS = range(1, 5)  # of those that no name has
PHRASES = range(2, 5)
PARTS = range(2, 6)  # of long names
ENDINGS = range(1, 6)
OUTLET_ENDINGS = range(2, 5)

LEVELS = frozenset("区县市省镇乡州团村區縣團鄉")
_IDEOGRAPH = r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_HAN = re.compile(rf"{_IDEOGRAPH}+(?:·{_IDEOGRAPH}+)*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ.·'’-]{2,}")


def is_organisation(name: str, rules: Rules) -> bool:
    """Tell whether ``name`` is an organisation's, or the pen-name of one (江组轩)."""
    size = len(name)
    if size < PERSON or "·" in name or name in rules.outlets:
        return name in rules.outlets
    if is_pen_name(name, rules):
        return True
    if name in rules.org_endings:
        return False
    person = name[0] in rules.surnames and name[0] not in LEVELS and name[:2] not in rules.places
    for length in reversed(ENDINGS):
        if length <= size and name[-length:] in rules.org_endings:
            return length > 1 or size > PERSON or not person
    return size > PERSON and any(name[-length:] in rules.outlet_endings for length in OUTLET_ENDINGS)


def is_pen_name(name: str, rules: Rules) -> bool:
    """Tell whether ``name`` is made like an organisation's pen-name: a place and its trade (龙门宣)."""
    return PERSON <= len(name) <= MAX_PEN_NAME and (name[-2:] in rules.pen_names or name[-1] in rules.pen_names)


def is_latin(name: str) -> bool:
    """Tell whether ``name`` is written in Latin letters."""
    return _LATIN.fullmatch(name) is not None


def has_part(name: str, words: Collection[str], sizes: range) -> bool:
    """Tell whether one of ``words``, of one of the ``sizes``, stands in ``name``."""
    return any(name[k : k + size] in words for size in sizes for k in range(len(name) - size + 1))


@lru_cache(maxsize=4096)  # one list of names asks for the same pieces again and again
def cost(name: str, rules: Rules) -> float:
    """Return what it costs to read ``name`` as one name: 0 for a plain one, more than ``POSSIBLE`` for none."""
    size = len(name)
    if size > MAX_NAME or not _HAN.fullmatch(name):
        return LATIN if is_latin(name) else NO_NAME
    if size == 1:
        return ALONE
    organised = is_organisation(name, rules)
    base = _organised(name, rules) if organised else _personal(name, rules)
    # In a plain name one character is no sign (向, 为, 和 are given names), in an organisation's a word is none (应急).
    sizes = ONE_WORD if organised else PHRASES if base == 0 else WORDS
    if has_part(name, rules.not_names, sizes):
        return base + SENTENCE
    half = (size == PERSON and name[-1] in LEVELS) or (size == PERSON - 1 and name in rules.surnames)
    return base + (PLACE if half or name in rules.places else 0)


def _organised(name: str, rules: Rules) -> float:
    return PEN_NAME if is_pen_name(name, rules) else ORGANISATION + PER_CHARACTER * len(name)


def _personal(name: str, rules: Rules) -> float:
    size = len(name)
    if "·" in name or (name[:2] in rules.surnames and PERSON <= size <= FOUR):
        return 0
    surname = name[0] in rules.surnames
    if surname and size <= PERSON:
        odd = sum(c in rules.surnames and c not in rules.given for c in name[1:])
        return ODD_INNER * odd + (LONG_NAME if size == PERSON and name[:2] in rules.places else 0)
    if has_part(name, rules.long_names, PARTS):
        return LONG_NAME
    if size > (FOUR if surname else LONG_UNKNOWN):
        return TOO_LONG
    return UNKNOWN if size <= FOUR and not surname else UNKNOWN_LONG
