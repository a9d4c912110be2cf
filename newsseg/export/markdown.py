"""Articles as Markdown: one text, or a file an article with its facts in front (YAML, as note programs read it)."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from newsseg.export.files import replacing
from newsseg.export.rows import article_row
from newsseg.record import Article
from newsseg.safe import for_file, for_terminal, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsseg.record import Record
    from newsseg.reports.tables import Row

FRONT = (
    "id",
    "source",
    "paper",
    "date",
    "page",
    "printed_page",
    "section",
    "headline",
    "outlet",
    "place",
    "credits",
    "keywords",
)
NAME_BYTES = 120  # of a file's name, before what makes it unique: file systems allow 255

# What Markdown reads as markup anywhere in a line, and what it does at a line's beginning.
_INLINE = re.compile(r"([\\`*_\[\]<>|~$&])")
_OPENING = re.compile(r"^(\s*)([#+-]|=+(?=\s*$)|\d+(?=[.)]))")
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\s]+')


def markdown(article: Article) -> str:
    """Return the article as Markdown: headline, deck, by-line, text with its subheads, captions."""
    parts = [f"# {_plain(article.headline)}"] if article.headline else []
    parts += [f"**{_plain(deck)}**" for deck in article.deck]
    parts += [f"*{_plain(byline)}*" for byline in article.bylines]
    parts += [f"## {_plain(e.text)}" if e.kind == "subhead" else _paragraph(e.text) for e in article.body]
    parts += [f"> {_paragraph(text)}" for text in (*article.captions, *article.jumps)]
    return "\n\n".join(parts) + "\n"


def markdown_stream(records: Iterable[Record]) -> Iterator[str]:
    """Yield the articles as pieces of one Markdown text, a rule between two articles."""
    between = ""
    for record in records:
        if isinstance(record, Article):
            yield between + markdown(record)
            between = "\n---\n\n"


def write_files(records: Iterable[Record], folder: Path) -> int:
    """Write each article to a file of its own in ``folder`` (made where there is none); return how many.

    A file is put in its place whole; an article that was written before is written to the same file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for record in records:
        if isinstance(record, Article):
            text = front_matter(article_row(record)) + markdown(record)
            with replacing(folder / file_name(record)) as part:
                part.write_text(text, encoding="utf-8", newline="\n")
            count += 1
    return count


def front_matter(row: Row) -> str:
    """Return an article's facts as YAML between dashes; each value is written as JSON, which YAML includes."""
    facts = ((key, row[key]) for key in FRONT if row[key])
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts)
    return "---\n" + for_terminal("".join(lines)) + "---\n\n"


def file_name(article: Article) -> str:
    """Return the name of the article's file: source, page, order and headline, and what keeps two apart."""
    source = Path(article.source).name or "page"
    words = _NOT_IN_NAMES.sub("_", for_file(f"{source}-{article.page}-{article.order:02}-{article.headline or ''}"))
    short = words.encode()[:NAME_BYTES].decode("utf-8", "ignore").strip("._- ") or "article"
    return f"{short}-{hashlib.sha256(for_file(article.id).encode()).hexdigest()[:6]}.md"


def _plain(text: str | None) -> str:
    return _INLINE.sub(r"\\\1", for_terminal(one_line(text or "")).strip())


def _paragraph(text: str) -> str:
    """Return a paragraph whose beginning no reader takes for a heading or a list."""
    return _OPENING.sub(_escaped_opening, _plain(text))


def _escaped_opening(match: re.Match[str]) -> str:
    blank, mark = match.groups()
    return f"{blank}{mark}\\" if mark.isdigit() else f"{blank}\\{mark}"
