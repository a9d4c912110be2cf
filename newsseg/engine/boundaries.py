"""Boundaries: which display texts inside a stretch of paragraphs begin another article, with no by-line to tell.

A display text inside a stretch of paragraphs is a subhead, or the title of another article. Its form tells something,
more the pairs of characters that the text before and after it share: two articles share few for their length
(Hearst 1997, "TextTiling", on pairs of characters in place of words).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import log, sqrt
from operator import mul
from typing import NamedTuple

from newsseg.engine.flow import Display, Paragraph
from newsseg.engine.pairs import pairs_of
from newsseg.geometry import LineBox
from newsseg.rules import Rules, longest_ending

Stretch = Sequence[Paragraph | Display]


class Place(NamedTuple):
    """What a display text tells of another article; as weights, the log-odds for each unit of it."""

    lines: float  # after the first, up to ``LINES``
    before: float  # logarithm of the characters of the article so far
    after: float  # and of those up to the next display text
    shared: float  # logarithm of how many pairs the two share: chance alone lets them grow with the length
    alike: float  # and how many they share of the geometric mean of what both have
    own: float  # share of its own pairs that the text after it holds: subheads are taken from the text below
    alone: float  # only one paragraph follows before the next display text
    like: float  # another one of the stretch has about as many characters (``LIKENESS``), as subheads do
    twin: float  # another one has the same marks (“…”：…), as subheads do
    only: float  # it is the only one of the stretch: subheads come in numbers
    wrapped: float  # another one has several lines: that one is the title here
    news: float  # the text behind it opens as news do
    event: float  # it ends as headlines on events do (…召开)
    lead: float  # share of its pairs that the first sentence behind it holds, for each ten characters of it


# `python -m benchmarks.learn_boundaries` learns them: a logistic regression over 11,610 display texts of pages composed
# of three stocks of articles; it tells 99.2 of 100 right.
BASE = -19.8
ANOTHER = Place(
    lines=2.96,
    before=1.67,
    after=1.89,
    shared=0.689,
    alike=-98.8,
    own=-2.3,
    alone=0.665,
    like=-1.85,
    twin=-2.19,
    only=1.75,
    wrapped=-0.291,
    news=2.83,
    event=5.04,
    lead=1.3,
)
LINES, LIKENESS = 3, 2
LONG, SENTENCE = 24, 200  # characters of a title, and of a sentence, that count
INSIDE, BEGINS = -4.0, 7.0  # on paper: inside the flow of a column; at the head of another, where 1 in 12 is a subhead
HEADLINE, LARGER = 1.5, 6.0  # ratio to the text's type from which it is hardly a subhead's, at the head of another flow
BRIEF, BRIEF_LENGTH = 3.0, log(600)  # in a column of briefs; the logarithm of as many characters as articles have
# A paragraph that tells the day, or from whom the paper heard, opens 47 of 100 real articles, and 2 of 135 stretches
# behind a subhead.
NEWS = re.compile(
    r"[记記]者(?:[从從]|\d|近日|昨|今天|今日|日前)|[^。]{0,40}(?:[获獲]悉|[了瞭]解到)[：，:]|[^。，]{0,24}?\d{1,2}日|[^。]{0,30}(?:近日|日前|近期)"
)


def titles_in(stretch: Stretch, rules: Rules) -> list[int]:
    """Return the places in ``stretch`` of the display texts that are rather the title of another article."""
    return walk(stretch, rules, lambda i, place: odds(place, stretch[i]) + printed(stretch, i) > 0)


def odds(place: Place, item: Paragraph | Display) -> float:
    """Return what a display text tells of another article, in log-odds. In a column of briefs no length tells."""
    if isinstance(item, Display) and item.brief:
        return BASE + BRIEF + scored(ANOTHER, place._replace(before=BRIEF_LENGTH, after=BRIEF_LENGTH))
    return BASE + scored(ANOTHER, place)


def scored(weights: Sequence[float], told: Sequence[float]) -> float:
    """Return the sum of what is told, each times its weight."""
    return sum(map(mul, weights, told), 0.0)


def walk(stretch: Stretch, rules: Rules, begins: Callable[[int, Place], bool]) -> list[int]:
    """Return the places in ``stretch`` of the display texts at which another article begins, as ``begins`` tells.

    It is asked for one after another, with what each tells if the article so far began where the last one did.
    """
    forms = form(stretch, rules)
    if not forms:
        return []
    sections = [texts(stretch[i:end]) for i, end in pairwise([0, *forms, len(stretch)])]
    found: list[int] = []
    length, known = size(sections[0]), seen(sections[0])  # characters and pairs of the article so far
    for (i, own), below in zip(forms.items(), sections[1:], strict=True):
        pairs = seen(below)
        both = len(known & pairs)
        lines = lines_of(stretch[i])
        title = pairs_of("".join(lines))
        place = own._replace(
            before=log(1 + length),
            after=log(1 + size(below)),
            shared=log(1 + both),
            alike=both / (1 + sqrt(len(known) * len(pairs))),
            own=len(title & pairs) / (1 + len(title)),
            lead=len(title & pairs_of(first_sentence(below))) / (1 + len(title)) * min(LONG, size(lines)) / 10,
            alone=len(below) == 1,
            news=is_news(below),
        )
        if begins(i, place):
            found.append(i)
            length, known = 0, set()
        length += size(below)
        known |= pairs
    return found


def form(stretch: Stretch, rules: Rules) -> dict[int, Place]:
    """Return for the place of each display text in ``stretch`` what its form tells: another article, or a subhead."""
    displays = {i: lines_of(item) for i, item in enumerate(stretch) if isinstance(item, Display)}
    sizes = {i: size(lines) for i, lines in displays.items()}
    counts = Counter(sizes.values())
    patterns = {i: marks(lines) for i, lines in displays.items()}
    twins = Counter(patterns.values())
    wrapped = sum(len(lines) > 1 for lines in displays.values())
    return {
        i: NOTHING._replace(
            lines=min(len(lines) - 1, LINES),
            like=sum(counts[n] for n in range(sizes[i] - LIKENESS, sizes[i] + LIKENESS + 1)) > 1,
            twin=bool(patterns[i]) and twins[patterns[i]] > 1,
            only=len(displays) == 1,
            wrapped=wrapped > (len(lines) > 1),
            event=longest_ending(lines[-1], rules.event_words) > 0,
        )
        for i, lines in displays.items()
    }


def first_sentence(paragraphs: Sequence[str]) -> str:
    """Return the first sentence of ``paragraphs``, or as much of it as counts."""
    return paragraphs[0][:SENTENCE].partition("。")[0] if paragraphs else ""


NOTHING = Place(*[0.0] * len(Place._fields))


def is_news(paragraphs: Sequence[str]) -> bool:
    """Tell whether the first of ``paragraphs`` opens as news do."""
    return bool(paragraphs and NEWS.match(paragraphs[0]))


def printed(stretch: Stretch, i: int) -> float:
    """Return what the places on paper tell of a display text: a headline begins a flow, a subhead stands inside one."""
    before, own, after = (box_of(stretch[j : j + 1]) for j in (i - 1, i, i + 1))
    if not before or not own or not after:
        return 0.0
    if before.flow == after.flow:
        return INSIDE if own.flow == before.flow else 0.0
    return BEGINS + LARGER * (own.size > HEADLINE * after.size) if own.flow == after.flow else 0.0


def box_of(items: Stretch) -> LineBox | None:
    """Return the place of the first line of ``items`` on paper, None where it is not known."""
    for item in items:
        line = item.lines[0] if isinstance(item, Display) else item.line
        if line and line.box:
            return line.box
    return None


def texts(stretch: Stretch) -> list[str]:
    """Return the texts of the paragraphs of a stretch."""
    return [item.line.text for item in stretch if isinstance(item, Paragraph) and item.line]


def lines_of(item: Paragraph | Display) -> list[str]:
    """Return the lines of a display text."""
    return [line.text for line in item.lines] if isinstance(item, Display) else []


def marks(lines: Sequence[str]) -> str:
    """Return the marks of a display text: what is neither a letter nor a digit nor a blank."""
    return "".join([c for line in lines for c in line if not (c.isalnum() or c.isspace())])


def size(strings: Sequence[str]) -> int:
    """Return the number of characters in ``strings``."""
    return sum(map(len, strings))


def seen(paragraphs: Sequence[str]) -> set[int]:
    """Return the pairs of neighbouring characters in ``paragraphs``."""
    return set().union(*map(pairs_of, paragraphs))
