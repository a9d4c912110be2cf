"""Output of whole lines: whatever ends a run, what it wrote to a file so far are whole lines of whole pages."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from collections.abc import Callable, Container, Iterator
from contextlib import contextmanager, nullcontext
from typing import NamedTuple

from newsseg.i18n import _

FULL = {errno.ENOSPC, errno.EFBIG, errno.EIO, getattr(errno, "EDQUOT", errno.ENOSPC)}
"""How the system says that a file can take no more: disk, size limit, quota, or a disk that fails."""


class Output(NamedTuple):
    """What writes lines somewhere, and the pages (source and number) that need not be done: they stand there."""

    write: Callable[[str], None]
    done: Container[tuple[str, int]] = ()


@contextmanager
def resumed(name: str) -> Iterator[Output]:
    """Open the output file ``name`` where the run that wrote it ended, a new one where there is none."""
    from newsseg.runs.resume import resume

    with open(name, "r+b" if os.path.exists(name) else "x+b") as file:
        done = resume(file, name)
        yield Output(lambda lines: write_whole(file.fileno(), lines.encode()), done)


def write_out(lines: str) -> None:
    """Write lines to standard output, and out with them: a reader at the end of a pipe need not wait for the next."""
    try:
        descriptor = sys.stdout.fileno()
    except io.UnsupportedOperation:  # a test reads what would be printed
        sys.stdout.write(lines)
    else:
        write_whole(descriptor, lines.encode())


def write_whole(descriptor: int, data: bytes) -> None:
    """Write ``data`` to a file or pipe; where the disk is full, take back the part that was written."""
    is_file = stat.S_ISREG(os.fstat(descriptor).st_mode)
    written = 0
    with nullcontext() if is_file else _undisturbed():
        try:
            while written < len(data):
                written += os.write(descriptor, data[written:] if written else data)
        except OSError:
            if is_file and written:
                os.ftruncate(descriptor, os.lseek(descriptor, 0, os.SEEK_CUR) - written)
            raise


@contextmanager
def ends_before(place: str) -> Iterator[None]:
    """Say what is missing where the output can take no more: all from ``place`` on."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        what = _("{}; the output ends before this page: make room, then go on with --resume OUTPUT")
        raise OSError(error.errno, what.format(error.strerror), place) from error


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C wait until the write is over: a pipe whose reader is slow takes long lines piece by piece."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
