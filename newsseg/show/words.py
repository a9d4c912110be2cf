"""What a reader calls the parts of a page: titles, kinds of text, credits on a line."""

from __future__ import annotations

from newsseg.i18n import _
from newsseg.record import Article, Credit, Fragment, Record
from newsseg.reports.rolenames import role_name

SEPARATOR = " · "
NO_ROLE = "author"  # the role of those whose role is not printed


def record_title(record: Record) -> str:
    """Return what to call a record: an article's headline, or its first words where it has none."""
    if isinstance(record, Fragment):
        return record.text
    return record.headline or _("(no headline)")


def field_name(field: str, record: Record, index: int = 0) -> str:
    """Return the short name (up to four cells) of the kind of text that the element ``index`` of ``field`` is."""
    names = {
        "headline": _("head"),
        "deck": _("deck"),
        "bylines": _("by"),
        "paragraph": _("para"),
        "subhead": _("sub"),
        "captions": _("cap"),
        "jumps": _("jump"),
        "folio": _("page"),
        "display": _("disp"),
        "caption": _("cap"),
        "text": _("text"),
    }
    return names.get(kind_of(field, record, index), "")


def kind_of(field: str, record: Record, index: int) -> str:
    """Return what kind of text an element is: a fragment's role, a body element's kind, else its field."""
    if isinstance(record, Fragment):
        return record.role
    return record.body[index].kind if field == "body" and index < len(record.body) else field


def credit_groups(credits: tuple[Credit, ...]) -> dict[str, list[str]]:
    """Return the names under each label: as printed (记者), else what the role is called, else none."""
    groups: dict[str, list[str]] = {}
    for credit in credits:
        label = credit.label or ("" if credit.role == NO_ROLE else role_name(credit.role))
        names = groups.setdefault(label, [])
        if credit.name not in names:  # 文/图 gives each name two roles under one label
            names.append(credit.name)
    return groups


def credit_line(article: Article) -> str:
    """Return the credits on a line: ``记者 甲、乙 · 通讯员 丙``."""
    groups = credit_groups(article.credits).items()
    return SEPARATOR.join(f"{label} {'、'.join(names)}".strip() for label, names in groups)


def page_title(source: str, page: int, records: list[Record]) -> str:
    """Return what to call a page: paper, date, number and section as its folio tells, else source and page."""
    for record in records:
        edition = record.edition
        if edition:
            known = (edition.paper, edition.date, edition.page, edition.section)
            told = SEPARATOR.join(part for part in known if part)
            if told:
                return told
    return f"{source}{SEPARATOR}{page}" if source else _("page {}").format(page)
