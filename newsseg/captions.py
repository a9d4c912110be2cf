"""The texts of photos: how to tell one, and who took the photo."""

from __future__ import annotations

import re

from newsseg.credits import read
from newsseg.record import Credit
from newsseg.rules import Rules
from newsseg.squeeze import Squeezed, squeeze

# A caption's credit is short: `新华社记者 张某某 通讯员 李某某 摄`; what stands before it is the caption's last sentence.
LONGEST_CREDIT = 40
LONGEST_OPENER = 4
# A caption of more characters was not met; a longer text that ends in 摄 is an article with a photographer.
LONGEST_CAPTION = 400

_ENDS = re.compile(
    r"(?:[摄攝]|摄影|攝影|拍摄|供图|供圖|[图圖]片?提供|提供[图圖]片|提供|摄影报道|制图|製圖|绘|航拍|[图圖])[)\]】。]?$"
)
_PLAIN_END = re.compile(r"[(\[【]?(?:资料图片?|資料圖片?|资料照片|视频截图|网络图片?|新华社发|新華社發|CFP|图/.{1,12})[)\]】。]?$")
_CUT = re.compile(r"[。!?！？”》)]")


def is_caption(text: str, rules: Rules) -> bool:
    """Tell whether a block of text is a photo's caption: by how it opens (图为, 上图) or by a photographer at its end."""
    source = squeeze(text)
    size = len(source.text)
    if not 2 <= size <= LONGEST_CAPTION:  # noqa: PLR2004
        return False
    if any(source.text[:length] in rules.captions for length in range(1, LONGEST_OPENER + 1)):
        return True
    last = source.text.rfind("。", 0, size - 1) + 1
    if last and any(source.text[last : last + length] in rules.captions for length in range(2, LONGEST_OPENER + 1)):
        return True
    return _PLAIN_END.search(source.plain) is not None or bool(_credits(source, rules))


def caption_credits(text: str, rules: Rules) -> tuple[Credit, ...]:
    """Return who took or gave the photo (``本报记者 卢小欣 摄``, ``北京京剧院供图``); none for ``资料图片``."""
    return _credits(squeeze(text), rules)


def _credits(source: Squeezed, rules: Rules) -> tuple[Credit, ...]:
    plain = source.plain
    end = len(plain)
    while end and plain[end - 1] in ")]】。":
        end -= 1
    if not _ENDS.search(plain[:end]) or _PLAIN_END.search(plain[:end]):
        return ()
    for start in _starts(source, end):
        reading = read(source, start, end, rules)
        if reading and reading.ends_behind and reading.labelled:
            return reading.credits
    return ()


def _starts(source: Squeezed, end: int) -> list[int]:
    """Return where the credit can begin, the longest first: behind a sentence, a bracket, or a space."""
    low = max(0, end - LONGEST_CREDIT)
    marks = [low + match.end() for match in re.finditer(r"[。!?！？”》(\[【)/]", source.plain[low:end])]
    floor = max((mark for mark in marks if mark < end - 1), default=low)
    spaces = [k for k in range(floor + 1, end) if source.gap[k]]
    return sorted({floor, *spaces} if floor > 0 or end <= LONGEST_CREDIT else set(spaces))
