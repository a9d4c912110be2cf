"""Columns: the standing titles of columns are told from headlines by what stands below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from newsseg.engine.lines import Line
from newsseg.engine.revised import is_question
from newsseg.engine.sort import Piece
from newsseg.grammar import bylines
from newsseg.grammar.columns import might_be_column
from newsseg.rules import Rules

NARROW = 3  # no line of a headline is that many times shorter than the next


def columns(found: Sequence[Piece], rules: Rules) -> Iterator[Piece]:
    """Yield the pieces of a page with each standing title of a column that stands above a headline apart.

    It begins what stands together; a line like it above text is a subhead.
    """
    for piece, after in zip_longest(found, found[1:]):
        if piece.kind != "display":
            yield piece
            continue
        lines = list(piece.lines)
        start = 0
        for i, line in enumerate(lines):
            below = lines[i + 1] if i + 1 < len(lines) else title_below(after, rules)
            starts = i == start or line.gap
            if below and starts and might_be_column(line.text, rules, apart=is_apart(line, below)):
                if start < i:
                    yield Piece(piece.place, "display", tuple(lines[start:i]))
                yield Piece(piece.place, "column", (line,))
                start = i + 1
                if start < len(lines):
                    lines[start] = below._replace(gap=True)
        if start < len(lines):
            yield Piece(piece.place, "display", tuple(lines[start:]))


def is_apart(line: Line, below: Line) -> bool:
    """Tell whether a line is surely no part of the headline below it: a blank line is between them, or it is narrow."""
    return below.gap or len(below.text) >= NARROW * len(line.text)


def title_below(after: Piece | None, rules: Rules) -> Line | None:
    """Return the first line of what follows if an article begins with it: with a title, a question, or its by-line."""
    if after is None or after.kind not in {"display", "paragraph"}:
        return None
    line = after.lines[0]
    begins = after.kind == "display" or is_question(line.text) or bylines.opens(line.text, rules)
    return line if begins else None
