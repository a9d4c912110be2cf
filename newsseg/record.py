"""The public record: what one article, or one piece that belongs to no article, looks like.

Every value here is immutable and picklable. A span counts characters of the page's text. ``boxes`` are there only where
they were asked for and the page is printed.
"""

# Annotations are not put off here (no ``from __future__``): NamedTuple would compile each of them when newsseg starts.

from typing import NamedTuple, TypeAlias


class Span(NamedTuple):
    """One range ``[start, end)`` of the page's text that the element ``index`` of ``field`` is made of."""

    field: str
    index: int  # type: ignore[assignment]  # hides the method of tuples, which a span has no use for
    start: int
    end: int


class Box(NamedTuple):
    """Where on paper a part of the element ``index`` of ``field`` stands, in points from the page's top left corner."""

    field: str
    index: int  # type: ignore[assignment]  # as in a span
    left: float
    top: float
    right: float
    bottom: float


class Credit(NamedTuple):
    """One (role, name) pair of a by-line; ``type`` is ``person`` or ``organisation``.

    ``unit`` is where that person works: no page tells it, a people file does.
    """

    name: str
    role: str
    label: str | None = None
    type: str = "person"
    unit: str | None = None


class Dateline(NamedTuple):
    """Place and date of a by-line, as printed (``新华社北京8月23日电``: 北京, 8月23日)."""

    place: str | None = None
    date: str | None = None


class Edition(NamedTuple):
    """What the folio tells of the page: paper, ISO date, page number as printed, section."""

    paper: str | None = None
    date: str | None = None
    page: str | None = None
    section: str | None = None


class Element(NamedTuple):
    """One piece of an article's body; ``kind`` is ``paragraph`` or ``subhead``."""

    kind: str
    text: str


class Article(NamedTuple):
    """One article of a page. ``order`` counts the records of the page from 1."""

    id: str
    source: str
    page: int
    order: int
    headline: str | None = None
    deck: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    outlet: str | None = None
    dateline: Dateline | None = None
    credits: tuple[Credit, ...] = ()
    body: tuple[Element, ...] = ()
    captions: tuple[str, ...] = ()
    jumps: tuple[str, ...] = ()
    edition: Edition | None = None
    confidence: float | None = None
    spans: tuple[Span, ...] = ()
    boxes: tuple[Box, ...] = ()


class Fragment(NamedTuple):
    """A piece that belongs to no article; ``role`` is ``folio``, ``display``, ``caption`` or ``text``.

    ``credits`` are those of the page itself (责编, 版式, 校对) where a folio prints them.
    """

    id: str
    source: str
    page: int
    order: int
    role: str
    text: str
    credits: tuple[Credit, ...] = ()
    edition: Edition | None = None
    spans: tuple[Span, ...] = ()
    boxes: tuple[Box, ...] = ()


Record: TypeAlias = Article | Fragment
