"""A run that was broken off goes on: the output file becomes what an unbroken run would have written."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsseg import split_page, wire
from newsseg.pages import Page
from newsseg.rules import load
from newsseg.runs import resume
from newsseg.runs.work import Wanted, split_batch

if TYPE_CHECKING:
    from conftest import Run

ONE = "江边新建步道\n\n松湖日报讯（记者/柳青禾）6月3日，江边新建的步道通了。\n"
PAGES = [Page(name, number, f"{ONE}\n{name}{number}") for name in ("a.txt", 'b "\\ü.txt') for number in (1, 2, 3)]
DONE = split_batch(PAGES, load(), Wanted())
WHOLE = "".join(done.lines for done in DONE).encode()
OTHERS = [
    pytest.param(b"not a line of JSON\n", 1, id="text"),
    pytest.param(b"a file without a line end", 1, id="no line end"),
    pytest.param(WHOLE + b'{"name": "x"}\n', len(WHOLE.split(b"\n")), id="other JSON"),
    pytest.param(b"\xff\xfe\0\n", 1, id="bytes"),
]


def cut_at(size: int) -> io.BytesIO:
    return io.BytesIO(WHOLE[:size])


@given(st.integers(0, len(WHOLE)), st.sampled_from([0, 5, 4096]))
@settings(deadline=None)
def test_wherever_it_ended_the_rest_makes_it_whole(size: int, zeros: int) -> None:
    file = io.BytesIO(WHOLE[:size] + bytes(zeros))  # a power cut may leave zero bytes behind
    there = resume.resume(file, "out.jsonl")
    rest = (done.lines for done in DONE if (done.source, done.page) not in there)
    assert file.tell() == len(file.getvalue())
    assert file.getvalue() + "".join(rest).encode() == WHOLE


def test_the_last_page_is_done_again_even_if_it_looks_whole() -> None:
    there = resume.resume(cut_at(len(WHOLE)), "out.jsonl")
    assert there == {(page.source, page.number) for page in PAGES[:-1]}


def test_a_page_that_was_left_out_is_done_after_the_others() -> None:
    file = io.BytesIO("".join(done.lines for k, done in enumerate(DONE) if k != 2).encode())
    assert ("a.txt", 3) not in resume.resume(file, "out.jsonl")


@pytest.mark.parametrize(("content", "line"), OTHERS)
def test_another_file_is_left_alone(content: bytes, line: int) -> None:
    file = io.BytesIO(content)
    with pytest.raises(resume.ResumeError, match=rf"^out.jsonl:{line}: is no record"):
        resume.resume(file, "out.jsonl")
    assert file.getvalue() == content


def test_lines_that_another_program_wrote_anew_are_known() -> None:
    rows = [json.loads(line) for line in WHOLE.decode().split("\n")[:-1]]
    file = io.BytesIO("".join(json.dumps(dict(sorted(row.items()))) + "\n" for row in rows).encode())
    assert len(resume.resume(file, "out.jsonl")) == len(PAGES) - 1


def goes_on(newsseg: Run, output: Path, size: int, *options: str) -> None:
    data = "\f".join([ONE] * 5).encode()
    whole = "".join(done.lines for done in split_batch([Page("-", k, ONE) for k in range(1, 6)], load(), Wanted()))
    output.write_bytes(whole.encode()[:size])
    assert newsseg("split", *options, "--resume", output, stdin=data).returncode == 0
    assert output.read_text(encoding="utf-8") == whole


class TestTheCommand:
    def test_a_new_file_is_made_and_standard_output_is_silent(self, newsseg: Run, tmp_path: Path) -> None:
        done = newsseg("split", "--resume", "out.jsonl", stdin=ONE.encode(), cwd=str(tmp_path))
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        expected = [wire.to_json(record) for record in split_page(ONE, source="-")]
        assert (tmp_path / "out.jsonl").read_text(encoding="utf-8").split("\n")[:-1] == expected

    @pytest.mark.parametrize("size", [0, 1, 700, 1500, 10**6])
    def test_it_goes_on(self, inside: Run, tmp_path: Path, size: int) -> None:
        goes_on(inside, tmp_path / "out.jsonl", size)

    @pytest.mark.parametrize("size", [0, 1500])
    def test_two_processes_go_on(self, newsseg: Run, tmp_path: Path, size: int) -> None:
        goes_on(newsseg, tmp_path / "out.jsonl", size, "--jobs", "2")

    def test_another_file_is_refused(self, newsseg: Run, tmp_path: Path) -> None:
        notes = tmp_path / "notes.txt"
        notes.write_text("my notes", encoding="utf-8")
        done = newsseg("split", "--resume", "notes.txt", stdin=ONE.encode(), cwd=str(tmp_path))
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.decode().startswith("notes.txt:1: is no record; name the file")
        assert notes.read_text(encoding="utf-8") == "my notes"
