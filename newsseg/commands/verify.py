"""``newsseg verify``: proof that records keep a page whole."""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby, islice, zip_longest
from typing import NamedTuple, TypeAlias

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
Key: TypeAlias = tuple[str, int]


class Placed(NamedTuple):
    """A page, and the line of its file on which it begins."""

    page: Page
    line: int


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
    pages = placed(pages_from(Inputs((page,), encoding, password=password)))
    if records is None:
        words = rules_from(Inputs(rules=rules))
        prove(page, ((one, records_of(one.page, words)) for one in pages))
    elif (own := own_records(page, records)) is not None:
        prove(page, paired(pages, own, page, records))


def placed(pages: Iterable[Page]) -> Iterator[Placed]:
    """Yield each page with the line of its file on which it begins."""
    line = 1
    for page in pages:
        line = 1 if page.number == 1 else line
        yield Placed(page, line)
        line += page.text.count(LINE_END)


def prove(name: str, pairs: Iterable[tuple[Placed, list[Record]]]) -> None:
    """Report each problem of the pages; where there is none, say so on standard output."""
    characters, count, sound = 0, 0, True
    for (page, line), records in pairs:
        for problem in problems(page.text, records):
            sound = False
            place = f"{page.source}:{line + page.text.count(LINE_END, 0, problem.start)}"
            report(place, f"{problem.record}: {problem.what}" if problem.record else problem.what)
        characters += len("".join(page.text.split()))
        count += len(records)
    if sound and not click.get_current_context().meta.get(BAD_INPUT):
        message = _("{}: {} characters in {} records; nothing lost, doubled or invented")
        sys.stdout.write(message.format(name, characters, count) + LINE_END)


def own_records(page: str, name: str) -> Iterator[Record] | None:
    """Return those records of the input ``name`` that may be of ``page``; None, and why is said, where all are not."""
    others: list[str] = []
    own = _kept(records_from(Inputs((name,))), page, others)
    first = next(own, None)
    if first is not None:
        return chain([first], own)
    if others:
        report(name, _("has no records of {}, but of {}; give the page that they were made of").format(page, others[0]))
    return None if click.get_current_context().meta.get(BAD_INPUT) else iter(())


def _kept(records: Iterable[Record], page: str, others: list[str]) -> Iterator[Record]:
    """Yield the records that may be of ``page``; the source of the first that is not goes to ``others``."""
    for record in records:
        if os.path.isdir(page) or is_of(record.source, page):
            yield record
        elif not others:
            others.append(record.source)


def is_of(source: str, page: str) -> bool:
    """Tell whether records of ``source`` may be those of the file ``page``; standard input leaves it open."""
    return STANDARD_INPUT in (source, page) or os.path.basename(source) == os.path.basename(page)


def paired(
    pages: Iterable[Placed], records: Iterator[Record], page: str, name: str
) -> Iterator[tuple[Placed, list[Record]]]:
    """Yield each page of ``page`` with its records; ``name`` is where these come from.

    They are read side by side with the pages; where the order is another, what has no counterpart yet is held, so that
    memory grows with the disorder only.
    """
    lone: defaultdict[Key, list[Placed]] = defaultdict(list)
    ahead: defaultdict[Key, list[list[Record]]] = defaultdict(list)
    first = next(records, None)
    named = _naming(page, first.source if first else "")
    records = chain([first] if first else [], records)
    groups = groupby(records, key=lambda record: (record.source, record.page))
    for one, group in zip_longest(pages, groups):
        come: dict[Key, None] = {}  # no set: the order must be the same each time
        if one:
            come[key := (named(one.page.source), one.page.number)] = None
            lone[key].append(one)
        if group:
            (source, number), found = group
            come[key := (named(source), number)] = None
            _add(ahead[key], list(found))
        for key in come:
            if lone[key] and ahead[key]:
                yield lone[key].pop(0), ahead[key].pop(0)
            for waiting in (lone, ahead):
                if not waiting[key]:
                    del waiting[key]
    yield from ((one, []) for left in lone.values() for one in left)
    for (left, *_more), *_others in islice(ahead.values(), 1):
        what = _("has records of page {} of {}, which is not there, or had its records before")
        report(name, what.format(left.page, left.source))


def _naming(page: str, source: str) -> Callable[[str], str]:
    """Return what tells the files of ``page`` apart, both in pages and in records, the first of which is of ``source``.

    A file needs no name. In a folder the whole name counts where the records were made of the same folder, so named.
    """
    if not os.path.isdir(page):
        return lambda _source: ""
    folder = page.replace(os.sep, "/").rstrip("/") + "/"
    return str if source.startswith(folder) else os.path.basename


def _add(groups: list[list[Record]], group: list[Record]) -> None:
    """Add the records of a page to those of pages with the same name and number; a page may come in pieces."""
    same = next((one for one in groups if one[0].source == group[0].source), None)
    if same:
        same += group
    else:
        groups.append(group)
