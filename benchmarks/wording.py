"""How many headlines are told from their kickers and decks by words alone (``newsseg.engine.titles.wording``).

``python -m benchmarks.wording`` counts on the project's invented titles and articles and, where they are here, on the
real articles to measure on: printed as papers print them, kicker first or deck last, and the other way round.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.compose import read_articles
from benchmarks.layout import Source
from benchmarks.sets import DEVELOPMENT, INVENTED, LESSONS, TITLES
from newsseg.engine.titles import wording
from newsseg.rules import shipped

STOCKS = (TITLES, INVENTED, LESSONS, DEVELOPMENT)


def pairs(stock: Iterable[Source]) -> Iterator[tuple[str, str, bool]]:
    """Yield two display texts as they are printed, and whether the second is the headline."""
    for article in stock:
        if article.get("kicker"):
            yield article["kicker"], article["headline"], True
        if article.get("subtitle"):
            yield article["headline"], article["subtitle"], False


def right(found: Iterable[tuple[str, str, bool]]) -> str:
    """Return how many headlines of pairs are told, in words."""
    told = [(wording(first, second, shipped()) > 0) == is_second for first, second, is_second in found]
    return f"{sum(told)} of {len(told)}"


def main() -> None:
    """Print for each stock how many headlines are told."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", type=Path, default=[path for path in STOCKS if path.exists()])
    for path in parser.parse_args().articles:
        found = list(pairs(read_articles(path)))
        kickers, decks = ([pair for pair in found if pair[2] == second] for second in (True, False))
        turned = [(second, first, not is_second) for first, second, is_second in found]
        print(
            f"{path.name}: {right(found)} right; below kickers {right(kickers)}, above decks {right(decks)};", end=" "
        )
        print(f"the other way round {right(turned)}")


if __name__ == "__main__":
    main()
