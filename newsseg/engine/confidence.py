"""Confidence: how likely it is that an article's headline is exactly right."""

from __future__ import annotations

from math import exp

from newsseg.engine.headlines import Group

# Logistic regression over the articles of composed pages; ``make accuracy`` prints how many of the headlines at 0.9 and
# above are right.
BASE = -2.2  # lower than the fit says, so that of the articles at 0.9 and above hardly any is wrong
MARGIN, MOST_MARGIN = 0.02, 8.0  # how much better the page's assignment is than the next that gives it another title
FIRM, MOST_FIRM = 0.35, 5.0  # the least sure join or break between its display lines
CHOSEN, MOST_CHOSEN = 0.3, 4.0  # headline told from deck
WORDS, MOST_WORDS = 0.4, 4.0  # how well its words fit the body
PARTS = -1.0  # for each display text after the first
LINES = -0.25  # for each line that was joined to the one above
# At most, where the body holds the headline word for word (so does it the text of a photo), or where it ends in a dash
# (so do kickers).
DOUBTFUL = 0.89


def confidence(group: Group, chosen: float, parts: int, *, doubtful: bool) -> float:
    """Return the probability that the headline is exact.

    ``chosen``: log-odds of headline against deck; ``doubtful``: what it says or how it ends may be another text's.
    """
    total = (
        BASE
        + MARGIN * min(group.margin, MOST_MARGIN)
        + FIRM * min(group.firm, MOST_FIRM)
        + CHOSEN * min(chosen, MOST_CHOSEN)
        + WORDS * min(group.words, MOST_WORDS)
        + PARTS * (parts - 1)
        + LINES * (group.end - group.start - parts)
    )
    likely = round(1 / (1 + exp(-total)), 2)
    return min(likely, DOUBTFUL) if doubtful else likely
