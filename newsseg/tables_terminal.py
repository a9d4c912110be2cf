"""Rows as a table drawn with rich: full-width text in straight columns, bars, and nothing that a terminal obeys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.bar import Bar
from rich.box import SIMPLE_HEAD
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

BAR_CELLS = 20  # longer bars tell no more and tire the eye
BAR_CELLS_MIN = 4
NUMERIC = frozenset({"number", "share"})


def write_table(rows: Iterable[Row], columns: Sequence[Column], out: TextIO, *, title: str | None = None) -> None:
    """Draw the rows as a table as wide as the terminal (80 columns where there is none)."""
    rows = list(rows)
    table = Table(box=SIMPLE_HEAD, pad_edge=False, title=title, title_justify="left", header_style="bold")
    for column in columns:
        if column.kind == "bar":
            table.add_column(column.title, min_width=BAR_CELLS_MIN, max_width=BAR_CELLS, no_wrap=True)
        else:
            side: JustifyMethod = "right" if column.kind in NUMERIC else "left"
            table.add_column(column.title, justify=side, no_wrap=not column.wrap, overflow="fold")
    most = {column.key: max((_number(row, column) for row in rows), default=0) for column in columns}
    for row in rows:
        table.add_row(*(_cell(row, column, most[column.key]) for column in columns))
    Console(file=out, highlight=False).print(table)


def _number(row: Row, column: Column) -> float:
    value = row.get(column.key)
    return value if column.kind == "bar" and isinstance(value, (int, float)) else 0


def _cell(row: Row, column: Column, most: float) -> Bar | Text:
    if column.kind == "bar":
        return Bar(most or 1, 0, _number(row, column), color="cyan")
    value = row.get(column.key)
    parts = value if isinstance(value, (list, tuple)) else [cell_text(value, column.kind)]
    return Text("\n".join(for_terminal(one_line(str(part))) for part in parts))
