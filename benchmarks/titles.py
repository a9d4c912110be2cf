"""Display text: headlines, kickers and decks on one line or several."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from benchmarks.typeset import NO_END, NO_START, Measure, Piece, Tag, break_lines

_INSIDE = re.compile(r"“[^”]{1,14}”|《[^》]{1,18}》|（[^）]{1,14}）|[A-Za-z0-9.%+\-]+|——|……")


def _places(text: str) -> list[int]:
    """Return where a line may end: not inside quotes, titles or numbers, nor against the punctuation rules."""
    barred = {at for match in _INSIDE.finditer(text) for at in range(match.start() + 1, match.end())}
    return [
        at
        for at in range(2, len(text) - 1)
        if at not in barred and text[at] not in NO_START and text[at - 1] not in NO_END and text[at - 1] != " "
    ]


def meaningful(text: str, lines: int, body: str, rng: Random) -> list[str]:
    """Cut a title where a reader would: at a space, after punctuation, else between words.

    Without a dictionary: a place is between words when the pair of characters around it is rare in the article while
    the pairs beside it are not.
    """
    if " " in text.strip() and rng.random() < 0.7:
        return [part for part in re.split(r"[ 　]+", text) if part]
    pairs = Counter(body[at : at + 2] for at in range(len(body) - 1))
    cuts: list[int] = []
    for nth in range(1, lines):
        aim = len(text) * nth / lines
        options = [at for at in _places(text) if (not cuts or at > cuts[-1] + 1) and abs(at - aim) <= len(text) / 5 + 1]
        if options:
            cuts.append(min(options, key=lambda at: _strain(text, at, pairs) + abs(at - aim) / 3))
    return [text[a:b].strip() for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def _strain(text: str, at: int, pairs: Counter[str]) -> float:
    """Tell how much a cut hurts: little after punctuation, much inside what the article often writes together."""
    if text[at] == " " or text[at - 1] in "，：、；！？—”》":
        return -4.0
    inside, beside = pairs[text[at - 1 : at + 1]], pairs[text[at - 2 : at]] + pairs[text[at : at + 2]]
    return 3.0 * inside - 1.0 * min(beside, 6)


def mechanical(text: str, room: int, measure: Measure, rng: Random) -> list[str]:
    """Cut a title at a width, be the last line but one character."""
    lines = break_lines([Piece(text, None)], [room], measure, rng)
    return ["".join(piece.text for piece in line) for line in lines]


def tagged(text: str, parts: list[str], tag: Tag) -> list[tuple[Piece, ...]]:
    """Return the lines with their tag; the parts must be the text but for spaces at their ends."""
    if "".join("".join(parts).split()) != "".join(text.split()):
        raise ValueError(f"{parts} is not {text}")
    return [(Piece(part.strip(), tag),) for part in parts if part.strip()]
