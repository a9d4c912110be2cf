"""Roles revised: what the forms of single lines cannot tell of titles, several lines together do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from newsseg.engine.lines import COMMAS, PAIRED, Line, ends_sentence
from newsseg.engine.roles import DISPLAY, FIRST, LAST, MIDDLE, SINGLE
from newsseg.engine.signs import Signs

LONGEST, MOST = 60, 6  # characters and lines of a title and its decks
ASIDE = 20  # characters of a title that stands between two paragraphs
ASKED = 20  # characters: longer questions are not headlines
LEADING_ON = frozenset("又但而或被且其这那每各")  # none of 13,988 titles ends with one
PAUSES = frozenset("，、；：…—,;:")  # text goes on behind them
DASHES = frozenset("—")
STOPS = frozenset("。；")
ASKS = frozenset("？！")
TORN = 16  # characters: the first piece of a headline, glued to a paragraph's end, is not longer
MOST_FIRST = 4  # lines of a paragraph's beginning, of which all but the last were taken for display text
REPORTER = re.compile(r"记者(?:从|\d{1,2}日|近日|日前)")
THESIS = re.compile(r"第[一二三四五六七八九十]，[^。！？；]{4,24}。")
DATED = re.compile(
    r"(?:(?:今年|去年|20\d\d年)?\d{1,2}月(?:\d{1,2}日)?[^，。]{0,4}|\d{1,2}日[^，。]{0,3}|近日|日前|今年以来|近年来)，"
)


def revised(lines: Sequence[Line], roles: Sequence[int], signs: Signs) -> list[int]:
    """Return the ``roles`` of ``lines`` with titles told from text."""
    found = list(roles)
    sure = signs.sure
    cut = not {MIDDLE, LAST}.isdisjoint(found)  # where no line is cut a paragraph is whole
    for i in range(len(found) if cut else 0):
        end = first_lines(i, lines, found, signs.begins)
        if end > i:
            found[i:end] = [FIRST, *[MIDDLE] * (end - i - 1)]
            found[end] = LAST if found[end] == SINGLE else MIDDLE
        elif found[i] == FIRST and i not in sure and is_deck(i, lines, found):
            found[i : i + 2] = [DISPLAY, FIRST if found[i + 1] == MIDDLE else SINGLE]
    for start, end in list(paragraphs(found)):
        title = title_at_end(lines, start, end)
        over = end == len(found) or found[end] == DISPLAY or end in signs.begins
        if over and title == start < end - 1 and not ends_sentence(lines[end - 1].text):
            title = next((i for i in range(end - 1, max(start, end - MOST), -1) if glued(lines[i - 1 : end])), start)
        if title < end and sure.isdisjoint(range(title, end)) and is_title(lines[title:end], over, title > start):
            close(found, title)
            found[title:end] = [DISPLAY] * (end - title)
    for i in theses(lines, found):
        found[i] = DISPLAY
    return found


def theses(lines: Sequence[Line], roles: Sequence[int]) -> list[int]:
    """Return the lines that are a numbered sentence each, with text behind it, where there are several: subheads.

    Of 800 real articles two have nine such subheads, and none has such a paragraph. A list has no text in between.
    """
    numbered = [
        role == SINGLE and THESIS.fullmatch(line.text) is not None for line, role in zip(lines, roles, strict=True)
    ]
    text = [role in {FIRST, SINGLE} and not one for role, one in zip(roles, numbered, strict=True)]
    found = [i for i in range(len(lines) - 1) if numbered[i] and text[i + 1]]
    return found if len(found) > 1 else []


def first_lines(i: int, lines: Sequence[Line], roles: Sequence[int], begins: Collection[int]) -> int:
    """Return where the text begins whose first lines the display line ``i`` and those below it are, ``i`` if none are.

    A line that opens with a date and a comma is text (none of 1,371 titles and subheads does), and so is one that
    leaves a pair of marks open for the text below it to close, that has two pauses (10 of 800 headlines, 5 of 135
    subheads), or ends with one, or with a character that leads on.
    """
    end = i
    most = min(len(roles), i + MOST_FIRST)
    while end < most and roles[end] == DISPLAY and (end == i or not lines[end].gap):
        end += 1
    text = lines[i].text
    if end in {i, most} or end in begins or roles[end] not in {FIRST, SINGLE} or ends_sentence(text):
        return i
    if DATED.match(text) and not lines[end].gap:
        return end
    alone = roles[end] == FIRST and roles[i - 1 : i] != [DISPLAY] and not lines[end].gap
    alone = alone and (text[-1] in COMMAS or sum(map(text.count, "，、；")) > 1)
    return end if end == i + 1 and (alone or text[-1] in LEADING_ON or closes(text, lines[end].text)) else i


def is_deck(i: int, lines: Sequence[Line], roles: Sequence[int]) -> bool:
    """Tell whether a line that seems the first of a paragraph is the last of the title above it.

    It opens with a dash and has no pause, or the line below it opens with a reporter.
    """
    text = lines[i].text
    if roles[i - 1 : i] != [DISPLAY] or not (PAUSES - DASHES).isdisjoint(text) or not STOPS.isdisjoint(text):
        return False
    return text[0] in DASHES or REPORTER.match(lines[i + 1].text) is not None


def closes(first: str, second: str) -> bool:
    """Tell whether the text ``second`` closes a quotation, title or bracket that ``first`` leaves open."""
    for opening, closing in PAIRED:
        place = second.find(closing)
        if place >= 0 and opening not in second[:place] and first.count(opening) > first.count(closing):
            return True
    return False


def close(roles: list[int], end: int) -> None:
    """Let the paragraph that the line before ``end`` stands in end with it."""
    if end and roles[end - 1] in {FIRST, MIDDLE}:
        roles[end - 1] = LAST if roles[end - 1] == MIDDLE else SINGLE


def paragraphs(roles: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the lines that are a paragraph each."""
    starts = [i for i, role in enumerate(roles) if role not in {MIDDLE, LAST}]
    for start, end in zip(starts, [*starts[1:], len(roles)], strict=False):
        if roles[start] != DISPLAY:
            yield start, end


def title_at_end(lines: Sequence[Line], start: int, end: int) -> int:
    """Return where the lines begin with which a paragraph ends and that end no sentence, ``end`` where there are none.

    Of 5,213 paragraphs of real articles 8 end in no full stop, question mark or mark that lets a text go on. A short
    question may be a title too.
    """
    last = lines[end - 1].text
    if (ends_sentence(last) and not is_question(last)) or last[-1] in PAUSES:
        return end
    return next((i for i in range(end - 1, start, -1) if ends_sentence(lines[i - 1].text)), start)


def glued(lines: Sequence[Line]) -> bool:
    """Tell whether ``lines`` are the last one of a text and a title, of which the first line is glued to the text's."""
    text = lines[0].text
    stop = behind_sentence(text)
    title = text[stop:] + "".join(line.text for line in lines[1:])
    whole = all(title.count(opening) == title.count(closing) for opening, closing in PAIRED)
    short = 0 < stop < len(text) <= stop + TORN and all(len(line.text) < len(text) - 1 for line in lines[1:])
    ends = STOPS | ASKS
    plain = PAUSES.isdisjoint(text[stop:]) and ends.isdisjoint(title[:-1]) and " " not in title  # no by-line
    return short and whole and plain and text[stop].isalnum()


def behind_sentence(text: str) -> int:
    """Return where what stands behind the last sentence of ``text`` starts, its last character left out of account."""
    stop = max(text.rfind(mark, 0, -1) for mark in "。！？…") + 1
    while stop < len(text) and text[stop] in "”’」』）":
        stop += 1
    return stop


def is_title(lines: Sequence[Line], over: bool, behind: bool) -> bool:
    """Tell whether lines are a title and its decks.

    ``over`` tells that another article may begin after them, ``behind`` that text of the same paragraph stands before.
    """
    texts = [line.text for line in lines]
    short = len(texts) <= MOST and sum(map(len, texts)) <= LONGEST
    if not short or texts[0][0] in "（(" or not all(map(STOPS.isdisjoint, texts)):
        return False
    if is_question(texts[-1]):
        return over and behind and len(texts) == 1
    return over or behind or (len(texts) == 1 and len(texts[0]) <= ASIDE and PAUSES.isdisjoint(texts[0]))


def is_question(text: str) -> bool:
    """Tell whether a text asks or cries once, short and whole, as headlines do more often than the ends of articles."""
    whole = text.count("“") == text.count("”")
    once = sum(map(text.count, ASKS)) == 1 and "。" not in text
    return len(text) <= ASKED and whole and once and text.rstrip("”’")[-1:] in ASKS
