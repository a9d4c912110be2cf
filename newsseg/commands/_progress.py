"""Long work shows itself: a line on standard error that counts what is done, where somebody sits and looks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import TypeVar

from newsseg.i18n import _

T = TypeVar("T")
DELAY = 1.0  # seconds of work that need no word; rich is loaded only after them
WIDTH = 30  # cells
REFRESH = 0.1  # seconds between two counts: the eye follows no more


def tracked(items: Iterable[T], *, quiet: bool = False, streams: bool = False) -> Iterator[T]:
    """Yield the items, and count on standard error those that are done once a second has passed.

    Only a terminal is written to. Where the caller ``streams`` its results to that terminal, they are the progress.
    """
    if quiet or not _watched(streams=streams):
        yield from items
        return
    begun = monotonic()
    advance: Callable[[int], None] | None = None
    with ExitStack() as stack:
        for done, item in enumerate(items, 1):
            yield item
            now = monotonic()
            if advance is None and now - begun > DELAY:
                advance = stack.enter_context(_bar())
                begun = 0
            if advance and now - begun > REFRESH:
                advance(done)
                begun = now


def _watched(*, streams: bool) -> bool:
    """Tell whether somebody can see standard error, and nothing else goes there."""
    return bool(sys.stderr) and sys.stderr.isatty() and not (streams and sys.stdout.isatty())


@contextmanager
def _bar() -> Iterator[Callable[[int], None]]:
    """Show a moving bar as long as the context lasts, and give what counts beside it; messages appear above it.

    It has no end: how many pages a folder, an archive or a pipe will give is known when they have been read.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(WIDTH), TextColumn("{task.description}"), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, auto_refresh=False, redirect_stdout=False) as bar:
        task = bar.add_task("", total=None)

        def advance(done: int) -> None:
            bar.update(task, completed=done, description=_("{} done").format(done), refresh=True)

        yield advance
