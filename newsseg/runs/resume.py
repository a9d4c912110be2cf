"""Resume: what an output file already holds, so that a long run goes on where it was broken off.

A run ends anywhere: killed, or the disk full. The last line may then be torn and the last page may lack records, so
the last page is always taken out of the file and done again. The file becomes what an unbroken run would have written.
"""

from __future__ import annotations

import json
import re
from typing import BinaryIO, TypeAlias

from newsseg.i18n import _
from newsseg.wire import from_row, loads

Place: TypeAlias = tuple[str, int]
"""Source and page."""

BEGIN = b'{"kind": "'
HEAD = re.compile(rb'\{"kind": "[a-z]+", "id": "(?:[^"\\]|\\.)*", "source": ("(?:[^"\\]|\\.)*+"), "page": (\d+),')
"""How newsseg begins a line: enough to know whose it is, much sooner than by reading all of it."""


class ResumeError(ValueError):
    """An output file that no run of newsseg wrote; the message says ``FILE:LINE: what, and what to do``."""


def resume(file: BinaryIO, name: str) -> set[Place]:
    """Cut ``file`` (opened for reading and writing) at its last page, and return the pages that stand in it.

    ``ResumeError`` names the line that is no record; the file is then as it was.
    """
    done: set[Place] = set()
    last: Place | None = None
    start = end = 0  # where the last page begins, and where the line read last ends
    for number, line in enumerate(file, 1):
        # A power cut may leave zero bytes for what was not written any more.
        torn = not line.endswith(b"\n") and BEGIN.startswith(line.rstrip(b"\0")[: len(BEGIN)])
        place = None if torn else _place(line)
        if torn:
            break
        if place is None:
            what = _("is no record; name the file that a run of newsseg split was writing")
            raise ResumeError(f"{name}:{number}: {what}")
        if place != last:
            start, last = end, place
            done.add(place)
        end += len(line)
    if last:
        done.discard(last)
    file.seek(start)
    file.truncate()
    return done


def _place(line: bytes) -> Place | None:
    found = HEAD.match(line)
    try:
        if found:
            return json.loads(found[1]), int(found[2])
        record = from_row(loads(line.decode()))
    except ValueError:
        return None
    return record.source, record.page
