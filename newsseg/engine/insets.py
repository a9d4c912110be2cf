"""Insets: the captions that a page's text runs around."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsseg.engine.lines import RAGGED, Line, cells, ends_sentence
from newsseg.engine.pictures import LONGEST, MOST_LINES, is_one, opens
from newsseg.engine.repeats import repeats
from newsseg.engine.signs import Signs, is_scrap
from newsseg.grammar import captions
from newsseg.rules import Rules


def insets(lines: Sequence[Line], signs: Signs, rules: Rules) -> list[tuple[int, int]]:
    """Return the ranges of the lines that are a caption each, which may stand inside a paragraph, but in no by-line.

    One stands between two blank lines, or it opens as captions do (``▲``, ``图为``) and ends where its photographer is
    named, or where its sentence ends inside another one, or it prints a sentence of an article again.
    """
    again = list(repeats(lines, rules))
    taken = {i for start, end in again for i in range(start, end)}
    gaps = [*(i for i, line in enumerate(lines) if line.gap or not i), len(lines)]
    found: list[tuple[int, int]] = []
    for start, stop in pairwise(gaps):
        texts = [line.text for line in lines[start:stop]]
        few = len(texts) <= MOST_LINES
        if few and is_one(texts, rules, inside=goes_on(lines, start, stop)):
            credited = not opens(texts[0], rules) or captions.is_credited("".join(texts), rules)
            end = 0 if credited else end_of(lines, start, stop, rules)  # titles may follow its photographer
            found.append((start, end or stop))
        else:
            found += opened(lines, start, stop, rules)
    tied = signs.ties.keys()
    others = [
        (start, end)
        for start, end in found
        if taken.isdisjoint(range(start, end)) and tied.isdisjoint((start - 1, end - 1))
    ]
    return sorted([*again, *others])


def opened(lines: Sequence[Line], start: int, stop: int, rules: Rules) -> Iterator[tuple[int, int]]:
    """Yield the captions from ``start`` to before ``stop`` that are told by how they open."""
    end = start
    for i in range(start, stop):
        if i >= end and begins(lines, i, rules):
            end = end_of(lines, i, stop, rules)
            if end:
                yield i, end


def begins(lines: Sequence[Line], i: int, rules: Rules) -> bool:
    """Tell whether a caption may begin with line ``i``: it opens as they do, or its second sentence does."""
    text = lines[i].text
    if opens(text, rules):
        return True
    second = text.find("。") + 1
    return second > 0 and captions.opens(text[second:], rules) and (not i or ends_sentence(lines[i - 1].text))


def end_of(lines: Sequence[Line], start: int, stop: int, rules: Rules) -> int:
    """Return where the caption ends that opens the line ``start`` and has no blank line behind it; 0 if none shows."""
    texts = [line.text for line in lines[start : min(stop, start + MOST_LINES)]]
    whole = ""
    closed = 0  # lines up to the last one that ends a sentence
    for size, text in enumerate(texts, 1):
        whole += text
        if len(whole) > LONGEST or (size > 1 and opens(text, rules)):
            break
        if captions.is_credited(whole, rules):
            behind = "".join(texts[closed:size])
            if closed and "。" not in behind and not captions.is_credit(behind, rules):
                return start + closed  # titles follow, and a by-line
            scrap = is_scrap(whole, "".join(texts[size : size + 1]), rules)
            return start + size + scrap if is_one(texts[: size + scrap], rules) else 0
        closed = size if ends_sentence(text) else closed
    end = next((i for i, text in enumerate(texts, start + 1) if ends_sentence(text)), stop)
    return end if end < stop and goes_on(lines, start, end) else 0


def goes_on(lines: Sequence[Line], start: int, end: int) -> bool:
    """Tell whether the paragraph goes on behind the lines from ``start`` to before ``end`` that stands before them.

    Its last line there ends no sentence and no by-line, and is about as wide as its neighbours: it is no title.
    """
    if not start or end == len(lines):
        return False
    before, after = lines[start - 1], lines[end]
    if ends_sentence(before.text) or before.text[-1] in "）)" or after.indent > before.indent:
        return False
    near = [lines[start - 2]] if start > 1 and not before.gap else []
    near += [line for line in lines[end : end + 2] if line is after or not line.gap]
    return abs(cells(before.text) - max(cells(line.text) for line in near)) <= RAGGED


def around(lines: Sequence[Line], shown: Sequence[tuple[int, int]]) -> tuple[list[Line], list[int]]:
    """Return the lines outside of the captions ``shown``, and their numbers.

    The blank line behind a caption is left out of account where the paragraph before it goes on; where it does not, one
    before the caption parts what stands before and behind it.
    """
    rest = list(lines)
    places = [*joined(shown), (len(lines), len(lines))]
    for first, last in places[:-1]:
        if goes_on(lines, first, last):
            rest[last] = rest[last]._replace(gap=False)
        elif lines[first].gap and last < len(lines):
            rest[last] = rest[last]._replace(gap=True)
    ends = [0, *(last for _, last in places)]
    kept = [i for start, (stop, _) in zip(ends, places, strict=False) for i in range(start, stop)]
    return [rest[i] for i in kept], kept


def joined(shown: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges ``shown`` with those that touch each other made one."""
    found: list[tuple[int, int]] = []
    for start, end in shown:
        found.append((found.pop()[0] if found and found[-1][1] == start else start, end))
    return found


def moved(signs: Signs, kept: Sequence[int]) -> Signs:
    """Return the ``signs`` of the lines ``kept``, by their places among these."""
    places = {i: place for place, i in enumerate(kept)}
    begins, stops, *others = (
        {places[i] for i in found if i in places}
        for found in (signs.begins, signs.stops, signs.alone, signs.whole, signs.titles)
    )
    return Signs(begins, stops, {places[i]: joint for i, joint in signs.ties.items() if i in places}, *others)
