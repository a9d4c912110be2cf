"""Titles: which of an article's display texts is the headline, and which are decks.

In print the headline is set in the largest type. Text keeps a trace of that where lines end at the column's edge: large
type leaves fewer characters to a line, so it is the headline that was wrapped, and a deck fits on one line that is
longer than the headline's. The wording tells more: a kicker before the headline names who acts and when, a deck behind
opens with what it adds, figures most of all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsseg.engine.lines import Line, cells, join
from newsseg.engine.shapes import has, is_time
from newsseg.rules import Rules, longest_ending

Title = Sequence[Sequence[Line]]

# Log-odds that the second of two display texts is the headline, from logistic regressions over pairs of composed and
# typeset pages, of samples and of invented titles, rounded where they differ. ``python -m benchmarks.wording`` counts
# how many headlines the words tell: 258 of 285 of real articles. In what order a page sets its others told no more.
KICKER_FIRST = 0.5  # papers set more kickers before the headline than decks after it
LINES = 1.2  # it stands on several lines, the other one on one: of 94 decks on typeset and real pages none does
SMALLER = 2.5  # one line, longer than those of the other: it is set smaller, if this page wraps its titles by width
WIDER, BOTH_WIDER = -0.04, -0.13  # for each cell that the second is wider: both on one line, both wrapped
PRINTED, SAME_SIZE = 12.0, 0.04  # on paper the headline is what is set largest
DASH = -8.0  # a kicker ends in a dash, a deck opens with one: 68 of those of 800 real articles, and no headline
HALVES = 1.4  # a space parts the halves of a headline
SHORT, FEW = -1.3, 8  # characters
QUOTE, BRACKET = 1.3, 1.1  # “, （
ADDS = -1.8  # the second opens as decks do (累计, 同比)
AIMS = -0.9  # the second tells what the event was for that the first tells (强化, 促进)
HELD = -2.7  # the first ends as headlines on events do (…召开, …开幕)
ENDS = 1.2  # the first ends as kickers do (…通知, …之际)
COUNTS, COUNTS_TOO = -1.1, -0.8  # the first tells how much, the second does
ATTENDS = -1.8  # the second tells who attended or spoke (…出席并讲话)
TIMED = 1.0  # the first is a time alone (“五一”假期首日)
LATIN = -1.5  # papers in Latin letters set decks behind the headline
PLACED, PLACED_TOO = 0.5, 0.8  # the first opens with the name of a place: it tells who acts; the second does
PLACE_NAMES = (2, 3, 4)  # characters
QUANTITY = re.compile(r"[\d一二三四五六七八九十百千万亿][余多]?(?:[万亿%个人家条件项吨元]|公里)")


def headlines(titles: Sequence[Title], wrapped: float, rules: Rules) -> list[tuple[int, float]]:
    """Return for each article of a page which of its display texts is the headline, and how sure that is in log-odds.

    Where it has one or none that is 0, and as sure as can be. ``wrapped``: how often a line's end divides a word in the
    titles of the page.
    """
    found = []
    for title in titles:
        total = odds(title, wrapped, rules) if len(title) > 1 else -MOST_SURE
        chosen = largest(title)
        if chosen is None:
            chosen = 1 if len(title) > 2 or total > 0 else 0  # noqa: PLR2004  kicker, headline, deck
        found.append((chosen, abs(total)))
    return found


MOST_SURE = 20.0


def largest(title: Title) -> int | None:
    """Return which display text is set in the largest type, None where that is not known or not clear."""
    sizes = [part[0].box.size if part[0].box else 0.0 for part in title]
    if len(sizes) < 2 or min(sizes) <= 0 or max(sizes) < (1 + SAME_SIZE) * sorted(sizes)[-2]:  # noqa: PLR2004
        return None
    return sizes.index(max(sizes))


def odds(title: Title, wrapped: float, rules: Rules) -> float:
    """Return the log-odds that the second display text of ``title`` is the headline."""
    first, second = title[0], title[1]
    return layout(first, second, wrapped) + wording(join(first).text, join(second).text, rules)


def layout(first: Sequence[Line], second: Sequence[Line], wrapped: float) -> float:
    """Return what lines and widths tell; negative: the first is the headline."""
    one, other = first[0].box, second[0].box
    if one and other and abs(one.size / other.size - 1) > SAME_SIZE:
        return PRINTED if other.size > one.size else -PRINTED
    wider = widest(second) - widest(first)
    if len(first) == len(second) == 1:
        return WIDER * wider
    if len(first) > 1 and len(second) > 1:
        return BOTH_WIDER * wider
    smaller = wider > 0 if len(first) > 1 else wider < 0
    return (-1 if len(first) > 1 else 1) * (LINES + SMALLER * wrapped * smaller)


def widest(lines: Sequence[Line]) -> int:
    """Return the width of the widest of ``lines``, in cells."""
    return max(cells(line.text) for line in lines)


def wording(first: str, second: str, rules: Rules) -> float:
    """Return what the words tell; negative: the first is the headline."""
    ends = longest_ending(first, rules.kicker_ends) > 0
    found = KICKER_FIRST + ENDS * ends + COUNTS * bool(QUANTITY.search(first))
    found += HELD * (longest_ending(first, rules.event_words) > 0) + ADDS * second.startswith(tuple(rules.deck_starts))
    found += AIMS * (not ends and has(first, rules.event_words) and second.startswith(tuple(rules.purposes)))
    found += COUNTS_TOO * bool(QUANTITY.search(second)) + ATTENDS * has(second, rules.attendance)
    found += TIMED * is_time(first, rules) + LATIN * first.isascii()
    found += PLACED * opens_with_place(first, rules) + PLACED_TOO * opens_with_place(second, rules)
    return found + headline_like(second) - headline_like(first)


def headline_like(text: str) -> float:
    """Return how much the form of ``text`` is that of a headline, not of a kicker or deck, in log-odds."""
    found = DASH * (text[-1] == "—") + DASH * (text[0] == "—") + HALVES * (" " in text or "\u3000" in text)
    return found + SHORT * (len(text) <= FEW) + QUOTE * ("“" in text) + BRACKET * ("（" in text)


def opens_with_place(text: str, rules: Rules) -> bool:
    """Tell whether ``text`` opens with the name of a place."""
    return any(text[:length] in rules.places for length in PLACE_NAMES)
