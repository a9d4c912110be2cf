"""The sets of pages that accuracy is measured on. A set whose data is not here is left out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.compose import pages, read_articles
from newsseg.geometry import LineBox
from newsseg.pages import Page, read_pages

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
SHARED = PROJECT.parent / "shared"
INVENTED = HERE / "articles.jsonl"
LESSONS = HERE / "lessons.jsonl"
TITLES = HERE / "titles.jsonl"
DEVELOPMENT = SHARED / "articles" / "development.jsonl"
SETS = ("invented", "development", "raw", "pdfium", "pdf", "typeset", "real page", "samples")


class Set(NamedTuple):
    """Pages as (source, number, text), and the records expected of them.

    Of printed pages ``boxes`` tells for each page where its lines stand; their text is read by newsseg, so ``made``
    says which pages they are.
    """

    name: str
    pages: tuple[tuple[str, int, str], ...]
    expected: tuple[Mapping[str, Any], ...]
    boxes: tuple[tuple[LineBox, ...], ...] = ()
    made: str = ""

    @property
    def printed(self) -> Iterator[Page]:
        """The pages as newsseg reads them."""
        for (source, number, text), boxes in zip(self.pages, self.boxes or [()] * len(self.pages), strict=True):
            yield Page(source, number, text, boxes)

    @property
    def digest(self) -> str:
        """A hash of pages and expected records: scores can be compared only where it is the same."""
        data = json.dumps([self.made or self.pages, self.expected], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(data.encode()).hexdigest()[:16]


def load(name: str, seed: int = 1, count: int = 120, kind: str | None = None) -> Set | None:
    """Return the set of that name, or None where its data is not here; seed, count and kind are for composed pages."""
    if name in {"invented", "development"}:
        return composed(name, INVENTED if name == "invented" else DEVELOPMENT, seed, count, kind)
    if name in {"raw", "pdfium"}:
        return _files(name, (SHARED / "extracted" / name).glob("*.txt"), [SHARED / "extracted" / "expected.jsonl"])
    if name == "pdf":
        return _printed(SHARED / "extracted")
    if name == "typeset":
        return typeset(seed, count)
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


def typeset(seed: int, count: int) -> Set | None:
    """Return typeset pages, every second one from the wider ranges, or None where a package for PDF is missing."""
    if not (find_spec("reportlab") and find_spec("pypdfium2")):
        return None
    from benchmarks.pdfpages import compose

    stock = read_articles(INVENTED)
    made = [compose(stock, seed * SEEDS + nth, wide=nth % 2 == 1) for nth in range(count)]
    names = [f"{nth:04}.pdf" for nth in range(count)]
    expected = [
        {"source": name, "page": 1, **record}
        for name, (_pdf, records) in zip(names, made, strict=True)
        for record in records
    ]
    return _read("typeset", [(name, pdf) for name, (pdf, _) in zip(names, made, strict=True)], expected, f"seed {seed}")


SEEDS = 100_003
"""Seeds of single pages that one seed of a set stands for."""


def _printed(folder: Path) -> Set | None:
    """Return the PDF pages of a folder, of which the same records are expected as of their text."""
    paths = sorted((folder / "pdf").glob("*.pdf"))
    if not paths or not find_spec("pypdfium2"):
        return None
    rows = read_articles(folder / "expected.jsonl")
    expected = [{**row, "source": row["source"].replace(".txt", ".pdf")} for row in rows]
    return _read("pdf", [(path.name, path.read_bytes()) for path in paths], expected, "files")


def _read(name: str, files: Sequence[tuple[str, bytes]], expected: Sequence[Mapping[str, Any]], made: str) -> Set:
    """Return the pages of PDF files."""
    from newsseg.inputs.pdf import read_pdf

    def report(place: str, what: str) -> None:
        raise ValueError(f"{place}: {what}")

    pages = [(source, page) for source, data in files for page in read_pdf(data, report, name=source)]
    texts = tuple((source, page.number, page.text) for source, page in pages)
    return Set(name, texts, tuple(expected), tuple(page.lines for _source, page in pages), f"{name}, {made}")


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
