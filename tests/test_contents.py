"""The table of contents."""

from __future__ import annotations

from newsseg.record import Article, Credit, Edition, Element, Fragment, Span
from newsseg.reports.contents import contents, drawn

ARTICLE = Article(
    "p.txt:1:2",
    "p.txt",
    1,
    2,
    "堤围加固",
    ("三万亩农田受益",),
    credits=(
        Credit("林晓禾", "reporter", "记者"),
        Credit("高一凡", "writer", "文"),
        Credit("高一凡", "photographer", "图"),
    ),
    body=(Element("paragraph", "堤围加固工程开工。"), Element("subhead", "先通路"), Element("paragraph", "路通了。")),
    captions=("图为工地。",),
    edition=Edition("东湾日报", "2024-05-02", "A02", "要闻"),
    spans=(Span("body", 0, 60, 69), Span("headline", 0, 40, 44), Span("body", 1, 80, 91)),
)


def test_a_row_an_article() -> None:
    fragment = Fragment("p.txt:1:1", "p.txt", 1, 1, "folio", "A02")
    assert list(contents([fragment, ARTICLE])) == [
        {
            "id": "p.txt:1:2",
            "source": "p.txt",
            "date": "2024-05-02",
            "page": 1,
            "printed_page": "A02",
            "order": 2,
            "headline": "堤围加固",
            "deck": ["三万亩农田受益"],
            "credit": "林晓禾",
            "role": "reporter",
            "credits": 2,
            "characters": 16,
            "start": 40,
            "end": 91,
        }
    ]


def test_a_reader_finds_each_file_once_without_the_folder_of_all() -> None:
    sources = ["2024/05/a.txt", "2024/05/a.txt", "2024/06/b.txt"]
    rows = list(drawn(list(contents(ARTICLE._replace(source=source) for source in sources))))
    assert [row["source"] for row in rows] == ["05/a.txt", "", "06/b.txt"]
    assert rows[0] == {
        "source": "05/a.txt",
        "page": "A02",
        "headline": ["堤围加固", "三万亩农田受益"],
        "credit": "林晓禾",
        "characters": 16,
        "place": "40–91",
    }
    assert list(drawn([])) == []


def test_a_bare_article_has_all_keys() -> None:
    row = next(contents([Article("p.txt:1:1", "p.txt", 1, 1)]))
    absent = {key for key, value in row.items() if value is None}
    assert absent == {"date", "printed_page", "headline", "credit", "role", "start", "end"}
    assert (row["deck"], row["credits"], row["characters"]) == ([], 0, 0)
