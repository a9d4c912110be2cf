"""Who wrote it: a printed list of credits read into (role, name, type) credits."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsseg.grammar.labels import AFTER, LABEL, MEDIUM, NAMES, Item
from newsseg.grammar.media import items
from newsseg.grammar.namelist import Name, split
from newsseg.grammar.names import PERSON, POSSIBLE, SURE, UNKNOWN, is_organisation
from newsseg.grammar.squeeze import SPACE, Squeezed, squeeze
from newsseg.record import Credit
from newsseg.rules import Rules

AUTHOR = ("author",)
PROVIDER = "provider"
# Names that follow one label: nine of them were met, of three characters each.
LONGEST_RUN = 60
# What begins with no family name and ends with one of these is an office's pen-name (粤水轩).
TRADES = frozenset("轩軒组組公法司政纪教卫农交综委")
MOST_ODD = 6  # names of a list in which some look odd: more were not met
LONGEST_BEAT = 4  # of a reporter: 民生记者
_CREDITS = re.compile(r"[\w/:、,;·.+'’—–-]+")


class Entry(NamedTuple):
    """One printed name with the roles that its place in the list gives it; ``trusted`` where a word surely rules it."""

    name: str
    cost: float
    roles: tuple[str, ...]
    label: str | None
    trusted: bool = False


class Reading(NamedTuple):
    """What a list of credits says: its credits, and how surely it is one.

    ``labelled`` tells whether a role word stands in it, ``stroke`` whether a slash does, ``doubt`` is the cost of its
    least likely name.
    """

    credits: tuple[Credit, ...]
    labelled: bool
    doubt: float
    ends_behind: bool = False
    stroke: bool = False


def parse(text: str, rules: Rules) -> tuple[Credit, ...] | None:
    """Read ``text`` (``记者/任小燕 通讯员/黎小华``) as a list of credits; None where it is none."""
    source = squeeze(text)
    reading = read(source, 0, len(source.text), rules)
    return reading.credits if reading else None


def read(
    source: Squeezed, start: int, end: int, rules: Rules, *, labelled: bool = False, sure: bool = False
) -> Reading | None:
    """Read the characters ``start:end`` as a list of credits; None where any part of it is neither word nor name.

    Where the list must be ``labelled``, what has no role word is not looked at further: names are what takes time.
    Where its place makes it ``sure`` that it is one, names may look odd beside one that does not (秦山 南浦公).
    """
    if not _CREDITS.fullmatch(source.plain, start, end):
        return None
    pieces = items(source, start, end, rules)
    if any(piece.kind == NAMES and piece.end - piece.start > LONGEST_RUN for piece in pieces):
        return None
    has_role = any(piece.kind != NAMES for piece in pieces)
    entries = _entries(source, pieces, rules) if has_role or not labelled else []
    if not entries:
        return None
    sure = sure and 1 < len(entries) <= MOST_ODD and min(entry.cost for entry in entries) <= SURE
    for entry in entries:
        if entry.cost > (POSSIBLE if entry.trusted or sure else SURE):
            return None
    credits_ = tuple(
        Credit(entry.name, role, entry.label, _type(entry, rules, sure=sure))
        for entry in entries
        for role in entry.roles
    )
    behind = pieces[-1].kind in {AFTER, MEDIUM}
    return Reading(credits_, has_role, max(e.cost for e in entries), behind, "/" in source.plain[start:end])


def _type(entry: Entry, rules: Rules, *, sure: bool) -> str:
    """Tell whose name it is; an odd one of three characters beside plain ones is an office's pen-name (南浦公)."""
    strange = entry.cost >= UNKNOWN
    three = len(entry.name) == PERSON and (sure or entry.name[-1] in TRADES)
    two = len(entry.name) < PERSON and entry.name[-1] in rules.pen_names  # 蓬宣
    office = is_organisation(entry.name, rules) or (strange and (three or two))
    return "organisation" if office else "person"


def _entries(source: Squeezed, pieces: list[Item], rules: Rules) -> list[Entry]:
    """Walk over the pieces: words before names rule what follows, words behind them what they close."""
    entries: list[Entry] = []
    group = 0  # the first entry that a word behind names would rule
    last = 0  # the first entry of the last label
    medium: Item | None = None
    label: Item | None = None
    for index, piece in enumerate(pieces):
        if piece.kind == NAMES:
            names = _names(source, pieces, index, rules)
            if any(name.cost > POSSIBLE for name in names):
                return []
            entries += _ruled(names, medium, label, source)
        elif piece.kind == LABEL:
            # 文/本报记者 张三 is a writer; of 文/视频 记者 张三 and 策划 张三 记者 李四 the label tells.
            named = label is None and len(entries) > group
            medium = None if medium and (medium.parts > 1 or named) else medium
            label, last = piece, len(entries)
        elif piece.kind == AFTER or (piece.kind == MEDIUM and _closes(source, pieces, index)):
            group = max(group, last) if PROVIDER in piece.roles else group  # 记者 张三 通讯员 李四 供图
            entries[group:] = _closed(entries[group:], piece, label)
            group, medium, label = len(entries), None, None
        else:
            medium, label, group = piece, None, len(entries)
    return entries


def _names(source: Squeezed, pieces: list[Item], index: int, rules: Rules) -> list[Name]:
    """Cut a run into names. A word that touches the label behind it and is no name belongs to the label (民生记者).

    A label behind which no name stands has no such word: 两国领导人会见记者 is a title.
    """
    piece = pieces[index]
    names = split(source, piece.start, piece.end, rules)
    follows = pieces[index + 1] if index + 2 < len(pieces) else None
    if follows is None or follows.kind != LABEL or source.gap[follows.start] == SPACE or names[-1].cost < UNKNOWN:
        return names
    if len(names) == 1 and index and pieces[index - 1].kind == LABEL:
        return names  # it is all that the label before it has: 实习生植晓敏通讯员 with a family name that no list has
    return names[:-1] if len(names[-1].text) <= LONGEST_BEAT else names


def _ruled(names: list[Name], medium: Item | None, label: Item | None, source: Squeezed) -> list[Entry]:
    """Give names the role of the word before them."""
    roles = medium.roles if medium else label.roles if label else AUTHOR
    word = label.printed if label else medium.printed if medium else None
    trusted = label is not None or (medium is not None and source.plain[medium.end] in "/:")
    return [Entry(name.text, name.cost, roles, word, trusted) for name in names]


def _closes(source: Squeezed, pieces: list[Item], index: int) -> bool:
    """Tell whether a medium rules the names before it (张三 文 李四 图) and not those behind it (文/张三 图/李四)."""
    piece = pieces[index]
    if "photographer" in piece.roles and PROVIDER in pieces[-1].roles and index < len(pieces) - 1:
        return False  # 图片 通讯员提供
    if index == 0 or piece.printed[-1] == "由" or source.plain[piece.end : piece.end + 1] in {"/", ":"}:
        return False
    return source.plain[piece.start - 1] == "/" or pieces[-1].kind in {MEDIUM, AFTER}


def _closed(entries: list[Entry], word: Item, label: Item | None) -> list[Entry]:
    """Give the names before ``word`` its role; with no name there the label is the name (通讯员供图)."""
    if not word.roles:
        return entries
    if not entries and label:
        return [Entry(label.printed, 0, word.roles, word.printed)]
    trusted = PROVIDER in word.roles
    return [e._replace(roles=word.roles, label=e.label or word.printed, trusted=trusted or e.trusted) for e in entries]
