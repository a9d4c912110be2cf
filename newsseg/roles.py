"""What each physical line is: the first, a middle or the last line of a paragraph, a paragraph alone, or display.

A line is judged by its width against its column's and by its punctuation, then by its neighbours: the cheapest path
through five states (Viterbi), the costs being rounded negative log-likelihoods counted on typeset pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

FIRST, MIDDLE, LAST, SINGLE, DISPLAY = range(5)

INDENT = 4
"""A paragraph's first line is set in by two Han characters: four cells."""


class Facts(NamedTuple):
    """Facts of a whole page that change what a line's form means."""

    dropped: bool  # first-line indents were there in print and are gone: first lines are four cells short
    kept: bool  # first-line indents are in the text
    gaps: bool  # blank lines stand between paragraphs
    wrapped: bool  # lines were cut at a column's width; else every line is a block


class Form(NamedTuple):
    """The form of one line, all that the decision knows of it."""

    short: int  # cells missing to the column's width; a mark that hangs over the edge is not counted
    room: bool  # what the next line opens with would have fitted: a column would not have broken here
    room_first: bool  # the same if this line was set in by an indent
    like: bool  # as wide as the line before
    marks: int  # how many marks of punctuation it holds
    ends: float  # 1 it ends a sentence, 0.5 it ends in a mark that may end a paragraph, 0 it does not
    asks: bool  # it ends in a question or exclamation mark, as some titles do
    stops: bool  # a sentence ends inside it
    commas: int  # marks that running text has and display text seldom has, two for more
    gap: bool
    indent: bool
    opens: bool  # a by-line opens it: no surer start of a paragraph
    closes: bool  # a by-line in brackets ends with it: no surer end of a paragraph
    long: bool  # it holds more text than any display line
    quote: bool  # it opens with a quotation mark, before which dumps put false blank lines


FULL = 0.5  # a line as wide as its column
ODD = 0.7  # Latin characters are not quite half a Han character wide: one cell off
SQUEEZED = 0.45  # for each cell that a line's marks were squeezed to let it hold more
HANGS = 1  # a cell more than its marks give: one of them hangs over the edge
EXPLAINED = 2.2  # a shorter line: what the next one opens with did not fit
ROOM = 5.5  # a shorter line, and there was room for the next character
ROOM_INDENTED = 4.0  # the same of a first line, whose indent may have been another
ONE, MORE_ROOM = 2, 1.5  # on top, where the room was for more than one character
MUCH, MUCH_ROOM = 4, 5.0  # and on top of that, for more than two
UNIFORM = 3.0  # any width alike: one of some twenty
LIKE = 1.2  # a wrapped headline's lines are as wide as each other
TOO_WIDE = 9.0
ASKS = 1.5  # a title ends in a question mark now and then, a short paragraph not much oftener
TORN = 5.0  # a headline's first piece is glued to a paragraph's last line: rare
SURE = 9.0  # against what a by-line tells
NO_PATH = 1e9


def fit(short: int, marks: int, room: float) -> float:
    """Return what it costs a line that its column should have filled to be ``short`` of it, or over it (negative).

    ``room`` is the cost of stopping short by one character, ``EXPLAINED`` where the next one would not have fitted.
    """
    if short <= 0:
        return FULL - SQUEEZED * short if -short <= marks + HANGS else TOO_WIDE
    if short == 1:
        return FULL + ODD
    return room if room == EXPLAINED else room + MORE_ROOM * (short > ONE) + MUCH_ROOM * (short > MUCH)


def emissions(form: Form, facts: Facts) -> tuple[float, float, float, float, float]:
    """Return what it costs to take a line of this form for FIRST, MIDDLE, LAST, SINGLE, DISPLAY."""
    text = (0.05 if not form.ends else 1.0 if form.ends < 1 else 2.8) + (0.3 if form.commas or form.stops else 1.3)
    closing = 0.05 if form.ends == 1 else 2.2 if form.ends else 7.5
    running = 0.5 if form.commas or form.stops else 1.0
    middle = fit(form.short, form.marks, ROOM if form.room else EXPLAINED)
    first = middle
    if facts.dropped:
        first = fit(form.short - INDENT, form.marks, ROOM_INDENTED if form.room_first else EXPLAINED)
    last = single = UNIFORM if form.short >= -4 else UNIFORM + TOO_WIDE
    ending = last + closing + running
    if form.stops and not form.ends:
        ending = min(ending, UNIFORM + TORN)
    display = LIKE if form.like else UNIFORM + 0.5
    if form.stops:
        display += 4.0
    if form.long:
        display += SURE
    display += (ASKS if form.asks else (0.05, 1.2, 4.0)[int(form.ends * 2)]) + (0.15, 2.0, 4.0)[form.commas]
    if form.opens:
        first = min(first, 1.0)
        middle += SURE
        ending += SURE
        display += SURE
    if form.closes:
        first += SURE
        middle += SURE
    if facts.kept:
        first += 0.05 if form.indent else 3.0
        single += 0.05 if form.indent else 3.0
        middle += 5.0 if form.indent else 0.0
        ending += 5.0 if form.indent else 0.0
        display += 2.5 if form.indent else 0.1
    if facts.gaps:
        inside = (1.2 if form.quote else 2.2) if form.gap else 0.1
        start = 0.2 if form.gap else 1.8
        first += start
        single += start
        middle += inside
        ending += inside
        display += 0.6 if form.gap else 0.8
    if not facts.wrapped:
        first = middle = ending = NO_PATH
    return first + text, middle + text, ending, single + closing + running, display


# Transition costs: rounded negative logarithms of how often one role follows another on typeset pages.
STAY, END = 0.15, 1.9  # a paragraph goes on; its next line is its last
L_F, L_S, L_D = 0.3, 3.0, 2.3
D_D, D_F, D_S = 0.7, 0.8, 3.5


def roles(forms: Sequence[Form], facts: Facts) -> list[int]:
    """Return the role of each line (FIRST, MIDDLE, LAST, SINGLE or DISPLAY) on the cheapest path over all lines."""
    known: dict[Form, tuple[float, float, float, float, float]] = {}
    first = middle = last = display = NO_PATH
    single = 0.0  # before the first line anything may have ended
    back = []
    for form in forms:
        costs = known.get(form)
        if costs is None:
            costs = known[form] = emissions(form, facts)
        c_first, c_middle, c_last, c_single, c_display = costs
        done, done_by = (last, LAST) if last <= single else (single, SINGLE)
        to_first, by_first = (done + L_F, done_by) if done + L_F <= display + D_F else (display + D_F, DISPLAY)
        to_single, by_single = (done + L_S, done_by) if done + L_S <= display + D_S else (display + D_S, DISPLAY)
        to_display, by_display = (done + L_D, done_by) if done + L_D <= display + D_D else (display + D_D, DISPLAY)
        inside, by_inside = (middle, MIDDLE) if middle <= first else (first, FIRST)
        back.append((by_first, by_inside, by_inside, by_single, by_display))
        first = to_first + c_first
        middle = inside + STAY + c_middle
        last = inside + END + c_last
        single = to_single + c_single
        display = to_display + c_display
    ends = (NO_PATH, NO_PATH, last, single, display)
    role = ends.index(min(ends))
    path = []
    for row in reversed(back):
        path.append(role)
        role = row[role]
    path.reverse()
    return path
