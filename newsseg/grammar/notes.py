"""Editors' notes (编者按, 开栏的话): how a text opens that is one."""

from __future__ import annotations

from functools import lru_cache

from newsseg.rules import Rules

LONGEST_WORD = 5  # 主持人的话
_OPENS, _CLOSES = "【[［〔（(", "】]］〕）)"
_BEHIND = frozenset(":： \t\u3000—")  # what parts the word from the note


@lru_cache(maxsize=2)
def _first(rules: Rules) -> frozenset[str]:
    return frozenset(word[0] for word in rules.notes)


def word_of(text: str, rules: Rules) -> int:
    """Return the length of the word, with its brackets and colon, by which a text tells that it is a note; or 0."""
    start = text[0] in _OPENS
    if text[start : start + 1] not in _first(rules):
        return 0
    for size in range(LONGEST_WORD, 1, -1):
        end = start + size
        if len(text) < end or text[start:end] not in rules.notes:
            continue
        behind = text[end : end + 1]
        if start and behind and behind in _CLOSES:
            return end + 1
        if not behind or behind in _BEHIND:
            return end + len(behind)
    return 0


def stands_alone(text: str, rules: Rules) -> bool:
    """Tell whether a line is the word alone, above its note: 开栏的话, 【编者按】."""
    return 0 < word_of(text, rules) == len(text)
