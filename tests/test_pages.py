"""Whatever the bytes are, the text of the pages comes out, or a message that names the input."""

from __future__ import annotations

import codecs
import gzip
import io
import os
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsseg import pages
from newsseg.inputs import files
from newsseg.inputs.decoding import decoded
from newsseg.inputs.encoding import DecodingError, known
from newsseg.pages import Page, read_pages

SIMPLIFIED = "松湖日报讯（记者/柳青禾 通讯员/江北辰）6月3日，松湖区举行防汛演练，“三百多名队员”参加。\n"
TRADITIONAL = "松湖日報訊（記者/柳青禾 通訊員/江北辰）6月3日，松湖區舉行防汛演練，「三百多名隊員」參加。\n"
FORM_FEED = "\f"

Complaints = list[tuple[str, str]]


@pytest.fixture
def complaints() -> Complaints:
    return []


def read(complaints: Complaints, *names: str | Path, encoding: str | None = None) -> list[Page]:
    return list(read_pages(map(str, names), lambda place, what: complaints.append((place, what)), encoding=encoding))


def decode(data: bytes, encoding: str | None = None, size: int = 1 << 16) -> str:
    return "".join(decoded((data[i : i + size] for i in range(0, len(data), size)), encoding))


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL], ids=["simplified", "traditional"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        pytest.param(b"", "utf-8", id="UTF-8"),
        pytest.param(codecs.BOM_UTF8, "utf-8", id="UTF-8 with mark"),
        pytest.param(codecs.BOM_UTF16_LE, "utf-16-le", id="UTF-16 little"),
        pytest.param(codecs.BOM_UTF16_BE, "utf-16-be", id="UTF-16 big"),
        pytest.param(codecs.BOM_UTF32_LE, "utf-32-le", id="UTF-32 little"),
        pytest.param(codecs.BOM_UTF32_BE, "utf-32-be", id="UTF-32 big"),
        pytest.param(b"", "gb18030", id="GB18030"),
    ],
)
@pytest.mark.parametrize("size", [1, 3, 1 << 16])
def test_an_encoding_is_told(text: str, mark: bytes, encoding: str, size: int) -> None:
    assert decode(mark + text.encode(encoding), size=size) == text


@pytest.mark.parametrize("size", [1, 3, 1 << 16])
def test_big5_is_not_taken_for_gb18030(size: int) -> None:
    data = TRADITIONAL.encode("big5")
    assert data.decode("gb18030") != TRADITIONAL  # it decodes without complaint
    assert decode(data, size=size) == TRADITIONAL


# Not five: 通讯员 in GB18030 is three letters of UTF-8, too.
@given(st.integers(0, 40), st.integers(6, 40), st.sampled_from(["gb18030", "utf-8"]))
def test_a_few_words_suffice(start: int, length: int, encoding: str) -> None:
    text = SIMPLIFIED[start % 30 :][:length]
    assert decode(text.encode(encoding)) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.sampled_from(["utf-8", "utf-16-le", "gb18030"]))
def test_a_named_encoding_gives_the_text_back(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), encoding) == text.removeprefix("\ufeff")


@given(st.binary(), st.integers(1, 9))
def test_how_bytes_come_makes_no_difference(data: bytes, size: int) -> None:
    data = SIMPLIFIED.encode() + data
    assert outcome(data, size) == outcome(data, 1 << 16)


def outcome(data: bytes, size: int) -> tuple[str, str | None]:
    text = ""
    try:
        for piece in decoded(data[i : i + size] for i in range(0, len(data), size)):
            text += piece
    except DecodingError as error:
        return text, str(error)
    return text, None


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"", "", id="empty"),
        pytest.param(b"a\r\nb\rc\nd", "a\nb\nc\nd", id="all line ends"),
        pytest.param(b"a\r\r\nb\r", "a\n\nb\n", id="carriage return last"),
        pytest.param("a\u2028b\x85c\x1cd".encode(), "a\u2028b\x85c\x1cd", id="other separators are text"),
        pytest.param(
            "零\u200b宽\xad软\ue000私\x00空\n".encode() * 9, "零\u200b宽\xad软\ue000私\x00空\n" * 9, id="odd ones stay"
        ),
        pytest.param(
            b"plain ASCII " * 9000 + "汉字排版".encode("gb18030"), "plain ASCII " * 9000 + "汉字排版", id="late"
        ),
    ],
)
@pytest.mark.parametrize("size", [1 << 16, 1])
def test_what_becomes_of(data: bytes, text: str, size: int) -> None:
    assert decode(data, size=size) == text


@pytest.mark.parametrize(
    ("data", "encoding", "what"),
    [
        pytest.param(b"\0" * 5000, None, "binary", id="NUL-filled"),
        pytest.param(bytes(range(256)) * 20, None, "binary", id="binary"),
        pytest.param(
            "plain text without mark\n".encode("utf-16-le"), None, "--encoding utf-16-le", id="UTF-16 unmarked"
        ),
        pytest.param(b"%PDF-1.7\n", None, "pdftotext", id="PDF"),
        pytest.param(b"PK\x03\x04rest", None, "ZIP", id="ZIP"),
        pytest.param("“Déjà vu” — naïve café".encode("cp1252"), None, "--encoding", id="Latin"),
        pytest.param(SIMPLIFIED.encode("gb18030"), "utf-8", "is no utf-8", id="named wrongly"),
        pytest.param(b"x", "nonsense", "is no encoding", id="no such encoding"),
        pytest.param(b"x", "base64", "is no encoding", id="no text encoding"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, encoding: str | None, what: str) -> None:
    with pytest.raises(DecodingError, match=what):
        decode(data, encoding)


def test_a_bad_byte_is_named_by_its_line_and_the_pages_before_are_done(tmp_path: Path, complaints: Complaints) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes("第一版\n\f第二版\n第三\n".encode() + b"\xff\n")
    assert [page.text for page in read(complaints, path)] == ["第一版\n"]
    [(place, what)] = complaints
    assert place == f"{path}:4"
    assert "--encoding" in what


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [""], id="an empty file is one empty page"),
        pytest.param("一", ["一"], id="one page"),
        pytest.param("一\f", ["一"], id="trailing form feed"),
        pytest.param("一\f\n", ["一"], id="trailing form feed and line end"),
        pytest.param("一\f二", ["一", "二"], id="two pages"),
        pytest.param("\f二\f\f四\f", ["", "二", "", "四"], id="blank pages count"),
        pytest.param("\f", [""], id="only a form feed"),
        pytest.param("\ufeff一\f\ufeff二", ["一", "二"], id="files with marks put together"),
    ],
)
def test_form_feeds_make_pages(tmp_path: Path, complaints: Complaints, text: str, expected: list[str]) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(text.encode())
    assert read(complaints, path) == [Page(str(path), number, page) for number, page in enumerate(expected, 1)]
    assert not complaints


def test_the_first_page_comes_before_the_end_of_the_input(monkeypatch: pytest.MonkeyPatch) -> None:
    given_out: list[int] = []

    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            page = "松湖日报讯\f".encode()
            given_out.append(len(page))
            buffer[: len(page)] = page
            return len(page)

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    found = read_pages(["-"], print)
    assert next(found) == Page("-", 1, "松湖日报讯")
    assert len(given_out) == 1


def test_memory_holds_a_page_not_the_input(tmp_path: Path) -> None:
    path = tmp_path / "year.txt.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        for _ in range(200):
            file.write((SIMPLIFIED * 1000 + FORM_FEED).encode())
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_pages([str(path)], print)) == 200
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 4_000_000  # the text itself has 22 million bytes


def test_a_page_without_end_is_refused(tmp_path: Path, complaints: Complaints, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "LARGEST", 1 << 17)
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"x" * (1 << 20)))
    other = tmp_path / "page.txt"
    other.write_bytes(b"x\n")
    assert [page.text for page in read(complaints, path, other)] == ["x\n"]
    assert [place for place, _ in complaints] == [str(path)]


@pytest.mark.parametrize(
    ("data", "expected", "what"),
    [
        pytest.param(gzip.compress(b"one\f") + gzip.compress(b"two"), ["one", "two"], None, id="two members"),
        pytest.param(gzip.compress(b"one") + b"\0" * 512, ["one"], None, id="padded"),
        pytest.param(gzip.compress(b"one\ftwo" * 99)[:-9], ["one", *["twoone"] * 98], "ends too early", id="cut"),
        pytest.param(gzip.compress(b"one" * 99)[:20] + b"x" * 99, [], "cannot be read", id="damaged"),
    ],
)
def test_gzip(tmp_path: Path, complaints: Complaints, data: bytes, expected: list[str], what: str | None) -> None:
    path = tmp_path / "page.txt.gz"
    path.write_bytes(data)
    found = [page.text for page in read(complaints, path)]
    assert found == expected
    assert [place for place, _ in complaints] == ([] if what is None else [str(path)])
    assert all(what is not None and what in said for _, said in complaints)


def test_a_folder_is_its_pages_sorted(tmp_path: Path, complaints: Complaints) -> None:
    for name in ["b/2.txt", "b/1.TXT", "a.txt.gz", "notes.md", ".hidden.txt", ".git/x.txt"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(b"x") if name.endswith(".gz") else b"x")
    found = [Path(page.source).relative_to(tmp_path).as_posix() for page in read(complaints, tmp_path)]
    assert found == ["a.txt.gz", "b/1.TXT", "b/2.txt"]
    assert not complaints


@pytest.mark.skipif(sys.platform != "linux", reason="this system's file names are UTF-8")
def test_file_names_that_are_no_utf8_stay_different_and_can_be_written(tmp_path: Path, complaints: Complaints) -> None:
    for name in (b"\xd7\xd6.txt", b"\xd7\xd7.txt"):
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
            file.write(b"x")
    names = [page.source.rpartition("/")[2] for page in read(complaints, tmp_path)]
    assert names == [r"\xd7\xd6.txt", r"\xd7\xd7.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_folder_is_read_through_its_links_once_and_what_is_no_file_is_named(
    tmp_path: Path, complaints: Complaints
) -> None:
    top, other = tmp_path / "top", tmp_path / "other"
    for folder in (top, other):
        folder.mkdir()
        (folder / "a.txt").write_bytes(b"x")
    (top / "linked").symlink_to(other)
    (other / "back").symlink_to(top)
    os.mkfifo(top / "pipe.txt")
    names = [page.source for page in read(complaints, top)]
    assert names == [str(top / "a.txt"), str(top / "linked" / "a.txt")]
    assert [place for place, _ in complaints] == [str(top / "pipe.txt")]


def test_utf16_without_a_mark_has_the_low_byte_first(tmp_path: Path, complaints: Complaints) -> None:
    (tmp_path / "a.txt").write_bytes("云溪日报".encode("utf-16-le"))
    assert [page.text for page in read(complaints, tmp_path / "a.txt", encoding="utf-16")] == ["云溪日报"]


def test_a_pattern_that_the_shell_left_alone(tmp_path: Path, complaints: Complaints) -> None:
    for name in ["1.txt", "2.txt", "[3].txt"]:
        (tmp_path / name).write_bytes(name.encode())
    assert [page.text for page in read(complaints, tmp_path / "?.txt")] == ["1.txt", "2.txt"]
    assert [page.text for page in read(complaints, tmp_path / "[3].txt")] == ["[3].txt"]
    assert not complaints


@pytest.mark.parametrize(
    ("name", "what"),
    [
        pytest.param("missing.txt", "is not there", id="missing"),
        pytest.param("none*.txt", "matches no file", id="pattern"),
        pytest.param("empty", "folder without pages", id="folder"),
        pytest.param("a\0b", "-0", id="NUL in a name"),
    ],
)
def test_what_is_no_input_is_named_and_the_rest_done(
    tmp_path: Path, complaints: Complaints, name: str, what: str
) -> None:
    (tmp_path / "empty").mkdir()
    good = tmp_path / "good.txt"
    good.write_bytes(b"x")
    assert [page.text for page in read(complaints, f"{tmp_path}/{name}", good)] == ["x"]
    [(_, said)] = complaints
    assert what in said


@pytest.mark.parametrize(
    ("data", "nul", "expected"),
    [
        pytest.param(b"", False, [], id="none"),
        pytest.param(b"a.txt\nb c.txt\n", False, ["a.txt", "b c.txt"], id="lines"),
        pytest.param(b"\xef\xbb\xbfa.txt\r\n\r\nb.txt", False, ["a.txt", "b.txt"], id="from Windows"),
        pytest.param(b"a\nb.txt\0c.txt\0", True, ["a\nb.txt", "c.txt"], id="NUL"),
        pytest.param("版面/一.txt\n".encode(), False, ["版面/一.txt"], id="Chinese"),
    ],
)
def test_lists_of_names(data: bytes, *, nul: bool, expected: list[str]) -> None:
    assert list(files.listed(io.BytesIO(data), nul=nul)) == expected


def test_names_cut_by_the_end_of_a_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "CHUNK", 2)
    assert list(files.listed(io.BytesIO(b"abc\ndefg\nh"), nul=False)) == ["abc", "defg", "h"]


def test_a_head_is_enough_to_tell() -> None:
    def chunks() -> Iterator[bytes]:
        yield SIMPLIFIED.encode("gb18030") * 99
        raise AssertionError

    assert next(decoded(chunks())) == SIMPLIFIED * 99


def test_known_encodings_are_widened() -> None:
    assert [known(name) for name in ("GBK", "gb2312", "utf8", "big5")] == [
        "gb18030",
        "gb18030",
        "utf-8",
        "big5hkscs",
    ]
