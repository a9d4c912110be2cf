"""Owners: which article a caption or a jump line belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from newsseg.engine.evidence import Evidence
from newsseg.engine.flow import Body
from newsseg.engine.lines import join
from newsseg.engine.sort import Piece
from newsseg.grammar import folio

NEAR = 1.5  # log-odds: a caption stands with its article more often than not
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
    evidence = Evidence(texts, (line.text for piece in apart if piece.kind == "caption" for line in piece.lines))
    firsts = [body.parts[0].place for body in bodies]
    found: list[tuple[Piece, int | None]] = []
    for piece in apart:
        near = bisect_right(firsts, piece.place) - 1
        owner = near if near >= 0 else None
        if piece.kind == "caption":
            text = join(piece.lines).text
            scores = evidence.scores(text)
            if owner is not None:
                scores[owner] = scores.get(owner, evidence.none(text)) + NEAR
            owner = min(scores, key=lambda body: (-scores[body], body), default=None)
        elif piece.kind == "jump" and folio.comes_from(piece.lines[0].text):
            following = bisect_right(starts, piece.lines[0].pieces[0][0], key=itemgetter(0))
            owner = starts[following][1] if following < len(starts) else owner
        found.append((piece, None if piece.kind in UNOWNED else owner))
    return found
