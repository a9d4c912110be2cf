"""Headlines: every loose display line of a page is assigned to a body, all of the page at once.

The runs of display lines are read in page order. Each next group of lines becomes the title (headline and decks) of
a body that has none yet, or stays loose; the best of many part-way assignments are kept (beam search). What counts:
words shared with the body, where the group stands, how this page sets its other titles, and what makes lines one title.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import inf, log
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from newsseg.engine.choices import Choice, Run, choices, relation, score
from newsseg.engine.displays import MOST_FIRM, readings, style
from newsseg.engine.evidence import Evidence
from newsseg.engine.shapes import Style
from newsseg.rules import Rules


class Group(NamedTuple):
    """The lines ``[start, end)`` of a run taken as the title of ``body`` (None: loose; the run's own: subhead)."""

    run: int
    start: int
    end: int
    ends: tuple[int, ...]
    body: int | None
    score: float
    words: float  # how well its words fit the body, for each pair of characters, in log-odds
    margin: float  # how much better the whole assignment is than the best one that gives the body another title
    firm: float  # how much better its lines are cut into titles as they are than in any other way


class Habit(NamedTuple):
    """Log-probabilities of where this page sets a title: directly before its body, directly after, elsewhere."""

    before: float
    after: float
    elsewhere: float


BEAM = 16  # part-way assignments kept; twice as many change nothing on 1,000 composed pages
START = Habit(log(0.53), log(0.37), log(0.10))
SPACED = 0.1  # share of the breaks between display lines at which a page has blank lines
PSEUDO = (2.0, 2.0, 0.5)  # sightings of each habit before the page shows its own


def assign(
    runs: Sequence[Run], bodies: Sequence[str], rules: Rules, flows: Sequence[frozenset[int]] = ()
) -> tuple[list[Group], Style]:
    """Return the groups that the lines of all ``runs`` make, in order, and the style that the page's titles show.

    Each body is named by at most one group. ``flows`` holds for each body the flows of the printed page that it stands
    in, where they are known.
    """
    evidence = Evidence(bodies, ("".join(line.text for line in run.lines) for run in runs))
    page = style([run.lines for run in runs], evidence)
    spaced = page.spaced > SPACED and not flows
    found = []
    for run in runs:
        words = [(evidence.scores(line.text), evidence.none(line.text)) for line in run.lines]
        read = readings(run.lines, page, evidence, rules)
        found.append(
            [
                choices(run, start, ways, words, flows, spaced=spaced, count=len(bodies))
                for start, ways in enumerate(read)
            ]
        )
    return search(found, habit(runs, search(found, START))), page


def habit(runs: Sequence[Run], groups: Sequence[Group]) -> Habit:
    """Return where the page sets its titles, judged by a first assignment."""
    seen = list(PSEUDO)
    for group in groups:
        if group.body is not None and runs[group.run].inside is None:
            seen[relation(runs[group.run], group.body)] += 1
    total = sum(seen)
    return Habit(*(log(n / total) for n in seen))


Step = tuple[int, int, float, Choice]
"""A choice made: the number of its run, the line it begins with, its score."""
Link: TypeAlias = "tuple[Step, Link | None]"
State: TypeAlias = "tuple[float, int, Link | None]"


def search(runs: Sequence[Sequence[Sequence[Choice]]], habit: Habit) -> list[Group]:
    """Return the best assignment that a beam search finds; ``runs`` holds the choices at each line of each run."""
    where = (*habit, 0.0)
    beam: list[State] = [(0.0, 0, None)]
    for number, lines in enumerate(runs):
        at: list[list[State]] = [beam, *([] for _ in lines)]
        floors = [-inf] * len(at)
        for start, possible in enumerate(lines):
            kept = sorted(at[start], key=itemgetter(0), reverse=True)[:BEAM]
            at[start] = []
            for choice in possible:
                worth = score(choice, where)
                end, bit = choice.end, choice.bit
                floor = floors[end]
                if kept[0][0] + worth < floor:
                    continue  # so many are better that none of these would be kept
                step = (number, start, worth, choice)
                ways = [
                    (total + worth, used | bit, (step, before))
                    for total, used, before in kept
                    if not used & bit and total + worth >= floor
                ]
                at[end] += ways
                if len(at[end]) >= 2 * BEAM:
                    at[end] = sorted(at[end], key=itemgetter(0), reverse=True)[:BEAM]
                    floors[end] = at[end][-1][0]
        beam = sorted(at[-1], key=itemgetter(0), reverse=True)[:BEAM]
    paths = [chain(state[2]) for state in beam]
    sets = [set(map(id, path)) for path in paths]  # paths share the very steps that they have in common
    totals = [state[0] for state in beam]
    return [
        Group(run, start, c.end, c.ends, c.body, worth, c.words, margin(id(step), sets, totals), c.firm)
        for step in paths[0]
        for run, start, worth, c in (step,)
    ]


def chain(link: Link | None) -> list[Step]:
    """Return the steps of an assignment, in order."""
    found: list[Step] = []
    while link:
        step, link = link
        found.append(step)
    return found[::-1]


def margin(step: int, paths: Sequence[Collection[int]], scores: Sequence[float]) -> float:
    """Return by how much the best assignment beats the best of the beam that lacks ``step`` (see ``id``)."""
    for path, total in zip(paths, scores, strict=True):
        if step not in path:
            return min(MOST_FIRM, scores[0] - total)
    return MOST_FIRM
