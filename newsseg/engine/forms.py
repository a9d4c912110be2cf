"""The form of a line: what is known of it when it is decided what it is. Of its text marks count, and how it opens."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from newsseg.engine.facts import INDENTED, MOST_INDENTED, Facts, gap_habits, indents, is_tight, is_wrapped, levels
from newsseg.engine.fills import fills
from newsseg.engine.fit import OPENERS, SQUEEZED, Fill, filled
from newsseg.engine.lines import HAN, Line, all_cells, ends_sentence
from newsseg.engine.links import CLAUSE, LEAD, Link, links
from newsseg.engine.paper import on_paper
from newsseg.engine.signs import Signs, signed
from newsseg.engine.widths import CHANGE, CHANGE_AT_BYLINE, CHANGE_AT_END, column_widths, digit_cells
from newsseg.rules import Rules

Text: TypeAlias = tuple[int, int, int, int, int, str, int, int]
"""That end again; whether a sentence ends inside the line (2: near its end); marks that running text has and display
text seldom has, two for more; its width in steps; whether it is as wide as the line before (1), after (2); of its fill
the kind, the cells missing and the room."""
Place: TypeAlias = tuple[int, int, bool, bool, bool, bool, bool, int, bool, int, int, int]
"""That end again; a blank line before the line (2: but it opens with a quotation mark, as lines after false blanks do),
after it; an indent; whether a by-line or caption opens it or a by-line ends with it, whether the next line opens a
paragraph for sure; whether its first character hardly opens a title (1), its last hardly ends one (2); whether a
by-line ends with the line before; how final that line's end is; marks that running text has; how it opens (see
``opener``)."""


class Form(NamedTuple):
    """The form of one line, in parts that are weighed apart. Widths are in cells: two for a Han character.

    ``above`` is how the line stands to the one above it, ``below`` how the one below it stands to the line.
    """

    fill: Fill
    text: Text
    place: Place
    above: Link
    below: Link


IS_SET_IN, OPENS, CLOSES = 3, 4, 5  # places in ``Place``
HALF_FINAL = frozenset("：:；;）)”’")
# Whose words a paragraph reports: of 452 such sentences of real articles 64 of 100 open one (of all 32).
REPORTS = re.compile(r"[^，。：；“”]{1,14}(?:指出|[强強][调調]|表示|要求|提出|明[确確]|提醒)[，：]")
# Clauses before which running text has a mark: on 300 composed pages none of 110 such lines goes on from one without.
TELLS_WHEN = re.compile(
    r"(?:近日|日前|近期|近年[来來]|[今去]年以[来來]|[当當]前|目前|如今|眼下|昨日|今日|今天|昨天|[据據](?:介[绍紹]|悉|了解|[统統][计計])|20\d\d年"
    r"|(?:(?:今年|去年|20\d\d年)?\d{1,2}月)?\d{1,2}日(?:凌晨|上午|下午|晚)?)，"
    r"|[记記]者(?:[从從]|近日|日前|[了瞭]解到|[获獲]悉|\d{1,2}日[从從])|截至\d|[随隨][着著]"
)
# How else the first line of news begins, who and which day or from whom (of paragraphs see ``boundaries.NEWS``): of 800
# real articles 15 of 100 do, of 27,837 lines that go on behind one without a mark 4 of 1,000.
NEWS = re.compile(
    r"[^，。：；“”、]{0,16}?(?:\d日|近日|日前)|[^，。]{0,30}(?:[获獲]悉|[了瞭]解到)"
    r"|北京[时時][间間]|[当當]地[时時][间間]|中共中央政治局|[国國]家主席|[国國][务務]院"
)
IN_NEWS = re.compile("[日悉席]|解到|[时時][间間]|中央|[务務]院")  # one of these, for most lines have none
LEADING_ON = frozenset("在从自到至于与和及为以对把将是的年月了过由向上下前后不也又还就")  # ends that lead on to it
NO_MARKS = re.compile(r"[^\n。，、；：？！…—·“”‘’（）《》〈〉【】「」『』]+")
SIZES = (8, 12, 16, 20, 24, 28, 34, 44, 60, 90, 120)  # cells: steps of width; no display line is wider than the last
WIDEST = SIZES[-1] + 1
SIZE = tuple(bisect_left(SIZES, width) for width in range(WIDEST))
FINAL = 2  # how final the end of a sentence is at least
NONE = 4  # for the end of a line where there is none
MANY = 2  # marks that running text has: more tell no more
NEAR_END = 16  # characters: the first piece of a torn headline, glued to a paragraph's end, is not longer


def judge(lines: Sequence[Line], rules: Rules, signs: Signs | None = None) -> tuple[list[Form], Facts]:
    """Return the form of each line against the column it stands in, and the facts of the page."""
    texts = [line.text for line in lines]
    begins, stops, *_ = signs or signed(texts, rules)
    halves = all_cells(texts)
    finals = [final(text) for text in texts]
    ends = [end > 1 for end in finals]
    paper = fills(lines) if on_paper(lines) else None
    cut = is_wrapped(texts, ends)
    wrapped = bool(paper) or cut
    set_in = [one.indented for one in paper] if paper else indents(lines)
    kept = wrapped and INDENTED * len(lines) < sum(set_in) < MOST_INDENTED * len(lines)
    facts = Facts(wrapped, kept, any(line.gap for line in lines[1:]))
    digit = digit_cells(texts, halves) if cut else 1
    widths = [one.width for one in paper] if paper else halves if digit == 1 else [2 * len(text) for text in texts]
    full: Sequence[Fill] = [("", "", 0, 0, 0)] * len(lines)  # whole paragraphs fill no column,
    linked: Sequence[Link] = [()] * (len(lines) + 1)  # so none stands to the next as lines do
    if wrapped:
        marks = list(map(len, "".join(NO_MARKS.split("\n".join(texts))).split("\n")))
        columns = [one.column for one in paper] if paper else columns_of(widths, marks, begins, ends)
        level = {0: "0"} if paper else levels(widths, columns, ends)
        ended, torn = gap_habits(lines, finals, [c - w for c, w in zip(columns, widths, strict=True)])
        full = filled(texts, zip(columns, widths, halves, marks, finals, strict=True), level, digit)
        tight = is_tight((short, end) for _, _, end, short, room in full if room == SQUEEZED)
        facts = facts._replace(ended=ended, torn=torn, tight=tight)
    commas = [min(text.count("，") + text.count("、") + text.count("；"), MANY) for text in texts]
    places = place_parts(lines, zip(finals, [NONE, *finals], commas, set_in, strict=False), (begins, stops), rules)
    said = text_parts(texts, zip(finals, full, commas, strict=True), widths)
    if wrapped:
        linked = links(full, places, widths)
    return list(map(Form, full, said, places, linked, linked[1:])), facts


def text_parts(texts: Sequence[str], known: Iterable[tuple[int, Fill, int]], widths: Sequence[int]) -> list[Text]:
    """Return of each line what its text tells; ``known``: how final its end is, its fill and its marks."""
    alike = [-1 <= width - before <= 1 for before, width in zip([-2, *widths], [*widths, -2], strict=True)]
    return [
        (
            end,
            stops_inside(text) if "。" in text else 0,
            commas,
            SIZE[width] if width < WIDEST else len(SIZES),
            before + 2 * after,
            fit[:1],
            short,
            room,
        )
        for text, (end, (fit, _, _, short, room), commas), width, before, after in zip(
            texts, known, widths, alike, alike[1:], strict=False
        )
    ]


def place_parts(
    lines: Sequence[Line],
    known: Iterable[tuple[int, int, int, bool]],
    bounds: tuple[set[int], set[int]],
    rules: Rules,
) -> list[Place]:
    """Return of each line what its place tells; ``bounds``: the lines that a by-line opens, and that one ends.

    ``known``: how final its end is and that of the line before, its marks, whether it is set in.
    """
    begins, stops = bounds
    starts, closes = rules.inner_starts, rules.inner_ends
    words = tuple(rules.openers), tuple(rules.running_on)
    gaps = [*[line.gap for line in lines], True]
    opens = [i in begins for i in range(len(lines))] + [True]
    return [
        (
            end,
            gap + (gap and text[0] in OPENERS),
            gap_after,
            indented,
            opened,
            i in stops,
            before_open,
            (text[0] in starts) + 2 * (text[-1] in closes),
            i - 1 in stops,
            end_before,
            commas,
            opener(text, lines[i - 1].text[-1] if i else "", end_before, words),
        )
        for i, ((text, *_), (end, end_before, commas, indented), gap, gap_after, opened, before_open) in enumerate(
            zip(lines, known, gaps, gaps[1:], opens, opens[1:], strict=False)
        )
    ]


def opener(text: str, before: str, end: int, words: tuple[tuple[str, ...], tuple[str, ...]]) -> int:
    """Return how a line opens, seen from the last character ``before`` it and how final that line's ``end`` is.

    Behind the end of a sentence as paragraphs do (2) or as sentences inside them (1), by the ``words`` of either kind;
    behind a line that ends in no mark as clauses do that have one before them (3), so that no text goes on in it, or as
    news do (4).
    """
    if end == 0:
        if before < HAN or not before.isalnum() or before in LEADING_ON:
            return 0
        return CLAUSE if TELLS_WHEN.match(text) else LEAD if IN_NEWS.search(text) and NEWS.match(text) else 0
    if end < FINAL or end == NONE:
        return 0
    openers, running_on = words
    if text.startswith(running_on):
        return 1
    return 2 if text.startswith(openers) or REPORTS.match(text) else 0


def columns_of(widths: Sequence[int], marks: Sequence[int], begins: set[int], ends: Sequence[bool]) -> list[int]:
    """Return the width of each line's column; a width changes cheaply where an article or a sentence begins."""
    changes = [
        CHANGE_AT_BYLINE if i in begins else CHANGE_AT_END if end else CHANGE
        for i, end in enumerate([True, *ends[:-1]])
    ]
    return column_widths(widths, marks, changes)


def final(text: str) -> int:
    """Return how final the end of ``text`` is: see ``Fill``."""
    if text[-1].isalnum():
        return 0  # most lines
    if ends_sentence(text):
        return 2 if text[-1] in "？！?!" else 3
    return 1 if text[-1] in HALF_FINAL else 0


def stops_inside(text: str) -> int:
    """Return whether a sentence ends inside ``text``: 2 near its end, 1 elsewhere, 0 not."""
    place = text.rfind("。", 0, -1)
    return 0 if place < 0 else 2 if len(text) - place <= NEAR_END else 1
