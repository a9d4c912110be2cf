"""Column widths: how wide the lines of each part of a page were set.

A column's full lines have its width give or take what the rules for Chinese punctuation pull in or push down; all
other lines are shorter. So a width is told by the lines that share it, and a change of width by a run of lines that
fit another width better (a shortest path over lines, one state for each width the page shows).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

# Costs are rounded negative log-likelihoods of a line's width minus the column's, counted on typeset pages.
TOO_WIDE = 5.0  # only display text is wider than its column
SHORT = 2.2  # a paragraph's last line: any width alike
COST = {
    -6: 2.0, -5: 1.6, -4: 1.2, -3: 1.5, -2: 1.5, -1: 0.4, 0: 0.0, 1: 0.4, 2: 2.5, 3: 3.0, 4: 4.0, 5: 5.0,
}  # fmt: skip
SQUEEZED = 0.45  # for each cell that a line's marks of punctuation were squeezed to let it hold more
HANGS = 1  # a cell more than its marks give: one of them hangs over the edge
CHANGE = 6.0  # leaving one width for another inside running text
CHANGE_AT_END = 4.0  # the same where the line before ends a sentence
CHANGE_AT_BYLINE = 0.5  # and where an article begins
FEWEST = 4  # lines that make a width worth considering; those of the very width count twice, those one cell off once
MOST_WIDTHS = 16  # a page of more widths than this is not set in columns
"""The path costs lines × widths: bounded, so that cost stays linear in the text."""


def digit_cells(texts: Sequence[str], halves: Sequence[int]) -> int:
    """Return how wide this page sets an ASCII character: 1 cell (half a Han character) or 2 (a whole one).

    The right measure is the one under which more lines that hold such characters are as wide as a neighbour.
    """
    agree = [0, 0]
    for before, after, half_before, half_after in zip(texts, texts[1:], halves, halves[1:], strict=False):
        full_before, full_after = 2 * len(before), 2 * len(after)
        if half_before != full_before or half_after != full_after:
            agree[0] += abs(half_before - half_after) <= 1
            agree[1] += abs(full_before - full_after) <= 1
    return 2 if agree[1] > agree[0] else 1


def candidates(widths: Sequence[int]) -> list[int]:
    """Return the column widths that a page shows, most frequent first: those that several lines share or come near."""
    counts = Counter(widths)
    near = {w: 2 * n + counts[w - 1] + counts[w + 1] for w, n in counts.items()}
    shared = [w for w, n in near.items() if n >= FEWEST and counts[w] >= max(counts[w - 1], counts[w + 1])]
    return sorted(shared, key=lambda w: -near[w])[:MOST_WIDTHS]


def column_widths(widths: Sequence[int], marks: Sequence[int], changes: Sequence[float]) -> list[int]:
    """Return for each line the width of the column it stands in, in cells (0 where the page shows no column).

    ``marks`` counts the marks of punctuation of each line; ``changes`` holds the cost of a change of width before it.
    """
    states = candidates(widths)
    if not states:
        return [0] * len(widths)
    tables = [costs(count, max(widths)) for count in range(MOST_MARKS + 1)]
    lines = list(zip(widths, [mark if mark < MOST_MARKS else MOST_MARKS for mark in marks], strict=True))
    rows = {(width, mark): [tables[mark][width - w] for w in states] for width, mark in set(lines)}
    best = [0.0] * len(states)
    back: list[tuple[float, int, list[float]]] = []
    for row, change in zip(map(rows.__getitem__, lines), changes, strict=True):
        floor = min(best)
        back.append((floor + change, best.index(floor), best))
        floor += change
        best = [(b if b < floor else floor) + cost for b, cost in zip(best, row)]  # noqa: B905  strict costs a fifth
    k = best.index(min(best))
    path = []
    for floor, leader, before in reversed(back):
        path.append(states[k])
        if before[k] > floor:
            k = leader
    path.reverse()
    return path


MOST_MARKS = 4  # more of them squeeze a line no further


def costs(marks: int, widest: int) -> list[float]:
    """Return what it costs a line with so many marks to be so many cells wider than its column.

    The places count from both ends, as those of any list: ``[2]`` is two cells too wide, ``[-2]`` two too narrow.
    """
    size = max(widest, *map(abs, COST)) + 1
    found = [TOO_WIDE] * size + [SHORT] * size
    for wider, cost in COST.items():
        squeezed = SQUEEZED * wider if marks and 0 < wider <= marks + HANGS else cost
        found[wider] = min(cost, squeezed)
    return found
