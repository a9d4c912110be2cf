"""The counts of credits as rows of a table: what they are called, which are kept, how they are sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsseg.i18n import _
from newsseg.people import GROUPS, columns
from newsseg.tables import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsseg.people import Count, Row, Selection, Tally

SHARE_DIGITS = 2


def credit_rows(count: Count, selection: Selection) -> list[Row]:
    """Return a row for each tally of ``count_credits``: its key, then how many and from when to when."""
    keys = columns(selection.by)
    named = "name" in keys
    rows = []
    for key, tally in count.tallies.items():
        row: Row = dict(zip(keys, key, strict=True))
        if named:
            row |= {"type": tally.person.type, "unit": tally.person.unit}
        share = round(tally.joint / tally.articles, SHARE_DIGITS) if tally.articles else None
        row |= {"articles": tally.articles, "joint": tally.joint, "joint_share": share, "pages": len(tally.pages)}
        rows.append(row | _dates(tally, selection))
    return rows


def pair_rows(count: Count, selection: Selection) -> list[Row]:
    """Return a row for each pair of ``count_pairs``."""
    return [
        {"name": first, "with": second, "articles": tally.articles, **_dates(tally, selection)}
        for (first, second), tally in count.tallies.items()
    ]


def _dates(tally: Tally, selection: Selection) -> Row:
    dates: Row = {"first": tally.first, "last": tally.last}
    return dates | {"headlines": tally.headlines} if selection.headlines else dates


def credit_columns(rows: Sequence[Row], selection: Selection, *, drawn: bool) -> list[Column]:
    """Return the columns for rows of either kind; ``drawn`` leaves out those that are empty in all rows."""
    titles = {"name": _("name"), "organisation": _("organisation"), "outlet": _("outlet"), "month": _("month")}
    known = [
        *(Column(key, titles[key]) for key in columns(selection.by) if key in titles),
        Column("with", _("with")),
        Column("type", _("type")),
        Column("unit", _("unit")),
        Column("role", _("role"), "role", wrap=False),
        Column("articles", _("articles"), "number", wrap=False),
        Column("pages", _("pages"), "number", wrap=False),
        Column("joint", _("joint"), "number", wrap=False),
        Column("joint_share", _("joint"), "share", wrap=False),
        Column("first", _("first"), "date", wrap=False),
        Column("last", _("last"), "date", wrap=False),
        Column("headlines", _("headlines"), "list"),
    ]
    if drawn:
        bar = [] if selection.headlines else [Column("articles", "", "bar")]
        always = {*columns(selection.by), "articles"}
        return [column for column in known if column.key in always or _told(column, rows)] + bar
    return [column for column in known if not rows or column.key in rows[0]]


def _told(column: Column, rows: Sequence[Row]) -> bool:
    """Tell whether the column is worth its room to a reader."""
    return column.key not in {"type", "joint"} and any(row.get(column.key) for row in rows)


def arrange(rows: Iterable[Row], *, minimum: int = 1, sort: str = "articles") -> list[Row]:
    """Return the rows that count ``minimum`` or more, sorted: names and dates rise, numbers fall.

    Rows that are equal in ``sort`` are sorted by what they are counted by.
    """
    kept = [row for row in rows if _number(row, "articles") + _number(row, "pages") >= minimum]
    names = [key for key in (kept[0] if kept else ()) if key in (*GROUPS, "with")]
    kept.sort(key=lambda row: [str(row[key] or "") for key in names])
    if sort in ("first", "last"):
        kept.sort(key=lambda row: str(row[sort] or ""))
    elif sort in ("articles", "joint"):
        kept.sort(key=lambda row: (_number(row, sort), _number(row, "pages")), reverse=True)
    return kept


def _number(row: Row, key: str) -> int:
    value = row.get(key)
    return value if isinstance(value, int) else 0
