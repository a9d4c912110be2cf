"""Rows as a table: JSON lines, CSV, TSV or Markdown as text; Excel as bytes; a drawn table for a terminal.

A row is a mapping; a ``Column`` says which of its values to show, under which title, and what kind of value it is.
JSON lines carry whole rows; CSV and TSV have the keys as first line, the forms made for people have the titles.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from newsseg.reports.rolenames import role_name, type_name
from newsseg.safe import for_cell, for_terminal, json_for_terminal, one_line
from newsseg.wire import dumps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import TextIO

Row: TypeAlias = "Mapping[str, object]"
Kind: TypeAlias = Literal["text", "number", "share", "date", "list", "role", "type", "bar"]

FORMATS = ("table", "jsonl", "csv", "tsv", "xlsx", "markdown")
DRAWN = frozenset({"table", "markdown"})  # read as they are: only what fits
BINARY = frozenset({"xlsx"})
LIST_SEPARATOR = "; "
MARKDOWN_SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>|#~$"})


class Column(NamedTuple):
    """One column: the row's key, its title, the kind of its values, and whether a table may break its text.

    A ``bar`` draws the number of its key in a drawn table; no other form has it. A ``spare`` column is left out of a
    drawn table where it would take the others' room.
    """

    key: str
    title: str
    kind: Kind = "text"
    wrap: bool = True
    spare: bool = False


def write_text(rows: Iterable[Row], columns: Sequence[Column], form: str, out: TextIO) -> None:
    """Write the rows to ``out`` in the text form ``jsonl``, ``csv``, ``tsv`` or ``markdown``, row by row."""
    columns = [column for column in columns if column.kind != "bar"]
    writers: dict[str, Callable[[Iterable[Row], Sequence[Column], TextIO], None]] = {
        "jsonl": _write_json,
        "csv": _write_csv,
        "tsv": _write_tsv,
        "markdown": _write_markdown,
    }
    writers[form](rows, columns, out)


def cell_text(value: object, kind: Kind = "text") -> str:
    """Return a value as people read it: absent is empty, a list joined, a share a percentage, roles and types words."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return LIST_SEPARATOR.join(str(part) for part in value)
    if isinstance(value, float) and kind in {"share", "number"}:
        return f"{value:.0%}" if kind == "share" else f"{value:.3f}"  # the same digits, point below point
    text = str(value)
    return role_name(text) if kind == "role" else type_name(text) if kind == "type" else text


def _write_json(rows: Iterable[Row], _columns: Sequence[Column], out: TextIO) -> None:
    out.writelines(json_for_terminal(dumps(dict(row))) + "\n" for row in rows)


def _write_csv(rows: Iterable[Row], columns: Sequence[Column], out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.key for column in columns])
    writer.writerows(_cells(row, columns) for row in rows)


def _write_tsv(rows: Iterable[Row], columns: Sequence[Column], out: TextIO) -> None:
    """TSV has no quoting: line ends and tabs inside a cell become spaces."""
    out.write("\t".join(column.key for column in columns) + "\n")
    out.writelines("\t".join(one_line(cell) for cell in _cells(row, columns)) + "\n" for row in rows)


def _write_markdown(rows: Iterable[Row], columns: Sequence[Column], out: TextIO) -> None:
    numbers = {"number", "share"}
    out.write("| " + " | ".join(column.title for column in columns) + " |\n")
    out.write("|" + "|".join(" --: " if column.kind in numbers else " --- " for column in columns) + "|\n")
    for row in rows:
        cells = (cell_text(row.get(column.key), column.kind) for column in columns)
        out.write(
            "| " + " | ".join(for_terminal(one_line(cell)).translate(MARKDOWN_SPECIAL) for cell in cells) + " |\n"
        )


def _cells(row: Row, columns: Sequence[Column]) -> Iterator[str]:
    """Yield the cells that a spreadsheet may open; numbers stay numbers, text cannot become a formula."""
    for column in columns:
        value = row.get(column.key)
        text = cell_text(value)
        yield text if isinstance(value, (int, float)) else for_terminal(for_cell(text))
