"""Names of papers, agencies, stations and sites, and the head of a by-line that they begin (新华社北京8月23日电)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsseg.grammar.squeeze import BREAK, NONE, SPACE, Squeezed
from newsseg.record import Dateline
from newsseg.rules import Rules, longest_ending

LONGEST_OUTLET = 18  # 中国青年报·中青在线全媒体
SHORTEST_OUTLET = 3  # without its ending known: 晶报 is in the list, 大报 would be any
SHORTEST_SITE = 2  # of a paper, behind its name and a dot
COUNTY_PAPER, COUNTY = "今日", 2  # 今日云溪, as papers of counties are called; no longer word: 今日天气快讯
NO_COUNTIES = frozenset("导读 看点 头条 提示 推荐 话题 快讯 简讯 天气 版面 上午 下午 凌晨 晚间 早间 清晨 中午".split())
MODIFIER = (3, 2)  # characters of a word between an outlet and 讯
LONGEST_HEAD = 34  # outlet, place, date and 电
LONGEST_PLACE = 12  # 北京、呼和浩特、日内瓦

_VERB = re.compile(r"(?:专|專|特|快|急|要|全媒)?(?:综合消息|综合报道|消息|报道|报导|[讯电])")  # in squeezed text
# Behind 讯 and 电 no character that makes another word of them (通讯员, 电视).
_WORDS = {
    "讯": frozenset("员号號息问問"),
    "电": frozenset("话話视視影子力网網商池动動信台脑腦气氣梯器缆纜机機站源压壓车車厂廠建讯"),
}
_BROKEN = re.compile(r"[,。;!?()《》“”\"%…]")  # marks that no head has inside
_BOTH = re.compile(r"([^()]+)\(([^()]+)\)")  # 荆楚网（湖北日报网）
_LEAD = re.compile(r"(?:[另均]?据|均|综合|转自|摘自)+")
# No outlet has one inside: a by-line stands before it, or the end of a headline (…互致贺电).
_NO_OUTLET = ("记者", "記者", "通讯员", "通訊員", "贺电", "賀電", "唁电", "唁電")
_LAST = ("新华社", "新華社", "中新社", "本报", "本報")  # nor any of these at its end: ◆两国元首会谈 新华社北京8月23日电
_DATE = frozenset("0123456789年月日一二三四五六七八九十")
_NO_PLACE = ("记者", "記者", "通讯", "通訊", "实习", "實習", "本", "的", "了", "在")


class Head(NamedTuple):
    """``新华社北京8月23日电``: where it ends (an index of the squeezed text), and its parts."""

    end: int
    outlet: str | None
    dateline: Dateline | None


def is_outlet(name: str, rules: Rules) -> bool:
    """Tell whether ``name`` is the name of a paper, agency, station or site, known or by its ending."""
    if name in rules.outlets:
        return True
    if name[-1:] in {")", "）"} and (both := _BOTH.fullmatch(name.replace("（", "(").replace("）", ")"))):
        return is_outlet(both[1], rules) and is_outlet(both[2], rules)
    if len(name) < SHORTEST_OUTLET or name in rules.outlet_endings or "、" in name:
        return False
    paper, dot, site = name.partition("·")
    if dot:  # 中国青年报·中青在线
        return len(site) >= SHORTEST_SITE and is_outlet(paper, rules)
    return longest_ending(name, rules.outlet_endings) > 0 or is_county_paper(name, rules)


def is_county_paper(name: str, rules: Rules) -> bool:
    """Tell whether ``name`` is made like the name of a county's paper (今日云溪)."""
    county = name.removeprefix(COUNTY_PAPER)
    if county == name or not county.isalpha() or name in rules.column_titles or county in rules.sections:
        return False
    return county in rules.places or (len(county) == COUNTY and county not in NO_COUNTIES)


def is_more(name: str) -> bool:
    """Tell whether what looks like the name of an outlet holds more than that."""
    return (name.endswith(_LAST) and name not in _LAST) or any(word in name for word in _NO_OUTLET)


def is_named(name: str, rules: Rules) -> bool:
    """Tell whether an outlet is known, or has a whole word for its ending (晚报): 台 is a weather station's too."""
    return name in rules.outlets or longest_ending(name, rules.outlet_endings) > 1


def outlet_before(source: Squeezed, run: int, place: int, rules: Rules) -> int:
    """Return where an outlet's name that ends at ``place`` begins (not before ``run``), or ``place``."""
    text = source.text
    if place - 2 >= run and text[place - 2] == "本" and text[place - 2 : place] in rules.outlets:
        return place - 2  # 本报 stands for itself, whatever it touches
    low = max(run, place - LONGEST_OUTLET)
    starts = [k for k in range(place - 1, low - 1, -1) if k == run or source.gap[k] or source.plain[k - 1] in "/:、,;"]
    known = [k for k in starts if text[k:place] in rules.outlets]
    # A line end may be a space or nothing: try it last.
    further = sorted(starts, key=lambda k: source.gap[k] == BREAK and k != run)
    begin = next((k for k in [*known, *further] if is_outlet(text[k:place], rules)), place)
    if run < begin < place and source.plain[begin - 1] == "/":  # 扬子晚报/紫牛新闻
        first = outlet_before(source, run, begin - 1, rules)
        return first if first < begin - 1 else begin
    return begin


def heads(source: Squeezed, begin: int, rules: Rules) -> Iterator[Head]:
    """Yield the readings of ``outlet place date 讯`` at ``begin``, the shortest first; 【本报讯】 too."""
    plain = source.plain
    wrapped = plain[begin : begin + 1] in {"【", "["}
    begin += wrapped
    both = _BOTH.match(plain, begin, begin + LONGEST_HEAD)
    inside = both.end() if both and is_outlet(both[0], rules) else begin
    broken = _BROKEN.search(plain, inside, begin + LONGEST_HEAD)
    limit = broken.start() if broken else begin + LONGEST_HEAD
    for verb in _VERB.finditer(plain, begin + 1, min(limit + 1, len(plain))):
        if verb.end() > limit:
            return
        head = _head(source, begin, verb, rules)
        if head and not is_verb(source, verb.end(), head):
            continue
        closed = plain[verb.end() : verb.end() + 1] in {"】", "]"}
        if head and wrapped == closed:
            yield head._replace(end=head.end + closed)


def is_verb(source: Squeezed, end: int, head: Head) -> bool:
    """Tell whether 讯 or 电 before ``end`` is a word: it is where space follows, or outlet and date stand before it."""
    if source.plain[end : end + 1] not in _WORDS.get(source.plain[end - 1], ()) or source.gap[end] == SPACE:
        return True
    return bool(head.outlet and head.dateline and head.dateline.date)


def _head(source: Squeezed, begin: int, verb: re.Match[str], rules: Rules) -> Head | None:
    stop = verb.start()
    lead = _LEAD.match(source.plain, begin, stop)
    start = lead.end() if lead else begin
    end = stop
    while stop > start and source.plain[stop - 1] in _DATE and source.plain[end - 1] == "日":
        stop -= 1
    date = source.text[stop:end] or None
    outlet, place = _outlet_and_place(source.text[start:stop], rules)
    if outlet is None and not (date and (place or stop == start)):
        return None
    if outlet and is_more(outlet):
        return None
    return Head(verb.end(), outlet, Dateline(place, date) if place or date else None)


def _outlet_and_place(text: str, rules: Rules) -> tuple[str | None, str | None]:
    """Cut ``新华社北京`` into outlet and place; a name that is an outlet as a whole stays whole."""
    if is_outlet(text, rules):
        return text, None
    known = [size for size in range(2, len(text)) if text[:size] in rules.outlets]
    ending = [size for size in range(SHORTEST_OUTLET, len(text) - 1) if is_outlet(text[:size], rules)]
    for size in known[::-1] + ending[::-1]:
        stop = size + next((n for n in MODIFIER if text[size : size + n] in rules.modifiers), 0)  # 云溪日报全媒体
        if stop == len(text) or is_place(text[stop:]):
            return text[:stop], text[stop:] or None
    return None, text if text in rules.places else None


def is_place(name: str) -> bool:
    """Tell whether ``name`` is made like a place, or several (北京、日内瓦)."""
    letters = name.replace("·", "").replace("、", "").replace("/", "")
    made = 1 < len(name) <= LONGEST_PLACE and letters.isalpha() and name[0].isalpha()
    return made and not any(word in name for word in _NO_PLACE)


def is_plain_start(source: Squeezed, head: Head) -> bool:
    """Tell whether text may follow the head at once: it has a date, or ends in 讯, or space follows."""
    return (
        source.gap[head.end] != NONE
        or bool(head.dateline and head.dateline.date)
        or source.text[head.end - 1] in "讯訊】]"
    )
