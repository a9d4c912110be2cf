"""Hostile shapes of text: what no newspaper prints and somebody will feed to newsseg. The texts are invented."""

from __future__ import annotations

from collections.abc import Callable

Shape = Callable[[int], str]
"""Makes a text of about so many characters."""


def again(text: str) -> Shape:
    """Return the shape that is ``text`` again and again, with no torn line, which may have a page read more often."""
    if text.endswith("\n"):
        return lambda size: text * max(1, size // len(text))
    return lambda size: (text * (size // len(text) + 1))[:size]


def counted(text: str) -> Shape:
    """Return the shape that is ``text`` again and again, each time with another number in it."""
    return lambda size: "".join(text.format(n=n, m=n * 7919 % 9973) for n in range(size // len(text) + 1))[:size]


SHAPES: dict[str, Shape] = {
    "one endless line": again("松湖区在青石水库举行防汛演练，三百多名队员参加。记者看到，演练模拟水库水位急涨"),
    "one character": again("国"),
    "only by-lines": again("本报讯（记者 柳青禾 通讯员 江北辰）\n"),
    "by-lines, brackets left open": again("本报讯（记者 柳青禾 通讯员 江北辰\n"),
    "by-lines on one line": again("本报讯（记者 柳青禾 通讯员 江北辰）"),
    "□文/图": again("□文/图 柳青禾 江北辰\n"),
    "names": again("柳青禾江北辰苏晚"),
    "only short lines": again("春天\n来了\n大家\n好好\n"),
    "short lines, all different": counted("第{n}\n{m}号\n"),
    "only brackets": again("（【《“"),
    "brackets on lines": again("（（（（（（（\n"),
    "closing brackets on lines": again("）\n"),
    "headlines": counted("{m}名队员在{n}号水库演练\n\n"),
    "headlines and articles": counted(
        "{m}号水库办成{n}件事\n\n本报讯（记者 柳青禾）今天{n}号水库的{m}件事办成了。\n\n"
    ),
    "blank lines": again("\n"),
    "a character, blank lines": again("字\n\n\n\n\n\n\n\n"),
    "spaces": again(" "),
    "ideographic spaces": again("　　字"),
    "dashes": again("—"),
    "digits": again("1"),
    "dates": again("2024年8月23日 12345 67890\n"),
    "folio lines": again("2024年8月23日 星期五 A02 要闻 责编/柳青禾\n"),
    "jump lines": again("（下转第3版）\n"),
    "captions": again("图为春天的水库。柳青禾 摄\n"),
    "datelines": again("新华社北京8月23日电"),
    "English": again("The quick brown fox jumps over the lazy dog and\nruns home. "),
    "NUL": again("\0"),
    "private use": again("\ue000记者\n"),
    "tabs": again("\t字\t"),
    "line separators": again("字\u2028\u0085\x0b"),
}
