"""Naming: what the titles of a page tell of a text that may hold two articles; each names its own part of it.

Wherever they stand: around the text, in the middle of it like a subhead, or all together at the end of the page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from operator import or_
from typing import NamedTuple

from newsseg.engine.boundaries import Stretch, printed, scored, texts
from newsseg.engine.evidence import COMMON
from newsseg.engine.flow import Body, Display, Paragraph
from newsseg.engine.pairs import holders, pairs_of
from newsseg.engine.twice import partings
from newsseg.rules import Rules

LINES = 4  # of a title
PAIRS = 4  # a title has more characters
NAMES, LEAD = 0.3, 0.1  # shares of a title's pairs: so many a text holds that it names, and more than any other text
LEAST = 0.15  # of a title's pairs: where fewer tell, nothing does
MOST = 64  # titles of one text: no page has more

Title = frozenset[int]
"""The pairs of characters of some lines that may be a title."""


class Named(NamedTuple):
    """What a place in a text tells of another article, the first five as in ``twice``; as weights, in log-odds."""

    sides: float
    across: float
    news: float
    title: float
    form: float
    first: float  # pairs of a title that the text before the place holds, less those that the text behind it does
    second: float  # the same of another title and the text behind the place
    inside: float  # that other title stands at the place


class Titles(NamedTuple):
    """The titles that name one text rather than another: those outside of it, and those at each place in it."""

    outside: list[Title]
    inside: dict[int, list[Title]]


# `python -m benchmarks.learn_boundaries --pages 2400` learns them: a conditional logit over 10,005 texts, of which it
# tells 97.4 of 100 right. BASE is one lower than learnt: the pages to learn from hold more such texts than others do.
BASE = -23.4
TWO = Named(sides=2.05, across=-62.3, news=2.21, title=-0.07, form=0.84, first=0.19, second=0.2, inside=-1.1)


def named_twice(flow: Sequence[Body | Display], rules: Rules) -> Iterator[Body | Display]:
    """Yield ``flow`` with each body parted of which one title names one part and another title another."""
    titles = iter(titles_of(flow))
    for item in flow:
        if isinstance(item, Display):
            yield item
            continue
        told = namings(item.parts, next(titles), rules)
        odds = ((BASE + scored(TWO, named) + printed(item.parts, i), i) for i, named in told)
        worth, place = max(odds, default=(0.0, 0))
        if worth > 0:
            title = item.parts[place]
            yield Body(item.parts[:place])
            if isinstance(title, Display):
                yield title
                place += 1
            yield Body(item.parts[place:])
        else:
            yield item


def titles_of(flow: Sequence[Body | Display]) -> list[Titles]:
    """Return for each body of a page the titles that name it, of the display texts between bodies and those in it."""
    bodies = [item for item in flow if isinstance(item, Body)]
    outside = [titles_from(item) for item in flow if isinstance(item, Display)]
    inside = [{i: titles_from(part) for i, part in enumerate(b.parts) if isinstance(part, Display)} for b in bodies]
    everything = chain(*outside, *chain(*(titles.values() for titles in inside)))
    where = holders(frozenset[int]().union(*everything), (texts(body.parts) for body in bodies))
    found: defaultdict[int, list[Title]] = defaultdict(list)
    for title in chain(*outside):
        found[named_by(title, where)].append(title)
    return [
        Titles(found[n][:MOST], {i: [title for title in own if named_by(title, where) == n] for i, own in at.items()})
        for n, at in enumerate(inside)
    ]


def titles_from(display: Display) -> list[Title]:
    """Return each title that some lines of ``display`` may be."""
    lines = [pairs_of(line.text) for line in display.lines]
    found = (accumulate(lines[i : i + LINES], or_) for i in range(len(lines)))
    return [title for title in chain(*found) if len(title) >= PAIRS]


def pairs_in(text: Stretch) -> list[Title]:
    """Return the pairs of each item of ``text``; display text has none."""
    return [pairs_of(item.line.text) if isinstance(item, Paragraph) and item.line else frozenset() for item in text]


def named_by(title: Title, where: Mapping[int, Sequence[int]]) -> int:
    """Return the number of the body that ``title`` names, -1 where it is none or not clear."""
    held = [where.get(pair, ()) for pair in title]
    counts = Counter(chain(*(bodies for bodies in held if len(bodies) <= COMMON))).most_common(2)
    (best, most), (_, next_most) = [*counts, (-1, 0), (-1, 0)][:2]
    return best if most >= NAMES * len(title) and most - next_most >= LEAD * len(title) else -1


def namings(text: Stretch, titles: Titles, rules: Rules) -> Iterator[tuple[int, Named]]:
    """Yield the places in ``text`` that two of its ``titles`` tell apart, and what each place tells."""
    held = pairs_in(text)
    outside = gains(held, titles.outside)
    first = [max(0, *(-n for n in column)) for column in zip(*outside, strict=True)]
    second = [max(0, *column) for column in zip(*outside, strict=True)]
    own = {i: max((gain[i] for gain in gains(held, at)), default=0) for i, at in titles.inside.items()}
    told = {i for i, least in enumerate(first) if least and max(second[i], own.get(i, 0))}
    for i, parting in partings(text, rules) if told else ():
        if i in told:
            inside = own.get(i, 0) > second[i]
            yield i, Named(*parting, first[i], own[i] if inside else second[i], inside)


def gains(held: Sequence[Title], titles: Iterable[Title]) -> list[list[int]]:
    """Return for each of ``titles`` how many of its pairs stand behind each place, less before it; 0 where few do."""
    return [[n if abs(n) >= LEAST * len(title) else 0 for n in standing_behind(held, title)] for title in titles]


def standing_behind(held: Sequence[Title], title: Title) -> list[int]:
    """Return for each place in a text how many of a title's pairs stand behind it, less how many before it.

    ``held`` are the pairs of each item of the text (see ``pairs_in``).
    """
    pairs = [title & known for known in held]
    return [b - a for a, b in zip(running(pairs), running(pairs[::-1])[::-1], strict=True)]


def running(sets: Sequence[frozenset[int]]) -> list[int]:
    """Return how much the first 0, 1, 2 … of ``sets`` hold together."""
    seen: set[int] = set()
    found = [0]
    for one in sets:
        seen |= one
        found.append(len(seen))
    return found
