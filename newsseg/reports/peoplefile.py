"""The people file: a CSV table that tells whom a printed name, pen-name or spelling means, and in which unit.

``name`` is the name as printed; ``person`` whom it means (empty: itself); ``unit`` where that person works (empty: not
known). The columns may have Chinese names and any order; further columns are passed over.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from newsseg.i18n import _, is_translated
from newsseg.reports.person import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# The English name of each column, the Chinese one, and what else it may be called.
HEADINGS = {
    "name": ("name", "署名", "笔名", "见报名"),
    "person": ("person", "姓名", "真名", "本人"),
    "unit": ("unit", "单位", "部门"),
}
DELIMITERS = ",\t;"


class PeopleFileError(ValueError):
    """A people file that cannot be used; the message says ``FILE:LINE: what, and what to do``."""


def read_people(text: str, file: str) -> dict[str, Person]:
    """Return whom each printed name of the people file ``file`` means; ``text`` is what the file holds.

    An empty file is one that is just begun (``--people new.csv --unknown >> new.csv``).
    """
    if not text.strip():
        return {}
    rows = _rows(text, file)
    _line, heading = next(rows, (1, []))
    columns = _columns(heading, file)
    people: dict[str, Person] = {}
    lines: dict[str, int] = {}
    for line, row in rows:
        name, person, unit = (row[at].strip() if 0 <= at < len(row) else "" for at in columns)
        if not name:
            raise PeopleFileError(_("{}:{}: no name in this line; fill it in or remove the line").format(file, line))
        if name in people:
            problem = _("{}:{}: {} is mapped twice (first in line {}); keep one of the two lines")
            raise PeopleFileError(problem.format(file, line, name, lines[name]))
        lines[name] = line
        people[name] = Person(person or name, unit or None, "organisation" if person and person == unit else "person")
    return people


def write_unknown(names: Iterable[str], text: str) -> str:
    """Return lines to add to the people file that holds ``text`` (nothing: to begin one), a line a name."""
    heading = text.partition("\n")[0]
    delimiter = _delimiter(heading)
    fields = next(csv.reader([heading], delimiter=delimiter)) if heading else _headings()
    at = _columns(fields, "")[0]
    out = io.StringIO("\n" if text and not text.endswith("\n") else "")
    out.seek(0, io.SEEK_END)
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    if not heading:
        writer.writerow(fields)
    writer.writerows([name if column == at else "" for column in range(len(fields))] for name in names)
    return out.getvalue()


def _headings() -> list[str]:
    """Return the heading of a new people file, in the reader's language."""
    return [known[is_translated()] for known in HEADINGS.values()]


def _rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each filled row with the number of its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text.partition("\n")[0]), strict=True)
    line = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        problem = _("{}:{}: not a CSV table ({}); save the people file as CSV again")
        raise PeopleFileError(problem.format(file, line, error)) from error


def _delimiter(heading: str) -> str:
    return max(DELIMITERS, key=heading.count)


def _columns(heading: list[str], file: str) -> tuple[int, int, int]:
    """Return where the name, the person and the unit stand; -1 for a column that is not there."""
    found = [cell.strip().lower() for cell in heading]
    name, person, unit = (next((found.index(h) for h in known if h in found), -1) for known in HEADINGS.values())
    if name < 0 or (person < 0 and unit < 0):
        problem = _("{}:1: the first line must name the columns: name, and person or unit (or both); it is: {}")
        raise PeopleFileError(problem.format(file, ", ".join(heading) or _("empty")))
    return name, person, unit
