"""Articles as a reader would like them, and a page painted by article, for a terminal.

Colours help where there are any; the article's number and the kind of text stand in the margin, so that nothing is
lost without them. What a page's text would make a terminal do is shown, not done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from newsseg.i18n import _
from newsseg.record import Article, Fragment, Record
from newsseg.safe import for_terminal, one_line
from newsseg.show.colours import colour
from newsseg.show.paint import Stretch, painted_lines
from newsseg.show.words import SEPARATOR, credit_line, field_name, kind_of, record_title
from newsseg.show.wrap import wrap

READING_WIDTH = 76  # 38 Han characters: longer lines lose the eye on its way back
NARROWEST = 12  # six Han characters; below it the terminal folds for itself
LIGHTNESS, CHROMA = 0.6, 0.13  # as readable on black as on white: contrast at least 3.7 on either
INDENT = "　　"
TAB = "    "
NAME_CELLS = 4
UNSURE = 0.3  # confidence; below it every second headline is wrong, and a reader wants to know
WIDEST = 2  # cells of one character
LOST = Style(color="red", bold=True, reverse=True)
DIM = Style(dim=True)
BAR = ("│ ", DIM)
LOST_MARK, FRAGMENT_MARK = "?", "-"
BOLD = Style(bold=True)
STYLES = {"headline": BOLD, "deck": BOLD, "subhead": BOLD, "bylines": Style(underline=True)}


def console_for(width: int | None = None, *, record: bool = False) -> Console:
    """Return the console of standard output; it takes text as it is, without markup, emoji codes or guessed colours."""
    return Console(width=width, highlight=False, markup=False, emoji=False, record=record)


def draw(console: Console, lines: Iterable[Text]) -> str:
    """Return the lines as the terminal wants them; writing them is left to the caller, who minds closed pipes."""
    with console.capture() as capture:
        for line in lines:
            line.rstrip()  # a blank past the edge would make the terminal begin a line
            console.print(line, soft_wrap=True)
    return capture.get()


def article_lines(article: Article, width: int) -> Iterator[Text]:
    """Yield the lines of one article: number and headline, decks, credits, by-line, body, captions, where it stands."""
    width = max(NARROWEST, min(width, READING_WIDTH))
    style = _style(article)
    badge = Text(f" {article.order} ", style + Style(reverse=True, bold=True))
    margin = " " * (badge.cell_len + 1)
    for number, line in enumerate(wrap(_clean(record_title(article)), width - len(margin), cell_len)):
        yield Text.assemble(margin if number else badge, "" if number else " ", (line, style + BOLD))
    for deck in article.deck:
        yield from _hung(deck, width, Text(margin), BOLD)
    yield from _hung(credit_line(article), width, Text(margin), style)
    for byline in article.bylines:
        yield from _hung(byline, width, Text(margin), DIM)
    yield Text()
    for element in article.body:
        if element.kind == "subhead":
            yield Text()
            yield from _hung(element.text, width, Text(), BOLD)
        else:
            for number, line in enumerate(wrap(_clean(element.text), width, cell_len, cell_len(INDENT))):
                yield Text(line if number else INDENT + line)
    for caption in (*article.captions, *article.jumps):
        yield Text()
        yield from _hung(caption, width, Text("  │ ", style), Style(italic=True))
    yield Text()
    unsure = article.confidence is not None and article.confidence < UNSURE
    place = article.id + (SEPARATOR + _("this may not be its headline") if unsure else "")
    yield from _hung(place, width, Text(), DIM)


def page_lines(text: str, records: Iterable[Record], width: int) -> Iterator[Text]:
    """Yield a legend, then the lines of the page's text, each stretch with its record's number and field in the margin.

    A line that holds text of two records takes two rows, the second one set in to where its text stands.
    """
    records = list(records)
    digits = max((len(str(record.order)) for record in records), default=1)
    for record in records:
        if isinstance(record, Article):
            badge = Text(f"{record.order:>{digits}}", _style(record) + BOLD)
            yield from _hung(record_title(record), width, badge.append("  "), _style(record))
    if any(isinstance(record, Fragment) for record in records):
        yield Text(f"{FRAGMENT_MARK:>{digits}}  {_('belongs to no article')}", DIM)
    yield Text()
    for line in painted_lines(text, records):
        yield from _rows(line, digits, width)


def _rows(line: tuple[Stretch, ...], digits: int, width: int) -> Iterator[Text]:
    """Yield the rows of one line: one for each record it went to, folded where the terminal is narrow."""
    blank = Text.assemble(" " * (digits + NAME_CELLS + 2), BAR)
    column = 0
    for record, group in groupby(_owned(line), key=lambda stretch: stretch.record):
        stretches = list(group)
        text = Text.assemble(*((_clean(stretch.text), _look(stretch)) for stretch in stretches))
        margin = _margin(record, stretches, digits)
        room = max(NARROWEST, width - margin.cell_len)
        column = column if column + WIDEST <= room else 0
        parts = wrap(text.plain, room, cell_len, column)
        for number, part in enumerate(text.divide(accumulate(map(len, parts)))[: len(parts)]):
            yield Text.assemble(blank, part) if number else Text.assemble(margin, " " * column, part)
        column = cell_len(parts[-1]) + (column if len(parts) == 1 else 0)
    if not column:
        yield blank


def _owned(line: tuple[Stretch, ...]) -> Iterator[Stretch]:
    """Yield the stretches of a line; a blank one goes with what stands before it, for a row is no place for a blank."""
    owner = next((stretch for stretch in line if not stretch.text.isspace()), None)
    for stretch in line if owner else ():
        blank = stretch.text.isspace()
        owner = owner if blank else stretch
        yield owner._replace(text=stretch.text) if blank and owner else stretch


def _margin(record: Record | None, stretches: list[Stretch], digits: int) -> Text:
    number = LOST_MARK if record is None else str(record.order) if isinstance(record, Article) else FRAGMENT_MARK
    begun = (stretch for stretch in stretches if stretch.begins)
    name = _("lost") if record is None else next((field_name(s.field, record, s.number) for s in begun), "")
    mark = f"{number:>{digits}} {name}{' ' * (NAME_CELLS - cell_len(name))} "
    return Text.assemble((mark, LOST if record is None else _style(record)), BAR)


def _look(stretch: Stretch) -> Style:
    if stretch.record is None:
        return LOST
    return _style(stretch.record) + STYLES.get(kind_of(stretch.field, stretch.record, stretch.number), Style())


def _hung(text: str, width: int, margin: Text, style: Style) -> Iterator[Text]:
    """Yield the lines of ``text`` behind a margin that only the first one shows, unless it is a bar."""
    blank = margin if "│" in margin.plain else Text(" " * margin.cell_len)
    for number, line in enumerate(wrap(_clean(text), width - margin.cell_len, cell_len) if text else ()):
        yield Text.assemble(blank if number else margin, (line, style))


def _style(record: Record) -> Style:
    if isinstance(record, Fragment):
        return DIM
    return Style(color=colour(record.order, LIGHTNESS, CHROMA))


def _clean(text: str) -> str:
    return for_terminal(one_line(text)).replace("\t", TAB)
