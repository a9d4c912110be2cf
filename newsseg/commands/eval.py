"""``newsseg eval``: how right found records are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from newsseg import wire
from newsseg.commands._input import Inputs, sources_from
from newsseg.commands._options import with_password
from newsseg.commands._output import report, say
from newsseg.commands._tables import chosen, format_option, write_table
from newsseg.i18n import _

if TYPE_CHECKING:
    from newsseg.evaluation.evaluate import Report
    from newsseg.inputs.sources import Source

Row: TypeAlias = "dict[str, Any]"
Texts: TypeAlias = "dict[tuple[str, int], str]"
DIGITS = 4
FORM = {
    "source": str,
    "page": int,
    "headline": (str, type(None)),
    "deck": [str],
    "bylines": [str],
    "captions": [str],
    "credits": [{"name": str, "role": str}],
    "body": [{"kind": str, "text": str}],
}
"""What is compared, and of what types it is; expected records may lack keys."""
BY_PAGE = ("perfect F1", "body", "title", "headline", "credit F1", "break F1", "subhead F1", "caption F1")
"""The scores of a single page that are worth a column."""


def _rows(source: Source) -> Iterator[Row]:
    """Yield the records of JSON lines; a line that is none is reported."""
    from newsseg.pages import pieces

    for number, (line, _ended) in enumerate(pieces(source, "\n"), 1):
        if line.strip():
            place = f"{source.name}:{number}"
            try:
                row = wire.loads(line.removeprefix("\ufeff"))
            except wire.WireError as error:
                report(place, str(error))
                continue
            wrong = next((key for key, form in FORM.items() if key in row and not _fits(row[key], form)), None)
            if wrong:
                what = _("{} is not what a record holds there (see newsseg schema); the line is left out")
                report(place, what.format(wrong))
            else:
                yield row


def _fits(value: object, form: Any) -> bool:
    """Tell whether ``value`` is of a ``form``: types, a list of what a list holds, or the keys that a dict has."""
    if isinstance(form, list):
        return isinstance(value, list) and all(_fits(one, form[0]) for one in value)
    if isinstance(form, dict):
        return isinstance(value, dict) and all(key in value and _fits(value[key], one) for key, one in form.items())
    return isinstance(value, form)


def _compare_names(expected: list[Row], found: list[Row], names: tuple[str, ...]) -> None:
    """Say that no page of the one is in the other, if that is so: all scores are 0 then."""
    wanted, there = ({str(row.get("source", "")).rsplit("/", 1)[-1] for row in rows} for rows in (expected, found))
    if wanted and there and wanted.isdisjoint(there):
        what = _("no page that is expected ({}) is among those found ({}); pages are matched by their file's name")
        say(f"{', '.join(names)}: {what.format(min(wanted), min(there))}")


def _found(inputs: Inputs) -> tuple[list[Row], Texts]:
    """Return the found records, and the texts of those pages that were given as text (they are split here)."""
    from newsseg.pages import pages_of
    from newsseg.runs.work import records_of

    rows: list[Row] = []
    texts: Texts = {}
    for source, is_records in sources_from(inputs):
        if is_records:
            rows += _rows(source)
            continue
        for page in pages_of(source):
            texts[page.source.rsplit("/", 1)[-1], page.number] = page.text
            rows += [dict(wire.to_row(record)) for record in records_of(page, None)]
    return rows, texts


def _score_rows(made: Report) -> Iterator[Row]:
    """Yield a row for each score that the pages have, with its interval where there are several pages."""
    ends = made.intervals() if len(made.pages) > 1 else {}
    for name, value in made.scores.items():
        if value is not None:
            low, high = ends.get(name) or (None, None)
            yield {"score": name, "value": _short(value), "low": _short(low), "high": _short(high)}


def _page_rows(made: Report) -> Iterator[Row]:
    for page in made.pages:
        scores = page.scores
        row = {"source": page.page.source, "page": page.page.number, "articles": len(page.page.expected)}
        yield row | {name: _short(scores[name]) for name in BY_PAGE}


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


@click.command()
@click.option("--failures", is_flag=True, help=_("Say what went wrong instead, article by article."))
@click.option("--by-page", is_flag=True, help=_("Give the scores of each page instead."))
@format_option
@with_password
@click.argument("expected", metavar="EXPECTED")
@click.argument("found", metavar="FOUND…", nargs=-1, required=True)
def command(
    expected: str, found: tuple[str, ...], form: str | None, password: str | None, *, failures: bool, by_page: bool
) -> None:
    """Score found records against expected ones.

    EXPECTED holds JSON lines; they need no spans. FOUND holds JSON lines, or pages, which are split first; then the
    conservation of the text is counted, too. Pages are matched by the name of their file. Intervals are of 95 %, by
    bootstrap over pages.

    \b
    newsseg eval page.expected.jsonl page.txt
    newsseg split *.txt | newsseg eval expected.jsonl - --failures
    """
    from newsseg.evaluation.evaluate import evaluate
    from newsseg.evaluation.evaluate import failures as told
    from newsseg.reports.tables import DRAWN, Column

    wanted = [row for source, _records in sources_from(Inputs((expected,))) for row in _rows(source)]
    rows, texts = _found(Inputs(found, password=password))
    _compare_names(wanted, rows, found)
    made = evaluate(wanted, rows, texts)
    if failures:
        from newsseg.safe import for_terminal

        for line in told(made):
            click.echo(for_terminal(line))
    elif by_page:
        columns = [Column("source", _("page"), wrap=False), Column("page", _("number"), "number")]
        columns += [Column(name, _(name), "number") for name in ("articles", *BY_PAGE)]
        write_table(_page_rows(made), columns, form, _("scores"))
    else:
        columns = [Column("score", _("score")), Column("value", _("value"), "number")]
        if len(made.pages) > 1 or chosen(form) not in DRAWN:
            columns += [Column("low", _("from"), "number"), Column("high", _("to"), "number")]
        write_table(_score_rows(made), columns, form, _("scores"))
