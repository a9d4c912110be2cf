"""Learn the weights by which ``newsseg.engine.roles`` tells what a line is, from composed pages.

``python -m benchmarks.learn`` composes pages of the project's own invented articles, takes from their records what each
line is, and writes ``newsseg/engine/roles.json``: a conditional random field of first order (Lafferty, McCallum and
Pereira 2001), the same bytes at every run. Of words only the kinds by which paragraphs open are weighed: the weights
know layouts, not subjects.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from pycrfsuite import Tagger, Trainer

from benchmarks.compose import compose, read_articles
from benchmarks.editions import editions
from benchmarks.sets import INVENTED, LESSONS, SEEDS
from benchmarks.typeset import Measure
from newsseg.engine.facts import Facts
from newsseg.engine.forms import Form, judge
from newsseg.engine.lines import Line, join, read_lines
from newsseg.engine.roles import (
    DISPLAY,
    FIRST,
    LAST,
    MIDDLE,
    SINGLE,
    WEIGHTS,
    Weights,
    features,
    roles,
)
from newsseg.grammar.folio import is_folio
from newsseg.rules import load

SEED, PAGES = 70_000, 5000
MODELS, SEEDS_APART = 6, 2000
"""Models, each of other pages: the mean of their weights tells more lines right than any of them."""
SMALLEST = 0.05  # weight that is kept
OTHER, FEW = 71_000, 100  # pages to tell what was learnt by
PENALTIES = {"c1": 1.5, "c2": 0.02, "max_iterations": 200, "feature.possible_transitions": False}
"""On the size of weights, and of its square: the first leaves those that few lines speak for at zero."""
NARROW, CARELESS, PICTURED = 0.15, 0.1, 0.1  # shares of pages: papers set so, though most do not
LOOSE, TIGHT, SHORTEST = 0.02, 0.03, 8
"""Shares of full lines set looser or tighter by a character (a page of a real paper: 0.03), of lines not shorter."""
HALVED = 0.2  # of articles: then 13 of 100 headlines have 26 characters or more, and 12 of real ones
START = "start"  # of a page: as if a paragraph had ended above it
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


def stock(seed: int) -> list[dict[str, Any]]:
    """Return the invented articles to learn from: the short ones in editions as long as real ones, the long ones.

    Of some kicker or deck is the other half of the headline, for theirs are shorter than those of real articles.
    """
    short, long = ([dict(article) for article in read_articles(path)] for path in (INVENTED, LESSONS))
    rng = Random(seed)  # noqa: S311 - the same every time
    return [halved(article) if rng.random() < HALVED else article for article in [*editions(short, seed), *long]]


def halved(article: dict[str, Any]) -> dict[str, Any]:
    """Return ``article`` with its kicker or deck as a part of its headline, behind a blank."""
    other = article.get("kicker") or article.get("subtitle")
    headline = f"{article['headline']} {other}" if other else article["headline"]
    return {**article, "headline": headline, "kicker": "", "subtitle": ""}


def sheets(articles: Sequence[dict[str, Any]], seed: int, count: int) -> Iterator[Sheet]:
    """Yield composed pages to learn from: each as its dump, once unwrapped, and so with blank lines at titles only."""
    rules = load()
    rng = Random(seed)  # noqa: S311 - the same every time
    for text, records in drawn(articles, seed, count):
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


def drawn(articles: Sequence[dict[str, Any]], seed: int, count: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield composed pages: some in columns narrower than most, some with marks that open lines, some with photos."""
    rng = Random(seed + 1)  # noqa: S311 - the same every time
    for nth in range(count):
        changes: dict[str, Any] = {}
        if rng.random() < NARROW:
            changes["narrow"] = rng.randint(7, 12)
            changes["wide"] = changes["narrow"] + rng.randint(0, 6)
        if rng.random() < CARELESS:
            changes["measure"] = Measure(careless=1.0, indent=rng.choice(("dropped", "kept", "never")))
        if rng.random() < PICTURED:
            changes["captions"] = 0.9
        yield compose(articles, seed * SEEDS + nth, **changes)


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


def learn(data: Iterable[Sheet]) -> Weights:
    """Return the weights that make the roles of ``data`` likeliest, less a penalty that leaves few of them.

    Pages whose lines were cut at a column's width, and others, have weights of their own.
    """
    trainers = {wrapped: Trainer("lbfgs", PENALTIES, verbose=False) for wrapped in (True, False)}
    for sheet in data:
        names = [list(features(form, sheet.facts)) for form in sheet.forms]
        trainers[sheet.facts.wrapped].append([[START], *names], [str(SINGLE), *map(str, sheet.gold)])
    table: Weights = {}
    with TemporaryDirectory() as folder:
        for wrapped, trainer in trainers.items():
            trainer.train(path := os.path.join(folder, "model"))
            model = Tagger()
            model.open(path)
            learnt = model.info()
            for (before, after), weight in learnt.transitions.items():
                table[f"{'' if wrapped else 'u '}{before}>{after}"] = [round(weight, 2)]
            for (name, role), weight in learnt.state_features.items():
                if name != START:
                    table.setdefault(name, [0.0] * 5)[int(role)] = round(weight, 2)
    return {name: row for name, row in sorted(table.items()) if any(row)}


def learnt_from(seed: int, pages: int) -> Weights:
    """Return the weights that composed pages of one seed teach."""
    return learn(sheets(stock(seed), seed, pages))


def mean(tables: Sequence[Weights]) -> Weights:
    """Return the mean of the weights of several models; one that has none for a feature has zero."""
    found: Weights = {}
    for name in sorted(set().union(*tables)):
        rows = [table[name] for table in tables if name in table]
        row = [round(sum(column) / len(tables), 2) for column in zip(*rows, strict=True)]
        if ">" in name or max(map(abs, row)) >= SMALLEST:
            found[name] = row
    return found


def wrong(data: Iterable[Sheet], table: Weights) -> str:
    """Return in words how many lines of ``data`` are told wrongly by the weights of ``table``."""
    pairs = [
        pair for sheet in data for pair in zip(roles(sheet.forms, sheet.facts, table=table), sheet.gold, strict=True)
    ]
    return f"{sum(a != b for a, b in pairs)} of {len(pairs)} lines of other pages wrong"


def main() -> None:
    """Learn from composed pages and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    options = parser.parse_args()
    with ProcessPoolExecutor() as pool:
        seeds = [SEED + SEEDS_APART * k for k in range(MODELS)]
        table = mean(list(pool.map(learnt_from, seeds, [options.pages] * MODELS)))
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(row)}" for name, row in table.items())
    Path(WEIGHTS).write_text("{\n" + lines + "\n}\n", encoding="utf-8")
    print(wrong(sheets(stock(OTHER), OTHER, FEW), table))


if __name__ == "__main__":
    main()
