"""Choices: which titles the next lines of a run of display lines may be, and of which body (see ``headlines``)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsseg.engine.displays import Reading
from newsseg.engine.flow import Signed
from newsseg.engine.lines import Line

ELEMENTS = (0.0, 0.0, 0.0, -2.0)  # log-odds of a title of so many elements, beside what its lines tell: three are rare
APART, CLEAR = -7.0, 3.0
"""Log-odds of a kicker or deck that does not stand beside its headline; how clearly its words must be the body's. Of
the articles with decks on pages drawn in columns from top to bottom it is 17 of 100, on others none."""
STRANGE = -2.0  # log-odds of its words, from which a title may be another text: then nothing stands apart from it
TITLED = 3.0  # nearly every article has a title
LOOSE = -3.5  # and nearly every display text is a part of one
STAYS = 8.0  # what interrupts a body is nearly always its subhead
MOST = 3  # bodies looked at for a title that stands elsewhere, best shared words first
UNLIKELY = 6.0  # log-odds: a way to cut display lines that is so much worse than the best is not looked at
NEUTRAL = 0.8  # share of the worst words score that a title of average fit makes good
TIGHT, GAP = -2.5, -0.6
"""Log-odds of no blank line above the title of an article, and of one inside it, where a page has blank lines between
display lines: of 133 titles that stand below another article's all have one (160 composed pages), of 253 decks 139."""
FLOW = 4.0  # on paper a title stands in the flow of its body

Words = tuple[dict[int, float], float]
"""For a line the scores of the bodies that share pairs with it, and of those that share none."""


class Run(NamedTuple):
    """Display lines that stand together, and the bodies (by number) that stand before and after them.

    ``inside`` is the body that the run interrupts, as a subhead does; then before and after are None. ``signed`` is the
    by-line of the title that its last lines are, where that stands apart from its text.
    """

    lines: tuple[Line, ...]
    before: int | None
    after: int | None
    inside: int | None = None
    signed: Signed | None = None


BEFORE, AFTER, ELSEWHERE, UNPLACED = range(4)  # where a title stands, seen from its body; no title stands nowhere


class Choice(NamedTuple):
    """The lines of a run up to ``end`` taken as the title of ``body`` (None: loose; the run's own: subhead).

    What it is worth but for the page's habit, in the terms that make its score (see ``score``).
    """

    end: int
    ends: tuple[int, ...]
    body: int | None
    bit: int  # of the body that has its title then, or one apart from it; 0 where none has
    place: int
    base: float
    fit: float
    neutral: float
    flow: float = 0.0
    flows: float = 0.0
    words: float = 0.0  # how well its words fit the body, for each pair of characters, in log-odds
    firm: float = 0.0  # how much better its lines are cut into titles as they are than in any other way


def relation(run: Run, body: int) -> int:
    """Return where ``run`` stands: directly before ``body``, directly after, or elsewhere."""
    return BEFORE if run.after == body else AFTER if run.before == body else ELSEWHERE


def choices(
    run: Run,
    start: int,
    read: Sequence[Sequence[Reading]],
    words: Sequence[Words],
    flows: Sequence[frozenset[int]],
    *,
    spaced: bool,
    count: int,
) -> list[Choice]:
    """Return the choices that line ``start`` of a run begins; ``read`` holds how the next lines are cut into titles.

    ``spaced`` tells whether blank lines stand between some display lines of the page. ``count`` counts the bodies,
    by which the bit of a body is shifted that has a display text apart from its title.
    """
    found = []
    gaps = {k for k, line in enumerate(run.lines[start : start + len(read)]) if spaced and line.gap}
    tight = TIGHT if spaced and start and 0 not in gaps else 0.0
    near = {body for body in (run.before, run.after) if body is not None}
    missing = 0.0
    shared: dict[int, float] = {}
    for end, ways in enumerate(read, start + 1):
        line_scores, none = words[end - 1]
        for body in shared.keys() | line_scores.keys():
            shared[body] = shared.get(body, missing) + line_scores.get(body, none)
        missing += none
        neutral = missing * NEUTRAL
        best = max(ways)
        if run.inside is not None and end - start == len(run.lines):
            own = shared.get(run.inside, missing)
            found.append(Choice(end, best.ends, run.inside, 0, UNPLACED, best.score + STAYS, own, neutral))
        loose = best.score + LOOSE * len(best.ends) + tight
        found.append(Choice(end, best.ends, None, 0, UNPLACED, loose, 0.0, 0.0))
        likely = sorted(shared, key=shared.__getitem__, reverse=True)[:MOST]
        fits = []
        for body in near | set(likely):
            if body != run.inside:
                fit = shared.get(body, missing)
                well = (fit - missing) / max(-missing, 1.0)
                flow = printed(run.lines[start:end], flows[body]) if flows else (0.0, 0.0)
                bit = 1 << body
                only = bit | bit << count if fit <= STRANGE else bit
                fits.append((body, bit, only, relation(run, body), fit, flow, well))
        for score, ends, firm in ways:
            if score < best.score - UNLIKELY:
                continue
            base = score + ELEMENTS[len(ends)] + TITLED + tight + GAP * len(gaps.intersection(ends[:-1]))
            found += [
                Choice(end, ends, body, only, place, base, fit, neutral, *flow, well, firm)
                for body, _, only, place, fit, flow, well in fits
            ]
            if len(ends) == 1 and not flows and not (run.signed and end == len(run.lines)):
                found += [
                    Choice(end, ends, body, bit << count, place, score + tight + APART, fit, neutral, *flow, well, firm)
                    for body, bit, _, place, fit, flow, well in fits
                    if fit > CLEAR
                ]
    return found


def printed(lines: Sequence[Line], flows: frozenset[int]) -> tuple[float, float]:
    """Return what the place of ``lines`` on paper adds to the score of a title of a body in these flows, and takes."""
    places = {line.box.flow for line in lines if line.box}
    return (FLOW if places & flows else -FLOW, FLOW * (len(places) - 1)) if places else (0.0, 0.0)


def score(choice: Choice, where: Sequence[float]) -> float:
    """Return what a choice is worth; ``where``: the log-odds of each place of a title."""
    _, _, _, _, place, base, fit, neutral, flow, flows, _, _ = choice
    return base + (where[place] + fit - neutral) + flow - flows
