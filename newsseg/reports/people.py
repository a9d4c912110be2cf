"""Who wrote how much: credits counted by name, organisation, outlet, role or month, and who signs with whom.

An article counts once for each (key, role): whoever signs it twice in one role is counted once. The people of a whole
page (its editor, designer, proofreader) are counted in pages.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from newsseg.record import Article, Credit
from newsseg.reports.person import Person, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsseg.record import Record

GROUPS = ("name", "organisation", "outlet", "role", "month")
SORTS = ("articles", "joint", "first", "last", "name")
MONTH = len("2024-05")

Row: TypeAlias = "dict[str, object]"
Key: TypeAlias = "tuple[str | None, ...]"
_K = TypeVar("_K")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is counted; ``since`` and ``until`` are ISO dates or the beginning of one (``2024-05``)."""

    by: Sequence[str] = ("name",)
    roles: frozenset[str] = frozenset()
    since: str | None = None
    until: str | None = None
    people: Mapping[str, Person] | None = None
    headlines: bool = False


@dataclass(slots=True)
class Tally:
    """What was counted for one key."""

    person: Person
    articles: int = 0
    joint: int = 0
    pages: set[tuple[str, int]] = field(default_factory=set)
    first: str | None = None
    last: str | None = None
    headlines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Count:
    """The tallies by key in order of appearance, and what else there was.

    ``unknown`` are names that the people file lacks, ``roles`` all roles, as named and as printed, of the dates asked
    for; ``undated`` records have no date.
    """

    tallies: dict[Key, Tally] = field(default_factory=dict)
    unknown: Counter[str] = field(default_factory=Counter)
    roles: set[str] = field(default_factory=set)
    undated: int = 0


def columns(by: Sequence[str]) -> list[str]:
    """Return the names of a key's parts: what it is counted by, and the role."""
    return list(dict.fromkeys((*by, "role")))


def date_of(record: Record) -> str | None:
    """Return the ISO date of the issue that the record stands in, where the page tells it."""
    return record.edition.date if record.edition else None


def count_credits(records: Iterable[Record], selection: Selection) -> Count:
    """Count the credits of ``records``: a tally for each (key, role), the key being what ``selection.by`` names."""
    count = Count()
    for record, signed in _signed(records, selection, count):
        joint = len({resolve(credit, selection.people).name for credit in record.credits}) > 1
        keys = ((_key(record, credit.role, person, selection.by), person) for credit, person in signed)
        for key, person in _first_of_each(keys).items():
            _add(count.tallies.setdefault(key, Tally(person)), record, joint=joint, headlines=selection.headlines)
    return count


def count_pairs(records: Iterable[Record], selection: Selection) -> Count:
    """Count who signs articles with whom: a tally for each pair, named as in the first article that they share."""
    count = Count()
    named: dict[frozenset[str], Key] = {}
    for record, signed in _signed(records, selection, count):
        people = _first_of_each((person.name, person) for _, person in signed)
        for first, second in combinations(people.values(), 2):
            key = named.setdefault(frozenset((first.name, second.name)), (first.name, second.name))
            if isinstance(record, Article):
                _add(count.tallies.setdefault(key, Tally(first)), record, joint=True, headlines=selection.headlines)
    return count


def _first_of_each(items: Iterable[tuple[_K, Person]]) -> dict[_K, Person]:
    found: dict[_K, Person] = {}
    for key, person in items:
        found.setdefault(key, person)
    return found


def _signed(
    records: Iterable[Record], selection: Selection, count: Count
) -> Iterator[tuple[Record, list[tuple[Credit, Person]]]]:
    """Yield each record of the asked dates with its credits of the asked roles; note unknown names in ``count``."""
    for record in records:
        if (selection.since or selection.until) and not _within(date_of(record), selection):
            count.undated += not date_of(record)
            continue
        count.roles.update(name for credit in record.credits for name in (credit.role, credit.label) if name)
        chosen = [credit for credit in record.credits if _has_role(credit, selection.roles)]
        if selection.people is not None:
            names = dict.fromkeys(credit.name for credit in chosen)  # no set: the order must be the same each time
            count.unknown.update(name for name in names if name not in selection.people)
        if chosen:
            yield record, [(credit, resolve(credit, selection.people)) for credit in chosen]


def _has_role(credit: Credit, roles: frozenset[str]) -> bool:
    """Tell whether the credit's role is asked for, as ``reporter`` or as printed (记者)."""
    return not roles or credit.role in roles or credit.label in roles


def _within(date: str | None, selection: Selection) -> bool:
    """Tell whether a record of this date is asked for; a bound may be the beginning of a date, such as a month."""
    since, until = selection.since or "", selection.until or ""
    return date is not None and date[: len(since)] >= since and date[: len(until)] <= until


def _key(record: Record, role: str, person: Person, by: Sequence[str]) -> Key:
    date = date_of(record)
    values = {
        "name": person.name,
        "organisation": person.name if person.type == "organisation" else person.unit,
        "outlet": record.outlet if isinstance(record, Article) else None,
        "month": date[:MONTH] if date else None,
        "role": role,
    }
    return tuple(values[group] for group in columns(by))


def _add(tally: Tally, record: Record, *, joint: bool, headlines: bool) -> None:
    date = date_of(record)
    if date:
        tally.first = min(tally.first or date, date)
        tally.last = max(tally.last or date, date)
    if not isinstance(record, Article):
        tally.pages.add((record.source, record.page))
        return
    tally.articles += 1
    tally.joint += joint
    if headlines:
        tally.headlines.append(record.headline or "")
