"""The grammar of by-lines: at a paragraph's start, on lines of their own, at a paragraph's end.

White space may stand anywhere inside, a line end or a false blank line too: a newspaper's column cuts where it likes.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsseg.credits import Reading, read
from newsseg.labels import is_outlet
from newsseg.names import SURE
from newsseg.record import Credit, Dateline
from newsseg.rules import Rules
from newsseg.squeeze import BREAK, NONE, Squeezed, squeeze

# A by-line with more is none: the longest met had nine names (some 70 characters).
LONGEST = 120
# Raw text to look at for it: as many characters again may be spaces and line ends.
WINDOW = 2 * LONGEST
LONGEST_HEAD = 34  # outlet, place, date and 电
LONGEST_OWN = 90

OPEN, CLOSE = "([【", ")]】"
_HEAD = re.compile(r"[^,。;!?()\[\]【】《》“”\"%…]{1,34}?(?:综合消息|消息|报道|報導|报导|报讯|[讯電电訊])")
_DATE = re.compile(r"(?:\d{2,4}年)?(?:\d{1,2}月)?\d{1,2}日$|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日$")
_VERB = re.compile(r"(?:综合|综|专|專|特|快|急|要|今)?(?:消息|报道|報導|报导|[讯電电訊])$")
_LEAD = re.compile(r"(?:另?据|據|综合|綜合|转自|摘自)+")
_REPORTS = re.compile(r"[^,。;!?()\[\]《》“”\"%…]{2,90}?(?:报道|報道|报导|報導)")
_PLACE = re.compile(r"[\u3400-\u9fff·、/]{2,12}")
_CLOSING = re.compile(r"[（(\[［【]([^（）()\[\]［］【】]{2,240})[）)\]］】]\s*[。■□◆●]?\s*$")
_STOPS = frozenset("。！？”’…》!?\n\"")


class Byline(NamedTuple):
    """One by-line: its place in the text given, and what it says. ``text[start:end]`` is the by-line as printed."""

    start: int
    end: int
    outlet: str | None
    dateline: Dateline | None
    credits: tuple[Credit, ...]


class _Head(NamedTuple):
    """``新华社北京8月23日电``: where it ends, and its parts."""

    end: int
    outlet: str | None
    dateline: Dateline | None


_MIGHT = re.compile(
    r"\s*(?:[□■●○◇◆◎▲△★☆▇█▍▌▋▎※⊙]"
    r"|(?:据|據|综合)?(?:本[报報刊社网網台]|新[华華]社|中新社|中央社)"
    r"|[【（(\[［]\s*(?:(?:本[报報]|[^，。；！？（）()]{0,12}[报報社网網台])?[^，。；！？（）()]{0,6}(?:[记記]者|通[讯訊][员員])|[据據]|[\u3400-\u9fff·\s　]{2,20}[）)】]?\s*$)"
    r"|[^，。；：！？、“”（）()\s]{1,14}[报報社网網台臺线線闻聞道端播视視]"
    r"[^，。；：！？“”（）()]{0,16}(?:[讯訊电電](?:\s|[（(]|$)|消息|报道|[记記]者)"
    r"|(?:文|图|圖|摄影|撰文|采写|作者|執筆|执笔|文字|整理|图文|文图)\s*[/／:：、]"
    r"|.{0,8}(?:[记記]者|通[讯訊][员員]|[实實][习習]生)(?![从從在们們了近日昨今看来來走问問站会會证證\d，。：:]))"
)


def might_open(line: str) -> bool:
    """Tell cheaply whether a by-line could start at the start of this physical line."""
    return _MIGHT.match(line) is not None


def opening(text: str, pos: int, rules: Rules) -> Byline | None:
    """Return the by-line that opens the paragraph at ``pos`` (after its indent), or None."""
    source = squeeze(text, pos, pos + WINDOW)
    begin = _after_marks(source, 0, rules)
    for head in _heads(source, begin, rules):
        found = _with_head(source, head, rules)
        if found:
            return found
    found = _bracketed(source, begin, rules)
    return found or _reporting(source, begin, _Head(begin, None, None), rules)


def _after_marks(source: Squeezed, begin: int, rules: Rules) -> int:
    while begin < len(source.text) and source.text[begin] in rules.marks:
        begin += 1
    return begin


def _heads(source: Squeezed, begin: int, rules: Rules) -> list[_Head]:
    """Return the readings of ``outlet place date 讯`` from ``begin``, nearest end first."""
    heads = []
    wrapped = source.plain[begin : begin + 1] in {"【", "["}
    begin += wrapped
    place = begin
    while (match := _HEAD.match(source.plain, begin if place == begin else begin, begin + LONGEST_HEAD)) is not None:
        end = _next_verb(source.plain, place, match.end(), begin)
        if not end:
            break
        head = _head(source, begin, end, rules)
        closed = source.plain[end : end + 1] in {"】", "]"}
        if head and wrapped == closed:
            heads.append(head._replace(end=end + closed))
        place = end
    return heads


def _next_verb(plain: str, place: int, _first: int, begin: int) -> int:
    match = re.compile(r"综合消息|消息|报道|報導|报导|[讯電电訊]").search(plain, max(place, begin + 1), begin + LONGEST_HEAD)
    return match.end() if match and not re.search(r"[,。;!?()\[\]【】《》“”\"%…]", plain[begin : match.end()]) else 0


def _head(source: Squeezed, begin: int, end: int, rules: Rules) -> _Head | None:
    verb = _VERB.search(source.plain, begin, end)
    stop = verb.start() if verb else end
    lead = _LEAD.match(source.plain, begin, stop)
    start = lead.end() if lead else begin
    date = _DATE.search(source.plain, start, stop)
    if date:
        stop = date.start()
    outlet, place = _outlet_and_place(source.text[start:stop], rules)
    if outlet is None and place is None:
        return None if stop > start or not date else _Head(end, None, Dateline(None, source.text[stop : date.end()]))
    printed = source.text[stop : date.end()] if date else None
    return _Head(end, outlet, Dateline(place, printed) if place or printed else None)


def _outlet_and_place(text: str, rules: Rules) -> tuple[str | None, str | None]:
    """Cut ``新华社北京`` into outlet and place; a name that is an outlet as a whole stays whole."""
    if is_outlet(text, rules):
        return text, None
    known = [size for size in range(2, len(text)) if text[:size] in rules.outlets]
    ending = [size for size in range(3, len(text) - 1) if is_outlet(text[:size], rules)]
    for size in known[::-1] + ending[::-1]:
        if _PLACE.fullmatch(text, size):
            return text[:size], text[size:]
    return None, text if text in rules.places else None


def _with_head(source: Squeezed, head: _Head, rules: Rules) -> Byline | None:
    """Read what follows ``江门日报讯``: a bracket, a list that ends in 报道, or the text at once."""
    found = _bracketed(source, head.end, rules, head)
    if found or head.outlet is None:
        return found
    found = _reporting(source, head.end, head, rules)
    if found:
        return found
    follows = source.plain[head.end : head.end + 1]
    verb = source.text[head.end - 1]
    end = head.end
    if follows == ":":
        end += 1
    elif verb in "息道導导" or (follows and source.gap[head.end] == NONE and not _sure(source, head)):
        return None
    return Byline(source.at[0], source.end(end), head.outlet, head.dateline, ())


def _sure(source: Squeezed, head: _Head) -> bool:
    """Tell whether a head that the text follows at once is one: it has a date, or ends in 讯."""
    return bool(head.dateline and head.dateline.date) or source.text[head.end - 1] in "讯訊】]"


def _bracketed(source: Squeezed, begin: int, rules: Rules, head: _Head | None = None) -> Byline | None:
    """Read ``（记者/任小燕 通讯员/黎小华）`` at ``begin``; without a head a role word must stand in it."""
    if source.plain[begin : begin + 1] not in set(OPEN):
        return None
    close = min((k for k in (source.plain.find(c, begin + 1, begin + LONGEST) for c in CLOSE) if k > 0), default=0)
    reading = read(source, begin + 1, close, rules) if close else None
    if reading is None or (head is None and not (reading.labelled and not _remark(reading))):
        return None
    outlet, dateline = (head.outlet, head.dateline) if head else (None, None)
    return Byline(source.at[0], source.end(close + 1), outlet or _outlet_of(reading, rules), dateline, reading.credits)


def _remark(reading: Reading) -> bool:
    return reading.doubt > SURE and len(reading.credits) == 1


def _reporting(source: Squeezed, begin: int, head: _Head, rules: Rules) -> Byline | None:
    """Read ``记者罗小琼 通讯员王玮报道：`` at ``begin``."""
    match = _REPORTS.match(source.plain, begin, begin + LONGEST)
    if match is None:
        return None
    reading = read(source, begin, match.end(), rules)
    if reading is None or not reading.labelled or _remark(reading):
        return None
    end = match.end() + (source.plain[match.end() : match.end() + 1] == ":")
    return Byline(source.at[0], source.end(end), head.outlet or _outlet_of(reading, rules), head.dateline, reading.credits)


def _outlet_of(reading: Reading, rules: Rules) -> str | None:
    """Return the agency that a label names (新华社记者), not the paper itself (本报记者)."""
    for credit in reading.credits:
        for size in range(len(credit.label or "") - 2, 1, -1):
            name = (credit.label or "")[:size]
            if is_outlet(name, rules) and not name.startswith("本"):
                return name
    return None


def closing(text: str, rules: Rules) -> Byline | None:
    """Return the by-line in brackets that ends the paragraph ``text``, or None."""
    match = _CLOSING.search(text, max(0, len(text) - WINDOW))
    if match is None:
        return None
    source = squeeze(text, match.start(), match.end())
    close = len(source.text) - (source.plain[-1] not in CLOSE)
    before = text[: match.start()].rstrip()
    found = _inside(source, 1, close - 1, rules, alone=not before or before[-1] in _STOPS)
    return found and found._replace(start=match.start(), end=source.end(close))


def _inside(source: Squeezed, start: int, end: int, rules: Rules, *, alone: bool) -> Byline | None:
    """Read what stands in a closing bracket: credits, or the agency that the text is from."""
    reading = read(source, start, end, rules)
    if reading is not None and not _remark(reading):
        sure = reading.labelled or (alone and reading.doubt <= SURE and len(reading.credits) > 1)
        if sure:
            return Byline(0, 0, _outlet_of(reading, rules), None, reading.credits)
    text = source.text[start:end]
    lead = _LEAD.match(text)
    if lead or text[-1] in "电讯電訊":
        head = _head(source, start, end, rules)
        if head and head.outlet and not is_outlet(text, rules):
            return Byline(0, 0, head.outlet, head.dateline, ())
    return None


def own_line(text: str, rules: Rules) -> Byline | None:
    """Return the by-line that is the whole of ``text``, a line or a few joined by line ends; None where it is not."""
    if len(text) > WINDOW:
        return None
    source = squeeze(text)
    size = len(source.text)
    if not 2 <= size <= LONGEST_OWN:  # noqa: PLR2004
        return None
    start = _after_marks(source, 0, rules)
    marked = start > 0
    if source.plain[start : start + 1] in set(OPEN) and source.plain[-1] in CLOSE:
        found = _inside(source, start + 1, size - 1, rules, alone=True)
        return found and found._replace(start=source.at[0], end=source.end(size))
    while start < size and source.plain[start] in "—-―":
        start += 1
    reading = read(source, start, size, rules)
    if reading is None or not (reading.labelled or (marked and reading.doubt <= SURE)):
        return None
    if _of_page(reading) or (_remark(reading) and not marked and BREAK not in source.gap and 1 not in source.gap):
        return None
    return Byline(source.at[0], source.end(size), _outlet_of(reading, rules), None, reading.credits)


def _of_page(reading: Reading) -> bool:
    """Tell whether these are the people of the page (责编, 版式) or of a photo (摄), not of an article."""
    roles = {credit.role for credit in reading.credits}
    return roles <= {"editor", "designer", "proofreader"} or (reading.ends_behind and roles <= {"photographer", "provider"})
