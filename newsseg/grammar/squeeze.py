"""Text without its white space, for grammar that must not care where a line was cut."""

from __future__ import annotations

import re
from typing import NamedTuple

# Besides white space: marks of the extraction that print nothing (NUL, soft hyphen, zero-width, private use).
NOTHING = r"\s\x00\xad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff"
_PIECE = re.compile(rf"[^{NOTHING}]+")
# One character for one, so that places stay the same: marks to half width, and the Traditional characters of the words
# that the grammar knows to Simplified ones.
_PLAIN = dict(
    zip(
        "（）｛｝{}〈〉〖〗／∕╱＼\\｜|丨│┃：﹕∶，；［］〔〕﹙﹚•‧・･∙０１２３４５６７８９＋＆&記訊員電報導實習綜來轉據攝圖曰",
        "()()()()[]//////////:::,;[][]()·····0123456789+、、记讯员电报导实习综来转据摄图日",
        strict=True,
    )
)
_ODD = re.compile(f"[{re.escape(''.join(_PLAIN))}]")

NONE, SPACE, BREAK = 0, 1, 2


class Squeezed(NamedTuple):
    """``text`` without white space, ``plain`` the same in half-width marks and simpler characters, and their places.

    ``at`` gives for each character its place in the source (one more entry than characters: the end);
    ``gap`` what stood before it: nothing, space, or a line break (with or without spaces).
    """

    text: str
    plain: str
    at: tuple[int, ...]
    gap: tuple[int, ...]

    def end(self, index: int) -> int:
        """Return the place in the source behind the last of the first ``index`` characters."""
        return self.at[index - 1] + 1 if index else self.at[0]


def squeeze(source: str, start: int = 0, end: int | None = None) -> Squeezed:
    """Take the white space out of ``source[start:end]`` and remember where it was."""
    stop = len(source) if end is None else min(end, len(source))
    pieces: list[str] = []
    at: list[int] = []
    gap: list[int] = []
    last = start
    for match in _PIECE.finditer(source, start, stop):
        begin, finish = match.span()
        before = NONE if begin == last else BREAK if "\n" in source[last:begin] else SPACE
        pieces.append(match[0])
        at.extend(range(begin, finish))
        gap.append(before)
        gap.extend((NONE,) * (finish - begin - 1))
        last = finish
    at.append(stop)
    text = "".join(pieces)
    return Squeezed(text, plain_of(text), tuple(at), tuple(gap))


def without(source: Squeezed, word: str) -> Squeezed:
    """Return ``source`` with each ``word`` (in half-width marks) left out; as if space stood in its place."""
    while (start := source.plain.find(word)) >= 0:
        end = start + len(word)
        source = Squeezed(
            source.text[:start] + source.text[end:],
            source.plain[:start] + source.plain[end:],
            (*source.at[:start], *source.at[end:]),
            (*source.gap[:start], *((SPACE,) if end < len(source.gap) else ()), *source.gap[end + 1 :]),
        )
    return source


def plain_of(text: str) -> str:
    """Return ``text`` in half-width marks and simpler characters; ``str.translate`` takes five times as long."""
    for odd in dict.fromkeys(_ODD.findall(text)):
        text = text.replace(odd, _PLAIN[odd])
    return text
