"""PDF, ALTO and -bbox-layout go wherever a page may go: recognised by what they hold, whatever they are called."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsseg.pages import Page, read_pages

pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed: pip install 'newsseg[pdf]'")

if TYPE_CHECKING:
    from conftest import Run

SAMPLE = Path(__file__).parent.parent / "samples" / "pdf" / "printed.pdf"
PDF = SAMPLE.read_bytes()
EXPECTED = SAMPLE.with_name("printed.expected.jsonl")
ALTO = """<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page ID="p" WIDTH="600" HEIGHT="800"><PrintSpace>
<TextBlock ID="h"><TextLine HPOS="50" VPOS="20" WIDTH="280" HEIGHT="40"><String CONTENT="老码头又开张"/></TextLine>
</TextBlock><TextBlock ID="b">
<TextLine HPOS="50" VPOS="100" WIDTH="200" HEIGHT="20"><String CONTENT="云溪河边的老码头今"/></TextLine>
<TextLine HPOS="50" VPOS="128" WIDTH="200" HEIGHT="20"><String CONTENT="年重新开了张。"/></TextLine>
</TextBlock></PrintSpace></Page></Layout></alto>
"""
BBOX = """<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><doc>
<page width="600" height="800"><flow><block xMin="50" yMin="20" xMax="330" yMax="60">
<line xMin="50" yMin="20" xMax="330" yMax="60"><word xMin="50" yMin="20" xMax="290" yMax="60">老码头又开张</word></line>
</block></flow></page></doc></body></html>
"""
OTHER = '<?xml version="1.0"?><mets xmlns="http://www.loc.gov/METS/"/>'


@pytest.fixture
def newsseg(inside: Run) -> Run:
    """Run most commands here: what only a process of its own can show is shown elsewhere."""
    return inside


def read(*names: Path) -> tuple[list[Page], list[tuple[str, str]]]:
    said: list[tuple[str, str]] = []
    return list(read_pages(map(str, names), lambda place, what: said.append((place, what)))), said


def rows(output: bytes) -> list[dict[str, object]]:
    found = [json.loads(line) for line in output.decode().split("\n") if line]
    return [{key: value for key, value in row.items() if key not in {"id", "source"}} for row in found]


def test_a_pdf_is_known_by_its_first_bytes(tmp_path: Path, newsseg: Run) -> None:
    packed, odd = tmp_path / "page.gz", tmp_path / "page.txt"
    packed.write_bytes(gzip.compress(PDF))
    odd.write_bytes(PDF)
    expected = rows(newsseg("split", SAMPLE).stdout)
    assert len(expected) > 5
    assert rows(newsseg("split", "-", stdin=PDF).stdout) == expected
    assert rows(newsseg("split", packed).stdout) == expected
    assert rows(newsseg("split", odd).stdout) == expected


@pytest.mark.parametrize("data", [ALTO, BBOX], ids=["ALTO", "bbox-layout"])
def test_xml_is_known_by_its_root(data: str, newsseg: Run) -> None:
    done = newsseg("text", "-", stdin=data.encode())
    assert done.stdout.decode().startswith("老码头又开张\n")
    assert not done.stderr
    assert b"nothing lost" in newsseg("verify", "-", stdin=data.encode()).stdout


@pytest.mark.parametrize("chunk", [1, 4, 5000])
def test_how_the_first_bytes_come_makes_no_difference(chunk: int) -> None:
    script = (
        "import sys, io\n"
        "data = open(sys.argv[1], 'rb').read()\n"
        "class Slow(io.BytesIO):\n"
        "    def read1(self, size=-1):\n"
        f"        return self.read({chunk})\n"
        "sys.stdin = io.TextIOWrapper(Slow(data))\n"
        "from newsseg.pages import read_pages\n"
        "[page] = read_pages(['-'], print)\n"
        "print(len(page.text), len(page.boxes))\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(SAMPLE)], capture_output=True, check=True)
    [page] = read_pages([str(SAMPLE)], print)
    assert done.stdout.split() == [str(len(page.text)).encode(), str(len(page.boxes)).encode()]


@pytest.mark.parametrize(
    ("command", "shown"),
    [
        (["text"], "展厅每周二闭馆保养"),
        (["unwrap"], "展厅每周二闭馆保养"),
        (["verify"], "nothing lost"),
        (["show"], "山里的孩子坐上了校车"),
        (["show", "--page"], "山里的孩子坐上了校车"),
        (["credits"], "邵宏正"),
        (["headlines"], "山里的孩子坐上了校车"),
        (["keywords"], '"keywords"'),
        (["export", "--format", "csv"], "山里的孩子坐上了校车"),
        (["eval", str(EXPECTED)], "perfect F1"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_every_command_takes_a_pdf(command: list[str], shown: str, newsseg: Run) -> None:
    done = newsseg(*command, "-", stdin=PDF)
    assert done.returncode == 0, done.stderr
    assert shown in done.stdout.decode()


def test_records_of_a_pdf_keep_it_whole(tmp_path: Path, newsseg: Run) -> None:
    records = tmp_path / "page.jsonl"
    records.write_bytes(newsseg("split", SAMPLE).stdout)
    done = newsseg("verify", SAMPLE, records)
    assert (done.returncode, b"nothing lost" in done.stdout) == (0, True)
    text = newsseg("text", SAMPLE).stdout.decode().removesuffix("\n")
    assert all(not char.strip() for char in set(text) - set("".join(read(SAMPLE)[0][0].text)))


def test_the_pages_of_a_folder(tmp_path: Path) -> None:
    for name, data in {
        "a.pdf": PDF,
        "b.xml": ALTO.encode(),
        "c.html": BBOX.encode(),
        "mets.xml": OTHER.encode(),
    }.items():
        (tmp_path / name).write_bytes(data)
    pages, said = read(tmp_path)
    assert [Path(page.source).name for page in pages] == ["a.pdf", "b.xml", "c.html"]
    assert all(page.boxes for page in pages)
    assert not said


def test_without_the_extra_each_pdf_is_named_and_the_rest_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, data in {"a.pdf": PDF, "b.txt": "云溪\n".encode(), "c.pdf": PDF}.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    pages, said = read(tmp_path)
    assert [page.text for page in pages] == ["云溪\n"]
    assert [Path(place).name for place, what in said if "newsseg[pdf]" in what] == ["a.pdf", "c.pdf"]


def test_bad_pdfs_are_named_and_the_rest_done(tmp_path: Path, newsseg: Run) -> None:
    for name, data in {"a.pdf": b"%PDF-1.4", "b.pdf": b"", "c.pdf": PDF[:500], "d.pdf": PDF}.items():
        (tmp_path / name).write_bytes(data)
    done = newsseg("split", tmp_path)
    assert done.returncode == 1
    assert len(rows(done.stdout)) > 5
    assert [f"{name}.pdf: is a damaged PDF" in done.stderr.decode() for name in "abc"] == [True] * 3


def test_many_cores_and_a_broken_run_give_the_same_bytes(tmp_path: Path, newsseg: Run) -> None:
    for name in "abc":
        shutil.copy(SAMPLE, tmp_path / f"{name}.pdf")
    expected = newsseg("split", "pages", cwd=str(_moved(tmp_path))).stdout
    assert newsseg("split", "--jobs", "2", "pages", cwd=str(tmp_path)).stdout == expected
    output = tmp_path / "out.jsonl"
    output.write_bytes(expected[: len(expected) * 2 // 3])
    newsseg("split", "--resume", output, "pages", cwd=str(tmp_path))
    assert output.read_bytes() == expected


def _moved(folder: Path) -> Path:
    """Put the files of ``folder`` into a folder ``pages`` in it."""
    (folder / "pages").mkdir()
    for path in folder.glob("*.pdf"):
        path.rename(folder / "pages" / path.name)
    return folder
