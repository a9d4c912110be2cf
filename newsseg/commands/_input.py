"""What the commands share about their input: the pages, rows or records of the files that they name.

A command takes text or records. Text is split on the way, so that ``newsseg credits page.txt`` equals
``newsseg split page.txt | newsseg credits``::

    @click.command()
    @with_inputs
    def command(inputs: Inputs) -> None:
        for record in records_from(inputs):
            ...

A command that adds to the records takes ``rows_from``: what newsseg does not know passes through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any

from newsseg import wire
from newsseg.commands._names import names_of
from newsseg.commands._options import Inputs, with_inputs
from newsseg.commands._output import report, say
from newsseg.commands._progress import tracked
from newsseg.i18n import _
from newsseg.inputs.sources import Source, read_sources
from newsseg.pages import Page, pages_of, pieces
from newsseg.runs.work import records_of

if TYPE_CHECKING:
    from newsseg.record import Record
    from newsseg.rules import Rules

__all__ = [
    "Inputs",
    "pages_from",
    "records_from",
    "row_batches_from",
    "rows_from",
    "rules_from",
    "sources_from",
    "with_inputs",
]

RECORD = re.compile(r'\s*\{\s*(?:"|\Z)')
"""How a stream of records begins, and no page of text."""
ARRAY = re.compile(r'\s*\[\s*\{\s*"')
"""How records begin that another program put into one array."""
LOOK = 64  # chunks at most in which its beginning is looked for; one behind more blanks is not found
BAD_LINES = 20  # of one input that are named: a file of other JSON would fill the screen


def rules_from(inputs: Inputs) -> Rules:
    """Return the word lists, those of ``--rules`` added."""
    from newsseg.rules import load

    return load(inputs.rules)


def sources_from(inputs: Inputs, *, pictures: bool = False) -> Iterator[tuple[Source, bool]]:
    """Yield each input and whether it holds records; with ``pictures`` the pages of a PDF bear what they look like."""
    fits, misfit = inputs.name_pattern is None, ""
    options: Any = {"encoding": inputs.encoding, "password": inputs.password, "pictures": pictures}
    for source in read_sources(names_of(inputs), report, **options):
        held: list[str] = []
        for chunk in source.chunks:
            held.append(chunk)
            if chunk.strip() or len(held) == LOOK:
                break
        source.chunks = chain(held, source.chunks)
        if ARRAY.match("".join(held)):
            report(source.name, _("is a JSON array, and a line must be a record: jq -c '.[]' {}").format(source.name))
            continue
        is_records = bool(RECORD.match("".join(held)))
        if inputs.name_pattern and not is_records:
            fits = fits or bool(inputs.name_pattern.search(source.name))
            misfit = misfit or source.name
        yield source, is_records
    if misfit and not fits:
        say(_("{}: no file's name fits --name-pattern; what it should tell is not told").format(misfit))


def pages_from(inputs: Inputs, *, pictures: bool = False) -> Iterator[Page]:
    """Yield the pages of all inputs; a stream of records is no page, and reported."""
    return tracked(_pages(inputs, pictures=pictures), quiet=inputs.quiet, streams=True)


def _pages(inputs: Inputs, *, pictures: bool) -> Iterator[Page]:
    for source, is_records in sources_from(inputs, pictures=pictures):
        if is_records:
            report(source.name, _("holds records; this command takes the text of pages"))
        else:
            yield from pages_of(source)


def items_from(inputs: Inputs) -> Iterator[Page | wire.Row]:
    """Yield the pages of all inputs, and as rows the records that an earlier command made."""
    for source, is_records in sources_from(inputs):
        if is_records:
            yield from (row for record, row in _read_rows(source))
        else:
            yield from _told(pages_of(source), inputs)


def records_from(inputs: Inputs) -> Iterator[Record]:
    """Yield the records of all inputs, text split on the way."""
    return (record for batch in tracked(_batches(inputs), quiet=inputs.quiet) for record, row in batch)


def rows_from(inputs: Inputs) -> Iterator[wire.Row]:
    """Yield the records of all inputs as rows, with all keys that they came with."""
    return chain.from_iterable(row_batches_from(inputs))


def row_batches_from(inputs: Inputs) -> Iterator[list[wire.Row]]:
    """Yield the rows of all inputs, those of a page together as soon as the page has come."""
    for batch in tracked(_batches(inputs), quiet=inputs.quiet, streams=True):
        yield [wire.to_row(record) if row is None else row for record, row in batch]


def views_from(inputs: Inputs, *, pictures: bool = False) -> Iterator[tuple[Page | None, list[Record]]]:
    """Yield each page and its records; None where it came as records."""
    for source, is_records in sources_from(inputs, pictures=pictures):
        if is_records:
            found = (record for record, row in _read_rows(source))
            for _place, records in groupby(found, key=lambda record: (record.source, record.page)):
                yield None, list(records)
        else:
            yield from _split(source, inputs)


def _batches(inputs: Inputs) -> Iterator[list[tuple[Record, wire.Row | None]]]:
    """Yield the records of a page, or the one of a line with the row it came as."""
    for source, is_records in sources_from(inputs):
        if is_records:
            for record, row in _read_rows(source):
                yield [(record, row)]
        else:
            for _page, records in _split(source, inputs):
                yield [(record, None) for record in records]


def _split(source: Source, inputs: Inputs) -> Iterator[tuple[Page, list[Record]]]:
    """Yield each page and its records."""
    rules = None
    for page in _told(pages_of(source), inputs):
        rules = rules or rules_from(inputs)
        yield page, records_of(page, rules)


def _told(pages: Iterator[Page], inputs: Inputs) -> Iterator[Page]:
    """Yield the pages, with what their files' names tell by ``--name-pattern``."""
    if not inputs.name_pattern:
        return pages
    from newsseg.grammar.editions import edition_from_name

    pattern = inputs.name_pattern
    return (page._replace(told=edition_from_name(page.source, pattern)) for page in pages)


def _read_rows(source: Source) -> Iterator[tuple[Record, wire.Row]]:
    """Yield the record of each line of JSON and its row; a line that is none is reported and left out."""
    bad = 0
    for number, (line, _ended) in enumerate(pieces(source, "\n"), 1):
        if line.strip():
            try:
                row = wire.loads(line)
                yield wire.from_row(row), row
            except wire.WireError as error:
                bad += 1
                if bad <= BAD_LINES:
                    report(f"{source.name}:{number}", _("{}; the line is left out").format(error))
    if bad > BAD_LINES:
        report(source.name, _("{} lines in all are no records; one line must hold one whole record").format(bad))
