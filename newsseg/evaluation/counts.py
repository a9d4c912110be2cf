"""What is counted on one page, so that scores of many pages are sums of counts (micro averages)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from newsseg.evaluation.pairs import body, elements, plain
from newsseg.evaluation.pieces import bcubed, conservation, pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from newsseg.evaluation.pairs import Page, Pair, Row

Counts: TypeAlias = "Counter[str]"

STANDS = ("before", "after", "away", "none", "unknown")
"""Where a headline stands: next to its article, elsewhere on the page (``away``), nowhere, or not told."""
NEAR = 80
"""Characters that decks and a by-line may take between a headline and its body."""
CONFIDENT = 0.9
"""Least confidence of a headline that claims to be right."""
CONTEXT = 8
"""Characters on each side that tell one paragraph break from another."""


def title(row: Row) -> list[str]:
    """Return headline and decks, sorted: which of them is which does not matter here."""
    return sorted(map(plain, [row.get("headline"), *(row.get("deck") or ())]))


def credits_of(row: Row) -> list[tuple[str, str]]:
    """Return the (role, name) pairs of an article, sorted."""
    return sorted((credit["role"], plain(credit["name"])) for credit in row.get("credits") or ())


def texts(row: Row, field: str) -> list[str]:
    """Return the texts of a list field, ready to compare."""
    return [plain(text) for text in row.get(field) or ()]


def subheads(row: Row) -> list[str]:
    """Return the texts of the subheads of an article."""
    return [text for kind, text in elements(row) if kind == "subhead"]


def breaks(row: Row) -> list[str]:
    """Return each place where one element of the body ends and the next begins, known by the characters around it."""
    parts = [text for _kind, text in elements(row)]
    whole, at, places = "".join(parts), 0, []
    for part in parts[:-1]:
        at += len(part)
        places.append(f"{whole[max(0, at - CONTEXT) : at]}|{whole[at : at + CONTEXT]}")
    return places


def headline_right(pair: Pair) -> bool:
    """Tell whether the headline is the expected one, character for character."""
    one, two = pair
    return one is not None and two is not None and plain(one.get("headline")) == plain(two.get("headline"))


def perfect(pair: Pair) -> bool:
    """Tell whether body, paragraphs, subheads, title, credits and captions of the article are all right."""
    one, two = pair
    if one is None or two is None:
        return False
    same = (elements, title, credits_of, lambda row: sorted(texts(row, "captions")))
    return all(view(one) == view(two) for view in same)


def stands(row: Row, text: str | None = None) -> str:
    """Return where the headline stands: as the record tells, else by its spans or the page's text, else ``unknown``."""
    told = row.get("headline_stands")
    if told is not None:
        return told if told in STANDS else "unknown"
    if not plain(row.get("headline")):
        return "none"
    lead = [span[2:4] for span in row.get("spans") or () if span[0] == "headline"]
    rest = [span[2:4] for span in row.get("spans") or () if span[0] in {"bylines", "body"}]
    if lead and rest:
        return "before" if lead[0][0] < rest[0][0] else "after"
    return "unknown" if text is None else _stands_in(plain(text), plain(row.get("headline")), body(row))


def _stands_in(page: str, headline: str, text: str) -> str:
    """Tell from the page itself: next to the first or last words of the body, else away (or torn)."""
    starts = [match.start() for match in re.finditer(re.escape(headline), page)]
    first = page.find(text[:CONTEXT])
    last = page.rfind(text[-CONTEXT:]) + min(CONTEXT, len(text))
    if any(0 <= first - start - len(headline) <= NEAR for start in starts):
        return "before"
    return "after" if any(0 <= start - last <= NEAR for start in starts) else "away"


def _tally(counts: Counts, name: str, expected: Iterable[Hashable], found: Iterable[Hashable]) -> None:
    """Add how many things were expected, found, and both (as multisets)."""
    one, two = Counter(expected), Counter(found)
    counts[f"{name}.expected"] += one.total()
    counts[f"{name}.found"] += two.total()
    counts[f"{name}.both"] += (one & two).total()


def _marked(page: Page, view: Callable[[Row], Iterable[Hashable]]) -> Iterator[list[tuple[int, Hashable]]]:
    """Yield the things of both sides, each with the number of its article's pair: in the wrong article it is wrong."""
    for side in (0, 1):
        yield [(at, thing) for at, pair in enumerate(page.pairs) if (row := pair[side]) for thing in view(row)]


def _names(row: Row) -> list[str]:
    return sorted({name for _role, name in credits_of(row)})


VIEWS: Mapping[str, Callable[[Row], Iterable[Hashable]]] = {
    "deck": lambda row: texts(row, "deck"),
    "credit": credits_of,
    "name": _names,
    "subhead": subheads,
    "caption": lambda row: texts(row, "captions"),
}
"""What is scored by precision and recall within the right article."""


def _article(counts: Counts, pair: Pair, text: str | None) -> None:
    one, two = pair
    if two is not None and (two.get("confidence") or 0) >= CONFIDENT:
        counts["confident.all"] += 1
        counts["confident.right"] += headline_right(pair)
    if one is None:
        return
    where = stands(one, text)
    counts[f"headline.{where}.all"] += 1
    if two is None:
        return
    counts[f"headline.{where}.right"] += headline_right(pair)
    counts["title.right"] += title(one) == title(two)
    counts["body.text"] += body(one) == body(two)
    counts["body.elements"] += elements(one) == elements(two)
    counts["bylines.right"] += texts(one, "bylines") == texts(two, "bylines")
    counts["perfect.both"] += perfect(pair)


def count(page: Page, text: str | None = None, records: Sequence[Row] = ()) -> Counts:
    """Return all counts of a page; with its text and all its found records, conservation too."""
    counts: Counts = Counter({"pages": 1, "articles.expected": len(page.expected), "articles.found": len(page.found)})
    for pair in page.pairs:
        _article(counts, pair, text)
    counts["articles.both"] = sum(None not in pair for pair in page.pairs)
    for name, view in VIEWS.items():
        _tally(counts, name, *_marked(page, view))
    _tally(counts, "break", *([place for row in side for place in breaks(row)] for side in (page.expected, page.found)))
    counts.update(pieces(page))
    counts.update(bcubed(page))
    if text is not None:
        counts.update(conservation(text, records))
    return counts
