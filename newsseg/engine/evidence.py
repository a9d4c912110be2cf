"""Evidence that a display text belongs to a body: the character pairs they share, weighted by how rare they are here.

A pair that a headline shares with one body alone is worth more than one that stands in every body of the page
(log-likelihood ratio against the page's other bodies; Dunning 1993, "Accurate Methods for the Statistics of Surprise
and Coincidence").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log
from operator import add

from newsseg.engine.pairs import pairs_of

KEPT = 0.55  # share of a headline's pairs that stand in its own body (measured on 800 articles)
PRIOR_PAIRS, PRIOR_BODIES = 0.3, 6.0  # how often a pair stands in a foreign body, before the page tells
DEPENDENT = 0.5  # pairs overlap: two neighbours tell less than twice as much as one
LONG = 2000  # characters of a paragraph that no newspaper prints
COMMON = 32  # a pair that stands in more bodies than this tells nothing, and would cost time on a huge page


class Evidence:
    """Which pairs of characters of a page's display texts stand in which of its bodies."""

    def __init__(self, bodies: Sequence[str], displays: Iterable[str], more: Iterable[str] = ()) -> None:
        """Index ``bodies``, a paragraph a line, by the pairs that ``displays`` hold, and by ``more`` pairs."""
        asked = set(more)
        for text in displays:
            asked.update(pairs(text))
        self.count = len(bodies)
        self.where: dict[str, list[int]] = {pair: [] for pair in asked}
        self.sentences: dict[str, list[int]] = {pair: [] for pair in asked}
        number = 0  # of sentences before the paragraph
        for i, body in enumerate(bodies if asked else ()):
            for paragraph in body.split("\n"):
                for pair, sentences in sentences_with(asked, paragraph, number):
                    self.sentences[pair] += sentences
                    where = self.where[pair]
                    if not where or where[-1] != i:
                        where.append(i)
                number += paragraph.count("。") + 1

    def scores(self, text: str) -> dict[int, float]:
        """Return for each body that shares a pair with ``text`` the log-odds of ``text`` being its title.

        Bodies that share none are left out; their score is ``self.none(text)`` or less.
        """
        own = dict.fromkeys(pairs(text))  # in the text's order: sums of floats must not depend on hashes
        found: dict[int, float] = {}
        missing = 0.0
        for pair in own:
            where = self.where.get(pair, ())
            if len(where) > COMMON:
                continue
            missing += log(1 - KEPT)
            if where:
                chance = (len(where) - 1 + PRIOR_PAIRS) / (self.count - 1 + PRIOR_BODIES)
                gain = log(KEPT / chance) - log(1 - KEPT)
                for body in where:
                    found[body] = found.get(body, 0.0) + gain
        return {body: DEPENDENT * (gain + missing) for body, gain in found.items()}

    def none(self, text: str) -> float:
        """Return the score of a body that shares no pair with ``text``."""
        return DEPENDENT * len(set(pairs(text))) * log(1 - KEPT)

    def known(self, pair: str) -> int:
        """Return how many bodies of the page hold this pair of characters."""
        return len(self.where.get(pair, ()))

    def together(self, first: str, second: str) -> tuple[float, float]:
        """Return how much more of two texts one sentence holds than any holds of either alone; and of the lesser held.

        Both are shares of a text's pairs, the best sentence's. Lines of one title often come from one sentence.
        """
        one, other = self.held(first), self.held(second)
        most_one, most_other = max(one.values(), default=0.0), max(other.values(), default=0.0)
        both = max((share + other.get(number, 0.0) for number, share in one.items()), default=0.0)
        return max(0.0, both - max(most_one, most_other)), min(most_one, most_other)

    def held(self, text: str) -> dict[int, float]:
        """Return for each sentence of the page that holds rare pairs of ``text`` the share of its pairs."""
        own = set(pairs(text))
        found: Counter[int] = Counter()
        for pair in own:
            sentences = self.sentences.get(pair, ())
            if len(sentences) <= COMMON:
                found.update(sentences)
        return {number: count / len(own) for number, count in found.items()}


def sentences_with(asked: set[str], paragraph: str, number: int) -> Iterator[tuple[str, Iterable[int]]]:
    """Yield the pairs of ``asked`` that ``paragraph`` holds, and in which sentences; its first has the ``number``.

    A long paragraph is cut into its sentences, for to look for each pair in all of it would not be linear.
    """
    if len(paragraph) <= LONG:
        for pair in asked & pairs_of(paragraph):
            yield pair, sentences_of(pair, paragraph, number)
        return
    start = 0
    while start < len(paragraph):
        stop = paragraph.find("。", start) + 1 or len(paragraph)
        sentence = paragraph[start : stop + 1]  # a pair belongs where it begins
        for pair in asked.intersection(map(add, sentence, sentence[1:])):
            yield pair, (number,)
        start, number = stop, number + 1


def sentences_of(pair: str, paragraph: str, number: int) -> set[int]:
    """Return which sentences of ``paragraph`` hold ``pair``; its first is the sentence ``number``."""
    found = set()
    before, place = 0, paragraph.find(pair)
    while place >= 0:
        number += paragraph.count("。", before, place)
        found.add(number)
        before, place = place, paragraph.find(pair, place + 1)
    return found


@lru_cache(maxsize=256)  # each display line is asked for three times
def pairs(text: str) -> tuple[str, ...]:
    """Return the pairs of neighbouring characters in ``text``, punctuation and blanks aside."""
    return tuple([a + b for a, b in pairwise(text) if a.isalnum() and b.isalnum()])
