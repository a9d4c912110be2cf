"""Learn the weights by which ``newsseg.engine.displays`` cuts display lines into titles, from composed pages.

``python -m benchmarks.learn_titles ARTICLES.jsonl`` composes pages of these and of invented articles and writes
``newsseg/engine/displays.json``: a semi-Markov conditional random field (Sarawagi and Cohen 2004), the same bytes at
every run. Of words only a few kinds are weighed (``newsseg/words``), and how titles end and begin (``learn_edges``,
which comes first; it counts no title that is learnt from here, for that would seem to tell too much). Invented titles
teach other shapes than real ones: learnt from half of the articles of ``../shared/articles/development.jsonl``, from
which the shipped weights were learnt, they tell 92.6 of 100 runs of the other half right, with an invented run for each
65 real ones 92.4, for each 13 92.0, for each four 91.2; and of invented runs 91.3, 92.1, 94.0, 95.5.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import exp, log, sqrt
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.compose import pages, read_articles
from benchmarks.layout import Source
from benchmarks.sets import INVENTED
from newsseg.engine.displays import LONGEST, WEIGHTS, style
from newsseg.engine.evidence import Evidence
from newsseg.engine.lines import Line, cut, read_lines
from newsseg.engine.shapes import Style, break_features, title_features
from newsseg.grammar.folio import is_folio
from newsseg.rules import Rules, shipped

SEED, PAGES, EPOCHS = 90_000, 8000, 8
ORDERS = 3  # of the runs: each alone tells as many as 30 of 17,456 unseen runs more or fewer
INVENTED_PAGES = 250  # few: so invented titles are told, too, and real ones nearly as well as without them
RATE = 0.4  # of a step of AdaGrad
DECAY = 0.0002  # pulls weights that few titles speak for towards zero
TITLES = {"headline", "deck"}

Features = dict[str, float]
Shapes = dict[tuple[int, int], Features]


class Run(NamedTuple):
    """Display lines that stand together: what is weighed of each title they could make, and where titles end."""

    length: int
    shapes: Shapes
    ends: tuple[int, ...]


def runs(articles: Sequence[Source], seed: int, count: int, rules: Rules) -> Iterator[Run]:
    """Yield the runs of display lines of composed pages, of two lines or more."""
    for text, records in pages(articles, seed, count):
        lines, titles = titled(
            [line for line in read_lines(text) if not is_folio(line.text, rules)], records, len(text)
        )
        groups = [[lines[i] for i in group] for group in together(titles)]
        bodies = ["\n".join(part["text"] for part in r["body"]) for r in records if r["kind"] == "article"]
        shown = ["".join(line.text for line in group) for group in groups]
        evidence = Evidence(bodies, shown)
        page = style(groups, evidence)
        for group, places in zip(groups, together(titles), strict=True):
            if 1 < len(group) <= LONGEST:
                ends = [k + 1 for k, i in enumerate(places[:-1]) if titles[i] != titles[i + 1]]
                yield Run(len(group), shapes_of(group, page, evidence, rules), (*ends, len(group)))


def titled(lines: Sequence[Line], records: Sequence[dict[str, Any]], length: int) -> tuple[list[Line], list[object]]:
    """Return the lines, and for each the title that it is a part of, or None.

    The first piece of a torn headline, glued to a body's last line, becomes a line of its own, as it does in splitting.
    """
    where: list[object] = [None] * length
    for record in records:
        for field, index, start, end in record["spans"]:
            if field in TITLES:
                where[start:end] = [(record["order"], field, index)] * (end - start)
    found: list[tuple[Line, object]] = []
    torn = False
    for line in lines:
        start, end, _ = line.pieces[0]
        first, last = where[start], where[end - 1]
        if first is None and last is not None:
            tail = next(i for i in range(end - start) if where[start + i] is not None)
            found += [(cut(line, 0, tail), None), (cut(line, tail, end - start), last)]
        else:
            found.append((line._replace(gap=False) if torn else line, first if first == last else None))
        torn = first is None and last is not None
    return [line for line, _ in found], [title for _, title in found]


def together(titles: Sequence[object]) -> list[list[int]]:
    """Return the places of lines that are parts of titles, those that stand together as one list."""
    found: list[list[int]] = []
    for i, title in enumerate(titles):
        if title is not None:
            if found and found[-1][-1] == i - 1:
                found[-1].append(i)
            else:
                found.append([i])
    return found


def shapes_of(lines: Sequence[Line], page: Style, evidence: Evidence, rules: Rules) -> Shapes:
    """Return what is weighed of each title that neighbouring ``lines`` could make."""
    breaks = [list(break_features(lines, i, page, evidence, rules)) for i in range(len(lines) - 1)]
    found: Shapes = {}
    for start in range(len(lines)):
        for end in range(start + 1, len(lines) + 1):
            sums: Features = defaultdict(float)
            for row in (*breaks[start : end - 1], title_features(lines[start:end], page)):
                for name, value in row:
                    sums[name] += value
            found[start, end] = dict(sums)
    return found


def learn(data: Sequence[Run], epochs: int) -> Features:
    """Return the weights that make ``data`` likeliest: the means of those learnt in several orders of it."""
    sums: Features = defaultdict(float)
    for order in range(ORDERS):
        for name, value in ascend(data, epochs, Random(SEED + order)).items():  # noqa: S311 - the same every time
            sums[name] += value / ORDERS
    means = {name: round(value, 2) for name, value in sums.items()}
    return {name: value for name, value in means.items() if value}


def ascend(data: Sequence[Run], epochs: int, rng: Random) -> Features:
    """Return the weights that ``epochs`` passes of stochastic gradient ascent (AdaGrad) on ``data``'s likelihood find.

    They are the means of those after each pass of the second half (see :func:`benchmarks.learn.learn`).
    """
    table: Features = defaultdict(float)
    sums: Features = defaultdict(float)
    seen: Features = defaultdict(lambda: 1.0)
    order = list(range(len(data)))
    for epoch in range(epochs):
        rng.shuffle(order)
        right = 0
        for k in order:
            right += climb(table, seen, data[k])
        if epoch >= epochs // 2:
            for name, value in table.items():
                sums[name] += value / (epochs - epochs // 2)
        print(f"epoch {epoch + 1}: {right} of {len(data)} runs likely", flush=True)
    return sums


def climb(table: Features, seen: Features, run: Run) -> bool:
    """Move ``table`` a step towards what makes the right titles of ``run`` likelier; tell whether they were likely."""
    scores = {place: sum(table[k] * v for k, v in row.items()) for place, row in run.shapes.items()}
    slope: Features = defaultdict(float)
    start = 0
    total = 0.0
    for end in run.ends:
        total += scores[start, end]
        for name, value in run.shapes[start, end].items():
            slope[name] += value
        start = end
    chances, whole = marginals(run.length, scores)
    for place, chance in chances.items():
        if chance > SETTLED:
            for name, value in run.shapes[place].items():
                slope[name] -= chance * value
    for name, value in slope.items():
        gain = value - DECAY * table[name]
        seen[name] += gain * gain
        table[name] += RATE * gain / sqrt(seen[name])
    return total - whole > log(0.5)


SETTLED = 1e-4  # a title as unlikely as this teaches nothing


def marginals(length: int, scores: dict[tuple[int, int], float]) -> tuple[dict[tuple[int, int], float], float]:
    """Return how likely each title is, and the logarithm of the sum over all ways to cut the run (forward-backward)."""
    forward = [0.0] * (length + 1)
    behind = [0.0] * (length + 1)
    for end in range(1, length + 1):
        forward[end] = log_sum([forward[i] + scores[i, end] for i in range(end)])
    for start in range(length - 1, -1, -1):
        behind[start] = log_sum([scores[start, j] + behind[j] for j in range(start + 1, length + 1)])
    whole = forward[length]
    return {(i, j): exp(forward[i] + score + behind[j] - whole) for (i, j), score in scores.items()}, whole


def log_sum(values: Sequence[float]) -> float:
    """Return the logarithm of the sum of the exponentials of ``values``."""
    top = max(values)
    return top + log(sum(exp(value - top) for value in values))


def main() -> None:
    """Learn from composed pages and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args()
    data = [
        *runs(read_articles(INVENTED), SEED, INVENTED_PAGES, shipped()),
        *runs(read_articles(options.articles), SEED + 1000, options.pages, shipped()),
    ]
    table = learn(data, options.epochs)
    lines = ",\n".join(f"{json.dumps(name)}: {value}" for name, value in sorted(table.items()))
    Path(WEIGHTS).write_text("{\n" + lines + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
