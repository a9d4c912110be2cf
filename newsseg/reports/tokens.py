"""Chinese words: jieba as a plain function, without its cache and its log.

jieba keeps its dictionary in a marshal file of predictable name in the shared temporary folder, where another user may
have put one. Reading the dictionary takes no longer than reading that cache, so here there is none.

rjieba cuts some twenty times faster. Where it is installed it cuts the texts that it is known to cut as jieba does.
"""

from __future__ import annotations

import re
import warnings
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from newsseg.i18n import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

NOUN = "n"  # what a user's word is taken for: TextRank ranks only words whose kind it knows
SILENT = 100  # above every level of the logging module

# Where rjieba differs: a hyphen, an underscore or a full stop joins Latin words there and not in jieba, and jieba's
# Han characters end at U+9FD5 of the first block.
_DIFFERS = re.compile(r"[-_]|\.(?![0-9])|(?<![0-9])\.|[\u3400-\u4dbf\u9fd6-\u9fff\uf900-\ufaff\U00010000-\U0010ffff]")
_JIEBA_WORD = re.compile(r"[\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+")  # what jieba can keep as one word
_USER_WORD = re.compile(r"(\S+)(?:[ \t]+([0-9]+))?(?:[ \t]+([a-zA-Z]+))?")


class UserWord(NamedTuple):
    """A word of a user dictionary; without a frequency it gets one that keeps it whole."""

    text: str
    frequency: int | None = None
    tag: str | None = None


class UserWordsError(ValueError):
    """A user dictionary that cannot be used; the message says ``FILE:LINE: what, and what to do``."""


class Cut(Protocol):
    """Split ``text`` into words, which joined are the text again; ``names`` are kept whole."""

    def __call__(self, text: str, names: Collection[str] = ()) -> list[str]:
        """Return the words."""


def read_user_words(text: str, file: str) -> tuple[UserWord, ...]:
    """Return the words of a dictionary in jieba's form: a line is a word, its frequency, its tag (the two optional)."""
    words = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        match = _USER_WORD.fullmatch(line.strip())
        if not match:
            problem = _("{}:{}: write a word, perhaps a frequency and a tag, as in: 产业集群 20 n")
            raise UserWordsError(problem.format(file, number))
        words.append(UserWord(match[1], int(match[2]) if match[2] else None, match[3]))
    return tuple(words)


def cutter(user_words: Collection[UserWord] = (), *, fast: bool = True) -> Cut:
    """Return the function that cuts text into words; with ``fast``, rjieba helps where it is installed.

    The result is the same with and without.
    """
    quick = _rjieba(user_words) if fast else None
    own = tuple(user_words)

    def cut(text: str, names: Collection[str] = ()) -> list[str]:
        held = [name for name in names if name in text]
        if quick and not held and not _DIFFERS.search(text):
            words: list[str] = quick(text)
            return words
        with names_kept(load_jieba(own), held) as tokenizer:  # a second of reading: only when a text needs it
            return [
                word for piece in split_at(text, held) for word in ([piece] if piece in held else tokenizer.cut(piece))
            ]

    return cut


def split_at(text: str, names: Collection[str]) -> list[str]:
    """Return the text in pieces, each of the names that jieba cannot keep as one word (卡尔·安德松) a piece."""
    odd = sorted((re.escape(name) for name in names if not _JIEBA_WORD.fullmatch(name)), key=len, reverse=True)
    return [piece for piece in re.split(f"({'|'.join(odd)})", text) if piece] if odd else [text]


@cache
def load_jieba(user_words: tuple[UserWord, ...] = ()) -> Any:
    """Return a tokenizer of jieba with the words of the user's dictionary, read without jieba's cache and log."""
    jieba = quiet("jieba")
    jieba.setLogLevel(SILENT)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True  # else it would look for its cache
    for text, frequency, tag in user_words:
        tokenizer.add_word(text, frequency, tag or NOUN)
    return tokenizer


def quiet(module: str) -> Any:
    """Import a module of jieba without the warnings that its age brings about."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return import_module(module)


@contextmanager
def names_kept(tokenizer: Any, names: Collection[str]) -> Iterator[Any]:
    """Add the names to the tokenizer for the time of one text: the next text is cut as if it were the first."""
    frequencies, total = tokenizer.FREQ, tokenizer.total
    new = [name for name in names if len(name) > 1 and not frequencies.get(name)]
    for name in new:
        tokenizer.add_word(name, None, "nr")
    try:
        yield tokenizer
    finally:
        frequencies.update(dict.fromkeys(new, 0))  # 0: the beginning of a word, none itself
        tokenizer.total = total


def _rjieba(user_words: Collection[UserWord]) -> Any:
    """Return rjieba's cut, or None where it is not installed or would not know a word to be split (frequency 0)."""
    try:
        tokenizer = import_module("rjieba").Jieba()
    except ImportError:
        return None
    for text, frequency, tag in user_words:
        if frequency == 0:
            return None
        tokenizer.add_word(text, frequency or tokenizer.suggest_freq(text), tag or "")
    return tokenizer.cut
