"""Boundaries: where one article ends and another begins with no by-line to tell.

A display text inside a stretch of paragraphs is a subhead, or the title of another article. Its size tells something,
more the pairs of characters that the text before and after it share: two articles share few, and common ones
(Hearst 1997, "TextTiling", on pairs of characters in place of words).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from math import inf, log

from newsseg.engine.flow import Display, Paragraph
from newsseg.engine.lines import cells
from newsseg.engine.pairs import pairs_of
from newsseg.geometry import LineBox

Stretch = Sequence[Paragraph | Display]
Weigh = Callable[[set[int]], float]

# Log-odds of another article (logistic regression over 2,302 places of composed and extracted pages, 0.979 right).
BASE = -8.6
LINE = 2.4  # for each line of the display text after the first, up to three
WIDTH, WIDEST = 0.011, 80  # for each cell of its width
SHARED = -36.0  # for the weight of shared pairs, as a share of all that could be: with the whole article so far
SHARED_NEAR = -20.0  # and with the text since the display text before
COUNT, MOST = -1.5, 5  # for each display text of the stretch: subheads come in numbers
LENGTH = 1.85  # for the logarithm of the article's length so far: the longer, the likelier over
ALONE = 1.7  # only one paragraph follows before the next display text
INSIDE, BEGINS = -4.0, 4.6  # on paper: inside the flow of a column, at the head of another
HEADLINE, LARGER = 1.5, 6.0  # ratio to the text's type from which it is hardly a subhead's, at the head of another flow
# A paragraph that tells the day, or from whom the paper heard, opens 47 of 100 real articles, and 2 of 135 stretches
# behind a subhead.
LEAD, NO_LEAD = 3.0, -0.6
NEWS = re.compile(
    r"记者(?:从|\d|近日|昨|今天|今日|日前)|[^。]{0,40}(?:获悉|了解到)[：，:]|[^。，]{0,24}?\d{1,2}日|[^。]{0,30}(?:近日|日前|近期)"
)
BOTH = 3.4  # the stretch opens with a by-line and closes with one: hardly an article is signed twice


def boundaries(stretch: Stretch, weigh: Callable[[], Weigh]) -> list[int]:
    """Return the places in ``stretch`` of the display texts, or else of the paragraph, that another article begins at.

    ``weigh`` is asked, where it is needed, for the function that weighs pairs of characters by how rare they are here.
    """
    displays = [i for i, item in enumerate(stretch) if isinstance(item, Display)]
    both = signed_twice(stretch)
    if not displays:
        return [weakest(stretch)] if both and len(stretch) > 1 else []
    found: list[int] = []
    odds: dict[int, float] = {}
    start = 0
    for k, i in enumerate(displays):
        end = displays[k + 1] if k + 1 < len(displays) else len(stretch)
        near = displays[k - 1] if k else 0
        places = (start, near, i, end)
        odds[i] = form(stretch, places, len(displays)) + BOTH * both
        if both or odds[i] > 0:
            odds[i] += subject(stretch, places, weigh())
        if odds[i] > 0:
            found.append(i)
            start = i + 1
    return found or ([max(odds, key=lambda i: odds[i])] if both else [])


def form(stretch: Stretch, places: tuple[int, int, int, int], count: int) -> float:
    """Return the log-odds of another article at a display text, but for the pairs that the text around it shares.

    ``places``: where the article began, where the display text before stands, the place itself, and the next one.
    """
    start, _, i, end = places
    display = stretch[i]
    lines = display.lines if isinstance(display, Display) else ()
    return (
        BASE
        + LINE * (min(len(lines), 4) - 1)
        + WIDTH * min(sum(cells(line.text) for line in lines), WIDEST)
        + COUNT * min(count, MOST)
        + LENGTH * log(1 + sum(map(len, texts(stretch[start:i]))))
        + ALONE * (len(texts(stretch[i + 1 : end])) == 1)
        + lead(texts(stretch[i + 1 : end]))
        + printed(stretch, i)
    )


def lead(paragraphs: Sequence[str]) -> float:
    """Return what the first of the ``paragraphs`` behind a display text tells: whether it opens as news do."""
    return LEAD if paragraphs and NEWS.match(paragraphs[0]) else NO_LEAD


def subject(stretch: Stretch, places: tuple[int, int, int, int], weigh: Weigh) -> float:
    """Return what the pairs that the text around a display text shares tell: never for another article."""
    start, near, i, end = places
    before, close, after = (seen(texts(stretch[a:b])) for a, b in ((start, i), (near, i), (i + 1, end)))
    return SHARED * shared(before, after, weigh) + SHARED_NEAR * shared(close, after, weigh)


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


def seen(paragraphs: Iterable[str]) -> set[int]:
    """Return the pairs of neighbouring characters in ``paragraphs``."""
    return set().union(*map(pairs_of, paragraphs))


def shared(first: set[int], second: set[int], weigh: Weigh) -> float:
    """Return the weight of what two sets of pairs share, as a share of the lighter one's."""
    return weigh(first & second) / (1 + min(weigh(first), weigh(second)))


def rarity(paragraphs: Sequence[str]) -> Weigh:
    """Return a function that weighs a set of pairs: the logarithm of how few of the page's paragraphs hold each."""
    once: set[int] = set()
    again: set[int] = set()  # most pairs stand in one paragraph only: these are the others
    for own in map(pairs_of, paragraphs):
        again |= once & own
        once |= own
    held = Counter(chain.from_iterable(again.intersection(pairs_of(text)) for text in paragraphs))
    weight = [0.0, *(log((len(paragraphs) + 1) / count) for count in range(1, len(paragraphs) + 1))]

    def weigh(found: set[int]) -> float:
        # By how many paragraphs hold them, not one by one: the sum must not depend on the order of a set.
        common = again & found
        counts = Counter(map(held.__getitem__, common))
        if len(common) < len(found):
            counts[1] = len(found) - len(common)
        return sum(weight[count] * number for count, number in sorted(counts.items()))

    return weigh


def signed_twice(stretch: Stretch) -> bool:
    """Tell whether a stretch opens with a by-line and closes with one that names authors, or another source."""
    first, last = stretch[0] if stretch else None, stretch[-1] if stretch else None
    if not (isinstance(first, Paragraph) and isinstance(last, Paragraph) and first.opening and last.closing):
        return False
    credits = last.closing.byline.credits
    # A person who helped (参与采写), edited or drew signs no article; an agency (据新华社电) none of a reporter's.
    authors = any(c.role not in HELPERS or c.type == "organisation" for c in credits)
    return authors or bool(not credits and first.opening.byline.credits)


HELPERS = frozenset({"contributor", "editor", "illustrator"})


def weakest(stretch: Stretch) -> int:
    """Return the place of the paragraph before which the text of ``stretch`` changes its subject most.

    Counts the pairs that stand on both sides of a place, against as many as its sides would share if the whole were of
    one subject.
    """
    paragraphs = [item.line.text if isinstance(item, Paragraph) and item.line else "" for item in stretch]
    across = crossing(paragraphs)
    total = sum(map(len, paragraphs))
    best, place = inf, len(paragraphs) - 1
    done = 0
    for i, text in enumerate(paragraphs):
        if i and text and done:
            value = across[i] / (done * (total - done) / total + 1)
            if value < best:
                best, place = value, i
        done += len(text)
    return place


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
