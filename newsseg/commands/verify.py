"""``newsseg verify``: proof that records keep a page whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby

import click

from newsseg import split_page
from newsseg.commands import BAD_INPUT
from newsseg.commands._input import Inputs, pages_from, records_from, rules_from
from newsseg.commands._options import with_encoding, with_rules
from newsseg.commands._output import report
from newsseg.files import STANDARD_INPUT
from newsseg.i18n import _
from newsseg.pages import Page
from newsseg.record import Record
from newsseg.verify import problems

LINE_END = "\n"


@click.command()
@click.argument("page", type=click.Path())
@click.argument("records", type=click.Path(), required=False)
@with_encoding
@with_rules
def command(page: str, records: str | None, encoding: str | None, rules: str | None) -> None:
    """Prove that nothing of PAGE is lost, doubled or invented in RECORDS.

    Every non-blank character of PAGE must lie in exactly one range of exactly one record, and every text must be the
    page's text at its ranges. RECORDS is what split made of PAGE; without it, PAGE is split now.

    \b
    newsseg verify page.txt
    newsseg split page.txt | newsseg verify page.txt -
    """
    if page == records:
        raise click.UsageError(_("PAGE and RECORDS are the same; give the text of the page and its records"))
    pages = pages_from(Inputs((page,), encoding))
    if records is None:
        words = rules_from(Inputs(rules=rules))
        prove(page, ((one, split_page(one.text, source=page, page=one.number, rules=words)) for one in pages))
    else:
        found = (record for record in records_from(Inputs((records,))) if is_of(record, page))
        prove(page, paired(pages, found, records))


def prove(name: str, pairs: Iterable[tuple[Page, list[Record]]]) -> None:
    """Report each problem of the pages of the file ``name``; where there is none, say so on standard output."""
    line, characters, count, sound = 1, 0, 0, True
    for page, records in pairs:
        for problem in problems(page.text, records):
            sound = False
            place = f"{name}:{line + page.text.count(LINE_END, 0, problem.start)}"
            report(place, f"{problem.record}: {problem.what}" if problem.record else problem.what)
        line += page.text.count(LINE_END)
        characters += len("".join(page.text.split()))
        count += len(records)
    if sound and not click.get_current_context().meta.get(BAD_INPUT):
        message = _("{}: {} characters in {} records; nothing lost, doubled or invented")
        sys.stdout.write(message.format(name, characters, count) + LINE_END)


def is_of(record: Record, page: str) -> bool:
    """Tell whether ``record`` may come from the file ``page``: by its source, which standard input leaves open."""
    return STANDARD_INPUT in (record.source, page) or os.path.basename(record.source) == os.path.basename(page)


def paired(pages: Iterable[Page], records: Iterable[Record], name: str) -> Iterator[tuple[Page, list[Record]]]:
    """Yield each page with its records, which come in the order of the pages; ``name`` is where they come from."""
    groups = groupby(records, key=lambda record: record.page)
    number, group = next(groups, (0, iter(())))
    for page in pages:
        if number != page.number:
            yield page, []
            continue
        yield page, list(group)
        number, group = next(groups, (0, iter(())))
    if number:
        report(name, _("has records of page {}, which is not there, or comes before; sort them by page").format(number))
