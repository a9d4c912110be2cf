"""A list of credits cut into its words and its names: labels, media (文/图), words behind names (摄, 参与采写)."""

from __future__ import annotations

from functools import lru_cache

from newsseg.grammar.labels import AFTER, LABEL, MEDIUM, NAMES, Item, longest, person, person_label, starts
from newsseg.grammar.names import FOUR, PERSON, cost
from newsseg.grammar.outlets import outlet_before
from newsseg.grammar.squeeze import NONE, SPACE, Squeezed
from newsseg.rules import Rules

GLUED = frozenset("摄攝绘繪")  # one-character words that are set right behind a name
LONG, OFFICES = 4, frozenset(["editor", "proofreader"])  # words so long for such roles are no part of a name
SIGNED = frozenset(["特约", "特約", "撰稿"])  # an outlet's name stands before these (本报特约撰稿人)


def items(source: Squeezed, start: int, end: int, rules: Rules) -> list[Item]:
    """Cut the characters ``start:end`` into labels, media, words behind names, and runs of names."""
    found: list[Item] = []
    firsts = _firsts(rules)
    run = place = start
    while place < end:
        item = _word(source, run, place, end, rules) if source.text[place] in firsts else None
        if item is None:
            place += 1
            continue
        if item.start == run and found and found[-1].kind == LABEL:
            item = _behind_label(source, item)
        if item.start > run:
            found.append(Item(NAMES, run, item.start))
        found.append(item)
        run = place = item.end
    if run < end:
        found.append(Item(NAMES, run, end))
    return [item for item in found if item.kind != NAMES or source.plain[item.start : item.end].strip("/:、,;.·")]


def _behind_label(source: Squeezed, item: Item) -> Item:
    """Return a label without the outlet's name before it that space parts from it: that is whom the last label names.

    So is 云溪融媒 in 通讯员 云溪融媒 记者 张三.
    """
    start = next((k for k in range(item.start + 1, item.end) if source.gap[k] == SPACE), item.start)
    if start == item.start or source.text[item.start] == "本":
        return item
    return item._replace(start=start, printed=source.text[start : item.end])


def _word(source: Squeezed, run: int, place: int, end: int, rules: Rules) -> Item | None:
    return person_label(source, run, place, end, rules) or _medium(source, run, place, end, rules)


@lru_cache(maxsize=2)
def _firsts(rules: Rules) -> frozenset[str]:
    """Return the characters with which a label or another word of the lists begins."""
    return frozenset("驻駐").union(*(starts(rules, key) for key in ("roles", "after", "modifiers")))


def _medium(source: Squeezed, run: int, place: int, end: int, rules: Rules) -> Item | None:
    """Read what names did, before them or behind them: one word or several joined (文/图, 图/视频)."""
    stop = max(_word_end(source, place, end, rules, key) for key in ("roles", "after"))
    if not stop:
        return None
    label = person_label(source, run, stop, end, rules) if stop < end and source.gap[stop] != SPACE else None
    if label and label.start < place:
        return None  # 21世纪经济报道记者: the end of an outlet's name
    word = source.text[place:stop]
    roles, parts = rules.roles.get(word, rules.after.get(word, ())), 1
    if (not roles and place == run) or (len(word) == 1 and _is_family_name(source, place, end, rules)):
        return None  # 文 宇 is a name; and what only ends a list begins none: 综合新华社、央视报道
    while stop < end and source.plain[stop] in "/、" and (further := _joined(source, stop + 1, end, rules)):
        if source.text[stop + 1 : further] == word:
            break  # 文/文桂敏: the same word again is a family name
        roles += rules.roles[source.text[stop + 1 : further]]
        stop, parts = further, parts + 1
    signed = "editor" in roles or word[:2] in SIGNED
    begin = outlet_before(source, run, place, rules) if signed and source.gap[place] != SPACE else place
    kind = _kind(source, run, Item(MEDIUM, begin, stop, roles, word, parts), end, rules)
    return Item(kind, begin, stop, roles, source.text[begin:stop], parts) if kind else None


def _word_end(source: Squeezed, place: int, end: int, rules: Rules, key: str) -> int:
    """Return the end of the longest word of the list ``key`` at ``place``, or 0; no name follows a space inside it."""
    stop = longest(source.text, place, end, rules, key)
    inner = range(place + 1, min(stop, end - 1, place + LONG))
    space = next((k for k in inner if source.gap[k] == SPACE and source.gap[k + 1] == NONE), None)
    return (space and longest(source.text, place, space, rules, key)) or stop


def _joined(source: Squeezed, place: int, end: int, rules: Rules) -> int:
    """Return the end of a medium at ``place`` that a slash joins to the one before, or 0."""
    stop = _word_end(source, place, end, rules, "roles")
    if not stop or person(source.text, place, end, rules):
        return 0
    ends = _ends(source, stop, end, rules) or source.plain[stop] in "/:" or source.text[stop] in rules.surnames
    return stop if ends else 0


def _kind(source: Squeezed, run: int, item: Item, end: int, rules: Rules) -> str | None:
    """Judge by its neighbours whether a word is one of the list, and which side it rules; None where it is a name's."""
    _medium_kind, place, stop, _roles, word, parts = item
    behind = source.plain[stop : min(end, stop + 1)]
    before = source.plain[place - 1] if place > run else ""
    starts = not before or source.gap[place] != NONE or before in "/:、,;·"
    leads = word in rules.roles
    if behind in {"/", ":"}:
        return MEDIUM if starts and leads else None
    ends = _ends(source, stop, end, rules)
    if parts > 1:
        return MEDIUM if starts or (ends and place - run > 1) else None
    if not before and leads and stop < end and source.gap[stop] != NONE:
        return MEDIUM  # 文 张三 图 李四
    if ends and word in rules.after:
        glued = before and (word in GLUED or _is_person(source.plain[run:place], rules))
        alone = len(word) > 1 or before == "/" or glued or _stands_alone(source, run, place)
        if not alone or (leads and not starts and stop < end and len(word) > 1):
            return None
        return AFTER if before == "/" or not leads or stop == end else MEDIUM
    named = bool(behind) and (word[-1] == "由" or ends or _opens_name(source, stop, rules))
    clear = len(word) >= LONG and not OFFICES.isdisjoint(item.roles)  # 汪小明责任编辑阿依古丽·买买提
    return MEDIUM if leads and ((starts and len(word) > 1 and named) or (clear and behind)) else None


def _is_family_name(source: Squeezed, place: int, end: int, rules: Rules) -> bool:
    """Tell whether a word is the family name of a name set wide: single characters make pairs (文 宇 张 弛)."""
    if source.text[place] not in rules.surnames or source.plain[place - 1 : place] == "/":
        return False
    stop = place + 1
    while stop < end and source.gap[stop] == SPACE and source.text[stop] not in rules.after:
        if stop + 1 < end and source.gap[stop + 1] != SPACE:
            break
        stop += 1
    return (stop - place) % 2 == 0


def _is_person(name: str, rules: Rules) -> bool:
    """Tell whether a word may touch ``name``: it is whole, a family name and two characters (诸葛南文 has no 文)."""
    return len(name) == (FOUR if name[:2] in rules.surnames else PERSON) and cost(name, rules) == 0


def _opens_name(source: Squeezed, place: int, rules: Rules) -> bool:
    """Tell whether a name may begin at ``place``: with a family name, or as one with a dot in it (扎西·顿珠)."""
    dot = source.plain.find("·", place)
    dotted = place < dot and source.plain[place:dot].isalpha() and SPACE not in source.gap[place + 1 : dot]
    return dotted or source.text[place] in rules.surnames


def _ends(source: Squeezed, stop: int, end: int, rules: Rules) -> bool:
    """Tell whether a word ends at ``stop``: the list ends, space, a mark or a label follows."""
    if stop == end or source.gap[stop] != NONE or source.plain[stop] in "、,;":
        return True
    return person_label(source, stop, stop, end, rules) is not None


def _stands_alone(source: Squeezed, run: int, place: int) -> bool:
    """Tell whether the character at ``place`` has space before it and is not the second half of a name set wide."""
    if place == run or source.gap[place] != SPACE:
        return False
    singles = 0
    k = place - 1
    while k >= run and source.gap[k + 1] == SPACE and (k == run or source.gap[k] == SPACE):
        singles, k = singles + 1, k - 1
    return singles % 2 == 0
