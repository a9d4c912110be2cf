"""The frame of a page: folio lines, page numbers, the people of the page, jump lines, column rules."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsseg.credits import read
from newsseg.record import Credit, Edition
from newsseg.rules import Rules
from newsseg.squeeze import squeeze

PAGE_ROLES = frozenset({"editor", "designer", "proofreader", "planner", "illustrator"})
# A folio prints more only where the whole imprint is on it (address, telephones): those lines are told by their words.
LONGEST = 110

_FULL = str.maketrans("０１２３４５６７８９：／．－，ＡＢＣＤＥＦＧＨＴ", "0123456789:/.-,ABCDEFGHT")
_HAN_DIGITS = {c: str(k) for k, c in enumerate("〇一二三四五六七八九")} | {"○": "0", "Ｏ": "0", "零": "0"}
# A cheap look at one line: a folio has one of these.
_HINT = re.compile(r"[\d０-９]|[〇○零][一二三四五六七八九]年|星期|[版編编校]|[-—_─━=＝·.…*＊~～]{3}|农历|農曆|[热電电][线話话]|^\s*[A-Z]\s*$")
_DATE = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:年(?P<month>\d{1,2})月(?P<day>\d{1,2})日?|([-./])(?P<m2>\d{1,2})\4(?P<d2>\d{1,2}))"
)
_HAN_DATE = re.compile(r"([二一][〇○Ｏ零九一二三四五六七八]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日")
_WEEKDAY = re.compile(r"星期[一二三四五六日天]|[周週][一二三四五六日](?![刊末年报])|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*day\b")
_PAGE = re.compile(
    r"第?\s*(?P<a>[A-HT]{1,2}\d{1,3}|\d{1,3})\s*版(?![本权图面式])|第\s*(?P<b>\d{1,3})\s*[页頁]|(?<![A-Za-z0-9.])(?P<c>[A-HT]{1,2}\s?\d{1,2})(?![A-Za-z0-9.%])"
    r"|第?(?P<d>[一二三四五六七八九十]{1,3})版(?![本权图面式])|(?<!\d)(?P<e>0\d)(?!\d)|\b[Pp]age\s+(?P<f>\d{1,3})|\bP\.?(?P<g>\d{1,3})\b"
)
_LONE_NUMBER = re.compile(r"[-—–·.•~\s(（]*\d{1,3}[-—–·.•~\s)）]*")
_RULE = re.compile(r"[-—_─━=＝·•.…*＊~～\s]{3,}")
_EXTRA = re.compile(
    r"[农農][历曆曆]?[\u3400-\u9fff]{2,12}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[\u3400-\u9fff]{0,10}"
    r"|[正二三四五六七八九十冬腊闰臘閏]{1,3}月[初十廿三][一二三四五六七八九十]"
    r"|(?:总|總)?第\s*\d+\s*[期号號]|今日\s*\d+\s*版|国内统一\S*|CN\s*\d+-\d+|邮发代号\S*|[Ee]-?mail:\S+|\S+@\S+|https?://\S+|www\.\S+"
    r"|(?:新闻|爆料|服务|发行|广告|读者)?(?:热线|电话|微信|QQ)\S{0,4}[:：]?\s*[\d\-—、() ]{5,}|邮箱[:：]?\S*"
)
_PICTURES = re.compile(r"\s*[（(]?(?:本[版报]图片|本版照片|本版摄影|除署名外|本组图片|本版文图)[^。]{0,40}[）)]?。?\s*")
_IMPRINT = re.compile(r"(?:国内统一(?:连续出版物|刊)号|邮发代号|社址|印刷厂?[:：]|广告经营许可证|零售价|每份|本报地址|印刷[:：])")
_JUMP = re.compile(
    r"[▲▼★●■◆→]*\s*[（(\[【]?\s*(?:下\s*转|上\s*接|[紧緊]\s*接|[转轉]|详\s*见|[詳]\s*[見]|相关报道[详]?见|下\s*轉|接)\s*第?\s*"
    r"[A-Z]{0,2}\s*[\d０-９一二三四五六七八九十]{1,3}\s*[版页頁][^\w\n。，]{0,3}[）)\]】]?"
)


def is_folio(line: str, rules: Rules) -> bool:
    """Tell whether one physical line is page furniture: date, page number, paper, section, people of the page, a rule."""
    if len(line) > LONGEST or _HINT.search(line) is None:
        return False
    text = line.strip().translate(_FULL)
    if not text:
        return False
    if _LONE_NUMBER.fullmatch(text) or _RULE.fullmatch(text) or _PICTURES.fullmatch(text):
        return True
    if _IMPRINT.search(text):
        return True
    return _is_dated(text, rules) or bool(folio_credits(line, rules))


def _is_dated(text: str, rules: Rules) -> bool:
    """Tell whether nothing stands in the line but date, weekday, page, paper and section."""
    rest, dates = _DATE.subn(" ", text)
    rest, han_dates = _HAN_DATE.subn(" ", rest)
    rest, weekdays = _WEEKDAY.subn(" ", rest)
    rest, pages = _PAGE.subn(" ", rest)
    rest, extras = _EXTRA.subn(" ", rest)
    found = bool(dates + han_dates) + bool(weekdays) + bool(pages) + bool(extras)
    words = re.findall(r"[^\s|/·:,\-—_()（）│┃丨【】\[\]]+", rest)
    if not words:
        return bool(pages or extras or (found > 1))
    known = sum(word in rules.sections or _is_paper(word, rules) for word in words)
    if not found or not (pages or found > 1 or known):
        return False
    # An unknown word is a section's name only beside two other signs, and a short one.
    return known == len(words) or (found > 1 and len(words) - known <= 2 and all(len(word) <= 8 for word in words))  # noqa: PLR2004


def _is_paper(word: str, rules: Rules) -> bool:
    return word in rules.outlets or (len(word) > 2 and any(word[-n:] in rules.outlet_endings for n in range(2, 5)))  # noqa: PLR2004


def folio_credits(text: str, rules: Rules) -> tuple[Credit, ...]:
    """Return the people of the page that a folio names (``责编/王小芳 版式/李文``)."""
    match = re.search(r"(?:本版|值班|责任|[执執]行|美术|版[式面]|[责責美主视总]|一|二|三)?(?:[编編]辑|[编編]|校[对對]?|[设設][计計]|版式|[编編]委|统筹|策划|[读审審])(?:[/／:：\s]|[\u3400-\u9fff])", text)
    if match is None:
        return ()
    source = squeeze(text, match.start())
    reading = read(source, 0, len(source.text), rules)
    if reading is None or not reading.labelled:
        return ()
    return reading.credits if {credit.role for credit in reading.credits} & PAGE_ROLES else ()


def edition(lines: Iterable[str], rules: Rules) -> Edition | None:
    """Return paper, date, page and section that folio lines print, or None where they print none."""
    paper = date = page = section = None
    for line in lines:
        text = line.strip().translate(_FULL)
        date = date or _iso(text)
        rest = _HAN_DATE.sub(" ", _DATE.sub(" ", text))
        found = _PAGE.search(rest)
        if page is None and found:
            page = next(group for group in found.groups() if group).replace(" ", "")
        rest = _EXTRA.sub(" ", _PAGE.sub(" ", _WEEKDAY.sub(" ", rest)))
        words = re.findall(r"[\u3400-\u9fffA-Za-z+]+", rest)
        paper = paper or next((word for word in words if _is_paper(word, rules)), None)
        section = section or next((word for word in words if word != paper and _may_be_section(word, words, rules)), None)
    found_any = paper or date or page or section
    return Edition(paper, date, page, section) if found_any else None


def _may_be_section(word: str, words: list[str], rules: Rules) -> bool:
    return word in rules.sections or (len(words) <= 2 and 2 <= len(word) <= 8 and not _is_paper(word, rules))  # noqa: PLR2004


def _iso(text: str) -> str | None:
    match = _DATE.search(text)
    if match:
        month, day = int(match["month"] or match["m2"]), int(match["day"] or match["d2"])
        return _date(int(match["year"]), month, day)
    match = _HAN_DATE.search(text)
    if match:
        year = int("".join(_HAN_DIGITS[c] for c in match[1]))
        return _date(year, _number(match[2]), _number(match[3]))
    return None


def _date(year: int, month: int, day: int) -> str | None:
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None  # noqa: PLR2004


def _number(han: str) -> int:
    """Read a number up to 99 (二十七)."""
    tens, ten, ones = han.partition("十")
    if not ten:
        return int("".join(_HAN_DIGITS[c] for c in han))
    return (int(_HAN_DIGITS[tens]) if tens else 1) * 10 + (int(_HAN_DIGITS[ones]) if ones else 0)


def edition_from_name(name: str, pattern: str | re.Pattern[str]) -> Edition:
    """Return what a file's name tells, by a pattern with groups named ``paper``, ``date``, ``page``, ``section``."""
    match = re.search(pattern, name)
    groups = match.groupdict() if match else {}
    date = groups.get("date")
    digits = re.sub(r"\D", "", date or "")
    iso = _date(int(digits[:4]), int(digits[4:6]), int(digits[6:])) if len(digits) == 8 else date and _iso(date)  # noqa: PLR2004
    return Edition(groups.get("paper"), iso, groups.get("page"), groups.get("section"))


def jump(text: str) -> tuple[int, int] | None:
    """Return the place of a jump line in ``text`` (``下转3版``, ``（上接第1版）``), or None."""
    match = _JUMP.search(text)
    return match.span() if match else None
