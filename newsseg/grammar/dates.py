"""Dates as folios print them, read as ISO dates."""

from __future__ import annotations

import re

# One character for one, so that places stay the same.
HALF_WIDTH = str.maketrans("０１２３４５６７８９：／．－，ＡＢＣＤＥＦＧＨＴ", "0123456789:/.-,ABCDEFGHT")
_HAN = {c: k for k, c in enumerate("〇一二三四五六七八九")} | {"○": 0, "Ｏ": 0, "零": 0}
MONTHS, DAYS = 12, 31
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*(?:年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日?"  # 2023年8月5日
    r"|(?P<mark>[-./])(?P<month2>\d{1,2})(?P=mark)(?P<day2>\d{1,2}))(?!\d)"  # 2023-08-05
    r"|(?P<han_year>[二一][\w○]{3})年(?P<han_month>\w{1,2})月(?P<han_day>\w{1,3})日"
    r"|(?P<name>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?\s+(?P<day3>\d{1,2})"
    r",?\s+(?P<year3>(?:19|20)\d\d)"
    r"|(?P<day4>\d{1,2})\s+(?P<name2>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?,?"
    r"\s+(?P<year4>(?:19|20)\d\d)"
)


def iso_date(text: str) -> str | None:
    """Return the first date in ``text`` (2023年8月5日, 二〇二三年八月五日, 5 August 2023) as ``2023-08-05``."""
    match = DATE.search(text.translate(HALF_WIDTH))
    if match is None:
        return None
    if match["year"]:
        return as_iso(int(match["year"]), int(match["month"] or match["month2"]), int(match["day"] or match["day2"]))
    if match["han_year"]:
        digits = [str(_HAN[c]) for c in match["han_year"] if c in _HAN]
        year = int("".join(digits)) if len(digits) == len(match["han_year"]) else 0
        return as_iso(year, number(match["han_month"]), number(match["han_day"]))
    name = match["name"] or match["name2"]
    year_, day = match["year3"] or match["year4"], match["day3"] or match["day4"]
    return as_iso(int(year_), _MONTHS.index(name[:3].lower()) + 1, int(day))


def as_iso(year: int, month: int, day: int) -> str | None:
    """Return the date in ISO form, or None where there is no such year, month or day."""
    made = year > 0 and 1 <= month <= MONTHS and 1 <= day <= DAYS
    return f"{year:04d}-{month:02d}-{day:02d}" if made else None


def number(han: str) -> int:
    """Read a number up to 99 (二十七); 0, which is no day or month, where it is none."""
    tens, ten, ones = han.partition("十")
    if not ten:
        return _HAN.get(han, 0)
    return (_HAN.get(tens, 0) if tens else 1) * 10 + (_HAN.get(ones, 0) if ones else 0)
