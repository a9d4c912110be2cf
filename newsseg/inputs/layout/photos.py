"""Photos: the lines that stand below a picture, or beside it, in a type that is not the text's, are its caption."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from newsseg.engine.lines import ends_sentence
from newsseg.inputs.layout.textlines import CROWDED, TextLine


class Photo(NamedTuple):
    """The box of a picture on the page, or of an area that is filled with a colour."""

    x0: float
    y0: float
    x1: float
    y1: float


class Drawn(NamedTuple):
    """What is drawn on a page beside its text.

    ``filled`` is room that pictures and their captions take, ``frames`` are boxes with text in them, ``rules`` lines.
    """

    filled: Sequence[Box] = ()
    frames: Sequence[Photo] = ()
    rules: Sequence[Photo] = ()


class Box(Protocol):
    """What has a place on the page."""

    @property
    def x0(self) -> float: ...  # noqa: D102
    @property
    def y0(self) -> float: ...  # noqa: D102
    @property
    def x1(self) -> float: ...  # noqa: D102
    @property
    def y1(self) -> float: ...  # noqa: D102


NOTHING = Drawn()
SMALLEST = 60.0
"""Points: both sides of a photo are longer; what is smaller is a mark, or a letter drawn as a picture."""
THIN = 3.0
"""Points: a rule is no thicker, and as long as a photo."""
MOST = 100
"""Photos, frames and rules of a page, at most; where there are more, the rest are not looked at."""
BELOW, EDGE = 2.0, 1.0
"""Of the type size: how far below a photo, or beside it, its caption stands; how far it reaches over its edges."""
LEADING = 1.8
"""Of the type size: from one baseline to the next in a caption, at most."""
LINES, LONGEST = 6, 120
"""Lines and characters of a caption, at most."""
LARGER = 1.05
"""Ratio to the text's type: larger type is a headline's."""
ENDS = re.compile(r"(?:摄|攝|供图|供圖|图片|圖片|提供)[）)]?$")
"""How a caption ends that ends no sentence; a subhead below a photo ends neither so."""


def is_rule(photo: Photo) -> bool:
    """Tell whether what is drawn is a line."""
    return min(photo.x1 - photo.x0, photo.y1 - photo.y0) <= THIN


def without_text(photos: Sequence[Photo], lines: Sequence[TextLine]) -> list[Photo]:
    """Return the ``photos`` in which no line stands: others are frames, or tinted boxes."""
    if len(lines) > CROWDED:
        return []
    middles = [((line.x0 + line.x1) / 2, (line.y0 + line.y1) / 2) for line in lines]
    return [
        photo
        for photo in photos
        if not is_rule(photo) and not any(photo.x0 < x < photo.x1 and photo.y0 < y < photo.y1 for x, y in middles)
    ]


def captions_of(lines: Sequence[TextLine], photos: Sequence[Photo]) -> Iterator[list[TextLine]]:
    """Yield the lines of each caption that ``photos`` have, from top to bottom; no line is in two."""
    if not photos or not lines:
        return
    styles = Counter[tuple[str, float]]()
    for line in lines:
        styles[style(line)] += len(line.text)
    body, size = max(styles, key=lambda one: (styles[one], one))
    other = [
        line
        for line in lines
        if style(line) != (body, size) and line.size <= LARGER * size and not line.angle and not line.vertical
    ]
    other.sort(key=lambda line: (line.y0, line.x0))
    taken: set[int] = set()
    for photo in photos:
        free = [line for line in other if line.order not in taken]
        for found in (below(free, photo), beside(free, photo)):
            if is_caption(found):
                taken.update(line.order for line in found)
                yield found
                break


def style(line: TextLine) -> tuple[str, float]:
    """Return what lines of one text have in common."""
    return line.font, round(line.size, 1)


def below(lines: Sequence[TextLine], photo: Photo) -> list[TextLine]:
    """Return the lines of one style that stand next below a photo."""
    found: list[TextLine] = []
    for line in lines:
        edge = EDGE * line.size
        if not (photo.x0 - edge <= line.x0 and line.x1 <= photo.x1 + edge):
            continue
        if not found:
            if -edge / 2 <= line.y0 - photo.y1 <= BELOW * line.size:
                found.append(line)
        elif style(line) == style(found[0]) and line.y1 - found[-1].y1 <= LEADING * line.size:
            found.append(line)
    return found


def beside(lines: Sequence[TextLine], photo: Photo) -> list[TextLine]:
    """Return the lines of one style that stand beside a photo, two at least: one may be a subhead."""
    found: list[TextLine] = []
    for line in lines:
        room = max(line.x0 - photo.x1, photo.x0 - line.x1)
        level = photo.y0 - line.size <= line.y0 and line.y1 <= photo.y1 + line.size
        if level and 0 <= room <= BELOW * line.size and (not found or style(line) == style(found[0])):
            found.append(line)
    return found if len(found) > 1 else []


def is_caption(lines: Sequence[TextLine]) -> bool:
    """Tell whether lines by a photo are its caption."""
    text = "".join(line.text.strip() for line in lines)
    return 0 < len(lines) <= LINES and len(text) <= LONGEST and (ends_sentence(text) or bool(ENDS.search(text)))
