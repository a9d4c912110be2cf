"""The flow of a page's text: paragraphs, display texts, and the bodies they make."""

from __future__ import annotations

from typing import NamedTuple

from newsseg.engine.lines import Line
from newsseg.engine.sort import Piece
from newsseg.grammar.bylines import Byline


class Signed(NamedTuple):
    """A by-line and the text it stands in."""

    line: Line
    byline: Byline


class Paragraph(NamedTuple):
    """A paragraph with its by-lines cut off; ``line`` is None where a by-line was all it held.

    ``begins`` tells that an article begins with it for sure, though no by-line tells.
    """

    place: int
    line: Line | None
    opening: Signed | None
    closing: Signed | None
    begins: bool = False


class Display(NamedTuple):
    """Display lines that stand together, between two paragraphs.

    ``signed`` is the by-line below a headline that stands apart from its text. ``begins`` tells that it is the title of
    an article for sure, ``brief`` that it stands in a column of briefs, which have titles and hardly subheads.
    """

    place: int
    lines: tuple[Line, ...]
    signed: Signed | None = None
    begins: bool = False
    brief: bool = False


class Body(NamedTuple):
    """The text of one article: its paragraphs, the display text between them, its by-lines."""

    parts: tuple[Paragraph | Display, ...]


class Layout(NamedTuple):
    """A page after splitting: bodies and loose display text in order of place; what stood apart from the flow."""

    flow: tuple[Body | Display, ...]
    apart: tuple[Piece, ...]


def byline_alone(item: Paragraph | Display | None) -> Signed | None:
    """Return the by-line, one that could open an article, that is all of ``item``; None where it holds more or none."""
    return item.opening if isinstance(item, Paragraph) and not item.line and not item.closing else None


def goes_with(before: Paragraph | Display | None, item: Paragraph | Display) -> bool:
    """Tell whether ``item`` opens with place and day alone, below the by-line with the names that is all of ``before``.

    So articles print both: 本报记者 秦可嘉 on a line of its own, 本报云溪6月22日电 before the text.
    """
    names = byline_alone(before)
    if not names or not names.byline.credits or not isinstance(item, Paragraph):
        return False
    return item.opening is not None and item.line is not None and not item.opening.byline.credits


def ends_article(following: Paragraph | Display | None) -> bool:
    """Tell whether what follows a paragraph in the flow may begin another article: display text, a by-line, nothing."""
    return following is None or isinstance(following, Display) or following.opening is not None
