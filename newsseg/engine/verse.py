"""Verse: the lines of a poem below the poet's name, which are neither cut at a column's edge nor display text.

Each is a paragraph: joined they would be no poem.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newsseg.engine.lines import Line
from newsseg.engine.signs import Signs
from newsseg.grammar import bylines
from newsseg.grammar.authors import Grade, authors
from newsseg.grammar.columns import is_no_name
from newsseg.rules import Rules

LONGEST = 20  # characters of a verse; longer ones are cut, and look like text
FEWEST, FEWEST_REGULAR = 6, 2  # lines: fewer are a title and its decks; of two halves each, a quatrain has two
TITLE = 3  # lines of a title
EVEN = 0.6  # share of lines of one length, from which they are those of a column
STOPS = frozenset("，。；：、")
BRACKETS = frozenset("（【〔[(")
# 石板生光细雨斜，长街灯火几人家。
REGULAR = re.compile(r"(?:\w{5}[，、；？！]\w{5}|\w{7}[，、；？！]\w{7}|\w{5}|\w{7})[，。；？！]")


def add_verses(signs: Signs, lines: Sequence[Line], rules: Rules) -> None:
    """Note in ``signs`` the lines that are verses, each a whole, and those of the titles and names above them.

    They stand below a poet's name, and the next title or text ends them.
    """
    texts = [line.text for line in lines]
    poets = [i for i in range(1, len(lines)) if is_poet(i, texts, signs, rules)]
    for i, after in pairwise([*poets, len(lines)]):
        stop = next((k for k in range(i + 1, after) if not might_be_verse(k, texts, signs)), after)
        end = next((k for k in range(i + 1, stop) if is_no_name(texts[k], rules)), stop)
        if end == stop < len(lines) and texts[end][0] not in BRACKETS:
            end = title_before(lines, i + 1, end, is_text=end < after and end not in signs.begins)
        if are_verses(texts[i + 1 : end]):
            signs.whole.update(range(i + 1, end))
            signs.titles.update({i - 1, i} - signs.alone)
            if stop == after < len(lines):
                signs.titles.update(k for k in range(end, after + 1) if k not in signs.alone)


def is_poet(i: int, texts: Sequence[str], signs: Signs, rules: Rules) -> bool:
    """Tell whether line ``i`` names who wrote what stands below it, and has no role but author; a title is above it."""
    text = texts[i]
    if len(text) > LONGEST or len(texts[i - 1]) > LONGEST or texts[i - 1][-1] in STOPS:
        return False
    if i in signs.alone:
        signed = bylines.own_line(text, rules)
        return signed is not None and {credit.role for credit in signed.credits} == {"author"}
    named = authors(text, rules)
    return named is not None and (named.grade > Grade.FAINT or text[0] in rules.marks)


def might_be_verse(i: int, texts: Sequence[str], signs: Signs) -> bool:
    """Tell whether line ``i`` could be a verse: short, no by-line, with marks at its end only or in its middle."""
    text = texts[i]
    if len(text) > LONGEST or i in signs.begins or i in signs.stops or i in signs.ties or text[0] in BRACKETS:
        return False
    return STOPS.isdisjoint(text[:-1]) or REGULAR.fullmatch(text) is not None


def title_before(lines: Sequence[Line], start: int, end: int, *, is_text: bool) -> int:
    """Return where the title begins that stands before line ``end``, in what begins at ``start``.

    ``is_text``: line ``end`` is text, and those before it that no blank line parts from it may be, too.
    """
    gaps = [i for i in range(start + 1, end + is_text) if lines[i].gap]
    if is_text and gaps:
        end = gaps.pop()
    begin = gaps[-1] if gaps else start
    return begin if end - begin <= TITLE else max(start, end - 1)


def are_verses(texts: Sequence[str]) -> bool:
    """Tell whether lines that stand together are verses: of two halves, or of so different lengths as no column's."""
    if len(texts) < FEWEST_REGULAR:
        return False
    if all(map(REGULAR.fullmatch, texts)):
        return True
    return len(texts) >= FEWEST and max(Counter(map(len, texts)).values()) <= EVEN * len(texts)
