"""What stands behind the names of a by-line: place and date, and the agency that a text is from."""

from __future__ import annotations

import re

from newsseg.grammar.outlets import LONGEST_PLACE, Head, heads, is_outlet, is_place
from newsseg.grammar.squeeze import Squeezed
from newsseg.record import Dateline
from newsseg.rules import Rules

_FROM = re.compile(
    r"(?:(?:(?:稿件|本文)?来源|稿源)[:/]?|[均另]?据|综合|转自|摘自)+"
    r"([^,;:()]+?)(?:等?综合消息|消息|报道|电|等)?"
)
_TAIL = re.compile(
    r"(?P<date>(?:[\d一二三四五六七八九十]{1,3}月)?[\d一二三四五六七八九十廿卅]{1,3}日)?"
    r"(?:电|讯|报道|报导)$"
)
SENT_FROM = ("发自", "發自")
NO_PLACES = frozenset({"综合", "专题"})  # ／綜合報導


def agency(source: Squeezed, start: int, end: int, rules: Rules) -> Head | None:
    """Read who the text is from, as a whole: ``据新华社北京8月23日电``, ``来源：新华社``, ``综合新华社、央视报道``."""
    head = next((head for head in heads(source, start, rules) if head.end == end), None)
    if head and head.outlet:
        return head
    match = _FROM.fullmatch(source.plain, start, end)
    if match and all(is_outlet(name.strip("《》"), rules) for name in match[1].split("、")):
        return Head(end, source.text[match.start(1) : match.end(1)].strip("《》"), None)
    return None


def tail(source: Squeezed, start: int, end: int, rules: Rules) -> tuple[int, Dateline | None]:
    """Cut place and date off the end of a list of credits; return where the list ends then, and the dateline.

    北京报道, ／高雄報導, 台北23日電, 发自北京.
    """
    sent = max(source.text.rfind(word, start, end) for word in SENT_FROM)
    if sent > start and is_place(source.text[sent + 2 : end]):
        return sent, Dateline(source.text[sent + 2 : end], None)
    match = _TAIL.search(source.plain, start, end)
    if match is None:
        return end, None
    stop = match.start()
    for place in range(max(start + 1, stop - LONGEST_PLACE), stop - 1):
        slash = source.plain[place - 1] == "/"
        if slash and source.plain[place:stop] in NO_PLACES:
            return place - slash, None
        if source.text[place:stop] in rules.places or (slash and _is_place(source, place, stop, rules)):
            return place - slash, Dateline(source.text[place:stop], match["date"])
    return end, None


def _is_place(source: Squeezed, place: int, stop: int, rules: Rules) -> bool:
    """Tell whether what stands behind a slash is a place: in one piece, and no name behind a label (记者/任小燕)."""
    labels = (source.text[max(0, place - 1 - size) : place - 1] for size in range(1, 5))
    whole = not any(source.gap[place + 1 : stop]) and is_place(source.plain[place:stop])
    return whole and not any(label in rules.roles for label in labels)
