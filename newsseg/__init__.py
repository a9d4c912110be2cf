"""newsseg: the plain text of a Chinese newspaper page in, one record per article out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsseg.geometry import LineBox
    from newsseg.record import Record
    from newsseg.rules import Rules


def split_page(
    text: str, *, source: str = "", page: int = 1, rules: Rules | None = None, boxes: Sequence[LineBox] = ()
) -> list[Record]:
    """Return the records of one page: its articles, and the fragments that belong to none, in order of place.

    ``text`` is the page's plain text; spans count its characters, from 0. ``source`` and ``page`` name the page in the
    records; ``boxes`` tell where its lines stand on paper, where that is known (a PDF). The function is pure and
    picklable: the same text and rules give the same records, in any process. Without ``rules`` the shipped words count.
    """
    from newsseg.engine.assemble import split_page as split  # the engine loads when it is first used

    return split(text, source=source, page=page, rules=rules, boxes=boxes)
