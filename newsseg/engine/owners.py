"""Owners: which article a caption or a jump line belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import itemgetter

from newsseg.engine.evidence import Evidence
from newsseg.engine.flow import Body, Paragraph
from newsseg.engine.lines import join
from newsseg.engine.sort import Piece
from newsseg.geometry import LineBox
from newsseg.grammar import folio

Place = tuple[float, float, float, float]
NEAR = 3.0  # log-odds: a caption stands with its article more often than not
INSIDE, BETWEEN = 9.0, 5.0  # between lines of one of its paragraphs nearly always, between two of them most often
PRINTED = 4.0  # and on paper nearly always
MOST = 200  # articles of a page, at most, whose places on paper are compared
UNOWNED = frozenset({"folio", "guide", "column", "advert"})


def owners(
    apart: Sequence[Piece], bodies: Sequence[Body], texts: Sequence[str], starts: Sequence[tuple[int, int]]
) -> list[tuple[Piece, int | None]]:
    """Return each piece with the number of its body, or None.

    A caption goes to the body it shares its words with, the one it stands in counting a little more; a jump line to the
    body it stands in, or, if it names the page its article comes from, to the one whose title or text follows it:
    ``starts`` are the places where those start, with the numbers of their bodies, in order. The frame, reading guides,
    advertisements and the standing titles of columns belong to nobody.
    """
    shown = [said(join(piece.lines).text) if piece.kind == "caption" else "" for piece in apart]
    evidence = Evidence(texts, filter(None, shown))
    places = {i: place for i, body in enumerate(bodies[:MOST]) if (place := place_of(body))}
    firsts = [body.parts[0].place for body in bodies]
    found: list[tuple[Piece, int | None]] = []
    for piece, text in zip(apart, shown, strict=True):
        near = bisect_right(firsts, piece.place) - 1
        owner = near if near >= 0 else None
        if piece.kind == "caption":
            scores = evidence.scores(text)
            around = printed_around(piece.lines[0].box, places) if places else None
            owner = owner if around is None else around
            if owner is not None:
                near_by = PRINTED if around is not None else nearness(piece.lines[0].pieces[0][0], bodies[owner])
                scores[owner] = scores.get(owner, evidence.none(text)) + near_by
            owner = min(scores, key=lambda body: (-scores[body], body), default=None)
        elif piece.kind == "jump" and folio.comes_from(piece.lines[0].text):
            following = bisect_right(starts, piece.lines[0].pieces[0][0], key=itemgetter(0))
            owner = starts[following][1] if following < len(starts) else owner
        found.append((piece, None if piece.kind in UNOWNED else owner))
    return found


# What tells nothing of a photo's article: how captions open, who took the photo, a scene that is any event's.
UNSAID = re.compile(
    r"^(?:▲|[图圖](?:[为為爲]|[①-⑩一二三四1-4])|[上下左右大小]图[为：:]?)"
    r"|(?:活动|活動|會議|会议|比赛|演出|采访|工作)?[现現]场。?"
    r"|(?:本报|本報|新华社|新華社)?(?:记者|記者|通讯员|通訊員)? ?[^。，\s]{2,4}(?: [^。，\s]{2,4})? ?[摄攝]$"
    r"|(?:[^。，\s]{2,9})?(?:供图|提供)$|(?:资料|資料)[图圖]片$"
)


def said(text: str) -> str:
    """Return of a caption what may tell its article."""
    return UNSAID.sub("", text)


def nearness(start: int, body: Body) -> float:
    """Return the log-odds that a caption that begins at ``start`` of the page's text is of the ``body`` above it."""
    ranges = [part.line.pieces for part in body.parts if isinstance(part, Paragraph) and part.line]
    if any(pieces[0][0] < start < pieces[-1][1] for pieces in ranges):
        return INSIDE
    return BETWEEN if ranges and ranges[0][0][0] < start < ranges[-1][-1][1] else NEAR


def place_of(body: Body) -> Place | None:
    """Return the box around the text of a body on paper, None where that is not known."""
    boxes = [part.line.box for part in body.parts if isinstance(part, Paragraph) and part.line and part.line.box]
    if not boxes:
        return None
    x0, y0 = min(box.x0 for box in boxes), min(box.y0 for box in boxes)
    return x0, y0, max(box.x1 for box in boxes), max(box.y1 for box in boxes)


def printed_around(box: LineBox | None, places: Mapping[int, Place]) -> int | None:
    """Return the body in whose place on paper ``box`` stands, of several the smallest; or else the nearest one."""
    if box is None or not places:
        return None
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2

    def apart(place: Place) -> tuple[float, float]:
        x0, y0, x1, y1 = place
        return max(x0 - x, x - x1, 0) + max(y0 - y, y - y1, 0), (x1 - x0) * (y1 - y0)

    return min(places, key=lambda body: apart(places[body]))
