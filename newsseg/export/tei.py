"""Articles as a TEI P5 corpus (https://tei-c.org): one TEI text an article, for corpus programs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, tostring

from newsseg.export.rows import keywords
from newsseg.record import Article, Edition
from newsseg.safe import for_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsseg.record import Credit, Record

NAMESPACE = "http://www.tei-c.org/ns/1.0"


def tei_stream(records: Iterable[Record]) -> Iterator[str]:
    """Yield the pieces of a TEI corpus of the articles."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="{NAMESPACE}">\n'
    source = Element("p")
    source.text = "Articles cut out of the text of newspaper pages."
    yield _string(_header("Newspaper articles", (), source))
    for record in records:
        if isinstance(record, Article):
            yield _string(_tei(record))
    yield "</teiCorpus>\n"


def _string(element: Element) -> str:
    return tostring(element, encoding="unicode") + "\n"


def _tei(article: Article) -> Element:
    tei = Element("TEI", {"xml:lang": "zh", "n": for_xml(article.id)})
    tei.append(_article_header(article))
    div = SubElement(SubElement(SubElement(tei, "text"), "body"), "div", {"type": "article"})
    if article.headline:
        _add(div, "head", article.headline, type="main")
    for deck in article.deck:
        _add(div, "head", deck, type="sub")
    for byline in article.bylines:
        _add(div, "byline", byline)
    _add_body(div, article)
    for caption in article.captions:
        _add(SubElement(div, "figure"), "head", caption)
    for jump in article.jumps:
        _add(div, "note", jump, type="jump")
    return tei


def _add_body(div: Element, article: Article) -> None:
    """Add the body: a subhead opens a division of its own, as TEI wants it."""
    into = div
    for element in article.body:
        if element.kind == "subhead":
            into = SubElement(div, "div", {"type": "section"})
            _add(into, "head", element.text)
        else:
            _add(into, "p", element.text)
    if not article.body and not article.captions:
        _add(div, "p", "")


def _header(title: str, credits_: Iterable[Credit], source: Element) -> Element:
    header = Element("teiHeader")
    description = SubElement(header, "fileDesc")
    statement = SubElement(description, "titleStmt")
    _add(statement, "title", title)
    for credit in credits_:
        responsible = SubElement(statement, "respStmt")
        _add(responsible, "resp", credit.label or credit.role, key=credit.role)
        _add(responsible, "orgName" if credit.type == "organisation" else "persName", credit.name)
    _add(SubElement(description, "publicationStmt"), "p", "Not published; made from the page's text by newsseg.")
    SubElement(description, "sourceDesc").append(source)
    return header


def _article_header(article: Article) -> Element:
    header = _header(article.headline or article.id, article.credits, _source(article))
    if found := keywords(article):
        terms = SubElement(SubElement(SubElement(header, "profileDesc"), "textClass"), "keywords")
        for word in found:
            _add(terms, "term", word)
    return header


def _source(article: Article) -> Element:
    """Tell where the article stood: paper, date, page as printed, section, and the record it was made from."""
    edition = article.edition or Edition()
    source = Element("bibl")
    _add(source, "title", edition.paper or article.source, level="j")
    if edition.date:
        _add(source, "date", edition.date, when=edition.date)
    if edition.section:
        _add(source, "biblScope", edition.section, unit="section")
    _add(source, "biblScope", edition.page or str(article.page), unit="page")
    _add(source, "idno", article.id, type="newsseg")
    return source


def _add(parent: Element, tag: str, text: str, **attributes: str) -> None:
    child = SubElement(parent, tag, {key: for_xml(value) for key, value in attributes.items()})
    child.text = for_xml(text)
