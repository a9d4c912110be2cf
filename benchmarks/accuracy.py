"""The table of accuracy: newsseg beside the trivial baseline, on composed, extracted and real pages.

``python -m benchmarks.accuracy`` prints it; ``--update-floors`` pins the scores that the tests hold.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from benchmarks import floors
from benchmarks.baseline import baseline
from benchmarks.habits import KINDS
from benchmarks.sets import SETS, Set, load
from newsseg.evaluation.evaluate import Report, evaluate, failures
from newsseg.pages import Page
from newsseg.runs.work import records_of
from newsseg.wire import to_row

PROCESSES = 2
SHOWN = (
    ("perfect F1", "perfect F1"),
    ("body", "body"),
    ("elements", "body elements"),
    ("title", "title"),
    ("headline", "headline"),
    ("before", "headline before"),
    ("after", "headline after"),
    ("away", "headline away"),
    ("credit F1", "credit F1"),
    ("name F1", "name F1"),
    ("by-lines", "bylines"),
    ("break F1", "break F1"),
    ("subhead F1", "subhead F1"),
    ("caption F1", "caption F1"),
    ("splits", "splits"),
    ("merges", "merges"),
    ("B³ F1", "bcubed F1"),
    ("sure", "confident"),
    ("right", "confident right"),
    ("conserved", "conservation"),
)
"""Columns of the table: heading and score."""


def found(page: Page) -> list[dict[str, Any]]:
    """Return the rows that newsseg finds on a page."""
    return [dict(to_row(record)) for record in records_of(page, None)]


def trivial(page: tuple[str, int, str]) -> list[dict[str, Any]]:
    """Return the rows that the baseline finds."""
    source, number, text = page
    return [{**row, "page": number} for row in baseline(text, source)]


def measure(data: Set) -> tuple[Report, Report]:
    """Return the reports of newsseg and of the baseline on one set."""
    with ProcessPoolExecutor(PROCESSES) as pool:
        rows = [row for made in pool.map(found, data.printed, chunksize=4) for row in made]
    texts = {(source, number): text for source, number, text in data.pages}
    plain = [row for page in data.pages for row in trivial(page)]
    return evaluate(data.expected, rows, texts), evaluate(data.expected, plain)


def line(name: str, scores: dict[str, float | None]) -> str:
    """Return one line of the table."""
    cells = []
    for heading, key in SHOWN:
        value = scores[key]
        cells.append(("–" if value is None else f"{value:.3f}").rjust(max(6, len(heading))))
    return name.ljust(26) + " ".join(cells)


def table(sets: Sequence[Set], *, explain: str | None) -> None:
    """Print the table, and what went wrong where asked."""
    print(" " * 26 + " ".join(heading.rjust(max(6, len(heading))) for heading, _key in SHOWN))
    for data in sets:
        ours, plain = measure(data)
        print(line(f"{data.name} ({len(data.expected)})", ours.scores))
        low = ours.intervals()
        ends = low.get("perfect F1")
        print(
            line("  baseline", plain.scores) + (f"   95 % of perfect F1: {ends[0]:.3f}–{ends[1]:.3f}" if ends else "")
        )
        sys.stdout.flush()
        said = list(failures(ours))
        if explain == "each":
            print("\n".join(f"    {one}" for one in said))
        if explain == "count":
            print("\n".join(f"    {times:5} {kind}" for kind, times in Counter(map(_kind, said)).most_common()))


def _kind(said: str) -> str:
    """Return what went wrong without where and on which words."""
    said = re.sub(r"^[^“]*“.*?”: (?=[a-zA-Z“])", "", said)
    return re.sub(r"“.*”", "“…”", re.sub(r"(expected|found) .*", r"\1 …", said))


def main() -> None:
    """Print the table of accuracy, or pin its floors."""
    parser = argparse.ArgumentParser(description="Measure newsseg beside the trivial baseline.")
    parser.add_argument("sets", nargs="*", help=f"which sets (all): {', '.join(SETS)}")
    parser.add_argument("--seed", type=int, default=1, help="seed of the composed pages")
    parser.add_argument("--pages", type=int, default=120, help="composed pages a set")
    parser.add_argument("--kind", choices=sorted(KINDS), help="composed pages of one kind only")
    parser.add_argument("--failures", choices=("each", "count"), help="say what went wrong, or how often each fault")
    parser.add_argument("--update-floors", action="store_true", help="pin the scores of the small sets in floors.json")
    parser.add_argument("--reason", help="why a floor may be lowered")
    given = parser.parse_args()
    if given.update_floors:
        sys.exit(floors.update(given.reason))
    loaded = [load(name, given.seed, given.pages, given.kind) for name in given.sets or SETS]
    table([data for data in loaded if data], explain=given.failures)


if __name__ == "__main__":
    main()
