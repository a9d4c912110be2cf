"""What went wrong on a page, article by article, in the words of a person."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsseg.evaluation.counts import breaks, credits_of, headline_right, stands, subheads, texts, title
from newsseg.evaluation.pairs import body, elements, plain
from newsseg.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsseg.evaluation.pairs import Page, Pair, Row

SHOWN = 18
"""Characters of a text that are shown around the place where it goes wrong."""


def page_failures(page: Page, text: str | None = None) -> Iterator[str]:
    """Yield a line for each thing that went wrong on the page, whose ``text`` tells where headlines stand."""
    for pair in page.pairs:
        name = _name(pair)
        place = f"{page.source}:{page.number}: {name}: " if page.source else f"{name}: "
        for said in _article(pair, page, text):
            yield place + said


def _name(pair: Pair) -> str:
    row = pair.expected or pair.found or {}
    return f"“{row.get('headline') or body(row)[:SHOWN]}”"


def _article(pair: Pair, page: Page, text: str | None) -> Iterator[str]:
    one, two = pair
    if one is None:
        yield _("nobody expected this article; it begins “%s”") % body(two or {})[:SHOWN]
    elif two is None:
        yield _("not found")
    else:
        yield from _body(one, two)
        yield from _title(pair, page, text)
        yield from _lists(one, two)


def _body(one: Row, two: Row) -> Iterator[str]:
    want, have = body(one), body(two)
    if want != have:
        at = next((i for i, (a, b) in enumerate(zip(want, have, strict=False)) if a != b), min(len(want), len(have)))
        yield _("the body goes wrong after “%(before)s”: expected “%(want)s”, found “%(have)s”") % {
            "before": want[max(0, at - SHOWN) : at],
            "want": want[at : at + SHOWN],
            "have": have[at : at + SHOWN],
        }
        if want.endswith(have) or have.endswith(want):
            yield _("the body begins too late") if len(have) < len(want) else _("the body begins too early")
    expected, found = Counter(breaks(one)), Counter(breaks(two))
    if want == have:
        yield from (_("no paragraph break found at “%s”") % place for place in expected - found)
        yield from (_("a paragraph break too many at “%s”") % place for place in found - expected)


def _owner(text: str, page: Page) -> str:
    """Tell whose the wrongly taken headline is."""
    for row in page.expected:
        if text and text in title(row):
            return _(" (it is of the article “%s”)") % row.get("headline")
        if text and any(text == part for _kind, part in elements(row)):
            return _(" (it stands in the body of “%s”)") % row.get("headline")
    return ""


def _title(pair: Pair, page: Page, text: str | None) -> Iterator[str]:
    one, two = pair
    if one is None or two is None:
        return
    if not headline_right(pair):
        got = plain(two.get("headline"))
        yield _("the headline stands %(where)s; found instead: %(got)s%(whose)s") % {
            "where": stands(one, text),
            "got": f"“{got}”" if got else _("none"),
            "whose": _(" (its own deck)") if got in texts(one, "deck") else _owner(got, page),
        }
    want, have = Counter(texts(one, "deck")), Counter(texts(two, "deck"))
    if title(one) != title(two) or headline_right(pair):
        yield from (_("the deck “%s” is missing") % deck for deck in want - have)
        yield from (_("“%s” is taken for a deck") % deck + _owner(deck, page) for deck in have - want)


def _lists(one: Row, two: Row) -> Iterator[str]:
    if texts(one, "bylines") != texts(two, "bylines"):
        yield _("by-line: expected %(want)s, found %(have)s") % {
            "want": " + ".join(one.get("bylines") or ()) or _("none"),
            "have": " + ".join(two.get("bylines") or ()) or _("none"),
        }
    for label, want, have in (
        (_("credit"), map(" ".join, credits_of(one)), map(" ".join, credits_of(two))),
        (_("subhead"), subheads(one), subheads(two)),
        (_("caption"), texts(one, "captions"), texts(two, "captions")),
    ):
        expected, found = Counter(want), Counter(have)
        yield from (
            _("the %(what)s “%(text)s” is missing") % {"what": label, "text": text} for text in expected - found
        )
        yield from (
            _("the %(what)s “%(text)s” is too many") % {"what": label, "text": text} for text in found - expected
        )
