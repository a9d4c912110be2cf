"""Work: pages to JSON lines, in batches that any process or machine can do with the same result, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from newsseg import split_page
from newsseg.i18n import _
from newsseg.pages import Page
from newsseg.record import Edition, Record
from newsseg.rules import Rules
from newsseg.wire import Row, dumps, from_row, to_json

if TYPE_CHECKING:
    from newsseg.runs.stats import Figures, Layout

Item: TypeAlias = "Page | Row"
"""A page to be split, or the row of a record that an earlier command made: it passes through."""

BATCH_SIZE = 1 << 16
"""Characters of a batch, ten pages: handing them over then costs nothing beside the work in them."""
BATCH_ITEMS = 32


class Wanted(NamedTuple):
    """What is wanted of a page besides its records."""

    figures: bool = False
    layout: bool = False
    boxes: bool = False


class Done(NamedTuple):
    """What became of one item: its JSON lines, or (``wrong``) why there are none; the rest where it was wanted."""

    source: str
    page: int
    lines: str
    wrong: str | None = None
    seconds: float = 0.0
    figures: Figures | None = None
    layout: Layout | None = None

    @property
    def place(self) -> str:
        """Return the name of the page: ``FILE:PAGE``."""
        return f"{self.source}:{self.page}"


Batch: TypeAlias = "list[Item]"
Split: TypeAlias = Callable[[Batch], "list[Done]"]


def batches(items: Iterable[Item]) -> Iterator[Batch]:
    """Yield the items in lists that are worth sending somewhere."""
    batch: Batch = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.text) if isinstance(item, Page) else 0
        if size >= BATCH_SIZE or len(batch) == BATCH_ITEMS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def split_batch(batch: Iterable[Item], rules: Rules, wanted: Wanted) -> list[Done]:
    """Return what becomes of each item of a batch."""
    return [split_item(item, rules, wanted) for item in batch]


def split_item(item: Item, rules: Rules, wanted: Wanted) -> Done:
    """Return what becomes of one item."""
    if not isinstance(item, Page):
        return counted(Done(*place_of(item), f"{dumps(item)}\n"), [from_row(item)], wanted)
    begun = perf_counter()
    try:
        records = records_of(item, rules)
        if wanted.boxes:
            from newsseg.engine.boxes import boxed

            records = boxed(records, item.text, item.boxes)
        lines = "".join([f"{to_json(record)}\n" for record in records])
    except Exception as error:  # noqa: BLE001 - a mistake of ours: a million other pages wait
        return lost(item, failed(error))
    done = counted(Done(item.source, item.number, lines, None, perf_counter() - begun), records, wanted)
    if wanted.layout:
        from newsseg.runs.stats import layout_of

        done = done._replace(layout=layout_of(item.text, rules, item.boxes))
    return done


def records_of(page: Page, rules: Rules | None) -> list[Record]:
    """Return the records of a page as it was read."""
    records = split_page(page.text, source=page.source, page=page.number, rules=rules, boxes=page.boxes)
    return [completed(record, page.told) for record in records] if page.told else records


def completed(record: Record, told: Edition) -> Record:
    """Return the record with what ``told`` says of its edition where the folio says nothing."""
    edition = Edition(*(own or other for own, other in zip(record.edition or Edition(), told, strict=True)))
    return record._replace(edition=edition if any(edition) else None)


def counted(done: Done, records: Iterable[Record], wanted: Wanted) -> Done:
    """Return ``done`` with the figures of its records, if they are wanted."""
    if not wanted.figures:
        return done
    from newsseg.runs.stats import figures_of

    return done._replace(figures=figures_of(records))


def place_of(item: Item) -> tuple[str, int]:
    """Return source and page of an item."""
    return (item.source, item.number) if isinstance(item, Page) else (item.get("source", ""), item.get("page", 1))


def lost(item: Item, why: str) -> Done:
    """Return what is said of an item that could not be done."""
    return Done(*place_of(item), "", why)


def failed(error: BaseException) -> str:
    """Return what is said of a page on which newsseg itself failed: what, and where in its code."""
    traceback: Any = error.__traceback__
    while traceback and traceback.tb_next:
        traceback = traceback.tb_next
    code = traceback.tb_frame.f_code if traceback else None
    where = f"{code.co_filename.rpartition('newsseg')[2].strip('/')}:{traceback.tb_lineno}" if code else "?"
    what = _("newsseg failed on this page ({}: {}, {}); it is left out: please report it with the page")
    return what.format(type(error).__name__, error, where)
