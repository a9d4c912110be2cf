"""Unwrap: physical lines to blocks; what a column's edge cut is joined, display lines are set apart.

A page is unwrapped again and again until nothing changes, so that unwrapping unwrapped text changes nothing, and what
later stages see is the same whether a page came as its dump or as the output of ``newsseg unwrap``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from newsseg import bylines, captions, folio
from newsseg.lines import Line, cells, ends_sentence, join, read_lines
from newsseg.roles import DISPLAY, FIRST, SINGLE, Facts, Form, roles
from newsseg.rules import Rules, load
from newsseg.widths import CHANGE, CHANGE_AT_BYLINE, CHANGE_AT_END, column_widths, digit_cells


class Block(NamedTuple):
    """A paragraph (one line, joined), display lines that stand together, or a line of the page's frame (folio)."""

    kind: str
    lines: tuple[Line, ...]


HALF_FINAL = frozenset("：:；;）)”’")
MARK = regex.compile(r"[。，、；：？！…—·“”‘’（）《》〈〉【】「」『』]")
OPENERS = frozenset("“‘（《〈【「『(")
# What may not be parted from the first character of a line: its opening quotes, the rest of its number or Latin word,
# the closing marks after it.
HEAD = regex.compile(r"[“‘（《〈【「『(]*+(?:[A-Za-z0-9.,%‰+\-]++|.)[，。、；：？！”’）》〉】」』)]*+")
UNWRAPPED = 0.5
"""A page is wrapped when less than this share of its text stands in lines that end a sentence (dumps: about 0.15,
a paragraph a line: above 0.85)."""
INDENTED, MOST_INDENTED = 0.03, 0.6
"""Shares of lines that are set in between which the page is one with kept indents (typeset pages: 0.08 to 0.5)."""


def unwrap(text: str, rules: Rules | None = None) -> list[Block]:
    """Return the blocks of a page's ``text`` in the order in which they begin."""
    rules = rules or load()
    lines = read_lines(text)
    while True:
        blocks = unwrap_once(lines, rules)
        joined = [line._replace(indent=0, gap=i == 0) for block in blocks for i, line in enumerate(block.lines)]
        if [line[::2] + line[3:] for line in joined] == [line[::2] + line[3:] for line in lines]:
            return blocks
        lines = joined


def unwrap_text(text: str, rules: Rules | None = None) -> str:
    """Return ``text`` with a paragraph a line and blocks apart by a blank line; "" for a blank page."""
    return "".join("\n".join(line.text for line in block.lines) + "\n\n" for block in unwrap(text, rules))[:-1]


def unwrap_once(lines: Sequence[Line], rules: Rules) -> list[Block]:
    """Return the blocks that ``lines`` make, in the order in which they begin."""
    edge = len(lines) - EDGE
    frame = [i for i, line in enumerate(lines) if folio.is_folio(line.text, rules, edge=i < EDGE or i >= edge)]
    if frame:
        inside = set(frame)
        body = [i for i in range(len(lines)) if i not in inside]
    else:
        body = list(range(len(lines)))
    found = [(numbers[0], block) for numbers, block in body_blocks([lines[i] for i in body], body, rules)]
    found += [(i, Block("folio", (lines[i],))) for i in frame]
    found.sort(key=lambda pair: pair[0])
    return [block for _, block in found]


def body_blocks(lines: list[Line], numbers: list[int], rules: Rules) -> Iterator[tuple[list[int], Block]]:
    """Yield the paragraphs and display blocks of ``lines`` (``numbers``: their places on the page)."""
    forms, facts = judge(lines, rules)
    taken: list[Line] = []
    places: list[int] = []
    kind = ""
    for line, number, role in zip(lines, numbers, roles(forms, facts), strict=True):
        display = role == DISPLAY
        goes_on = (display and kind == "display" and not line.gap and number == places[-1] + 1) or (
            not display and kind == "paragraph" and role not in {FIRST, SINGLE}
        )
        if taken and not goes_on:
            yield places, Block(kind, finished(kind, taken))
            taken, places = [], []
        kind = "display" if display else "paragraph"
        taken.append(line)
        places.append(number)
    if taken:
        yield places, Block(kind, finished(kind, taken))


def finished(kind: str, lines: list[Line]) -> tuple[Line, ...]:
    """Return the lines of a block: a paragraph's joined to one."""
    return (join(lines),) if kind == "paragraph" else tuple(lines)


def judge(lines: Sequence[Line], rules: Rules) -> tuple[list[Form], Facts]:
    """Return the form of each line against the column it stands in, and the facts of the page."""
    texts = [line.text for line in lines]
    ends = [ends_sentence(text) for text in texts]
    wrapped = is_wrapped(texts, ends)
    halves = [cells(text) for text in texts]
    digit = digit_cells(texts, halves) if wrapped else 1
    widths = halves if digit == 1 else [2 * len(text) for text in texts]
    begins, stops = signed(texts, rules)
    marks = [len(MARK.findall(text)) for text in texts]
    changes = [
        CHANGE_AT_BYLINE if i in begins else CHANGE_AT_END if end else CHANGE
        for i, end in enumerate([True, *ends[:-1]])
    ]
    columns = column_widths(widths, marks, changes) if wrapped else [0] * len(texts)
    heads = [head_cells(text, digit) for text in texts[1:]] + [2]
    set_in = indents(lines)
    kept = wrapped and INDENTED * len(lines) < sum(set_in) < MOST_INDENTED * len(lines)
    gaps = wrapped and sum(line.gap for line in lines) > GAPPED * len(lines)
    facts = Facts(dropped_indents(widths, columns, ends) or kept, kept, gaps, wrapped)
    forms = []
    before = 0
    for i, (text, line) in enumerate(zip(texts, lines, strict=True)):
        width = widths[i]
        short = columns[i] - width if wrapped else 0
        loose = 3 * len(text) != len(text.encode("utf-8", "surrogatepass"))
        opens = i in begins
        closes = i in stops or (
            text[-1] in "）)" and bylines.closing("\n".join(texts[max(0, i - 3) : i + 1]), rules) is not None
        )
        if text[-1] in CREDIT_ENDS or text[0] in CAPTION_OPENS:
            caption = captions.is_caption(text, rules)
            bare = caption and len(text) <= BARE and "。" not in text
            opens = opens or bare or (caption and text[0] in CAPTION_OPENS and text[-1] not in CREDIT_ENDS)
            closes = closes or (caption and text[-1] in CREDIT_ENDS)
        forms.append(
            Form(
                short=max(-9, min(short, 12)),
                room=short >= heads[i] + loose,
                room_first=short - 4 >= heads[i] + loose,
                like=abs(width - before) <= 1,
                marks=min(marks[i], MOST_MARKS),
                ends=1.0 if ends[i] or closes else 0.5 if text[-1] in HALF_FINAL else 0.0,
                asks=text[-1] in "？！?!",
                stops="。" in text[:-1],
                commas=min(2, text.count("，") + text.count("、") + text.count("；")),
                gap=line.gap,
                indent=set_in[i],
                opens=opens,
                closes=closes,
                long=len(text) > LONG,
                quote=text[0] in OPENERS,
            )
        )
        before = width
    return forms, facts


BARE = 24  # characters: a photographer's credit that stands on a line of its own
CREDIT_ENDS = frozenset("摄攝供图圖）)")
CAPTION_OPENS = frozenset("图圖上下左右大小题組组▲△▼▽◀▶")
EDGE = 3  # lines at the head and the foot of a page where its frame stands
OPENING_LINES = 8  # a by-line with many names, in a narrow column
OWN_LINES = 4  # a by-line on lines of its own, broken at its wide spaces


def signed(texts: Sequence[str], rules: Rules) -> tuple[set[int], set[int]]:
    """Return the lines at which a by-line opens a paragraph, and those at which one that stands alone ends."""
    begins, stops = set(), set()
    for i, text in enumerate(texts):
        if not bylines.might_open(text):
            continue
        count = own_lines(texts[i : i + OWN_LINES], rules)
        if count:
            if text[0] not in "（(":  # in brackets it may end the paragraph before it
                begins.add(i)
            stops.add(i + count - 1)
        elif bylines.opening("\n".join(texts[i : i + OPENING_LINES]), 0, rules):
            begins.add(i)
    return begins, stops


MOST_MARKS = 5  # more of them squeeze a line no further
SCRAP = 4  # characters: what a wide space or a column's edge leaves of a by-line on its last line


def own_lines(texts: Sequence[str], rules: Rules) -> int:
    """Return how many of ``texts`` are a by-line on lines of its own, 0 where they are none."""
    found = 0
    for count in range(1, len(texts) + 1):
        if found and len(texts[count - 1]) > SCRAP:
            break
        if bylines.own_line("\n".join(texts[:count]), rules):
            found = count
    return found


LONG = 60  # characters: no display line holds more
GAPPED = 0.02  # share of lines after a blank line that makes the page one with blank lines


def is_wrapped(texts: Sequence[str], ends: Sequence[bool]) -> bool:
    """Tell whether lines were cut at a column's width, by the share of the text that stands in whole sentences."""
    total = sum(map(len, texts))
    return sum(len(text) for text, end in zip(texts, ends, strict=True) if end) < UNWRAPPED * total


def dropped_indents(widths: Sequence[int], columns: Sequence[int], ends: Sequence[bool]) -> bool:
    """Tell whether first lines are short of their column by an indent: those after a clear end of a paragraph."""
    set_in = flush = 0
    for i in range(1, len(widths)):
        if ends[i - 1] and columns[i - 1] - widths[i - 1] > CLEAR_END and columns[i] == columns[i - 1]:
            short = columns[i] - widths[i]
            set_in += 2 <= short <= 6
            flush += -2 <= short <= 1
    return set_in >= flush


CLEAR_END = 6  # cells: a sentence that ends so far before the column does ends its paragraph


def head_cells(text: str, digit: int) -> int:
    """Return the width of what may not be parted from the first character of ``text``, in cells."""
    if not text[0].isascii() and text[0] not in OPENERS and text[1:2] not in CLOSING_MARKS:
        return 2
    found = HEAD.match(text)
    return cells(found.group(), digit) if found else 2


CLOSING_MARKS = frozenset("，。、；：？！”’）》〉】」』)")


def indents(lines: Sequence[Line]) -> list[bool]:
    """Tell which lines are set in deeper than the page's lines usually are, as a paragraph's first line is."""
    usual = Counter(line.indent for line in lines).most_common(1)[0][0] if lines else 0
    return [line.indent > usual for line in lines]
