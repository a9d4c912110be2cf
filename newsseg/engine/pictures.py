"""Pictures: which texts of a page are captions, and no by-lines that name a photographer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsseg.engine.lines import Line, cells
from newsseg.grammar import bylines, captions
from newsseg.rules import Rules

LONGEST, MOST_LINES = 120, 5  # characters and lines of a caption that is not told by its words alone
RAGGED = 4  # cells by which the lines of a caption differ, its last one aside


def is_caption(text: str, rules: Rules) -> bool:
    """Tell whether a text is a caption, and not a by-line that names a photographer (``文/甲 图/乙``)."""
    found = captions.is_shown(text, rules) if len(text) <= LONGEST else captions.is_caption(text, rules)
    return found and not (bylines.might_open(text) and bylines.own_line(text, rules))


def caption_stretches(lines: Sequence[Line], rules: Rules) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the lines that stand between two blank lines and are one caption together."""
    gaps = [i for i, line in enumerate(lines) if line.gap]
    for start, end in zip(gaps, [*gaps[1:], len(lines)], strict=False):
        if end - start <= MOST_LINES and is_one([line.text for line in lines[start:end]], rules):
            yield start, end


def is_one(texts: Sequence[str], rules: Rules) -> bool:
    """Tell whether lines that stand together are one caption: those but the last are alike, none is one alone."""
    whole = "".join(texts)
    if len(whole) > LONGEST or not is_caption(whole, rules):
        return False
    widths = [cells(text) for text in texts[:-1]]
    if widths and (max(widths) - min(widths) > RAGGED or cells(texts[-1]) > max(widths) + RAGGED):
        return False
    if len(texts) > 1 and bylines.might_open(texts[-1]) and bylines.own_line(texts[-1], rules):
        return False  # 文/甲 图/乙 below a title
    return not any(captions.opens(text, rules) for text in texts[1:])
