"""A cheap look at one physical line, whether a by-line could start there.

It is asked of every line of a page, so it is quick and says yes rather too often: the grammar has the last word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsseg.grammar.outlets import COUNTY_PAPER
from newsseg.rules import Rules

LOOK = 34  # characters that can hold outlet, place, date and 讯
LABEL_WITHIN = 16  # where the first label ends, where no outlet is there: 楚江教育报—楚江教育新闻网记者
LONGEST_LABEL = 8  # of those that the user has added
SHORT = 14  # a line as short as this may be an outlet's name that a narrow column cut
SHORT_NAMES = 24  # （张小三 李小四）
SHORTEST_OUTLET = 2  # 本报

_MARKS = frozenset("□■●○◇◆◎▲△★☆▇█▍▌▋▎※⊙◤◢◣◥▉▊►▶")
_BRACKETS = frozenset("（(【[［〔")
_LEADS = tuple("本报 本報 本刊 本社 本网 本網 本台 新华社 新華社 中新社 中央社 据新 據新 据本 综合新".split())
_LABELS = ("记者", "記者", "通讯员", "通訊員", "实习生", "實習生", "评论员", "評論員")
_TOLD = frozenset("从從在们們了近日昨今看来來走问問站会會证證，。：:、0123456789")  # 记者从……: a sentence about one
_VERBS = ("讯", "电", "訊", "電")
_LONG_VERBS = ("消息", "报道", "報道", "报导", "報導")
_BEHIND_VERB = frozenset(["", "（", "(", " ", "\u3000", "\t", "】", "]", "］", "："])
_ENDERS = frozenset("报報社网網台臺線线闻聞道端播视視布刊派")  # how outlets' names end
_PAPERS = tuple("日报 晚报 都市报 早报 晨报 时报 商报 快报 青年报 教育报 日報 晚報 時報 商報".split())
_DATE_ENDS = frozenset("0123456789０１２３４５６７８９月日")
_SIGN = "者员員生讯电訊電消道导導"  # all labels and verbs have one
_SIGNS = re.compile(f"[{_SIGN}]")
_HINTS = re.compile(f"[{_SIGN}报報]")  # a paper's name that the column cut has none of them
_TEXT = frozenset("，。；：！？、“”")
_MEDIA = frozenset(
    (
        "文 图 圖 摄影 攝影 撰文 采写 作者 執筆 执笔 文字 整理 编译 翻译 图文 文图 图片 圖片 视频 策划 策劃 统筹 統籌"
        " 口述 漫画 来源 來源 供图 采访 编辑 本版撰文 本版采写 本版文图 本版文 本组文 本组采写 本组撰文"
        " 本版稿件采写 本组稿件采写 特约撰稿 特約撰稿 摄影报道"
    ).split()
)
_PARTED = frozenset("/／:：、|｜丨 \u3000\t")
_LONGEST_MEDIUM = max(map(len, _MEDIA))
_BEHIND_NAMES = ("文/图", "文／图", "图/文", "文/摄", "文／摄", "文图", "摄影报道", "攝影報道")  # 张小三 文/图
_FIRST = _MARKS | _BRACKETS | {word[0] for word in (*_LEADS, *_MEDIA)}


def near(lines: Sequence[str]) -> set[int]:
    """Return the places of those ``lines`` that alone, or with one before them, might open a by-line.

    ``might_open`` says no of all others, but takes ten times as long to say so. The lines have no blanks around them.
    """
    return {
        i for i, line in enumerate(lines) if line[0] in _FIRST or line[-1] in _DATE_ENDS or _HINTS.search(line, 0, LOOK)
    }


def might_open(line: str, rules: Rules | None = None) -> bool:
    """Tell cheaply whether a by-line could start at the start of this physical line.

    With ``rules``, marks and labels that the user has added are looked for too.
    """
    head = line.lstrip()[:LOOK]
    if len(head) < SHORT_NAMES and head.rstrip().endswith(_BEHIND_NAMES):
        return True
    if head[:1] in _FIRST:
        if _begins(head, line):
            return True
    elif rules is None and not _SIGNS.search(head):
        return _cut_off(head)  # most lines
    return _named(head) or (rules is not None and _added(head, rules))


def _begins(head: str, line: str) -> bool:
    """Tell whether a mark, 本报, a bracket with credits or 文/ opens the line."""
    if head[0] in _MARKS or head.startswith(_LEADS):
        return True
    if head[0] in _BRACKETS:
        return _bracket(line.strip(), head)
    return any(head[:size] in _MEDIA and head[size : size + 1] in _PARTED for size in range(1, _LONGEST_MEDIUM + 1))


def _added(head: str, rules: Rules) -> bool:
    """Tell whether the line opens with a mark, a label or an outlet of the lists, the user's words among them."""
    if head[:1] not in _firsts(rules):
        return False
    sizes = range(1, LONGEST_LABEL + 1)
    labelled = any(head[:size] in rules.roles and head[size : size + 1] in _PARTED for size in sizes)
    return labelled or head[:1] in rules.marks or _is_reported(head, rules)


@lru_cache(maxsize=2)
def _firsts(rules: Rules) -> frozenset[str]:
    return frozenset(word[0] for words in (rules.roles, rules.marks, rules.outlets) for word in words)


def _is_reported(head: str, rules: Rules) -> bool:
    """Tell whether a known outlet opens the line and 讯, 电, 消息 or 报道 stands behind it (the user's 蓝鲸讯)."""
    size = next((size for size in range(LONGEST_LABEL, 1, -1) if head[:size] in rules.outlets), 0)
    return size > 0 and head.startswith((*_VERBS, *_LONG_VERBS), size)


def _named(head: str) -> bool:
    """Tell whether a label stands near the start, or an outlet with 讯, 电, 消息 or 报道 behind it."""
    if ("者" in head or "员" in head or "員" in head or "生" in head) and _labelled(head):
        return True
    if "讯" in head or "电" in head or "訊" in head or "電" in head:
        return any(_before(head, verb, _BEHIND_VERB) for verb in _VERBS)
    if "消息" in head or "道" in head or "导" in head or "導" in head:
        return any(_before(head, verb, None) for verb in _LONG_VERBS)
    return _cut_off(head)


def _labelled(head: str) -> bool:
    """Tell whether a label stands near, and no sentence tells what the reporter did."""
    for label in _LABELS:
        place = head.find(label, 0, LABEL_WITHIN)
        if place >= 0:
            return head[place + len(label) : place + len(label) + 1] not in _TOLD
    return False


def _before(head: str, verb: str, behind: frozenset[str] | None) -> bool:
    """Tell whether an outlet's name could stand before ``verb``, and behind it one of ``behind``."""
    place = head.find(verb)
    follows = head[place + len(verb) : place + len(verb) + 1]
    if place < SHORTEST_OUTLET or (behind is not None and follows not in behind):
        return False
    return _is_head(head[:place]) or (follows in _BRACKETS and _TEXT.isdisjoint(head[:place]))


def _cut_off(head: str) -> bool:
    """Tell whether it looks like 光明日报昆明3月12, cut off by the column."""
    if len(head) <= SHORT and ("报" in head or "報" in head):
        return _is_head(head) and any(paper in head for paper in _PAPERS)
    return head[-1:] in _DATE_ENDS and len(head) < LOOK and _is_head(head)


def _is_head(head: str) -> bool:
    return _TEXT.isdisjoint(head) and (head.startswith(COUNTY_PAPER) or not _ENDERS.isdisjoint(head[1:]))


def _bracket(line: str, head: str) -> bool:
    """Tell whether a bracket at the line's start could hold credits or an agency."""
    if any(label in head for label in _LABELS) or head[1:2] in "据據作编編参參来來综綜":
        return True
    inner = line.strip("（()）【】[]［］〔〕")
    return len(inner) < SHORT_NAMES and (_TEXT - {"、"}).isdisjoint(inner) and inner[-1:].isalpha()
