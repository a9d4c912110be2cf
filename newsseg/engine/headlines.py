"""Headlines: every loose display line of a page is assigned to a body, all of the page at once.

The runs of display lines are read in page order. Each next group of lines becomes the title (headline and decks) of
a body that has none yet, or stays loose; the best of many part-way assignments are kept (beam search). What counts:
words shared with the body, where the group stands, how this page sets its other titles, and what makes lines one title.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from math import inf, log
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from newsseg.engine.displays import MOST_FIRM, Reading, readings, style
from newsseg.engine.evidence import Evidence
from newsseg.engine.lines import Line
from newsseg.engine.shapes import clause_starts
from newsseg.rules import Rules


class Run(NamedTuple):
    """Display lines that stand together, and the bodies (by number) that stand before and after them.

    ``inside`` is the body that the run interrupts, as a subhead does; then before and after are None.
    """

    lines: tuple[Line, ...]
    before: int | None
    after: int | None
    inside: int | None = None


class Group(NamedTuple):
    """The lines ``[start, end)`` of a run taken as the title of ``body`` (None: loose; the run's own: subhead)."""

    run: int
    start: int
    end: int
    ends: tuple[int, ...]
    body: int | None
    score: float
    words: float = 0.0  # how well its words fit the body, for each pair of characters, in log-odds
    margin: float = 0.0  # how much better the whole assignment is than the best one that gives the body another title
    firm: float = 0.0  # how much better its lines are cut into titles as they are than in any other way


class Habit(NamedTuple):
    """Log-probabilities of where this page sets a title: directly before its body, directly after, elsewhere."""

    before: float
    after: float
    elsewhere: float


BEAM = 16  # part-way assignments kept; twice as many change nothing on 1,000 composed pages
ELEMENTS = (0.0, 0.0, -0.2, -2.0)  # log-odds of a title of one, two, three elements, beside what its lines tell
TITLED = 2.0  # nearly every article has a title
LOOSE = -3.5  # and nearly every display text is a part of one
STAYS = 8.0  # what interrupts a body is nearly always its subhead
START = Habit(log(0.53), log(0.37), log(0.10))
PSEUDO = (2.0, 2.0, 0.5)  # sightings of each habit before the page shows its own
MOST = 3  # bodies looked at for a title that stands elsewhere, best shared words first


def assign(
    runs: Sequence[Run], bodies: Sequence[str], rules: Rules, flows: Sequence[frozenset[int]] = ()
) -> list[Group]:
    """Return the groups that the lines of all ``runs`` make, in order; each body is named by at most one of them.

    ``flows`` holds for each body the flows of the printed page that it stands in, where they are known.
    """
    starts = (pair for run in runs for line in run.lines for pair in clause_starts(line.text[0]))
    evidence = Evidence(bodies, ("".join(line.text for line in run.lines) for run in runs), starts)
    page = style([run.lines for run in runs], evidence)
    read = [readings(run.lines, page, evidence, rules) for run in runs]
    words = [[(evidence.scores(line.text), evidence.none(line.text)) for line in run.lines] for run in runs]
    groups = search(runs, read, words, START, flows)
    return search(runs, read, words, habit(runs, groups), flows)


def habit(runs: Sequence[Run], groups: Sequence[Group]) -> Habit:
    """Return where the page sets its titles, judged by a first assignment."""
    seen = list(PSEUDO)
    for group in groups:
        if group.body is not None and runs[group.run].inside is None:
            seen[relation(runs[group.run], group.body)] += 1
    total = sum(seen)
    return Habit(*(log(n / total) for n in seen))


def relation(run: Run, body: int) -> int:
    """Return 0 where ``run`` stands directly before ``body``, 1 directly after, 2 elsewhere."""
    return 0 if run.after == body else 1 if run.before == body else 2


Words = tuple[dict[int, float], float]
Link: TypeAlias = "tuple[Group, Link | None]"
State: TypeAlias = "tuple[float, int, Link | None]"


def search(
    runs: Sequence[Run],
    read: Sequence[Sequence[Sequence[Sequence[Reading]]]],
    words: Sequence[Sequence[Words]],
    where: Habit,
    flows: Sequence[frozenset[int]],
) -> list[Group]:
    """Return the best assignment that a beam search finds."""
    beam: list[State] = [(0.0, 0, None)]
    for number, run in enumerate(runs):
        at: list[list[State]] = [[] for _ in range(len(run.lines) + 1)]
        at[0] = beam
        floors = [-inf] * (len(run.lines) + 1)
        for start in range(len(run.lines)):
            kept = sorted(at[start], key=itemgetter(0), reverse=True)[:BEAM]
            at[start] = []
            for found in groups_from(run, number, start, read[number][start], words[number], where):
                group = printed(found, run, flows) if flows else found
                bit = 0 if group.body is None or group.body == run.inside else 1 << group.body
                if kept[0][0] + group.score < floors[group.end]:
                    continue  # so many are better that none of these would be kept
                ways = [
                    (score + group.score, used | bit, (group, before)) for score, used, before in kept if not used & bit
                ]
                at[group.end] += ways
                if len(ways) == BEAM:
                    floors[group.end] = max(floors[group.end], ways[-1][0])
        beam = sorted(at[-1], key=itemgetter(0), reverse=True)[:BEAM]
    paths = [chain(state[2]) for state in beam]
    sets = [set(path) for path in paths]
    return [group._replace(margin=margin(group, sets, [state[0] for state in beam])) for group in paths[0]]


FLOW = 4.0  # on paper a title stands in the flow of its body


def printed(group: Group, run: Run, flows: Sequence[frozenset[int]]) -> Group:
    """Return ``group`` with what the place of its lines on paper adds to its score."""
    places = {line.box.flow for line in run.lines[group.start : group.end] if line.box}
    if group.body is None or group.body == run.inside or not places:
        return group
    fits = FLOW if places & flows[group.body] else -FLOW
    return group._replace(score=group.score + fits - FLOW * (len(places) - 1))


def chain(link: Link | None) -> list[Group]:
    """Return the groups of an assignment, in order."""
    found: list[Group] = []
    while link:
        group, link = link
        found.append(group)
    return found[::-1]


def margin(group: Group, paths: Sequence[set[Group]], scores: Sequence[float]) -> float:
    """Return by how much the best assignment beats the best of the beam that does not hold ``group``."""
    for path, score in zip(paths, scores, strict=True):
        if group not in path:
            return min(MOST_FIRM, scores[0] - score)
    return MOST_FIRM


def groups_from(
    run: Run, number: int, start: int, read: Sequence[Sequence[Reading]], words: Sequence[Words], where: Habit
) -> list[Group]:
    """Return the groups that may begin at line ``start`` of a run; ``read`` holds how its next lines are cut."""
    found = []
    missing = 0.0
    shared: dict[int, float] = {}
    for end, ways in enumerate(read, start + 1):
        line_scores, none = words[end - 1]
        for body in shared.keys() | line_scores.keys():
            shared[body] = shared.get(body, missing) + line_scores.get(body, none)
        missing += none
        best = max(ways)
        if run.inside is not None and end - start == len(run.lines):
            own = shared.get(run.inside, missing) - missing * NEUTRAL
            found.append(Group(number, start, end, best.ends, run.inside, best.score + STAYS + own))
        found.append(Group(number, start, end, best.ends, None, best.score + LOOSE * len(best.ends)))
        near = {body for body in (run.before, run.after) if body is not None}
        fits = [
            (body, where[relation(run, body)] + shared.get(body, missing) - missing * NEUTRAL)
            for body in near | set(nlargest(MOST, shared, key=lambda body: shared[body]))
            if body != run.inside
        ]
        for score, ends, firm in ways:
            base = score + ELEMENTS[len(ends)] + TITLED
            if score < best.score - UNLIKELY:
                continue
            for body, fit in fits:
                well = (shared.get(body, missing) - missing) / max(-missing, 1.0)
                found.append(Group(number, start, end, ends, body, base + fit, well, firm=firm))
    return found


UNLIKELY = 6.0  # log-odds: a way to cut display lines that is so much worse than the best is not looked at
NEUTRAL = 0.8  # share of the worst words score that a title of average fit makes good
