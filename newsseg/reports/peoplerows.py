"""The counts of credits as rows of a table: what they are called, which are kept, how they are sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsseg.i18n import _, ngettext
from newsseg.reports.people import GROUPS, columns
from newsseg.reports.tables import Column

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsseg.reports.people import Count, Row, Selection, Tally

SHARE_DIGITS = 2
YEAR = len("2024-")


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


def credit_columns(selection: Selection, *, pairs: bool) -> list[Column]:
    """Return the columns for the rows of ``pair_rows`` or ``credit_rows``, whether there are rows or not."""
    keys = {"name", "with"} if pairs else {*columns(selection.by), "pages", "joint", "joint_share"}
    keys |= {"type", "unit"} if "name" in keys and not pairs else set()
    keys |= {"articles", "first", "last"} | ({"headlines"} if selection.headlines else set())
    known = [
        *_keys(selection),
        Column("type", _("type"), "type"),
        Column("unit", _("unit")),
        Column("role", _("role"), "role"),
        Column("articles", _("articles"), "number"),
        Column("pages", _("pages"), "number"),
        Column("joint", _("joint"), "number"),
        Column("joint_share", _("joint share"), "share"),
        Column("first", _("first"), "date"),
        Column("last", _("last"), "date"),
        Column("headlines", _("headlines"), "list"),
    ]
    return [column for column in known if column.key in keys]


def drawn_columns(rows: Sequence[Row], selection: Selection) -> list[Column]:
    """Return the columns of a table that is drawn for a reader, without those that are empty in all rows."""
    known = [
        *_keys(selection),
        Column("unit", _("unit")),
        Column("role", _("role"), "role", wrap=False),
        Column("count", _("articles"), "number", wrap=False),
        Column("joint_share", _("joint"), "share", wrap=False, spare=True),
        Column("dates", _("dates"), wrap=False, spare=True),
        Column("headlines", _("headlines"), "list"),
    ]
    always = {*columns(selection.by), "count"} & {*(rows[0] if rows else ("name", "count"))}
    bar = [] if selection.headlines else [Column("articles", "", "bar")]
    return [one for one in known if one.key in always or any(row.get(one.key) for row in rows)] + bar


def drawn(row: Row) -> Row:
    """Return the row as ``drawn_columns`` want it: organisations marked, pages instead of no articles, dates as one."""
    pages, first, last = _number(row, "pages"), row["first"], row["last"]
    marked = {"name": _("{} (org.)").format(row["name"])} if row.get("type") == "organisation" else {}
    count = row["articles"] or ngettext("{} page", "{} pages", pages).format(pages)
    return row | marked | {"count": count, "dates": first if first == last else _time(str(first), str(last))}


def _time(first: str, last: str) -> str:
    """Return the time from one date to another, the second without its year where that is the first's."""
    return f"{first} – {last[YEAR:] if last[:YEAR] == first[:YEAR] else last}"


def _keys(selection: Selection) -> list[Column]:
    titles = {"name": _("name"), "organisation": _("organisation"), "outlet": _("outlet"), "month": _("month")}
    return [*(Column(key, titles[key]) for key in columns(selection.by) if key in titles), Column("with", _("with"))]


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
