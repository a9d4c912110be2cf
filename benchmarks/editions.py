"""Editions of a stock of articles with titles and paragraphs as long as those of real papers are.

The invented articles are shorter than real ones; weights learnt from them as they are take long titles for text.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

EDITIONS = 4  # of the stock, each with other headlines made longer
LONGER, LONGEST = 0.36, 20
"""Share of the headlines that get another one's words, and the most characters of one that does: half of the headlines
of real papers have 15 characters or more, a tenth 24 or more (800 counted); of the invented ones 12 and 16."""
JOINTS = {"": 0.55, "，": 0.2, " ": 0.25}  # what stands between the two
MERGED = 0.35
"""Share of the paragraphs that go on in the next one, in every second article: half of the paragraphs of real papers
have 110 characters or more, of the invented ones 70."""


def editions(articles: Sequence[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """Return the stock several times, with titles and paragraphs as long as those of real papers are.

    No feature reads their words.
    """
    rng = Random(seed)  # noqa: S311 - the same every time
    headlines = [article["headline"] for article in articles]
    fields = ("headline", "kicker", "subtitle")
    return [
        {
            **article,
            "body": merged(article["body"], rng),
            **{field: longer(article[field], headlines, rng) for field in fields if article.get(field)},
        }
        for _ in range(EDITIONS)
        for article in articles
    ]


def merged(parts: list[dict[str, str]], rng: Random) -> list[dict[str, str]]:
    """Return the parts of a body, in every second article some of its paragraphs joined with the next one."""
    if rng.random() < 0.5:
        return parts
    made: list[dict[str, str]] = []
    for part in parts:
        if made and made[-1]["kind"] == part["kind"] == "paragraph" and rng.random() < MERGED:
            made[-1] = {**made[-1], "text": made[-1]["text"] + part["text"]}
        else:
            made.append(part)
    return made


def longer(title: str, headlines: Sequence[str], rng: Random) -> str:
    """Return ``title``, now and then with the words of another headline, or its first ones, before or behind it."""
    if len(title) >= LONGEST or rng.random() >= LONGER:
        return title
    other = rng.choice(headlines)
    if rng.random() < 0.5:
        other = other[: rng.randint(5, 14)]
    (joint,) = rng.choices(list(JOINTS), list(JOINTS.values()))
    return joint.join(rng.sample((title, other), 2))
