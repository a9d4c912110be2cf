"""``newsseg verify``: proof that records keep a page whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from newsseg.commands import BAD_INPUT
from newsseg.commands._input import Inputs, pages_from, records_from, rules_from
from newsseg.commands._options import with_encoding, with_password, with_rules
from newsseg.commands._output import report
from newsseg.i18n import _
from newsseg.inputs.files import STANDARD_INPUT
from newsseg.pages import Page
from newsseg.record import Record
from newsseg.runs.work import records_of
from newsseg.verify import problems

LINE_END = "\n"


@click.command()
@click.argument("page", type=click.Path())
@click.argument("records", type=click.Path(), required=False)
@with_encoding
@with_password
@with_rules
def command(page: str, records: str | None, encoding: str | None, password: str | None, rules: str | None) -> None:
    """Prove that nothing of PAGE is lost, doubled or invented in RECORDS.

    Every non-blank character of PAGE must lie in exactly one range of exactly one record, and every text must be the
    page's text at its ranges. RECORDS is what split made of PAGE; without it, PAGE is split now.

    \b
    newsseg verify page.pdf
    newsseg split page.txt | newsseg verify page.txt -
    """
    if page == records:
        raise click.UsageError(_("PAGE and RECORDS are the same; give the text of the page and its records"))
    pages = pages_from(Inputs((page,), encoding, password=password))
    if records is None:
        words = rules_from(Inputs(rules=rules))
        prove(page, ((one, records_of(one, words)) for one in pages))
    else:
        found = records_from(Inputs((records,)))
        kept = found if os.path.isdir(page) else (record for record in found if is_of(record.source, page))
        prove(page, paired(pages, kept, records))


def prove(name: str, pairs: Iterable[tuple[Page, list[Record]]]) -> None:
    """Report each problem of the pages; where there is none, say so on standard output."""
    line, characters, count, sound = 1, 0, 0, True
    for page, records in pairs:
        line = 1 if page.number == 1 else line
        for problem in problems(page.text, records):
            sound = False
            place = f"{page.source}:{line + page.text.count(LINE_END, 0, problem.start)}"
            report(place, f"{problem.record}: {problem.what}" if problem.record else problem.what)
        line += page.text.count(LINE_END)
        characters += len("".join(page.text.split()))
        count += len(records)
    if sound and not click.get_current_context().meta.get(BAD_INPUT):
        message = _("{}: {} characters in {} records; nothing lost, doubled or invented")
        sys.stdout.write(message.format(name, characters, count) + LINE_END)


def is_of(source: str, page: str) -> bool:
    """Tell whether records of ``source`` may be those of the file ``page``; standard input leaves it open."""
    return STANDARD_INPUT in (source, page) or os.path.basename(source) == os.path.basename(page)


def paired(pages: Iterable[Page], records: Iterable[Record], name: str) -> Iterator[tuple[Page, list[Record]]]:
    """Yield each page with its records, which come in the order of the pages; ``name`` is where they come from."""
    groups = groupby(records, key=lambda record: (record.source, record.page))
    none: tuple[tuple[str, int], Iterable[Record]] = ("", 0), ()
    (source, number), group = next(groups, none)
    for page in pages:
        if number == page.number and is_of(source, page.source):
            yield page, list(group)
            (source, number), group = next(groups, none)
        else:
            yield page, []
    if number:
        what = _("has records of page {} of {}, which is not there, or stands before; sort them by page")
        report(name, what.format(number, source))
