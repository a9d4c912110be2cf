"""Geometry: where the lines of a page's text stand on its paper."""

from __future__ import annotations

from typing import NamedTuple


class LineBox(NamedTuple):
    """One non-blank line of a page's text: its characters ``[start, end)``, blanks around them left out, and its box.

    The box is in points of 1/72 inch from the top left corner of the page. ``size`` is that of its type. Lines with
    the same ``box`` stand in one block of one column; blocks with the same ``flow`` are read one after another, as the
    columns of an article are. ``angle`` counts degrees clockwise; ``vertical`` lines are set from top to bottom.
    A ``caption`` stands below a picture, or beside it.
    """

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    box: int
    flow: int
    font: str = ""
    angle: int = 0
    vertical: bool = False
    caption: bool = False


class PageGeometry(NamedTuple):
    """A page's text in the order of reading, and a ``LineBox`` for each line that is not blank, in the same order."""

    text: str
    lines: tuple[LineBox, ...]
    number: int = 1
    width: float = 0.0
    height: float = 0.0
    picture: bytes = b""  # what the page looks like (PNG), where that was asked for
