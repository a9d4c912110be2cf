"""Naming: what a headline's words tell of a text that may hold two articles; each names its own part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, takewhile
from typing import NamedTuple

from newsseg.engine.boundaries import Stretch, scored
from newsseg.engine.flow import Body, Display, Paragraph
from newsseg.engine.lines import Line
from newsseg.engine.pairs import pairs_of
from newsseg.engine.twice import parted_at
from newsseg.rules import Rules

LINES = 4  # of a title
NEAR = 6  # lines of display text before and behind a text in which its titles are sought
PAIRS = 4  # a title has more characters
LEAST = 0.15  # of a title's pairs: where fewer tell, nothing does


class Named(NamedTuple):
    """What a place in a text between two display texts tells of another article; as weights, in log-odds."""

    parting: float  # what tells for it but for titles (see ``twice``)
    first: float  # share of the pairs of a title before the text that only the text before the place holds, less behind
    second: (
        float  # share of the pairs of a title behind the text that only the text behind the place holds, less before
    )


# `python -m benchmarks.learn_boundaries` learns them: a logistic regression over 564 texts; it tells 95.2 of 100 right.
BASE = -13.0
TWO = Named(parting=0.4, first=2.7, second=4.1)


def named_twice(flow: Sequence[Body | Display], rules: Rules) -> Iterator[Body | Display]:
    """Yield ``flow`` with each body parted of which a title before it names one part and one behind it another."""
    for n, item in enumerate(flow):
        if isinstance(item, Display):
            yield item
            continue
        told = namings(item.parts, *around(flow, n), rules)
        worth, place = max(((BASE + scored(TWO, named), i) for i, named in told), default=(0.0, 0))
        if worth > 0:
            title = item.parts[place]
            yield Body(item.parts[:place])
            if isinstance(title, Display):
                yield title
                place += 1
            yield Body(item.parts[place:])
        else:
            yield item


def around(flow: Sequence[Body | Display], n: int) -> tuple[list[Line], list[Line]]:
    """Return the display lines that stand next before and behind the ``n``-th item of ``flow``."""
    before = [line for item in reversed(displays(flow, range(n - 1, -1, -1))) for line in item.lines]
    behind = [line for item in displays(flow, range(n + 1, len(flow))) for line in item.lines]
    return before[-NEAR:], behind[:NEAR]


def displays(flow: Sequence[Body | Display], places: Iterable[int]) -> list[Display]:
    """Return the display texts that stand at the first of ``places``, up to a body."""
    near = takewhile(lambda item: isinstance(item, Display), map(flow.__getitem__, places))
    return [item for item in near if isinstance(item, Display)]


def namings(text: Stretch, before: Sequence[Line], behind: Sequence[Line], rules: Rules) -> Iterator[tuple[int, Named]]:
    """Yield the places in ``text`` that a title among the lines before it and one among those behind it tell apart."""
    if not before or not behind:
        return
    first = [-min(column) for column in zip(*shares(text, before), strict=True)]
    second = [max(column) for column in zip(*shares(text, behind), strict=True)]
    told = [i for i, (one, other) in enumerate(zip(first, second, strict=True)) if min(one, other) >= LEAST]
    odds = parted_at(text, rules) if told else {}
    for i in told:
        if i in odds:
            yield i, Named(odds[i], first[i], second[i])


def shares(text: Stretch, lines: Sequence[Line]) -> list[list[float]]:
    """Return for each title that some of ``lines`` may be what share of it stands behind each place, less before it."""
    titles = [pairs_of(line.text) for line in lines]
    counts = [standing_behind(text, title) for title in titles]
    found = [[0.0] * (len(text) + 1)]
    for i in range(len(lines)):
        sizes = accumulate(map(len, titles[i : i + LINES]))
        sums = accumulate(counts[i : i + LINES], lambda one, other: list(map(int.__add__, one, other)))
        found += [[n / size for n in total] for size, total in zip(sizes, sums, strict=True) if size >= PAIRS]
    return found


def title_pairs(title: Display) -> frozenset[int]:
    """Return the pairs of characters of a headline, the last lines of ``title``."""
    return pairs_of("".join(line.text for line in title.lines[-NEAR:]))


def standing_behind(text: Stretch, title: frozenset[int]) -> list[int]:
    """Return for each place in ``text`` how many of a title's pairs stand behind it, less how many before it."""
    pairs: list[frozenset[int]] = [
        title & pairs_of(item.line.text) if isinstance(item, Paragraph) and item.line else frozenset() for item in text
    ]
    return [b - a for a, b in zip(running(pairs), running(pairs[::-1])[::-1], strict=True)]


def running(sets: Sequence[frozenset[int]]) -> list[int]:
    """Return how much the first 0, 1, 2 … of ``sets`` hold together."""
    seen: set[int] = set()
    found = [0]
    for one in sets:
        seen |= one
        found.append(len(seen))
    return found
