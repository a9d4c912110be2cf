"""Learn how titles end and begin, by which ``newsseg.engine.edges`` tells whether a break is inside a title.

``python -m benchmarks.learn_edges`` counts in the project's own invented titles which one or two characters stand at
the ends of titles and which inside, in them and in invented articles which pairs make words, and writes
``newsseg/engine/edges.json``: log-odds in whole numbers, the same bytes at every run.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log
from pathlib import Path

from benchmarks.compose import read_articles
from benchmarks.layout import Source
from benchmarks.sets import LESSONS, TITLES
from newsseg.engine.edges import SIDE, WEIGHTS, alike

DRAWN = 5.0  # counts by which each is drawn towards what all have: two characters that are seen once tell little
FEWEST = 2  # times that two characters must be seen
NEWS = 1  # what two characters must add to what the one at the edge tells
MOST = 3  # log-odds of an edge: more is not told apart
WORD, MOST_WORD = 2.0, 4.0  # log-odds of a pair that makes a word, at least and at most
MARKS = re.compile(r"[，。；：！？、“”‘’（）《》【】\s—…]")


def titles(stock: Iterable[Source]) -> Iterator[str]:
    """Yield the headlines, kickers, decks and subheads of articles."""
    for article in stock:
        texts = [article.get(key, "") for key in ("kicker", "headline", "subtitle")]
        texts += [part["text"] for part in article.get("body", ()) if part["kind"] == "subhead"]
        yield from (alike(text) for text in texts if text)


def clauses(stock: Iterable[Source]) -> Iterator[str]:
    """Yield the clauses of the paragraphs of articles."""
    for article in stock:
        for part in article.get("body", ()):
            if part["kind"] == "paragraph":
                yield from MARKS.split(alike(part["text"]))


def counted(stock: Sequence[Source]) -> dict[str, dict[str, int]]:
    """Return the log-odds of ends, beginnings and words that ``stock`` tells."""
    ends, begins, before, behind, pairs, single = (Counter[str]() for _ in range(6))
    for title in titles(stock):
        for size in range(1, SIDE + 1):
            ends[title[-size:]] += 1
            begins[title[:size]] += 1
            for i in range(SIDE, len(title) - SIDE + 1):  # where a line might end
                before[title[i - size : i]] += 1
                behind[title[i : i + size]] += 1
    for text in (*titles(stock), *clauses(stock)):
        single.update(text)
        pairs.update(text[i : i + 2] for i in range(len(text) - 1))
    return {"ends": edge_odds(ends, before, -1), "begins": edge_odds(begins, behind, 0), "words": words(pairs, single)}


def edge_odds(edge: Counter[str], inside: Counter[str], last: int) -> dict[str, int]:
    """Return how much likelier characters stand at an edge than inside; ``last``: which of two stands at it."""
    found: dict[str, int] = {}
    for size in range(1, SIDE + 1):
        sums = [sum(n for one, n in counts.items() if len(one) == size) for counts in (edge, inside)]
        usual = sums[0] / sums[1]
        for one in sorted({*edge, *inside}):
            if len(one) == size and edge[one] + inside[one] >= FEWEST:
                odds = log((edge[one] + DRAWN * usual) / (inside[one] + DRAWN) / usual)
                value = round(max(-MOST, min(MOST, odds)))
                if abs(value - found.get(one[last], 0)) >= NEWS:
                    found[one] = value
    return found


def words(pairs: Counter[str], single: Counter[str]) -> dict[str, int]:
    """Return how much oftener pairs of characters are seen than chance lets them, where they make a word."""
    total = sum(single.values())
    found = {}
    for pair, n in sorted(pairs.items()):
        odds = log((n + 0.5) / (single[pair[0]] * single[pair[1]] / total + 0.5))
        if n >= FEWEST and odds >= WORD:
            found[pair] = round(min(MOST_WORD, odds))
    return found


def grouped(table: dict[str, int]) -> dict[str, str]:
    """Return for each number the characters that have it, with blanks between them."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for one, value in sorted(table.items()):
        if not any(map(str.isspace, one)):
            found[value].append(one)
    return {str(value): " ".join(found[value]) for value in sorted(found)}


def main() -> None:
    """Count, and write what was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", type=Path, default=[TITLES, LESSONS])
    stock = [article for path in parser.parse_args().articles for article in read_articles(path)]
    tables = counted(stock)
    texts = {name: grouped(table) for name, table in tables.items()}
    Path(WEIGHTS).write_text(json.dumps(texts, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(", ".join(f"{len(table)} {name}" for name, table in tables.items()))


if __name__ == "__main__":
    main()
