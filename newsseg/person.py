"""Whom a printed name means: a person or organisation, and the unit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsseg.record import Credit, Record


class Person(NamedTuple):
    """Whom a printed name means: the name of the person (or organisation), and the unit where it is known."""

    name: str
    unit: str | None = None
    type: str = "person"


def resolve(credit: Credit, people: Mapping[str, Person] | None) -> Person:
    """Return whom ``credit`` means; a name that ``people`` lacks means itself."""
    known = people.get(credit.name) if people else None
    return known or Person(credit.name, type=credit.type)


def annotate(record: Record, people: Mapping[str, Person]) -> Record:
    """Return the record with each credit's name and type resolved; two spellings of one person become one credit."""
    found = ((credit, resolve(credit, people)) for credit in record.credits)
    resolved = (replace(credit, name=person.name, type=person.type) for credit, person in found)
    return replace(record, credits=tuple(dict.fromkeys(resolved)))
