"""Pictures: which texts of a page are captions, and no by-lines that name a photographer."""

from __future__ import annotations

from collections.abc import Sequence

from newsseg.engine.lines import RAGGED, cells, ends_sentence
from newsseg.grammar import bylines, captions, folio
from newsseg.grammar.columns import is_column
from newsseg.rules import Rules

LONGEST, MOST_LINES = 120, 5  # characters and lines of a caption that is not told by its words alone


def is_caption(text: str, rules: Rules) -> bool:
    """Tell whether a text is a caption, no by-line that names a photographer (文/甲 图/乙), no jump (▶下转6版)."""
    found = captions.is_shown(text, rules) if len(text) <= LONGEST else captions.is_caption(text, rules)
    if not found or folio.jump(text) == (0, len(text)) or is_column(text, rules):  # 图说新闻
        return False
    return not (bylines.might_open(text) and bylines.own_line(text, rules))


def opens(text: str, rules: Rules) -> bool:
    """Tell whether a line opens as captions do, and is not the end of one (``资料图片``)."""
    return captions.opens(text, rules) and not captions.is_credit(text, rules)


def is_one(texts: Sequence[str], rules: Rules, *, inside: bool = False) -> bool:
    """Tell whether lines that stand together are one caption; ``inside``: a paragraph goes on behind them.

    Those before its last sentence ends are alike, and none is a caption by itself.
    """
    whole = "".join(texts)
    if len(whole) > LONGEST or not is_caption(whole, rules):
        return False
    last = next((i for i in range(len(texts) - 1, -1, -1) if "。" in texts[i]), len(texts) - 1)
    widths = [cells(text) for text in texts]
    full = widths[: last + (last < len(texts) - 1 and texts[last][-1] != "。")]
    if full and (max(full) - min(full) > RAGGED or max(widths) > max(full) + RAGGED):
        return False
    if len(texts) > 1 and any(bylines.might_open(text) and bylines.own_line(text, rules) for text in texts[: last + 1]):
        return False  # 文/甲 图/乙 below a title
    later = [i for i, text in enumerate(texts) if opens(text, rules)]
    second = len(later) == 1 and texts[later[0]][0].isalpha() and ends_sentence(texts[later[0] - 1])
    return inside or second or later in ([], [0])
