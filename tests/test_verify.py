"""The proof that a page is kept whole finds every character that is lost, doubled or invented."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newsseg import split_page
from newsseg.record import Article, Element, Fragment, Record, Span
from newsseg.verify import is_joined, problems

TEXT = "标题一\n\n　　松湖日报讯（记者 柳青禾）水\n位急涨。\n图为演练。\nA02"
BYLINE = "松湖日报讯（记者 柳青禾）"


def place(piece: str) -> tuple[int, int]:
    start = TEXT.index(piece)
    return start, start + len(piece)


ARTICLE = Article(
    "p:1:1",
    "p",
    1,
    1,
    headline="标题一",
    bylines=(BYLINE,),
    body=(Element("paragraph", "水位急涨。"),),
    captions=("图为演练。",),
    spans=(
        Span("headline", 0, *place("标题一")),
        Span("bylines", 0, *place(BYLINE)),
        Span("body", 0, *place("水\n位急涨。")),
        Span("captions", 0, *place("图为演练。")),
    ),
)
FOLIO = Fragment("p:1:2", "p", 1, 2, "folio", "A02", spans=(Span("text", 0, *place("A02")),))
RECORDS: list[Record] = [ARTICLE, FOLIO]


def found(text: str, records: list[Record]) -> list[str]:
    return [problem.what for problem in problems(text, records)]


def test_a_whole_page_has_no_problems() -> None:
    assert found(TEXT, RECORDS) == []


def test_the_order_of_records_and_ranges_makes_no_difference() -> None:
    assert found(TEXT, [FOLIO, ARTICLE._replace(spans=ARTICLE.spans[::-1])]) == []


def test_a_page_without_text_needs_no_records() -> None:
    assert found(" \n\f　\n", []) == []


def body(text: str) -> Article:
    return ARTICLE._replace(body=(Element("paragraph", text),))


def ranges(*spans: Span) -> Article:
    return ARTICLE._replace(spans=spans)


@pytest.mark.parametrize(
    ("text", "records", "what"),
    [
        pytest.param(TEXT, [ARTICLE], "“A02” is in no record", id="a fragment left out"),
        pytest.param("新" + TEXT, [], "“新标题一” is in no record", id="all left out"),
        pytest.param(TEXT, [ARTICLE, FOLIO, FOLIO._replace(id="p:1:3")], "“A02” is in p:1:2 too", id="doubled"),
        pytest.param(TEXT, [body("水位急升。"), FOLIO], "body 0 is not the page's text", id="a character changed"),
        pytest.param(TEXT, [body("水 位急涨。"), FOLIO], "body 0 is not the page's text", id="a space invented"),
        pytest.param(TEXT, [body("水位急涨"), FOLIO], "body 0 is not the page's text", id="a mark lost"),
        pytest.param(TEXT, [body("水位急涨。。"), FOLIO], "body 0 is not the page's text", id="a mark doubled"),
        pytest.param(TEXT, [ARTICLE._replace(deck=("副题",)), FOLIO], "deck 0 is not", id="text without a range"),
        pytest.param(TEXT, [ARTICLE._replace(headline=None), FOLIO], "headline 0, which", id="range without text"),
        pytest.param(TEXT, [ranges(Span("headline", 0, 0, 999))], "0-999 does not lie on the page", id="off the page"),
        pytest.param(TEXT, [ranges(Span("headline", 0, 3, 3))], "3-3 does not lie on the page", id="empty range"),
        pytest.param(TEXT, [ranges(Span("headline", 0, -3, 3))], "-3-3 does not lie on", id="negative range"),
    ],
)
def test_what_is_wrong_is_said(text: str, records: list[Record], what: str) -> None:
    assert any(what in problem for problem in found(text, records))


@pytest.mark.parametrize(
    ("element", "bits", "same"),
    [
        pytest.param("", [], True, id="nothing"),
        pytest.param("甲乙", ["甲", "乙"], True, id="Han"),
        pytest.param("甲 乙", ["甲", "乙"], False, id="Han with a space"),
        pytest.param("new city", ["new", "city"], True, id="Latin words"),
        pytest.param("Huawei", ["Hua", "wei"], True, id="a Latin word that the column cut"),
        pytest.param("new  city", ["new", "city"], False, id="two spaces"),
        pytest.param("new 城", ["new", "城"], False, id="Latin and Han with a space"),
        pytest.param("development", ["develop-", "ment"], True, id="hyphen taken out"),
        pytest.param("state-owned", ["state-", "owned"], True, id="hyphen that stays"),
        pytest.param("2024", ["20-", "24"], False, id="no hyphen between digits"),
        pytest.param("甲乙", ["甲-", "乙"], False, id="no hyphen between Han"),
        pytest.param("甲", ["甲", "乙"], False, id="too short"),
        pytest.param("甲乙丙", ["甲", "乙"], False, id="too long"),
        pytest.param("city ", ["city"], False, id="blank at the end"),
    ],
)
def test_how_lines_are_joined(element: str, bits: list[str], *, same: bool) -> None:
    assert is_joined(element, bits) is same


page_texts = st.text(st.sampled_from("讯（）/□“”。，\n\n　 记者通员甲乙ab-1\f"), max_size=120)


@settings(deadline=None)  # the first page loads the word lists
@given(page_texts)
def test_what_split_makes_is_whole(text: str) -> None:
    assert found(text, split_page(text)) == []


@given(page_texts, st.data())
def test_one_character_less_more_or_other_is_found(text: str, data: st.DataObject) -> None:
    records = split_page(text)
    places = [(record, span) for record in records for span in record.spans]
    assume(places)
    record, span = data.draw(st.sampled_from(places))
    others = [other for other in records if other is not record]
    spans = [other for other in record.spans if other is not span]
    shorter = [span._replace(end=span.end - 1)] if span.end - span.start > 1 else []
    lost = record._replace(spans=(*spans, *shorter))
    assert found(text, [*others, lost])
    doubled = Fragment("x", "", 1, 99, "text", text[span.start], spans=(Span("text", 0, span.start, span.start + 1),))
    assert found(text, [*records, doubled])
    assert found(text, [*others, invented(record, data.draw(st.sampled_from("讯a。")))])


def invented(record: Record, character: str) -> Record:
    """Return ``record`` with a character that the page has not there."""
    if isinstance(record, Fragment):
        return record._replace(text=record.text + character)
    if record.body:
        first, *rest = record.body
        return record._replace(body=(first._replace(text=character + first.text), *rest))
    return record._replace(headline=(record.headline or "") + character)
