"""Which found article is which expected one: pages grouped, bodies compared, pairs made.

Records are the plain dicts of the JSON lines. Texts are compared without white space and without zero-width
characters, which nobody sees and which extraction programs keep or drop as they like.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Row: TypeAlias = "Mapping[str, Any]"
Share: TypeAlias = "Sequence[Sequence[int]]"
Words: TypeAlias = "tuple[str, str]"

SHINGLE = 6
"""Characters of a shingle: so many that articles about one subject share few, so few that most survive a slip."""
PAIR_AT_LEAST = 0.1
"""Least part of the smaller body that two articles share to be called the same article."""
INVISIBLE = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff]+")


class Pair(NamedTuple):
    """An expected article and the found one that is it; one of the two may be missing."""

    expected: Row | None
    found: Row | None


class Page(NamedTuple):
    """The articles of one page, and how many body characters each expected one shares with each found one."""

    source: str
    number: int
    expected: tuple[Row, ...]
    found: tuple[Row, ...]
    pairs: tuple[Pair, ...]
    shared: Share


def plain(text: str | None) -> str:
    """Return the text as it is compared: without white space and zero-width characters."""
    return INVISIBLE.sub("", text or "")


def elements(row: Row) -> list[tuple[str, str]]:
    """Return the body of an article as (kind, text) pairs, ready to compare."""
    return [(part["kind"], plain(part["text"])) for part in row.get("body") or ()]


def body(row: Row) -> str:
    """Return all body text of an article in one string, ready to compare."""
    return "".join(text for _kind, text in elements(row))


def _substance(row: Row) -> str:
    """Return what an article is recognised by: its body, or all else where it has none (a picture with a headline)."""
    rest = [row.get("headline"), *(row.get("deck") or ()), *(row.get("captions") or ())]
    return body(row) or "".join(map(plain, rest))


def _shingles(text: str) -> list[str]:
    width = max(1, min(SHINGLE, len(text)))
    return [text[at : at + width] for at in range(len(text) - width + 1)]


def shared_characters(
    expected: Sequence[str], found: Sequence[str], ranks: tuple[Sequence[Words], Sequence[Words]] | None = None
) -> list[list[int]]:
    """Return, for each expected text, how many of its characters stand in each found text.

    A character is shared when a shingle of ``SHINGLE`` characters around it is; it is shared once: where several texts
    have the same shingle, the two texts that share most have it, and of equals those that ``ranks`` puts first.
    """
    ours, theirs = ranks or (expected, found)
    parts, sets = [_shingles(text) for text in expected], [set(_shingles(text)) for text in found]
    totals = [
        (-sum(part in have for part in shingles), ours[one], theirs[two], one, two)
        for one, shingles in enumerate(parts)
        for two, have in enumerate(sets)
    ]
    free, room = [bytearray(b"\1" * len(text)) for text in expected], [len(text) for text in found]
    table = [[0] * len(found) for _text in expected]
    for total, _text, _other, one, two in sorted(totals):
        if total:
            table[one][two] = min(_cover(parts[one], sets[two], free[one]), room[two])
            room[two] -= table[one][two]
    return table


def _cover(parts: Sequence[str], have: set[str], free: bytearray) -> int:
    """Take the still free characters under the shingles of ``parts`` that ``have`` holds; return how many."""
    before = free.count(1)
    for at, part in enumerate(parts):
        if part in have:
            free[at : at + len(part)] = bytes(len(part))
    return before - free.count(1)


def _assign(ours: Sequence[Words], theirs: Sequence[Words], shared: Share) -> dict[int, int]:
    """Return one-to-one pairs of places, the largest overlap first; equals go by their words, not by their order."""
    options = sorted(
        (-count, ours[one], theirs[two], one, two)
        for one, row in enumerate(shared)
        for two, count in enumerate(row)
        if count >= PAIR_AT_LEAST * max(1, min(len(ours[one][0]), len(theirs[two][0])))
    )
    pairs: dict[int, int] = {}
    for *_reasons, one, two in options:
        if one not in pairs and two not in pairs.values():
            pairs[one] = two
    return pairs


def _words(row: Row) -> Words:
    return _substance(row), repr([row.get(field) for field in ("headline", "deck", "bylines", "body", "credits")])


def page_of(source: str, number: int, expected: Sequence[Row], found: Sequence[Row]) -> Page:
    """Return the page with its articles paired: expected ones in their order, then found ones nobody expected."""
    ranks = [_words(row) for row in expected], [_words(row) for row in found]
    ours, theirs = ([substance for substance, _ in words] for words in ranks)
    shared = shared_characters(ours, theirs, ranks)
    to = _assign(*ranks, shared)
    pairs = [Pair(row, found[to[at]] if at in to else None) for at, row in enumerate(expected)]
    pairs += [Pair(None, row) for at, row in enumerate(found) if at not in to.values()]
    return Page(source, number, tuple(expected), tuple(found), tuple(pairs), shared)


def pages(expected: Iterable[Row], found: Iterable[Row]) -> list[Page]:
    """Group the articles of both sides by page, in the order of the expected ones.

    Sources are compared by file name, for the two sides may have been made in different folders. Where the expected
    records name no source (or no page), all found ones belong to them: they are one page (or one page a source).
    """
    ours = [row for row in expected if row.get("kind", "article") == "article"]
    theirs = [row for row in found if row.get("kind", "article") == "article"]
    by_source, by_page = any(row.get("source") for row in ours), any(row.get("page") for row in ours)

    def key(row: Row) -> tuple[str, int]:
        name = str(row.get("source") or "").replace("\\", "/").rsplit("/", 1)[-1]
        return (name if by_source else "", int(row.get("page") or 1) if by_page else 1)

    groups: defaultdict[tuple[str, int], tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((ours, theirs)):
        for row in rows:
            groups[key(row)][side].append(row)
    return [page_of(*name, *sides) for name, sides in groups.items()]
