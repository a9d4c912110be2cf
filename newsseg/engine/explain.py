"""Explain: why each headline was given to its article, in words, with the evidence and the runner-up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsseg.engine.assemble import flows_of, parts_of, printed_page, runs_of
from newsseg.engine.confidence import confidence
from newsseg.engine.drafts import body_text
from newsseg.engine.evidence import Evidence, pairs
from newsseg.engine.flow import Body
from newsseg.engine.headlines import Group, Run, assign, relation
from newsseg.engine.lines import join
from newsseg.engine.split import split
from newsseg.engine.titles import headlines
from newsseg.engine.unwrap import unwrap
from newsseg.geometry import LineBox
from newsseg.i18n import _
from newsseg.rules import Rules, shipped

SHOWN = 6  # shared pairs that are named
OPENING = 16  # characters of a body that name it


def explained(text: str, rules: Rules | None = None, boxes: Sequence[LineBox] = ()) -> Iterator[str]:
    """Yield for each article of a page lines that say which display text became its headline, and why."""
    rules = rules or shipped()
    layout = split(unwrap(text, rules, boxes), rules)
    bodies = [item for item in layout.flow if isinstance(item, Body)]
    texts = [body_text(body) for body in bodies]
    runs, _places = runs_of(layout)
    flows = [flows_of(body) for body in bodies] if printed_page(layout) else []
    groups = assign(runs, texts, rules, flows)
    owned = {group.body: group for group in groups if group.body not in {None, runs[group.run].inside}}
    titles = [parts_of(runs[owned[i].run], owned[i]) if i in owned else [] for i in range(len(bodies))]
    chosen = headlines(titles, rules)
    for i, body in enumerate(texts):
        yield _("article {}: {}…").format(i + 1, body[:OPENING].replace("\n", ""))
        if i in owned:
            yield from reasons(owned[i], runs[owned[i].run], texts, chosen[i], i)
        else:
            yield "  " + _("no display text fits it: no headline")


def reasons(group: Group, run: Run, bodies: Sequence[str], chosen: tuple[int, float], body: int) -> Iterator[str]:
    """Yield the evidence for one title, and what else it might have named."""
    parts = [join(part).text for part in parts_of(run, group)]
    index, sure = chosen
    yield "  " + _("headline: {}").format(parts[index])
    if len(parts) > 1:
        decks = " / ".join(part for i, part in enumerate(parts) if i != index)
        yield "  " + _("deck: {} (log-odds of headline against deck {:.1f})").format(decks, sure)
    yield "  " + where(run, body)
    title = "".join(parts)
    shared = [pair for pair in dict.fromkeys(pairs(title)) if pair in bodies[body]]
    total = len(dict.fromkeys(pairs(title)))
    yield "  " + _("shares {} of its {} pairs of characters: {}").format(len(shared), total, " ".join(shared[:SHOWN]))
    scores = Evidence(bodies, [title]).scores(title)
    others = sorted((other for other in scores if other != body), key=lambda other: (-scores[other], other))
    if others:
        line = _("runner-up: article {} (words {:.1f}, against {:.1f} here)")
        yield "  " + line.format(others[0] + 1, scores[others[0]], scores.get(body, 0.0))
    likely = confidence(group, sure, len(parts), quoted=parts[index] in bodies[body])
    yield "  " + _("the next best assignment of the page is {:.1f} worse; confidence {:.2f}").format(
        group.margin, likely
    )


def where(run: Run, body: int) -> str:
    """Return where a title stands, in words."""
    return (_("stands directly before it"), _("stands directly after it"), _("stands elsewhere"))[relation(run, body)]
