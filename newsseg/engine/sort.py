"""Sort: what belongs to the page's frame, captions and jump lines are taken out of the flow of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsseg.engine.lines import Line, cut, ends_sentence, follows
from newsseg.engine.pictures import LONGEST, is_caption
from newsseg.engine.signs import BARE
from newsseg.engine.unwrap import Block
from newsseg.grammar import bylines, captions, folio
from newsseg.grammar.adverts import is_advert
from newsseg.grammar.columns import is_column
from newsseg.rules import Rules


class Piece(NamedTuple):
    """A block, or lines of one, and its place among the page's blocks."""

    place: int
    kind: str  # paragraph, display, caption, folio, guide, jump, advert or column (the standing title of a column)
    lines: tuple[Line, ...]


SCENE = re.compile("[图圖][为為爲]")
LONGEST_TITLE = 40  # characters, its mark among them
SCRAP = 6  # characters: what the column's edge leaves of a credit on its second line


def pieces(blocks: Sequence[Block], rules: Rules) -> list[Piece]:
    """Return the pieces of a page in its order: each block, or the lines of a display block, by what it is."""
    found: list[Piece] = []
    for place, block in enumerate(blocks):
        for piece in parts(place, block, rules):
            above = found[-1] if found else None
            pictured = above and above.place >= place - 1 and "caption" in {piece.kind, above.kind}
            if above and pictured and completes(piece, above, rules):
                found[-1] = Piece(above.place, "caption", above.lines + piece.lines)
            elif above and above.place == place and above.kind == piece.kind == "display":
                found[-1] = Piece(place, "display", above.lines + piece.lines)
            else:
                found.append(piece)
    return titled(found, rules)


def titled(found: Sequence[Piece], rules: Rules) -> list[Piece]:
    """Return the pieces of a page with the captions that are titles with a mark (▲) told so.

    They end no sentence and name nobody, and text stands below each; a by-line below one tells of all.
    """
    marked = [
        i
        for i, piece in enumerate(found[:-1])
        if piece.kind == "caption" and found[i + 1].kind == "paragraph" and is_marked(piece.lines, rules)
    ]
    titles = list(found)
    if any(bylines.opens(found[i + 1].lines[0].text, rules) for i in marked):
        for i in marked:
            titles[i] = found[i]._replace(kind="display")
    return titles


def is_marked(lines: Sequence[Line], rules: Rules) -> bool:
    """Tell whether a caption is one by its mark alone, and ends no sentence."""
    text = "".join(line.text for line in lines)
    told = ends_sentence(text) or captions.is_credited(text, rules) or captions.opens(text[1:], rules)
    return text[0] in rules.marks and len(text) <= LONGEST_TITLE and not told


def parts(place: int, block: Block, rules: Rules) -> list[Piece]:
    """Return the pieces of one block."""
    if block.kind in {"folio", "guide", "caption"}:
        return [Piece(place, block.kind, (line,)) for line in block.lines]
    if block.kind == "paragraph":
        return paragraph_parts(place, block.lines[0], rules)
    found: list[Piece] = []
    for line in block.lines:
        if len(line.text) <= SCRAP and found and is_caption(f"{found[-1].lines[-1].text}{line.text}", rules):
            found[-1] = Piece(place, "caption", (*found[-1].lines, line))  # the column's edge cut its credit
        elif bylines.might_open(line.text, rules) and bylines.own_line(line.text, rules):
            found.append(Piece(place, "paragraph", (line,)))
        else:
            found.append(Piece(place, kind_of(line, rules), (line,)))
    slogan = len(found) > 1 and found[0].kind == "display"
    if slogan and all(piece.kind == "advert" for piece in found[1:]):
        found[0] = found[0]._replace(kind="advert")
    return found


def paragraph_parts(place: int, line: Line, rules: Rules) -> list[Piece]:
    """Return a paragraph, or the caption it is, with jump lines at its start and end apart."""
    before: list[Piece] = []
    start = 0
    while (found := folio.jump(line.text, start)) and not line.text[start : found[0]].strip():
        before.append(Piece(place, "jump", (cut(line, *found),)))
        start = found[1]
    after = [Piece(place, "jump", (cut(line, *found),))] if found and found[1] == len(line.text) else []
    rest = cut(line, start, found[0] if found and after else len(line.text))
    if not rest.text:
        return before + after
    kind = "caption" if is_caption(rest.text, rules) else "paragraph"
    return [*before, Piece(place, kind, (rest,)), *after]


def kind_of(line: Line, rules: Rules) -> str:
    """Return what a line of a display block is: display, caption, jump, column or advert."""
    if folio.jump(line.text) == (0, len(line.text)):
        return "jump"
    if is_column(line.text, rules):
        return "column"
    if is_advert(line.text, rules):
        return "advert"
    return "caption" if is_caption(line.text, rules) else "display"


def completes(piece: Piece, above: Piece, rules: Rules) -> bool:
    """Tell whether a caption is but the end of the caption, or the text, that stands above it.

    That is its photographer's name, or the scene (图为活动现场) behind what a caption tells.
    """
    if is_scene(piece) and above.kind == "caption" and len(above.lines) == 1:
        told = above.lines[0].text
        return ends_sentence(told) and not SCENE.search(told) and not captions.is_credited(told, rules)
    if len(piece.lines[0].text) > BARE or not captions.is_credit(piece.lines[0].text, rules):
        return False
    if not follows(above.lines[-1], piece.lines[0]):
        return False
    if above.kind == "caption":
        return len(above.lines) == 1
    return above.kind in {"paragraph", "display"} and len(above.lines[-1].text) <= LONGEST


def is_scene(piece: Piece) -> bool:
    """Tell whether a caption opens with the scene that it shows."""
    return piece.kind == "caption" and SCENE.match(piece.lines[0].text) is not None
