"""credits, headlines, keywords and export as their users run them."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len

if TYPE_CHECKING:
    from conftest import Run

posix = pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
needs_excel = pytest.mark.skipif(
    find_spec("xlsxwriter") is None or find_spec("openpyxl") is None,
    reason="xlsxwriter (extra: excel) is not installed",
)
needs_parquet = pytest.mark.skipif(find_spec("pyarrow") is None, reason="pyarrow (extra: parquet) is not installed")


def record(number: int, date: str | None, headline: str, *credits_: tuple[str, str, str], **more: Any) -> str:
    row = {
        "kind": "article",
        "id": f"{date}.txt:1:{number}",
        "source": f"{date}.txt",
        "page": 1,
        "order": number,
        "headline": headline,
        "credits": [{"name": name, "role": role, "label": label, "type": "person"} for name, role, label in credits_],
        "body": [{"kind": "paragraph", "text": f"{headline}，区审计局推动产业集群发展。"}],
        "edition": {"paper": "东湾日报", "date": date, "page": "A02", "section": "要闻"} if date else None,
        "spans": [["body", 0, 10 * number, 10 * number + 9]],
    }
    return json.dumps(row | more, ensure_ascii=False) + "\n"


LIN, GAO, PEN = ("林晓禾", "reporter", "记者"), ("高一凡", "reporter", "记者"), ("湾组轩", "correspondent", "通讯员")
RECORDS = "".join(
    [
        record(1, "2024-05-02", "堤围加固", LIN, PEN),
        record(2, "2024-05-02", "文化节开幕", LIN),
        record(1, "2024-06-01", "\x1b[31m=1+1 高铁开通", GAO, LIN, flag={"by": "someone"}),
        record(1, None, "旧闻", PEN),
    ]
).encode()
PEOPLE = "name,person,unit\n湾组轩,区委组织部,区委组织部\n林晓禾,,新闻部\n"


def rows(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode().split("\n")[:-1]]


@pytest.fixture
def newsseg(inside: Run) -> Run:
    """Run most commands here: what only a process of its own can show is shown elsewhere."""
    return inside


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(PEOPLE, encoding="utf-8")
    return path


def on_terminal(arguments: list[str], stdin: bytes, environment: dict[str, str]) -> tuple[str, str, int]:
    """Run newsseg with a terminal of 80 columns as standard output; return what came there, the messages, the code."""
    import pty
    from threading import Thread

    control, terminal = pty.openpty()
    shown = bytearray()

    def read() -> None:
        try:
            while chunk := os.read(control, 1 << 16):
                shown.extend(chunk)
        except OSError:  # Linux says so when the other end is closed
            return

    reader = Thread(target=read)
    reader.start()
    done = subprocess.run(
        [sys.executable, "-m", "newsseg", *arguments],
        input=stdin,
        stdout=terminal,
        stderr=subprocess.PIPE,
        check=False,
        env=environment | {"COLUMNS": "80", "TERM": "xterm-256color"},
    )
    os.close(terminal)
    reader.join()
    os.close(control)
    return shown.decode().replace("\r\n", "\n"), done.stderr.decode(), done.returncode


class TestCredits:
    def test_a_pipe_gets_json_lines(self, newsseg: Run) -> None:
        done = newsseg("credits", stdin=RECORDS)
        assert (done.returncode, done.stderr) == (0, b"")
        found = [(row["name"], row["role"], row["articles"], row["joint"]) for row in rows(done.stdout)]
        assert found == [
            ("林晓禾", "reporter", 3, 2),
            ("湾组轩", "correspondent", 2, 1),
            ("高一凡", "reporter", 1, 1),
        ]

    def test_text_equals_its_records(self, newsseg: Run, page: str) -> None:
        records = newsseg("split", stdin=page.encode()).stdout
        assert newsseg("credits", stdin=page.encode()).stdout == newsseg("credits", stdin=records).stdout != b""

    @pytest.mark.parametrize("options", [[], ["--headlines"], ["--with"], ["--by", "month", "--by", "name"]])
    def test_a_table_fits(self, newsseg: Run, options: list[str]) -> None:
        text = newsseg("credits", "--format", "table", *options, stdin=RECORDS).stdout.decode()
        assert "林晓禾" in text
        assert max(map(cell_len, text.split("\n"))) <= 80

    def test_headlines_have_room_in_a_table(self, newsseg: Run) -> None:
        text = newsseg("credits", "--format", "table", "--headlines", stdin=RECORDS).stdout.decode()
        assert [line.split()[-1] for line in text.split("\n") if "林晓禾" in line] == ["堤围加固"]
        assert "文化节开幕" in text

    def test_a_table_tells_the_time_on_one_line(self, newsseg: Run) -> None:
        text = newsseg("credits", "--format", "table", stdin=RECORDS).stdout.decode()
        assert "2024-05-02 – 06-01" in text
        assert "█" in text

    def test_organisations_are_marked_and_editors_counted_in_pages(self, newsseg: Run) -> None:
        office = {"name": "区委办", "role": "author", "label": None, "type": "organisation"}
        editor = {"name": "王一方", "role": "editor", "label": "责编", "type": "person"}
        page = {"kind": "fragment", "source": "a.txt", "role": "folio", "text": "A02", "credits": [editor]}
        stdin = (record(1, None, "旧闻", credits=[office]) + json.dumps(page)).encode()
        lines = newsseg("credits", "--format", "table", stdin=stdin).stdout.decode().split("\n")
        assert any(line.startswith("区委办 (org.)") for line in lines)
        assert any(line.startswith("王一方") and "1 page" in line for line in lines)

    @pytest.mark.parametrize("form", ["jsonl", "csv", "tsv", "markdown", "table"])
    def test_nothing_counted_is_no_mistake(self, newsseg: Run, form: str) -> None:
        assert newsseg("credits", "--format", form, "--since", "2025", stdin=RECORDS).returncode == 0

    @pytest.mark.parametrize(
        "options",
        [[], ["--headlines"], ["--with"], ["--by", "month"], ["--by", "name", "--by", "organisation"]],
        ids=str,
    )
    def test_a_table_without_rows_has_the_same_columns(self, newsseg: Run, options: list[str]) -> None:
        full, empty = (
            newsseg("credits", "--format", "csv", *options, *since, stdin=RECORDS).stdout.decode().split("\n")
            for since in ([], ["--since", "2025"])
        )
        assert empty == [full[0], ""]
        [row, *_more] = rows(newsseg("credits", *options, stdin=RECORDS).stdout)
        assert set(full[0].split(",")) == set(row)

    def test_roles_dates_and_minimum(self, newsseg: Run) -> None:
        done = newsseg(
            "credits", "--role", "记者", "--since", "2024-05", "--until", "2024-05", "--min", "2", stdin=RECORDS
        )
        assert [(row["name"], row["articles"]) for row in rows(done.stdout)] == [("林晓禾", 2)]
        assert b"1 record has no date" in done.stderr

    def test_a_role_that_nobody_has_is_told(self, newsseg: Run) -> None:
        done = newsseg("credits", "--role", "记着", stdin=RECORDS)
        assert (done.returncode, done.stdout) == (0, b"")
        assert done.stderr.decode().startswith("no credit has the role 记着; there are correspondent, reporter, ")

    @pytest.mark.parametrize(
        "options",
        [
            ["--with", "--by", "role"],
            ["--with", "--unknown"],
            ["--unknown", "--annotate"],
            ["--since", "2024-06", "--until", "2024-05-31"],
        ],
        ids=" ".join,
    )
    def test_options_that_contradict_each_other(self, newsseg: Run, options: list[str]) -> None:
        done = newsseg("credits", *options, stdin=RECORDS)
        assert (done.returncode, done.stdout) == (2, b"")

    @pytest.mark.parametrize("date", ["2024-5", "2024-13", "yesterday", "2024-05-01T10:00"])
    def test_a_date_that_is_none(self, newsseg: Run, date: str) -> None:
        done = newsseg("credits", "--since", date, stdin=RECORDS)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"is no date" in done.stderr

    def test_a_people_file(self, newsseg: Run, people: Path) -> None:
        done = newsseg("credits", "--people", people, "--by", "organisation", stdin=RECORDS)
        found = [(row["organisation"], row["articles"]) for row in rows(done.stdout)]
        assert found == [("新闻部", 3), ("区委组织部", 2), (None, 1)]
        assert f"{people}: has no line for 1 of the names: 高一凡" in done.stderr.decode()

    def test_a_people_file_from_excel(self, newsseg: Run, people: Path) -> None:
        people.write_bytes(PEOPLE.encode("gb18030"))
        done = newsseg("credits", "--people", people, "--role", "correspondent", stdin=RECORDS)
        assert rows(done.stdout)[0]["name"] == "区委组织部"

    def test_unknown_names_complete_the_file(self, newsseg: Run, people: Path) -> None:
        more = newsseg("credits", "--people", people, "--unknown", stdin=RECORDS)
        people.write_bytes(people.read_bytes() + more.stdout)
        done = newsseg("credits", "--people", people, stdin=RECORDS)
        assert (done.returncode, done.stderr) == (0, b"")
        assert newsseg("credits", "--unknown", stdin=RECORDS).stdout.decode().split("\n")[0] == "name,person,unit"

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (PEOPLE + "林晓禾,林小禾,\n", ":4: 林晓禾 is mapped twice (first in line 3)"),
            ("甲,乙\n", ":1: the first line must name the columns"),
        ],
    )
    @pytest.mark.parametrize("options", [[], ["--annotate"], ["--format", "csv"]])
    def test_a_bad_people_file(self, newsseg: Run, people: Path, options: list[str], text: str, message: str) -> None:
        people.write_text(text, encoding="utf-8")
        done = newsseg("credits", "--people", people, *options, stdin=RECORDS)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.decode().startswith(f"{people}{message}")

    def test_annotated_records_keep_what_they_had(self, newsseg: Run, people: Path) -> None:
        done = newsseg("credits", "--people", people, "--annotate", stdin=RECORDS)
        before, after = rows(RECORDS), rows(done.stdout)
        assert after[0]["credits"][1]["name"] == "区委组织部"
        assert after[0]["credits"][1]["unit"] == "区委组织部"
        assert after[2]["flag"] == before[2]["flag"]
        assert newsseg("credits", "--annotate", stdin=RECORDS).returncode == 2

    @pytest.mark.parametrize("options", [[], ["--by", "organisation"], ["--by", "name", "--by", "organisation"]])
    def test_annotated_records_are_counted_as_with_the_people_file(
        self, newsseg: Run, people: Path, options: list[str]
    ) -> None:
        annotated = newsseg("credits", "--people", people, "--annotate", stdin=RECORDS).stdout
        told = newsseg("credits", "--people", people, *options, stdin=RECORDS).stdout
        assert newsseg("credits", *options, stdin=annotated).stdout == told
        assert "新闻部" in told.decode()

    def test_a_file_s_name_tells_the_date(self, newsseg: Run, tmp_path: Path, page: str) -> None:
        (tmp_path / "松湖日报").mkdir()
        (tmp_path / "松湖日报" / "20240603_A02.txt").write_text(page, encoding="utf-8")
        asked = ["--name-pattern", "{paper}/{date}_{page}", tmp_path]
        assert {row["first"] for row in rows(newsseg("credits", *asked).stdout)} == {"2024-06-03"}
        told = {"paper": "松湖日报", "date": "2024-06-03", "page": "A02", "section": None}
        for options in ([], ["--jobs", "2"]):
            assert [row["edition"] for row in rows(newsseg("split", *options, *asked).stdout)] == [told] * 2
        assert [row["edition"] for row in rows(newsseg("split", tmp_path).stdout)] == [None] * 2

    def test_the_folio_tells_more_than_the_file_s_name(self, newsseg: Run, tmp_path: Path, page: str) -> None:
        (tmp_path / "20230101_C9.txt").write_text(f"松湖日报 2024年6月3日 星期一\n\n{page}", encoding="utf-8")
        [*_folio, article] = rows(newsseg("split", "--name-pattern", "{date}_{page}", tmp_path).stdout)
        assert article["edition"] == {"paper": "松湖日报", "date": "2024-06-03", "page": "C9", "section": None}

    @pytest.mark.parametrize(
        ("pattern", "fits"), [("{date}_{page}", True), ("{paper}/{date}", True), ("{page}版", False)]
    )
    def test_a_pattern_that_fits_no_file_is_told(
        self, newsseg: Run, tmp_path: Path, page: str, pattern: str, *, fits: bool
    ) -> None:
        (tmp_path / "松湖").mkdir()
        for name in ("20240603_A02.txt", "other.txt"):
            (tmp_path / "松湖" / name).write_text(page, encoding="utf-8")
        done = newsseg("split", "--name-pattern", pattern, "松湖", cwd=str(tmp_path))
        assert done.returncode == 0
        said = "松湖/20240603_A02.txt: no file's name fits --name-pattern; what it should tell is not told\n"
        assert done.stderr.decode() == ("" if fits else said)
        assert newsseg("split", "--name-pattern", pattern, stdin=RECORDS).stderr == b""

    @pytest.mark.parametrize("pattern", ["(", "A02", "{day}"])
    def test_a_pattern_that_is_none(self, newsseg: Run, pattern: str) -> None:
        done = newsseg("credits", "--name-pattern", pattern, stdin=RECORDS)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"write it like '{date}_{page}'" in done.stderr


@posix
@pytest.mark.parametrize(
    ("names", "again"),
    [
        pytest.param(["a.txt", "a.txt", "./a.txt"], ["a.txt", "./a.txt"], id="a file"),
        pytest.param([".", "sub/b.txt"], ["link.txt", "sub/b.txt"], id="a folder and a file in it"),
        pytest.param(["*.txt", "a.txt"], ["link.txt", "a.txt"], id="a pattern"),
        pytest.param(["copy.txt", "a.txt"], [], id="another file that says the same"),
        pytest.param(["/dev/null", "/dev/null", "a.txt"], [], id="no file"),
    ],
)
@pytest.mark.parametrize("command", ["credits", "split"])
def test_a_file_that_is_named_twice_is_read_once(
    newsseg: Run, tmp_path: Path, page: str, command: str, names: list[str], again: list[str]
) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "copy.txt", "sub/b.txt"):
        (tmp_path / name).write_text(page, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("a.txt")
    done = newsseg(command, *names, cwd=str(tmp_path))
    assert done.returncode == 0
    said = [line.removeprefix("./") if names[0] == "." else line for line in done.stderr.decode().splitlines()]
    assert said == [f"{name}: is named twice; it is read once" for name in again]
    if command == "split":
        ids = [row["id"] for row in rows(done.stdout)]
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("indent", [None, 1], ids=["a line", "pretty"])
@pytest.mark.parametrize("command", [["headlines"], ["split"], ["unwrap"], ["eval", "e.jsonl"]], ids=lambda one: one[0])
def test_an_array_of_records_is_no_page(newsseg: Run, tmp_path: Path, command: list[str], indent: int | None) -> None:
    (tmp_path / "a.json").write_text(json.dumps(rows(RECORDS), indent=indent), encoding="utf-8")
    (tmp_path / "e.jsonl").write_bytes(RECORDS)
    done = newsseg(*command, "a.json", cwd=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.decode() == "a.json: is a JSON array, and a line must be a record: jq -c '.[]' a.json\n"


@pytest.mark.parametrize("command", [["credits"], ["credits", "--with"], ["headlines"], ["export"]], ids=" ".join)
def test_csv_with_a_mark_for_excel(newsseg: Run, command: list[str]) -> None:
    plain, marked = (newsseg(*command, "--format", "csv", *more, stdin=RECORDS).stdout for more in ([], ["--bom"]))
    assert marked.decode() == "\ufeff" + plain.decode()
    done = newsseg(*command, "--format", "markdown", "--bom", stdin=RECORDS)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--bom is for csv and tsv" in done.stderr


def test_a_people_file_with_a_mark_for_excel(newsseg: Run, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_bytes(newsseg("credits", "--unknown", "--bom", stdin=RECORDS).stdout)
    assert people.read_text("utf-8").startswith("\ufeffname,person,unit\n")
    more = record(9, None, "新闻", ("凌小满", "reporter", "记者")).encode()
    done = newsseg("credits", "--people", people, "--unknown", "--bom", stdin=RECORDS + more)
    assert done.stdout.decode() == "凌小满,,\n"
    assert newsseg("credits", "--people", people, stdin=RECORDS).stderr == b""


@needs_excel
def test_a_workbook_is_in_the_reader_s_language(environment: dict[str, str]) -> None:
    from openpyxl import load_workbook

    office = {"name": "区委办", "role": "author", "label": None, "type": "organisation"}
    editor = {"name": "王一方", "role": "editor", "label": None, "type": "person"}
    stdin = record(1, None, "旧闻", credits=[office, editor]).encode()
    chinese = environment | {"LC_ALL": "zh_CN.UTF-8"}

    def cells(*command: str) -> set[object]:
        full = [sys.executable, "-m", "newsseg", *command, "--format", "xlsx"]
        done = subprocess.run(full, input=stdin, capture_output=True, check=True, env=chinese)
        book = load_workbook(io.BytesIO(done.stdout))
        return {value for sheet in book for row in sheet.iter_rows(values_only=True) for value in row}

    assert {"作者", "编辑", "个人", "单位", "作者 区委办; 编辑 王一方"} <= cells("export")
    assert {"作者", "编辑", "个人", "单位"} <= cells("credits")


class TestHeadlines:
    def test_rows(self, newsseg: Run) -> None:
        found = rows(newsseg("headlines", stdin=RECORDS).stdout)
        assert [(row["headline"], row["credit"], row["start"]) for row in found[:2]] == [
            ("堤围加固", "林晓禾", 10),
            ("文化节开幕", "林晓禾", 20),
        ]

    def test_csv_is_safe_to_open(self, newsseg: Run) -> None:
        text = newsseg("headlines", "--format", "csv", stdin=RECORDS.replace(b"\\u001b[31m", b"")).stdout.decode()
        cells = [row["headline"] for row in csv.DictReader(io.StringIO(text))]
        assert cells == ["堤围加固", "文化节开幕", "'=1+1 高铁开通", "旧闻"]

    def test_a_table_fits_and_names_several_files(self, newsseg: Run) -> None:
        text = newsseg("headlines", "--format", "table", stdin=RECORDS).stdout.decode()
        assert "2024-05-02.txt" in text
        assert "A02" in text
        assert max(map(cell_len, text.split("\n"))) <= 80

    @needs_excel
    def test_excel(self, newsseg: Run) -> None:
        from openpyxl import load_workbook

        data = newsseg("headlines", "--format", "xlsx", stdin=RECORDS).stdout
        sheet = load_workbook(io.BytesIO(data))["contents"]
        assert [cell.value for cell in sheet["F"]][:3] == ["headline", "堤围加固", "文化节开幕"]


class TestKeywords:
    def test_keywords_survive_further_pipes(self, newsseg: Run, people: Path) -> None:
        first = newsseg("keywords", "--top", "3", stdin=RECORDS)
        assert (first.returncode, first.stderr) == (0, b"")
        found = [row["keywords"] for row in rows(first.stdout)]
        assert all(len(words) == 3 for words in found)
        again = rows(newsseg("credits", "--annotate", "--people", people, stdin=first.stdout).stdout)
        assert [row["keywords"] for row in again] == found
        assert again[2]["flag"] == {"by": "someone"}

    def test_tokens_and_user_words(self, newsseg: Run, tmp_path: Path) -> None:
        words = tmp_path / "words.txt"
        words.write_text("产业集群\n", encoding="utf-8")
        done = newsseg("keywords", "--tokens", "--userdict", words, stdin=RECORDS)
        first = rows(done.stdout)[0]
        assert "产业集群" in first["tokens"]["body"][0]
        assert "".join(first["tokens"]["headline"]) == first["headline"]
        assert "产业集群" in first["keywords"]

    def test_stop_words(self, newsseg: Run, tmp_path: Path) -> None:
        words = tmp_path / "stop.txt"
        words.write_text("审计局\n产业\n", encoding="utf-8")
        done = newsseg("keywords", "--stopwords", words, stdin=RECORDS)
        assert not {"审计局", "产业"} & set(rows(done.stdout)[0]["keywords"])

    @pytest.mark.parametrize(
        "option", [["keywords", "--userdict"], ["keywords", "--stopwords"], ["credits", "--people"]]
    )
    @pytest.mark.parametrize("data", [b"\xe8\xaf\x8d\xff\xff\xff\xff\xff", b"PK\x03\x04", b"\0\1\2\3"], ids=str)
    def test_a_file_of_settings_that_is_no_text(
        self, newsseg: Run, tmp_path: Path, option: list[str], data: bytes
    ) -> None:
        (tmp_path / "words.txt").write_bytes(data)
        done = newsseg(*option, tmp_path / "words.txt", stdin=RECORDS)
        assert (done.returncode, done.stdout) == (1, b"")
        said = f"{tmp_path / 'words.txt'}:1: is no text that can be read; save it as UTF-8 (a table as CSV)\n"
        assert done.stderr.decode() == said

    def test_a_bad_user_dictionary(self, newsseg: Run, tmp_path: Path) -> None:
        words = tmp_path / "words.txt"
        words.write_text("产业 集群 二\n", encoding="utf-8")
        done = newsseg("keywords", "--userdict", words, stdin=RECORDS)
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr.decode().startswith(f"{words}:1: write a word")


class TestExport:
    @pytest.mark.parametrize(
        ("form", "expected"),
        [
            ("csv", "id,source,paper,date,page"),
            ("tsv", "id\tsource\tpaper\tdate\tpage"),
            ("markdown", "# 堤围加固\n"),
            ("html", "<h2>堤围加固</h2>"),
            ("tei", '<head type="main">堤围加固</head>'),
        ],
    )
    def test_text(self, newsseg: Run, form: str, expected: str) -> None:
        done = newsseg("export", "--format", form, stdin=RECORDS)
        assert (done.returncode, done.stderr) == (0, b"")
        assert expected in done.stdout.decode()
        assert "\x1b" not in done.stdout.decode()

    @pytest.mark.parametrize(
        ("form", "start"),
        [
            pytest.param("xlsx", b"PK\x03\x04", marks=needs_excel),
            pytest.param("parquet", b"PAR1", marks=needs_parquet),
        ],
    )
    def test_binary(self, newsseg: Run, form: str, start: bytes) -> None:
        done = newsseg("export", "--format", form, stdin=RECORDS)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.startswith(start)

    @needs_excel
    def test_excel_has_the_keywords(self, newsseg: Run) -> None:
        from openpyxl import load_workbook

        words = newsseg("keywords", "--top", "2", stdin=RECORDS).stdout
        sheet = load_workbook(io.BytesIO(newsseg("export", "--format", "xlsx", stdin=words).stdout))["articles"]
        row = dict(zip((cell.value for cell in sheet[1]), (cell.value for cell in sheet[2]), strict=True))
        assert row["keywords"].split("; ") == rows(words)[0]["keywords"]

    @needs_excel
    @pytest.mark.parametrize(
        ("command", "place"),
        [(["export"], "2024-05-02.txt:1:1"), (["headlines"], "2024-05-02.txt"), (["credits", "--headlines"], "林晓禾")],
        ids=lambda value: value[0] if isinstance(value, list) else "",
    )
    def test_what_an_excel_cell_cannot_hold_is_told(self, newsseg: Run, command: list[str], place: str) -> None:
        body = [{"kind": "paragraph", "text": "水位上涨。" * 9000}]
        long = record(1, "2024-05-02", "水位" * 20_000, LIN, body=body) + record(2, "2024-05-02", "短讯", GAO)
        done = newsseg(*command, "--format", "xlsx", stdin=long.encode())
        assert done.returncode == 1
        assert done.stdout.startswith(b"PK")
        assert [line.partition(": ")[0] for line in done.stderr.decode().splitlines()] == [place]
        assert b"32,767 characters" in done.stderr

    def test_sqlite_is_made_updated_and_searched(self, newsseg: Run, tmp_path: Path) -> None:
        path = tmp_path / "corpus.db"
        for _again in range(2):
            done = newsseg("export", "--format", "sqlite", "--to", path, stdin=RECORDS)
            assert (done.returncode, done.stdout) == (0, b"")
            assert done.stderr.decode() == f"{path}: 4 articles written\n"
        with closing(sqlite3.connect(path)) as db:
            for word in ("审计", "产业集群"):
                sql = "SELECT headline FROM words JOIN articles ON key = words.rowid WHERE words MATCH ?"
                assert len(db.execute(sql, (word,)).fetchall()) == 4, word

    def test_records_that_share_an_id_are_told(self, newsseg: Run, tmp_path: Path) -> None:
        done = newsseg("export", "--format", "sqlite", "--to", tmp_path / "a.db", stdin=RECORDS * 2)
        assert done.returncode == 1
        assert b"4 records have the id of another one" in done.stderr

    def test_markdown_files(self, newsseg: Run, tmp_path: Path) -> None:
        done = newsseg("export", "--format", "markdown", "--to", tmp_path / "notes", stdin=RECORDS)
        assert (done.returncode, done.stdout) == (0, b"")
        assert len(list((tmp_path / "notes").glob("*.md"))) == 4

    @pytest.mark.parametrize(
        ("arguments", "code", "message"),
        [
            pytest.param(["--format", "sqlite"], 2, "--to FILE.db", id="no target"),
            pytest.param(["--format", "csv", "--to", "a.csv"], 2, "let the shell write csv", id="a target too many"),
            pytest.param(["--format", "sqlite", "--to", "no/a.db"], 1, "a.db: cannot be written", id="no such folder"),
            pytest.param(["--format", "sqlite", "--to", "."], 1, "is a folder; name a file", id="a folder"),
            pytest.param(["--format", "sqlite", "--to", "notes.txt"], 1, "not an SQLite file", id="another file"),
            pytest.param(
                ["--format", "markdown", "--to", "notes.txt"], 1, "is a file; name a folder", id="a file as a folder"
            ),
        ],
    )
    def test_targets_that_cannot_be(
        self, newsseg: Run, tmp_path: Path, arguments: list[str], code: int, message: str
    ) -> None:
        (tmp_path / "notes.txt").write_text("kept " * 300, encoding="utf-8")
        done = newsseg("export", *arguments, stdin=RECORDS, cwd=str(tmp_path))
        assert (done.returncode, done.stdout) == (code, b"")
        assert message in done.stderr.decode()
        assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
        assert (tmp_path / "notes.txt").read_text("utf-8") == "kept " * 300

    def test_a_bad_line_is_told_and_the_rest_done(self, newsseg: Run) -> None:
        done = newsseg("export", "--format", "csv", stdin=RECORDS + b"{bad\n")
        assert done.returncode == 1
        assert done.stderr.decode().startswith("-:5: ")
        assert len(list(csv.reader(io.StringIO(done.stdout.decode())))) == 5


@posix
class TestTerminal:
    def test_a_table_with_bars(self, environment: dict[str, str]) -> None:
        shown, _said, code = on_terminal(["credits"], RECORDS, environment)
        assert code == 0
        assert "█" in shown
        assert max(map(cell_len, re.sub("\x1b\\[[0-9;]*m", "", shown).split("\n"))) <= 80

    @pytest.mark.parametrize(
        "arguments",
        [
            ["headlines"],
            ["headlines", "--format", "jsonl"],
            ["credits", "--headlines"],
            *(["export", "--format", form] for form in ("csv", "tsv", "markdown", "html", "tei")),
        ],
        ids=" ".join,
    )
    def test_text_moves_no_cursor(self, arguments: list[str], environment: dict[str, str]) -> None:
        shown, _said, code = on_terminal(arguments, RECORDS, environment)
        assert code == 0
        assert "\x1b[31m" not in shown
        assert "高铁开通" in shown

    @pytest.mark.parametrize(
        "arguments",
        [["export", "--format", "xlsx"], ["export", "--format", "parquet"], ["credits", "--format", "xlsx"]],
        ids=" ".join,
    )
    def test_binary_forms_are_refused(self, arguments: list[str], environment: dict[str, str]) -> None:
        shown, said, code = on_terminal(arguments, RECORDS, environment)
        assert (shown, code) == ("", 2)
        assert f"> FILE.{arguments[-1]}" in said
