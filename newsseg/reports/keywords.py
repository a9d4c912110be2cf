"""Keywords of an article (TF-IDF or TextRank) and its words."""

from __future__ import annotations

import os
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from newsseg.reports.tokens import load_jieba, names_kept, quiet
from newsseg.rules import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from newsseg.record import Article
    from newsseg.reports.tokens import Cut, UserWord

METHODS = ("tfidf", "textrank")
TOP = 10
SHORTEST = 2  # characters: single ones are too many-sided to tell what a text is about

Find: TypeAlias = "Callable[[Article], list[str]]"

_LETTER = re.compile(r"[^\W\d_]")  # numbers and dates are no keywords
_NUMERAL = "〇零一二三四五六七八九十百千万亿两几数近"
_LARGE = f"[{_NUMERAL}]*[百千万亿][{_NUMERAL}]*"  # 二百一十; but 十四五 is a plan, 五四 a day


def stop_words(more: Iterable[str] = ()) -> frozenset[str]:
    """Return the shipped stop words and ``more``, in lower case."""
    return frozenset({word.lower() for word in (*_read("stopwords"), *(word.strip() for word in more)) if word})


def counts() -> re.Pattern[str]:
    """Return what matches a number in Han characters with its measure word (九处), or a large one without."""
    measures = "|".join(sorted(_read("measures"), key=len, reverse=True))
    return re.compile(f"[{_NUMERAL}]+(?:{measures})|{_LARGE}")


def _read(name: str) -> list[str]:
    with open(os.path.join(WORDS, f"{name}.txt"), encoding="utf-8") as file:
        return [line.strip() for line in file if line.strip() and not line.startswith("#")]


def finder(
    method: str, *, top: int = TOP, stop: Collection[str] | None = None, user_words: Collection[UserWord] = (), cut: Cut
) -> Find:
    """Return the function that gives an article's ``top`` keywords, the weightiest first.

    ``method`` is ``tfidf`` (``cut`` cuts the text, so it can be fast) or ``textrank`` (jieba's own tagger cuts it).
    """
    passed = stop_words() if stop is None else stop
    if method == "textrank":
        return _textrank(top, passed, user_words)
    frequencies = read_idf()
    counted = counts()
    median = sorted(frequencies.values())[len(frequencies) // 2]

    def find(article: Article) -> list[str]:
        words = (word for text in texts(article) for word in cut(text, names(article)))
        candidates = (word for word in words if _is_candidate(word, passed) and not counted.fullmatch(word))
        return tfidf(candidates, frequencies, median, top)

    return find


def tfidf(words: Iterable[str], frequencies: Mapping[str, float], median: float, top: int) -> list[str]:
    """Return the ``top`` words by term frequency × inverse document frequency; equals in order of appearance.

    A word that the table of ``frequencies`` lacks is taken to be as rare as the ``median`` word.
    """
    weights = {word: count * frequencies.get(word, median) for word, count in Counter(words).items()}
    return sorted(weights, key=weights.__getitem__, reverse=True)[:top]


@cache
def read_idf() -> dict[str, float]:
    """Return the inverse document frequencies that jieba ships, counted over a corpus of Chinese news and novels."""
    path = os.path.join(os.path.dirname(quiet("jieba").__file__), "analyse", "idf.txt")
    with open(path, encoding="utf-8") as file:
        return {word: float(value) for word, value in (line.split(" ") for line in file)}


def tokens_of(article: Article, cut: Cut) -> dict[str, object]:
    """Return the words of the headline and of each element of the body; the words of one text joined are the text."""
    whole = names(article)
    return {
        "headline": cut(article.headline or "", whole),
        "body": [cut(element.text, whole) for element in article.body],
    }


def texts(article: Article) -> list[str]:
    """Return the texts that tell the article's subject: all but by-lines and jump lines."""
    return [article.headline or "", *article.deck, *(element.text for element in article.body), *article.captions]


def names(article: Article) -> list[str]:
    """Return the names of the article's credits, each once."""
    return list(dict.fromkeys(credit.name for credit in article.credits))


def _is_candidate(word: str, passed: Collection[str]) -> bool:
    return len(word) >= SHORTEST and bool(_LETTER.search(word)) and word.lower() not in passed


def _textrank(top: int, passed: Collection[str], user_words: Collection[UserWord]) -> Find:
    quiet("jieba.analyse")  # in one quiet import: its parts import each other
    rank = quiet("jieba.analyse.textrank").TextRank()
    tokenizer = load_jieba(tuple(user_words))
    rank.tokenizer = quiet("jieba.posseg").POSTokenizer(tokenizer)
    rank.stop_words = passed

    def find(article: Article) -> list[str]:
        with names_kept(tokenizer, names(article)):
            found: list[str] = rank.textrank("\n".join(texts(article)), topK=None)
        return [word for word in found if _is_candidate(word, passed)][:top]

    return find
