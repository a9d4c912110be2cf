"""The words in a by-line that are no names: role labels, media (文/图) and words behind names (摄, 参与采写)."""

from __future__ import annotations

from typing import NamedTuple

from newsseg.rules import Roles, Rules
from newsseg.squeeze import BREAK, NONE, SPACE, Squeezed

# A label of a person (记者, 通讯员, 实习生) stands anywhere, names may touch it; others (编辑, 视频, 设计) also stand in
# the names of organisations and count only at the start of a word.
PERSON_ENDINGS = frozenset("者员員生")
GLUED = frozenset("摄攝绘繪")  # one-character words that are set right behind a name
LONGEST = 8
LONGEST_OUTLET = 18
LONGEST_POST = 8  # 驻……记者

LABEL, MEDIUM, AFTER, NAMES = "label", "medium", "after", "names"


class Item(NamedTuple):
    """One piece of a list of credits: its kind, its place, and for words the roles and what is printed."""

    kind: str
    start: int
    end: int
    roles: tuple[str, ...] = ()
    printed: str = ""
    parts: int = 1


def items(source: Squeezed, start: int, end: int, rules: Rules) -> list[Item]:
    """Cut the characters ``start:end`` into labels, media, words behind names, and runs of names."""
    found: list[Item] = []
    run = place = start
    while place < end:
        item = _word(source, run, place, end, rules)
        if item is None:
            place += 1
            continue
        if item.start > run:
            found.append(Item(NAMES, run, item.start))
        found.append(item)
        run = place = item.end
    if run < end:
        found.append(Item(NAMES, run, end))
    return [item for item in found if item.kind != NAMES or source.plain[item.start : item.end].strip("/:、,;.·")]


def _word(source: Squeezed, run: int, place: int, end: int, rules: Rules) -> Item | None:
    return (
        _label(source, run, place, end, rules)
        or _after(source, run, place, end, rules.after)
        or _medium(source, run, place, end, rules)
    )


def _longest(text: str, place: int, end: int, words: Roles | frozenset[str]) -> int:
    """Return the end of the longest of ``words`` that stands at ``place``, or 0."""
    for size in range(min(LONGEST, end - place), 0, -1):
        if text[place : place + size] in words:
            return place + size
    return 0


def _label(source: Squeezed, run: int, place: int, end: int, rules: Rules) -> Item | None:
    """Read a person's label with the outlet and the modifiers before it (本报全媒体记者)."""
    text = source.text
    core = place
    if text[place] in "驻駐":
        posts = [text.find(word, place + 1, place + LONGEST_POST + 2) for word in ("记者", "記者", "首席记者")]
        core = min((post for post in posts if post > 0), default=place)
    stop = _longest(text, core, end, rules.roles)
    while not (stop and text[stop - 1] in PERSON_ENDINGS and stop - core > 1):
        stop = _longest(text, core, end, rules.modifiers)
        if not stop:
            return None
        core, stop = stop, _longest(text, stop, end, rules.roles)
    begin = _outlet_before(source, run, place, rules)
    return Item(LABEL, begin, stop, rules.roles[text[core:stop]], text[begin:stop])


def _outlet_before(source: Squeezed, run: int, place: int, rules: Rules) -> int:
    """Return where an outlet's name that ends at ``place`` begins, or ``place``."""
    text = source.text
    low = max(run, place - LONGEST_OUTLET)
    starts = [k for k in range(place - 1, low - 1, -1) if k == run or source.gap[k] or source.plain[k - 1] in "/:、,;"]
    for k in starts:
        if text[k:place] in rules.outlets:
            return k
    for k in sorted(starts, key=lambda k: source.gap[k] == BREAK and k != run):
        if is_outlet(text[k:place], rules):
            return k
    return place


def is_outlet(name: str, rules: Rules) -> bool:
    """Tell whether ``name`` is the name of a paper, agency, station or site, known or by its ending."""
    if name in rules.outlets:
        return True
    if len(name) < 3 or name in rules.outlet_endings:  # noqa: PLR2004
        return False
    return any(name[-size:] in rules.outlet_endings for size in range(1, 6)) and "、" not in name


def _after(source: Squeezed, run: int, place: int, end: int, words: Roles) -> Item | None:
    """Read a word behind names: it ends the list, or space, a mark or a label follows it."""
    stop = _longest(source.text, place, end, words)
    if not stop:
        return None
    word = source.text[place:stop]
    if stop < end and not source.gap[stop] and source.plain[stop] not in "、,;":
        return None
    before = source.plain[place - 1] if place > run else ""
    if len(word) == 1 and not (before == "/" or _stands_alone(source, run, place) or (before and word in GLUED)):
        return None
    return Item(AFTER, place, stop, words[word], word)


def _stands_alone(source: Squeezed, run: int, place: int) -> bool:
    """Tell whether the character at ``place`` has space before it and is not the second half of a name set wide."""
    if place == run or source.gap[place] == NONE:
        return False
    singles = 0
    k = place - 1
    while k >= run and source.gap[k + 1] == SPACE and (k == run or source.gap[k] != NONE):
        singles, k = singles + 1, k - 1
    return singles % 2 == 0


def _medium(source: Squeezed, run: int, place: int, end: int, rules: Rules) -> Item | None:
    """Read what stands before names, and several of them joined (文/图, 图/视频)."""
    stop = _longest(source.text, place, end, rules.roles)
    if not stop or not _starts_word(source, run, place):
        return None
    roles, parts = rules.roles[source.text[place:stop]], 1
    while stop < end and source.plain[stop] in "/、":
        further = _longest(source.text, stop + 1, end, rules.roles)
        if not further or source.text[further - 1] in PERSON_ENDINGS:
            break
        if further < end and not source.gap[further] and source.plain[further] not in "/:、" and further - stop > 1:
            follows_person = _label(source, further, further, end, rules)
            if follows_person is None and source.text[further] not in rules.surnames:
                break
        roles += rules.roles[source.text[stop + 1 : further]]
        stop, parts = further, parts + 1
    if stop < end and source.plain[stop] not in "/:" and parts == 1 and not _is_word(source, place, stop, rules):
        return None
    return Item(MEDIUM, place, stop, roles, source.text[place:stop], parts)


def _starts_word(source: Squeezed, run: int, place: int) -> bool:
    return place == run or source.gap[place] != NONE or source.plain[place - 1] in "/:、,;·.>"


def _is_word(source: Squeezed, place: int, stop: int, rules: Rules) -> bool:
    """Tell whether a medium without a slash behind it stands as a word: a space or a name behind it, two characters."""
    return stop - place > 1 and (source.gap[stop] == SPACE or source.text[stop] in rules.surnames)
