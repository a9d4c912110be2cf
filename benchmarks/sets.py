"""The sets of pages that accuracy is measured on. A set whose data is not here is left out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.compose import pages, read_articles
from newsseg.pages import read_pages

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
SHARED = PROJECT.parent / "shared"
INVENTED = HERE / "articles.jsonl"
DEVELOPMENT = SHARED / "articles" / "development.jsonl"
SETS = ("invented", "development", "raw", "pdfium", "real page", "samples")


class Set(NamedTuple):
    """Pages as (source, number, text), and the records expected of them."""

    name: str
    pages: tuple[tuple[str, int, str], ...]
    expected: tuple[Mapping[str, Any], ...]

    @property
    def digest(self) -> str:
        """A hash of pages and expected records: scores can be compared only where it is the same."""
        data = json.dumps([self.pages, self.expected], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(data.encode()).hexdigest()[:16]


def load(name: str, seed: int = 1, count: int = 120, kind: str | None = None) -> Set | None:
    """Return the set of that name, or None where its data is not here; seed, count and kind are for composed pages."""
    if name == "invented":
        return composed(name, INVENTED, seed, count, kind)
    if name == "development":
        return composed(name, DEVELOPMENT, seed, count, kind)
    if name in {"raw", "pdfium"}:
        return _files(name, (SHARED / "extracted" / name).glob("*.txt"), [SHARED / "extracted" / "expected.jsonl"])
    if name == "real page":
        folder = SHARED / "pages"
        return _files(name, folder.glob("*.txt"), folder.glob("*.expected.jsonl"))
    if name == "samples":
        return _files(name, (PROJECT / "samples").glob("*.txt"), (PROJECT / "samples").glob("*.expected.jsonl"))
    raise ValueError(f"no set is called {name}; there are {', '.join(SETS)}")


def composed(name: str, stock: Path, seed: int, count: int, kind: str | None = None) -> Set | None:
    """Return composed pages of a stock of articles."""
    if not stock.exists():
        return None
    made = pages(read_articles(stock), seed, count, kind)
    return Set(
        name,
        tuple((f"{nth:04}.txt", 1, text) for nth, (text, _records) in enumerate(made)),
        tuple(record for _text, records in made for record in records),
    )


def _files(name: str, texts: Iterable[Path], expected: Iterable[Path]) -> Set | None:
    """Return the pages of files; records that name no source are those of the page their own file is named after."""
    made = [page for path in sorted(texts) for page in _pages(path)]
    rows = [row for path in sorted(expected) if path.exists() for row in _rows(path)]
    articles = tuple(row for row in rows if row.get("kind") == "article")
    return Set(name, tuple(made), articles) if made and articles else None


def _rows(path: Path) -> list[dict[str, Any]]:
    source = path.name.replace(".expected.jsonl", ".txt")
    return [{"source": source, "page": 1, **row} for row in read_articles(path)]


def _pages(path: Path) -> list[tuple[str, int, str]]:
    """Return the pages of a file as every command reads them."""

    def report(place: str, what: str) -> None:
        raise ValueError(f"{place}: {what}")

    return [(path.name, page.number, page.text) for page in read_pages([str(path)], report)]
