"""Records in an SQLite file: articles, credits, paragraphs, and full-text search over Chinese words.

The file is built beside its place and put there whole, so that a run that was cut short leaves the old file as it was.
A record takes the place of the one with the same ``id``.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from newsseg.export import ExportError
from newsseg.export.files import replacing
from newsseg.export.rows import article_row, credit_rows
from newsseg.export.words import index_words
from newsseg.i18n import _
from newsseg.record import Article
from newsseg.reports.keywords import stop_words
from newsseg.safe import for_file

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from pathlib import Path

    from newsseg.record import Record
    from newsseg.reports.tables import Row

APPLICATION = 0x6E736567  # "nseg", in the file's header: a file without it is not ours to change
VERSION = 1

SCHEMA = f"""
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {VERSION};
CREATE TABLE articles (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT, paper TEXT, date TEXT, page INTEGER,
    printed_page TEXT, section TEXT, "order" INTEGER, headline TEXT, deck TEXT, bylines TEXT, outlet TEXT, place TEXT,
    dateline TEXT, characters INTEGER, text TEXT, captions TEXT, jumps TEXT, keywords TEXT, confidence REAL
);
CREATE TABLE credits (
    record TEXT, position INTEGER, name TEXT, role TEXT, label TEXT, type TEXT, date TEXT,
    PRIMARY KEY (record, position)
) WITHOUT ROWID;
CREATE TABLE paragraphs (
    article TEXT, position INTEGER, kind TEXT, text TEXT, PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX articles_by_date ON articles (date);
CREATE INDEX credits_by_name ON credits (name);
-- The words of each article with blanks between them; see words.py for `parts`. Its rowid is the article's key.
CREATE VIRTUAL TABLE words USING fts5 (headline_words, text_words, parts, tokenize = "unicode61");
"""
ARTICLE = """
INSERT INTO articles VALUES (
    NULL, :id, :source, :paper, :date, :page, :printed_page, :section, :order, :headline, :deck, :bylines, :outlet,
    :place, :dateline, :characters, :text, :captions, :jumps, :keywords, :confidence
)"""
CREDIT = "INSERT INTO credits VALUES (:article, :position, :name, :role, :label, :type, :date)"


class Written(NamedTuple):
    """How many articles went in, and how many records took the place of another one of the same run."""

    articles: int
    doubled: int


def write_database(records: Iterable[Record], target: Path, cut: Callable[[str], list[str]]) -> Written:
    """Put the records into the SQLite file ``target``, which is made where there is none.

    ``cut`` splits text into words. ``ExportError`` leaves the target as it was.
    """
    put: dict[str, bool] = {}
    doubled, stop = 0, stop_words()
    with replacing(target) as part:
        try:
            with closing(sqlite3.connect(part, isolation_level=None)) as new:
                _start(new, target)
                for record in records:
                    doubled += record.id in put
                    put[record.id] = isinstance(record, Article)
                    _put(new, record, cut, stop)
                new.execute("COMMIT")
        except sqlite3.Error as error:
            raise ExportError(_("{}: SQLite cannot write it: {}").format(target, error)) from error
    return Written(sum(put.values()), doubled)


def _start(new: sqlite3.Connection, target: Path) -> None:
    """Make ``new`` a copy of the target, or an empty database of ours, and begin a transaction."""
    new.execute("PRAGMA journal_mode = OFF")  # nobody else sees the file before it is whole
    new.execute("PRAGMA synchronous = OFF")
    if target.exists() and target.stat().st_size:
        _copy(target, new)
    else:
        new.executescript(SCHEMA)
    new.execute("BEGIN")


def _copy(target: Path, new: sqlite3.Connection) -> None:
    try:
        with closing(sqlite3.connect(f"{target.resolve().as_uri()}?mode=ro", uri=True)) as old:
            marks = [old.execute(f"PRAGMA {mark}").fetchone()[0] for mark in ("application_id", "user_version")]
            if marks == [APPLICATION, VERSION]:
                old.backup(new)
                return
    except sqlite3.DatabaseError as error:
        problem = _("{}: not an SQLite file that can be read ({}); name another file")
        raise ExportError(problem.format(target, error)) from error
    if marks[0] == APPLICATION:
        problem = _("{}: written by another version of newsseg (layout {}, not {}); name another file")
        raise ExportError(problem.format(target, marks[1], VERSION))
    raise ExportError(_("{}: an SQLite file, but not one of newsseg; name another file").format(target))


def _put(db: sqlite3.Connection, record: Record, cut: Callable[[str], list[str]], stop: Collection[str]) -> None:
    """Put one record in the place of the one with its id."""
    identity = for_file(record.id)
    _remove(db, identity)
    db.executemany(CREDIT, map(_values, credit_rows(record)))
    if not isinstance(record, Article):
        return
    key = db.execute(ARTICLE, _values(article_row(record))).lastrowid
    paragraphs = (
        (identity, at, for_file(element.kind), for_file(element.text)) for at, element in enumerate(record.body)
    )
    db.executemany("INSERT INTO paragraphs VALUES (?, ?, ?, ?)", paragraphs)
    words = map(for_file, index_words(record, cut, stop))
    db.execute("INSERT INTO words (rowid, headline_words, text_words, parts) VALUES (?, ?, ?, ?)", (key, *words))


def _remove(db: sqlite3.Connection, identity: str) -> None:
    db.execute("DELETE FROM credits WHERE record = ?", (identity,))
    for (key,) in db.execute("SELECT key FROM articles WHERE id = ?", (identity,)).fetchall():
        db.execute("DELETE FROM articles WHERE key = ?", (key,))
        db.execute("DELETE FROM words WHERE rowid = ?", (key,))
        db.execute("DELETE FROM paragraphs WHERE article = ?", (identity,))


def _values(row: Row) -> dict[str, object]:
    """Return the cells as SQLite takes them: lists become lines, numbers and absence stay."""
    lines = {key: "\n".join(value) if isinstance(value, (list, tuple)) else value for key, value in row.items()}
    return {key: for_file(value) if isinstance(value, str) else value for key, value in lines.items()}
