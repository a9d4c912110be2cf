"""Files put in their place whole: built beside it, then renamed, so that nobody ever sees half of one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsseg.export import ExportError
from newsseg.i18n import _

MODE = 0o666  # less what the user's umask takes away


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give an empty file to fill; it takes the place and the rights of ``target`` when the block ends well."""
    target = Path(os.path.realpath(target))  # what a link points to is replaced, not the link
    if target.is_dir():
        raise ExportError(_("{}: is a folder; name a file").format(target))
    with _said(target):
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=target.parent)
        os.close(handle)
    part = Path(name)
    try:
        yield part
        with _said(target):
            _put_in_place(part, target)
    finally:
        part.unlink(missing_ok=True)


def _put_in_place(part: Path, target: Path) -> None:
    if target.exists():
        shutil.copymode(target, part)
    else:
        mask = os.umask(0)
        os.umask(mask)
        part.chmod(MODE & ~mask)
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)


@contextmanager
def _said(target: Path) -> Iterator[None]:
    """Name the target in an error, not the file beside it that the user never asked for."""
    try:
        yield
    except OSError as error:
        problem = _("{}: cannot be written ({}); check the folder and its permissions")
        raise ExportError(problem.format(target, error.strerror)) from error
