"""The texts of photos: how to tell one, and who took the photo."""

from __future__ import annotations

import re
from functools import lru_cache

from newsseg.grammar.credits import Reading, read
from newsseg.grammar.names import SURE, cost
from newsseg.grammar.openings import Byline
from newsseg.grammar.squeeze import Squeezed, squeeze
from newsseg.record import Credit
from newsseg.rules import Rules, longest_ending

# A caption's credit is short (新华社记者 张某某 通讯员 李某某 摄); what stands before it is the last sentence.
LONGEST_CREDIT = 40
LOOK = 4 * LONGEST_CREDIT  # raw characters at the end of a text in which it stands
LONGEST_OPENER = 4
KEPT = 1024  # texts that are remembered: a page is unwrapped twice and sorted, and each asks
LONGEST_WORD = 5  # 本版摄影/
LONGEST_LEAD = 28  # 摄影/本报记者 张某某 通讯员 李某某
# A caption of more characters was not met; a longer text that ends in 摄 is an article with a photographer.
LONGEST_CAPTION = 400
LONGEST_DRAWN = 40  # of a drawing: a longer text is an article for which one was drawn
# A name that does not look like one (受访者) is taken where the credit is no longer than this.
LONGEST_UNKNOWN = 10
LONGEST_OFFICE = 7  # 市公安局交警支队; longer ones end in a word (某某市某某区融媒体中心)
PHOTO_ROLES = frozenset({"photographer", "provider", "illustrator", "videographer"})

# Two cheap looks at the raw text, for every line of a page is asked.
_LAST = frozenset("摄攝影拍图圖片供绘繪画畫")
_LAST_WORDS = frozenset("图圖片照发發源络觉成")  # of what names nobody: 资料图片, 新华社发, 人民视觉, AI生成
_SOURCES = ("图据", "图源", "图来源", "图片来源")  # … and its source stands behind these
LONGEST_SOURCE = 20  # 图片来源：某某区融媒体中心
_SHUT = " \t\n　)）]】。"

_NO_CREDIT = re.compile(
    r"(?:[资資]料[图照]片?|截图|网络图片?|效果图|AI(?:制图|生成|绘图|作图)|人民视觉|人民图片|视觉中国|新[华華]社[发發]"
    r"|图(?:片?来源|源|据)[:/]?[^。]{2,12})$"
)
_BRACKETS = frozenset("（(")
_SOURCED = frozenset(("摄(", "攝("))
_MARKS = frozenset("。!?！？”》([【)]】□■●")  # a credit begins behind one
# They open a credit even where no space stands before them.
_SENT = ("本报记者", "本報記者", "本报通讯员", "新华社记者", "通讯员")
_GLUED, _SHOTS = frozenset("摄攝"), frozenset("拍航统總总珍")  # 摄 is a word's end behind these
_NO_LEAD = frozenset("上下左右中本小大题題组組地")  # 上图：… is no credit
_NUMBERS = frozenset("一二三")  # 图一：村民在采茶; not 照着蓝图一茬接着一茬干, cut at a column's edge
_NO_OPENER = frozenset("书纸谋形腾案景画库書紙謀騰畫庫像")  # 上图书馆, 大图景


@lru_cache(maxsize=KEPT)
def is_caption(text: str, rules: Rules) -> bool:
    """Tell whether a text is a photo's caption: by how it opens (图为, 上图), or by who gave the photo at its end."""
    if len(text) > LONGEST_CAPTION:
        return False
    if (text[:1] in _first(rules) or text[:1].isspace()) and opens(text.lstrip(), rules):
        return True
    return is_credited(text, rules)


def is_credited(text: str, rules: Rules) -> bool:
    """Tell whether a text ends in who gave its photo, or in a word for where that is from."""
    tail = text.rstrip(_SHUT)
    sourced = any(word in tail[-LONGEST_SOURCE:] for word in _SOURCES)
    if (tail[-1:] in _LAST_WORDS or sourced) and _NO_CREDIT.search(squeeze(tail[-LOOK:]).plain):
        return True
    reading = _reading(tail[-LOOK:], rules) if tail[-1:] in _LAST or _is_led(tail, rules) else None
    return reading is not None and (len(text) <= LONGEST_DRAWN or any(c.role != "illustrator" for c in reading.credits))


def is_shown(text: str, rules: Rules) -> bool:
    """Tell whether a short text that stands alone is a caption, or a sentence and then one (……。图为……)."""
    last = text.rfind("。", 0, -1) + 1
    return (last > 0 and opens(text[last:], rules)) or is_caption(text, rules) or _glued(text, rules) is not None


def _is_led(tail: str, rules: Rules) -> bool:
    """Tell cheaply whether a word like 摄影 and a slash or colon stand near the end."""
    low = max(0, len(tail) - LONGEST_LEAD)
    parted = max(tail.rfind("/", low), tail.rfind("：", low), tail.rfind("／", low), tail.rfind(":", low))
    if parted < 1:
        return False
    return _lead_size("".join(tail[max(0, parted - 2 * LONGEST_WORD) : parted].split()), rules) > 0


def caption_credits(text: str, rules: Rules) -> tuple[Credit, ...]:
    """Return who took or gave the photo (``本报记者 卢小欣 摄``, ``北京京剧院供图``); none for ``资料图片``."""
    tail = text.rstrip(_SHUT)[-LOOK:]
    reading = _reading(tail, rules)
    credit = None if reading else _glued(tail, rules)
    return reading.credits if reading else (credit,) if credit else ()


def _glued(text: str, rules: Rules) -> Credit | None:
    """Read the photographer's name at the end of a caption that nothing parts from its text: ……的水稻田熊小立摄."""
    if text[-1:] not in _GLUED or len(text) <= LONGEST_UNKNOWN:
        return None
    text = "".join(text.split())
    if text[-2:-1] in _SHOTS:
        return None
    names = [text[-1 - size : -1] for size in (3, 2) if text[-1 - size : -size] in rules.surnames]
    name = min(names, key=lambda name: cost(name, rules), default="")
    return Credit(name, "photographer", text[-1], "person") if name and cost(name, rules) <= SURE else None


def is_credit(text: str, rules: Rules) -> bool:
    """Tell whether a text is nothing but a photo's credit (``本报记者 卢小欣 摄``, ``（资料图片）``)."""
    source = squeeze(text.strip(_SHUT + "（([【"))
    if _NO_CREDIT.fullmatch(source.plain):
        return True
    end = len(source.text)
    lead = _lead(source, rules)
    reading = read(source, 0, end, rules, labelled=True) if not lead else None
    return bool(reading and (lead == 0 or reading.ends_behind) and _is_photo(reading, end, rules))


@lru_cache(maxsize=2)
def _first(rules: Rules) -> frozenset[str]:
    return frozenset(opener[0] for opener in rules.captions)


def opens(text: str, rules: Rules) -> bool:
    """Tell whether a text opens as captions do: 图为, 上图; not 图书馆."""
    for size in range(min(LONGEST_OPENER, len(text)), 0, -1):
        if text[:size] in rules.captions:
            if size == 1 and any(word in text for word in rules.not_captions):
                return False
            behind = text[size : size + 1]
            if text[size - 1] in _NUMBERS:
                return not behind.isalpha() or behind in "为為爲"
            return text[size - 1] not in "图圖" or behind not in _NO_OPENER
    return False


def photo_byline(text: str, rules: Rules) -> Byline | None:
    """Return the credit at the end of a caption as the by-line it is in picture news; None where nobody is named."""
    shut = text.rstrip(_SHUT)
    found = _found(shut[-LOOK:], rules)
    if not found:
        return None
    start, reading = found
    begin = max(0, len(shut) - LOOK) + start
    begin -= text[begin - 1 : begin] in _BRACKETS
    return Byline(begin, len(text.rstrip()), None, None, reading.credits)


def _reading(text: str, rules: Rules) -> Reading | None:
    """Read the credit at the end of a caption; None where there is none."""
    found = _found(text, rules)
    return found[1] if found else None


@lru_cache(maxsize=128)  # what tells that a text is a caption is read again for its credits
def _found(text: str, rules: Rules) -> tuple[int, Reading] | None:
    """Return where the credit at the end of a caption begins, and what it says; None where there is none."""
    source = squeeze(text)
    end = len(source.text)
    if nobody := _NO_CREDIT.search(source.plain):
        end = nobody.start() - 1
        if source.plain[end - 1 : end + 1] not in _SOURCED:
            return None  # but 张三摄（人民视觉） names somebody
    lead = _lead(source, rules)
    opened = source.plain.rfind("(", 0, lead) + 1 if lead else 0
    if opened and lead != opened:
        whole = read(source, opened, end, rules, labelled=True)
        if whole and not _is_photo(whole, end - opened, rules):
            return None  # （文/张某某 图/李某某）: an article's by-line
    starts = [lead] if lead is not None else _starts(source, end)
    for start in starts:
        reading = read(source, start, end, rules, labelled=True)
        if reading and (lead is not None or reading.ends_behind) and _is_photo(reading, end - start, rules):
            return source.at[start], reading
    return None


def _lead(source: Squeezed, rules: Rules) -> int | None:
    """Return where a word with a slash or colon begins that leads the credit (摄影/…, 图：…)."""
    low = max(0, len(source.plain) - LONGEST_LEAD)
    parted = max(source.plain.rfind("/", low), source.plain.rfind(":", low))
    size = _lead_size(source.text[: max(0, parted)], rules)
    return parted - size if size else None


def _lead_size(text: str, rules: Rules) -> int:
    """Return the length of the word for what photographers do that ends ``text``, or 0."""
    for size in range(min(LONGEST_WORD, len(text)), 0, -1):
        if PHOTO_ROLES.issuperset(rules.roles.get(text[-size:], ("",))):
            return 0 if text[:-size][-1:] in _NO_LEAD else size
    return 0


def _is_photo(reading: Reading, size: int, rules: Rules) -> bool:
    if any(_is_text(credit, rules) for credit in reading.credits):
        return False
    roles = {credit.role for credit in reading.credits}
    return roles <= PHOTO_ROLES and (reading.doubt <= SURE or (reading.ends_behind and size <= LONGEST_UNKNOWN))


def _is_text(credit: Credit, rules: Rules) -> bool:
    """Tell whether an organisation that took a photo is the end of the caption: a long text, by its last character one.

    People take photos, offices give them: 融入县域发展新格局 张某某 摄 names one person.
    """
    took = credit.type == "organisation" and credit.role == "photographer" and len(credit.name) > LONGEST_OFFICE
    return took and longest_ending(credit.name, rules.org_endings) <= 1


def _starts(source: Squeezed, end: int) -> list[int]:
    """Return where the credit can begin, the longest first: behind a sentence, a bracket, a space, or at a label."""
    low = max(0, end - LONGEST_CREDIT)
    marks = [k + 1 for k in range(low, end) if source.plain[k] in _MARKS]
    floor = marks[-1] if marks else low
    spaces = {k for k in range(floor + 1, end) if source.gap[k]}
    spaces.update(k for k in (source.plain.rfind(word, floor + 1, end) for word in _SENT) if k > 0)
    later = sorted(spaces)
    return [floor, *later] if marks or low == 0 else later
