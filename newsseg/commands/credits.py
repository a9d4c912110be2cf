"""``newsseg credits``: who wrote how much, and who signs with whom."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

import click

from newsseg.commands._files import text_of
from newsseg.commands._input import records_from, row_batches_from
from newsseg.commands._options import Inputs, with_inputs
from newsseg.commands._output import say, write_rows
from newsseg.commands._tables import bom_option, chosen, format_option, write_mark, write_table
from newsseg.i18n import _, ngettext
from newsseg.reports.people import GROUPS, SORTS, Count, Selection, count_credits, count_pairs
from newsseg.reports.peoplefile import read_people, write_unknown
from newsseg.reports.peoplerows import arrange, credit_columns, credit_rows, drawn, drawn_columns, pair_rows
from newsseg.reports.person import Person, resolved
from newsseg.reports.rolenames import roles_named
from newsseg.reports.tables import DRAWN
from newsseg.rows import from_row

DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
RESULTS = {"--with": "pairs", "--unknown": "unknown", "--annotate": "annotate"}
UNKNOWN_SHOWN = 20  # names in the message; --unknown gives all


def _date(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    try:
        if value is not None:
            date.fromisoformat(value + "-01-01"[len(value) - len("2024") :] if DATE.fullmatch(value) else "")
    except ValueError:
        problem = _("{!r} is no date; write 2024-05-31, 2024-05 or 2024").format(value)
        raise click.BadParameter(problem, context, option) from None
    return value


@click.command()
@click.option("--by", multiple=True, type=click.Choice(GROUPS), help=_("Count by this; may be given several times."))
@click.option(
    "--role", "roles", multiple=True, metavar="ROLE", help=_("Only this role: reporter, 记者, …; repeatable.")
)
@click.option(
    "--since", metavar="DATE", callback=_date, help=_("From this day, month or year on: 2024-05-31, 2024-05.")
)
@click.option("--until", metavar="DATE", callback=_date, help=_("Up to this day, month or year, and with it."))
@click.option(
    "--min", "minimum", type=click.IntRange(1), default=1, metavar="N", help=_("Leave out who has fewer articles.")
)
@click.option("--sort", type=click.Choice(SORTS), default="articles", help=_("What the rows are sorted by."))
@click.option("--headlines", is_flag=True, help=_("List the headlines, too."))
@click.option("--with", "pairs", is_flag=True, help=_("Count who signs with whom instead."))
@click.option(
    "--people",
    type=click.Path(),
    metavar="FILE.csv",
    help=_("Whom names mean: columns name, person, unit (署名, 姓名, 单位)."),
)
@click.option("--unknown", is_flag=True, help=_("Write the names that FILE.csv lacks, as lines to add to it."))
@click.option("--annotate", is_flag=True, help=_("Write the records instead, their credits resolved by FILE.csv."))
@format_option
@bom_option
@with_inputs
def command(inputs: Inputs, form: str | None, *, bom: bool, **options: Any) -> None:
    """Count who wrote how much: articles by name and role, the joint ones, the first and the last day.

    Who signs an article in two roles, as writer and photographer, is counted in both. The editors of a whole page are
    counted in pages.

    \b
    newsseg credits page.txt
    newsseg credits 2024-05/ --people people.csv --format xlsx > 2024-05.xlsx
    newsseg credits 2024/ --by month --by name --role reporter --since 2024-03
    newsseg credits page.txt --with                      who signs with whom
    newsseg credits 2024/ --people people.csv --unknown >> people.csv
    """
    _check(**options)
    people_file, annotate, unknown, pairs = (options.pop(name) for name in ("people", "annotate", "unknown", "pairs"))
    text = text_of(people_file) if people_file else ""
    people = read_people(text, people_file) if people_file else None
    form = "csv" if unknown else "jsonl" if annotate else chosen(form)
    write_mark(form, bom=bom and not (unknown and text))
    if annotate:
        _annotate(inputs, people)
        return
    selection = _selection(people if people is not None or not unknown else {}, options)
    count = (count_pairs if pairs else count_credits)(records_from(inputs), selection)
    if unknown:
        sys.stdout.write(write_unknown((name for name, _n in count.unknown.most_common()), text))
        return
    _notice(count, selection.roles, people_file)
    rows = arrange(
        (pair_rows if pairs else credit_rows)(count, selection), minimum=options["minimum"], sort=options["sort"]
    )
    if form in DRAWN:
        rows = list(map(drawn, rows))
        write_table(rows, drawn_columns(rows, selection), form, _("credits"))
    else:
        write_table(rows, credit_columns(selection, pairs=pairs), form, _("credits"))


def _check(*, by: Sequence[str], since: str | None, until: str | None, **options: Any) -> None:
    """Refuse options that contradict each other."""
    given = [name for name, key in RESULTS.items() if options[key]]
    if len(given) > 1:
        raise click.UsageError(_("{} each give another result; choose one").format(", ".join(given)))
    if options["pairs"] and by:
        raise click.UsageError(_("--with counts pairs of names; leave --by out"))
    if since and until and until[: len(since)] < since[: len(until)]:
        raise click.UsageError(_("--since {} is after --until {}; change one of them").format(since, until))


def _selection(people: dict[str, Person] | None, options: dict[str, Any]) -> Selection:
    return Selection(
        by=options["by"] or ("name",),
        roles=frozenset(role for word in options["roles"] for role in roles_named(word)),
        since=options["since"],
        until=options["until"],
        people=people,
        headlines=options["headlines"],
    )


def _annotate(inputs: Inputs, people: dict[str, Person] | None) -> None:
    if people is None:
        raise click.UsageError(_("--annotate resolves names by a people file; name it: --people FILE.csv"))
    for rows in row_batches_from(inputs):
        write_rows(row | {"credits": resolved(from_row(row), people)} for row in rows)


def _notice(count: Count, roles: frozenset[str], people_file: str | None) -> None:
    """Say on standard error what a reader of the numbers must know."""
    if not count.roles:
        say(_("nothing to count: no credit, or none of these dates"))
    for role in sorted(roles - count.roles) if count.roles else ():
        say(_("no credit has the role {}; there are {}").format(role, ", ".join(sorted(count.roles))))
    if count.undated:
        text = ngettext(
            "{} record has no date and is left out", "{} records have no date and are left out", count.undated
        )
        say(text.format(count.undated))
    if count.unknown:
        some = ", ".join(name for name, _n in count.unknown.most_common(UNKNOWN_SHOWN))
        more = ", …" if len(count.unknown) > UNKNOWN_SHOWN else ""
        text = _("{}: has no line for {} of the names: {}{} (--unknown gives them as lines to add)")
        say(text.format(people_file, len(count.unknown), some, more))
