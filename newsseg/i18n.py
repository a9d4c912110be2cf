"""Messages in the reader's language: ``_("text")`` looks the text up in the package's catalogues.

The source text is English. A Chinese locale (zh, zh_CN, zh_TW, …) reads ``locale/zh``; any other reads the source. The
choice follows the environment once, so that a message costs a cached call and an English reader no file.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from gettext import NullTranslations

DOMAIN = "newsseg"
LOCALES = os.path.join(os.path.dirname(__file__), "locale")
CHINESE = "zh"  # the stdlib finds zh_CN, zh_SG, zh_TW, … here, too
PLAIN = frozenset({"C", "POSIX"})


def _(message: str) -> str:
    """Return ``message`` in the reader's language, or as it is where no catalogue has it."""
    catalogue = _catalogue()
    return catalogue.gettext(message) if catalogue else message


def ngettext(one: str, many: str, number: int) -> str:
    """Return ``one`` or ``many``, as ``number`` asks, in the reader's language."""
    catalogue = _catalogue()
    return catalogue.ngettext(one, many, number) if catalogue else (one if number == 1 else many)


def is_translated() -> bool:
    """Tell whether the reader's language is another than that of the source."""
    return _catalogue() is not None


def translate_click() -> None:
    """Let click, too, speak the reader's language: call this before it says anything.

    click looks its texts up in the process's default domain. That belongs to the program, not to a library; so only the
    command line calls this.
    """
    if is_translated():
        from gettext import bindtextdomain, textdomain

        bindtextdomain(DOMAIN, LOCALES)
        textdomain(DOMAIN)


@cache
def _catalogue() -> NullTranslations | None:
    """Return the catalogue of the reader's language, None where that is English."""
    if language(os.environ) != CHINESE:
        return None
    from gettext import translation

    return translation(DOMAIN, LOCALES, [CHINESE], fallback=True)


def language(environment: Mapping[str, str]) -> str:
    """Return the language that ``environment`` asks for, of those there are: ``zh`` or ``en``.

    As in gettext, LANGUAGE is a list by preference and counts only where the locale is not C.

    >>> language({"LANG": "zh_CN.UTF-8"})
    'zh'
    >>> language({"LANG": "zh_CN.UTF-8", "LANGUAGE": "de:en:zh"})
    'en'
    """
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, names), "")
    if locale.partition(".")[0] in PLAIN:
        return "en"
    for wish in (environment.get("LANGUAGE") or locale).split(":"):
        tongue = wish.partition(".")[0].partition("@")[0].partition("_")[0]
        if tongue in {CHINESE, "en", *PLAIN}:
            return CHINESE if tongue == CHINESE else "en"
    return "en"
