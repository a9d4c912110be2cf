"""Pairs of neighbouring characters: by those that two texts share it is told whether they have one subject.

Pairs need no tokenizer, and names, which tokenizers break, count in full. A pair is one number, made of its two code
points: to cut thousands of strings of two characters takes three times as long as to read numbers off the text's bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

KEPT = 256  # paragraphs: those of one page; several stages ask for the same
WIDTH = 4  # bytes of a character
PAIR: Final = "Q"  # an unsigned number of the bytes of two characters


@lru_cache(maxsize=KEPT)
def pairs_of(paragraph: str) -> frozenset[int]:
    """Return the pairs of neighbouring characters in ``paragraph``; ``forget`` them when its page is done."""
    data = memoryview(paragraph.encode("utf-32-le", "surrogatepass"))
    even, odd = (size - size % (2 * WIDTH) for size in (len(data), max(0, len(data) - WIDTH)))
    return frozenset(data[:even].cast(PAIR)).union(data[WIDTH : WIDTH + odd].cast(PAIR))


forget = pairs_of.cache_clear


def holders(pairs: frozenset[int], texts: Iterable[Iterable[str]]) -> dict[int, list[int]]:
    """Return for each of ``pairs`` the numbers of those ``texts`` that hold it, each given as its paragraphs."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for i, paragraphs in enumerate(texts if pairs else ()):
        for pair in set().union(*[pairs & pairs_of(paragraph) for paragraph in paragraphs]):
            found[pair].append(i)
    return found


def numbers(pairs: Iterable[str]) -> list[int]:
    """Return the number of each of ``pairs``, given as strings of two characters."""
    return memoryview("".join(pairs).encode("utf-32-le", "surrogatepass")).cast(PAIR).tolist()
