"""What a name is: what it costs to read some characters as one, and whether it is a person's or an organisation's."""

from __future__ import annotations

from functools import lru_cache

from newsseg.rules import Rules, longest_ending

# The costs of one name; the cheapest reading of a run of characters wins. A whole unit is a real doubt.
ODD_INNER = 0.2  # a family name inside a given name that given names seldom have: rather the next person's
PEN_NAME = 0.3
ORGANISATION = 0.4
PER_CHARACTER = 0.01  # of an organisation: the shorter reading is the likelier one
LONG_NAME = 0.5  # 阿布都热合曼; also a person who begins like a place or an office (高安明, 区小明)
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
MAX_PLACE = 3  # before an office
ONE, PHRASE = 1, 2
PAIR = 2  # of most names of places
LAST_LATIN = "\u024f"

LEVELS = frozenset("区县市省镇乡州团村區縣團鄉")


def is_organisation(name: str, rules: Rules) -> bool:
    """Tell whether ``name`` is an organisation's, its short name (惠城文旅), or the pen-name of one (江组轩)."""
    return _is_whole(name, rules) or bool(office_place(name, rules))


def _is_whole(name: str, rules: Rules) -> bool:
    """Tell whether ``name`` is an organisation's whole name, or its pen-name."""
    size = len(name)
    if size < PERSON or "·" in name or name in rules.outlets:
        return name in rules.outlets
    if is_pen_name(name, rules):
        return True
    if name in rules.org_endings:
        return False
    ending = longest_ending(name, rules.org_endings)
    if ending:
        surname = name[0] in rules.surnames and name[0] not in LEVELS and name[:2] not in rules.places
        longest_person = FOUR if name[:2] in rules.surnames else PERSON
        return ending > 1 or size > longest_person or not surname
    return size > PERSON and longest_ending(name, rules.outlet_endings) > 1


def is_pen_name(name: str, rules: Rules) -> bool:
    """Tell whether ``name`` is made like an organisation's pen-name: a place and its trade (龙门宣)."""
    return PERSON <= len(name) <= MAX_PEN_NAME and longest_ending(name, rules.pen_names) > 0


def office_place(name: str, rules: Rules) -> str:
    """Return the place of an office's short name (惠城 of 惠城文旅), "" where ``name`` is none."""
    place = name[: len(name) - longest_ending(name, rules.offices)]
    return place if len(place) <= MAX_PLACE and place != name else ""


def is_latin(name: str) -> bool:
    """Tell whether ``name`` is written in Latin letters."""
    return len(name) > 1 and max(name) <= LAST_LATIN and not name.isdigit()


def has_word(name: str, words: frozenset[str], shortest: int = 1, longest: int = MAX_NAME) -> bool:
    """Tell whether one of ``words``, of ``shortest`` to ``longest`` characters, stands in ``name``."""
    begun = _by_first(words, shortest, longest)
    return not begun.keys().isdisjoint(name) and any(word in name for c in name for word in begun.get(c, ()))


@lru_cache(maxsize=64)
def _by_first(words: frozenset[str], shortest: int, longest: int) -> dict[str, tuple[str, ...]]:
    """Return the words of these lengths by their first characters; most names hold none of those."""
    begun: dict[str, tuple[str, ...]] = {}
    for word in words:
        if shortest <= len(word) <= longest:
            begun[word[0]] = (*begun.get(word[0], ()), word)
    return begun


# The least that a name of so many characters costs which is no organisation's, no Latin one and no minority's.
_LEAST = (0.0,) * (FOUR + 1) + (UNKNOWN_LONG,) * (LONG_UNKNOWN - FOUR) + (TOO_LONG,) * (MAX_NAME - LONG_UNKNOWN)
_NOTHING = (0.0,) * (MAX_NAME + 1)


def least(run: str, rules: Rules) -> list[tuple[float, ...]]:
    """Return for each character of ``run`` what a name that ends with it costs at least, by the name's length."""
    if "·" in run or "-" in run or has_word(run, rules.long_names):
        return [_NOTHING] * len(run)
    ends = _last(rules)
    return [_NOTHING if c in ends or c <= LAST_LATIN else _LEAST for c in run]


@lru_cache(maxsize=2)
def _last(rules: Rules) -> frozenset[str]:
    """Return the characters with which names of organisations end."""
    lists = (rules.outlets, rules.org_endings, rules.outlet_endings, rules.pen_names, rules.offices)
    return frozenset(word[-1] for words in lists for word in words)


@lru_cache(maxsize=4096)  # one list of names asks for the same pieces again and again
def cost(name: str, rules: Rules) -> float:
    """Return what it costs to read ``name`` as one name: 0 for a plain one, more than ``POSSIBLE`` for none."""
    size = len(name)
    letters = name.replace("·", "").replace("-", "").replace("〇", "一")  # 〇 is a number to Unicode
    if size > MAX_NAME or not letters.isalpha() or letters.isascii() or not {"·", "-"}.isdisjoint((name[0], name[-1])):
        return LATIN if is_latin(name) else NO_NAME
    if size == 1:
        return ALONE
    organised = is_organisation(name, rules)
    base = _organised(name, rules) if organised else _personal(name, rules)
    # In a plain name one character is no sign (向, 为, 和 are given names), in an organisation's a word is none (应急).
    plain = base == 0 and "·" not in name
    shortest, longest = (ONE, ONE) if organised else (PHRASE if plain else ONE, MAX_NAME)
    told = name[PAIR:] if organised and name[:PAIR] in rules.places else name  # 从化税
    if has_word(told, rules.not_names, shortest, longest):
        return base + SENTENCE
    half = (size == PERSON and name[-1] in LEVELS) or (size < PERSON and name in rules.surnames)
    half = half or name in rules.org_endings
    return base + (PLACE if half or name in rules.places else 0)


def _organised(name: str, rules: Rules) -> float:
    if is_pen_name(name, rules):
        return PEN_NAME
    if _is_whole(name, rules):
        return ORGANISATION + PER_CHARACTER * len(name)
    place = office_place(name, rules)
    return PEN_NAME if place in rules.places or place[-1] in LEVELS else PLACE  # 穗文旅, but 推进水利, too


def _personal(name: str, rules: Rules) -> float:
    size = len(name)
    if "·" in name and max(map(len, name.split("·"))) > LONG_UNKNOWN:
        return TOO_LONG
    if "·" in name or "-" in name or (name[:2] in rules.surnames and PERSON <= size <= FOUR):
        return 0
    surname = name[0] in rules.surnames
    if surname and size <= PERSON:
        odd = sum(c in rules.surnames and c not in rules.given for c in name[1:])
        begins_otherwise = name[0] in LEVELS or (size == PERSON and name[:2] in rules.places)
        return ODD_INNER * odd + (LONG_NAME if begins_otherwise else 0)
    if has_word(name, rules.long_names):
        return LONG_NAME
    if size > (FOUR if surname else LONG_UNKNOWN):
        return TOO_LONG
    return UNKNOWN if size <= FOUR and not surname else UNKNOWN_LONG
