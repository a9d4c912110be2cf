"""Pairs of neighbouring characters: by those that two texts share it is told whether they have one subject.

Pairs need no tokenizer, and names, which tokenizers break, count in full.
"""

from __future__ import annotations

from functools import lru_cache
from operator import add

KEPT = 256  # paragraphs: those of one page; several stages ask for the same


@lru_cache(maxsize=KEPT)
def pairs_of(paragraph: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters in ``paragraph``; ``forget`` them when its page is done."""
    return frozenset(map(add, paragraph, paragraph[1:]))


forget = pairs_of.cache_clear
