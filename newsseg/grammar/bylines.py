"""The grammar of by-lines: at a paragraph's start, on lines of their own, at a paragraph's end.

White space may stand anywhere inside, a line end or a false blank line too: a newspaper's column cuts where it likes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsseg.grammar.closings import CLOSERS, OPENERS, are_people, closing, inside, pen_name, signed
from newsseg.grammar.credits import Reading, read
from newsseg.grammar.damage import HEAD, mend, seems_misread
from newsseg.grammar.datelines import agency, tail
from newsseg.grammar.glance import might_open, near
from newsseg.grammar.namelist import ACROSS_BREAK
from newsseg.grammar.names import MAX_PEN_NAME
from newsseg.grammar.openings import (
    CLOSE,
    LIKELY,
    OPEN,
    WINDOW,
    Byline,
    bracketed,
    byline,
    has_label,
    naked,
    odd,
    remark,
    reporting,
)
from newsseg.grammar.outlets import Head, heads, is_named, is_plain_start
from newsseg.grammar.squeeze import SPACE, Squeezed, squeeze, without
from newsseg.grammar.unlisted import outlet_alone, outlet_unknown
from newsseg.rules import Rules

__all__ = ["Byline", "closing", "might_open", "near", "opening", "opens", "own_line", "pen_name"]

LONGEST_OWN = 90  # characters of a by-line on lines of its own
TRAINEE = "(实习)"  # may stand behind a name in the list
KEPT = 2048  # readings that are remembered: those of a large page
PAGE_ROLES = frozenset({"editor", "designer", "proofreader"})
PHOTO_ROLES = frozenset({"photographer", "provider"})
# Marks that no by-line on a line of its own has: most lines are text and need no closer look.
NEVER = re.compile(r"[。！？!?“”\"《》…%]|答记者\s?问|答記者\s?問")
_BRACKET = re.compile(r"[（(［\[【〔〖｛{〈﹙）)］\]】〕〗｝}〉﹚]")
_REPORTED = re.compile(r"报[道导]:.")  # the end of a list, in squeezed text
_OPENS = re.compile(r"[讯訊电電息道导導（(［\[【〔〖｛{〈﹙]")  # one of which stands in all that opens a paragraph


def opening(text: str, pos: int, rules: Rules) -> Byline | None:
    """Return the by-line that opens the paragraph at ``pos`` (after its indent), or None."""
    # No by-line goes over a full stop.
    stop = text.find("。", pos, pos + WINDOW) + 1 or min(len(text), pos + WINDOW)
    found = _opening_of(text[pos:stop], rules)
    return found._replace(start=found.start + pos, end=found.end + pos) if found and pos else found


@lru_cache(maxsize=KEPT)  # a page is unwrapped twice and split, and each asks for its openings
def _opening_of(text: str, rules: Rules) -> Byline | None:
    if not _OPENS.search(text):
        return None
    source = without(squeeze(text), TRAINEE)
    found = _opening(source, rules)
    if "(" not in source.plain[:HEAD]:
        return found
    if found is None or not found.credits or seems_misread(source, found.credits):
        mended = mend(source, rules)
        again = _opening(mended, rules) if mended else None
        found = again if again and again.credits else found
    if found is None:
        found = outlet_unknown(source, _after_marks(source, rules), rules)
    if found and not found.credits:
        odd_ones = (odd(source, head, rules) for head in heads(source, _after_marks(source, rules), rules))
        found = next(filter(None, odd_ones), found)
    return found


def _opening(source: Squeezed, rules: Rules) -> Byline | None:
    begin = _after_marks(source, rules)
    for head in heads(source, begin, rules):
        found = bracketed(source, head, rules)
        if found is None and head.outlet:
            found = reporting(source, head, rules) or naked(source, head, rules) or _bare(source, head, rules)
        if found:
            return found
    nothing = Head(begin, None, None)
    found = bracketed(source, nothing, rules) or reporting(source, nothing, rules)
    return found or outlet_alone(source, begin, rules)


def _bare(source: Squeezed, head: Head, rules: Rules) -> Byline | None:
    """Return a head without a name (新华社北京8月23日电, 央视网消息：) that the text follows."""
    follows = source.plain[head.end : head.end + 1]
    told = source.text[head.end - 1] in "息道導导"
    if told and (follows != ":" or not is_named(head.outlet or "", rules)):
        return None
    if follows and follows != ":" and not is_plain_start(source, head):
        return None
    return byline(source, head.end + (follows == ":"), head, None, rules)


def _after_marks(source: Squeezed, rules: Rules) -> int:
    begin = 0
    while begin < len(source.text) and source.text[begin] in rules.marks:
        begin += 1
    return begin


def opens(text: str, rules: Rules) -> bool:
    """Tell whether a by-line opens the paragraph ``text``."""
    return might_open(text) and opening(text, 0, rules) is not None


def own_line(text: str, rules: Rules) -> Byline | None:
    """Return the by-line that is the whole of ``text``, a line or a few joined by line ends; None where it is not.

    The people of the page (责编, 版式) and a photo's (许小莹摄) are none: see ``folio_credits``, ``caption_credits``.
    """
    if len(text) > WINDOW or NEVER.search(text):
        return None
    if _BRACKET.search(text) and (not _is_closed(text) or _goes_beyond(text.strip(), rules)):
        return None
    return _own_line_of(text, rules)


@lru_cache(maxsize=KEPT)
def _own_line_of(text: str, rules: Rules) -> Byline | None:
    source = squeeze(text)
    size = len(source.text)
    if not 2 <= size <= LONGEST_OWN or _REPORTED.search(source.plain):  # noqa: PLR2004
        return None
    whole = _opening_of(text, rules) if source.plain[-1] == ":" else None
    if whole and whole.credits and whole.end == source.end(size):
        return whole  # 江北日报讯 记者 … 报道：, and the text below it
    start = _after_marks(source, rules)
    marked = start > 0
    while start < size and source.plain[start] in "—-―":
        start += 1
    if start == 0 and source.plain[0] in OPEN and source.plain[-1] in CLOSE:
        return inside(source, (1, size - 1, size), rules, alone=True)
    stop, dateline = tail(source, start, size, rules)
    reading = read(source, start, stop, rules, labelled=not marked)
    if reading is None or not (marked or _is_set(source, reading, rules)) or _of_page(reading):
        return signed(source, (start, size, size), rules) or _agency_line(source, start, size, rules)
    named = marked and are_people(reading, rules, own=True) and _are_apart(source, start, reading)
    if not (reading.labelled or named):
        return None
    return byline(source, size, Head(start, None, dateline), reading, rules)


def _is_closed(text: str) -> bool:
    """Tell whether a text has as many brackets that close as open."""
    return sum(map(text.count, OPENERS)) == sum(map(text.count, CLOSERS))


def _goes_beyond(text: str, rules: Rules) -> bool:
    """Tell cheaply that a text with a bracket is more than a bracket: then only who signs for a paper has one inside.

    Most lines with one begin an article (本报讯（记者 任小燕）今年), and are asked for with the lines behind them.
    """
    last = text[-1]
    beyond = last not in _ends_signed(rules) if last.isalnum() else last in CLOSERS and text[0].isalnum()
    return beyond and "源" not in text


@lru_cache(maxsize=2)
def _ends_signed(rules: Rules) -> frozenset[str]:
    """Return the characters with which 本报评论员 or 据新华社电 may end."""
    return frozenset("电電").union(word[-1] for word in rules.collectives)


def _agency_line(source: Squeezed, start: int, end: int, rules: Rules) -> Byline | None:
    """Read 来源：新华社, 综合新华社电; less than that (据新华社) is a line cut off."""
    sure = source.plain.startswith(("来源", "來源", "稿源"), start) or source.plain[end - 1] in "电電"
    head = agency(source, start, end, rules) if sure else None
    if head is None:
        return None
    begin = source.text.find(head.outlet or "", start)
    apart = SPACE in source.gap[begin + 1 : begin + len(head.outlet or "")]  # 逐梦前行 新华社…电 has a title before it
    return None if apart else byline(source, end, head, None, rules)


def _is_set(source: Squeezed, reading: Reading, rules: Rules) -> bool:
    """Tell whether a line without a mark is set like a by-line: a person's label, or a slash, colon or space."""
    if "/" in source.plain or ":" in source.plain:
        return True
    if has_label(source.plain):
        return SPACE in source.gap or not (remark(reading, rules) or _is_sentence(reading))
    return SPACE in source.gap and reading.doubt <= ACROSS_BREAK


def _are_apart(source: Squeezed, start: int, reading: Reading) -> bool:
    """Tell whether something stands between the names from ``start`` on; ■江西开展工作 is the title of a brief."""
    return len(reading.credits) == 1 or any(source.gap[start + 1 :]) or not source.plain[start:].isalpha()


def _is_sentence(reading: Reading) -> bool:
    """Tell whether names behind a label, with no space on the line, are words: 记者随机采访几位市民.

    No reporter is an organisation, but for the pen-name of one.
    """
    names = {credit.name for credit in reading.credits}
    offices = any(
        c.type == "organisation" and c.role == "reporter" for c in reading.credits if len(c.name) > MAX_PEN_NAME
    )
    return offices or (len(names) > 1 and reading.doubt > LIKELY)


def _of_page(reading: Reading) -> bool:
    """Tell whether these are the people of the page (责编, 版式) or of a photo (摄), not of an article."""
    roles = {credit.role for credit in reading.credits}
    return roles <= PAGE_ROLES or (reading.ends_behind and roles <= PHOTO_ROLES)
