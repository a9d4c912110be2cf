"""Counts of whole pieces: splits and merges, B-cubed, and the conservation of the page's characters."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsseg.evaluation.pairs import body

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsseg.evaluation.pairs import Page, Row

PART_OF_EXPECTED = 0.1
"""A found article that holds this part of an expected one holds a piece of it …"""
PART_OF_FOUND = 0.5
"""… and so does one of which this part comes from the expected one, be it ever so short."""


def pieces(page: Page) -> Counter[str]:
    """Count splits and merges: pieces beyond the first, of an expected article and in a found one."""
    whole, made = [len(body(row)) for row in page.expected], [len(body(row)) for row in page.found]
    held = [
        [n > 0 and (n >= PART_OF_EXPECTED * whole[one] or n >= PART_OF_FOUND * made[two]) for two, n in enumerate(row)]
        for one, row in enumerate(page.shared)
    ]
    splits = sum(max(0, sum(row) - 1) for row in held)
    merges = sum(max(0, sum(column) - 1) for column in zip(*held, strict=True))
    return Counter({"splits": splits, "merges": merges})


def bcubed(page: Page) -> Counter[str]:
    """Count the sums of B-cubed over body characters (see :func:`newsseg.evaluation.scores.scores`)."""
    whole, made = [len(body(row)) for row in page.expected], [len(body(row)) for row in page.found]
    counts: Counter[str] = Counter({"bcubed.expected": sum(whole), "bcubed.found": sum(made)})
    for one, row in enumerate(page.shared):
        for two, n in enumerate(row):
            counts["bcubed.recall"] += _square(n, whole[one])
            counts["bcubed.precision"] += _square(n, made[two])
    return counts


def _square(shared: int, size: int) -> int:
    """Return how many characters' worth of purity a piece adds, in thousandths (counts stay whole numbers)."""
    return round(1000 * min(shared, size) ** 2 / size) if size else 0


def conservation(text: str, records: Iterable[Row]) -> Counter[str]:
    """Count the page's non-blank characters, and those that lie in no span (lost) or in several (doubled)."""
    cover = bytearray(len(text))
    twice = 0
    for record in records:
        for _field, _index, start, end in record.get("spans") or ():
            taken = cover[start:end]
            twice += sum(1 for at, seen in enumerate(taken, start) if seen and not text[at].isspace())
            cover[start:end] = b"\1" * len(taken)
    visible = sum(not char.isspace() for char in text)
    lost = sum(1 for char, seen in zip(text, cover, strict=True) if not seen and not char.isspace())
    return Counter({"characters": visible, "characters.lost": lost, "characters.doubled": twice})
