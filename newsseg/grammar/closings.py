"""By-lines in brackets: at a paragraph's end, or alone; and those signed for the paper without a name."""

from __future__ import annotations

import re

from newsseg.grammar.credits import TRADES, Reading, read
from newsseg.grammar.datelines import agency, tail
from newsseg.grammar.namelist import ACROSS_BREAK, SET_WIDE
from newsseg.grammar.names import FOUR, PERSON, SURE, cost, has_word, is_organisation
from newsseg.grammar.openings import WINDOW, Byline, byline, has_label, remark
from newsseg.grammar.outlets import Head, heads, is_outlet
from newsseg.grammar.squeeze import Squeezed, squeeze
from newsseg.record import Credit
from newsseg.rules import Rules, longest_ending

SINGLE = 3  # characters of a name that may stand in a closing bracket all alone: shorter ones are words (高温, 方言)

SHORT = 2  # … but on a line of its own, or with a family name that begins few words (（张浩）)
LONGEST_HALF = 60  # characters of a by-line that has lost a bracket
END_MARKS = "。■□◆●"  # may stand behind the bracket
_PEN_NAME = re.compile("(?:^|(?<=[。！？”…]))[（(]([\u4e00-\u9fff]{2,16})[）)]$")
_BLANK = " \t\u3000\xa0"
_SPACE = _BLANK + "\n"
OPENERS, CLOSERS = "（([［【", "）)]］】"
_STOPS = frozenset('。！？”’…》!?\n"')
_SENTENCE = "。；，！？"


def closing(text: str, rules: Rules) -> Byline | None:
    """Return the by-line in brackets that ends the paragraph ``text``, or None. One of the brackets may be lost."""
    end = len(text.rstrip(_SPACE + END_MARKS))
    low = max(0, end - WINDOW)
    start = max(text.rfind(bracket, low, end) for bracket in OPENERS)
    closed = text[end - 1 : end] in CLOSERS
    if not (closed and start >= 0):
        return _half(text, start, end, rules) if closed or start >= 0 else None
    source = squeeze(text, start, end)
    size = len(source.text)
    before = text[:start].rstrip()
    line = text[:start].rstrip(_BLANK)
    own = not line or line[-1] == "\n"
    return inside(source, (1, size - 1, size), rules, alone=not before or before[-1] in _STOPS, own=own)


def _half(text: str, start: int, end: int, rules: Rules) -> Byline | None:
    """Read a by-line at the end whose first (``start`` is -1) or last bracket is lost; a label must stand in it."""
    lost_first = start < 0
    if lost_first:
        start = max(text.rfind(mark, max(0, end - LONGEST_HALF), end) for mark in _SENTENCE) + 1
    if (lost_first and start == 0) or end - start > LONGEST_HALF:
        return None
    source = squeeze(text, start, end)
    if not has_label(source.plain):
        return None
    size = len(source.text)
    return inside(source, (1 - lost_first, size - lost_first, size), rules, alone=False)


def inside(
    source: Squeezed, places: tuple[int, int, int], rules: Rules, *, alone: bool, own: bool = False
) -> Byline | None:
    """Read a bracket: credits, who signs for the paper, or the agency that the text is from.

    ``places`` are where its inside starts and ends, and where the by-line ends; ``own`` tells that it has a line of its
    own.
    """
    start, end, close = places
    stop, dateline = tail(source, start, end, rules)
    reading = read(source, start, stop, rules, labelled=not alone)
    if reading and not remark(reading, rules) and (reading.labelled or (alone and are_people(reading, rules, own=own))):
        return byline(source, close, Head(close, None, dateline), reading, rules)
    office = _office(source, start, stop, rules) if alone and not reading else None
    if office:
        return byline(source, close, Head(close, None, dateline), office, rules)
    head = agency(source, start, end, rules)
    if head:
        return byline(source, close, head, None, rules)
    return _dated(source, places, rules) or signed(source, places, rules)


def _office(source: Squeezed, start: int, end: int, rules: Rules) -> Reading | None:
    """Read a person and an office's pen-name, which looks like no name by itself: 胡小晴 望江农."""
    odd = end - start > PERSON and source.text[end - 1] in TRADES and any(source.gap[start + 1 : end])
    return read(source, start, end, rules, sure=True) if odd else None


def _dated(source: Squeezed, places: tuple[int, int, int], rules: Rules) -> Byline | None:
    """Read 本报北京5月20日电　记者任小燕 inside a bracket. ``places`` are as for ``inside``."""
    start, end, close = places
    for head in heads(source, start, rules):
        reading = read(source, head.end, end, rules, labelled=True) if head.outlet and head.end < end else None
        if reading and not remark(reading, rules):
            return byline(source, close, head, reading, rules)
    return None


def signed(source: Squeezed, places: tuple[int, int, int], rules: Rules) -> Byline | None:
    """Read 本报评论员, 新华社编辑部: signed for the outlet, without a name. ``places`` are as for ``inside``."""
    start, end, close = places
    text = source.text[start:end]
    size = len(text) - longest_ending(text, rules.collectives)
    if size == len(text) or not is_outlet(text[:size], rules):
        return None
    signature = Credit(text, "author", None, "organisation")
    return Byline(source.at[0], source.end(close), text[:size], None, (signature,))


def pen_name(text: str, rules: Rules) -> Byline | None:
    """Read one word in brackets behind the last sentence of ``text``, or alone, as who signs it: ``（小满）``.

    It is a short one, or an office's name (``（云溪区委宣传部）``), and one only where an article is known to end:
    elsewhere such a bracket holds a remark. An outlet (``（新华社）``) is where the text is from.
    """
    found = _PEN_NAME.search(text)
    if not found:
        return None
    name = found[1]
    if is_outlet(name, rules):
        return Byline(found.start(), found.end(), name, None, ())
    office = is_organisation(name, rules) and cost(name, rules) <= SURE
    if not office and (len(name) > SINGLE or has_word(name, rules.not_names, 1, len(name))):
        return None
    credit = Credit(name, "author", None, "organisation" if office else "person")
    return Byline(found.start(), found.end(), None, None, (credit,))


def are_people(reading: Reading, rules: Rules, *, own: bool = False) -> bool:
    """Tell whether names without a role word are surely names: two, or one of three characters or set wide.

    One of four has a family name of two, and none but characters of given names behind it. On a line of its own
    (``own``) one of two is enough that has a family name and such a character behind it; elsewhere the family name must
    be one that is seldom found in other words: of 5,348 paragraphs of real articles none ends in another word of two.
    """
    names = {credit.name: credit.type for credit in reading.credits}
    name = reading.credits[0].name
    size = len(name)
    single = len(names) == 1 and (
        (size == SINGLE and reading.doubt <= ACROSS_BREAK)
        or (size < SINGLE and reading.doubt == SET_WIDE)
        or (size == SHORT and is_short_name(name, rules) and (own or name[0] not in rules.given))
        or (size == FOUR and name[:2] in rules.surnames and rules.name_characters.issuperset(name[2:]))
    )
    return reading.doubt <= SURE and (len(names) > 1 or single) and "person" in names.values()


def is_short_name(name: str, rules: Rules) -> bool:
    """Tell whether ``name`` is a family name and a character of given names."""
    return name[0] in rules.surnames and name[1] in rules.name_characters
