"""The frame of a page: folio lines, page numbers, the people of the page, jump lines, column rules."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from newsseg.grammar.captions import caption_credits
from newsseg.grammar.credits import read
from newsseg.grammar.dates import DATE, HALF_WIDTH
from newsseg.grammar.editions import (
    DAY,
    EXTRA,
    LONGEST,
    LONGEST_WORD,
    MASTHEAD,
    PAGE,
    PAGE_ROLES,
    PEOPLE_GLUED,
    TEXT,
    WEEKDAY,
    is_bare_paper,
    is_paper,
    people,
    set_apart,
    without_notes,
    words_of,
)
from newsseg.grammar.names import SURE
from newsseg.grammar.openings import has_label
from newsseg.grammar.squeeze import squeeze
from newsseg.record import Credit
from newsseg.rules import Rules

EDGE = 3  # lines at the head and the foot of a page where its frame stands
UNKNOWN_WORDS = 2  # a section and its English name
PAGE_DIGITS = 2
WRITERS = frozenset({"reporter", "writer", "correspondent"})
SECTION = 4  # characters of an unknown section's name that stands alone
LOCAL = "新闻"  # behind the name of a place
KEPT = 1024  # lines that are remembered: a page is unwrapped twice
LONGEST_PEOPLE = 400  # characters of the people of a page, line ends and all

# Two cheap looks, for every line of a page is asked: text has one of these (a folio only where a note stands in it) …
# … and a folio has one of these.
_HINT = re.compile(r"[\dA-HTd年期周週版編编校對月导告輯辑责責扫掃*＊=＝~～_─━]|[-—·.][-—·.\s]+[-—·.]")
# Each pattern with the characters of which it needs one: most lines have none, and the patterns are slow.
_SIGNS = (
    (DATE, frozenset("年12")),
    (WEEKDAY, frozenset("星周週y")),
    (EXTRA, frozenset("农農月期号號版页頁@线话箱Qw:")),
    (PAGE, frozenset("版页頁ABCDEFGHTPp0")),
)
_LONE_NUMBER = re.compile(r"[-—–·.•~\s(（]*+\d{1,3}[-—–·.•~\s)）]*+|[A-HT]")
_NUMBERED = re.compile(
    r"(?:[A-D]\d\d|0\d|[A-D]\d(?=\s*[|·版]))[\s|·:版]+[^\W\d]{2,6}$|[^\W\d]{2,6}[\s|·:]+(?:[A-D]\d\d|0\d)版?$"
)
# A9 云溪, 11版 街坊, 乡镇之窗 11: at the edge of a page only
_LETTERED = re.compile(
    r"[A-D]\d\s+[^\W\d]{2}$|第?\w{1,3}版[\s:|·]+[^\W\d]{2,4}$|[^\W\d]{2,4}[\s|·]+第?\w{1,3}版$"
    r"|\d{1,2}\s+[^\W\d]{2,6}$|[^\W\d]{2,6}\s+\d{1,2}$"
)
_PHONE = re.compile(r"(?:电话|热线|联系电话|编辑部)\s*[:：]?\s*[\d\-—() ]{7,}")  # there only, too
_RULE = re.compile(r"[-—_─━=＝·•.*＊~～\s]{3,}")
_PARTED = re.compile(r"[\s/:：／∕╱｜|﹕∶]")  # stands behind the label of a person of the page, unless a name touches it
_JUMPS = ("版", "页", "頁", "下转", "下轉", "上接", "详见", "詳見")
_NOTE = re.compile(r"本[版组]|除署名|国内统一|CN|邮发|社址|印刷")
_PICTURES = re.compile(
    r"\s*[（(]?(?:本[版组][图照]片|本版(?:摄影|文图)|除署名外)[^。]{0,40}[）)]?。?\s*"
    r"|\s*[（(]?本[版组](?:稿件|文字|图文)[^。]{0,40}提供[）)]?。?\s*"
)
_IMPRINT = re.compile(r"国内统一(?:连续出版物|刊)号|CN\s?\d\d[-—]\d{4}|邮发代号|广告经营许可|(?:社址|印刷)\s*[:：]")


def frame(lines: Sequence[str], rules: Rules) -> list[int]:
    """Return the places of the lines of a page that are page furniture."""
    noted = _NOTE.search("\n".join(lines)) is not None
    edge = len(lines) - EDGE
    found: list[int] = []
    for i, line in enumerate(lines):
        # Nearly all lines are text: they need no closer look.
        is_text = ("，" in line or "。" in line) and not (noted and _NOTE.search(line))
        at_edge = i < EDGE or i >= edge or len(found) == i
        if not is_text and is_folio(line, rules, edge=at_edge) and not _in_bracket(lines, i):
            found.append(i)
    known = set(found)
    found += [i for i in range(1, len(lines) - 1) if _is_between(lines, i, known)]
    found += _above(lines, found, rules)
    return [*found, *_beside(lines, found, rules)]


def _is_between(lines: Sequence[str], i: int, found: Collection[int]) -> bool:
    """Tell whether a line between two lines of the frame is one short word: a section that no list knows."""
    text = lines[i].strip()
    between = text.isalpha() and len(text) <= SECTION and i not in found and i - 1 in found and i + 1 in found
    return between and _has_sign(lines[i - 1]) and _has_sign(lines[i + 1])


def _above(lines: Sequence[str], found: Sequence[int], rules: Rules) -> list[int]:
    """Return the lines above the furniture at a page's foot that belong to it, though they are not its last."""
    first = len(lines)
    for i in reversed(found):
        if i < first - 1:
            break
        first = i
    stop = first
    while 0 < first < len(lines) and is_folio(lines[first - 1], rules, edge=True):
        first -= 1
    return list(range(first, stop))


def _beside(lines: Sequence[str], found: Sequence[int], rules: Rules) -> list[int]:
    """Return the lines that with a date, a weekday or a page's number beside them are furniture, too.

    The frame of a page stands in its midst where the page was extracted in the order in which it was drawn.
    """
    known = set(found)
    more = []
    waiting = [i + step for i in found if _has_sign(lines[i]) for step in (-1, 1)]
    while waiting:
        i = waiting.pop()
        if not 0 <= i < len(lines) or i in known:
            continue
        if is_folio(lines[i], rules, edge=True) or is_bare_paper(lines[i].strip()):
            known.add(i)
            more.append(i)
            waiting += [i - 1, i + 1]
    return more


def _has_sign(line: str) -> bool:
    """Tell whether a line of the frame has a date, a weekday or a page's number."""
    text = line.strip().translate(HALF_WIDTH)
    return any(pattern.search(text) for pattern in (DATE, WEEKDAY, PAGE)) or _LETTERED.match(text) is not None


def _in_bracket(lines: Sequence[str], i: int) -> bool:
    """Tell whether line ``i`` stands in a bracket that the line before it opens and this one or the next closes."""
    before = lines[i - 1] if i else ""
    return _open(before) > 0 and _open("".join(lines[i : i + 2])) < 0


def _open(text: str) -> int:
    """Return how many brackets ``text`` leaves open; less than nothing where it closes some it did not open."""
    return sum(map(text.count, "（(")) - sum(map(text.count, "）)"))


def is_folio(line: str, rules: Rules, *, edge: bool = False) -> bool:
    """Tell whether one physical line is page furniture: date, page number, paper, section, people of the page, a rule.

    At the ``edge`` of a page (its first and last lines) less is enough: a date, a section or the paper's name alone.
    """
    if len(line) > LONGEST:
        return False
    if "，" in line or "。" in line or TEXT.search(line):
        return bool(_NOTE.search(line)) and bool(_PICTURES.fullmatch(line) or _IMPRINT.search(line))
    if not edge and not _HINT.search(line):
        return False
    return _is_furniture(line, rules, edge=edge)


@lru_cache(maxsize=KEPT)
def _is_furniture(line: str, rules: Rules, *, edge: bool) -> bool:
    """Tell whether a line without marks of text is page furniture."""
    text = line.strip().translate(HALF_WIDTH)
    if edge and (_PHONE.fullmatch(text) or MASTHEAD.fullmatch(text)):
        return True
    if _LONE_NUMBER.fullmatch(text) or _RULE.fullmatch(text) or _PICTURES.fullmatch(text) or _IMPRINT.search(text):
        return True
    return text in rules.furniture or _is_dated(text, rules, edge=edge) or bool(folio_credits(line, rules))


def _is_dated(text: str, rules: Rules, *, edge: bool) -> bool:
    """Tell whether nothing stands in the line but date, weekday, page, paper and section."""
    text = set_apart(text)
    rest = without_notes(text)
    signs = []
    for pattern, needed in _SIGNS:
        rest, count = (rest, 0) if needed.isdisjoint(rest) else pattern.subn(" ", rest)
        signs.append(count > 0)
    date, weekday, extra, page = signs
    words = [word for word in words_of(rest) if not (weekday and DAY.fullmatch(word))]
    if not words:
        return weekday or page or extra or (edge and date)
    latin = date and rest.isascii() and rest.isupper()  # 2 NATION Thursday, August 3, 2023 YUNXI WEEKLY
    known = sum(latin or is_known(word, rules, edge=edge) for word in words)
    known += known > 0 and page and sum(word.isascii() and word.isalpha() and word.isupper() for word in words)
    numbers = sum(word.isdecimal() and len(word) <= PAGE_DIGITS for word in words)
    if known + numbers == len(words):
        alone = edge and known > 0 and text not in rules.picture_columns
        return date or weekday or page or (known > 0 and numbers == 1) or alone
    # An unknown word is a section's name only beside two other signs or a plain page number, and a short one.
    short = len(words) - known <= UNKNOWN_WORDS and all(len(word) <= LONGEST_WORD for word in words)
    numbered = _NUMBERED.match(text) or (_LETTERED.match(text) if edge else None)
    return short and (sum(signs) > 1 or numbered is not None)


def is_known(word: str, rules: Rules, *, edge: bool) -> bool:
    """Tell whether a word is a section's or the paper's name; at the edge of a page 云溪新闻 is a section, too."""
    if word in rules.sections or word in rules.furniture or is_paper(word, rules):
        return True
    about = word.removesuffix(LOCAL)  # 文体新闻, at the edge of a page 云溪新闻
    return about != word and (about in rules.sections or (edge and about in rules.places))


def folio_credits(text: str, rules: Rules) -> tuple[Credit, ...]:
    """Return the people of the page that a folio names (``责编/王小芳 版式/李文``)."""
    text = text[:LONGEST_PEOPLE]
    if "本" in text and _PICTURES.fullmatch(text):
        return caption_credits(text, rules)
    if not _PARTED.search(text) and not any(word in text for word in PEOPLE_GLUED):
        return ()
    begin, end = people(text, rules)
    source = squeeze("".join(" " if c in rules.marks else c for c in text[begin:end]))
    reading = read(source, 0, len(source.text), rules, labelled=True) if source.text else None
    if reading is None or reading.doubt > SURE:
        return ()
    roles = {credit.role for credit in reading.credits}
    # 记者 张某某 编辑 李某某 and 策划/张某某 采写/李某某 are an article's.
    written = has_label(squeeze(text[:begin]).plain) or not roles.isdisjoint(WRITERS)
    return reading.credits if roles & PAGE_ROLES and not written else ()


def jump(text: str, start: int = 0) -> tuple[int, int] | None:
    """Return the place of the first jump line in ``text`` from ``start`` on (下转3版, （上接第1版）), or None."""
    if not any(word in text for word in _JUMPS):
        return None
    from newsseg.grammar.jumps import find  # most texts have none of these, and its patterns cost a millisecond

    return find(text, start)


def comes_from(text: str) -> bool:
    """Tell whether a jump line names the page that its article comes from (上接第1版), and not one where it goes on."""
    return "接" in "".join(text.split()).replace("紧接", "").replace("緊接", "")
