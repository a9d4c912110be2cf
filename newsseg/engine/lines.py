"""Physical lines of a page: where they stand in its text and how wide they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from newsseg.geometry import LineBox

FINAL = frozenset("。！？…!?")
CLOSERS = "”’」』）》〉】)]\"'"
CLOSING = frozenset(CLOSERS)
PAIRED = (("“", "”"), ("《", "》"), ("（", "）"), ("「", "」"))
NOT_ASCII = "\x80"
RUNNING = frozenset("，。、；")  # marks that running text has and titles seldom have
COMMAS = frozenset("，、")  # behind which a sentence goes on
WIDE = 2  # cells of a Han character
RAGGED = 4  # cells by which the lines of one text differ, its last one aside: its first one may be set in
HAN = "\u2e80"  # its first code point


class Line(NamedTuple):
    """One non-blank line: its text without the blanks around it, and how it stood on the page.

    ``pieces`` are the ranges of the page's text it is made of, each with its place in ``text``: (start, end, place);
    several once lines were joined. ``indent`` counts the blank characters before it; ``gap`` tells that a blank line or
    the page's edge stands before it. ``box`` tells where it stood on paper, where that is known.
    """

    text: str
    pieces: tuple[tuple[int, int, int], ...]
    indent: int
    gap: bool
    box: LineBox | None = None


def read_lines(text: str, boxes: Sequence[LineBox] = ()) -> list[Line]:
    """Return the non-blank lines of a page's ``text`` with their spans in it, and their ``boxes`` if there are any.

    Where blank lines stand between all lines, only more of them are a gap.
    """
    places = {box.start: box for box in boxes}
    lines: list[Line] = []
    blanks = [0]  # before each line
    start = 0
    for raw in text.split("\n"):
        body = raw.strip()
        if body:
            indent = len(raw) - len(raw.lstrip()) if len(raw) > len(body) else 0
            begin = start + indent
            pieces: tuple[tuple[int, int, int], ...] = ((begin, begin + len(body), 0),)
            if body[1:2] == " " and set_wide(body):
                pieces = tuple((begin + 2 * i, begin + 2 * i + 1, i) for i in range((len(body) + 1) // 2))
                body = body[::2]
            lines.append(Line(body, pieces, indent, not lines or blanks[-1] > 0, places.get(begin)))
            blanks.append(0)
        else:
            blanks[-1] += 1
        start += len(raw) + 1
    usual = line_spacing(lines, blanks)
    if usual:
        lines = [line._replace(gap=i == 0 or blanks[i] > usual) for i, line in enumerate(lines)]
    return lines


SPACED, FEWEST_SPACED = 0.9, 8  # share of the breaks inside sentences that have blank lines, and how many at least


def line_spacing(lines: Sequence[Line], blanks: Sequence[int]) -> int:
    """Return how many blank lines stand between all lines of a page, 0 where most lines have none between them.

    Breaks inside sentences of running text tell: on a page of paragraphs or of headlines there are few.
    """
    if 2 * sum(map(bool, blanks)) < len(blanks):
        return 0  # most pages
    inside = [
        blanks[i + 1] for i in range(len(lines) - 1) if is_running(lines[i].text) and is_running(lines[i + 1].text)
    ]
    spaced = sum(count > 0 for count in inside)
    return Counter(inside).most_common(1)[0][0] if spaced >= max(FEWEST_SPACED, SPACED * len(inside)) else 0


def is_running(text: str) -> bool:
    """Tell whether a line is one of running text that a column's edge cut: a mark stands in it, and none at its end."""
    return text[-1].isalnum() and not RUNNING.isdisjoint(text)


FEWEST_WIDE = 5  # characters that stand apart: fewer may be names (程 龙) and figures of a table


def set_wide(text: str) -> bool:
    """Tell whether one space stands behind each character of ``text``: the line was set wide to fill its column."""
    letters = text[::2]
    apart = len(letters) >= FEWEST_WIDE and len(text) % 2 == 1 and set(text[1::2]) == {" "}
    return apart and " " not in letters and 2 * sum(c >= HAN for c in letters) > len(letters)


def cells(text: str, digit: int = 1) -> int:
    """Return the width of ``text`` in display cells; an ASCII character counts ``digit`` cells, a Han character two.

    The bytes of UTF-8 tell the two apart without a loop: one byte for ASCII, three for Han and its punctuation.
    """
    if digit == WIDE:
        return WIDE * len(text)
    return (len(text) + len(text.encode("utf-8", "surrogatepass"))) // 2


def all_cells(texts: Sequence[str]) -> list[int]:
    """Return the ``cells`` of each of ``texts``, none of which holds a line end."""
    together = "\n".join(texts).encode("utf-8", "surrogatepass").split(b"\n")
    return [(len(text) + len(utf8)) // 2 for text, utf8 in zip(texts, together, strict=False)]


def ends_sentence(text: str) -> bool:
    """Tell whether ``text`` ends as a sentence ends: a final mark, closing quotes or brackets after it allowed.

    A full stop of Latin text counts behind a letter (``3.`` numbers a list, ``1.`` may be cut from ``1.5``).
    """
    last = text[-1:]
    if last in FINAL:
        return True
    if last in CLOSING:
        text = text.rstrip(CLOSERS)
        last = text[-1:]
        if last in FINAL:
            return True
    return last == "." and text[-2:-1].isalpha()


def breaks_off(text: str) -> bool:
    """Tell whether the sentence at the end of ``text`` goes on behind it: it ends in no mark, or in a pause."""
    return text[-1].isalnum() or text[-1] in COMMAS


def cut(line: Line, start: int, end: int) -> Line:
    """Return the part ``[start, end)`` of a line's text as a line of its own, with its ranges, without outer blanks."""
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    if start == 0 and end == len(line.text):
        return Line(line.text, line.pieces, 0, gap=False, box=line.box)
    pieces = []
    following = [place for _, _, place in line.pieces[1:]] + [len(line.text)]
    for (first, last, place), after in zip(line.pieces, following, strict=True):
        low, high = max(start, place), min(end, after)
        if low < high:
            # What a join left out (a hyphen at a line's end) goes with the text before it.
            stop = last if high == after else min(last, first + high - place)
            pieces.append((first + low - place, stop, low - start))
    return Line(line.text[start:end], tuple(pieces), 0, gap=False, box=line.box)


def join(lines: Sequence[Line], compounds: frozenset[str] = frozenset(), spaced: Collection[int] = ()) -> Line:
    """Return ``lines`` as one line: no space between them, unless the break falls between two Latin words.

    ``spaced`` tells the lines behind which a space stands all the same: a by-line's names would run together.

    A word divided at a line's end is put together without its hyphen, which stays in its range; the hyphen of one of
    the page's ``compounds`` (``state-owned``) stays in the text too.
    """
    if len(lines) == 1:
        return lines[0]
    pieces: list[tuple[int, int, int]] = []
    parts: list[str] = []
    length = 0
    latin = False  # the line before ends in a character of ASCII: Han lines meet without any ado
    for i, line in enumerate(lines, -1):
        text = line.text
        if latin and divided(parts[-1], text, compounds):
            parts[-1] = parts[-1][:-1]
            length -= 1
        elif (latin and latin_space(parts[-1], text)) or (i in spaced and parts):
            parts.append(" ")
            length += 1
        pieces += [(start, end, place + length) for start, end, place in line.pieces] if length else line.pieces
        parts.append(text)
        length += len(text)
        latin = text[-1] < NOT_ASCII
    return Line("".join(parts), tuple(pieces), lines[0].indent, lines[0].gap, lines[0].box)


def divided(before: str, after: str, compounds: frozenset[str]) -> bool:
    """Tell whether a word was divided between ``before``, which ends in a hyphen, and ``after``."""
    if before[-1] != "-" or not before[-2:-1].isalpha() or not (after[0].isascii() and after[0].islower()):
        return False
    first, last = HEAD_WORD.search(before), TAIL_WORD.match(after)
    return not (first and last and (first.group() + last.group()).lower() in compounds)


HEAD_WORD, TAIL_WORD = re.compile(r"[A-Za-z]+-\Z"), re.compile(r"[A-Za-z]+")
COMPOUND = re.compile(r"[A-Za-z]+-[A-Za-z]+")


def compounds_of(lines: Sequence[Line]) -> frozenset[str]:
    """Return the hyphenated words that stand inside lines, in small letters."""
    return frozenset(word.lower() for line in lines if "-" in line.text for word in COMPOUND.findall(line.text))


def follows(first: Line, second: Line) -> bool:
    """Tell whether ``second`` begins behind all of ``first`` on the page.

    A page number that was dropped into a paragraph does not, though it stands behind it once that is joined.
    """
    return first.pieces[-1] < second.pieces[0]


def latin_space(before: str, after: str) -> bool:
    """Tell whether a line break between ``before`` and ``after`` stands for a space: two Latin words meet there."""
    last, first = before[-1], after[0]
    if not (last.isascii() and first.isascii()):
        return False
    return (last.isalnum() or last in ",.;:!?)\"'") and (first.isalpha() or first in "(\"'")


def unspaced(line: Line) -> Line:
    """Return ``line`` without the spaces that were put between names of a by-line which proved to be text."""
    if " " not in line.text or len(line.pieces) == 1:
        return line
    text, gone = line.text, 0
    pieces = [line.pieces[0]]
    for start, end, place in line.pieces[1:]:
        first, last, before = pieces[-1]
        at = place - gone
        put = before + last - first == at - 1 and text[at - 1] == " "
        if put and not latin_space(text[: at - 1], text[at:]):
            text, gone = text[: at - 1] + text[at:], gone + 1
        pieces.append((start, end, place - gone))
    return line._replace(text=text, pieces=tuple(pieces))
