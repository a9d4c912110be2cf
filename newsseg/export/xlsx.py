"""Excel workbooks: real dates, widths that fit, a frozen first row; text stays text, whatever it begins with.

XlsxWriter rather than openpyxl: it streams rows to disk, marks a cell as text so that ``=`` starts no formula, escapes
control characters that the format forbids (openpyxl refuses the sheet), and has no dependency.
"""

from __future__ import annotations

import datetime as dt
import re
import tempfile
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Any

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from newsseg.export import ExportError
from newsseg.export.rows import article_columns, article_row, credit_columns, credit_rows, credit_text
from newsseg.i18n import _
from newsseg.record import Article
from newsseg.reports.rolenames import role_name
from newsseg.reports.tables import cell_text
from newsseg.safe import for_terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsseg.record import Record
    from newsseg.reports.tables import Column, Row

CELL_MAX = 32_767  # characters (UTF-16 units) that a cell holds; Excel calls a file with more of them damaged
ROWS_MAX = 1_048_575  # rows of a sheet, less the heading
WIDEST, NARROWEST, PADDING = 50, 6, 2  # of a column, in digits
EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # a fixed creation time: the same records give the same bytes
_WIDE = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]")


def write_workbook(records: Iterable[Record], out: IO[bytes]) -> list[str]:
    """Write a workbook with a sheet of articles and one of credits to ``out``.

    Return the ids of the articles that have a text too long for a cell, where it is cut.
    """
    cut = []
    with _book(out) as book:
        articles = _sheet(book, _("articles"), article_columns())
        credits_ = _sheet(book, _("credits"), credit_columns())
        for record in records:
            if isinstance(record, Article) and not articles(_article_row(record)):
                cut.append(record.id)
            for row in credit_rows(record):
                credits_(row)
    return cut


def _article_row(article: Article) -> Row:
    """Return the row of an article as people read it: roles that are not printed in the reader's language."""
    credits_ = [credit._replace(label=credit.label or role_name(credit.role)) for credit in article.credits]
    return {**article_row(article), "credits": [credit_text(credit) for credit in credits_]}


def write_sheet(rows: Iterable[Row], columns: Sequence[Column], out: IO[bytes], *, title: str) -> list[str]:
    """Write a workbook of one sheet to ``out``.

    Return the first cells of the rows that have a text too long for a cell, where it is cut.
    """
    with _book(out) as book:
        add = _sheet(book, title, [column for column in columns if column.kind != "bar"])
        return [cell_text(row.get(columns[0].key)) for row in rows if not add(row)]


@contextmanager
def _book(out: IO[bytes]) -> Iterator[xlsxwriter.Workbook]:
    """Give a workbook to fill, which is written when the block ends well; what it keeps on disk is gone behind it."""
    with tempfile.TemporaryDirectory(prefix="newsseg-", ignore_cleanup_errors=True) as folder:
        options = {"constant_memory": True, "default_date_format": "yyyy-mm-dd", "tmpdir": folder}
        book = xlsxwriter.Workbook(out, options)
        book.set_properties({"created": EPOCH})
        try:
            yield book
            book.close()
        except FileCreateError as error:  # the OSError of a full disk, packed in
            raise error.args[0] from error
        finally:
            for sheet in book.worksheets():
                with suppress(OSError):
                    sheet.row_data_fh.close()


def _sheet(book: xlsxwriter.Workbook, title: str, columns: Sequence[Column]) -> Callable[[Row], bool]:
    """Add a sheet with its frozen heading; return the function that adds a row and tells whether it is whole."""
    sheet = book.add_worksheet(title)
    bold = book.add_format({"bold": True, "bottom": 1})
    styles = {
        "text": book.add_format({"quote_prefix": True, "valign": "top"}),
        "share": book.add_format({"num_format": "0%", "valign": "top"}),
        "number": book.add_format({"valign": "top"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"}),
    }
    widths = [0] * len(columns)
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(columns):
        sheet.write_string(0, at, column.title, bold)
        widths[at] = _widen(sheet, at, column.title, 0)
    count = 0

    def add(row: Row) -> bool:
        nonlocal count
        count += 1
        if count > ROWS_MAX:
            raise ExportError(_("more rows than an Excel sheet holds ({:,}); use csv or sqlite").format(ROWS_MAX))
        whole = True
        for at, column in enumerate(columns):
            shown = _write_cell(sheet, count, at, row.get(column.key), column, styles)
            widths[at] = _widen(sheet, at, shown, widths[at])
            whole = whole and _fitting(shown) == shown
        return whole

    return add


def _write_cell(sheet: Any, row: int, at: int, value: object, column: Column, styles: dict[str, Any]) -> str:
    """Write one cell and return what it shows."""
    text = cell_text(value, column.kind)
    if column.kind == "date" and (date := _date(text)):
        sheet.write_datetime(row, at, date, styles["date"])
    elif isinstance(value, (int, float)):
        sheet.write_number(row, at, value, styles["share" if column.kind == "share" else "number"])
    elif text:
        sheet.write_string(row, at, _fitting(for_terminal(text)), styles["text"])
    return text


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _fitting(text: str) -> str:
    """Return the text, cut where a cell is full and marked with an ellipsis there."""
    if len(text) <= CELL_MAX // 2 or len(text.encode("utf-16-le")) <= CELL_MAX * 2:
        return text
    return text.encode("utf-16-le")[: (CELL_MAX - 1) * 2].decode("utf-16-le", "ignore") + "…"


def _widen(sheet: Any, at: int, text: str, width: int) -> int:
    """Widen the column where ``text`` needs it; return its width."""
    if width >= WIDEST:
        return width
    first = text.partition("\n")[0][:WIDEST]
    needed = min(max(len(first) + len(_WIDE.findall(first)) + PADDING, NARROWEST), WIDEST)
    if needed > width:
        sheet.set_column(at, at, needed)
    return max(width, needed)
