"""Heads of by-lines that the lists do not tell: an outlet without 讯, or one that no list has."""

from __future__ import annotations

import re

from newsseg.grammar.openings import Byline, bracketed
from newsseg.grammar.outlets import LONGEST_OUTLET, LONGEST_PLACE, Head, is_more, is_named, is_outlet
from newsseg.grammar.squeeze import Squeezed
from newsseg.record import Dateline
from newsseg.rules import Rules

SHORTEST = 2  # 今报
_HEAD = re.compile(r"(?P<outlet>(?:(?![记通])[^\W\d]|[·—-]){2,16}?)(?P<date>(?:\d{1,2}月)?\d{1,2}日)?[讯电](?=[(\[])")


def outlet_alone(source: Squeezed, begin: int, rules: Rules) -> Byline | None:
    """Read 江门日报（记者 任小燕）, an outlet with no 讯 behind it: a label must stand in the bracket."""
    bracket = source.plain.find("(", begin, begin + LONGEST_OUTLET + 1)
    outlet = source.text[begin:bracket]
    if bracket < 0 or not (is_outlet(outlet, rules) and is_named(outlet, rules)):
        return None
    found = bracketed(source, Head(bracket, None, None), rules)
    return found._replace(outlet=outlet) if found else None


def outlet_unknown(source: Squeezed, begin: int, rules: Rules) -> Byline | None:
    """Read 今报讯（记者 任小燕）, 新华财经北京5月20日电（记者 任小燕）: the label vouches for the outlet."""
    head = _HEAD.match(source.plain, begin)
    if head is None or is_more(head["outlet"]):
        return None
    found = bracketed(source, Head(head.end(), None, None), rules)
    if found is None:
        return None
    stop = head.end("outlet")
    starts = range(max(begin, stop - LONGEST_PLACE), stop - 1)
    place = next((k for k in starts if source.text[k:stop] in rules.places), stop)
    if place - begin < SHORTEST or source.text[begin:place] in rules.outlet_endings:
        return None  # 日报讯, 百色讯: the end of a name that a line end cut
    dateline = Dateline(source.text[place:stop] or None, head["date"]) if head["date"] or place < stop else None
    return found._replace(outlet=source.text[begin:place], dateline=dateline or found.dateline)
