"""What the folio of a page tells: paper, date, page number and section; or the name of its file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from newsseg.grammar.dates import DATE, HALF_WIDTH, as_iso, iso_date, number
from newsseg.grammar.outlets import is_county_paper
from newsseg.grammar.squeeze import Squeezed, squeeze
from newsseg.i18n import _
from newsseg.record import Edition
from newsseg.rules import Rules

LONGEST = 110  # characters of a folio; what is longer is text
LONGEST_WORD = 8  # of an unknown section's name (理论评论周刊)
PAPER_LENGTHS = range(4, 15)  # 江门日报 … 中国新闻出版广电报
ENDINGS = range(2, 5)
PAGE_ROLES = frozenset({"editor", "designer", "proofreader", "planner", "illustrator"})
PEOPLE_GLUED = ("责任编辑", "責任編輯", "责编", "責編", "美编", "美編", "版式", "校对", "校對")  # names may touch them
PAPER_ENDINGS = frozenset("报報刊")  # of the outlets' endings, those of papers: 蓬江新闻 is a section
BARE_LENGTHS = range(3, 8)  # of a name that ends in 报 alone
# Before 报 these make words that end titles: 预报, 举报, 捷报, 好人有好报.
NO_PAPER = frozenset("预預公通举舉情捷喜海电電汇匯简簡月年季申上播战戰速警善回好恶")

# Classes of many Han characters cost a third of a millisecond each to compile: \w does where the rest tells enough.
WEEKDAY = re.compile(r"星\s?期\s?\w|(?<!\w)[周週]\w(?!\w)|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b,?")
PAGE = re.compile(
    r"第?\s*(?P<a>[A-HT]{1,2}\d{1,3}|\d{1,3})\s*版(?!\w)|第\s*(?P<b>\d{1,3})\s*[页頁]"
    r"|(?<![A-Za-z0-9.])(?P<c>[A-HT]{1,2}\s?\d{1,2})(?![A-Za-z0-9.%])"
    r"|第(?P<d>[^\W\d]{1,3})版(?!\w)|(?<![\d.:-])(?P<e>0\d)(?![\d.:-])"
    r"|\b[Pp](?:age|AGE)?\.?\s*(?P<f>\d{1,3})\b"
)
EXTRA = re.compile(
    r"(?:农历|農曆)(?:\w\w年(?:[闰閏]?\w{1,2}月\w{1,3})?|[闰閏]?\w{1,2}月\w{1,3})(?![^\W第今星])|(?:\w\w年)?(?:闰|閏)?(?:正|冬|腊|臘|\w{1,2})月(?:初|十|廿|二十|三十)\w?"
    r"|[总總]?第\s*\d+\s*[期号號]|(?:今[日天]|共)\s*\d+\s*[版页頁]|https?://\S+|www\.\S+|\S+@\S+"
    r"|(?:24小时)?(?:新闻|爆料|报料|发行|广告|订阅|读者|值班|服务|投稿)(?:热线|电话|邮箱|QQ)\S{0,4}"
    r"[:：]?\s*[\d\-—、() ]{5,}"
)
# What the masthead tells of weather, phones and owners; at the edge of a page only.
MASTHEAD = re.compile(
    r"(?:[今明][日天])?(?:天气|气温)\s*[:：\s].*|.*\d\s*(?:℃|°C)?\s*[-—~～至]+\s*-?\d+\s*(?:℃|°C).*"
    r"|(?:扫码)?(?:关注|下载)?(?:本报|\w{2,3}|\w{2,4}[日晚早]报)?(?:官方|新闻)?"
    r"(?:(?:微信|微博|抖音|客户端|公众号|视频号|网站|A[Pp][Pp]|二维码)+(?:\s*[:：]\s*\S{2,12})?)"
    r"|(?:中共|中国共产党)\w{2,8}委(?:员会)?(?:机关报|主管|主办).{0,12}|\d{4}年\d*月?\d*日?创刊|版权所有.{0,20}|(?:本报|报社)?(?:地址|邮编|邮政编码|定价|零售价?)\s*[:：].*"
    r"|[A-Z]+(?: [A-Z]+){0,2} (?:DAILY|NEWS|TIMES|EVENING|WEEKLY|POST|RIBAO|WANBAO)(?: [A-Z]+)?"
)
TEXT = re.compile(r"[，。；！？“”]")
_BRACKET = re.compile(r"[（(][^（）()\d]*[）)]")
_TOUCHED = re.compile(r"(?<!\S)(第?(?:\d{1,3}|[A-HT]{1,2}\d{1,3})版)(?=[^\W\dA-Za-z]{2,4}(?!\S))")  # 4版经济
_LATIN = re.compile(r"[A-Z][A-Z&'-]+(?: [A-Z&][A-Z&'-]*)*")  # YUNXI WEEKLY
_LATIN_PAPER = re.compile(r" (?:DAILY|WEEKLY|TIMES|POST|NEWS|HERALD|STANDARD|JOURNAL|TRIBUNE)$|^THE ")
DAY = re.compile(r"\d{1,2}月\d{1,2}日")  # without its year
_PHONE = re.compile(r"(?:电话|热线|邮箱|QQ|[Ee]-?mail)\S*|[\d—-]{6,}|\S+@\S+")
# What stands in the name of a file.
NAMED = {
    "paper": r"[^/\\_.-]+",
    "date": r"\d{4}\D?\d{1,2}\D?\d{1,2}",
    "page": r"[A-Za-z]{0,2}\d+",
    "section": r"[^/\\_.-]+",
}


def edition(lines: Iterable[str], rules: Rules) -> Edition | None:
    """Return paper, date, page and section that folio lines print, or None where they print none."""
    paper = date = page = section = None
    for line in lines:
        begin, end = people(line := set_apart(without_notes(line)), rules)
        text = f"{line[:begin]} {line[end:]}".strip().translate(HALF_WIDTH)
        if len(text) > LONGEST or TEXT.search(text) or MASTHEAD.fullmatch(text):
            continue
        date = date or iso_date(text)
        rest = EXTRA.sub(" ", DATE.sub(" ", text))
        page = page or _page(rest)
        rest = _PHONE.sub(" ", PAGE.sub(" ", WEEKDAY.sub(" ", rest)))
        latin = _LATIN.findall(rest) if date else []
        latin.sort(key=lambda piece: _LATIN_PAPER.search(piece) is None)
        left = words_of(_LATIN.sub(" ", rest) if latin else rest)
        words = [word for word in left if not (word.isdecimal() or DAY.fullmatch(word))]
        papers = latin[:1] or [word for word in words if is_paper(word, rules)]
        papers = papers or [word for word in left if len(left) == 1 and is_bare_paper(word)]
        paper = paper or (papers[0] if papers else None)
        page = page or next((word for word in left if latin and word.isdecimal()), None)
        supplements = [word for word in papers[1:] if word[-1] == "刊"]
        section = section or _section([*latin[1:], *supplements, *(w for w in words if w not in papers)], rules)
    return Edition(paper, date, page, section) if paper or date or page or section else None


def _page(text: str) -> str | None:
    """Return the number of the page that a folio prints; 第三版 is page 3."""
    found = PAGE.search(text)
    printed = next(group for group in found.groups() if group).replace(" ", "") if found else None
    return str(number(printed) or printed) if found and found["d"] and printed else printed


def without_notes(line: str) -> str:
    """Return a folio line without its notes in brackets (which have no figure), a misread 日报 mended."""
    if "（" in line or "(" in line:
        line = _BRACKET.sub(" ", line)
    return line.replace("曰报", "日报").replace("曰報", "日報")


def set_apart(line: str) -> str:
    """Return a folio line with a space between its page's number and a section that touches it (4版经济)."""
    return _TOUCHED.sub(r"\1 ", line) if "版" in line else line


def _section(words: list[str], rules: Rules) -> str | None:
    """Return the section among the words of a folio: a known one, or the one word that is left."""
    words = [word for word in words if word not in rules.furniture]
    known = next((word for word in words if word in rules.sections), None)
    left = words[0] if len(words) == 1 and 2 <= len(words[0]) <= LONGEST_WORD else None  # noqa: PLR2004
    return known or left


def name_pattern(text: str) -> re.Pattern[str]:
    """Return a pattern of file names: a regular expression in which ``{date}``, ``{page}``, … stand for what they name.

    Raises ``ValueError`` where it names none of them, and ``re.error`` where it is no regular expression.
    """
    for name, what in NAMED.items():
        text = text.replace(f"{{{name}}}", f"(?P<{name}>{what})")
    pattern = re.compile(text)
    if not NAMED.keys() & pattern.groupindex.keys():
        raise ValueError(_("names none of {}").format(", ".join(f"{{{name}}}" for name in NAMED)))
    return pattern


def edition_from_name(name: str, pattern: str | re.Pattern[str]) -> Edition:
    """Return what a file's name tells, by a pattern with groups named ``paper``, ``date``, ``page``, ``section``."""
    match = re.search(pattern, name)
    groups = match.groupdict() if match else {}
    date = groups.get("date") or ""
    digits = re.sub(r"\D", "", date)
    compact = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", digits)
    iso = as_iso(*map(int, compact.groups())) if compact else iso_date(date)
    return Edition(groups.get("paper"), iso, groups.get("page"), groups.get("section"))


def is_bare_paper(word: str) -> bool:
    """Tell whether a word that stands alone beside a date or a page's number is a paper's name (云溪报)."""
    return word[-1:] in {"报", "報"} and len(word) in BARE_LENGTHS and word.isalpha() and word[-2] not in NO_PAPER


@lru_cache(maxsize=2)
def page_words(rules: Rules) -> dict[str, list[str]]:
    """Return the words for the people of a page by their first characters."""
    begun: dict[str, list[str]] = {word[0]: [] for word in PEOPLE_GLUED}
    for word, roles in rules.roles.items():
        if len(word) > 1 and PAGE_ROLES.issuperset(roles):
            begun.setdefault(word[0], []).append(word)
    return begun


def people_at(source: Squeezed, rules: Rules) -> int:
    """Return where the people of the page begin (责编/…) in a line without its spaces, or its length."""
    text = source.text
    begun = page_words(rules)
    begins = [text.find(word) for word in PEOPLE_GLUED if word in text]
    for word in (word for c in begun.keys() & text for word in begun[c]):
        stop = text.find(word) + len(word)
        if word in text and (source.plain[stop : stop + 1] in {"/", ":"} or any(source.gap[stop : stop + 1])):
            begins.append(stop - len(word))
    return min(begins, default=len(text))


def people(line: str, rules: Rules) -> tuple[int, int]:
    """Return where the people of the page begin and end in a folio line; its page or date may stand behind them."""
    source = squeeze(line)
    begin = source.at[people_at(source, rules)]
    end = len(line)
    for word in reversed(re.findall(r"\S+", line[begin:])):
        plain = word.translate(HALF_WIDTH).strip("|·/")
        signs = (DATE, WEEKDAY, PAGE, DAY, _PHONE, EXTRA)
        if plain and plain not in rules.sections and not any(sign.fullmatch(plain) for sign in signs):
            break
        end = line.rfind(word, begin, end)
    return begin, end


def words_of(text: str) -> list[str]:
    """Return the words of a folio line: what spaces, strokes and brackets part."""
    return re.findall(r"[^\s|/·:,、\-—_()（）│┃丨【】\[\]]+", text)


def is_paper(word: str, rules: Rules) -> bool:
    """Tell whether a word of a folio is the paper's name: a known outlet, or made like a paper (某某日报)."""
    if word in rules.outlets:
        return not word.startswith("本")
    ended = word[-1] in PAPER_ENDINGS and any(word[-size:] in rules.outlet_endings for size in ENDINGS)
    return (ended and len(word) in PAPER_LENGTHS) or is_county_paper(word, rules)
