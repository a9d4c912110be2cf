"""The signs that by-lines and captions give a page's lines: where one opens, where one ends, where one goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from typing import NamedTuple

from newsseg import bylines, captions
from newsseg.bylines import Byline
from newsseg.credits import PROVIDER
from newsseg.lines import ends_sentence
from newsseg.names import SURE, cost
from newsseg.outlets import is_outlet
from newsseg.record import Credit
from newsseg.rules import Rules, longest_ending


class Signs(NamedTuple):
    """What by-lines and captions tell of lines.

    ``begins`` are the lines that one opens, ``stops`` those that a by-line ends which stands alone or at an end.
    ``ties`` are the lines whose by-line goes on in the next line, with what stands for the line break: nothing, or a
    space where two names would run together.
    """

    begins: set[int]
    stops: set[int]
    ties: dict[int, str]


OPENING_LINES = 8  # a by-line with many names, in a narrow column
OWN_LINES = 4  # a by-line on lines of its own, broken at its wide spaces
CLOSING_LINES = 4  # a by-line in brackets at the end, cut by the column's edge
SCRAP = 4  # characters: what a wide space or a column's edge leaves of a by-line on its last line
LEADS = frozenset(("据", "據", "另据", "综合", "綜合"))
BARE = 24  # characters: a photographer's credit that stands on a line of its own
TORN_OFF = 8  # characters: a line that ends before it shows that a by-line begins there (新华社北京)
LONGEST_WORD = 5  # characters of a word that a line break cuts, on either side
MOST_TRIED = 4  # line breaks whose spaces are tried one by one
BETWEEN = frozenset(" \u3000/／：:")  # one of which stands in a line of several names and labels
LINKS = frozenset("/／:：、")  # behind which a name must follow
CREDIT_ENDS = frozenset("摄攝供图圖）)")
CAPTION_OPENS = frozenset("图圖上下左右大小题組组▲△▼▽◀▶")

Find = Callable[[str], Byline | None]


def signed(texts: Sequence[str], rules: Rules) -> Signs:
    """Return the signs of the lines ``texts``."""
    signs = Signs(set(), set(), {})
    for i, text in enumerate(texts):
        if bylines.might_open(text):
            _opened(signs, texts, i, rules)
        elif len(text) <= TORN_OFF and i + 1 < len(texts) and might_go_on(text, texts[i + 1]):
            _torn_off(signs, texts, i, rules)
        if text[-1] in "）)":
            _closed(signs, texts, i, rules)
        if (text[-1] in CREDIT_ENDS or text[0] in CAPTION_OPENS) and captions.is_caption(text, rules):
            ends = text[-1] in CREDIT_ENDS
            if ends:
                signs.stops.add(i)
            if (ends and len(text) <= BARE and "。" not in text) or (not ends and text[0] in CAPTION_OPENS):
                signs.begins.add(i)
    signs.begins.difference_update(i + 1 for i in signs.ties)
    signs.stops.difference_update(signs.ties)
    return signs


def _opened(signs: Signs, texts: Sequence[str], i: int, rules: Rules) -> None:
    """Note a by-line that opens line ``i``, or that is the line, or the first of the lines, it has for its own."""
    own = own_lines(texts[i : i + OWN_LINES], rules)
    pieces = opening_pieces(texts[i : i + OPENING_LINES], rules)
    if len(pieces) > own:
        _tie(signs, pieces, i, lambda text: bylines.opening(text, 0, rules))
    elif own:
        # In brackets it may end the paragraph before it.
        if texts[i][0] not in "（(" or not (i and ends_sentence(texts[i - 1])):
            signs.begins.add(i)
        signs.stops.add(i + own - 1)
        signs.ties.update(enumerate(joints(texts[i : i + own], lambda text: bylines.own_line(text, rules)), i))


def _torn_off(signs: Signs, texts: Sequence[str], i: int, rules: Rules) -> None:
    """Note a by-line of which line ``i`` holds the first characters only."""
    text, after = texts[i], texts[i + 1]
    pieces = opening_pieces(texts[i : i + OPENING_LINES], rules)
    if len(pieces) > 1:
        alone = bylines.opening("\n".join(texts[i + 1 : i + OPENING_LINES]), 0, rules)
        if not alone or is_torn(text, alone, rules):
            _tie(signs, pieces, i, lambda text: bylines.opening(text, 0, rules))
        return
    own = own_lines(texts[i : i + OWN_LINES], rules)
    if own > 1:
        torn = after[0] in LINKS or is_outlet(text, rules) or has_word_across(text, after, rules)
        if torn or not bylines.own_line("\n".join(texts[i + 1 : i + own]), rules):
            _tie(signs, texts[i : i + own], i, lambda text: bylines.own_line(text, rules))
            signs.stops.add(i + own - 1)


def _tie(signs: Signs, pieces: Sequence[str], i: int, find: Find) -> None:
    """Note that line ``i`` opens a by-line which has these ``pieces`` of it and the next lines."""
    signs.begins.add(i)
    signs.ties.update(enumerate(joints(pieces, find), i))


def might_go_on(text: str, after: str) -> bool:
    """Tell cheaply whether a by-line could begin in a line and go on in the one ``after`` it."""
    return bylines.might_open(text + after) or bylines.might_open(f"{text} {after}")


def is_torn(text: str, rest: Byline, rules: Rules) -> bool:
    """Tell whether the by-line ``rest`` lacks ``text`` before it: no paper has a name of one character (江, 门日报)."""
    outlet = rest.outlet
    if outlet is None or text in LEADS:
        return True
    return outlet not in rules.outlets and longest_ending(outlet, rules.outlet_endings) == len(outlet) - 1


def has_word_across(before: str, after: str, rules: Rules) -> bool:
    """Tell whether a line break cuts a word of by-lines (记|者, 新华|社)."""
    sizes = range(1, LONGEST_WORD)
    words = (before[-a:] + after[:b] for a in sizes for b in sizes)
    return any(word in rules.roles or word in rules.outlets or word in rules.modifiers for word in words)


def _closed(signs: Signs, texts: Sequence[str], i: int, rules: Rules) -> None:
    """Note a by-line in brackets with which line ``i`` ends."""
    text = "\n".join(texts[max(0, i - CLOSING_LINES + 1) : i + 1])
    found = bylines.closing(text, rules)
    if found:
        signs.stops.add(i)
        pieces = text[found.start : found.end].split("\n")
        start = i - len(pieces) + 1
        signs.ties.update(enumerate(joints(pieces, lambda text: bylines.closing(text, rules)), start))


def opening_pieces(texts: Sequence[str], rules: Rules) -> list[str]:
    """Return what the by-line that opens the first of ``texts`` has of each line, nothing where none does."""
    text = "\n".join(texts)
    found = bylines.opening(text, 0, rules)
    return text[: found.end].split("\n") if found else []


def joints(pieces: Sequence[str], find: Find) -> Sequence[str]:
    """Return what must stand for each line break of a by-line, nothing or a space, for it to read as it does so."""
    breaks = len(pieces) - 1
    if breaks:
        said = says(find("\n".join(pieces)))
        for spaces in product(("", " "), repeat=min(breaks, MOST_TRIED)):
            if says(find("".join(sum(zip(pieces, (*spaces, *[""] * breaks), strict=False), ())))) == said:
                return (*spaces, *[""] * breaks)[:breaks]
    return [""] * breaks


def says(found: Byline | None) -> tuple[object, ...]:
    """Return what a by-line says, wherever it stands."""
    return found[2:] if found else ()


def own_lines(texts: Sequence[str], rules: Rules) -> int:
    """Return how many of ``texts`` are a by-line on lines of its own, 0 where they are none."""
    lines = 0
    found: Byline | None = None
    for count, text in enumerate(texts, 1):
        if found and not goes_on(found, texts[count - 2], text, rules):
            break
        more = bylines.own_line("\n".join(texts[:count]), rules)
        if found and more and len(text) > SCRAP and are_odd(more.credits[len(found.credits) :], rules):
            break
        if more and not is_half(more, rules):
            lines, found = count, more
        elif found and len(text) > SCRAP:
            break
    return lines


def is_half(found: Byline, rules: Rules) -> bool:
    """Tell whether a by-line ends in the middle of a label: 文/本报 is no name."""
    return any(credit.name[0] == "本" and credit.name[:2] in rules.outlets for credit in found.credits)


def are_odd(credits: Sequence[Credit], rules: Rules) -> bool:
    """Tell whether one of the names looks like none by itself: text reads as names behind a label (走出课堂)."""
    return any(credit.role != PROVIDER and cost(credit.name, rules) > SURE for credit in credits)


def goes_on(found: Byline, last: str, text: str, rules: Rules) -> bool:
    """Tell whether a by-line on lines of its own may go on behind the line ``last`` in the line ``text``.

    Names that the line's end cut do, or people in another role.
    """
    if len(text) <= SCRAP or last[-1] in LINKS:
        return True
    if BETWEEN.isdisjoint(text) or "，" in text:
        return False
    alone = None if has_word_across(last, text, rules) else bylines.own_line(text, rules)
    return alone is None or {c.role for c in alone.credits}.isdisjoint(c.role for c in found.credits)
