"""The form of a line: all that is known of it when it is decided what it is. Of its text only the marks count."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeAlias

from newsseg.engine.facts import INDENT, INDENTED, MOST_INDENTED, Facts, gap_habits, indents, is_wrapped, levels
from newsseg.engine.fills import fills
from newsseg.engine.lines import WIDE, Line, all_cells, cells, ends_sentence
from newsseg.engine.paper import on_paper
from newsseg.engine.signs import Signs, signed
from newsseg.engine.widths import CHANGE, CHANGE_AT_BYLINE, CHANGE_AT_END, column_widths, digit_cells
from newsseg.rules import Rules

Fill: TypeAlias = tuple[str, str, int]
"""How a line fills its column, how it would if it were set in by an indent (see ``fit`` and ``levels``), and how final
its end is: 3 a full stop, 2 a question mark, 1 a mark that may end a paragraph, 0 none of these."""
Text: TypeAlias = tuple[int, int, int, int, int]
"""That end again; whether a sentence ends inside the line (2: near its end); marks that running text has and display
text seldom has, two for more; its width in steps; whether it is as wide as the line before (1), after (2)."""
Place: TypeAlias = tuple[int, int, bool, bool, bool, bool, bool, int, bool]
"""That end again; a blank line before the line (2: but it opens with a quotation mark, as lines after false blanks do),
after it; an indent; whether a by-line or caption opens it or a by-line ends with it, whether the next line opens a
paragraph for sure; whether its first character hardly opens a title (1), its last hardly ends one (2); whether a
by-line ends with the line before."""
Form: TypeAlias = tuple[Fill, Text, Place]
"""The form of one line, in three parts that are weighed apart. Widths are in cells: two for a Han character."""

IS_SET_IN, OPENS, CLOSES = 3, 4, 5  # places in ``Place``
OPENERS = frozenset("“‘（《〈【「『(")
CLOSING_MARKS = frozenset("，。、；：？！”’）》〉】」』)")
HALF_FINAL = frozenset("：:；;）)”’")
NO_MARKS = re.compile(r"[^\n。，、；：？！…—·“”‘’（）《》〈〉【】「」『』]+")
# What may not be parted from the first character of a line: its opening quotes, the rest of its number or Latin word,
# the closing marks after it.
HEAD = re.compile(r"[“‘（《〈【「『(]*+(?:[A-Za-z0-9.,%‰+\-]++|.)[，。、；：？！”’）》〉】」』)]*+")

FINE, COARSE = 6, (8, 12)  # cells missing that are told apart one by one, and the steps beyond
HANGS = 1  # a cell more than its marks give: one of them hangs over the edge
SIZES = (8, 12, 16, 20, 24, 28, 34, 44, 60, 90, 120)  # cells: steps of width; no display line is wider than the last
WIDEST = SIZES[-1] + 1
SIZE = tuple(bisect_left(SIZES, width) for width in range(WIDEST))
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
    full: Sequence[Fill] = [("", "", 0)] * len(lines)  # whole paragraphs fill no column
    if wrapped:
        marks = list(map(len, "".join(NO_MARKS.split("\n".join(texts))).split("\n")))
        columns = [one.column for one in paper] if paper else columns_of(widths, marks, begins, ends)
        level = {0: "0"} if paper else levels(widths, columns, ends)
        ended, torn = gap_habits(lines, finals, [c - w for c, w in zip(columns, widths, strict=True)])
        facts = facts._replace(ended=ended, torn=torn)
        full = filled(texts, zip(columns, widths, halves, marks, finals, strict=True), level, digit)
    placed = place_parts(lines, finals, set_in, (begins, stops), rules)
    return list(zip(full, text_parts(texts, finals, widths), placed, strict=True)), facts


def filled(
    texts: Sequence[str], lines: Iterable[tuple[int, int, int, int, int]], level: dict[int, str], digit: int
) -> list[Fill]:
    """Return how each line fills its column; ``lines``: its column, width, cells, marks, and how final its end is."""
    found = []
    for (column, width, half, marks, end), text, after in zip(lines, texts, [*texts[1:], ""], strict=True):
        short = column - width
        loose = half != WIDE * len(text)
        if loose and half < LATIN * len(text) and -LATIN_SLACK <= short <= LATIN_SLACK:
            short = 0
        head = head_cells(after, digit) if short > 1 and after else WIDE
        found.append(fill(short, marks, head, loose, level.get(column) or level[0], end))
    return found


@lru_cache(maxsize=4096)
def fill(short: int, marks: int, head: int, loose: bool, level: str, end: int) -> Fill:
    """Return how a line fills its column, of whose first lines ``level`` tells: see ``levels``."""
    return fit(short, marks, head, loose), fit(short - INDENT, marks, head, loose) + level, end


def text_parts(texts: Sequence[str], finals: Sequence[int], widths: Sequence[int]) -> list[Text]:
    """Return of each line what its text tells."""
    alike = [-1 <= width - before <= 1 for before, width in zip([-2, *widths], [*widths, -2], strict=True)]
    return [
        (
            end,
            stops_inside(text) if "。" in text else 0,
            commas if (commas := text.count("，") + text.count("、") + text.count("；")) < MANY else MANY,
            SIZE[width] if width < WIDEST else len(SIZES),
            before + 2 * after,
        )
        for text, end, width, before, after in zip(texts, finals, widths, alike, alike[1:], strict=False)
    ]


def place_parts(
    lines: Sequence[Line],
    finals: Sequence[int],
    set_in: Sequence[bool],
    bounds: tuple[set[int], set[int]],
    rules: Rules,
) -> list[Place]:
    """Return of each line what its place tells; ``bounds``: the lines that a by-line opens, and that one ends."""
    begins, stops = bounds
    starts, closes = rules.inner_starts, rules.inner_ends
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
        )
        for i, ((text, *_), end, gap, gap_after, indented, opened, before_open) in enumerate(
            zip(lines, finals, gaps, gaps[1:], set_in, opens, opens[1:], strict=False)
        )
    ]


# Letters are of many widths, Latin words are long: a full line of Latin text ends anywhere within some eight cells.
LATIN, LATIN_SLACK = 1.2, 8  # cells for each character of a line that is Latin text; how far a full line may be off


def columns_of(widths: Sequence[int], marks: Sequence[int], begins: set[int], ends: Sequence[bool]) -> list[int]:
    """Return the width of each line's column; a width changes cheaply where an article or a sentence begins."""
    changes = [
        CHANGE_AT_BYLINE if i in begins else CHANGE_AT_END if end else CHANGE
        for i, end in enumerate([True, *ends[:-1]])
    ]
    return column_widths(widths, marks, changes)


def fit(short: int, marks: int, head: int, loose: bool) -> str:
    """Return how a line fills its column: ``short`` cells are missing, or too many (negative).

    ``o``: over, by what its marks can be squeezed for; ``O``: by more; ``=``: full; ``e``: short, explained by the
    next line's ``head``, which would not have fitted; ``r``: short, and there was room. ``loose``: it holds Latin
    characters, whose width is not quite known.
    """
    if short < 0:
        return f"{'o' if -short <= marks + HANGS else 'O'}{min(-short, 6)}"
    if short <= 1:
        return f"={short}"
    step = short if short <= FINE else COARSE[short > COARSE[0] + 2]
    return f"{'r' if short >= head + loose else 'e'}{step}"


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


def head_cells(text: str, digit: int) -> int:
    """Return the width of what may not be parted from the first character of ``text``, in cells."""
    if not text[0].isascii() and text[0] not in OPENERS and text[1:2] not in CLOSING_MARKS:
        return 2
    found = HEAD.match(text)
    return cells(found.group(), digit) if found else 2
