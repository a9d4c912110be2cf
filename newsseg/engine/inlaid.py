"""Inlaid: titles in the middle of a sentence: the page's text runs around them, as it does around photos."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsseg.engine.edges import met
from newsseg.engine.evidence import pairs
from newsseg.engine.forms import NEWS, TELLS_WHEN
from newsseg.engine.lines import COMMAS, RAGGED, Line, breaks_off, cells, ends_sentence
from newsseg.engine.revised import LONGEST, MOST, STOPS, TORN, behind_sentence
from newsseg.engine.signs import Signs

# On 2,030 composed pages with 82 such titles, most without blank lines, the numbers for those with blank lines tell 31,
# and one more wrongly. Those for the others tell 7 more on 220 pages of another composer, and none wrongly on 480.
OFF = 2  # cells by which the first line of a title differs from the column's full lines at least
NEAR = 3  # lines on each side that show how wide the column is, and whether they are text
LEAST, LEAST_TIGHT = 3.0, 6.0  # how sure, in log-odds, between blank lines and without
AROUND, NAMED = 20, 0.6  # lines on each side, of which the text holds such a share of the pairs of a title as wide
MOST_TIGHT = 4  # lines of a title without blank lines around it
# Shares of its pairs that the text around it holds at most, and other lines of the page (of so many) at least.
OWN, ELSEWHERE, FAR = 0.3, 0.5, 1000
TEXT_LIKE = 1.5  # for a full stop above, and for two pauses
NEVER = -1e9


def inlaid(lines: Sequence[Line], signs: Signs) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the lines that are a title with text on both sides that goes on.

    It stands between two blank lines, and its lines are not as wide as those of the text, or it has its words. Without
    blank lines it cuts a phrase, is narrower than the text, and has the words of another.
    """
    sure = signs.sure
    end = 0
    for i in range(1, len(lines) - 2):
        text, below = lines[i].text, lines[i + 1]
        if i < end or i in sure or not (below.gap or cuts(below.text, text)) or not breaks_off(text):
            continue
        odds, end = max(((inlaid_odds(lines, i, j, sure), j) for j in ends(lines, i + 1)), default=(NEVER, 0))
        if odds > 0:
            yield i + 1, end
        else:
            end = 0


def ends(lines: Sequence[Line], start: int) -> Iterator[int]:
    """Yield where a title that begins at ``start`` may end: at the next blank lines, if one stands above it, too.

    Else at any of the next lines up to a blank one. No line of it ends a sentence.
    """
    gap = lines[start].gap
    for end in range(start + 1, min(len(lines), start + 1 + (MOST if gap else MOST_TIGHT))):
        if ends_sentence(lines[end - 1].text):
            return
        if lines[end].gap == gap:
            yield end
        elif not gap:
            return


def inlaid_odds(lines: Sequence[Line], i: int, end: int, sure: set[int]) -> float:
    """Return how sure the lines behind line ``i``, up to before ``end``, are a title, and its text goes on there."""
    title = [line.text for line in lines[i + 1 : end]]
    whole = "".join(title)
    if not sure.isdisjoint(range(i, end + 1)) or len(whole) > LONGEST or lines[end].indent > lines[i].indent:
        return NEVER
    if not STOPS.isdisjoint(whole) or pauses(whole) > 1:
        return NEVER
    first, last = i, end + 1
    while first and i - first < NEAR and not lines[first].gap:
        first -= 1
    while last < len(lines) and last - end <= NEAR and not lines[last].gap:
        last += 1
    above, below = ([line.text for line in part] for part in (lines[first : i + 1], lines[end:last]))
    column = max(map(cells, [*above[:-1], *below]))
    opens = first == i and i > 0 and ends_sentence(lines[i - 1].text)  # the one line of a paragraph says little
    if not is_text(above, below, column, opens=opens):
        return NEVER
    if not lines[i + 1].gap:
        narrow = lines[end].text[0].isalnum() and max(map(cells, title)) < column - RAGGED
        odds = reading(above, title, below) - LEAST_TIGHT
        return odds if narrow and odds > 0 and is_foreign(whole, lines, i + 1, end) else NEVER
    widths = [abs(column - cells(text)) for text in title]
    narrow = widths[0] > OFF and max(widths) > RAGGED
    near = lines[max(0, i - AROUND) : i + 1], lines[end : end + AROUND]
    return reading(above, title, below) - LEAST if narrow or names(whole, near) else NEVER


def cuts(text: str, above: str) -> bool:
    """Tell cheaply whether a line could be of a title that cuts a phrase: narrower than that, which has no mark."""
    return above[-1].isalnum() and len(text) < len(above) - 1


def is_foreign(title: str, lines: Sequence[Line], start: int, end: int) -> bool:
    """Tell whether the words of the ``title`` at ``[start, end)`` stand elsewhere on the page, and not around it."""
    own = set(pairs(title))
    if max(held(own, lines[max(0, start - AROUND) : start]), held(own, lines[end : end + AROUND])) > OWN:
        return False
    parts = (lines[k : k + AROUND] for k in range(0, min(len(lines), FAR), AROUND // 2) if not start - AROUND < k < end)
    return any(held(own, part) >= ELSEWHERE for part in parts)


def held(own: set[str], lines: Sequence[Line]) -> float:
    """Return the share of the pairs of characters in ``own`` that the text of ``lines`` holds."""
    return len(own.intersection(pairs("".join(line.text for line in lines)))) / max(1, len(own))


def names(title: str, near: Iterable[Sequence[Line]]) -> bool:
    """Tell whether the texts ``near`` hold the words of ``title``."""
    said = set().union(*(pairs("".join(line.text for line in lines)) for lines in near))
    own = pairs(title)
    return sum(pair in said for pair in own) > NAMED * len(own)


def is_text(above: Sequence[str], below: Sequence[str], column: int, *, opens: bool) -> bool:
    """Tell whether lines are text that goes on, in a ``column`` of so many cells."""
    before, after = above[-1], below[0]
    full = column - RAGGED <= cells(before) <= column + OFF
    goes_on = abs(column - cells(after)) <= RAGGED or ends_sentence(after)
    stop = behind_sentence(before)
    glued = stop > 0 and len(before) - stop < TORN  # a title may be glued to it
    begins = TELLS_WHEN.match(after) or NEWS.match(after)
    told = (opens or pauses("".join(above), "。")) and pauses("".join(below), "。")
    return bool(full and goes_on and told and not glued and not begins)


def reading(above: Sequence[str], title: Sequence[str], below: Sequence[str]) -> float:
    """Return how well text goes on from ``above`` to ``below``, and how well what stands between reads as a title."""
    text = "".join(above)
    before, first, last, after = above[-1], title[0], title[-1], below[0]
    across, own = met(before, after), met(last, first)
    goes_on = across.word - met(before, first).word - met(last, after).word - across.ends - across.begins
    like = ("。" in text and len(above) > 1) + (pauses(text) > 1)
    return goes_on + own.ends + own.begins + TEXT_LIKE * like


def pauses(text: str, more: str = "") -> int:
    """Return how many commas ``text`` has, and of the marks ``more``."""
    return sum(map(text.count, (*COMMAS, *more)))
