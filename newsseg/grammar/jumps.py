"""Jump lines: 下转3版, （上接第1版）, where an article goes on on another page."""

from __future__ import annotations

import re

# Possessive, because white space of any length may stand in it.
_JUMP = re.compile(
    r"(?:(?P<sure>下\s*+[转轉]|上\s*+接|[紧緊]\s*+接)|[转轉接]|(?:[详詳]|报道)?[见見])"
    r"\s*+第?\s*+(?:[A-Z]{0,2}\s*+[^\W_]{1,3}?(?:[、至—-][A-Z]{0,2}\d{1,3})?\s*+[版页頁]|[A-H]\d{1,2}(?![\w.%])|0\d(?!\d))"
)
_ARROWS = "▲▼▶▷►▸➤"
_APART = " \t\n\u3000。！？" + _ARROWS
_BEFORE = re.compile(rf"(?:[（(\[【][^（）()，。]{{0,8}}|[{_ARROWS}★●■◆→]{{1,3}}\s{{0,2}})$")
_BEHIND = re.compile(r"[^（）()，。\n]{0,8}[）)\]】]")
MOST_BEFORE = 10  # characters between the bracket and the jump (相关报道)


def find(text: str, begin: int = 0) -> tuple[int, int] | None:
    """Return the place of the first jump line in ``text`` from ``begin`` on, or None. It may be cut by line ends."""
    for match in _JUMP.finditer(text, begin):
        start, end = match.span()
        before = _BEFORE.search(text, max(begin, start - MOST_BEFORE), start)
        bracket = before is not None and before[0][0] in "（([【"
        behind = _BEHIND.match(text, end)
        if before and bracket and behind:
            return before.start(), behind.end()
        apart = (start == begin or text[start - 1] in _APART) and not text[end : end + 1].strip()
        if match["sure"] or apart:
            return before.start() if before and not bracket else start, end
    return None
