"""Learn the weights by which ``newsseg.engine`` parts articles that no by-line parts.

They stand in ``boundaries``, ``twice`` and ``naming``.

``python -m benchmarks.learn_boundaries ARTICLES.jsonl …`` composes pages of each stock of articles and prints the
weights, as they are written into the code, and how many of 100 choices they tell right.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from math import exp
from pathlib import Path
from statistics import pstdev
from typing import Any, NamedTuple

from benchmarks.compose import compose, pages, read_articles
from benchmarks.learn_titles import log_sum
from newsseg.engine import boundaries, naming, twice
from newsseg.engine.boundaries import scored
from newsseg.engine.flow import Body, Paragraph
from newsseg.engine.heads import roomy
from newsseg.engine.split import flow_of, inside, settle, stretches
from newsseg.engine.unwrap import unwrap
from newsseg.rules import shipped

SEED, PAGES, STEPS = 91_000, 1200, 15
KIND = "mixed"  # the pages that have most articles without a by-line, and every other habit
ROAMING = {"no_byline": 0.3, "stands": {"before": 0.3, "after": 0.2, "away": 0.5}}
"""Pages of which titles are learnt as well: many articles without a by-line, most headlines apart from their text."""
DECAY = 1.0  # pulls weights of scaled features towards zero; LIGHT: less, where thousands of choices speak
LIGHT = 0.1
TINY = 0.02  # only so much that there is one solution
Choice = tuple[Sequence[Sequence[float]], int]  # what each option tells, and which one is right


class Lesson(NamedTuple):
    """The choices that composed pages teach.

    Is it a title or a subhead; where does the second article begin; where do titles name two articles of one text.
    """

    titles: list[Choice]
    partings: list[Choice]
    namings: list[Choice]


def lesson(stocks: Sequence[Sequence[Mapping[str, Any]]], count: int) -> Lesson:
    """Return what ``count`` composed pages of each of the ``stocks`` teach."""
    found = Lesson([], [], [])
    for k, articles in enumerate(stocks):
        for text, records in pages(articles, SEED + 1000 * k, count, KIND):
            laid = laid_out(text)
            learn_stretches(laid, records, found)
            learn_names(laid, records, found)
        for nth in range(count // 2):
            text, records = compose(articles, SEED + 1000 * k + nth, KIND, **ROAMING)
            learn_names(laid_out(text), records, found)
    return found


def laid_out(text: str) -> list[boundaries.Stretch]:
    """Return the stretches of a page."""
    return list(stretches(flow_of(unwrap(text), shipped())[0], shipped()))


def learn_stretches(laid: Sequence[boundaries.Stretch], records: Sequence[Mapping[str, Any]], lesson: Lesson) -> None:
    """Add to ``lesson`` what the stretches of a page teach."""
    for stretch in laid:
        first, last = inside(stretch)
        owned = owners(stretch[first:last], records)
        if owned:
            learn_from(stretch[first:last], owned, lesson)


def learn_names(laid: Sequence[boundaries.Stretch], records: Sequence[Mapping[str, Any]], lesson: Lesson) -> None:
    """Add to ``lesson`` what the titles of a page teach of each of its texts: where it holds two articles, if any."""
    flow = [item for stretch in roomy(laid, shipped()) for item in settle(stretch, shipped())]
    bodies = [item for item in flow if isinstance(item, Body)]
    for body, titles in zip(bodies, naming.titles_of(flow), strict=True):
        told = list(naming.namings(body.parts, titles, shipped()))
        owned = owners(body.parts, records)
        begins = [i for i in range(1, len(owned)) if owned[i] != owned[i - 1]]
        right = [k for k, (i, _) in enumerate(told, 1) if i in begins]
        if told and -1 not in owned and (right or not begins):
            options = [[1.0, *named] for _, named in told]
            lesson.namings.append(([[0.0] * len(options[0]), *options], right[0] if right else 0))


def owners(stretch: boundaries.Stretch, records: Sequence[Mapping[str, Any]]) -> list[int]:
    """Return for each item of ``stretch`` the article whose text it is or, of display text, stands before; -1: none."""
    bodies = [(start, end, k) for k, r in enumerate(records) for field, _, start, end in r["spans"] if field == "body"]
    found: list[int] = []
    for item in reversed(stretch):
        line = item.line if isinstance(item, Paragraph) else None
        at = line.pieces[0][0] if line else -1
        below = found[-1] if found else -1
        found.append(next((k for start, end, k in bodies if start <= at < end), -1) if line else below)
    return found[::-1]


def learn_from(stretch: boundaries.Stretch, owned: Sequence[int], lesson: Lesson) -> None:
    """Add to ``lesson`` what a stretch teaches."""
    begins = [i for i in range(1, len(stretch)) if -1 != owned[i] != owned[i - 1] != -1]
    if not twice.signed_twice(stretch):

        def begin(i: int, place: boundaries.Place) -> bool:
            if -1 not in owned[i - 1 : i + 1]:
                lesson.titles.append((([0.0] * (len(place) + 1), [1.0, *place]), int(i in begins)))
            return i in begins

        boundaries.walk(stretch, shipped(), begin)
    elif len(begins) == 1:
        options = list(twice.partings(stretch, shipped()))
        right = [k for k, (i, _) in enumerate(options) if i == begins[0]]
        if right:
            lesson.partings.append(([told for _, told in options], right[0]))


def fit(choices: Sequence[Choice], decay: Sequence[float]) -> tuple[list[float], float]:
    """Return the weights of a conditional logit (McFadden 1974) of ``choices``, and the share of them told right.

    ``decay`` pulls each of the weights of scaled features towards zero.
    """
    size = len(choices[0][0][0])
    spread = [pstdev(option[n] for options, _ in choices for option in options) or 1.0 for n in range(size)]
    data = [([[x / s for x, s in zip(o, spread, strict=True)] for o in options], right) for options, right in choices]
    weights = [0.0] * size
    for _ in range(STEPS):
        slope = [-d * weight for d, weight in zip(decay, weights, strict=True)]
        bend = [[d * (i == j) for j in range(size)] for i, d in enumerate(decay)]
        for options, right in data:
            likely = chances(options, weights)
            mean = [scored(likely, column) for column in zip(*options, strict=True)]
            slope = [total + x - m for total, x, m in zip(slope, options[right], mean, strict=True)]
            for chance, option in zip(likely, options, strict=True):
                apart = [x - m for x, m in zip(option, mean, strict=True)]
                for row, x in zip(bend, apart, strict=True):
                    if x:
                        row[:] = [total + chance * x * y for total, y in zip(row, apart, strict=True)]
        weights = [weight + step for weight, step in zip(weights, solved(bend, slope), strict=True)]
    right = sum(max(range(len(o)), key=lambda k: scored(weights, o[k])) == best for o, best in data)
    return [weight / s for weight, s in zip(weights, spread, strict=True)], right / len(data)


def solved(matrix: Sequence[Sequence[float]], values: Sequence[float]) -> list[float]:
    """Return the solution of a set of linear equations (Gauss), of which the matrix is positive definite."""
    rows = [[*row, value] for row, value in zip(matrix, values, strict=True)]
    for k, pivot in enumerate(rows):
        for i, row in enumerate(rows):
            if i != k:
                factor = row[k] / pivot[k]
                row[:] = [x - factor * y for x, y in zip(row, pivot, strict=True)]
    return [row[-1] / row[k] for k, row in enumerate(rows)]


def chances(options: Sequence[Sequence[float]], weights: Sequence[float]) -> list[float]:
    """Return how likely each of ``options`` is the right one."""
    odds = [scored(weights, option) for option in options]
    whole = log_sum(odds)
    return [exp(value - whole) for value in odds]


def told(names: Sequence[str], choices: Sequence[Choice], decay: float = DECAY) -> Iterator[str]:
    """Yield what the weights of ``choices`` are, for a reader."""
    weights, right = fit(choices, [TINY if name == "BASE" else decay for name in names])
    yield f"{len(choices)} choices, {100 * right:.1f} of 100 right"
    yield from (f"  {name} = {weight:.3g}" for name, weight in zip(names, weights, strict=True))


def main() -> None:
    """Learn from composed pages and print the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--pages", type=int, default=PAGES, help="of each stock of articles")
    options = parser.parse_args()
    found = lesson([read_articles(path) for path in options.articles], options.pages)
    for line in told(["BASE", *boundaries.Place._fields], found.titles):
        print(line)
    for line in told(twice.Parting._fields, found.partings):
        print(line)
    for line in told(["BASE", *naming.Named._fields], found.namings, LIGHT):
        print(line)


if __name__ == "__main__":
    main()
