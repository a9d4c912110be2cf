"""How fast, how big, how linear: ``make bench`` prints each figure beside its target.

All figures are ratios of things measured in turns in one run, or memory; so they hold on any machine.
``python -m benchmarks.bench --only memory --megabytes 1000`` runs one part, here with the full stream.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from importlib.util import find_spec
from itertools import cycle, pairwise
from pathlib import Path
from shutil import which
from typing import NamedTuple

from benchmarks.compose import pages as composed
from benchmarks.compose import read_articles
from benchmarks.hostile import SHAPES
from benchmarks.measure import MEGABYTE, NEWSSEG, growth, medians, processor_seconds, seconds_of, stream, wall_seconds

ARTICLES = Path(__file__).with_name("articles.jsonl")
DOUBLINGS = 6
PAGE_SIZE = 2000  # characters of the smallest page
SHAPE_SIZE = 1000  # characters of the smallest text of a hostile shape
PDF_PAGES = 12
LEAST = 0.02  # seconds: what takes less is noise
COMMANDS: dict[str, list[str]] = {
    "split": ["split"],
    "unwrap": ["unwrap"],
    "headlines": ["headlines"],
    "credits": ["credits"],
    "keywords": ["keywords"],
    "show": ["show"],
    "show, HTML": ["show", "--html"],
    "export, CSV": ["export", "--format", "csv"],
    "export, TEI": ["export", "--format", "tei"],
    "export, HTML": ["export", "--format", "html"],
    "verify": ["verify"],
}


class Figure(NamedTuple):
    """One line of the table: what was measured, and what it should at most (or, ``least``, at least) be."""

    name: str
    value: float
    target: float
    unit: str = "×"
    least: bool = False

    @property
    def line(self) -> str:
        """The line as it is printed."""
        good = self.value >= self.target if self.least else self.value <= self.target
        sign, verdict = "≥" if self.least else "≤", "" if good else "MISSED"
        return f"{self.name:<52} {self.value:>9.2f} {self.unit:<3} {sign} {self.target:g}  {verdict}".rstrip()


def startup(page: Path, rounds: int) -> Iterator[Figure]:
    """Measure start-up beside that of what newsseg imports."""
    bare = [sys.executable, "-c", "import click, regex"]
    runs = {"bare": bare, "split": [*NEWSSEG, "split", str(page)], "help": [*NEWSSEG, "--help"]}
    seen = medians({name: partial(processor_seconds, command) for name, command in runs.items()}, rounds)
    yield Figure("newsseg split PAGE / import click, regex", seen["split"] / seen["bare"], 1.5)
    yield Figure("newsseg --help / import click, regex", seen["help"] / seen["bare"], 1.3)


def throughput(texts: list[str], path: Path, rounds: int) -> Iterator[Figure]:
    """Measure whole commands over many pages beside jieba on the same text, its dictionary loaded before."""
    import jieba

    jieba.setLogLevel(60)
    jieba.lcut("词")
    size = path.stat().st_size / MEGABYTE
    some = texts[: max(1, len(texts) // 4)]
    share = sum(len(text.encode()) for text in some) / MEGABYTE / size
    seen = medians(
        {
            "jieba": lambda: seconds_of(jieba.lcut, "\n".join(some)) / share,
            "split": lambda: processor_seconds([*NEWSSEG, "split"], path),
            "unwrap": lambda: processor_seconds([*NEWSSEG, "unwrap"], path),
        },
        rounds,
    )
    for name, seconds in seen.items():
        print(f"  {name}: {size / seconds:.2f} MB/s")
    yield Figure("newsseg split / jieba.lcut (MB/s)", seen["jieba"] / seen["split"], 5, least=True)
    yield Figure("newsseg unwrap / newsseg split (MB/s)", seen["split"] / seen["unwrap"], 2, least=True)


def many_cores(path: Path, rounds: int) -> Iterator[Figure]:
    """Measure two workers beside one process."""
    runs = {jobs: [*NEWSSEG, "split", "--jobs", jobs] for jobs in ("1", "2")}
    seen = medians({jobs: partial(wall_seconds, command, path) for jobs, command in runs.items()}, rounds)
    yield Figure("newsseg split: --jobs 2 / --jobs 1", seen["1"] / seen["2"], 1.7, least=True)


def printed(folder: Path, pages: int, rounds: int) -> Iterator[Figure]:
    """Measure PDF pages a second beside ``pdftotext -raw``, which only reads them."""
    if not (find_spec("reportlab") and find_spec("pypdfium2")):
        print("  left out: pypdfium2 and reportlab are not installed")
        return
    from benchmarks.pdfpages import compose

    articles = read_articles(ARTICLES)
    names = [str(folder / f"{nth:04}.pdf") for nth in range(pages)]
    for nth, name in enumerate(names):
        Path(name).write_bytes(compose(articles, nth)[0])
    runs: dict[str, Callable[[], float]] = {
        "newsseg split": lambda: processor_seconds([*NEWSSEG, "split", *names]),
        "newsseg text": lambda: processor_seconds([*NEWSSEG, "text", *names]),
    }
    if which("pdftotext"):
        runs["pdftotext -raw"] = lambda: sum(processor_seconds(["pdftotext", "-raw", name, "-"]) for name in names)
    seen = medians(runs, rounds)
    for name, seconds in seen.items():
        print(f"  {name}: {pages / seconds:.1f} pages/s")
    if "pdftotext -raw" not in seen:
        print("  pdftotext is not installed: nothing to compare with")
        return
    yield Figure("newsseg split / pdftotext -raw (PDF)", seen["newsseg split"] / seen["pdftotext -raw"], 15)


def memory(texts: list[str], megabytes: float) -> Iterator[Figure]:
    """Measure memory while a long stream of pages goes through a pipe."""
    for options in ([], ["--jobs", "2"]):
        data = (f"{text}\f".encode() for text in cycle(texts))
        seen = stream([*NEWSSEG, "split", *options], data, megabytes * MEGABYTE)
        name = " ".join(["split", *options])
        print(f"  {name}: {seen.sent / MEGABYTE:.0f} MB in {seen.seconds:.0f} s", flush=True)
        yield Figure(f"{name}: peak memory", seen.peak, 80, "MB")
        yield Figure(f"{name}: peak, second half of the stream / first", seen.second_half / seen.first_half, 1.1)
        yield Figure(f"{name}: first line out after", 100 * seen.first_line_after / seen.sent, 99, "%")


def linear(texts: list[str], only: str) -> Iterator[Figure]:
    """Measure each command on a page that grows by doubling, and the two that read text on hostile shapes."""
    from click.testing import CliRunner

    from newsseg import split_page
    from newsseg.__main__ import FIRST_COLLECTION
    from newsseg.cli import main
    from newsseg.engine.unwrap import unwrap_text

    gc.set_threshold(FIRST_COLLECTION)  # as the program does
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.txt")

        def call(arguments: list[str], text: str) -> None:
            path.write_text(text, encoding="utf-8")
            result = CliRunner().invoke(main, [*arguments, str(path)])
            if result.exit_code:
                raise AssertionError(result.output)

        whole = "\n\n".join(texts)
        size = min(len(whole) >> DOUBLINGS, PAGE_SIZE)
        for name, arguments in COMMANDS.items():
            if only in name:
                long = [whole[: size << k] for k in range(DOUBLINGS + 1)]
                yield doubling(name, growth(partial(call, arguments), long, 2.2))
    for name, run in (("split", split_page), ("unwrap", unwrap_text)):
        for shape, make in SHAPES.items():
            if only in f"{name}: {shape}":
                long = [make(SHAPE_SIZE << k) for k in range(DOUBLINGS + 1)]
                yield doubling(f"{name}: {shape}", growth(run, long, 2.2))


def doubling(name: str, seconds: list[float]) -> Figure:
    """Return what a doubling costs on the mean of those that took long enough to be measured.

    A single one is moved by what the added text happens to hold, and by the processor's caches; the worst is named.
    """
    long = [value for value in seconds if value > LEAST]
    ratios = [b / a for a, b in pairwise(long)]
    mean = (long[-1] / long[0]) ** (1 / len(ratios)) if ratios else 0.0
    return Figure(f"{name} ({seconds[-1]:.2f} s, worst {max(ratios, default=0):.2f} ×)", mean, 2.2)


def main() -> None:
    """Measure what is asked for and print the table."""
    parser = argparse.ArgumentParser(description="Measure speed, memory and growth beside the targets.")
    parser.add_argument("--only", choices=("startup", "throughput", "cores", "pdf", "memory", "linear"))
    parser.add_argument("--rounds", type=int, default=5, help="measurements of which the median counts")
    parser.add_argument("--pages", type=int, default=240, help="composed pages, 10 kB each")
    parser.add_argument("--megabytes", type=float, default=20, help="of the stream that memory is measured on")
    parser.add_argument("--shape", default="", help="only the commands and hostile shapes whose name holds this")
    options = parser.parse_args()
    texts = [text for text, _records in composed(read_articles(ARTICLES), 1, options.pages, None)]
    with tempfile.TemporaryDirectory() as folder:
        page, many = Path(folder, "page.txt"), Path(folder, "pages.txt")
        page.write_text(texts[0], encoding="utf-8")
        many.write_text("\f".join(texts), encoding="utf-8")
        parts: dict[str, Callable[[], Iterator[Figure]]] = {
            "startup": lambda: startup(page, 3 * options.rounds),
            "throughput": lambda: throughput(texts, many, options.rounds),
            "cores": lambda: many_cores(many, options.rounds),
            "pdf": lambda: printed(Path(folder), PDF_PAGES, options.rounds),
            "memory": lambda: memory(texts, options.megabytes),
            "linear": lambda: linear(texts, options.shape),
        }
        for name, part in parts.items():
            if options.only in (None, name):
                print(name, flush=True)
                for figure in part():
                    print(figure.line, flush=True)


if __name__ == "__main__":
    main()
