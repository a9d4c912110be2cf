"""Roles revised: what the forms of single lines cannot tell of titles and captions, several lines together do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from newsseg.engine.lines import Line, ends_sentence
from newsseg.engine.pictures import caption_stretches
from newsseg.engine.roles import DISPLAY, FIRST, LAST, MIDDLE, SINGLE
from newsseg.engine.signs import Signs
from newsseg.rules import Rules

LONGEST, MOST = 60, 6  # characters and lines of a title and its decks
ASIDE = 20  # characters of a title that stands between two paragraphs
ASKED = 20  # characters: longer questions are not headlines
PAUSES = frozenset("，、；：…—,;:")  # text goes on behind them
STOPS = frozenset("。；")
ASKS = frozenset("？！")


def revised(lines: Sequence[Line], roles: Sequence[int], signs: Signs, rules: Rules) -> list[int]:
    """Return the ``roles`` of ``lines`` with captions between blank lines set apart, and titles made display text."""
    found = list(roles)
    tied = {i + 1 for i in signs.ties}.union(signs.ties)
    for start, end in caption_stretches(lines, rules):
        if tied.isdisjoint(range(start, end)):
            set_apart(found, start, end)
    tied.update(signs.begins, signs.stops, signs.whole, signs.alone)
    for i in range(len(found)):
        if is_first_line(i, lines, found, signs.begins):
            found[i : i + 2] = [FIRST, MIDDLE]
    for start, end in list(paragraphs(found)):
        title = title_at_end(lines, start, end)
        over = end == len(found) or found[end] == DISPLAY or end in signs.begins
        if title < end and tied.isdisjoint(range(title, end)) and is_title(lines[title:end], over, title > start):
            close(found, title)
            found[title:end] = [DISPLAY] * (end - title)
    return found


def is_first_line(i: int, lines: Sequence[Line], roles: Sequence[int], begins: Collection[int]) -> bool:
    """Tell whether a line that seems display text is the first line of the text below it: it has two pauses.

    Few titles have: 10 of 800 real headlines, 5 of 135 subheads.
    """
    alone = roles[i] == DISPLAY and roles[i - 1 : i] != [DISPLAY]
    below = i + 1 < len(roles) and roles[i + 1] == FIRST and i + 1 not in begins and not lines[i + 1].gap
    text = lines[i].text
    return alone and below and sum(map(text.count, "，、；")) > 1 and not ends_sentence(text)


def set_apart(roles: list[int], start: int, end: int) -> None:
    """Make the lines from ``start`` to before ``end`` a paragraph of their own in ``roles``."""
    close(roles, start)
    if end < len(roles) and roles[end] in {MIDDLE, LAST}:
        roles[end] = FIRST if roles[end] == MIDDLE else SINGLE
    roles[start:end] = [SINGLE] if end - start == 1 else [FIRST, *[MIDDLE] * (end - start - 2), LAST]


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
    """Tell whether a text asks or cries, short and whole, as headlines do more often than the ends of articles."""
    whole = text.count("“") == text.count("”")
    return len(text) <= ASKED and whole and text.rstrip("”’")[-1:] in ASKS and "。" not in text
