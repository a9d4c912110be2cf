"""Rows as a table drawn with rich: full-width text in straight columns, bars, and nothing that a terminal obeys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.bar import Bar
from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsseg.safe import for_terminal, one_line
from newsseg.tables import cell_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from rich.console import JustifyMethod

    from newsseg.tables import Column, Row

BETWEEN = 3  # cells between two columns
LONGEST, SHORTEST = 20, 4  # cells of a bar: longer ones tire the eye, shorter ones tell nothing
NARROWEST = 8  # cells to which a column of running text shrinks where the others leave no room
ABSENT = "–"
NUMERIC = frozenset({"number", "share"})


def write_table(rows: Iterable[Row], columns: Sequence[Column], out: TextIO) -> None:
    """Draw the rows as a table no wider than the terminal (80 columns where there is none).

    Bars take the room that the other columns leave; where that is too little there are none.
    """
    console = Console(file=out, highlight=False)
    rows = list(rows)
    texts = [column for column in columns if column.kind != "bar"]
    cells = [[_text(row, column) for column in texts] for row in rows]
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    widths = [_add_column(table, column, [line[at] for line in cells]) for at, column in enumerate(texts)]
    bars = [_bars(rows, column, console.width - sum(widths) - BETWEEN * len(widths)) for column in columns]
    drawn = [column_bars for column_bars in bars if column_bars]
    for column_bars in drawn:
        table.add_column(width=column_bars[0].width)
    for at, line in enumerate(cells):
        table.add_row(*map(Text, line), *(column_bars[at] for column_bars in drawn))
    console.print(table)


def _add_column(table: Table, column: Column, cells: Sequence[str]) -> int:
    """Add a column and return how wide it would like to be."""
    side: JustifyMethod = "right" if column.kind in NUMERIC else "left"
    lines = [line for text in (column.title, *cells) for line in text.split("\n")]
    widest = max(map(cell_len, lines))
    narrow = min(widest, NARROWEST) if column.wrap else widest
    table.add_column(
        Text(column.title), justify=side, no_wrap=not column.wrap, overflow="fold", min_width=narrow, max_width=widest
    )
    return widest


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
