"""Rows as a table drawn with rich: full-width text in straight columns, bars, and nothing that a terminal obeys."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from rich.bar import Bar
from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsseg.reports.tables import cell_text
from newsseg.safe import for_terminal, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from newsseg.reports.tables import Column, Row

BETWEEN = 2  # cells between two columns
LONGEST, SHORTEST = 20, 4  # cells of a bar: longer ones tire the eye, shorter ones tell nothing
NARROWEST = 8  # cells to which a column of running text shrinks where the others leave no room
COMFORTABLE = 28  # cells of running text, 14 Han characters: for less, a spare column is left out
ABSENT = "–"
NUMERIC = frozenset({"number", "share"})

Drawn: TypeAlias = "tuple[Column, Sequence[str]]"
"""A column and what its cells show."""


def write_table(rows: Iterable[Row], columns: Sequence[Column], out: TextIO) -> None:
    """Draw the rows as a table no wider than the terminal (80 columns where there is none).

    What needs more room than that is drawn wider, and the terminal breaks the lines: no character is lost. Bars take
    the room that the other columns leave; where that is too little there are none.
    """
    console = Console(file=out, highlight=False)
    rows = list(rows)
    texts = ((column, [_text(row, column) for row in rows]) for column in columns if column.kind != "bar")
    drawn = _fitting(list(texts), console.width)
    room = console.width - sum(_widest(*one) + BETWEEN for one in drawn)
    bars = [made for made in (_bars(rows, column, room) for column in columns) if made]
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, BETWEEN - 1, 0, 0), header_style="bold")
    for column, cells in drawn:
        _add_column(table, (column, cells))
    for made in bars:
        table.add_column(width=made[0].width)
    for at in range(len(rows)):
        table.add_row(*(Text(cells[at]) for _column, cells in drawn), *(made[at] for made in bars))
    console.width = max(console.width, sum(map(_least, drawn)) - BETWEEN)
    console.print(table)


def _fitting(drawn: list[Drawn], room: int) -> list[Drawn]:
    """Return the columns without spare ones, the last left out first, until the others have room enough."""
    spare = [one for one in drawn if one[0].spare]
    while spare and sum(map(_wanted, drawn)) - BETWEEN > room:
        drawn.remove(spare.pop())
    return drawn


def _wanted(one: Drawn) -> int:
    """Return how many cells a column needs to be read with ease, with those to the next one."""
    width = _widest(*one)
    return BETWEEN + (min(width, COMFORTABLE) if one[0].wrap else width)


def _least(one: Drawn) -> int:
    """Return how many cells a column needs at least, with those to the next one."""
    width = _widest(*one)
    return BETWEEN + (min(width, NARROWEST) if one[0].wrap else width)


def _widest(column: Column, cells: Sequence[str]) -> int:
    """Return how many cells wide a column would like to be."""
    return max(cell_len(line) for text in (column.title, *cells) for line in text.split("\n"))


def _add_column(table: Table, one: Drawn) -> None:
    column = one[0]
    table.add_column(
        Text(column.title),
        justify="right" if column.kind in NUMERIC else "left",
        no_wrap=not column.wrap,
        overflow="fold",
        min_width=_least(one) - BETWEEN,
        max_width=_widest(*one),
    )


def _bars(rows: Sequence[Row], column: Column, room: int) -> list[Bar]:
    """Return a bar for each row, the longest number's as long as there is room; none where there is too little."""
    if column.kind != "bar" or room < SHORTEST:
        return []
    numbers = [value if isinstance(value := row.get(column.key), (int, float)) else 0 for row in rows]
    most = max(numbers, default=0) or 1
    return [Bar(most, 0, number, width=min(room, LONGEST), color="cyan") for number in numbers]


def _text(row: Row, column: Column) -> str:
    value = row.get(column.key)
    if value is None:
        return ABSENT
    parts = value if isinstance(value, (list, tuple)) else [cell_text(value, column.kind)]
    return "\n".join(for_terminal(one_line(str(part))) for part in parts)
