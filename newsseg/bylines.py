"""The grammar of by-lines: at a paragraph's start, on lines of their own, at a paragraph's end.

White space may stand anywhere inside, a line end or a false blank line too: a newspaper's column cuts where it likes.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsseg.credits import Reading, read
from newsseg.names import SURE
from newsseg.outlets import Head, heads, is_outlet, is_plain_start, source_of
from newsseg.record import Credit, Dateline
from newsseg.rules import Rules
from newsseg.squeeze import SPACE, Squeezed, squeeze

# A by-line with more is none: the longest met had nine names (some 70 characters).
LONGEST = 120
# Raw text to look at for it: as many characters again may be spaces and line ends.
WINDOW = 2 * LONGEST
LONGEST_OWN = 90  # characters of a by-line on lines of its own
PAGE_ROLES = frozenset({"editor", "designer", "proofreader"})
PHOTO_ROLES = frozenset({"photographer", "provider"})

CLOSE = frozenset(")]】")
_OPEN = frozenset("([【")
_REPORTS = re.compile(r"[^,。;!?()\[\]《》“”\"%…]{2,90}?(?:报道|報道|报导|報導)")
_HAS_LABEL = re.compile(r"[记記]者|通[讯訊][员員]|特派[员員]")
_CLOSING = re.compile(r"[（(\[［【]([^（）()\[\]［］【】]{2,240})[）)\]］】]\s*[。■□◆●]?\s*$")
_STOPS = frozenset("。！？”’…》!?\n\"")
_MIGHT = re.compile(
    r"\s*(?:[□■●○◇◆◎▲△★☆▇█▍▌▋▎※⊙]"
    r"|(?:据|據|综合)?(?:本[报報刊社网網台]|新[华華]社|中新社|中央社)"
    r"|[【（(\[［]\s*(?:[^，。；！？（）()]{0,12}(?:[记記]者|通[讯訊])|[据據作编編参參]"
    r"|[\u3400-\u9fff·、\s]{2,20}[）)】]?\s*$)"
    r"|[^，。；：！？、“”（）()\s]{1,14}[报報社网網台臺線线闻聞道端播视視]"
    r"[^，。；：！？“”（）()]{0,16}(?:[讯訊电電](?:\s|[（(]|$)|消息|报道|[记記]者|\d[月日\d]{0,4}$)"
    r"|[\u3400-\u9fff]{1,4}(?:日报|晚报|[都早晨时商快]报|都市报|青年报|日報|晚報|時報|商報)[\u3400-\u9fff]{0,6}$"
    r"|(?:文|图|圖|摄影|攝影|撰文|采写|作者|執筆|执笔|文字|整理|编译|翻译|图文|文图|图片|视频)\s*(?:[/／:：、]|\s[^，。]*$)"
    r"|.{0,8}(?:[记記]者|通[讯訊][员員]|[实實][习習]生)(?![从從在们們了近日昨今看来來走问問站会會证證\d，。：:、]))"
)


class Byline(NamedTuple):
    """One by-line: its place in the text given, and what it says. ``text[start:end]`` is the by-line as printed."""

    start: int
    end: int
    outlet: str | None
    dateline: Dateline | None
    credits: tuple[Credit, ...]


def might_open(line: str) -> bool:
    """Tell cheaply whether a by-line could start at the start of this physical line."""
    return _MIGHT.match(line) is not None


def opening(text: str, pos: int, rules: Rules) -> Byline | None:
    """Return the by-line that opens the paragraph at ``pos`` (after its indent), or None."""
    source = squeeze(text, pos, pos + WINDOW)
    begin = _after_marks(source, rules)
    for head in heads(source, begin, rules):
        found = _with_head(source, head, rules)
        if found:
            return found
    nothing = Head(begin, None, None)
    return _bracketed(source, nothing, rules) or _reporting(source, nothing, rules)


def _after_marks(source: Squeezed, rules: Rules) -> int:
    begin = 0
    while begin < len(source.text) and source.text[begin] in rules.marks:
        begin += 1
    return begin


def _with_head(source: Squeezed, head: Head, rules: Rules) -> Byline | None:
    """Read what follows ``江门日报讯``: a bracket, a list that ends in 报道, or the text at once."""
    found = _bracketed(source, head, rules) or (_reporting(source, head, rules) if head.outlet else None)
    if found or head.outlet is None:
        return found
    follows = source.plain[head.end : head.end + 1]
    if follows == ":":
        return Byline(source.at[0], source.end(head.end + 1), head.outlet, head.dateline, ())
    if source.text[head.end - 1] in "息道導导" or (follows and not is_plain_start(source, head)):
        return None
    return Byline(source.at[0], source.end(head.end), head.outlet, head.dateline, ())


def _bracketed(source: Squeezed, head: Head, rules: Rules) -> Byline | None:
    """Read ``（记者/任小燕 通讯员/黎小华）`` behind the head; without an outlet a role word must stand in it."""
    begin = head.end
    if source.plain[begin : begin + 1] not in _OPEN:
        return None
    close = min((k for k in (source.plain.find(c, begin + 1, begin + LONGEST) for c in CLOSE) if k > 0), default=0)
    reading = read(source, begin + 1, close, rules) if close else None
    if reading is None or (head.outlet is None and (not reading.labelled or _remark(reading))):
        return None
    return _byline(source, close + 1, head, reading, rules)


def _reporting(source: Squeezed, head: Head, rules: Rules) -> Byline | None:
    """Read ``记者罗小琼 通讯员王玮报道：`` behind the head."""
    match = _REPORTS.match(source.plain, head.end, head.end + LONGEST)
    if match is None or _HAS_LABEL.search(match[0]) is None:
        return None
    reading = read(source, head.end, match.end(), rules)
    if reading is None or not reading.labelled or _remark(reading):
        return None
    return _byline(source, match.end() + (source.plain[match.end() : match.end() + 1] == ":"), head, reading, rules)


def _byline(source: Squeezed, end: int, head: Head, reading: Reading, rules: Rules) -> Byline:
    outlet = head.outlet or _outlet_of(reading, rules)
    return Byline(source.at[0], source.end(end), outlet, head.dateline, reading.credits)


def _remark(reading: Reading) -> bool:
    """Tell whether this is one unlikely name only: rather a remark than a credit."""
    return reading.doubt > SURE and len({credit.name for credit in reading.credits}) == 1


def _outlet_of(reading: Reading, rules: Rules) -> str | None:
    """Return the agency or paper that a label names (新华社记者); the paper itself (本报记者) is not named by it."""
    for label in (credit.label or "" for credit in reading.credits):
        sizes = range(len(label) - 2, 1, -1)
        name = next((label[:size] for size in sizes if is_outlet(label[:size], rules)), None)
        if name and not name.startswith("本"):
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
    return _inside(source, close, rules, alone=not before or before[-1] in _STOPS)


def _inside(source: Squeezed, close: int, rules: Rules, *, alone: bool) -> Byline | None:
    """Read a bracket ``0:close``: credits, or the agency that the text is from. Without a role word two names are
    asked for, and that no sentence runs into the bracket."""
    reading = read(source, 1, close - 1, rules)
    if reading is not None and not _remark(reading):
        names = {credit.name for credit in reading.credits}
        if reading.labelled or (alone and reading.doubt <= SURE and len(names) > 1):
            return Byline(source.at[0], source.end(close), _outlet_of(reading, rules), None, reading.credits)
    head = source_of(source.text[1 : close - 1], rules)
    return Byline(source.at[0], source.end(close), head.outlet, head.dateline, ()) if head and head.outlet else None


def own_line(text: str, rules: Rules) -> Byline | None:
    """Return the by-line that is the whole of ``text``, a line or a few joined by line ends; None where it is not.

    The people of the page (责编, 版式) and a photo's (许小莹摄) are none: see ``folio_credits``, ``caption_credits``.
    """
    source = squeeze(text) if len(text) <= WINDOW else squeeze("")
    size = len(source.text)
    if not 2 <= size <= LONGEST_OWN:  # noqa: PLR2004
        return None
    start = _after_marks(source, rules)
    marked = start > 0
    while start < size and source.plain[start] in "—-―":
        start += 1
    if start == 0 and source.plain[0] in _OPEN and source.plain[-1] in CLOSE:
        return _inside(source, size, rules, alone=True)
    reading = read(source, start, size, rules)
    if reading is None or not (reading.labelled or (marked and reading.doubt <= SURE)) or _of_page(reading):
        return None
    if not (marked or _is_set(source, reading)):
        return None
    return _byline(source, size, Head(start, None, None), reading, rules)


def _is_set(source: Squeezed, reading: Reading) -> bool:
    """Tell whether a line without a mark is set like a by-line: a person's label, or a slash, colon or space."""
    parted = SPACE in source.gap or "/" in source.plain or ":" in source.plain
    if _HAS_LABEL.search(source.plain):
        return parted or not _remark(reading)
    return parted


def _of_page(reading: Reading) -> bool:
    """Tell whether these are the people of the page (责编, 版式) or of a photo (摄), not of an article."""
    roles = {credit.role for credit in reading.credits}
    return roles <= PAGE_ROLES or (reading.ends_behind and roles <= PHOTO_ROLES)
