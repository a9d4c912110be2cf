"""The program as its users run it: commands, messages, exit codes and pipes."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from newsseg import split_page, wire
from newsseg.cli import main

if TYPE_CHECKING:
    from conftest import Run

COMMANDS = main.list_commands(click.Context(main))
ROOT = Path(__file__).parent.parent
posix = pytest.mark.skipif(os.name != "posix", reason="signals and terminals of POSIX")


def lines(data: bytes) -> list[str]:
    return data.decode().split("\n")[:-1]


@pytest.fixture
def page_file(tmp_path: Path, page: str) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(page.encode())
    return path


@pytest.fixture
def records(page: str) -> list[str]:
    return [wire.to_json(record) for record in split_page(page, source="-")]


class TestTheGroup:
    @pytest.mark.parametrize("flag", ["--help", "-h"])
    @pytest.mark.parametrize("command", COMMANDS)
    def test_each_command_loads_and_explains_itself(self, command: str, flag: str) -> None:
        result = CliRunner().invoke(main, [command, flag])
        assert result.exit_code == 0
        assert f"newsseg {command}" in result.stdout or f"main {command}" in result.stdout
        assert "\b" not in result.stdout

    def test_help_names_every_command_with_a_line(self) -> None:
        described = CliRunner().invoke(main, ["--help"]).stdout.partition("Commands:")[2]
        assert re.findall(r"^  (\S+) +\S", described, re.MULTILINE) == COMMANDS

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            pytest.param([], "Usage:", id="nothing"),
            pytest.param(["spilt"], "try split", id="a slip"),
            pytest.param(["xyz"], ", ".join(COMMANDS), id="something else"),
            pytest.param(["--nonsense"], "--nonsense", id="no such option"),
            pytest.param(["split", "--nonsense"], "--nonsense", id="no such option of a command"),
            pytest.param(["split", "--encoding", "utf-99"], "utf-99 is no encoding", id="no such encoding"),
            pytest.param(["verify"], "PAGE", id="no page"),
            pytest.param(["verify", "-", "-"], "are the same", id="page and records from one input"),
        ],
    )
    def test_wrong_usage_is_2(self, arguments: list[str], said: str) -> None:
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 2
        assert said in result.stderr
        assert not result.stdout

    def test_the_version_is_that_of_the_project(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        assert CliRunner().invoke(main, ["--version"]).stdout.split()[-1] == project["version"]


class TestSplit:
    def test_it_writes_what_the_library_gives(self, newsseg: Run, page: str, records: list[str]) -> None:
        done = newsseg("split", stdin=page.encode())
        assert (lines(done.stdout), done.stderr, done.returncode) == (records, b"", 0)

    def test_records_pass_through_with_what_stands_beside(self, newsseg: Run, records: list[str]) -> None:
        rows = [json.loads(line) | {"keywords": ["防汛"], "x": None} for line in records]
        stream = "".join(wire.dumps(row) + "\n" for row in rows)
        assert newsseg("split", stdin=stream.encode()).stdout.decode() == stream

    @pytest.mark.parametrize(
        "encoding", ["utf-8-sig", "utf-16", "gb18030", pytest.param("utf-16-le", id="named")], ids=str
    )
    def test_the_encoding_makes_no_difference(self, newsseg: Run, page: str, records: list[str], encoding: str) -> None:
        named = ["--encoding", encoding] if encoding == "utf-16-le" else []
        done = newsseg("split", *named, stdin=page.replace("\n", "\r\n").encode(encoding))
        assert (lines(done.stdout), done.stderr) == (records, b"")

    @pytest.mark.parametrize(
        "text", ["", "\n", "没有署名的一页。", "An English page.\nNothing else.", "\0", "a\u2028b"]
    )
    def test_any_text_is_legal(self, newsseg: Run, text: str) -> None:
        done = newsseg("split", stdin=text.encode())
        assert (done.returncode, done.stderr) == (0, b"")

    def test_pages_are_numbered(self, newsseg: Run, page: str) -> None:
        done = newsseg("split", stdin=f"{page}\f{page}\f".encode())
        assert [row["page"] for row in map(json.loads, lines(done.stdout)) if row["order"] == 1] == [1, 2]

    def test_bad_inputs_are_named_and_the_rest_is_done(self, newsseg: Run, tmp_path: Path, page_file: Path) -> None:
        (tmp_path / "binary.txt").write_bytes(b"\0\1\2" * 999)
        (tmp_path / "latin.txt").write_bytes("“naïve”".encode("cp1252"))
        (tmp_path / "empty").mkdir()
        broken = [
            wire.dumps({"kind": "article", "headline": "好"}),
            '{"kind": "art',
            '{"kind": "article", "page": "x"}',
        ]
        (tmp_path / "broken.jsonl").write_text("\n".join(broken), encoding="utf-8")
        names = ["missing.txt", "binary.txt", "latin.txt", "empty", "broken.jsonl", "page.txt"]
        done = newsseg("split", *names, cwd=str(tmp_path))
        assert done.returncode == 1
        places = [line.split(": ")[0] for line in lines(done.stderr)]
        assert places == [*names[:4], "broken.jsonl:2", "broken.jsonl:3", "5 inputs were bad:", *names[:5]]
        headlines = [json.loads(line)["headline"] for line in lines(done.stdout)]
        assert headlines[0] == "好"
        assert len(headlines) == 1 + len(split_page(page_file.read_text(encoding="utf-8")))

    @pytest.mark.parametrize("encoding", ["gbk", "GB18030", "big5", "cp936"])
    def test_an_encoding_is_named_as_it_was_given(self, inside: Run, page: str, encoding: str) -> None:
        done = inside("split", "--encoding", encoding, stdin=b"\xff" + page.encode())
        assert done.stderr.decode() == f"-:1: byte 0xff is no {encoding}; leave --encoding out, or name another one\n"

    def test_a_file_of_other_json_does_not_fill_the_screen(self, newsseg: Run) -> None:
        done = newsseg("split", stdin=json.dumps({"a": list(range(999))}, indent=1).encode())
        assert done.returncode == 1
        assert len(lines(done.stderr)) == 21

    def test_a_bad_rule_file_is_named(self, newsseg: Run, tmp_path: Path, page_file: Path) -> None:
        rules = tmp_path / "rules.toml"
        rules.write_text("\noutlets = 1\n", encoding="utf-8")
        done = newsseg("split", "--rules", rules, page_file)
        assert done.returncode == 1
        assert done.stderr.decode().startswith(f"{rules}:2: outlets: ")

    @pytest.mark.parametrize("nul", [False, True], ids=["lines", "NUL"])
    def test_names_from_a_list(self, newsseg: Run, page_file: Path, *, nul: bool) -> None:
        stdin = f"{page_file}\0" if nul else f"{page_file}\n"
        done = newsseg("split", "--files-from", "-", *["-0"][:nul], stdin=stdin.encode())
        assert json.loads(lines(done.stdout)[0])["source"] == page_file.as_posix()
        assert newsseg("split", "--files-from", f"{page_file}.no").returncode == 1

    def test_a_name_that_is_no_unicode(self, newsseg: Run, tmp_path: Path, page: str) -> None:
        path = os.fsencode(tmp_path) + b"/\xff.txt"
        try:
            Path(os.fsdecode(path)).write_text(page, encoding="utf-8")
        except OSError:
            pytest.skip("this file system takes only Unicode")
        done = newsseg("split", os.fsdecode(path))
        assert (done.returncode, done.stderr) == (0, b"")
        assert json.loads(lines(done.stdout)[0])["source"] == f"{tmp_path}/\\xff.txt"


class TestUnwrap:
    def test_pages_stay_apart(self, inside: Run, page: str) -> None:
        done = inside("unwrap", stdin=f"{page}\f{page}\f".encode())
        first, second = done.stdout.decode().split("\f")
        assert first == second
        assert "三百多名队员参加。演练模拟水库水位急涨" in first

    def test_records_are_no_text(self, inside: Run, records: list[str]) -> None:
        done = inside("unwrap", stdin="\n".join(records).encode())
        assert (done.returncode, done.stdout) == (1, b"")
        assert b"holds records" in done.stderr

    def test_it_changes_nothing_for_split(self, inside: Run, page: str, records: list[str]) -> None:
        done = inside("split", stdin=inside("unwrap", stdin=page.encode()).stdout)
        assert [json.loads(line) | {"spans": []} for line in lines(done.stdout)] == [
            json.loads(line) | {"spans": []} for line in records
        ]


class TestVerify:
    def test_a_page_and_its_records(self, inside: Run, page_file: Path) -> None:
        done = inside("verify", page_file, "-", stdin=inside("split", page_file).stdout)
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"nothing lost" in done.stdout

    def test_a_page_alone(self, inside: Run, page: str) -> None:
        done = inside("verify", "-", stdin=f"{page}\f\f{page}".encode())
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"nothing lost" in done.stdout

    def test_a_folder_and_the_records_of_all_its_pages(self, inside: Run, tmp_path: Path, page: str) -> None:
        for name in ["a.txt", "b.txt"]:
            (tmp_path / name).write_text(f"{page}\f{page}", encoding="utf-8")
        records = inside("split", tmp_path).stdout
        for done in [inside("verify", tmp_path), inside("verify", tmp_path, "-", stdin=records)]:
            assert (done.returncode, done.stderr) == (0, b"")
        only_b = inside("verify", tmp_path / "b.txt", "-", stdin=records)
        assert (only_b.returncode, only_b.stderr) == (0, b"")

    def test_a_lost_record_is_named_by_the_line_of_the_file(self, inside: Run, page_file: Path, page: str) -> None:
        page_file.write_text(f"{page}\f{page}", encoding="utf-8")
        kept = [line for line in lines(inside("split", page_file).stdout) if json.loads(line)["page"] == 1]
        done = inside("verify", page_file, "-", stdin="\n".join(kept).encode())
        assert (done.returncode, done.stdout) == (1, b"")
        line = page.count("\n") + 1
        assert done.stderr.decode() == f"{page_file}:{line}: “松湖区举行防汛演练” is in no record\n"

    def test_records_of_another_page(self, inside: Run, page_file: Path, records: list[str]) -> None:
        rows = [wire.dumps(json.loads(line) | {"page": 7}) for line in records]
        done = inside("verify", page_file, "-", stdin="\n".join(rows).encode())
        assert done.returncode == 1
        assert "has records of page 7" in done.stderr.decode()

    @pytest.mark.parametrize("order", [[2, 1, 3], [1, 3, 2], [3, 2, 1], [2, 3, 1]], ids=str)
    def test_the_order_of_the_pages_makes_no_difference(
        self, inside: Run, page_file: Path, page: str, order: list[int]
    ) -> None:
        page_file.write_text(f"{page}\f{page}\f \f{page}", encoding="utf-8")  # the third page is blank
        rows = sorted(lines(inside("split", page_file).stdout), key=lambda line: order.index(_page(line)))
        done = inside("verify", page_file, "-", stdin="\n".join(rows).encode())
        assert (done.returncode, done.stderr) == (0, b"")
        rows = [line for line in rows if _page(line) != 1]
        done = inside("verify", page_file, "-", stdin="\n".join(rows).encode())
        assert done.stderr.decode() == f"{page_file}:1: “松湖区举行防汛演练” is in no record\n"

    @pytest.mark.parametrize(
        ("made_of", "made_in", "backwards"),
        [
            pytest.param("all", ".", False, id="named so"),
            pytest.param("all", ".", True, id="named so, in another order"),
            pytest.param(".", "all", False, id="named otherwise"),
        ],
    )
    def test_files_of_one_name_in_a_folder(
        self, inside: Run, tmp_path: Path, page: str, made_of: str, made_in: str, *, backwards: bool
    ) -> None:
        for number in (1, 2, 3):
            (tmp_path / "all" / str(number)).mkdir(parents=True)
            (tmp_path / "all" / str(number) / "A01.txt").write_text(f"{page}\n第{number}天\n", encoding="utf-8")
        rows = lines(inside("split", made_of, cwd=str(tmp_path / made_in)).stdout)
        rows.sort(key=lambda line: json.loads(line)["source"], reverse=backwards)
        done = inside("verify", "all", "-", stdin="\n".join(rows).encode(), cwd=str(tmp_path))
        assert (done.returncode, done.stderr) == (0, b"")
        rows = [line for line in rows if "1/A01" not in line]
        if made_of == "all":
            done = inside("verify", "all", "-", stdin="\n".join(rows).encode(), cwd=str(tmp_path))
            assert done.stderr.decode() == "all/1/A01.txt:1: “松湖区举行防汛演练” is in no record\n"

    @pytest.mark.parametrize(
        ("records", "said"),
        [
            pytest.param("b.jsonl", "b.jsonl: has no records of a.txt, but of b.txt; ", id="of another file"),
            pytest.param("no.jsonl", "no.jsonl: is not there; ", id="that are not there"),
        ],
    )
    def test_where_there_are_no_records_no_page_is_called_lost(
        self, inside: Run, tmp_path: Path, page: str, records: str, said: str
    ) -> None:
        for name in ("a.txt", "b.txt"):
            (tmp_path / name).write_text(page, encoding="utf-8")
        (tmp_path / "b.jsonl").write_bytes(inside("split", "b.txt", cwd=str(tmp_path)).stdout)
        done = inside("verify", "a.txt", records, cwd=str(tmp_path))
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.decode().startswith(said)
        assert done.stderr.count(b"\n") == 1


def _page(line: str) -> int:
    """Return the number of the page of a record; in the test of orders the third page is blank, so 4 counts as 3."""
    number: int = json.loads(line)["page"]
    return min(number, 3)


class TestSchema:
    def test_it_is_json(self, newsseg: Run) -> None:
        assert json.loads(newsseg("schema").stdout)["version"]


@contextmanager
def started(
    arguments: list[str], environment: dict[str, str], stdin: int | IO[bytes] = subprocess.PIPE
) -> Iterator[subprocess.Popen[bytes]]:
    """Start the program; it does not outlive a test that fails while it waits."""
    command = [sys.executable, "-m", "newsseg", *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=stdin, stdout=pipe, stderr=pipe, env=environment, bufsize=0) as process:
        try:
            yield process
        finally:
            process.kill()


class TestPipes:
    @pytest.mark.parametrize("arguments", [["split"], ["--help"], ["split", "--help"], ["schema"]], ids=" ".join)
    def test_a_closed_pipe_ends_quietly(self, environment: dict[str, str], page: str, arguments: list[str]) -> None:
        with started(arguments, environment) as process:
            assert process.stdout
            process.stdout.close()  # before it writes: it is still starting
            process.stdout = None
            _, said = process.communicate(f"{page}\f".encode() * 99)
        assert (process.returncode, said) == (0, b"")

    def test_the_first_page_comes_out_before_the_input_ends(self, environment: dict[str, str], page: str) -> None:
        with started(["split"], environment) as process:
            assert process.stdin
            assert process.stdout
            process.stdin.write(f"{page}\f".encode())
            assert json.loads(process.stdout.readline())["page"] == 1
            process.stdin.write(page.encode())
            rest, said = process.communicate()
        assert json.loads(lines(rest)[-1])["page"] == 2
        assert (process.returncode, said) == (0, b"")

    @posix
    def test_ctrl_c_ends_quietly(self, environment: dict[str, str], page: str) -> None:
        with started(["split"], environment) as process:
            assert process.stdin
            assert process.stdout
            process.stdin.write(f"{page}\f".encode())
            process.stdout.readline()
            process.send_signal(signal.SIGINT)
            _, said = process.communicate()
        assert (process.returncode, said) == (130, b"")

    @pytest.mark.parametrize("module", ["newsseg.cli", "click", "newsseg.commands._options"])
    def test_ctrl_c_while_it_starts_ends_quietly(self, environment: dict[str, str], module: str) -> None:
        script = f"""
import sys
import newsseg.__main__

class Pressed:
    def find_spec(self, name, path, target=None):
        if name == {module!r}:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Pressed())
sys.argv = ["newsseg", "split"]
newsseg.__main__.main()
"""
        done = subprocess.run(
            [sys.executable, "-c", script], input=b"", capture_output=True, check=False, env=environment
        )
        assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
    def test_a_full_disk_is_said(self, environment: dict[str, str]) -> None:
        with Path("/dev/full").open("wb") as full:
            command = [sys.executable, "-m", "newsseg", "schema"]
            done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, env=environment)
        assert done.returncode == 1
        assert done.stderr.startswith(b"newsseg: No space left")

    @posix
    @pytest.mark.parametrize(
        ("call", "pipe"),
        [
            ("credits {file}", "split {file} | {program} credits"),
            ("headlines {file}", "split {file} | {program} headlines"),
            ("credits {file}", "unwrap {file} | {program} split | {program} credits"),
        ],
    )
    def test_a_pipe_equals_a_call(self, environment: dict[str, str], page_file: Path, call: str, pipe: str) -> None:
        names = {"program": f"{shlex.quote(sys.executable)} -m newsseg", "file": shlex.quote(str(page_file))}
        called, piped = (
            subprocess.run(
                ["sh", "-c", ("{program} " + line).format_map(names)], capture_output=True, check=True, env=environment
            )
            for line in (call, pipe)
        )
        assert called.stdout
        assert (called.stdout, called.stderr) == (piped.stdout, piped.stderr)

    @posix
    @pytest.mark.parametrize(
        ("closed", "said"),
        [
            pytest.param("<&-", "-: standard input is closed; name a file", id="input"),
            pytest.param(">&-", "newsseg: standard output is closed; send it to a file or a pipe", id="output"),
        ],
    )
    def test_a_closed_stream_is_said(self, environment: dict[str, str], closed: str, said: str) -> None:
        command = f"{shlex.quote(sys.executable)} -m newsseg split {closed}"
        done = subprocess.run(["sh", "-c", command], input=b"", stderr=subprocess.PIPE, check=False, env=environment)
        assert (done.returncode, done.stderr.decode()) == (1, f"{said}\n")

    @posix
    def test_waiting_on_a_terminal_says_so_and_reads(self, environment: dict[str, str]) -> None:
        import pty

        master, slave = pty.openpty()
        with os.fdopen(slave, "rb") as terminal, started(["split"], environment, terminal) as process:
            assert process.stderr
            assert b"waits for text" in process.stderr.readline()
            os.write(master, "江边新建步道。\n\x04".encode())
            found, said = process.communicate()
        os.close(master)
        assert (process.returncode, said) == (0, b"")
        assert "江边新建步道" in found.decode()


class TestEval:
    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("page", "A02"),
            ("headline", 5),
            ("captions", [5]),
            ("credits", ["柳青禾"]),
            ("credits", [{"name": "柳青禾"}]),
            ("body", "abc"),
            ("body", [{"text": "abc"}]),
        ],
    )
    def test_a_record_of_another_form_is_named_and_left_out(
        self, newsseg: Run, tmp_path: Path, page: str, key: str, value: object
    ) -> None:
        (tmp_path / "a.txt").write_text(page, encoding="utf-8")
        row = json.loads(lines(newsseg("split", str(tmp_path / "a.txt")).stdout)[0]) | {key: value}
        (tmp_path / "e.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
        done = newsseg("eval", str(tmp_path / "e.jsonl"), str(tmp_path / "a.txt"))
        assert done.returncode == 1
        assert done.stderr.decode().startswith(f"{tmp_path / 'e.jsonl'}:1: {key} is not what a record holds there")

    def test_pages_of_other_names_are_told(self, newsseg: Run, tmp_path: Path, page: str) -> None:
        for name in ("a.txt", "b.txt"):
            (tmp_path / name).write_text(page, encoding="utf-8")
        (tmp_path / "e.jsonl").write_bytes(newsseg("split", str(tmp_path / "a.txt")).stdout)
        done = newsseg("eval", str(tmp_path / "e.jsonl"), str(tmp_path / "b.txt"))
        assert b"no page that is expected (a.txt) is among those found (b.txt)" in done.stderr
