"""Do many things at once and give what comes of them in order, with few of them in memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Future(Protocol):
    """What has been asked for: of a thread, or of a cluster."""

    def done(self) -> bool:
        """Tell whether it is there."""


F = TypeVar("F", bound=Future)


def in_order(things: Iterable[T], submit: Callable[[T], F], window: int) -> Iterator[tuple[T, F]]:
    """Yield each of ``things`` and the future that ``submit`` gave for it, in order.

    No more than ``window`` are asked for and not yet yielded, so that memory stays flat however slow the first is.
    """
    waiting: deque[tuple[T, F]] = deque()
    for thing in things:
        waiting.append((thing, submit(thing)))
        while len(waiting) >= window or (waiting and waiting[0][1].done()):
            yield waiting.popleft()
    while waiting:
        yield waiting.popleft()
