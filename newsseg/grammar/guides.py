"""Reading guides (导读): lines that tell what stands on other pages, with the numbers of these."""

from __future__ import annotations

import re
from collections.abc import Sequence

MOST_LINES = 3  # of one entry: a title that was wrapped, or a title and what it is about
LONGEST = 60  # characters of an entry
LONGEST_HEADING = 8
LEAST = 5  # characters of a title; 要闻 2版 is a folio
LEAST_ALONE = 8  # of one that stands alone behind a mark: ▶更多相关报道见3版 is a jump line

_HEADING = re.compile(r"\W{0,2}\w{0,4}(?:导[读讀览]|導[讀覽]|看点|看點)\W{0,2}")
_NUMBER = r"(?:[A-H]{0,2}\d{1,3}(?:\s*[-—、~至]\s*[A-H]{0,2}\d{1,3})?|[一二三四五六七八九十]{1,3})"
# … 3版, … 第三版, …（详见A05版）, …>>>A03, … 见B2
_PAGE = re.compile(
    rf"[（(\[【]?\s*(?:(?:[详詳刊][见見于]?|[见見])\s*)?(?:第\s*)?{_NUMBER}\s*[版页頁]\s*[）)\]】]?$"
    r"|(?:[见見]|[>＞》▶►→（(【…·]|\s)\s*[A-H]\d{1,2}\s*[）)\]】]?$"
)
_ENDS = frozenset("版页頁）)]】0123456789")  # with one of which an entry ends
_LEADS = " \t\u3000·….—-－>＞▶►→|｜/"  # what parts a title from its page
_MARKS = frozenset("▶►▷→>＞")
_GOES_ON = re.compile(r"[下上]\s*[转轉接]|[紧緊]\s*接|[转轉接]$")  # 下转3版: an article of this page does

Range = tuple[int, int]


def guides(texts: Sequence[str]) -> list[list[Range]]:
    """Return the reading guides among the lines of a page, each as the ranges of lines that are one entry.

    A guide is told by its heading (今日导读), which is its first entry; or by two entries together; or by the mark
    before its only one (▶ … 见A3版).
    """
    ends = [i for i, text in enumerate(texts) if text[-1] in _ENDS and title_of(text) is not None]
    found: list[list[Range]] = []
    for end in ends:
        guide = found[-1] if found else []
        free = guide[-1][1] if guide else 0  # the first line that no entry has
        heading = next((i for i in range(max(free, end - MOST_LINES), end) if is_heading(texts[i])), None)
        if heading is not None and is_entry(texts[heading + 1 : end + 1]):
            found.append([(heading, heading + 1), (heading + 1, end + 1)])
        elif guide and is_heading(texts[guide[0][0]]) and is_entry(texts[free : end + 1]):
            guide.append((free, end + 1))
        elif is_entry(texts[end : end + 1]):
            if guide and free == end:
                guide.append((end, end + 1))
            else:
                found.append([(end, end + 1)])
    return [guide for guide in found if len(guide) > 1 or is_marked(texts[guide[0][0]])]


def is_heading(text: str) -> bool:
    """Tell whether a line is the heading of a reading guide: 今日导读, 【要闻导读】."""
    return len(text) <= LONGEST_HEADING and _HEADING.fullmatch(text) is not None


def title_of(text: str) -> str | None:
    """Return what stands before the page with which a line ends, None where it ends in none or an article goes on."""
    page = _PAGE.search(text) if len(text) <= LONGEST else None
    if not page or _GOES_ON.search(text, 0, page.start()):
        return None
    title = text[: page.start()].rstrip(_LEADS)
    return title if title.count("（") == title.count("）") else None  # （更多报道见A3版）


def is_entry(texts: Sequence[str]) -> bool:
    """Tell whether lines, the last of which ends in a page, are one entry of a guide."""
    if not 0 < len(texts) <= MOST_LINES:
        return False
    title = "".join([*texts[:-1], title_of(texts[-1]) or ""])
    return LEAST <= len(title) <= LONGEST and "。" not in title


def is_marked(text: str) -> bool:
    """Tell whether an entry that stands alone has a mark before its title, or before its page."""
    title = title_of(text) or ""
    marked = text[0] in _MARKS or not _MARKS.isdisjoint(text[len(title) :])
    return marked and len(title) >= LEAST_ALONE
