"""Blank lines, true and false: from the blocks of a page to its text."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from benchmarks.habits import Habits
from benchmarks.layout import Block
from benchmarks.typeset import Line, Tag

TITLES = frozenset({"headline", "deck"})


class Row(NamedTuple):
    """A line of the page, whether a blank line stands before it, and its left margin."""

    line: Line
    blank: bool
    margin: str = ""


class Mark(NamedTuple):
    """A range of the page's text and what stands there."""

    start: int
    end: int
    tag: Tag


def _gap(rng: Random, one: Block, two: Block, habits: Habits) -> bool:
    """Decide whether a blank line stands between two blocks."""
    same = one.article == two.article
    if same and one.kind in TITLES:
        chance = habits.head_blank if two.kind in TITLES else habits.lead_blank
    elif same and one.kind == "byline":
        chance = min(habits.para_blank, habits.block_blank / 2)
    elif same and one.kind in {"paragraph", "continued"} and two.kind == "paragraph":
        chance = habits.para_blank
    elif same and "subhead" in {one.kind, two.kind}:
        chance = habits.sub_blank[one.kind == "subhead"]
    elif one.kind == two.kind == "other":
        chance = habits.block_blank / 2
    else:
        chance = habits.block_blank
    return rng.random() < chance


def rows(rng: Random, blocks: list[Block], habits: Habits) -> list[Row]:
    """Return the lines of the page with their blank lines."""
    made: list[Row] = []
    before: Block | None = None
    margins: dict[int | None, str] = {}
    column = 0
    for block in blocks:
        if block.article not in margins:
            margins[block.article] = " " * rng.randint(0, 12) if rng.random() < habits.margins else ""
        flags = _flags(rng, before, block, habits, made)
        for nth, (line, flag) in enumerate(zip(block.lines, flags, strict=True)):
            body = block.kind in {"paragraph", "continued", "subhead"}
            column = column + 1 if body else 0
            ends = bool(habits.column and body and column >= habits.column)
            if ends:
                column = rng.randint(0, 3)
            made.append(Row(line, flag or (ends and bool(nth or before)), margins[block.article]))
        before = block
    return made


def _flags(rng: Random, before: Block | None, block: Block, habits: Habits, made: list[Row]) -> list[bool]:
    """Decide for each line of a block whether a blank line stands before it."""
    flags = [before is not None and _gap(rng, before, block, habits)] + [False] * (len(block.lines) - 1)
    same = before is not None and before.article == block.article
    if block.kind == "paragraph" and before and same and len(block.lines) > 1:
        if before.kind in TITLES | {"subhead"} and rng.random() < habits.grouped:
            flags[:2] = [False, True]
        elif rng.random() < habits.grouped / 8:
            flags[1] = True
        elif before.kind == "paragraph" and len(before.lines) > 1 and rng.random() < habits.shifted:
            flags[:2] = [False, True]
            made[-1] = made[-1]._replace(blank=True)
    if block.kind in {"paragraph", "continued"}:
        for nth in range(1, len(flags)):
            if block.lines[nth][0].text.startswith("“") and rng.random() < habits.quote_blank:
                flags[nth] = True
    return flags


def write(rows: list[Row]) -> tuple[str, list[Mark]]:
    """Return the text of the page and its marks, in order."""
    parts: list[str] = []
    marks: list[Mark] = []
    at = 0

    def put(text: str, tag: Tag = None) -> None:
        nonlocal at
        parts.append(text)
        if tag is not None:
            marks.extend(_trimmed(text, at, tag))
        at += len(text)

    for row in rows:
        if row.blank:
            put("\n")
        put(row.margin)
        for piece in row.line:
            put(piece.text, piece.tag)
        put("\n")
    return "".join(parts), marks


def _trimmed(text: str, at: int, tag: Tag) -> Iterator[Mark]:
    """Yield the range without the white space at its ends."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if start < end:
        yield Mark(at + start, at + end, tag)
