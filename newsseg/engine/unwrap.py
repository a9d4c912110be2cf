"""Unwrap: physical lines to blocks; what a column's edge cut is joined, display lines are set apart.

A page is unwrapped again and again until nothing changes, so that unwrapping unwrapped text changes nothing, and what
later stages see is the same whether a page came as its dump or as the output of ``newsseg unwrap``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsseg.engine.centred import centred
from newsseg.engine.facts import Facts
from newsseg.engine.fills import fills
from newsseg.engine.forms import CLOSES, IS_SET_IN, OPENS, Form, judge
from newsseg.engine.inlaid import inlaid
from newsseg.engine.insets import around, insets, moved
from newsseg.engine.lines import Line, compounds_of, cut, follows, join, read_lines, unspaced
from newsseg.engine.paper import furniture, on_paper, printed_captions, stretches
from newsseg.engine.revised import revised
from newsseg.engine.roles import DISPLAY, FIRST, SINGLE, roles, set_in_roles
from newsseg.engine.running import Joints, in_brackets
from newsseg.engine.signs import Signs, signed
from newsseg.engine.unseen import Seen, look
from newsseg.engine.verse import add_verses
from newsseg.geometry import LineBox
from newsseg.grammar import bylines, folio
from newsseg.grammar.guides import guides
from newsseg.rules import Rules, shipped


class Block(NamedTuple):
    """A paragraph or caption (one line, joined), display lines that stand together, a line of the frame, or a guide.

    The kinds are ``paragraph``, ``caption``, ``display``, ``folio`` and ``guide``: each entry of a guide is a line.
    """

    kind: str
    lines: tuple[Line, ...]


def unwrap(text: str, rules: Rules | None = None, boxes: Sequence[LineBox] = ()) -> list[Block]:
    """Return the blocks of a page's ``text`` in the order in which they begin; titles inside text come last.

    ``boxes`` tell where its lines stand on paper; then one look is enough.
    """
    rules = rules or shipped()
    lines = read_lines(text, boxes)
    loose = marked(rules.marks)[0]
    blocks: list[Block] = []
    for _ in range(MOST_PASSES):
        lines = [part for line in lines for part in (parted(line, rules) if loose.search(line.text) else (line,))]
        blocks = unwrap_once(lines, rules)
        joined = [
            Line(text, ranges, 0, i == 0, box)
            for block in blocks
            for i, (text, ranges, _, _, box) in enumerate(block.lines)
        ]
        if boxes or list(map(looks, joined)) == list(map(looks, lines)):
            break
        lines = joined
    return blocks


def looks(line: Line) -> tuple[str, int, bool]:
    """Return what the next look at a line depends on."""
    return line.text, line.indent, line.gap


MOST_PASSES = 12  # dumps settle in two or three; a text that never settles is left as it is then

# A by-line in the middle of a line, without a mark before it: extraction glued it to the last line of a headline.
GLUED = r"[ \u3000](?=\w{0,12}[讯訊电電] ?(?:[（(]|记者|記者|通讯员)|本报|本報|新华社|新華社)"

# A paragraph's indent in the middle of a line: extraction glued its first line to the last one of another.
SET_IN = re.compile(r"(?:(?<=[。！？]) *|(?<=[。！？][”’」』]) *|(?<=\S) +)(\u3000\u3000)(?=\S)")

# A deck that opens with a dash, glued to its headline.
DASHED = re.compile(r"(?<=\w)[ \u3000]+(?=—{1,2}\w)")


@lru_cache(maxsize=2)
def marked(marks: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what parts a line (most have none, and the other is slow), and what parts it before a by-line."""
    found = "".join(map(re.escape, sorted(marks)))
    return re.compile(rf"[\s{found}]"), re.compile(rf"(?<=\S)(?:\s?(?=[{found}]\w)|{GLUED})")


LONGEST_GLUED = 60  # characters: a line of any column, not a paragraph


def parted(line: Line, rules: Rules) -> list[Line]:
    """Return a line, or what stands before each by-line, paragraph and deck that was glued to it, and these."""
    if len(line.text) > LONGEST_GLUED:
        return [line]
    found = joint(line.text, rules)
    if not found:
        return [line]
    before = cut(line, 0, found.start())._replace(indent=line.indent, gap=line.gap)
    behind = cut(line, found.end(), len(line.text))
    if found.re is SET_IN:
        behind = behind._replace(indent=len(found[1]))
    return [*parted(before, rules), *parted(behind, rules)]


def joint(text: str, rules: Rules) -> re.Match[str] | None:
    """Return what stands in a line between what was glued together, None where nothing was."""
    if found := SET_IN.search(text):
        return found
    if "。" not in text and (found := DASHED.search(text)):
        return found
    found = marked(rules.marks)[1].search(text)
    if not found or "。" in text[: found.start()] or not bylines.might_open(text[found.end() :], rules):
        return None
    rest = text[found.end() :]
    if bylines.own_line(text, rules):
        return None  # 文 本报记者 … is one by-line
    return found if bylines.own_line(rest, rules) or bylines.opening(rest, 0, rules) else None


def blocks_of(text: str, rules: Rules | None = None, boxes: Sequence[LineBox] = ()) -> tuple[list[Block], Seen | None]:
    """Return the blocks of what is seen of a page's ``text``, and how that stands to it (None: it is all of it)."""
    seen = look(text)
    return unwrap(seen.seen, rules, seen.boxes(boxes)) if seen else unwrap(text, rules, boxes), seen


def unwrap_text(text: str, rules: Rules | None = None, boxes: Sequence[LineBox] = ()) -> str:
    """Return ``text`` with a paragraph a line and blocks apart by a blank line; "" for a blank page."""
    blocks, seen = blocks_of(text, rules, boxes)
    texts = ([printed(line, seen) for line in block.lines] for block in blocks)
    return "".join("\n".join(lines) + "\n\n" for lines in texts)[:-1]


def printed(line: Line, seen: Seen | None) -> str:
    """Return the text of a line, with the characters that print nothing in their places."""
    return seen.restored(line.text, [seen.range(start, end) for start, end, _ in line.pieces]) if seen else line.text


def unwrap_once(lines: Sequence[Line], rules: Rules) -> list[Block]:
    """Return the blocks that ``lines`` make, in the order in which they begin; titles inside text come last."""
    texts = [line.text for line in lines]
    listed = guides(texts)
    inside = {i for guide in listed for start, end in guide for i in range(start, end)}
    frame = set(folio.frame(texts, rules)) - inside
    if on_paper(lines):
        frame |= furniture(lines) - inside
    inside |= frame
    body = [i for i in range(len(lines)) if i not in inside]
    found = [(numbers[0], block) for numbers, block in body_blocks([lines[i] for i in body], body, rules)]
    found += [(i, Block("folio", (lines[i],))) for i in frame]
    found += [(guide[0][0], Block("guide", tuple(join(lines[a:b]) for a, b in guide))) for guide in listed]
    found.sort(key=lambda pair: pair[0])
    return [block for _, block in found]


def body_blocks(lines: list[Line], numbers: list[int], rules: Rules) -> Iterator[tuple[list[int], Block]]:
    """Yield the captions, paragraphs and display blocks of ``lines`` (``numbers``: their places on the page)."""
    signs = signed([line.text for line in lines], rules)
    compounds = compounds_of(lines)
    shown = printed_captions(lines) if on_paper(lines) else insets(lines, signs, rules)
    for start, end in shown:
        spaced = {i - start for i in range(start, end) if signs.ties.get(i)}
        yield numbers[start:end], Block("caption", finished("caption", lines[start:end], compounds, spaced))
    if shown:
        lines, numbers, signs = outside(lines, numbers, signs, shown)
    if not on_paper(lines):
        titles = list(inlaid(lines, signs))
        for start, end in titles:
            # Last: behind the paragraph they would look like its article's subheads when the page is read again.
            yield [numbers[-1] + 1 + start], Block("display", finished("display", lines[start:end], compounds, set()))
        if titles:
            lines, numbers, signs = outside(lines, numbers, signs, titles)
        add_verses(signs, lines, rules)
    forms, facts = judge(lines, rules, signs)
    yield from text_blocks(lines, numbers, decided(lines, forms, facts, signs), signs, compounds)


def outside(
    lines: Sequence[Line], numbers: Sequence[int], signs: Signs, taken: Sequence[tuple[int, int]]
) -> tuple[list[Line], list[int], Signs]:
    """Return the lines outside of the ranges ``taken``, their places on the page and their signs."""
    rest, kept = around(lines, taken)
    return rest, [numbers[i] for i in kept], moved(signs, kept)


def text_blocks(
    lines: Sequence[Line], numbers: Sequence[int], found: Sequence[int], signs: Signs, compounds: frozenset[str]
) -> Iterator[tuple[list[int], Block]]:
    """Yield the paragraphs and display blocks of ``lines``; ``found``: the role of each."""
    taken: list[Line] = []
    places: list[int] = []
    kind = ""
    spaced: set[int] = set()
    for i, (line, number, role) in enumerate(zip(lines, numbers, found, strict=True)):
        display = role == DISPLAY
        goes_on = (display and kind == "display" and not line.gap and number == places[-1] + 1) or (
            not display and kind == "paragraph" and role not in {FIRST, SINGLE} and follows(taken[-1], line)
        )
        if taken and not goes_on:
            yield places, Block(kind, finished(kind, taken, compounds, spaced))
            taken, places, spaced = [], [], set()
        kind = "display" if display else "paragraph"
        taken.append(line)
        places.append(number)
        if signs.ties.get(i):
            spaced.add(len(taken) - 1)
    if taken:
        yield places, Block(kind, finished(kind, taken, compounds, spaced))


def decided(lines: list[Line], forms: Sequence[Form], facts: Facts, signs: Signs) -> list[int]:
    """Return what each line is; on paper large type is display, and text is read on only inside a flow."""
    if not on_paper(lines):
        return revised(lines, roles(forms, facts, signs), signs)
    places = [form.place for form in forms]
    found: list[int] = []
    subheads = centred(lines, fills(lines)) if facts.kept else [False] * len(lines)
    ends = in_brackets(lines, [bool(place[CLOSES]) for place in places])
    firm = [bool(place[OPENS]) or closing for place, closing in zip(places, ends, strict=True)]
    set_in = [bool(place[IS_SET_IN]) for place in places] if facts.kept else None
    joints = Joints(signs.ties, list(map(is_full, forms)), set_in)
    for large, start, end in stretches(lines, firm, subheads, joints):
        if large:
            found += [DISPLAY] * (end - start)
        elif facts.kept:
            found += set_in_roles(*printed_signs(forms[start:end]))
        else:
            found += roles(forms[start:end], facts, within(signs, start, end))
    return found


def within(signs: Signs, start: int, end: int) -> Signs:
    """Return the ties of the lines from ``start`` to before ``end``, counted from ``start``."""
    ties = {i - start: joint for i, joint in signs.ties.items() if start <= i < end - 1}
    return Signs(set(), set(), ties, set(), set(), set())


def printed_signs(forms: Sequence[Form]) -> tuple[list[bool], list[bool]]:
    """Tell which lines begin a paragraph where paragraphs are set in, and which ones end a by-line that stands alone.

    Behind a line that fills its column and ends no sentence only an indent begins one: a by-line that the column's edge
    cut looks like another one in its second line.
    """
    full = [False, *map(is_full, forms)]
    places = [form.place for form in forms]
    begins = [bool(place[IS_SET_IN] or (place[OPENS] and not full[i])) for i, place in enumerate(places)]
    return begins, [bool(place[CLOSES]) and not full[i] for i, place in enumerate(places, 1)]


def is_full(form: Form) -> bool:
    """Tell whether a line fills its column and ends no sentence."""
    fit, _, end, *_ = form.fill
    return not fit.startswith("r") and end <= 1


def finished(kind: str, lines: list[Line], compounds: frozenset[str], spaced: set[int]) -> tuple[Line, ...]:
    """Return the lines of a block: those of display text without spaces put by a join, all others joined to one."""
    return (join(lines, compounds, spaced),) if kind != "display" else tuple(map(unspaced, lines))
