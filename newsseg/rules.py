"""The words that the grammar works with: lists shipped as files, to which a newspaper reader can add."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

from newsseg.i18n import _

WORDS = os.path.join(os.path.dirname(__file__), "words")
CONFIG = "newsseg.toml"
TABLES = frozenset({"roles", "after"})
ROLE = re.compile(r"[a-z][a-z_]*(?: [a-z][a-z_]*)*")

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


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """All word lists. A field is named like its file in ``words`` and its key in a rule file, with ``_`` for ``-``."""

    outlets: frozenset[str]
    outlet_endings: frozenset[str]
    roles: Roles
    after: Roles
    modifiers: frozenset[str]
    surnames: frozenset[str]
    given: frozenset[str]
    org_endings: frozenset[str]
    pen_names: frozenset[str]
    long_names: frozenset[str]
    not_names: frozenset[str]
    places: frozenset[str]
    captions: frozenset[str]
    marks: frozenset[str]
    sections: frozenset[str]
    collectives: frozenset[str]
    furniture: frozenset[str]
    deck_words: frozenset[str]
    event_words: frozenset[str]
    inner_starts: frozenset[str]
    inner_ends: frozenset[str]
    column_titles: frozenset[str]


KEYS = tuple(field.name.replace("_", "-") for field in fields(Rules))


def load(path: str | None = None) -> Rules:
    """Return the shipped words and those of the user's rule file.

    The file is ``path``, or else the nearest ``newsseg.toml`` in the working folder and those above it.
    A file that cannot be read or understood raises ``RulesError``.
    """
    return _load(find() if path is None else os.path.abspath(path), path)


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
    added = _read_toml(path, shown or path) if path else {}
    values: dict[str, Any] = {}
    for key in KEYS:
        words = dict(_words(key))
        words.update(added.get(key, {}))
        values[key.replace("-", "_")] = words if key in TABLES else frozenset(words)
    return Rules(**values)


def _words(key: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words of a shipped file, each with its roles (none where the list has no roles)."""
    with open(os.path.join(WORDS, key + ".txt"), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                word, _tab, roles = line.rstrip("\n").partition("\t")
                yield word, tuple(roles.split())


def _read_toml(path: str, shown: str) -> dict[str, dict[str, tuple[str, ...]]]:
    import tomllib  # only where there is a rule file: most runs have none

    try:
        with open(path, encoding="utf-8") as file:
            source = file.read()
        data = tomllib.loads(source)
    except OSError as error:
        raise RulesError(shown, 1, "", _("cannot be read ({}); check the name").format(error.strerror)) from error
    except UnicodeDecodeError as error:
        raise RulesError(shown, 1, "", _("is not UTF-8; save it as UTF-8")) from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) if place else source.count("\n") + 1
        raise RulesError(shown, line, "", _("is not TOML ({}); mend this line").format(error)) from error
    return {key: _check(key, value, source, shown) for key, value in data.items()}


def _check(key: str, value: object, source: str, shown: str) -> dict[str, tuple[str, ...]]:
    """Return the words of one key, or raise ``RulesError`` where they are not what the key takes."""
    if key not in KEYS:
        what = _("is no list of newsseg; the lists are {}").format(", ".join(KEYS))
        raise RulesError(shown, _line(source, key), key, what)
    if key not in TABLES:
        if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            what = _('takes a list of words; write {} = ["…", "…"]').format(key)
            raise RulesError(shown, _line(source, key), key, what)
        return {word.strip(): () for word in value}
    if not isinstance(value, dict):
        what = _('takes a table; write [{}] and below it lines like "记者" = "reporter"').format(key)
        raise RulesError(shown, _line(source, key), key, what)
    for label, role in value.items():
        if not (isinstance(role, str) and label.strip() and ROLE.fullmatch(role)):
            what = _('a role is an English word in small letters; write "{}" = "reporter"').format(label)
            raise RulesError(shown, _line(source, key, label), f"{key}.{label}", what)
    return {label.strip(): tuple(role.split()) for label, role in value.items()}


def _line(source: str, key: str, label: str | None = None) -> int:
    """Return the number of the line on which ``key`` (and in its table ``label``) stands."""
    pattern = rf"""^[ \t]*\[?[ \t]*["']?{re.escape(key)}["']?[ \t]*[\]=.]"""
    found = re.search(pattern, source, re.MULTILINE)
    start = found.start() if found else 0
    if label is not None:
        inside = re.compile(rf"""["'\s.]?{re.escape(label)}["']?[ \t]*=""").search(source, start)
        start = inside.end() if inside else start
    return source.count("\n", 0, start) + 1
