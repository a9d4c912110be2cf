"""The names of the inputs: files, folders, patterns that the shell left alone, and lists of names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, TypeAlias

from newsseg.i18n import _

Report: TypeAlias = Callable[[str, str], None]
"""Is told of a bad input: where (``FILE`` or ``FILE:LINE``) and what, with what to do."""

STANDARD_INPUT = "-"
SUFFIXES = (".txt", ".txt.gz", ".pdf")
MARKUP = (".xml", ".html")
"""What may be ALTO or ``-bbox-layout``, and much else: in a folder only what is one of them is a page."""
CHUNK = 1 << 16  # bytes read at once: a page and a half


def expand(names: Iterable[str], report: Report) -> Iterator[str]:
    """Yield the file names that ``names`` stand for: a folder for the pages in it, a pattern for what it matches."""
    for name in names:
        if "\0" in name:
            report(name.replace("\0", " "), _("is no file name; a list parted by NUL bytes needs -0"))
        elif name == STANDARD_INPUT or os.path.isfile(name):
            yield name
        elif os.path.isdir(name):
            yield from _folder(name, report)
        elif any(mark in name for mark in "*?[") and not os.path.lexists(name):
            yield from _pattern(name, report)
        else:
            yield name  # a pipe, a device, or what is not there: opening it tells


def reason(error: OSError) -> str | None:
    """Return what is wrong with a file and what to do, in the reader's language; None where the system must tell."""
    if isinstance(error, FileNotFoundError):
        return _("is not there; check the name")
    if isinstance(error, PermissionError):
        return _("may not be read or written; check its permissions")
    if isinstance(error, IsADirectoryError):
        return _("is a folder; name a file")
    if isinstance(error, (NotADirectoryError, FileExistsError)):
        return _("is a file; name a folder")
    return None


def listed(file: BinaryIO, *, nul: bool) -> Iterator[str]:
    """Yield the file names in ``file``: one a line, or each ended by a NUL byte."""
    separator = b"\0" if nul else b"\n"
    rest = b""
    while chunk := file.read(CHUNK):
        *names, rest = (rest + chunk).split(separator)
        yield from filter(None, map(_name, names))
    if name := _name(rest):
        yield name


def _name(raw: bytes) -> str:
    return os.fsdecode(raw.rstrip(b"\r\n").removeprefix(b"\xef\xbb\xbf"))


def _folder(name: str, report: Report) -> Iterator[str]:
    """Yield the pages below a folder, sorted, hidden ones left out; a folder that a link leads to again only once."""
    found = False
    seen = {_identity(name)}

    def unreadable(error: OSError) -> None:
        nonlocal found
        found = True
        report(str(error.filename), reason(error) or str(error.strerror))

    for folder, folders, files in os.walk(name, onerror=unreadable, followlinks=True):
        new = {_identity(os.path.join(folder, inner)): inner for inner in sorted(folders) if inner[0] != "."}
        folders[:] = [inner for one, inner in new.items() if one not in seen]
        seen.update(new)
        for file in sorted(files):
            path = os.path.join(folder, file)
            if not file.startswith(".") and (file.lower().endswith(SUFFIXES) or _is_layout(path)):
                found = True
                if os.path.isfile(path) or not os.path.exists(path):
                    yield path
                else:
                    report(path, _("is a pipe or a device; name it to read from it"))
    if not found:
        report(name, _("is a folder without pages (*.txt, *.txt.gz, *.pdf, ALTO); name the files"))


def _identity(folder: str) -> tuple[int, int] | str:
    """Return what tells a folder from all others, however it is named."""
    try:
        state = os.stat(folder)
    except OSError:
        return folder
    return (state.st_dev, state.st_ino) if state.st_ino else os.path.realpath(folder)


def _is_layout(path: str) -> bool:
    """Tell whether a file of markup holds pages with places."""
    if not path.lower().endswith(MARKUP):
        return False
    from newsseg.inputs.alto import HEAD, is_layout

    try:
        with open(path, "rb") as file:
            return is_layout(file.read(HEAD))
    except OSError:
        return True  # whoever opens it says why it cannot be read


def _pattern(name: str, report: Report) -> Iterator[str]:
    from glob import glob

    matches = sorted(glob(name, recursive=True))
    yield from expand(matches, report)
    if not matches:
        report(name, _("matches no file; check the pattern"))
