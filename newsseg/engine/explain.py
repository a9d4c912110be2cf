"""Explain: why each headline was given to its article, in words, with the evidence and the runner-up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsseg.engine.assemble import Titled, titled
from newsseg.engine.choices import Run, relation
from newsseg.engine.drafts import Title
from newsseg.engine.evidence import Evidence, pairs
from newsseg.engine.headlines import Group
from newsseg.engine.lines import join
from newsseg.engine.split import split
from newsseg.engine.unwrap import blocks_of
from newsseg.geometry import LineBox
from newsseg.i18n import _
from newsseg.rules import Rules, shipped

SHOWN = 6  # shared pairs that are named
OPENING = 16  # characters of a body that name it


def explained(text: str, rules: Rules | None = None, boxes: Sequence[LineBox] = ()) -> Iterator[str]:
    """Yield for each article of a page lines that say which display text became its headline, and why."""
    rules = rules or shipped()
    blocks, _seen = blocks_of(text, rules, boxes)
    page = titled(split(blocks, rules), rules)
    for i, (body, title) in enumerate(zip(page.texts, page.titles, strict=True)):
        yield _("article {}: {}…").format(i + 1, body[:OPENING].replace("\n", ""))
        if title.groups:
            yield from reasons(title.groups[0], title, page, i)
        else:
            yield "  " + _("no display text fits it: no headline")


def reasons(group: Group, title: Title, page: Titled, body: int) -> Iterator[str]:
    """Yield the evidence for the title that ``group`` is of a ``body``, and what else it might have named."""
    parts = [join(part).text for part in title.parts]
    index = title.chosen
    yield "  " + _("headline: {}").format(parts[index])
    if len(parts) > 1:
        decks = " / ".join(part for i, part in enumerate(parts) if i != index)
        yield "  " + _("deck: {} (log-odds of headline against deck {:.1f})").format(decks, title.sure)
    yield "  " + where(page.runs[group.run], body)
    whole = "".join(parts)
    shared = [pair for pair in dict.fromkeys(pairs(whole)) if pair in page.texts[body]]
    total = len(dict.fromkeys(pairs(whole)))
    yield "  " + _("shares {} of its {} pairs of characters: {}").format(len(shared), total, " ".join(shared[:SHOWN]))
    scores = Evidence(page.texts, [whole]).scores(whole)
    others = sorted((other for other in scores if other != body), key=lambda other: (-scores[other], other))
    if others:
        line = _("runner-up: article {} (words {:.1f}, against {:.1f} here)")
        yield "  " + line.format(others[0] + 1, scores[others[0]], scores.get(body, 0.0))
    yield "  " + _("the next best assignment of the page is {:.1f} worse; confidence {:.2f}").format(
        group.margin, title.confidence
    )


def where(run: Run, body: int) -> str:
    """Return where a title stands, in words."""
    return (_("stands directly before it"), _("stands directly after it"), _("stands elsewhere"))[relation(run, body)]
