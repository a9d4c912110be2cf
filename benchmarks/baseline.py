"""The trivial baseline: cut the page at its by-lines; the short lines above a by-line are the headline."""

from __future__ import annotations

import re
from typing import Any

SHORT = 28
"""Longest line that could be a headline, in characters."""
_OPENS = re.compile(
    r"^[ 　]*(?:[^，。；]{2,14}(?:讯|电)[ 　]*[（(][^）)]{2,60}[）)]"
    r"|[□■●](?:文/图 ?)?(?:本报)?(?:记者|通讯员)?[^，。]{2,30}$|(?:本报|新华社)记者 ?[^，。]{2,14}$)"
)
_NAMES = re.compile(r"(记者|通讯员|实习生)?[/／：:]?[ 　]*([\u4e00-\u9fff]{2,4})(?=[ 　、）)]|$)")
_ROLES = {"记者": "reporter", "通讯员": "correspondent", "实习生": "trainee", "": "author"}


def baseline(text: str, source: str) -> list[dict[str, Any]]:
    """Return an article for each by-line of the page."""
    lines = [line.strip(" 　") for line in text.split("\n")]
    starts = [at for at, line in enumerate(lines) if _OPENS.match(line)]
    heads = [_head(lines, at) for at in starts]
    ends = [*heads[1:], len(lines)][: len(heads)]
    return [
        _article(lines[head:start], lines[start : max(end, start + 1)], source)
        for head, start, end in zip(heads, starts, ends, strict=True)
    ]


def _head(lines: list[str], at: int) -> int:
    """Return the first of the short lines above line ``at``."""
    while at and len(lines[at - 1]) <= SHORT and not lines[at - 1].endswith(("。", "”", "，")):
        at -= 1
    return at


def _article(head: list[str], body: list[str], source: str) -> dict[str, Any]:
    titles = [line for line in head if line]
    match = _OPENS.match(body[0])
    byline = match.group().strip() if match else ""
    role, credits = "", []
    inside = re.search(r"[（(](.*)[）)]", byline)
    for label, name in _NAMES.findall(inside.group(1) if inside else byline):
        role = label or role
        credits.append({"role": _ROLES[role], "name": name})
    paragraphs = "\n".join([body[0][len(byline) :], *body[1:]]).split("\n\n")
    texts = [text.replace("\n", "") for text in paragraphs]
    return {
        "kind": "article",
        "source": source,
        "page": 1,
        "headline": titles[0] if titles else None,
        "deck": titles[1:],
        "bylines": [byline],
        "credits": credits,
        "body": [{"kind": "paragraph", "text": text} for text in texts if text],
        "captions": [],
    }
