"""Titles: which of an article's display texts is the headline, and which are decks.

In print the headline is set in the largest type. Text keeps a trace of that: large type leaves fewer characters to a
line, so it is the headline that was wrapped, and a deck fits on one line that is longer than the headline's. Where the
layout is silent, the wording tells something: a kicker before the headline names who acts, a deck behind adds figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsseg.engine.lines import Line, cells, join
from newsseg.rules import Rules

Title = Sequence[Sequence[Line]]


class Odds(NamedTuple):
    """Log-odds that the second of two display texts is the headline: by the layout, and by the wording."""

    layout: float
    wording: float


# Layout: logistic regression over 86 pairs of typeset pages; composed pages, whose breaks follow the sense, give less.
WRAPPED = 1.3  # one of the two was wrapped: it is set larger
BOTH_WRAPPED = -1.0  # kickers are hardly ever
SMALLER = 1.3  # a line longer than a full line of the other is set smaller
WIDER = -0.02  # for each cell that the second is wider, where each stands on one line
PRINTED, SAME_SIZE = 12.0, 0.04  # on paper the headline is what is set largest
HABIT, SILENT = 0.4, 0.9  # what the layout of a page's other titles tells of one whose own layout is (nearly) silent
# Wording: logistic regression over the 314 titles with one deck of 860 articles, their order unknown; then set against
# 472 titles with decks of composed and typeset pages, whose order is unknown too: 0.80 right.
KICKER_FIRST = 0.3  # papers set more kickers before the headline than decks after it
DASH = -2.8  # a kicker ends in a dash, a deck opens with one
HALVES = 1.4  # a space parts the halves of a headline
DECK = -0.8  # words of decks: who, and what was done beside (主席, 出席, 讲话, 约)
EVENT = 1.2  # words of news headlines (召开, 印发)
SHORT, FEW = -1.8, 8  # characters
QUOTE, LIST, OF, BRACKET = 0.8, -1.1, 0.65, 1.1  # “, 、, 的, （


def headlines(titles: Sequence[Title], rules: Rules) -> list[tuple[int, float]]:
    """Return for each article of a page which of its display texts is the headline, and how sure that is in log-odds.

    Where it has one or none that is 0, and as sure as can be.
    """
    judged = [odds(title, rules) if len(title) > 1 else Odds(0.0, 0.0) for title in titles]
    habit = HABIT * sum(one.layout for one in judged if abs(one.layout) > SILENT)
    found = []
    for title, one in zip(titles, judged, strict=True):
        rest = one.layout if abs(one.layout) > SILENT else one.layout + habit
        total = rest + one.wording
        second = len(title) > 1 and total > 0
        chosen = largest(title)
        if chosen is None:
            chosen = 1 if len(title) > 2 or second else 0  # noqa: PLR2004  kicker, headline, deck
        found.append((chosen, abs(total) if len(title) > 1 else MOST_SURE))
    return found


MOST_SURE = 20.0


def largest(title: Title) -> int | None:
    """Return which display text is set in the largest type, None where that is not known or not clear."""
    sizes = [part[0].box.size if part[0].box else 0.0 for part in title]
    if len(sizes) < 2 or min(sizes) <= 0 or max(sizes) < (1 + SAME_SIZE) * sorted(sizes)[-2]:  # noqa: PLR2004
        return None
    return sizes.index(max(sizes))


def odds(title: Title, rules: Rules) -> Odds:
    """Return the log-odds that the second display text of ``title`` is the headline."""
    first, second = title[0], title[1]
    return Odds(layout(first, second), wording(join(first).text, join(second).text, rules))


def layout(first: Sequence[Line], second: Sequence[Line]) -> float:
    """Return what lines and widths tell; negative: the first is the headline."""
    one, other = first[0].box, second[0].box
    if one and other and abs(one.size / other.size - 1) > SAME_SIZE:
        return PRINTED if other.size > one.size else -PRINTED
    wide_first, wide_second = widest(first), widest(second)
    if len(first) > 1 and len(second) == 1:
        return -WRAPPED - SMALLER * (wide_second > wide_first)
    if len(second) > 1 and len(first) == 1:
        return WRAPPED + SMALLER * (wide_first > wide_second)
    if len(first) > 1:
        return BOTH_WRAPPED
    return max(-SILENT, min(SILENT, WIDER * (wide_second - wide_first)))


def widest(lines: Sequence[Line]) -> int:
    """Return the width of the widest of ``lines``, in cells."""
    return max(cells(line.text) for line in lines)


def wording(first: str, second: str, rules: Rules) -> float:
    """Return what the words tell; negative: the first is the headline."""
    return KICKER_FIRST + headline_like(second, rules) - headline_like(first, rules)


def headline_like(text: str, rules: Rules) -> float:
    """Return how much the wording of ``text`` is that of a headline, not of a kicker or deck, in log-odds."""
    found = DASH * (text[-1] == "—") + DASH * (text[0] == "—") + HALVES * (" " in text or "\u3000" in text)
    found += DECK * has(text, rules.deck_words) + EVENT * has(text, rules.event_words)
    found += SHORT * (len(text) <= FEW)
    return found + QUOTE * ("“" in text) + LIST * ("、" in text) + OF * ("的" in text) + BRACKET * ("（" in text)


def has(text: str, words: frozenset[str]) -> bool:
    """Tell whether ``text`` holds one of ``words``."""
    return any(word in text for word in words)
