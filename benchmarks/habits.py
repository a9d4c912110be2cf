"""The habits of composed pages: how a paper sets its pages and what the extraction leaves of them.

The numbers are drawn, page by page, from ranges that real dumps show; none is tuned to what any program can read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from benchmarks import credits as bylines
from benchmarks import names
from benchmarks.typeset import Measure

TIGHT = 0.55
"""Share of the lines with several marks that are set tight: 53 of 100 on 40 typeset pages, 47 of 100 on a real one."""
REVERSED = 0.15
"""Share of titles whose kicker or deck stands on the other side of the headline, on pages where that occurs: on typeset
and real pages 2 of 39 are so."""
KINDS = {"plain": 0.3, "mixed": 0.34, "torn columns": 0.16, "extracted": 0.2}
"""How often each kind of page is drawn where nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What a page does, as probabilities (or weights) unless a word says otherwise."""

    kind: str
    measure: Measure
    style: bylines.Style
    narrow: int  # narrowest column, in Han characters
    wide: int  # widest column
    width_changes: float = 0.15  # … inside an article
    para_blank: float = 1.0  # a blank line between paragraphs
    block_blank: float = 1.0  # … between blocks of different kinds
    head_blank: float = 0.5  # … between the display lines of one article
    lead_blank: float = 0.8  # … between display and body
    sub_blank: tuple[float, float] = (1.0, 0.5)  # … before and after a subhead
    column: int = 0  # lines after which a column ends with a false blank line; 0: never
    quote_blank: float = 0.0  # a false blank line before a line that opens with “
    grouped: float = 0.0  # the first line of a paragraph stands with the display above it, a blank line after it
    shifted: float = 0.0  # the blank lines of a paragraph break stand a line too early and a line too late
    stands: Mapping[str, float] = field(default_factory=lambda: {"before": 1.0})
    head_lines: Mapping[str, float] = field(default_factory=lambda: {"one": 1.0})
    sizes: tuple[float, float] = (1.3, 2.2)  # size of a headline, in body characters
    reversed: float = 0.0  # kicker and deck change places, or both follow the headline
    torn: float = 0.0
    glued: float = 0.0  # a headline that ends an article runs into the by-line of the next
    centred: float = 0.0
    no_byline: float = 0.04
    captions: float = 0.25
    subheads: float = 0.12  # an article without subheads gets some
    briefs: float = 0.12
    folio: tuple[bool, bool] = (True, False)
    jumps: float = 0.03
    wide_breaks: float = 0.0  # a wide space in a by-line becomes a line break
    margins: float = 0.0  # every line of an article starts with the same spaces
    neighbours: float = 0.4  # two or more articles about one subject


def habits(rng: Random, kind: str) -> Habits:
    """Draw the habits of one page."""
    made = {"plain": _plain, "mixed": _mixed, "torn columns": _torn_columns, "extracted": _extracted}[kind]
    return made(rng, bylines.style(rng, names.paper(rng)))


def _often(rng: Random, *values: float) -> float:
    return rng.choice(values)


def _stands(rng: Random) -> dict[str, float]:
    """Draw where headlines stand: most pages have one way, with exceptions."""
    usual = rng.choices(("before", "after", "none"), (0.55, 0.25, 0.2))[0]
    share = rng.choice((0.6, 0.75, 0.9))
    away = rng.choice((0.05, 0.1, 0.15, 0.3)) * (1 - share) / 0.4
    if usual == "none":
        return {"before": 0.45, "after": 0.4, "away": 0.15}
    other = "after" if usual == "before" else "before"
    return {usual: share, other: max(0.0, 1 - share - away), "away": away}


def _narrow_wide(rng: Random) -> tuple[int, int]:
    if rng.random() < 0.2:
        usual = rng.randint(13, 24)
        return usual, usual
    low = rng.randint(12, 20)
    return low, rng.randint(min(low + 3, 26), 26)


def _mixed(rng: Random, style: bylines.Style) -> Habits:
    indent = rng.choices(("dropped", "kept", "never"), (0.45, 0.35, 0.2))[0]
    blanks = rng.choices(("all", "most", "blocks", "none"), (0.4, 0.25, 0.15, 0.2))[0]
    if indent == "never" and blanks in {"blocks", "none"} and rng.random() < 0.7:
        blanks = "all"
    narrow, wide = _narrow_wide(rng)
    return Habits(
        kind="mixed",
        measure=Measure(
            ascii=rng.choices((0.5, 1.0, 0.55), (0.55, 0.3, 0.15))[0],
            quote=rng.choices((1.0, 0.5), (0.85, 0.15))[0],
            pair=rng.choice((1.0, 1.0, 0.5)),
            squeeze=rng.choice((0.0, 0.3, 0.7, 1.0)),
            tight=rng.choice((0.0, TIGHT / 2, TIGHT)),
            indent=indent,
            careless=rng.choice((0.0, 0.0, 0.0, 0.05)),
            spaced=rng.choice((0.0, 0.0, 0.0, 0.03)),
        ),
        style=style,
        narrow=narrow,
        wide=wide,
        width_changes=_often(rng, 0.0, 0.15, 0.3),
        para_blank={"all": 1.0, "most": 0.9, "blocks": 0.0, "none": 0.0}[blanks],
        block_blank={"all": 1.0, "most": 0.95, "blocks": 1.0, "none": 0.0}[blanks],
        head_blank=0.0 if blanks == "none" else _often(rng, 0.0, 0.5, 1.0),
        lead_blank=0.0 if blanks == "none" else _often(rng, 0.0, 0.6, 1.0),
        sub_blank=(0.0, 0.0) if blanks in {"none", "blocks"} else rng.choice(((1.0, 0.0), (1.0, 1.0), (1.0, 0.5))),
        column=0 if blanks == "none" and rng.random() < 0.7 else rng.choice((0, 0, 12, 18, 26, 34)),
        quote_blank=0.0 if blanks == "none" else _often(rng, 0.0, 0.0, 0.3, 0.9),
        grouped=0.0 if blanks == "none" else _often(rng, 0.0, 0.0, 0.1),
        shifted=0.0 if blanks == "none" else _often(rng, 0.0, 0.0, 0.03),
        stands=_stands(rng),
        head_lines=rng.choice(
            ({"one": 0.4, "meaning": 0.6}, {"one": 0.2, "meaning": 0.8}, {"one": 0.2, "meaning": 0.35, "width": 0.45}),
        ),
        sizes=(1.2, rng.choice((1.8, 2.4))),
        reversed=_often(rng, 0.0, 0.0, REVERSED),
        torn=_often(rng, 0.0, 0.0, 0.0, 0.06),
        glued=_often(rng, 0.0, 0.0, 0.0, 0.1) if blanks == "none" else 0.0,
        centred=_often(rng, 0.0, 0.0, 0.0, 0.7),
        no_byline=_often(rng, 0.0, 0.0, 0.05, 0.2),
        captions=_often(rng, 0.0, 0.2, 0.4),
        subheads=_often(rng, 0.0, 0.1, 0.3),
        folio=(rng.random() < 0.6, rng.random() < 0.3),
        wide_breaks=_often(rng, 0.0, 0.0, 0.0, 0.0, 0.2),
        margins=_often(rng, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
    )


def _plain(rng: Random, style: bylines.Style) -> Habits:
    """Draw a tidy page: blank lines between blocks, some of them false, and every article with its by-line."""
    narrow, wide = _narrow_wide(rng)
    usual = rng.choice(("before", "before", "after"))
    other = "after" if usual == "before" else "before"
    return Habits(
        kind="plain",
        measure=Measure(
            ascii=rng.choice((0.5, 0.5, 1.0)),
            pair=rng.choice((1.0, 1.0, 0.5)),
            squeeze=rng.choice((0.0, 0.5, 1.0)),
            tight=rng.choice((0.0, TIGHT / 2, TIGHT)),
            indent=rng.choice(("dropped", "dropped", "kept", "never")),
        ),
        style=style,
        narrow=narrow,
        wide=wide,
        width_changes=0.0,
        para_blank=rng.choice((1.0, 1.0, 0.95)),
        head_blank=rng.choice((0.0, 1.0)),
        lead_blank=rng.choice((0.5, 1.0)),
        sub_blank=rng.choice(((1.0, 0.0), (1.0, 1.0))),
        column=rng.choice((0, 16, 24)),
        quote_blank=rng.choice((0.0, 0.0, 0.8)),
        stands={usual: 0.7, other: 0.2, "away": 0.1},
        head_lines=rng.choice(({"one": 0.6, "meaning": 0.4}, {"one": 0.3, "meaning": 0.7})),
        reversed=rng.choice((0.0, 0.0, REVERSED)),
        torn=rng.choice((0.0, 0.0, 0.03)),
        no_byline=0.0,
        captions=0.2,
        subheads=0.1,
        briefs=0.06,
        folio=(rng.random() < 0.5, rng.random() < 0.2),
        jumps=0.0,
    )


def _torn_columns(rng: Random, style: bylines.Style) -> Habits:
    """Draw a page copied column by column: true and false blank lines, and paragraph breaks without one."""
    return Habits(
        kind="torn columns",
        measure=Measure(
            ascii=0.5, pair=rng.choice((1.0, 0.5)), squeeze=rng.choice((0.2, 0.5)), tight=TIGHT, spaced=0.02
        ),
        style=style,
        narrow=rng.randint(15, 18),
        wide=rng.randint(21, 26),
        width_changes=0.35,
        para_blank=0.97,
        head_blank=0.7,
        lead_blank=0.8,
        sub_blank=(1.0, 0.05),
        column=rng.randint(9, 22),
        quote_blank=0.9,
        grouped=0.5,
        shifted=0.05,
        stands={"before": 0.5, "after": 0.38, "away": 0.12},
        head_lines={"one": 0.35, "meaning": 0.65},
        reversed=REVERSED,
        torn=0.1,
        no_byline=0.0,
        captions=0.2,
        subheads=0.3,
        briefs=0.05,
        folio=(rng.random() < 0.15, rng.random() < 0.15),
        centred=0.1,
    )


def _extracted(rng: Random, style: bylines.Style) -> Habits:
    """Draw a page as programs extract it from typeset columns: no blank lines, display text in drawing order.

    Of 1,700 full lines with two marks or more on such pages half hold a character more than the others, and hardly one
    is short because the next character may not open a line.
    """
    low = rng.randint(11, 16)
    return Habits(
        kind="extracted",
        measure=Measure(
            ascii=rng.choice((0.5, 0.55)),
            pair=rng.choice((1.0, 0.5)),
            squeeze=rng.choice((0.9, 1.0)),
            tight=TIGHT,
            indent=rng.choices(("dropped", "kept"), (0.8, 0.2))[0],
            careless=rng.choice((0.0, 0.02)),
        ),
        style=style._replace(faith=0.1),
        narrow=low,
        wide=rng.randint(low + 4, 26),
        width_changes=0.15,
        para_blank=0.0,
        block_blank=0.0,
        head_blank=0.0,
        lead_blank=0.0,
        sub_blank=(0.0, 0.0),
        stands=rng.choice(
            (
                {"before": 0.85, "after": 0.1, "away": 0.05},
                {"before": 0.1, "after": 0.75, "away": 0.15},
                {"before": 0.45, "after": 0.4, "away": 0.15},
            ),
        ),
        head_lines={"one": 0.15, "width": 0.85},
        sizes=(1.3, 2.6),
        reversed=rng.choice((0.0, 0.0, REVERSED)),
        glued=0.05,
        no_byline=rng.choice((0.0, 0.0, 0.05)),
        captions=rng.choice((0.0, 0.0, 0.15)),
        subheads=0.03,
        briefs=0.02,
        folio=(rng.random() < 0.9, rng.random() < 0.15),
        jumps=0.01,
        wide_breaks=rng.choice((0.0, 0.1)),
    )
