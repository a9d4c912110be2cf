"""Verify: the proof that nothing of a page is lost, doubled or invented in its records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from newsseg.i18n import _
from newsseg.ranges import lines_in
from newsseg.record import Article, Record

NON_BLANK = re.compile(r"\S")
HAN_FROM = "\u2e80"
"""Below this character stand Latin letters and their punctuation, from it on what Chinese is set in."""
HYPHENS = ("-", "\u2010", "\xad")
SHOWN = 20  # characters of the page that a message quotes


class Problem(NamedTuple):
    """What is wrong at the character ``start`` of the page's text, and in which record (its id, or "" for none)."""

    start: int
    record: str
    what: str


class Range(NamedTuple):
    """One range of the page's text and the record that claims it."""

    start: int
    end: int
    record: str


def problems(text: str, records: Iterable[Record]) -> Iterator[Problem]:
    """Yield what is wrong with the ``records`` of the page ``text``; nothing when they keep it whole.

    Each non-blank character must lie in exactly one range of exactly one record, and the text of each element must be
    the page's text at its ranges: line breaks and the blanks around them taken out, nothing else changed but what a
    line break between Latin letters may do (a space for it, or a word's hyphen gone),
    and a space that parts names of a by-line.
    """
    ranges: list[Range] = []
    for record in records:
        sound = [span for span in record.spans if 0 <= span.start < span.end <= len(text)]
        if len(sound) < len(record.spans):
            wrong = next(span for span in record.spans if span not in sound)
            yield Problem(0, record.id, _("the range {}-{} does not lie on the page").format(wrong.start, wrong.end))
            continue
        ranges += [Range(span.start, span.end, record.id) for span in sound]
        yield from _changed(text, record)
    yield from _uneven(text, ranges)


def _uneven(text: str, ranges: list[Range]) -> Iterator[Problem]:
    """Yield each stretch of non-blank characters that lies in no range or in several."""
    edge = Range(len(text), len(text), "")
    end, owner = 0, ""
    for item in [*sorted(ranges), edge]:
        lost = NON_BLANK.search(text, end, item.start)
        if lost:
            shown = _shown(text[lost.start() : item.start])
            yield Problem(lost.start(), "", _("“{}” is in no record").format(shown))
        double = NON_BLANK.search(text, item.start, min(end, item.end))
        if double:
            shown = _shown(text[double.start() : min(end, item.end)])
            yield Problem(double.start(), item.record, _("“{}” is in {} too").format(shown, owner))
        if item.end > end:
            end, owner = item.end, item.record


def _changed(text: str, record: Record) -> Iterator[Problem]:
    """Yield each element of ``record`` whose text is not the page's text at its ranges."""
    pieces: dict[tuple[str, int], list[tuple[int, int]]] = {key: [] for key in elements(record)}
    for span in sorted(record.spans, key=lambda span: span.start):
        if (span.field, span.index) not in pieces:
            what = _("a range belongs to {} {}, which the record has not").format(span.field, span.index)
            yield Problem(span.start, record.id, what)
        else:
            pieces[span.field, span.index].append((span.start, span.end))
    for (field, index), element in elements(record).items():
        places = pieces[field, index]
        if not is_joined(element, [text[a:b] for a, b in lines_in(text, places)], spaced=field != "body"):
            what = _("{} {} is not the page's text at its ranges: “{}”").format(field, index, _shown(element))
            yield Problem(places[0][0] if places else 0, record.id, what)


def elements(record: Record) -> dict[tuple[str, int], str]:
    """Return the text of each element of ``record``, by the field and the index that its spans name."""
    if not isinstance(record, Article):
        return {("text", 0): record.text}
    lists = {
        "headline": () if record.headline is None else (record.headline,),
        "deck": record.deck,
        "bylines": record.bylines,
        "body": tuple(element.text for element in record.body),
        "captions": record.captions,
        "jumps": record.jumps,
    }
    return {(field, index): text for field, texts in lists.items() for index, text in enumerate(texts)}


def is_joined(element: str, bits: list[str], *, spaced: bool = False) -> bool:
    """Tell whether ``element`` is made of ``bits``, the stripped lines of its ranges, only breaks undone.

    ``spaced``: each break may stand for a space, as it does where it parts names of a by-line; in brackets it may too.
    """
    place = 0
    for bit, after in pairwise([*bits, HAN_FROM]):
        last = bit[-1]
        latin = last < HAN_FROM and after < HAN_FROM
        if latin and last in HYPHENS and after[0].isalpha() and not element.startswith(bit, place):
            bit = bit[:-1]  # noqa: PLW2901 - the hyphen of a word that the line's end cut
        if not element.startswith(bit, place):
            return False
        place += len(bit)
        if element.startswith(" ", place) and (latin or spaced or in_bracket(element[:place])):
            place += 1
    return place == len(element)


def in_bracket(text: str) -> bool:
    """Tell whether ``text`` ends inside a bracket."""
    return max(text.rfind("（"), text.rfind("(")) > max(text.rfind("）"), text.rfind(")"))


def _shown(text: str) -> str:
    """Return the beginning of the first line of ``text``, for a message."""
    return text[:SHOWN].partition("\n")[0].rstrip()
