"""The words under which a full-text index finds an article.

A search engine knows words only where blanks stand between them. Besides the words themselves the index gets *parts*:
each two neighbours as one word, so that a compound that the dictionary lacks is found as it is written (产业集群 where
the tokenizer says 产业, 集群), and the pieces of long words, so that 审计 is found in 审计局.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from newsseg.record import Article

PIECES = (2, 3)  # characters: the lengths of nearly all Chinese words inside longer ones


def index_words(article: Article, cut: Callable[[str], list[str]], stop: Collection[str] = ()) -> tuple[str, str, str]:
    """Return the words of the headline and deck, those of body and captions, and the parts of both, each once.

    A word of ``stop`` (的, 以及) is in no compound that anybody looks for.
    """
    display = [cut(text) for text in (article.headline or "", *article.deck)]
    running = [cut(text) for text in (*(element.text for element in article.body), *article.captions)]
    parts = dict.fromkeys(part for words in (*display, *running) for part in _parts(words, stop))
    return _joined(display), _joined(running), " ".join(parts)


def _joined(texts: Sequence[Sequence[str]]) -> str:
    return "\n".join(" ".join(words) for words in texts)


def _parts(words: Sequence[str], stop: Collection[str]) -> Iterator[str]:
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        if word in stop or not word.isalnum():
            continue
        if following not in stop and following.isalnum():
            yield word + following
        if not word.isascii():
            for size in PIECES:
                yield from (word[at : at + size] for at in range(len(word) - size + 1) if size < len(word))
