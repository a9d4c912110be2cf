"""Banners: the title over all of a page's articles (通栏题) is no title of the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsseg.engine.choices import Run
from newsseg.engine.headlines import Group
from newsseg.engine.lines import Line, join
from newsseg.engine.pairs import pairs_of

# Of 1,280 composed pages without banners none begins with a title that shares no pair with its article, of 13 banners
# 12 share none; one in five of its pairs would take 13 kickers and headlines.
LEAST = 6  # characters of a banner: fewer have too few pairs to tell
DASH = "—"  # a deck begins with it


def under_banner(groups: Sequence[Group], runs: Sequence[Run], texts: Sequence[str]) -> list[Group]:
    """Return ``groups`` with the banner that stands above the first article's own title made a loose group."""
    found = list(groups)
    if not found or not found[0].ends or found[0].body != 0 or runs[0].after != 0 or len(texts) == 1:
        return found
    first = found[0]
    lines = runs[0].lines[first.start : first.end]
    stops = sorted({0, *first.ends, len(lines)})
    end = banner([lines[a:b] for a, b in pairwise(stops)], texts[0])
    if end:
        loose = first._replace(end=first.start + end, ends=tuple(stop for stop in first.ends if stop <= end), body=None)
        ends = tuple(stop - end for stop in first.ends if stop > end)
        found[:1] = [loose, first._replace(start=first.start + end, ends=ends)]
    return found


def banner(parts: Sequence[Sequence[Line]], text: str) -> int:
    """Return how many lines are a banner: those of the first parts that have no words of ``text``; 0 if none are.

    What has words of it must follow and be no deck.
    """
    known = pairs_of(text)
    strange = [known.isdisjoint(pairs_of("".join(line.text for line in part))) for part in parts]
    size = next((i for i, one in enumerate(strange) if not one), 0)
    if not size or len(join(parts[0]).text) < LEAST or parts[size][0].text.startswith(DASH):
        return 0
    over, title = parts[size - 1][0].box, parts[size][0].box
    if over and title and over.size < title.size:  # what is set smaller than the headline below it is its kicker
        return 0
    if size == len(parts) - 1 and parts[size][-1].text.endswith(DASH):
        return 0  # a headline, and who it is about
    return sum(map(len, parts[:size]))
