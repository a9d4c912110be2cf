"""The signs that by-lines and captions give a page's lines: where one opens, where one ends, where one goes on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsseg.engine.lines import RAGGED, breaks_off, cells, ends_sentence
from newsseg.grammar import bylines, captions
from newsseg.grammar.bylines import Byline
from newsseg.grammar.columns import MOST as LONGEST_COLUMN
from newsseg.grammar.columns import is_no_name
from newsseg.grammar.credits import PROVIDER
from newsseg.grammar.names import SURE, cost
from newsseg.grammar.notes import word_of
from newsseg.grammar.openings import LABELS
from newsseg.grammar.outlets import is_outlet
from newsseg.record import Credit
from newsseg.rules import Rules, longest_ending


class Signs(NamedTuple):
    """What by-lines and captions tell of lines.

    ``begins`` are the lines that one opens, ``stops`` those that a by-line ends which stands alone or at an end.
    ``ties`` are the lines whose by-line, or what a reporter has learnt, goes on in the next line, with what stands
    for the line break: nothing, or a space where two names would run together. ``alone`` are the last lines of
    by-lines on lines of their own, ``whole`` the lines that are a caption or a verse each, ``titles`` those above
    verses.
    """

    begins: set[int]
    stops: set[int]
    ties: dict[int, str]
    alone: set[int]
    whole: set[int]
    titles: set[int]

    @property
    def sure(self) -> set[int]:
        """The lines of by-lines, captions and verses: none is a part of a title."""
        tied = {i + 1 for i in self.ties}.union(self.ties)
        return tied.union(self.begins, self.stops, self.alone, self.whole)


OPENING_LINES = 8  # a by-line with many names, in a narrow column
SHORTEST = 4  # characters of one in brackets: a name of two
SECOND = 2  # a by-line that is whole stands below a paper's name and a title; a line end may part two names of papers
OWN_LINES = 4  # a by-line on lines of its own, broken at its wide spaces
CLOSING_LINES = 4  # a by-line in brackets at the end, cut by the column's edge
SCRAP = 4  # characters: what a wide space or a column's edge leaves of a by-line on its last line
LEADS = frozenset(("据", "據", "另据", "综合", "綜合"))
BARE = 24  # characters: a photographer's credit that stands on a line of its own
TORN_OFF = 8  # characters: a line that ends before it shows that a by-line begins there (新华社北京)
LONGEST_WORD = 5  # characters of a word that a line break cuts, on either side
BETWEEN = frozenset(" \u3000/／：:·")  # one of which stands in a line of several names and labels, or parts of one
BEFORE_MARKS = frozenset("。！？）)”")  # what ends the brief before one with a mark
CREDIT_SCRAP = 3  # characters: what the column's edge leaves of a photographer's credit
LINKS = frozenset("/／:：、")  # behind which a name must follow
TOLD = frozenset("讯訊")  # behind an outlet's name, which may end like a column's title: 云溪快报|讯
# How a text without a by-line begins: no title does, and it goes on, whatever of it the line's end leaves to the next.
LEARNT = re.compile(
    r"[记記]者(?=[从從\d]|近日|日前|今[日天]|昨[日天]|[获獲]悉|[了瞭]解)[^，。：；]{0,30}?(?:[获獲]悉|[了瞭]解到)[：，:,]"
)
CREDIT_ENDS = frozenset("摄攝供图圖片）)")  # 资料图片
WHOLE_ENDS = CREDIT_ENDS | {"。"}
CAPTION_OPENS = frozenset("图圖上下左右大小题組组▲△▼▽◀▶")


def signed(texts: Sequence[str], rules: Rules) -> Signs:
    """Return the signs of the lines ``texts``."""
    texts = list(barred(texts, rules))
    signs = Signs(set(), set(), {}, set(), set(), set())
    near = bylines.near(texts)
    for i, text in enumerate(texts):
        if i in near and bylines.might_open(text) and not is_whole(text, rules):
            _opened(signs, texts, i, rules)
        elif len(text) <= TORN_OFF and not near.isdisjoint((i, i + 1)) and might_go_on(texts, i):
            _torn_off(signs, texts, i, rules)
        if i + 1 < len(texts) and begins_to_tell(text, texts[i + 1]):
            signs.ties.setdefault(i, "")
        if text[-1] in "）)":
            _closed(signs, texts, i, rules)
        if (text[-1] in CREDIT_ENDS or text[0] in CAPTION_OPENS) and captions.is_caption(text, rules):
            _pictured(signs, i, text, rules)
        if word_of(text, rules) or (text[0] in rules.marks and i and texts[i - 1][-1] in BEFORE_MARKS):
            signs.begins.add(i)
        if len(text) <= CREDIT_SCRAP and text[-1] in CREDIT_ENDS and i and i - 1 not in signs.ties:
            _credit_goes_on(signs, texts, i, rules)
    signs.begins.difference_update(i + 1 for i in signs.ties)
    signs.stops.difference_update(signs.ties)
    return signs


def begins_to_tell(text: str, after: str) -> bool:
    """Tell whether a line, with the line ``after`` it, tells what a reporter has learnt, and goes on."""
    return text.startswith(("记者", "記者")) and "。" not in text and LEARNT.match(text + after) is not None


def barred(texts: Sequence[str], rules: Rules) -> Iterator[str]:
    """Yield ``texts`` with a full stop for each standing title of a column: no by-line goes over one."""
    for text, after in zip(texts, [*texts[1:], ""], strict=False):
        named = len(text) <= LONGEST_COLUMN and is_no_name(text, rules)
        yield "。" if named and after[:1] not in TOLD else text


def is_scrap(text: str, rest: str, rules: Rules) -> bool:
    """Tell whether the line ``rest`` is but the end of the credit that a caption's ``text`` begins (资料图|片)."""
    return 0 < len(rest) <= CREDIT_SCRAP and captions.is_credited(text + rest, rules)


def is_whole(text: str, rules: Rules) -> bool:
    """Tell whether a line is a caption from how it opens to its photographer, and no beginning of a by-line."""
    if text[0] not in CAPTION_OPENS or text[-1] not in CREDIT_ENDS or not captions.opens(text, rules):
        return False
    return captions.is_credited(text, rules) and not captions.is_credit(text, rules)


def _pictured(signs: Signs, i: int, text: str, rules: Rules) -> None:
    """Note the caption that begins or ends with line ``i``."""
    ends = text[-1] in CREDIT_ENDS
    if ends:
        signs.stops.add(i)
    if (ends and len(text) <= BARE and "。" not in text) or (not ends and text[0] in CAPTION_OPENS):
        signs.begins.add(i)
    if text[-1] in WHOLE_ENDS and captions.opens(text, rules):
        signs.whole.add(i)


def _credit_goes_on(signs: Signs, texts: Sequence[str], i: int, rules: Rules) -> None:
    """Note that line ``i`` is but the end of the credit that the line before it begins (受访者供|图, 张三|摄)."""
    before, text = texts[i - 1], texts[i]
    joint = next((joint for joint in ("", " ") if captions.is_caption(before + joint + text, rules)), None)
    if joint is not None and not captions.is_credit(before, rules):
        signs.ties[i - 1] = joint
        signs.whole.discard(i - 1)
        signs.alone.add(i)


def _opened(signs: Signs, texts: Sequence[str], i: int, rules: Rules) -> None:
    """Note a by-line that opens line ``i``, or that is the line, or the first of the lines, it has for its own."""
    if texts[i].endswith(LABELS) and is_before_another(texts, i, rules):
        return
    bracketed = texts[i][0] in "（("  # it may end an article
    own, alone = own_lines(texts[i : i + OWN_LINES], rules)
    pieces, found = opened(texts[i : i + OPENING_LINES], rules)
    if len(pieces) > own:
        _tie(signs, i, pieces, found, rules)
        last = i + len(pieces) - 1
        if not bracketed and runs_on(texts[last], len(pieces[-1]), texts[last + 1 : last + 2]):
            signs.ties[last] = ""  # behind a bracket a title may be glued
    elif own:
        inside = bracketed and i > 0 and ends_sentence(texts[i - 1])
        _tie(signs, i, texts[i : i + own], alone, rules, begins=not inside)
        _stands_alone(signs, i + own - 1, alone, rules)


def runs_on(text: str, size: int, after: Sequence[str]) -> bool:
    """Tell whether what stands in a line behind the ``size`` characters of a by-line goes on in the line ``after``.

    Whatever stands between: a false blank line. That line is as wide, or ends the sentence, and opens no by-line.
    """
    if not after or not text[size:].strip() or not breaks_off(text):
        return False
    fits = ends_sentence(after[0]) or abs(cells(after[0]) - cells(text)) <= RAGGED
    return fits and not bylines.might_open(after[0])


def is_before_another(texts: Sequence[str], i: int, rules: Rules) -> bool:
    """Tell whether line ``i``, which ends in a label without a name, is a title: the next opens a by-line by itself.

    A by-line of which the column's edge cut an outlet's name behind the label has its own outlet before that.
    """
    after = texts[i + 1 : i + 1 + OPENING_LINES]
    if not after or not bylines.might_open(after[0]):
        return False
    found = opened(after, rules)[1]
    return found is not None and found.outlet is not None and opened(texts[i : i + 1], rules)[1] is None


def _torn_off(signs: Signs, texts: Sequence[str], i: int, rules: Rules) -> None:
    """Note a by-line of which line ``i`` holds the first characters only."""
    text, after = texts[i], texts[i + 1]
    _, rest = opened(texts[i + 1 : i + 1 + OPENING_LINES], rules) if bylines.might_open(after) else ([], None)
    if rest is None or is_torn(text, rest, rules):
        pieces, found = opened(texts[i : i + OPENING_LINES], rules)
        if len(pieces) > 1:
            _tie(signs, i, pieces, found, rules)
            return
    own, whole = own_lines(texts[i : i + OWN_LINES], rules)
    if own > 1:
        torn = after[0] in LINKS or is_outlet(text, rules) or has_word_across(text, after, rules)
        if torn or not bylines.own_line("\n".join(texts[i + 1 : i + own]), rules):
            _tie(signs, i, texts[i : i + own], whole, rules)
            _stands_alone(signs, i + own - 1, whole, rules)


def _stands_alone(signs: Signs, last: int, found: Byline | None, rules: Rules) -> None:
    """Note that the by-line ``found``, on lines of its own, ends with the line ``last``; surely if it names writers."""
    signs.stops.add(last)
    wrote = found and any(credit.role != PROVIDER for credit in found.credits)
    if found and wrote and not are_odd(found.credits, rules):
        signs.alone.add(last)


def _tie(
    signs: Signs, i: int, pieces: Sequence[str], found: Byline | None, rules: Rules, *, begins: bool = True
) -> None:
    """Note that line ``i`` opens the by-line ``found``, which has these ``pieces`` of it and the next lines."""
    if begins:
        signs.begins.add(i)
    signs.ties.update(enumerate(joints(pieces, found, rules), i))


def might_go_on(texts: Sequence[str], i: int) -> bool:
    """Tell cheaply whether a by-line could begin in line ``i`` and go on in the next one."""
    if i + 1 == len(texts):
        return False
    text, after = texts[i : i + 2]
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
        _tie(signs, i - len(pieces) + 1, pieces, found, rules, begins=False)
        if texts[i] == pieces[-1] and len(texts[i]) == SHORTEST:
            signs.begins.add(i)  # a by-line only where it stands alone
            signs.alone.add(i)


def opened(texts: Sequence[str], rules: Rules) -> tuple[list[str], Byline | None]:
    """Return the by-line that opens the first of ``texts``, and what it has of each line.

    The name of a paper at the page's edge, and titles below it, open none of which a line further down is the whole;
    nor does the title of a brief behind its mark.
    """
    text = "\n".join(texts[:OPENING_LINES])
    found = bylines.opening(text, 0, rules)
    pieces = text[: found.end].split("\n") if found else []
    for start in range(1 if texts[0][0] in rules.marks else SECOND, len(pieces)):
        if bylines.might_open(texts[start]):
            rest = bylines.opening("\n".join(texts[start:OPENING_LINES]), 0, rules)
            if rest and rest.outlet and texts[start].startswith(rest.outlet):
                return [], None
    return pieces, found


def joints(pieces: Sequence[str], found: Byline | None, rules: Rules) -> Iterator[str]:
    """Yield what must stand for each line break of a by-line: a space between names, or a name and a word."""
    names = tuple(credit.name for credit in found.credits if len(credit.name) > 1) if found else ()
    whole = "".join("".join(pieces).split())
    places = accumulate(len("".join(piece.split())) for piece in pieces[:-1])
    for before, after in ((whole[:place], whole[place:]) for place in places):
        if any(before.endswith(name[:n]) and after.startswith(name[n:]) for name in names for n in range(1, len(name))):
            yield ""  # the break cuts a name
            continue
        ends = before.endswith(names) or before[-2:-1] in LINKS  # 张三/文
        word = any(after[:size] in rules.roles or after[:size] in rules.outlets for size in range(1, LONGEST_WORD))
        yield " " if ends and (word or after.startswith(names)) else ""


def own_lines(texts: Sequence[str], rules: Rules) -> tuple[int, Byline | None]:
    """Return how many of ``texts`` are a by-line on lines of its own, 0 where they are none, and that by-line."""
    lines = 0
    found: Byline | None = None
    for count, text in enumerate(texts, 1):
        if found and not goes_on(found, texts[count - 2], text, rules):
            break
        if bylines.NEVER.search(text):
            break
        more = bylines.own_line("\n".join(texts[:count]), rules)
        if found and more and are_odd(more.credits[len(found.credits) :], rules):
            by_itself = more.credits[: len(found.credits)] == found.credits  # and no rest of the name before it
            if len(text) > SCRAP or by_itself:
                break
        if more and not is_half(more, rules):
            lines, found = count, more
        elif found and len(text) > SCRAP:
            break
    return lines, found


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
