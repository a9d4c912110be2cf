"""Evidence that a display text belongs to a body: the character pairs they share, weighted by how rare they are here.

A pair that a headline shares with one body alone is worth more than one that stands in every body of the page
(log-likelihood ratio against the page's other bodies; Dunning 1993, "Accurate Methods for the Statistics of Surprise
and Coincidence").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from math import log

from newsseg.engine.pairs import holders, numbers, pairs_of

KEPT = 0.55  # share of a headline's pairs that stand in its own body (measured on 800 articles)
MISSING = log(1 - KEPT)
PRIOR_PAIRS, PRIOR_BODIES = 0.3, 6.0  # how often a pair stands in a foreign body, before the page tells
DEPENDENT = 0.5  # pairs overlap: two neighbours tell less than twice as much as one
LONG = 10_000  # characters of a body that no newspaper prints
COMMON = 32  # a pair that stands in more bodies than this tells nothing, and would cost time on a huge page


class Evidence:
    """Which pairs of characters of a page's display texts stand in which of its bodies."""

    def __init__(self, bodies: Sequence[str], displays: Iterable[str]) -> None:
        """Index ``bodies``, a paragraph a line, by the pairs that ``displays`` hold."""
        asked: set[str] = set()
        for text in displays:
            asked.update(pairs(text))
        self.bodies = bodies
        self.count = len(bodies)
        self.numbers = dict(zip(asked, numbers(asked), strict=True))
        held = holders(frozenset(self.numbers.values()), (body.split("\n") for body in bodies))
        self.where = {pair: held.get(number, []) for pair, number in self.numbers.items()}
        chances = [(n - 1 + PRIOR_PAIRS) / (self.count - 1 + PRIOR_BODIES) for n in range(1, COMMON + 1)]
        self.gains = [0.0, *(log(KEPT / chance) - MISSING for chance in chances)]
        self.known_sentences: dict[str, list[int]] = {}
        self.known_shares: dict[str, dict[int, float]] = {}
        self.indices: dict[int, dict[int, list[int]]] = {}

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
            missing += MISSING
            if where:
                gain = self.gains[len(where)]
                for body in where:
                    found[body] = found.get(body, 0.0) + gain
        return {body: DEPENDENT * (gain + missing) for body, gain in found.items()}

    def none(self, text: str) -> float:
        """Return the score of a body that shares no pair with ``text``."""
        return DEPENDENT * len(set(pairs(text))) * MISSING

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
        shares = self.known_shares.get(text)
        if shares is None:
            own = set(pairs(text))
            found: Counter[int] = Counter()
            for pair in own:
                if self.known(pair) > COMMON:
                    continue  # in as many sentences at least
                sentences = self.sentences(pair)
                if len(sentences) <= COMMON:
                    found.update(sentences)
            shares = self.known_shares[text] = {number: count / len(own) for number, count in found.items()}
        return shares

    def sentences(self, pair: str) -> list[int]:
        """Return the numbers of the sentences of the page that hold ``pair``."""
        found = self.known_sentences.get(pair)
        if found is None:
            found = self.known_sentences[pair] = []
            for body in self.where.get(pair, ()):
                text, first = self.bodies[body], self.firsts[body]
                if len(text) > LONG:
                    found += self.index(body).get(self.numbers[pair], ())
                else:
                    found += sentences_of(pair, text, first)
        return found

    @cached_property
    def firsts(self) -> list[int]:
        """The numbers of the first sentences of the bodies."""
        sizes = (body.count("。") + body.count("\n") + 1 for body in self.bodies)
        return list(accumulate(sizes, initial=0))

    def index(self, body: int) -> dict[int, list[int]]:
        """Return for each pair the sentences of a long body: to look for each pair in all of it would not be linear."""
        if body not in self.indices:
            found: dict[int, list[int]] = {number: [] for number in self.numbers.values()}
            for number, sentence in enumerate(self.bodies[body].replace("\n", "。").split("。"), self.firsts[body]):
                for pair in found.keys() & pairs_of(sentence):
                    found[pair].append(number)
            self.indices[body] = found
        return self.indices[body]


def sentences_of(pair: str, body: str, number: int) -> set[int]:
    """Return which sentences of ``body`` hold ``pair``; its first is the sentence ``number``."""
    found = set()
    before, place = 0, body.find(pair)
    while place >= 0:
        number += body.count("。", before, place) + body.count("\n", before, place)
        found.add(number)
        before, place = place, body.find(pair, place + 1)
    return found


@lru_cache(maxsize=256)  # each display line is asked for three times
def pairs(text: str) -> tuple[str, ...]:
    """Return the pairs of neighbouring characters in ``text``, punctuation and blanks aside."""
    return tuple([a + b for a, b in pairwise(text) if a.isalnum() and b.isalnum()])
