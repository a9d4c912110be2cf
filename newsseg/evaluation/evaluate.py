"""How right the found records are: ``evaluate(expected, found)`` gives a report of scores, page by page and in all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsseg.evaluation.counts import count
from newsseg.evaluation.failures import page_failures
from newsseg.evaluation.pairs import pages as pages_of
from newsseg.evaluation.scores import intervals, scores, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsseg.evaluation.pairs import Page, Row


@dataclass(frozen=True, slots=True)
class PageReport:
    """One page: its articles in pairs, and what was counted on it."""

    page: Page
    counts: Mapping[str, int]
    text: str | None = None

    @property
    def scores(self) -> dict[str, float | None]:
        """The scores of this page alone."""
        return scores(self.counts)


@dataclass(frozen=True, slots=True)
class Report:
    """All pages, in the order of the expected records."""

    pages: tuple[PageReport, ...] = field(default_factory=tuple)

    @property
    def counts(self) -> dict[str, int]:
        """The counts of all pages together."""
        return dict(total([page.counts for page in self.pages]))

    @property
    def scores(self) -> dict[str, float | None]:
        """The scores of all pages together; :func:`newsseg.evaluation.scores.scores` says what each means."""
        return scores(self.counts)

    def intervals(self) -> dict[str, tuple[float, float] | None]:
        """Return the 95 % bootstrap interval over pages of each score, the same at every call."""
        return intervals([page.counts for page in self.pages])


def evaluate(
    expected: Iterable[Row], found: Iterable[Row], texts: Mapping[tuple[str, int], str] | None = None
) -> Report:
    """Compare found records with expected ones, both as plain dicts.

    Articles are paired by body text; expected records need no spans, order or type. ``texts`` may give the text of
    pages by (file name, page): then conservation is counted from the spans of all found records, fragments included.
    """
    theirs = list(found)
    made = []
    for page in pages_of(expected, theirs):
        text = _text(page, texts or {})
        made.append(PageReport(page, count(page, text, [] if text is None else _records(page, theirs)), text))
    return Report(tuple(made))


def _text(page: Page, texts: Mapping[tuple[str, int], str]) -> str | None:
    """Return the text of the page; expected records that name no source belong to the only text there is."""
    if not page.source and len(texts) == 1:
        return next(iter(texts.values()))
    return texts.get((page.source, page.number))


def _records(page: Page, found: Iterable[Row]) -> list[Row]:
    """Return all found records of the page."""
    here = (page.source, page.number)
    return [
        row
        for row in found
        if not page.source
        or (str(row.get("source") or "").replace("\\", "/").rsplit("/", 1)[-1], row.get("page") or 1) == here
    ]


def failures(report: Report) -> Iterator[str]:
    """Yield what went wrong, article by article, a sentence a line."""
    for page in report.pages:
        yield from page_failures(page.page, page.text)
