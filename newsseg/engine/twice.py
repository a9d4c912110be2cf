"""Twice: a stretch of paragraphs that opens with a by-line and closes with one holds two articles, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from newsseg.engine.boundaries import ANOTHER, NOTHING, Stretch, form, is_news, printed, scored, titles_in
from newsseg.engine.flow import Display, Paragraph
from newsseg.engine.pairs import pairs_of
from newsseg.rules import Rules


class Parting(NamedTuple):
    """What a place in a stretch of two articles tells; as weights, how likely that makes it."""

    sides: float  # logarithms of the characters on its two sides
    across: float  # pairs that stand on both, as a share of how many it would be were all of one subject
    news: float  # the text behind it opens as news do
    title: float  # it is a display text
    form: float  # what its form tells, in log-odds


# `python -m benchmarks.learn_boundaries` learns them: a conditional logit over 723 stretches, 94.9 of 100 right.
SECOND = Parting(sides=2.5, across=-66.1, news=2.0, title=2.1, form=1.0)


UNNAMED = 24.0
"""Log-odds from which a text whose by-line names nobody (本报讯) ends, at no title, before the by-line of the next one.

Of such stretches on 1,478 pages that five people composed 2 of 5 that hold two articles have more, none of 35 that hold
one; with a title at the best place 17 of 18 hold two.
"""


def boundaries(stretch: Stretch, rules: Rules) -> list[int]:
    """Return the places in ``stretch`` of the display texts, or else the paragraph, that another article begins at."""
    place = parting(stretch, rules) if signed_twice(stretch) else None
    if place is None:
        return titles_in(stretch, rules)
    rest = place + isinstance(stretch[place], Display)
    return [*titles_in(stretch[:place], rules), place, *(rest + i for i in titles_in(stretch[rest:], rules))]


def signed_twice(stretch: Stretch) -> bool:
    """Tell whether a stretch opens with a by-line and closes with one that names authors, or another source.

    新华社记者 and a name above a text, （新华社云溪5月26日电） behind it, are one article's.
    """
    first, last = stretch[0] if stretch else None, stretch[-1] if stretch else None
    if not (isinstance(first, Paragraph) and isinstance(last, Paragraph) and first.opening and last.closing):
        return False
    credits = last.closing.byline.credits
    # A person who helped (参与采写), edited or drew signs no article; an agency (据新华社电) none of a reporter's.
    authors = any(c.role not in HELPERS or c.type == "organisation" for c in credits)
    names = first.opening.byline
    return authors or bool(not credits and names.credits and last.closing.byline.outlet != names.outlet)


SHORTEST = 40  # characters of an article: of 800 real ones one has fewer
HELPERS = frozenset({"contributor", "editor", "illustrator"})


def parting(stretch: Stretch, rules: Rules) -> int | None:
    """Return the place of the display text or paragraph that parts ``stretch`` best into two articles; None: none."""
    odds = parted_at(stretch, rules)
    place = max(odds, key=lambda i: odds[i], default=None)
    opening = stretch[0].opening if isinstance(stretch[0], Paragraph) else None
    if place is None or isinstance(stretch[place], Display) or (opening and opening.byline.credits):
        return place
    return place if odds[place] > UNNAMED else None


def parted_at(stretch: Stretch, rules: Rules) -> dict[int, float]:
    """Return the places that could part ``stretch`` into two articles, each with what tells for it, in log-odds."""
    return {i: scored(SECOND, told) + printed(stretch, i) for i, told in partings(stretch, rules)}


def partings(stretch: Stretch, rules: Rules) -> Iterator[tuple[int, Parting]]:
    """Yield the places that could part ``stretch``, which ends in a paragraph, into two, and what each tells."""
    paragraphs = [item.line.text if isinstance(item, Paragraph) and item.line else "" for item in stretch]
    forms = form(stretch, rules)
    across = crossing(paragraphs)
    total = sum(map(len, paragraphs))
    done = 0
    for i, text in enumerate(paragraphs):
        below = paragraphs[i + 1] if i in forms else text
        if min(done, total - done) >= SHORTEST and below and i - 1 not in forms:
            yield (
                i,
                Parting(
                    sides=log(1 + done) + log(1 + total - done),
                    across=across[i] / (done * (total - done) / total + 1),
                    news=is_news([below]),
                    title=i in forms,
                    form=scored(ANOTHER, forms.get(i, NOTHING)),
                ),
            )
        done += len(text)


def crossing(paragraphs: Sequence[str]) -> list[int]:
    """Return for each paragraph how many pairs of characters stand both before and at or after its beginning."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for i, text in enumerate(paragraphs):
        for pair in pairs_of(text):
            first.setdefault(pair, i)
            last[pair] = i
    change = [0] * (len(paragraphs) + 2)
    for pair, start in first.items():
        change[start + 1] += 1
        change[last[pair] + 1] -= 1
    found = []
    running = 0
    for i in range(len(paragraphs)):
        running += change[i]
        found.append(running)
    return found
