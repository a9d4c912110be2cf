"""Scores from counts, with bootstrap intervals over pages."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING

from newsseg.evaluation.counts import STANDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROUNDS = 1000
"""Resamples of the bootstrap: the ends of a 95 % interval rest on 25 of them each."""
SEED = 20230824
"""Fixed, so that the same records always give the same interval."""


def share(part: float, whole: float) -> float | None:
    """Return ``part / whole``, or None where there is nothing to have a share of."""
    return part / whole if whole else None


def precision_recall(both: float, expected: float, found: float) -> tuple[float | None, float | None, float | None]:
    """Return precision, recall and their harmonic mean F1.

    P = both / found, R = both / expected, F1 = 2 both / (expected + found) (van Rijsbergen 1979, Information
    Retrieval, ch. 7). Of nothing expected and nothing found, all are None.
    """
    return share(both, found), share(both, expected), share(2 * both, expected + found)


def scores(counts: Mapping[str, float]) -> dict[str, float | None]:
    """Return every score of the summed counts; None where nothing of the kind was there.

    - ``perfect``: articles with body, paragraphs, subheads, title, credits and captions all right; P over found
      articles, R over expected ones.
    - ``body``: expected articles whose whole body text is right; ``body elements``: and each paragraph and subhead.
    - ``headline``: expected articles whose headline is right; ``headline before``, ``after``, ``away`` (elsewhere on
      the page): of those whose headline stands there. ``title``: headline and decks right as a set.
    - ``confident``: found articles whose record is at least 0.9 confident of its headline; ``confident right``: those
      of them whose headline is right.
    - ``bylines``: expected articles whose printed by-lines are right.
    - ``credit`` (role and name), ``name`` (name alone), ``deck``, ``subhead``, ``caption``: P, R, F1 within the right
      article; ``break``: of the places where one element of a body ends and the next begins, by the eight characters
      on each side.
    - ``splits``: pieces of expected articles beyond the first that went to other articles; ``merges``: pieces of
      other articles inside a found one. Per expected article.
    - ``bcubed``: over characters of bodies, as Amigó, Gonzalo, Artiles and Verdejo 2009, A comparison of extrinsic
      clustering evaluation metrics based on formal constraints, Information Retrieval 12(4), section 4: the mean over
      characters of the share of its found article (P) or expected article (R) that belongs together with it. With
      n(e, f) characters shared: P = Σ n(e, f)² / |f| over Σ |f|, R = Σ n(e, f)² / |e| over Σ |e|. Characters that the
      other side has not count as alone and wrong.
    - ``conservation``: the share of the page's non-blank characters that lie in exactly one span.
    """
    expected = counts.get("articles.expected", 0)
    table: dict[str, float | None] = {}
    _prf(table, counts, "perfect", expected, counts.get("articles.found", 0))
    for name in ("body.text", "body.elements", "title.right", "bylines.right"):
        table[name.replace(".text", "").replace(".right", "").replace(".", " ")] = share(counts.get(name, 0), expected)
    table["headline"] = share(sum(counts.get(f"headline.{where}.right", 0) for where in STANDS), expected)
    for where in STANDS:
        right, of = counts.get(f"headline.{where}.right", 0), counts.get(f"headline.{where}.all", 0)
        table[f"headline {where}"] = share(right, of)
    table["confident"] = share(counts.get("confident.all", 0), counts.get("articles.found", 0))
    table["confident right"] = share(counts.get("confident.right", 0), counts.get("confident.all", 0))
    for name in ("credit", "name", "break", "subhead", "caption", "deck"):
        _prf(table, counts, name, counts.get(f"{name}.expected", 0), counts.get(f"{name}.found", 0))
    for name in ("splits", "merges"):
        table[name] = share(counts.get(name, 0), expected)
    table |= _bcubed(counts)
    gone = counts.get("characters.lost", 0) + counts.get("characters.doubled", 0)
    visible = counts.get("characters", 0)
    table["conservation"] = share(max(0, visible - gone), visible)
    return table


def _prf(table: dict[str, float | None], counts: Mapping[str, float], name: str, expected: float, found: float) -> None:
    values = precision_recall(counts.get(f"{name}.both", 0), expected, found)
    table.update(zip((f"{name} P", f"{name} R", f"{name} F1"), values, strict=True))


def _bcubed(counts: Mapping[str, float]) -> dict[str, float | None]:
    precision = share(counts.get("bcubed.precision", 0) / 1000, counts.get("bcubed.found", 0))
    recall = share(counts.get("bcubed.recall", 0) / 1000, counts.get("bcubed.expected", 0))
    both = None if precision is None or recall is None else share(2 * precision * recall, precision + recall) or 0.0
    return {"bcubed P": precision, "bcubed R": recall, "bcubed F1": both}


def total(pages: Sequence[Mapping[str, int]]) -> Counter[str]:
    """Return the sum of the counts of several pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update(page)
    return counts


def intervals(pages: Sequence[Mapping[str, int]], rounds: int = ROUNDS) -> dict[str, tuple[float, float] | None]:
    """Return the 95 % percentile bootstrap interval of each score, resampling whole pages.

    Efron and Tibshirani 1993, An Introduction to the Bootstrap, ch. 13; pages, not articles, are drawn, for the
    articles of a page stand and fall together.
    """
    if not pages:
        return {}
    keys = sorted({key for page in pages for key in page})
    columns = [[page.get(key, 0) for page in pages] for key in keys]
    draw = random.Random(SEED)  # noqa: S311 - statistics, not secrets
    drawn: dict[str, list[float]] = {}
    names: list[str] = []
    for _round in range(rounds):
        which = draw.choices(range(len(pages)), k=len(pages))
        sums = {key: sum([column[at] for at in which]) for key, column in zip(keys, columns, strict=True)}
        table = scores(sums)
        names = list(table)
        for name, value in table.items():
            if value is not None:
                drawn.setdefault(name, []).append(value)
    return {name: _ends(sorted(drawn[name])) if name in drawn else None for name in names}


def _ends(values: Sequence[float]) -> tuple[float, float]:
    last = len(values) - 1
    return values[round(0.025 * last)], values[round(0.975 * last)]
