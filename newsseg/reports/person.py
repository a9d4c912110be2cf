"""Whom a printed name means: a person or organisation, and the unit."""

from __future__ import annotations

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
    """Return whom ``credit`` means; a name that ``people`` lacks means itself, in the unit that was found before."""
    known = people.get(credit.name) if people else None
    return known or Person(credit.name, credit.unit, credit.type)


def resolved(record: Record, people: Mapping[str, Person]) -> list[dict[str, str | None]]:
    """Return the record's credits as JSON objects, names and types resolved, units added.

    Two spellings of one person in one role become one credit.
    """
    found: dict[tuple[str, str], dict[str, str | None]] = {}
    for credit in record.credits:
        name, unit, kind = resolve(credit, people)
        value = {"name": name, "role": credit.role, "label": credit.label, "type": kind, "unit": unit}
        found.setdefault((name, credit.role), value)
    return list(found.values())
