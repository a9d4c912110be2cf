"""Inlaid: titles in the middle of a sentence: the page's text runs around them, as it does around photos."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsseg.engine.edges import met
from newsseg.engine.evidence import pairs
from newsseg.engine.forms import NEWS, TELLS_WHEN
from newsseg.engine.lines import COMMAS, RAGGED, Line, breaks_off, cells, ends_sentence
from newsseg.engine.revised import LONGEST, MOST, STOPS, TORN, behind_sentence
from newsseg.engine.signs import Signs

# On 2,030 composed pages with 82 such titles (most have no blank lines around them) these numbers tell 31, and one more
# wrongly.
OFF = 2  # cells by which the first line of a title differs from the column's full lines at least
NEAR = 3  # lines on each side that show how wide the column is, and whether they are text
LEAST = 3.0  # how sure, in log-odds
AROUND, NAMED = 20, 0.6  # lines on each side, of which the text holds such a share of the pairs of a title as wide
TEXT_LIKE = 1.5  # for a full stop above, and for two pauses
NEVER = -1e9


def inlaid(lines: Sequence[Line], signs: Signs) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the lines that are a title with text on both sides that goes on.

    It stands between two blank lines, and its lines are not as wide as those of the text, or it has its words.
    """
    sure = signs.sure
    end = 0
    for i in range(1, len(lines) - 2):
        if i < end or i in sure or not lines[i + 1].gap or not breaks_off(lines[i].text):
            continue
        stops = [j for j in range(i + 2, min(len(lines), i + 2 + MOST)) if lines[j].gap]
        odds, end = max(((inlaid_odds(lines, i, j, sure), j) for j in stops), default=(NEVER, 0))
        if odds > 0:
            yield i + 1, end
        else:
            end = 0


def inlaid_odds(lines: Sequence[Line], i: int, end: int, sure: set[int]) -> float:
    """Return how sure the lines behind line ``i``, up to before ``end``, are a title, and its text goes on there."""
    title = [line.text for line in lines[i + 1 : end]]
    whole = "".join(title)
    if not sure.isdisjoint(range(i, end + 1)) or len(whole) > LONGEST or lines[end].indent > lines[i].indent:
        return NEVER
    if any(map(ends_sentence, title)) or not STOPS.isdisjoint(whole) or pauses(whole) > 1:
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
    widths = [abs(column - cells(text)) for text in title]
    narrow = widths[0] > OFF and max(widths) > RAGGED
    near = lines[max(0, i - AROUND) : i + 1], lines[end : end + AROUND]
    return reading(above, title, below) - LEAST if narrow or names(whole, near) else NEVER


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
