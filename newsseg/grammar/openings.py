"""What stands behind a by-line's head: a bracket with credits, or a list that ends in 报道 or in a space."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsseg.grammar.credits import Reading, read
from newsseg.grammar.datelines import tail
from newsseg.grammar.namelist import ACROSS_BREAK
from newsseg.grammar.names import PERSON, PLACE, SURE, UNKNOWN
from newsseg.grammar.outlets import Head, is_outlet
from newsseg.grammar.squeeze import SPACE, Squeezed
from newsseg.record import Credit, Dateline
from newsseg.rules import Rules

# A by-line with more is none: the longest met had nine names (some 70 characters).
LONGEST = 120
# Raw text to look at: as many characters as the longest by-line has may be spaces and line ends.
WINDOW = 2 * LONGEST
OPEN, CLOSE = frozenset("([【"), frozenset(")]】")

LONGEST_NAKED = 60  # characters of a list without brackets that only a space ends
# Marks that a list of credits never has (in squeezed text), and words one of which it has.
BROKEN = re.compile(r"[。;!?“”\"%…《》]")
_UNCLOSED = re.compile(r"[。;!?“”\"%…《》\d]|,(?![记通])")
REPORTS = ("报道", "报导")
CITES = "据"  # behind a space or a line end no name begins with it
LIKELY = PLACE + ACROSS_BREAK  # what a name behind a label may cost that is none by itself (记者邵阳)
LABELS = ("记者", "通讯员", "实习生", "特派员", "评论员", "观察员")


class Byline(NamedTuple):
    """One by-line: its place in the text given, and what it says. ``text[start:end]`` is the by-line as printed."""

    start: int
    end: int
    outlet: str | None
    dateline: Dateline | None
    credits: tuple[Credit, ...]


def has_label(text: str) -> bool:
    """Tell whether a person's label stands in squeezed text."""
    return any(label in text for label in LABELS)


def byline(source: Squeezed, end: int, head: Head, reading: Reading | None, rules: Rules) -> Byline:
    """Return the by-line that ends before the character ``end`` of ``source``."""
    outlet = head.outlet or (outlet_of(reading, rules) if reading else None)
    outlet = outlet.replace("曰报", "日报") if outlet else None  # as it is meant, not as it was misread
    return Byline(source.at[0], source.end(end), outlet, head.dateline, reading.credits if reading else ())


def outlet_of(reading: Reading, rules: Rules) -> str | None:
    """Return the agency or paper that a label names (新华社记者); the paper itself (本报记者) is not named by it."""
    for label in (credit.label or "" for credit in reading.credits):
        sizes = range(len(label) - 2, 1, -1)
        name = next((label[:size] for size in sizes if is_outlet(label[:size], rules)), None)
        if name and not name.startswith("本"):
            return name
    return None


def remark(reading: Reading, rules: Rules) -> bool:
    """Tell whether this is one unlikely name only: rather a remark than a credit.

    Behind a slash it is a name; and one of three characters, of which two are those of given names, has a rare family
    name before them (记者 植晓敏).
    """
    limit = LIKELY if reading.labelled else SURE
    if reading.doubt <= limit or len({credit.name for credit in reading.credits}) > 1:
        return False
    name = reading.credits[0].name
    rare = len(name) == PERSON and all(char in rules.name_characters for char in name[1:])
    return not (reading.labelled and reading.doubt <= UNKNOWN and (rare or reading.stroke))


def bracketed(source: Squeezed, head: Head, rules: Rules) -> Byline | None:
    """Read ``（记者/任小燕 通讯员/黎小华）`` behind the head; without an outlet a role word must stand in it."""
    begin = head.end
    if source.plain[begin : begin + 1] not in OPEN:
        return None
    limit = min(len(source.plain), begin + LONGEST)
    close = _first(source.plain, tuple(CLOSE), begin + 1, limit)
    found = _listed(source, begin + 1, close - 1, head, rules, extra=1) if close else None
    return found or _unclosed(source, begin + 1, close or limit, head, rules)


def odd(source: Squeezed, head: Head, rules: Rules) -> Byline | None:
    """Read names of which some look odd (秦山 南浦公): behind 讯 a bracket with pieces apart is nothing else.

    What a line's end parts may be two pieces, or one that it cuts.
    """
    start = head.end + 1
    if head.outlet is None or source.plain[start - 2] != "讯" or source.plain[start - 1 : start] not in OPEN:
        return None
    close = _first(source.plain, tuple(CLOSE), start, start + LONGEST)
    apart = any(source.gap[start + 1 : close]) or "、" in source.plain[start:close]
    reading = read(source, start, close - 1, rules, sure=True) if apart else None
    return byline(source, close, head, reading, rules) if reading and not reading.labelled else None


def _first(plain: str, words: tuple[str, ...], start: int, end: int) -> int:
    """Return where the first of ``words`` in ``plain[start:end]`` ends, or 0."""
    places = ((plain.find(word, start, end), len(word)) for word in words)
    return min((place + size for place, size in places if place >= 0), default=0)


def _unclosed(source: Squeezed, begin: int, limit: int, head: Head, rules: Rules) -> Byline | None:
    """Read a list whose closing bracket is lost: plain names up to a word or figure that no name has (近日, 8月)."""
    broken = _UNCLOSED.search(source.plain, begin, limit)
    limit = broken.start() if broken else limit
    if head.outlet is None or broken is None or not has_label(source.plain[begin:limit]):
        return None
    for end in range(limit, begin + 2, -1):
        stops = end == limit or source.gap[end] == SPACE
        stops = stops or any(source.text[end : end + size] in rules.not_names for size in range(1, 4))
        reading = read(source, begin, end, rules, labelled=True) if stops else None
        if reading and reading.doubt <= SURE:
            return byline(source, end, head, reading, rules)
    return None


def reporting(source: Squeezed, head: Head, rules: Rules) -> Byline | None:
    """Read ``记者罗小琼 通讯员王玮报道：`` behind the head, or a list with the closing bracket only."""
    plain = source.plain
    limit = min(len(plain), head.end + LONGEST)
    broken = BROKEN.search(plain, head.end, limit)
    limit = _citing(source, head.end, broken.start() if broken else limit)
    if not has_label(plain[head.end : limit]):
        return None
    end = _first(plain, REPORTS, head.end, limit)
    if end:
        found = _listed(source, head.end, end, head, rules, extra=plain[end : end + 1] == ":", labelled=True)
        if found:
            return found
    close = _first(plain, tuple(CLOSE), head.end, limit) if head.outlet else 0
    return _listed(source, head.end, close - 1, head, rules, extra=1, labelled=True) if close else None


def _citing(source: Squeezed, start: int, end: int) -> int:
    """Return where in ``[start, end)`` text begins that cites somebody's report (据外媒报道), ``end`` if none does."""
    return next((k for k in range(start + 1, end) if source.plain[k] == CITES and source.gap[k]), end)


def naked(source: Squeezed, head: Head, rules: Rules) -> Byline | None:
    """Read ``本报讯 记者王小明 通讯员李小红`` before a space: the longest list of plain names that ends at one."""
    limit = min(len(source.text), head.end + LONGEST_NAKED)
    if not has_label(source.plain[head.end : limit]):
        return None
    ends = [k for k in range(head.end + 3, limit) if source.gap[k] == SPACE]
    for end in reversed(ends):
        if source.plain.endswith(LABELS, head.end, end):
            continue  # its name stands behind the space
        reading = read(source, head.end, end, rules, labelled=True)
        if reading and reading.doubt <= SURE and not reading.ends_behind:
            return byline(source, end, head, reading, rules)
    return None


def _listed(
    source: Squeezed, start: int, end: int, head: Head, rules: Rules, *, extra: int, labelled: bool = False
) -> Byline | None:
    stop, dateline = tail(source, start, end, rules)
    labelled = labelled or head.outlet is None
    reading = read(source, start, stop, rules, labelled=labelled)
    if reading is None or (labelled and remark(reading, rules)):
        return None
    return byline(source, end + extra, head._replace(dateline=head.dateline or dateline), reading, rules)
