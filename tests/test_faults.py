"""Whatever ends a run or spoils an input: the output so far is whole lines, and the message says what is missing."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

from newsseg import split_page, wire
from newsseg.pages import Page, read_pages
from newsseg.runs.jobs import AHEAD
from newsseg.runs.work import BATCH_ITEMS

if TYPE_CHECKING:
    from conftest import Run

posix = pytest.mark.skipif(os.name != "posix", reason="signals and limits of POSIX")
linux = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="reads the list of processes in /proc")
JOBS = pytest.mark.parametrize("options", [[], ["--jobs", "2"]], ids=["one process", "two workers"])
MANY = BATCH_ITEMS * (2 * AHEAD + 1)
"""Pages enough for two workers to give some back before the input ends."""
NEWSSEG = [sys.executable, "-m", "newsseg"]

Process = subprocess.Popen[bytes]


def started(arguments: list[str], environment: dict[str, str], stdout: int | IO[bytes] = subprocess.PIPE) -> Process:
    command = [*NEWSSEG, *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=stdout, stderr=pipe, env=environment, bufsize=0)


def issue(page: str, count: int) -> list[bytes]:
    return [f"第{number}版的新闻\n\n{page}\f".encode() for number in range(count)]


def rows(data: bytes) -> list[dict[str, object]]:
    assert data.endswith(b"\n") or not data
    return [json.loads(line) for line in data.decode().split("\n")[:-1]]


def sent(process: Process, data: bytes) -> None:
    assert process.stdin
    process.stdin.write(data)


def said(process: Process) -> bytes:
    assert process.stderr
    return process.stderr.readline()


@pytest.fixture
def page() -> str:
    """A page of one article: hundreds of it are split here."""
    return "江边新建步道\n\n松湖日报讯（记者/柳青禾）6月3日，江边新建的步道通了，两岸来往更近。\n"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "out.jsonl"


@posix
class TestAnEndInMidRun:
    def test_killed_it_leaves_whole_pages_and_goes_on(
        self, environment: dict[str, str], newsseg: Run, page: str, output: Path
    ) -> None:
        pages = issue(page, 6)
        with output.open("wb") as file, started(["split", "--verbose"], environment, file) as process:
            for number in (1, 2, 3):
                sent(process, pages[number - 1])
                assert said(process).startswith(f"-:{number}: ".encode())
            process.kill()
        assert {row["page"] for row in rows(output.read_bytes())} >= {1, 2}
        assert newsseg("split", "--resume", output, stdin=b"".join(pages)).returncode == 0
        assert output.read_bytes() == newsseg("split", stdin=b"".join(pages)).stdout

    @JOBS
    def test_ctrl_c_leaves_whole_pages(
        self, environment: dict[str, str], page: str, output: Path, options: list[str]
    ) -> None:
        pages = issue(page, MANY)
        with output.open("wb") as file, started(["split", "-v", *options], environment, file) as process:
            sent(process, b"".join(pages))
            assert said(process)  # the first page is done, the process waits for more
            process.send_signal(signal.SIGINT)
            process.communicate()
        assert process.returncode == 130
        numbers = [int(str(row["page"])) for row in rows(output.read_bytes())]
        assert numbers == sorted(numbers)

    @JOBS
    def test_a_closed_pipe_ends_quietly(self, environment: dict[str, str], page: str, options: list[str]) -> None:
        with started(["split", *options], environment) as process:
            assert process.stdout
            process.stdout.close()
            process.stdout = None
            _, words = process.communicate(b"".join(issue(page, 2 * MANY)))
        assert (process.returncode, words) == (0, b"")

    @JOBS
    def test_a_full_disk_is_said_and_leaves_whole_pages(
        self, environment: dict[str, str], newsseg: Run, page: str, output: Path, options: list[str]
    ) -> None:
        data = b"".join(issue(page, 40))
        command = f"ulimit -f 16; exec {shlex.join([*NEWSSEG, 'split', *options])} > {shlex.quote(str(output))}"
        done = subprocess.run(["sh", "-c", command], input=data, stderr=subprocess.PIPE, check=False, env=environment)
        written = rows(output.read_bytes())
        assert done.returncode == 1
        assert written
        missing = f"-:{max(int(str(row['page'])) for row in written) + 1}"
        assert done.stderr.decode().startswith(f"{missing}: File too large; the output ends before this page")
        assert newsseg("split", "--resume", output, stdin=data).returncode == 0
        assert output.read_bytes() == newsseg("split", stdin=data).stdout

    def test_what_stood_in_the_file_before_stays(self, environment: dict[str, str], page: str, output: Path) -> None:
        before = b"x" * 512 * 15 + b"\n"
        output.write_bytes(before)
        command = f"ulimit -f 16; exec {shlex.join([*NEWSSEG, 'split'])} >> {shlex.quote(str(output))}"
        data = b"".join(issue(page, 40))
        done = subprocess.run(["sh", "-c", command], input=data, stderr=subprocess.PIPE, check=False, env=environment)
        assert done.returncode == 1
        assert output.read_bytes().startswith(before)
        rows(output.read_bytes()[len(before) :])

    @pytest.mark.skipif(find_spec("xlsxwriter") is None, reason="xlsxwriter (extra: excel) is not installed")
    @pytest.mark.parametrize("size", [1, 8, 64])
    def test_a_full_temporary_folder_is_said_and_left_clean(
        self, environment: dict[str, str], page: str, tmp_path: Path, size: int
    ) -> None:
        export = shlex.join([*NEWSSEG, "export", "--format", "xlsx"])
        done = subprocess.run(
            ["sh", "-c", f"ulimit -f {size}; {export} | cat"],
            input=b"".join(issue(page, 400)),
            capture_output=True,
            check=False,
            env=environment | {"TMPDIR": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"},
        )
        assert done.stdout == b""
        assert done.stderr.decode().startswith(f"{tmp_path}: File too large; the file is built there first")
        assert done.stderr.count(b"\n") == 1
        assert not list(tmp_path.iterdir())


@linux
class TestAWorkerThatDies:
    def test_nothing_is_lost(self, environment: dict[str, str], newsseg: Run, page: str) -> None:
        pages = issue(page, 2 * MANY)
        with started(["split", "--jobs", "2", "--verbose"], environment) as process:
            assert process.stderr
            sent(process, b"".join(pages[:MANY]))
            assert said(process).startswith(b"-:1: ")
            os.kill(children(process)[0], signal.SIGKILL)
            found, _words = process.communicate(b"".join(pages[MANY:]))
        assert process.returncode == 0
        assert found == newsseg("split", stdin=b"".join(pages)).stdout

    def test_workers_end_with_the_process_that_started_them(self, environment: dict[str, str], page: str) -> None:
        with started(["split", "--jobs", "2", "--verbose"], environment) as process:
            sent(process, b"".join(issue(page, MANY)))
            assert said(process)
            assert len(children(process)) == 2
            process.kill()
            process.communicate()  # returns when the last worker has closed its standard error


def children(process: Process) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("ascii").split()]


class TestInputsThatGoBad:
    @pytest.fixture
    def complaints(self) -> list[tuple[str, str]]:
        return []

    @pytest.fixture
    def reading(self, tmp_path: Path, page: str, complaints: list[tuple[str, str]]) -> Iterator[Page]:
        for name in ("a.txt", "b.txt", "c.txt"):
            (tmp_path / name).write_text(f"{page}\f" * 300, encoding="utf-8")  # more than is read at once
        return read_pages([str(tmp_path)], lambda place, what: complaints.append((Path(place).name, what)))

    def test_a_file_that_vanishes(
        self, reading: Iterator[Page], tmp_path: Path, complaints: list[tuple[str, str]]
    ) -> None:
        next(reading)
        (tmp_path / "b.txt").unlink()
        assert len(list(reading)) == 599
        assert complaints == [("b.txt", "is not there; check the name")]

    @pytest.mark.parametrize("size", [100, 10**6], ids=["shorter", "longer"])
    def test_a_file_that_changes(
        self, reading: Iterator[Page], tmp_path: Path, complaints: list[tuple[str, str]], size: int
    ) -> None:
        next(reading)
        os.truncate(tmp_path / "a.txt", size)
        assert sum(found.source.endswith(("b.txt", "c.txt")) for found in reading) == 600
        assert [place for place, _what in complaints] == ["a.txt"]
        assert "changed while it was read" in complaints[0][1]

    def test_the_bad_ones_are_listed_at_the_end(self, newsseg: Run, tmp_path: Path, page: str) -> None:
        for number in range(5):
            (tmp_path / f"{number}.txt").write_bytes(page.encode() if number % 2 else b"\0\1\2\3" * 99)
        done = newsseg("split", ".", "nowhere.txt", cwd=str(tmp_path))
        assert done.returncode == 1
        said = done.stderr.decode().split("\n")
        assert said[4:] == ["4 inputs were bad:", "./0.txt", "./2.txt", "./4.txt", "nowhere.txt", ""]
        expected = [wire.to_row(record)["headline"] for record in split_page(page)] * 2
        assert [row["headline"] for row in rows(done.stdout)] == expected
