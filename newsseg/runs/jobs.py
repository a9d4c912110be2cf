"""Many cores: batches of pages go to worker processes, and come back in order.

Each worker is a process of its own with two pipes, and a thread here that feeds it. A worker that dies (killed for want
of memory) is replaced, and what it had is done again page by page, so that only a page which kills twice is left out.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from queue import SimpleQueue
from threading import Event
from typing import IO, TypeAlias, cast

from newsseg.i18n import _
from newsseg.rules import Rules
from newsseg.runs.inorder import in_order
from newsseg.runs.work import Batch, Done, Split, Wanted, lost

AHEAD = 4
"""Batches asked for and not yet written, for each worker: one in work, one ready for it, two for a slow page's sake."""
# Ctrl-C is for the process that the user sees; it ends its workers. They load the modules that it loads, and none that
# lies in the working folder (-P).
START = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN); sys.path[:] = sys.argv[1:]; "
    "from newsseg.runs.worker import main; main()"
)

Process: TypeAlias = "subprocess.Popen[bytes]"


class WorkerError(Exception):
    """A worker process died over a batch."""


def split_all(batches: Iterable[Batch], rules: Rules, wanted: Wanted, jobs: int) -> Iterator[Done]:
    """Yield what becomes of each item of the ``batches``, in order, the work done by ``jobs`` processes."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(jobs) as threads, workers(jobs, pickle.dumps((rules, wanted))) as ask:
        try:
            for _batch, future in in_order(batches, lambda batch: threads.submit(answers, batch, ask), AHEAD * jobs):
                yield from future.result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)


def answers(batch: Batch, ask: Split) -> list[Done]:
    """Return what ``ask`` makes of a batch; where a worker died over it, of each item alone, twice if need be."""
    try:
        return ask(batch)
    except WorkerError as error:
        if len(batch) > 1:
            return [done for item in batch for done in answers([item], ask)]
        try:
            return ask(batch)
        except WorkerError:
            what = _("two worker processes died over this page ({}); it is left out: free memory, or split it alone")
            return [lost(batch[0], what.format(error))]


@contextmanager
def workers(count: int, greeting: bytes) -> Iterator[Split]:
    """Start worker processes, and give the function that lets the next idle one do a batch."""
    idle: SimpleQueue[Process] = SimpleQueue()
    running: set[Process] = set()
    ended = Event()

    def start() -> None:
        command = [sys.executable, "-P", "-c", START, *sys.path]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - ourselves
        running.add(process)
        idle.put(process)
        with suppress(OSError):  # it is dead: whoever asks it will see
            _pipe(process.stdin).write(greeting)

    def ask(batch: Batch) -> list[Done]:
        if ended.is_set():
            raise WorkerError(_("the run has ended"))
        process = idle.get()
        try:
            found = answer(process, batch)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            running.discard(process)
            code = end(process)
            if not ended.is_set():
                start()
            raise WorkerError(_("exit code {}").format(code)) from error
        idle.put(process)
        return found

    try:
        for _number in range(count):
            start()
        yield ask
    finally:
        ended.set()
        for process in list(running):
            end(process)


def answer(process: Process, batch: Batch) -> list[Done]:
    """Send a batch to a worker and return its answer."""
    questions = _pipe(process.stdin)
    pickle.dump(batch, questions)
    questions.flush()
    return cast("list[Done]", pickle.load(_pipe(process.stdout)))  # noqa: S301 - from our own process


def end(process: Process) -> int:
    """End a worker, which holds nothing that could be lost, and return its exit code."""
    process.kill()
    with suppress(OSError), process:  # what could not be sent is still in the pipe's buffer
        pass
    return process.returncode


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    return cast("IO[bytes]", pipe)  # both are pipes: so were they asked for
