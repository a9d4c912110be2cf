"""Heads: headlines that stand apart from their text, each with the by-line below it.

A page that was drawn headlines first, or last, has no text below such a by-line: it goes where its headline goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from newsseg.engine.boundaries import Stretch
from newsseg.engine.flow import Display, Paragraph, Signed, byline_alone, ends_article, goes_with
from newsseg.engine.naming import pairs_in, standing_behind
from newsseg.engine.pairs import pairs_of
from newsseg.engine.twice import parted_at
from newsseg.rules import Rules

TITLE = 20.0  # log-odds, if all pairs of a headline's characters stand behind a place and none before it
MOST = 8  # texts looked for beside one another: so many headlines that stand apart together are no page's any more
NEAR = 6  # lines of a headline that stands apart
FIRST = 3  # paragraphs that tell what a text is about: below headlines that stand apart several texts may run together
FAR = 120  # items below a headline among which its text is looked for: few pages have more
BEFORE = 0.2  # of a headline's pairs: so many more stand in its text than in another


class Way(NamedTuple):
    """A place at which a stretch can be parted, how likely that is in log-odds, and what names the text behind it."""

    worth: float
    place: int
    title: frozenset[int]


def heads(flow: Sequence[Paragraph | Display]) -> Iterator[Paragraph | Display]:
    """Yield ``flow`` with each by-line that has no text made part of the headline above it."""
    below: Signed | None = None
    apart = False  # the headline above stood apart, too
    for i, item in enumerate(flow):
        if isinstance(item, Paragraph):
            if not below:
                yield item
                apart = False
            below = None
            continue
        below = byline_alone(flow[i + 1]) if i + 1 < len(flow) else None
        if below and not has_no_text(flow, i + 2):
            if isinstance(flow[i + 2], Display):
                other = apart or named_before(flow, i, item)
            else:
                other = apart and named_elsewhere(flow, i, item)
            below = below if other else None
        apart = below is not None
        yield item._replace(signed=below)


def has_no_text(flow: Sequence[Paragraph | Display], i: int) -> bool:
    """Tell whether what begins at ``i`` is no text of the article above: nothing, or a by-line, or its title.

    A display text above text without a by-line may be the first subhead of the article.
    """
    if i < len(flow) and goes_with(flow[i - 1], flow[i]):
        return False
    if i < len(flow) and isinstance(flow[i], Display):
        i += 1
    return ends_article(flow[i] if i < len(flow) else None)


def named_before(flow: Sequence[Paragraph | Display], i: int, item: Display) -> bool:
    """Tell whether the title ``item`` at ``i`` names the text before it, rather than the text below the next title."""
    title = title_pairs(item)
    before = shared(title, (flow[k] for k in range(i - 1, -1, -1)))
    return before - shared(title, (flow[k] for k in range(i + 3, len(flow)))) >= BEFORE * len(title)


def named_elsewhere(flow: Sequence[Paragraph | Display], i: int, item: Display) -> bool:
    """Tell whether the title ``item`` at ``i`` names a text further down rather than the one below its by-line."""
    title = title_pairs(item)
    below = shared(title, flow[i + 2 : i + 2 + FIRST])
    others = range(i + 2 + FIRST, min(i + FAR, len(flow)))
    return any(shared(title, flow[k : k + FIRST]) - below >= BEFORE * len(title) for k in others)


def title_pairs(title: Display) -> frozenset[int]:
    """Return the pairs of characters of a headline, the last lines of ``title``."""
    return pairs_of("".join(line.text for line in title.lines[-NEAR:]))


def shared(title: frozenset[int], flow: Iterable[Paragraph | Display]) -> int:
    """Return how many pairs of a ``title`` stand in the paragraphs with which ``flow`` begins."""
    paragraphs = takewhile(lambda item: isinstance(item, Paragraph), flow)
    texts = [item.line.text for item in paragraphs if isinstance(item, Paragraph) and item.line]
    return len(title & frozenset[int]().union(*map(pairs_of, texts)))


def roomy(stretches: Sequence[Stretch], rules: Rules) -> list[Stretch]:
    """Return ``stretches`` with those parted that hold the text of a headline that stands apart, and another article.

    The text of such a headline has no by-line of its own. Where fewer stretches without one stand before and behind it,
    up to the next such headlines, than there are such headlines, others hold two articles.
    """
    found = list(stretches)
    first, k = 0, 0
    while k < len(found):
        titles = apart_in(found[k])
        if titles:
            stop = next((n for n in range(k + 1, len(found)) if apart_in(found[n])), len(found) - 1) + 1
            parts = parted_for([title_pairs(title) for title in titles], found[first:stop], rules)
            found[first:stop] = parts
            k = first + next(n for n, part in enumerate(parts) if apart_in(part))
            first = k + 1
        k += 1
    return found


def apart_in(stretch: Stretch) -> list[Display]:
    """Return the headlines in ``stretch`` that stand apart: the last display texts of it."""
    return [item for item in stretch if isinstance(item, Display) and item.signed]


def parted_for(titles: Sequence[frozenset[int]], stretches: Sequence[Stretch], rules: Rules) -> list[Stretch]:
    """Return ``stretches``, parted so often that as many have no by-line as there are ``titles``, if that can be."""
    parts = list(stretches)
    waiting = list(titles[:MOST])
    ways = [ways_to_part(part, waiting, rules) for part in parts]
    for _ in range(len(waiting) - sum(map(is_unsigned, parts))):
        best = max((max(way) for way in ways if way), default=None)
        if best is None:
            break
        n = next(n for n, way in enumerate(ways) if best in way)
        waiting.remove(best.title)
        parts[n : n + 1] = [parts[n][: best.place], parts[n][best.place :]]
        ways = [[way for way in found if way.title in waiting] for found in ways]
        ways[n : n + 1] = [ways_to_part(part, waiting, rules) for part in parts[n : n + 2]]
    return parts


def ways_to_part(stretch: Stretch, titles: Sequence[frozenset[int]], rules: Rules) -> list[Way]:
    """Return the ways to part ``stretch`` into one article and the text of one of ``titles``."""
    places = [i for i, item in enumerate(stretch) if isinstance(item, Paragraph)]
    if not places:
        return []
    first = places[0]
    text = stretch[first : places[-1] + 1]
    odds = parted_at(text, rules)
    held = pairs_in(text)
    found = []
    for title in titles:
        gains = standing_behind(held, title)
        found += [Way(worth + TITLE * gains[i] / max(1, len(title)), first + i, title) for i, worth in odds.items()]
    return found


def is_unsigned(stretch: Stretch) -> bool:
    """Tell whether ``stretch`` has text without a by-line."""
    text = [item for item in stretch if isinstance(item, Paragraph)]
    return bool(text and not text[0].opening and not text[-1].closing)
