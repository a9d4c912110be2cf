"""Damaged by-lines: a character misread in the words that the grammar hangs on (江门曰报讯, 记青/), set right in place.

The fuzzy matching is that of ``regex``; it loads only here, where a by-line seems to stand that cannot be read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsseg.grammar.names import LAST_LATIN
from newsseg.grammar.squeeze import Squeezed
from newsseg.record import Credit
from newsseg.rules import Rules

if TYPE_CHECKING:
    from collections.abc import Iterable

    import regex

HEAD = 24  # characters before the bracket: outlet, place, date, 讯
LIST = 120  # characters in which labels stand
LABELS = ("记者", "記者", "通讯员", "通訊員", "实习生", "實習生")
LONG = tuple(label for label in LABELS if len(label) > 2)  # noqa: PLR2004
HOLED = frozenset((k, label[:k] + label[k + 1 :]) for label in LONG for k in range(len(label)))  # one character out
STROKE = re.compile(r"(?<=[者员生])[lI1](?=[^\W\da-zA-Z])")  # 记者l任小燕
MISREAD_SUN = "曰"  # 日 as scanners read it; no by-line has the word itself


def seems_misread(source: Squeezed, credits_: Iterable[Credit]) -> bool:
    """Tell whether what could be read has a sign of damage: a label among the names (通迅员), or 曰."""
    names = {credit.name for credit in credits_}
    stroke = any(name[0] in "lI" and name[1:2] > LAST_LATIN for name in names)
    return stroke or MISREAD_SUN in source.text[:HEAD] or any(map(_is_nearly_label, names))


def _is_nearly_label(name: str) -> bool:
    """Tell whether a name is a label but for one character."""
    return name not in LONG and any((k, name[:k] + name[k + 1 :]) in HOLED for k in range(min(len(name), 3)))


def mend(source: Squeezed, rules: Rules) -> Squeezed | None:
    """Return ``source`` with the misread character of an outlet's ending or of a label set right, or None.

    One character of a word may be wrong, and characters are only replaced, so all places stay the same. A word of two
    characters counts only where a label must stand: behind a bracket or before a slash.
    """
    bracket = source.plain.find("(", 0, HEAD)
    if bracket < 2:  # noqa: PLR2004
        return None
    text = list(source.text[:bracket].replace(MISREAD_SUN, "日") + source.text[bracket:])
    for pattern, words, limit in _patterns(rules):
        for match in pattern.finditer(source.plain, endpos=limit or bracket + 1):
            begin, end = match.span()
            if match.fuzzy_counts[0]:
                text[begin:end] = _nearest(words, match[0])
    for stroke in STROKE.finditer(source.plain, bracket, LIST):
        text[stroke.start()] = "/"
    mended = "".join(text)
    if mended == source.text:
        return None
    plain = "".join(p if new == old else new for new, old, p in zip(mended, source.text, source.plain, strict=True))
    return source._replace(text=mended, plain=plain)


def _nearest(words: tuple[str, ...], found: str) -> str:
    """Return the word that differs least from ``found``, the first of several."""
    return min((word for word in words if len(word) == len(found)), key=lambda word: _distance(word, found))


def _distance(word: str, found: str) -> int:
    """Return how many characters differ; of words of another length, all."""
    if len(word) != len(found):
        return len(word) + len(found)
    return sum(a != b for a, b in zip(word, found, strict=True))


@lru_cache(maxsize=2)
def _patterns(rules: Rules) -> tuple[tuple[regex.Pattern[str], tuple[str, ...], int], ...]:
    """Return the fuzzy patterns, each with the words that it may find and where it stops looking (0: the bracket)."""
    import regex

    endings = {ending for ending in rules.outlet_endings if len(ending) > 1} | {"本报", "本報", "新华社", "新華社"}
    words = (ending + verb for ending in endings for verb in "讯电訊電")
    # Where two words are as near, the one in one script, and 日报 before the rarer ones.
    heads = tuple(sorted(words, key=lambda word: (any(c in word for c in "報網臺訊電華"), word[0] != "日", word)))
    return (
        (regex.compile(r"(?:\L<words>){s<=1}(?=\()", words=heads), heads, 0),
        (regex.compile(r"(?:\L<words>){s<=1}", words=LONG), LONG, LIST),
        (regex.compile(r"(?<=\()(?:\L<words>){s<=1}|(?:\L<words>){s<=1}(?=[/:])", words=LABELS), LABELS, LIST),
    )
