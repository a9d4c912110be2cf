"""Damaged by-lines: a character misread in the words that the grammar hangs on (江门曰报讯, 记青/), set right in place.

The fuzzy matching is that of ``regex``; it loads only here, where a by-line seems to stand that cannot be read.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newsseg.rules import Rules
from newsseg.squeeze import Squeezed

if TYPE_CHECKING:
    import regex

HEAD = 24  # characters before the bracket: outlet, place, date, 讯
LIST = 120  # characters in which labels stand
LABELS = ("记者", "記者", "通讯员", "通訊員", "实习生", "實習生")


def mend(source: Squeezed, rules: Rules) -> Squeezed | None:
    """Return ``source`` with the misread character of an outlet's ending or of a label set right, or None.

    One character of a word may be wrong, and characters are only replaced, so all places stay the same. A word of two
    characters counts only where a label must stand: behind a bracket or before a slash.
    """
    bracket = source.plain.find("(", 0, HEAD)
    if bracket < 2:  # noqa: PLR2004
        return None
    text = list(source.text)
    for pattern, words, limit in _patterns(rules):
        for match in pattern.finditer(source.plain, endpos=limit or bracket + 1):
            begin, end = match.span()
            right = next((word for word in words if _alike(word, match[0])), match[0])
            text[begin:end] = right
    mended = "".join(text)
    if mended == source.text:
        return None
    plain = "".join(p if new == old else new for new, old, p in zip(mended, source.text, source.plain, strict=True))
    return source._replace(text=mended, plain=plain)


def _alike(word: str, found: str) -> bool:
    return len(word) == len(found) and sum(a != b for a, b in zip(word, found, strict=True)) <= 1


@lru_cache(maxsize=2)
def _patterns(rules: Rules) -> tuple[tuple[regex.Pattern[str], tuple[str, ...], int], ...]:
    """Return the fuzzy patterns, each with the words that it may find and where it stops looking (0: the bracket)."""
    import regex

    verbs = "讯訊电電"
    endings = [word for word in sorted(rules.outlet_endings) if len(word) > 1] + ["本报", "本報", "新华社"]
    heads = tuple(ending + verb for ending in endings for verb in verbs)
    long = tuple(word for word in LABELS if len(word) > 2)  # noqa: PLR2004
    short = LABELS
    return (
        (regex.compile(r"(?:\L<words>){s<=1}(?=\()", words=heads), heads, 0),
        (regex.compile(r"(?:\L<words>){s<=1}", words=long), long, LIST),
        (regex.compile(r"(?<=\()(?:\L<words>){s<=1}|(?:\L<words>){s<=1}(?=[/:])", words=short), short, LIST),
    )
