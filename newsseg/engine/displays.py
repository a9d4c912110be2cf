"""Display text: which lines of it make one title, and where one title ends and the next begins.

Display lines that stand together are read as titles (headlines, decks) of one line or several. Of all the ways to cut
them, the likeliest is taken: what stands at a break between two joined lines speaks for or against it, and so does the
shape of the title that they make. The weights are those of a log-linear model over whole segmentations (a semi-Markov
conditional random field, Sarawagi and Cohen 2004), learnt from composed pages by ``python -m benchmarks.learn_titles``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from newsseg.engine.evidence import Evidence
from newsseg.engine.lines import Line
from newsseg.engine.shapes import Feature, Style, break_features, title_features
from newsseg.rules import Rules

WEIGHTS = os.path.join(os.path.dirname(__file__), "displays.json")
LONGEST = 9  # lines of one title; a headline in narrow type is wrapped to six
LONGEST_PRINTED = 20  # on paper, where it is known which lines are set alike
PRINTED, SAME_SIZE = (
    8.0,
    0.04,
)  # on paper a title stands in one block and one size: weight of that, and what is one size
MARKED = 8.0  # a bullet begins the title of a brief, which has no deck: weight of that
PRIOR_KNOWN, PRIOR_BREAKS = 0.5, 1.5  # breaks inside words and in all, before the page shows its own


class Reading(NamedTuple):
    """The likeliest way to cut display lines into so many titles: its score, the titles' ends, its lead on the next."""

    score: float
    ends: tuple[int, ...]
    firm: float


Way = tuple[float, tuple[int, ...]]


@cache
def weights() -> dict[str, float]:
    """Return the learnt weights: for each feature a number."""
    with open(WEIGHTS, encoding="utf-8") as file:
        found: dict[str, float] = json.load(file)
    return found


def style(runs: Sequence[Sequence[Line]], evidence: Evidence) -> Style:
    """Return the style of a page, judged by all breaks between its display lines."""
    known, breaks = PRIOR_KNOWN, PRIOR_BREAKS
    gaps = total = 0
    for lines in runs:
        for before, after in pairwise(lines):
            total += 1
            gaps += after.gap
            last, head = before.text[-1], after.text[0]
            if last.isalnum() and head.isalnum():
                breaks += 1
                known += evidence.known(last + head) > 0
    return Style(gaps / (total + 1), known / breaks)


def weighed(features: Iterator[Feature], table: dict[str, float]) -> float:
    """Return the sum of the weights of features."""
    return sum([table[name] * value for name, value in features if name in table])


def readings(lines: Sequence[Line], page: Style, evidence: Evidence, rules: Rules) -> list[list[list[Reading]]]:
    """Return for each line of a run the readings of the one, two, … lines that begin with it, up to the longest."""
    table = weights()
    longest = LONGEST_PRINTED if lines[0].box else LONGEST
    joins = [0.0]
    brief = False
    for i in range(len(lines) - 1):
        on_paper = printed(lines[i], lines[i + 1])
        odds = weighed(break_features(lines, i, page, evidence, rules), table) if on_paper is None else on_paper
        brief = brief or lines[i].text[0] in rules.marks
        another = lines[i + 1].text[0] in rules.marks
        joins.append(joins[-1] + odds + (-MARKED if another else MARKED if brief else 0.0))
    shapes = [
        [
            joins[j - 1] - joins[i] + (0.0 if lines[i].box else weighed(title_features(lines[i:j], page), table))
            for j in range(i + 1, min(len(lines), i + longest) + 1)
        ]
        for i in range(len(lines))
    ]
    return [readings_from(shapes[i : i + longest]) for i in range(len(lines))]


def readings_from(shapes: Sequence[Sequence[float]]) -> list[list[Reading]]:
    """Return the readings of the first line, the first two, …: the likeliest as one title, as two, …, as ``MOST``.

    ``shapes[i][k]`` is what is weighed of the lines ``i`` to ``i + k`` as one title.
    """
    # best[j][n]: the best two ways to cut the first j lines into n titles.
    best: list[list[list[Way]]] = [[[(0.0, ())], *([] for _ in range(MOST))]]
    for j in range(1, len(shapes) + 1):
        row: list[list[Way]] = [[]]
        for n in range(MOST):
            ways = [(score + shapes[i][j - 1 - i], (*ends, j)) for i in range(j) for score, ends in best[i][n]]
            row.append(sorted(ways, reverse=True)[:2])
        best.append(row)
    found = []
    for row in best[1:]:
        ways = sorted(chain.from_iterable(row), reverse=True)[:2]
        found.append([Reading(two[0][0], two[0][1], firm(two[0][0], ways)) for two in row if two])
    return found


def firm(score: float, ways: Sequence[Way]) -> float:
    """Return how much better the best of ``ways`` is than the next, if it has that score; else 0."""
    second = ways[1][0] if len(ways) > 1 else score - MOST_FIRM
    return max(0.0, min(MOST_FIRM, score - second))


MOST = 3  # titles that lines are cut into: a headline and two decks
MOST_FIRM = 20.0  # more is not told apart


def printed(first: Line, second: Line) -> float | None:
    """Return what the places of two lines on paper tell of their being one title, in log-odds; None: nothing."""
    one, other = first.box, second.box
    if not one or not other:
        return None
    return PRINTED if one.box == other.box and abs(one.size / other.size - 1) < SAME_SIZE else -PRINTED
