"""Credits counted: by what, for whom, from when to when."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsseg.record import Article, Credit, Edition, Fragment, Record
from newsseg.reports.people import Selection, count_credits, count_pairs
from newsseg.reports.peoplefile import PeopleFileError, read_people, write_unknown
from newsseg.reports.peoplerows import arrange, credit_rows, pair_rows
from newsseg.reports.person import Person, resolved
from newsseg.reports.rolenames import roles_named

REPORTER = ("reporter", "记者")
CORRESPONDENT = ("correspondent", "通讯员")
PHOTOGRAPHER = ("photographer", "摄")


def credit(name: str, role: tuple[str, str], type: str = "person") -> Credit:
    return Credit(name, role[0], role[1], type)


def article(number: int, date: str | None, *credits_: Credit, outlet: str | None = "东湾日报") -> Article:
    edition = Edition("东湾日报", date, "A02", "要闻") if date else None
    return Article(
        f"p{number}.txt:1:1",
        f"p{number}.txt",
        1,
        1,
        f"第{number}条消息",
        outlet=outlet,
        credits=credits_,
        edition=edition,
    )


def folio(number: int, date: str, *credits_: Credit) -> Fragment:
    return Fragment(f"p{number}.txt:1:0", f"p{number}.txt", 1, 0, "folio", "A02", credits_, Edition(date=date))


LIN, GAO = credit("林晓禾", REPORTER), credit("高一凡", REPORTER)
PEN, OFFICE = credit("湾组轩", CORRESPONDENT), credit("区委办", CORRESPONDENT, "organisation")
MONTH: list[Record] = [
    article(1, "2024-05-02", LIN, PEN),
    article(2, "2024-05-03", LIN),
    article(3, "2024-05-30", LIN, GAO, OFFICE),
    article(4, "2024-06-01", GAO, credit("高一凡", PHOTOGRAPHER), credit("高一凡", PHOTOGRAPHER)),
    article(5, None, PEN, outlet=None),
]


def counted(records: list[Record], **options: Any) -> list[dict[str, object]]:
    selection = Selection(**options)
    return arrange(credit_rows(count_credits(records, selection), selection))


def brief(rows: list[dict[str, object]], *keys: str) -> list[tuple[object, ...]]:
    return [tuple(row[key] for key in keys) for row in rows]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        pytest.param(
            "name",
            [
                ("林晓禾", "reporter", 3),
                ("湾组轩", "correspondent", 2),
                ("高一凡", "reporter", 2),
                ("区委办", "correspondent", 1),
                ("高一凡", "photographer", 1),
            ],
            id="name: an article once for each (name, role)",
        ),
        pytest.param(
            "organisation",
            [
                (None, "reporter", 4),
                (None, "correspondent", 2),
                (None, "photographer", 1),
                ("区委办", "correspondent", 1),
            ],
            id="organisation: two of one unit are one",
        ),
        pytest.param(
            "outlet",
            [
                ("东湾日报", "reporter", 4),
                ("东湾日报", "correspondent", 2),
                (None, "correspondent", 1),
                ("东湾日报", "photographer", 1),
            ],
            id="outlet",
        ),
        pytest.param(
            "role",
            [("reporter", "reporter", 4), ("correspondent", "correspondent", 3), ("photographer", "photographer", 1)],
            id="role",
        ),
        pytest.param(
            "month",
            [
                ("2024-05", "reporter", 3),
                ("2024-05", "correspondent", 2),
                (None, "correspondent", 1),
                ("2024-06", "photographer", 1),
                ("2024-06", "reporter", 1),
            ],
            id="month",
        ),
    ],
)
def test_counts_by(by: str, expected: list[tuple[object, ...]]) -> None:
    assert brief(counted(MONTH, by=(by,)), by, "role", "articles") == expected


def test_a_row_tells_joint_articles_and_dates() -> None:
    assert counted(MONTH, roles=frozenset({"reporter"}))[0] == {
        "name": "林晓禾",
        "role": "reporter",
        "type": "person",
        "unit": None,
        "articles": 3,
        "joint": 2,
        "joint_share": 0.67,
        "pages": 0,
        "first": "2024-05-02",
        "last": "2024-05-30",
    }


def test_two_groups_make_a_table_of_both() -> None:
    rows = counted(MONTH, by=("month", "name"), roles=frozenset({"reporter"}))
    assert brief(rows, "month", "name", "articles") == [
        ("2024-05", "林晓禾", 3),
        ("2024-05", "高一凡", 1),
        ("2024-06", "高一凡", 1),
    ]


@pytest.mark.parametrize(
    ("bounds", "articles", "undated"),
    [
        pytest.param({}, 9, 0, id="no bound: the undated count"),
        pytest.param({"since": "2024-05-03"}, 6, 1, id="since a day, that day included"),
        pytest.param({"until": "2024-05-03"}, 3, 1, id="until a day, that day included"),
        pytest.param({"since": "2024-05", "until": "2024-05"}, 6, 1, id="a month"),
        pytest.param({"since": "2024", "until": "2024"}, 8, 1, id="a year"),
        pytest.param({"since": "2025"}, 0, 1, id="nothing"),
    ],
)
def test_bounds_of_time(bounds: dict[str, str], articles: int, undated: int) -> None:
    count = count_credits(MONTH, Selection(**bounds))  # type: ignore[arg-type]
    assert (sum(tally.articles for tally in count.tallies.values()), count.undated) == (articles, undated)


def test_people_of_a_page_are_counted_in_pages() -> None:
    editor = credit("王一方", ("editor", "责编"))
    rows = counted([folio(1, "2024-05-02", editor), folio(1, "2024-05-02", editor), folio(2, "2024-05-03", editor)])
    assert brief(rows, "name", "role", "articles", "pages", "joint_share") == [("王一方", "editor", 0, 2, None)]


def test_headlines_on_request() -> None:
    assert "headlines" not in counted(MONTH)[0]
    assert counted(MONTH, headlines=True)[0]["headlines"] == ["第1条消息", "第2条消息", "第3条消息"]


def test_a_people_file_unites_spellings() -> None:
    people = {"湾组轩": Person("区委组织部", "区委组织部", "organisation"), "林晓禾": Person("林晓禾", "新闻部")}
    count = count_credits(MONTH, Selection(people=people))
    rows = credit_rows(count, Selection())
    assert brief(rows, "name", "unit", "type")[:2] == [
        ("林晓禾", "新闻部", "person"),
        ("区委组织部", "区委组织部", "organisation"),
    ]
    assert dict(count.unknown) == {"高一凡": 2, "区委办": 1}


def test_resolved_credits_have_units() -> None:
    people = {"湾组轩": Person("区委组织部", "区委组织部", "organisation"), "林小禾": Person("林晓禾", "新闻部")}
    signed = article(1, "2024-05-02", LIN._replace(name="林小禾"), LIN, PEN)
    assert resolved(signed, people) == [
        {"name": "林晓禾", "role": "reporter", "label": "记者", "type": "person", "unit": "新闻部"},
        {
            "name": "区委组织部",
            "role": "correspondent",
            "label": "通讯员",
            "type": "organisation",
            "unit": "区委组织部",
        },
    ]


def test_pairs_are_named_as_first_printed() -> None:
    again = article(6, "2024-06-02", GAO, LIN)
    rows = arrange(pair_rows(count_pairs([*MONTH, again], Selection()), Selection()))
    assert brief(rows, "name", "with", "articles", "first", "last") == [
        ("林晓禾", "高一凡", 2, "2024-05-30", "2024-06-02"),
        ("林晓禾", "区委办", 1, "2024-05-30", "2024-05-30"),
        ("林晓禾", "湾组轩", 1, "2024-05-02", "2024-05-02"),
        ("高一凡", "区委办", 1, "2024-05-30", "2024-05-30"),
    ]


@pytest.mark.parametrize(
    ("sort", "first"),
    [("articles", "林晓禾"), ("joint", "林晓禾"), ("name", "区委办"), ("first", "林晓禾"), ("last", "林晓禾")],
)
def test_sorts(sort: str, first: str) -> None:
    selection = Selection(until="2024-05-30")
    rows = arrange(credit_rows(count_credits(MONTH, selection), selection), sort=sort)
    if sort == "last":
        rows = [row for row in rows if row["last"] == "2024-05-30" and row["role"] == "reporter"]
    assert rows[0]["name"] == first


def test_minimum() -> None:
    selection = Selection()
    rows = arrange(credit_rows(count_credits(MONTH, selection), selection), minimum=2)
    assert brief(rows, "name") == [("林晓禾",), ("湾组轩",), ("高一凡",)]


def test_nothing_counts_nothing() -> None:
    assert counted([]) == []


NAMES = st.sampled_from(["林晓禾", "高一凡", "湾组轩", "区委办"])
ROLES = st.sampled_from([REPORTER, CORRESPONDENT, PHOTOGRAPHER])
CREDITS = st.lists(st.builds(credit, NAMES, ROLES), max_size=6)


@given(st.lists(CREDITS, max_size=8))
def test_counts_add_up(pages: list[list[Credit]]) -> None:
    records = [article(number, "2024-05-02", *credits_) for number, credits_ in enumerate(pages)]
    for row in counted(list(records)):
        mine = [r for r in records if (row["name"], row["role"]) in {(c.name, c.role) for c in r.credits}]
        assert row["articles"] == len(mine)
        assert row["joint"] == sum(len({c.name for c in r.credits}) > 1 for r in mine)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "name,person,unit\n湾组轩,区委组织部,区委组织部\n",
            ("区委组织部", "区委组织部", "organisation"),
            id="pen-name",
        ),
        pytest.param("name,person\n湾组轩,钱百川\n", ("钱百川", None, "person"), id="no unit"),
        pytest.param("name,unit\n湾组轩,区委组织部\n", ("湾组轩", "区委组织部", "person"), id="no person"),
        pytest.param("unit;name;person\n;湾组轩;\n", ("湾组轩", None, "person"), id="semicolons, order, nothing known"),
        pytest.param(
            "署名\t姓名\t单位\n湾组轩\t钱百川\t办公室\n", ("钱百川", "办公室", "person"), id="Chinese names, tabs"
        ),
        pytest.param(" Name , Person \r\n\r\n 湾组轩 , 钱百川 \r\n", ("钱百川", None, "person"), id="blanks, CRLF"),
        pytest.param('name,person,备注\n湾组轩,钱百川,"一，\n二"\n', ("钱百川", None, "person"), id="a further column"),
    ],
)
def test_reads_people_files(text: str, expected: tuple[str, str | None, str]) -> None:
    assert read_people(text, "people.csv") == {"湾组轩": Person(*expected)}


def test_a_people_file_may_be_begun_with_nothing_in_it() -> None:
    assert read_people("", "people.csv") == {}


@pytest.mark.parametrize(
    ("word", "roles"),
    [
        ("reporter", ("reporter",)),
        ("记者", ("reporter",)),
        ("摄影", ("photographer",)),
        ("全媒体记者", ("全媒体记者",)),
    ],
)
def test_a_role_is_named_in_english_or_by_its_chinese_word(word: str, roles: tuple[str, ...]) -> None:
    assert roles_named(word) == roles


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("甲,乙\n", "people.csv:1: the first line must name", id="no heading"),
        pytest.param("person,unit\n甲,乙\n", "people.csv:1: the first line must name", id="no name"),
        pytest.param("name,other\n甲,乙\n", "people.csv:1: the first line must name", id="nothing to map to"),
        pytest.param(
            "name,person\n甲,乙\n丙,丁\n甲,戊\n", "people.csv:4: 甲 is mapped twice (first in line 2)", id="twice"
        ),
        pytest.param(
            'name,person\n甲,"乙\n一"\n\n甲,戊\n', "people.csv:5: 甲 is mapped twice (first in line 2)", id="lines"
        ),
        pytest.param("name,person\n,乙\n", "people.csv:2: no name in this line", id="no name in a line"),
        pytest.param('name,person\n甲,"乙\n', "people.csv:2: not a CSV table", id="open quote"),
    ],
)
def test_bad_people_files_say_where(text: str, message: str) -> None:
    with pytest.raises(PeopleFileError) as error:
        read_people(text, "people.csv")
    assert str(error.value).startswith(message)


@pytest.mark.parametrize("text", ["", "name,person,unit\n", "单位;姓名;署名\n办公室;;高一凡", "name\tperson\n"])
def test_unknown_names_complete_the_file(text: str) -> None:
    before = read_people(text, "people.csv") if text else {}
    after = read_people(text + write_unknown(["林晓禾", "a,b"], text), "people.csv")
    assert after == before | {"林晓禾": Person("林晓禾"), "a,b": Person("a,b")}
