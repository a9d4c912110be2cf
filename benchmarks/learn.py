"""Learn the weights by which ``newsseg.engine.roles`` tells what a line is, from composed pages.

``python -m benchmarks.learn`` composes pages of the project's own invented articles, takes from their records what each
line is, and writes ``newsseg/engine/roles.json``: a conditional random field of first order (Lafferty, McCallum and
Pereira 2001), the same bytes at every run. No feature holds a word of the text: the weights know layouts, not subjects.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import exp, sqrt
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.compose import pages
from benchmarks.editions import editions
from newsseg.engine.facts import Facts
from newsseg.engine.forms import Form, judge
from newsseg.engine.lines import Line, join, read_lines
from newsseg.engine.roles import (
    DISPLAY,
    FIRST,
    FOLLOWS,
    LAST,
    MIDDLE,
    SINGLE,
    WEIGHTS,
    Weights,
    emissions,
    features,
    roles,
)
from newsseg.grammar.folio import is_folio
from newsseg.rules import load

SEED, PAGES, EPOCHS = 70_000, 3000, 8
RATE = 0.25  # of a step of AdaGrad
DECAY = 0.002  # pulls weights that few lines speak for towards zero
LOOSE, TIGHT, SHORTEST = 0.02, 0.03, 8
"""Shares of full lines set looser or tighter by a character (a page of a real paper: 0.03), of lines not shorter."""
SETTLED = 0.01  # a line whose role is as sure as this teaches nothing
DISPLAYED = {"headline", "deck", "subhead", "display"}
OWN_LINE = re.compile(r"[■□●◇◆▲]|文[/／]|(?:本报通讯员|[^讯电訊電（( ]{2,8}记者)")


class Sheet(NamedTuple):
    """One page to learn from: its lines' forms and what each line is."""

    forms: list[Form]
    facts: Facts
    gold: list[int]


def units(record: dict[str, Any]) -> Iterator[tuple[int, int, tuple[object, ...]]]:
    """Yield the ranges of a record, each with the name of the block it is a part of; display text has none."""
    number = record["order"]
    if record["kind"] != "article":
        for _, _, start, end in record["spans"]:
            yield start, end, (DISPLAY,) if record["role"] == "display" else (number, record["role"])
        return
    body = record["body"]
    inline = [not OWN_LINE.match(text) for text in record["bylines"]]
    first = min((s[2] for s in record["spans"] if s[0] == "body"), default=0)
    for field, index, start, end in record["spans"]:
        if field in DISPLAYED or (field == "body" and body[index]["kind"] == "subhead"):
            yield start, end, (DISPLAY,)
        elif field == "bylines" and inline[index]:
            yield start, end, (number, "body", 0 if start < first else len(body) - 1)
        else:
            yield start, end, (number, field, index)


def gold_units(lines: Sequence[Line], records: Iterable[dict[str, Any]], length: int) -> list[tuple[Any, Any] | None]:
    """Return for each line the blocks that its first and last character are parts of; None where no record has it."""
    where: list[tuple[object, ...] | None] = [None] * (length + 1)
    for record in records:
        for start, end, unit in units(record):
            where[start:end] = [unit] * (end - start)
    found: list[tuple[Any, Any] | None] = []
    for line in lines:
        start, end, _ = line.pieces[0]
        inside = [unit for unit in where[start:end] if unit is not None]
        found.append((inside[0], inside[-1]) if inside else None)
    return found


def gold_roles(lines: Sequence[Line], ends: Sequence[tuple[Any, Any] | None]) -> list[int]:
    """Return what each line is, by the blocks its two ends are parts of."""
    found = []
    for i, pair in enumerate(ends):
        if pair is None or pair[0] == (DISPLAY,):
            found.append(DISPLAY)
            continue
        before = ends[i - 1] if i else None
        after = ends[i + 1] if i + 1 < len(ends) else None
        begins = before is None or before[1] != pair[0]
        alone = lines[i].text[0] in "（(" and begins
        stops = pair[1] != pair[0] or after is None or after[0] != pair[0]
        found.append(SINGLE if begins and stops else FIRST if begins or alone else LAST if stops else MIDDLE)
    return mended(found)


def mended(found: list[int]) -> list[int]:
    """Return the roles with those changed that no path allows (a paragraph that a caption interrupts)."""
    for i, role in enumerate(found):
        before = found[i - 1] if i else SINGLE
        open_before = before in {FIRST, MIDDLE}
        if role in {MIDDLE, LAST} and not open_before:
            found[i] = FIRST if role == MIDDLE else SINGLE
        elif role in {FIRST, SINGLE, DISPLAY} and open_before:
            found[i - 1] = LAST if before == MIDDLE else SINGLE
    if found and found[-1] in {FIRST, MIDDLE}:
        found[-1] = LAST if found[-1] == MIDDLE else SINGLE
    return found


def sheets(articles: Sequence[dict[str, Any]], seed: int, count: int) -> Iterator[Sheet]:
    """Yield composed pages to learn from: each as its dump, once unwrapped, and so with blank lines at titles only."""
    rules = load()
    rng = Random(seed)  # noqa: S311 - the same every time
    for text, records in pages(articles, seed, count):
        lines = [line for line in read_lines(text) if not is_folio(line.text, rules)]
        if not lines:
            continue
        found = gold_roles(lines, gold_units(lines, records, len(text)))
        lines = [shaken(line, role, rng) for line, role in zip(lines, found, strict=True)]
        yield Sheet(*judge(lines, rules), found)
        whole, kinds = unwrapped(lines, found)
        yield Sheet(*judge(whole, rules), kinds)
        tight = [line._replace(gap=line.gap and kind == DISPLAY) for line, kind in zip(whole, kinds, strict=True)]
        yield Sheet(*judge(tight, rules), kinds)


def shaken(line: Line, role: int, rng: Random) -> Line:
    """Return ``line`` set a little looser or tighter than the rules say, now and then, as real columns are."""
    if role not in {FIRST, MIDDLE} or len(line.text) < SHORTEST:
        return line
    draw = rng.random()
    if draw < LOOSE:
        return line._replace(text=line.text[:-1])
    if draw < LOOSE + TIGHT:
        return line._replace(text=line.text[:-2] + "长" + line.text[-2:])
    return line


def unwrapped(lines: Sequence[Line], found: Sequence[int]) -> tuple[list[Line], list[int]]:
    """Return the lines of the page once its paragraphs are joined, and what each is."""
    whole: list[Line] = []
    kinds: list[int] = []
    taken: list[Line] = []
    for line, role in zip(lines, found, strict=True):
        if role == DISPLAY:
            follows = bool(kinds) and kinds[-1] == DISPLAY and not line.gap
            whole.append(line._replace(indent=0, gap=not follows))
            kinds.append(DISPLAY)
            continue
        taken.append(line)
        if role in {LAST, SINGLE}:
            whole.append(join(taken)._replace(indent=0, gap=True))
            kinds.append(SINGLE)
            taken = []
    return whole, kinds


def learn(data: Sequence[Sheet], epochs: int) -> Weights:
    """Return the weights that ``epochs`` passes of stochastic gradient ascent (AdaGrad) on ``data``'s likelihood find.

    They are the means of those after each pass of the second half, for the last pages seen shake them (Polyak and
    Juditsky 1992).
    """
    table: Weights = defaultdict(lambda: [0.0] * 5)
    sums: Weights = defaultdict(lambda: [0.0] * 5)
    seen: Weights = defaultdict(lambda: [1.0] * 5)
    rng = Random(SEED)  # noqa: S311 - the same every time
    order = list(range(len(data)))
    for epoch in range(epochs):
        rng.shuffle(order)
        for k in order:
            climb(table, seen, data[k])
        if epoch >= epochs // 2:
            for name, row in table.items():
                sums[name] = [a + b for a, b in zip(sums[name], row, strict=True)]
        wrong = total = 0
        for sheet in data[:: len(data) // 100 or 1]:
            guess = roles(sheet.forms, sheet.facts, table=table)
            total += len(guess)
            wrong += sum(a != b for a, b in zip(guess, sheet.gold, strict=True))
        print(f"epoch {epoch + 1}: {wrong} of {total} lines wrong", flush=True)
    passes = epochs - epochs // 2
    return {name: [round(w / passes, 2) for w in row] for name, row in sums.items()}


def climb(table: Weights, seen: Weights, sheet: Sheet) -> None:
    """Move ``table`` a step towards what makes the right roles of ``sheet`` likelier."""
    mode = "" if sheet.facts.wrapped else "u "
    gains = emissions(sheet.forms, sheet.facts, table)
    links = {(a, b): table[f"{mode}{a}>{b}"][0] for a, after in enumerate(FOLLOWS) for b in after}
    alone, pairs = marginals(gains, links)
    gradient: dict[str, list[float]] = defaultdict(lambda: [0.0] * 5)
    for form, right, chances in zip(sheet.forms, sheet.gold, alone, strict=True):
        slope = [(role == right) - chance for role, chance in enumerate(chances)]
        if max(map(abs, slope)) > SETTLED:
            for name in features(form, sheet.facts):
                gradient[name] = [a + b for a, b in zip(gradient[name], slope, strict=True)]
    before = SINGLE
    for right in sheet.gold:
        pairs[before, right] = pairs.get((before, right), 0.0) - 1.0
        before = right
    for (a, b), value in pairs.items():
        gradient[f"{mode}{a}>{b}"][0] -= value
    for name, slope in gradient.items():
        row, sums = table[name], seen[name]
        for role, value in enumerate(slope):
            if value:
                value -= DECAY * row[role]  # noqa: PLW2901
                sums[role] += value * value
                row[role] += RATE * value / sqrt(sums[role])


def marginals(
    gains: Sequence[Sequence[float]], links: dict[tuple[int, int], float]
) -> tuple[list[list[float]], dict[tuple[int, int], float]]:
    """Return how likely each role is at each line, and how often to expect each transition (forward-backward)."""
    top = [max(row) for row in gains]
    local = [[exp(value - high) for value in row] for row, high in zip(gains, top, strict=True)]
    steps = [(a, b, exp(value)) for (a, b), value in links.items()]
    state = [0.0, 0.0, 0.0, 1.0, 0.0]
    forward = []
    for row in local:
        after = [0.0] * 5
        for a, b, value in steps:
            after[b] += state[a] * value
        after = [x * y for x, y in zip(after, row, strict=True)]
        total = sum(after) or 1.0
        state = [x / total for x in after]
        forward.append(state)
    behind = [0.0, 0.0, 1.0, 1.0, 1.0]
    alone: list[list[float]] = [[]] * len(local)
    pairs: dict[tuple[int, int], float] = {}
    for i in range(len(local) - 1, -1, -1):
        both = [x * y for x, y in zip(forward[i], behind, strict=True)]
        total = sum(both) or 1.0
        alone[i] = [x / total for x in both]
        weighed = [x * y for x, y in zip(local[i], behind, strict=True)]
        before = forward[i - 1] if i else [0.0, 0.0, 0.0, 1.0, 0.0]
        flows = [(a, b, before[a] * value * weighed[b]) for a, b, value in steps]
        total = sum(flow for _, _, flow in flows) or 1.0
        behind = [0.0] * 5
        for a, b, flow in flows:
            pairs[a, b] = pairs.get((a, b), 0.0) + flow / total
        for a, b, value in steps:
            behind[a] += value * weighed[b]
        total = max(behind) or 1.0
        behind = [x / total for x in behind]
    return alone, pairs


def main() -> None:
    """Learn from composed pages and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=Path, default=Path(__file__).parent / "articles.jsonl")
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args()
    articles = [json.loads(line) for line in options.articles.read_text(encoding="utf-8").splitlines()]
    table = learn(list(sheets(editions(articles, SEED), SEED, options.pages)), options.epochs)
    kept = {name: row for name, row in sorted(table.items()) if any(row)}
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in kept.items())
    Path(WEIGHTS).write_text("{\n" + lines + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
