"""Compose dumps of newspaper pages with exact expected records from any JSON lines of articles.

``python -m benchmarks.compose ARTICLES.jsonl --seed 1 --pages 40 --out DIR`` writes pages and ``expected.jsonl``.
The same articles and seed always give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from benchmarks import credits as bylines
from benchmarks import furniture, layout, sequence
from benchmarks.blanks import Mark, rows, write
from benchmarks.habits import KINDS, Habits, habits
from benchmarks.layout import Block, Printed, Source
from benchmarks.names import PLACES
from benchmarks.typeset import Piece

FEWEST, MOST = 3, 9
"""Articles a page, briefs not counted."""
LONGEST = 5200
"""Characters of the longest article that a page takes."""
BARE = 0.4
"""How much seldomer an article has no by-line where its headline stands behind it or elsewhere."""
NOTES = 0.02
"""How often an article ends in a note on its author."""
_BYLINE_LIKE = re.compile(
    r"^[^，。]{0,24}[讯电]\s?[ 　（(]|^[（(【■□●◆▲]|^(本报|新华社)记者"
    r"|[（(][^（()）]{0,60}(记者|通讯员|摄影|供图|摄|作者单位|责编|编辑|撰稿|采写|据)[^（()）]{0,30}[）)]$"
    r"|[（(][\u4e00-\u9fff·\s]{2,12}[）)]$|报道：|^图为|(?<=[。\s]).{0,20}(摄|供图)$"
)


def usable(article: Source) -> bool:
    """Tell whether an article's own text holds nothing that reads as a by-line or caption (expectations stay exact)."""
    parts = article["body"]
    texts = [part["text"] for part in parts]
    paragraphs = [part for part in parts if part["kind"] == "paragraph"]
    return (
        bool(paragraphs)
        and bool(article["headline"].strip())
        and sum(map(len, texts)) <= LONGEST
        and all(text.strip() for text in texts)
        and not any(_BYLINE_LIKE.search(text) for text in texts)
        and parts[-1]["kind"] == "paragraph"
    )


def _subject(article: Source) -> object:
    return article.get("subject") or (article.get("paper"), article.get("date"), article.get("page"))


def choose(rng: Random, articles: Sequence[Source], count: int, neighbours: float) -> list[Source]:
    """Draw usable articles, some of them about one subject where the page has neighbours."""
    groups: defaultdict[object, list[Source]] = defaultdict(list)
    for article in articles:
        groups[_subject(article)].append(article)
    pairs = [group for group in groups.values() if 1 < len(group) < len(articles) / 2]
    near: list[Source] = []
    if pairs and rng.random() < neighbours:
        group = rng.choice(pairs)
        near = rng.sample(group, min(len(group), rng.choice((2, 2, 3)), count))
    drawn = near + rng.sample(list(articles), min(len(articles), 3 * count + 20))
    made: list[Source] = []
    for article in drawn:
        if len(made) < count and usable(article) and all(article["headline"] != other["headline"] for other in made):
            made.append(article)
    rng.shuffle(made)
    return made


def _brief(rng: Random, article: Source) -> Source:
    """Return the article as a brief: its first paragraph or two."""
    parts = [part for part in article["body"] if part["kind"] == "paragraph"][: rng.choice((1, 1, 2))]
    return {"headline": article["headline"], "body": parts}


def _stands(rng: Random, count: int, briefs: range, page: Habits) -> list[str]:
    drawn = rng.choices(list(page.stands), list(page.stands.values()), k=count)
    if count < FEWEST:
        drawn = ["before" if place == "away" else place for place in drawn]
    return ["before" if at in briefs else place for at, place in enumerate(drawn)]


def _noted(rng: Random, parts: Sequence[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Let the last paragraph end in a note on its author: text like any other, for no name is printed."""
    note = rng.choice(("（作者为{}大学教授）", "（作者系{}市社科院研究员）", "（作者单位：{}学院）")).format(
        rng.choice(PLACES)
    )
    return [*parts[:-1], {**parts[-1], "text": parts[-1]["text"] + note}]


def _print(rng: Random, source: Source, number: int, stands: str, page: Habits) -> tuple[Printed, Source]:
    """Set one article."""
    bare = rng.random() < page.no_byline * (1.0 if stands == "before" else BARE)
    made = Printed(stands, () if bare else bylines.draw(rng, page.style))
    parts = layout.with_subheads(rng, source["body"], page)
    if rng.random() < NOTES and not any(line.place == "end" for line in made.bylines):
        parts = _noted(rng, parts)
    source = {**source, "body": parts}
    column = rng.randint(page.narrow, page.wide)
    made.head = layout.set_head(rng, source, number, page, column)
    layout.set_body(rng, parts, number, made, page)
    layout.set_captions(rng, source, number, made, page)
    if rng.random() < page.jumps:
        made.body.append(Block("jump", ((Piece(furniture.jump(rng, top=False), (number, "jumps", 0)),),), number))
    return made, source


def compose(
    articles: Sequence[Source], seed: int, kind: str | None = None, **changes: Any
) -> tuple[str, list[dict[str, Any]]]:
    """Return the text of one page and the records that must come out of it.

    ``kind`` is one of :data:`benchmarks.habits.KINDS` (drawn where it is None); ``changes`` replace single habits.
    """
    rng = Random(f"{seed}")  # noqa: S311 - pages, not secrets
    page = replace(habits(rng, kind or rng.choices(list(KINDS), list(KINDS.values()))[0]), **changes)
    sources = choose(rng, articles, rng.randint(FEWEST, MOST), page.neighbours)
    briefs = range(0)
    if rng.random() < page.briefs:
        first = rng.randint(0, len(sources))
        heads = {source["headline"] for source in sources}
        short = [_brief(rng, source) for source in choose(rng, articles, rng.randint(2, 4), 0.0)]
        sources[first:first] = new = [source for source in short if source["headline"] not in heads]
        briefs = range(first, first + len(new))
    places = _stands(rng, len(sources), briefs, page)
    printed = [_print(rng, source, at, places[at], page) for at, source in enumerate(sources)]
    made = [article for article, _source in printed]
    for at in range(len(made)):
        if at not in briefs and rng.random() < page.torn:
            sequence.tear(rng, made, [source for _article, source in printed], at)
    blocks = sequence.glue(rng, sequence.order(rng, made, briefs, page), page)
    text, marks = write(rows(rng, blocks, page))
    return text, _records(text, marks, printed)


def _records(text: str, marks: Sequence[Mark], printed: Sequence[tuple[Printed, Source]]) -> list[dict[str, Any]]:
    """Return the expected records, in the order of their bodies."""
    ranges: defaultdict[tuple[int, str, int], list[tuple[int, int]]] = defaultdict(list)
    for start, end, tag in marks:
        if tag is not None:
            ranges[tag].append((start, end))
    starts = {
        number: min(r[0] for tag, r in _first(ranges) if tag[:2] == (number, "body")) for number in range(len(printed))
    }
    made = []
    for order, number in enumerate(sorted(starts, key=starts.__getitem__), 1):
        article, source = printed[number]
        made.append({"order": order, **_record(text, ranges, number, article, source)})
    return made


def _first(
    ranges: Mapping[tuple[int, str, int], list[tuple[int, int]]],
) -> list[tuple[tuple[int, str, int], tuple[int, int]]]:
    return [(tag, found[0]) for tag, found in ranges.items()]


def _record(
    text: str,
    ranges: Mapping[tuple[int, str, int], list[tuple[int, int]]],
    number: int,
    article: Printed,
    source: Source,
) -> dict[str, Any]:
    def told(field: str) -> list[str]:
        tags = sorted(tag for tag in ranges if tag[:2] == (number, field))
        return [_joined([text[start:end] for start, end in ranges[tag]]) for tag in tags]

    lines = [line.credits for line in article.bylines] + [caption.credits for caption in article.captions]
    credits = dict.fromkeys(credit for line in lines for credit in line)
    spans = [(f, i, *r) for (n, f, i), found in ranges.items() if n == number for r in found]
    return {
        "kind": "article",
        "headline": told("headline")[0],
        "deck": told("deck"),
        "bylines": told("bylines"),
        "credits": [{"name": n, "role": r, "type": t} for r, n, t in credits],
        "body": [{"kind": part["kind"], "text": line} for part, line in zip(source["body"], told("body"), strict=True)],
        "captions": told("captions"),
        "jumps": told("jumps"),
        "headline_stands": "away" if article.stands == "torn" else article.stands,
        "torn": article.stands == "torn",
        "spans": [list(span) for span in sorted(spans, key=lambda span: span[2])],
    }


def _joined(parts: Sequence[str]) -> str:
    """Join the ranges of an element: no space, unless the break falls between two Latin words."""
    made = ""
    for part in parts:
        latin = made[-1:].isascii() and made[-1:].isalpha() and part[0].isascii() and part[0].isalpha()
        made += f" {part}" if latin else part
    return made


def pages(
    articles: Sequence[Source], seed: int, count: int, kind: str | None = None
) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return ``count`` pages; each record knows its page as ``source``: ``0000.txt`` and so on."""
    made = []
    for nth in range(count):
        text, records = compose(articles, seed * 100_003 + nth, kind)
        name = f"{nth:04}.txt"
        made.append((text, [{"source": name, "page": 1, **record} for record in records]))
    return made


def read_articles(path: Path) -> list[Source]:
    """Read a stock of articles, one JSON object a line."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def main() -> None:
    """Write composed pages and their expected records into a folder."""
    parser = argparse.ArgumentParser(description="Compose newspaper pages with exact expected records.")
    parser.add_argument("articles", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--kind", choices=sorted(KINDS))
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    lines = []
    for nth, (text, records) in enumerate(pages(read_articles(given.articles), given.seed, given.pages, given.kind)):
        (given.out / f"{nth:04}.txt").write_text(text, encoding="utf-8", newline="\n")
        lines += [json.dumps(record, ensure_ascii=False) for record in records]
    (given.out / "expected.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
