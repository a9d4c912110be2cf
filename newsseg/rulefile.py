"""A user's rule file (TOML): read, checked, and its mistakes told by file, line and key."""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches

from newsseg.i18n import _
from newsseg.rules import KEYS, TABLES, Roles, RulesError, shipped

ROLE = re.compile(r"[a-z][a-z_]*(?: [a-z][a-z_]*)*")
SLIP = 0.86  # likeness from which a word is a known role with a letter wrong: photografer, but not coeditor


def read(path: str, shown: str) -> dict[str, Roles]:
    """Return the words that the file adds to each list; ``shown`` is the file's name in messages.

    Raises ``RulesError`` where the file cannot be read, is no TOML, or holds what no list takes.
    """
    try:
        with open(path, encoding="utf-8") as file:
            source = file.read()
        data = tomllib.loads(source)
    except OSError as error:
        raise RulesError(
            shown, 1, "", _("cannot be read ({}); name a file, and check its permissions").format(error.strerror)
        ) from error
    except UnicodeDecodeError as error:
        raise RulesError(shown, 1, "", _("is not UTF-8; save it as UTF-8")) from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) if place else source.count("\n") + 1
        raise RulesError(shown, line, "", _("is not TOML ({}); mend this line").format(error)) from error
    return {key: _check(key, value, source, shown) for key, value in data.items()}


def _check(key: str, value: object, source: str, shown: str) -> Roles:
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
        if wrong := _wrong(label, role):
            raise RulesError(shown, _line(source, key, label), f"{key}.{label}", wrong)
    return {label.strip(): tuple(role.split()) for label, role in value.items()}


def _wrong(label: str, role: object) -> str | None:
    """Return what is wrong with one line of a table, None where nothing is."""
    if not label.strip():
        return _('there is no word before the sign; write a line like "记者" = "reporter"')
    if not isinstance(role, str) or not ROLE.fullmatch(role):
        return _('a role is an English word in small letters; write "{}" = "reporter"').format(label)
    words = shipped()
    known = {one for table in (words.roles, words.after) for roles in table.values() for one in roles}
    for one in role.split():
        near = get_close_matches(one, known, 1, SLIP)
        if near and one not in known:
            return _('"{}" is no role that newsseg has; write "{}", or another word for a role of your own').format(
                one, *near
            )
    return None


def _line(source: str, key: str, label: str | None = None) -> int:
    """Return the number of the line on which ``key`` (and in its table ``label``) stands."""
    pattern = rf"""^[ \t]*\[?[ \t]*["']?{re.escape(key)}["']?[ \t]*[\]=.]"""
    found = re.search(pattern, source, re.MULTILINE)
    start = found.start() if found else 0
    if label is not None:
        inside = re.compile(rf"""["'\s.]?{re.escape(label)}["']?[ \t]*=""").search(source, start)
        start = inside.end() if inside else start
    return source.count("\n", 0, start) + 1
