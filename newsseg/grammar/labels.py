"""The labels of people in a by-line (记者, 通讯员), with the outlet and the modifiers before them."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from newsseg.grammar.names import PERSON, SURE, cost
from newsseg.grammar.outlets import outlet_before
from newsseg.grammar.squeeze import NONE, SPACE, Squeezed
from newsseg.rules import Rules

# A label of a person (记者, 通讯员, 实习生) stands anywhere, names may touch it; others (编辑, 视频, 设计) stand in the
# names of organisations too and count only as words of their own.
PERSON_ENDINGS = frozenset("者员員生")
LONGEST_POST = 8  # of the place in 驻……记者

LABEL, MEDIUM, AFTER, NAMES = "label", "medium", "after", "names"


class Item(NamedTuple):
    """One piece of a list of credits: its kind, its place, and for words the roles and what is printed.

    A ``label`` tells who the names behind it are, a ``medium`` (文, 摄影) what those behind or before it did, ``after``
    what those before it did. ``parts`` counts joined media (文/图: 2).
    """

    kind: str
    start: int
    end: int
    roles: tuple[str, ...] = ()
    printed: str = ""
    parts: int = 1


def longest(text: str, place: int, end: int, rules: Rules, key: str) -> int:
    """Return the end of the longest word of the list ``key`` that stands at ``place``, or 0."""
    for word in starts(rules, key).get(text[place : place + 1], ()):
        if text.startswith(word, place, end):
            return place + len(word)
    return 0


@lru_cache(maxsize=16)
def starts(rules: Rules, key: str) -> dict[str, tuple[str, ...]]:
    """Return the words of the list ``key`` by their first characters, the longest first."""
    begun: dict[str, tuple[str, ...]] = {}
    for word in sorted(getattr(rules, key), key=len, reverse=True):
        begun[word[0]] = (*begun.get(word[0], ()), word)
    return begun


def person(text: str, place: int, end: int, rules: Rules) -> int:
    """Return the end of the person's label at ``place``, or 0."""
    stop = longest(text, place, end, rules, "roles")
    return stop if stop > place + 1 and text[stop - 1] in PERSON_ENDINGS else 0


def _own_word(source: Squeezed, start: int, place: int, rules: Rules) -> bool:
    """Tell whether the modifier at ``place`` is a word of its own: 通讯员 龙门宣 融媒记者 梁海.

    Behind a name it is; a name that touches it has three characters, for of two an outlet may be made (武进融媒).
    """
    name, gap = source.plain[start:place], source.gap[place]
    plain = "·" not in name and (len(name) >= PERSON or gap != NONE)
    return gap == SPACE or (plain and cost(name, rules) <= SURE)


def person_label(source: Squeezed, run: int, place: int, end: int, rules: Rules) -> Item | None:
    """Read a person's label with the outlet and the modifiers before it (本报全媒体记者, 本报驻京记者)."""
    text = source.text
    core = place
    if text[place] in "驻駐":
        posts = (text.find(word, place + 1, min(end, place + LONGEST_POST + 2)) for word in ("记者", "記者"))
        core = max(place, *posts)
    stop = person(text, core, end, rules)
    while not stop:
        core = longest(text, core, end, rules, "modifiers")
        if not core:
            return None
        stop = person(text, core, end, rules)
    begin = outlet_before(source, run, place, rules)
    inner = stop - 2
    outlet = outlet_before(source, run, inner, rules) if begin == place > run else place
    if outlet < place and text[inner:stop] in rules.roles and not _own_word(source, outlet, place, rules):
        core, begin = inner, outlet  # 豫视频记者: no modifier but an outlet's ending
    return Item(LABEL, begin, stop, rules.roles[text[core:stop]], text[begin:stop])
