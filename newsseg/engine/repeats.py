"""Repeats: captions and pull quotes print a sentence of an article a second time; so they are told from its text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from newsseg.engine.lines import Line, ends_sentence
from newsseg.engine.pictures import LONGEST
from newsseg.engine.signs import is_scrap
from newsseg.grammar import captions
from newsseg.rules import Rules

KEY = 8  # characters by which a sentence is known again
LEAST = 16  # characters of sentences that are no chance, though nothing stands behind them
MOST = 12  # lines of them
MORE = 3  # lines behind them for a scene and the photographer
AROUND = 6  # characters: what stands before and behind both is no longer the same, or all of a text is there twice
PLACES = 4  # at which another sentence that begins so is looked at
STOP = re.compile("[。！？][”’」』]?")
OPENS_BEHIND = re.compile(f"{STOP.pattern}|[）)]")  # a by-line, too


def repeats(lines: Sequence[Line], rules: Rules) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the lines that are a sentence or more of an article, printed a second time, and no more.

    Behind it may stand what a photo shows and who took it (图为……, 本报记者 某某 摄). Where nothing does, the sentence
    must stand within other text in its other place.
    """
    plain = ["".join(line.text.split()) for line in lines]
    whole = "".join(plain)
    starts = [0, *accumulate(map(len, plain))]
    line_at = {start: i for i, start in enumerate(starts[:-1])}
    known: defaultdict[str, list[int]] = defaultdict(list)
    for place in sorted({*starts[:-1], *(found.end() for found in OPENS_BEHIND.finditer(whole))}):
        known[whole[place : place + KEY]].append(place)
    done = 0
    for i, start in enumerate(starts[:-1]):
        if i < done:
            continue
        same = [place for place in known[whole[start : start + KEY]][:PLACES] if place != start]
        before = whole[max(0, start - AROUND) : start]
        others = [place for place in same if not before or not whole.endswith(before, 0, place)]
        size, other = max(((alike(whole, start, other), other) for other in others), default=(0, 0))
        end = behind(lines, whole, starts, i, start + size, rules) if size >= KEY else 0
        if end and starts[end] == start + size:
            chance = size < LEAST or 0 < start - other < size  # the text below a headline may open with its words
            as_good = other in line_at and behind(lines, whole, starts, line_at[other], other + size, rules) > 0
            end = 0 if chance or as_good else end
        if end:
            yield i, end
            done = end


def alike(text: str, start: int, other: int) -> int:
    """Return how many characters the sentences have that begin at both places of ``text``.

    The one at ``other`` may be what the one at ``start`` interrupts.
    """
    longest = min(LONGEST, len(text) - max(start, other))
    size = next((n for n in range(longest) if text[start + n] != text[other + n]), longest)
    if size == LONGEST:
        return 0
    found = max((found.end() - start for found in STOP.finditer(text, start, start + size)), default=0)
    if found and size - found >= AROUND:
        return 0
    stop = STOP.search(text, start + size, start + LONGEST) if other + size == start and found < size else None
    return stop.end() - start if stop else found


def behind(lines: Sequence[Line], whole: str, starts: Sequence[int], first: int, end: int, rules: Rules) -> int:
    """Return which line follows a caption that begins with line ``first``; 0 where it is none.

    Its sentences end at ``end`` of the page's text, ``whole``; ``starts`` are the places of the lines there.
    """
    furthest = min(len(lines), first + MOST)
    stop = next((i for i in range(first + 1, furthest) if lines[i].gap), furthest)
    last = bisect_left(starts, end) - 1
    found = last + 1 if last < stop and starts[last + 1] == end else 0
    scene = 0  # characters of what the photo shows
    for i in range(last, min(stop, last + 1 + MORE)):
        rest = whole[end : starts[i + 1]]
        shows = captions.opens(rest, rules)
        if captions.is_credit(rest[scene:], rules) or (shows and not scene and captions.is_credited(rest, rules)):
            return i + 1 + is_scrap(rest, whole[starts[i + 1] : starts[i + 2]] if i + 1 < stop else "", rules)
        if shows and not scene and ends_sentence(rest):
            found, scene = i + 1, len(rest)
    return found
