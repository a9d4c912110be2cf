"""The words that the grammar works with: lists shipped as files, to which a newspaper reader can add."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

WORDS = os.path.join(os.path.dirname(__file__), "words")
CONFIG = "newsseg.toml"
TABLES = frozenset({"roles", "after"})

Roles = Mapping[str, tuple[str, ...]]


class RulesError(ValueError):
    """A rule file that cannot be used; its text says file, line, key and what to do."""

    def __init__(self, path: str, line: int, key: str, what: str) -> None:
        """Name the place of the mistake and what to do about it."""
        super().__init__(path, line, key, what)
        self.path, self.line, self.key, self.what = path, line, key, what

    def __str__(self) -> str:
        """Return ``FILE:LINE: KEY: what, and what to do``."""
        return f"{self.path}:{self.line}: " + (f"{self.key}: " if self.key else "") + self.what


class Rules:
    """All word lists. A field is named like its file in ``words`` and its key in a rule file, with ``_`` for ``-``.

    Rules equal only themselves and are never changed: so what was found by them can be remembered.
    """

    outlets: frozenset[str]
    outlet_endings: frozenset[str]
    roles: Roles
    after: Roles
    modifiers: frozenset[str]
    surnames: frozenset[str]
    given: frozenset[str]
    name_characters: frozenset[str]
    org_endings: frozenset[str]
    pen_names: frozenset[str]
    offices: frozenset[str]
    long_names: frozenset[str]
    not_names: frozenset[str]
    places: frozenset[str]
    captions: frozenset[str]
    not_captions: frozenset[str]
    marks: frozenset[str]
    sections: frozenset[str]
    collectives: frozenset[str]
    furniture: frozenset[str]
    adverts: frozenset[str]
    deck_starts: frozenset[str]
    kicker_ends: frozenset[str]
    purposes: frozenset[str]
    event_words: frozenset[str]
    asks_for_object: frozenset[str]
    objects: frozenset[str]
    contests: frozenset[str]
    attendance: frozenset[str]
    spans_of_time: frozenset[str]
    inner_starts: frozenset[str]
    inner_ends: frozenset[str]
    openers: frozenset[str]
    running_on: frozenset[str]
    column_titles: frozenset[str]
    briefs: frozenset[str]
    picture_columns: frozenset[str]
    salutations: frozenset[str]
    valedictions: frozenset[str]
    notices: frozenset[str]
    column_endings: frozenset[str]
    notes: frozenset[str]

    def __init__(self, **lists: Any) -> None:
        """Take all the lists, by their names."""
        self.__dict__.update(lists)


# The names of the lists: of their files, and of the keys in a rule file.
KEYS = tuple(name.replace("_", "-") for name in Rules.__annotations__)


def load(path: str | None = None) -> Rules:
    """Return the shipped words and those of the user's rule file.

    The file is ``path``, or else the nearest ``newsseg.toml`` in the working folder and those above it.
    A file that cannot be read or understood raises ``RulesError``.
    """
    return _load(find() if path is None else os.path.abspath(path), path)


def shipped() -> Rules:
    """Return the shipped words alone; no file is looked for."""
    return _load(None, None)


def find(folder: str | None = None) -> str | None:
    """Return the nearest ``newsseg.toml`` in ``folder`` (the working folder) or above it, or None."""
    here = os.path.abspath(folder or os.getcwd())
    while True:
        candidate = os.path.join(here, CONFIG)
        if os.path.isfile(candidate):
            return candidate
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above


@lru_cache(maxsize=8)
def _load(path: str | None, shown: str | None) -> Rules:
    added: Mapping[str, Roles] = {}
    if path:
        from newsseg.rulefile import read  # most runs have no rule file, and none of them needs a reader of TOML

        added = read(path, shown or path)
    values: dict[str, Any] = {}
    for key in KEYS:
        lines = _lines(key)
        more = added.get(key, {})
        if key in TABLES:
            rows = (line.partition("\t") for line in lines)
            values[key] = {**{word: tuple(roles.split()) for word, _tab, roles in rows}, **more}
        else:
            values[key] = frozenset(lines).union(more)
    return Rules(**{key.replace("-", "_"): value for key, value in values.items()})


def _lines(key: str) -> list[str]:
    """Return the lines of a shipped list that hold words."""
    with open(os.path.join(WORDS, key + ".txt"), encoding="utf-8") as file:
        return [line for line in file.read().split("\n") if line and line[0] != "#"]


@lru_cache(maxsize=64)
def _by_last(words: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Return words by their last character, the longest first."""
    ended: dict[str, tuple[str, ...]] = {}
    for word in sorted(words, key=len, reverse=True):
        ended[word[-1]] = (*ended.get(word[-1], ()), word)
    return ended


def longest_ending(name: str, endings: frozenset[str]) -> int:
    """Return the length of the longest of ``endings`` that ``name`` has, or 0."""
    for ending in _by_last(endings).get(name[-1:], ()):
        if name.endswith(ending):
            return len(ending)
    return 0
