"""Typeset newspaper pages as PDF with exact expected records, from any JSON lines of articles.

``python -m benchmarks.pdfpages ARTICLES.jsonl --seed 1 --pages 40 --out DIR`` writes PDFs and ``expected.jsonl``.
Its characters are boxes (see ``boxfont``), unless another font is made known under the names of ``sheet``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from benchmarks import boxfont, furniture
from benchmarks import credits as bylines
from benchmarks.compose import choose, read_articles
from benchmarks.layout import Source
from benchmarks.names import PAPERS
from benchmarks.sheet import FONTS, SONG, Box, Style, Text, set_article, style, wide_style

ORDERS = {"logical": 4, "heads last": 2, "boxes shuffled": 3, "parts shuffled": 2, "rows": 1, "characters": 1}
"""In which order a page is drawn; ``characters`` draws each by itself, as some programs do."""
MARGIN = 36.0


class Sheet(NamedTuple):
    """A page's size, where its corner lies, and whether type is drawn at size 1 by a matrix, as some programs do."""

    width: float
    height: float
    corner: float = 0.0
    scaled: bool = False


class Placed(NamedTuple):
    """An article's box with its place on the page."""

    x: float
    y: float
    box: Box


def compose(
    articles: Sequence[Source],
    seed: int,
    order: str | None = None,
    places: Mapping[str, float] | None = None,
    folio: Sequence[str] = (),
    *,
    wide: bool = False,
) -> tuple[bytes, list[dict[str, Any]]]:
    """Return one page as PDF, and the records that must come out of it.

    ``order`` is one of :data:`ORDERS`, ``places`` weigh where headlines stand, ``folio`` is what the page prints above
    its articles; each is drawn where it is not given. ``wide`` draws the style from wider ranges.
    """
    rng = Random(f"{'wide' if wide else 'pdf'} {seed}")  # noqa: S311 - pages, not secrets
    page = (wide_style if wide else style)(rng, places)
    order = order or rng.choices(list(ORDERS), list(ORDERS.values()))[0]
    habit = bylines.style(rng, rng.choice(PAPERS))
    sources = choose(rng, articles, rng.randint(3, 8), 0.3)
    grid = rng.randint(3, 9) if wide else rng.choice((4, 5, 6, 7))
    placed = list(_stacked(rng, sources, habit, page, grid))
    width = max(item.x + item.box.width for item in placed) + MARGIN
    height = max(item.y + item.box.height for item in placed) + MARGIN
    texts = _folio(folio or furniture.folio(rng, habit.outlet, top=True), page, width) + list(
        _texts(rng, placed, order)
    )
    sheet = Sheet(width, height, rng.uniform(0, 40), rng.random() < 0.5) if wide else Sheet(width, height)
    frames = [(item.x, item.y, item.box.width, item.box.height) for item in placed if item.box.frame]
    return _pdf(texts, sheet, order, frames), [item.box.record for item in placed]


def _stacked(rng: Random, sources: Sequence[Source], habit: bylines.Style, page: Style, grid: int) -> Iterator[Placed]:
    """Yield the articles in rows of boxes, or in bands that stand beside each other, each with rows of its own."""
    bands = [grid] if rng.random() < 0.6 or grid < 5 else [grid - 2, 2]
    space = max(1.8, page.gutter) * page.size
    left, rest = MARGIN, list(sources)
    for nth, band in enumerate(bands):
        share = rest if nth == len(bands) - 1 else rest[: max(1, len(rest) * band // grid)]
        rest = rest[len(share) :]
        y, reach = MARGIN + 3 * page.size, left
        while share:
            parts = _shares(rng, band, len(share))
            x, low = left, y
            for columns in parts:
                box = set_article(rng, share.pop(0), bylines.draw(rng, habit), page, columns)
                yield Placed(x, y, box)
                x += box.width + space
                low = max(low, y + box.height)
            reach = max(reach, x)
            y = low + rng.choice((0.3, 1.0, 2.0)) * page.line
        left = reach


def _shares(rng: Random, columns: int, articles: int) -> list[int]:
    """Return how the columns of a row are shared by its articles."""
    parts: list[int] = []
    while columns and len(parts) < articles:
        part = rng.randint(1, columns)
        parts.append(part if len(parts) < articles - 1 else columns)
        columns -= parts[-1]
    return parts


def _folio(lines: Sequence[str], page: Style, width: float) -> list[Text]:
    return [Text(MARGIN + at * width / 2, MARGIN, line, page.size) for at, line in enumerate(lines)]


def _texts(rng: Random, placed: Sequence[Placed], order: str) -> Iterator[Text]:
    """Yield all that is drawn, in the page's order."""
    parts = [[_moved(item, text) for text in group] for item in placed for group in _groups(rng, item.box)]
    if order == "heads last":
        heads = [[_moved(item, text) for text in item.box.head] for item in placed]
        parts = [part for part in parts if part not in heads] + heads
    elif order in {"boxes shuffled", "parts shuffled"}:
        if order == "boxes shuffled":
            whole = [[_moved(item, text) for group in _groups(rng, item.box) for text in group] for item in placed]
            parts = whole
        rng.shuffle(parts)
    texts = [text for part in parts for text in part]
    yield from sorted(texts, key=lambda text: (round(text.y), text.x)) if order == "rows" else texts


def _groups(rng: Random, box: Box) -> list[list[Text]]:
    groups = [box.head, box.body, box.captions]
    return groups if rng.random() < 0.7 else [groups[1], groups[0], groups[2]]


def _moved(item: Placed, text: Text) -> Text:
    return text._replace(x=text.x + item.x, y=text.y + item.y)


def _pdf(texts: Iterable[Text], sheet: Sheet, order: str, frames: Sequence[tuple[float, ...]] = ()) -> bytes:
    boxfont.register(*FONTS)
    height = sheet.height + sheet.corner
    canvas = Canvas("", pagesize=(sheet.width, sheet.height), invariant=1)
    if sheet.corner:
        canvas.setCropBox((sheet.corner, sheet.corner, sheet.width + sheet.corner, height))
        canvas._pagesize = (sheet.width + 2 * abs(sheet.corner), sheet.height + 2 * abs(sheet.corner))  # noqa: SLF001
    for x, y, wide, high in frames:
        canvas.setFillGray(0.9)
        canvas.rect(x + sheet.corner, height - y - high, wide, high, fill=1)
        canvas.setFillGray(0)
    for text in texts:
        _draw(canvas, text._replace(x=text.x + sheet.corner, y=height - text.y), order, scaled=sheet.scaled)
    canvas.showPage()
    data = canvas.getpdfdata()
    return bytes(data)


def _draw(canvas: Canvas, text: Text, order: str, *, scaled: bool) -> None:
    """Draw a line of text whose ``y`` counts from below."""
    font = text.font or SONG
    if text.vertical:
        for at, char in enumerate(text.text):
            middle = text.x + (text.size - pdfmetrics.stringWidth(char, SONG, text.size)) / 2
            _string(canvas, Text(middle, text.y - at * text.size * 1.1, char, text.size, font=font), 0.0, scaled=scaled)
        return
    space, x = _space(text), text.x
    if order != "characters":
        _string(canvas, text, space, scaled=scaled)
        return
    for char in text.text:
        _string(canvas, text._replace(x=x, text=char), 0.0, scaled=scaled)
        x += (pdfmetrics.stringWidth(char, SONG, text.size) + space) * text.stretch


def _string(canvas: Canvas, text: Text, space: float, *, scaled: bool) -> None:
    font, size = text.font or SONG, text.size
    if not scaled and text.stretch == 1:
        canvas.setFont(font, size)
        canvas.drawString(text.x, text.y, text.text, charSpace=space)
        return
    made = canvas.beginText()
    made.setFont(font, 1 if scaled else size)
    if scaled:
        made.setTextTransform(size * text.stretch, 0, 0, size, text.x, text.y)
        made.setCharSpace(space / size)
    else:
        made.setTextOrigin(text.x, text.y)
        made.setHorizScale(100 * text.stretch)
        made.setCharSpace(space)
    made.textOut(text.text)
    canvas.drawText(made)
    if not scaled:
        made = canvas.beginText()
        made.setHorizScale(100)
        made.setCharSpace(0)
        canvas.drawText(made)


def _space(text: Text) -> float:
    """Return what is added after each character to spread a line to its width."""
    if not text.width or len(text.text) < 2:
        return 0.0
    room = text.width / text.stretch - pdfmetrics.stringWidth(text.text, SONG, text.size)
    return float(room / (len(text.text) - 1))


def main() -> None:
    """Write typeset pages and their expected records into a folder."""
    parser = argparse.ArgumentParser(description="Typeset newspaper pages as PDF with exact expected records.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--order", choices=sorted(ORDERS))
    parser.add_argument("--wide", action="store_true", help="layouts from wider ranges")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    articles, lines = read_articles(given.articles), []
    for nth in range(given.pages):
        pdf, records = compose(articles, given.seed * 100_003 + nth, given.order, wide=given.wide)
        name = f"{nth:04}.pdf"
        (given.out / name).write_bytes(pdf)
        lines += [json.dumps({"source": name, "page": 1, **record}, ensure_ascii=False) for record in records]
    (given.out / "expected.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
