"""People who are in the list twice: finding them, and making one of two."""

from collections.abc import Mapping
from itertools import combinations
from typing import Any

from rebound_desktop.core.plain_text import folded
from rebound_desktop.store import people, versions
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import (
    ApplicationPerson,
    FeedbackRequest,
    FollowUp,
    Person,
    PersonAddress,
    PrepSheetPerson,
    Telling,
    database,
)

#: What one of two people can give to the one that is kept, in the order in which it is shown.
FIELDS = people.EDITABLE
#: Links of which a person has one to each record, with the column of that record.
_ONCE: tuple[tuple[Any, str], ...] = (
    (ApplicationPerson, "application"),
    (PrepSheetPerson, "prep_sheet"),
)
_ANY_NUMBER: tuple[Any, ...] = (FeedbackRequest, FollowUp, Telling)
#: Longer texts, of which both are kept, one below the other.
_BOTH = ("how_met", "notes")
#: More of one name than this are no doubles, but a name like "Recruiting".
_MOST = 4


def doubles() -> list[tuple[int, int]]:
    """Return pairs of people who may be one: of the same name, or with an e-mail in common."""
    groups: dict[tuple[str, str], set[int]] = {}
    for number, name, email in database.execute_sql(
        "SELECT id, name, email FROM people WHERE deleted_at IS NULL"
    ).fetchall():
        # Most names need no more than this, and there can be thousands.
        plain = name.casefold() if name.isascii() else folded(name)
        groups.setdefault(("name", " ".join(plain.split())), set()).add(number)
        groups.setdefault(("email", email.strip().casefold()), set()).add(number)
    for number, email in database.execute_sql(
        "SELECT person_id, text FROM person_addresses JOIN people ON people.id = person_id "
        "WHERE kind = 'email' AND person_addresses.deleted_at IS NULL "
        "AND people.deleted_at IS NULL"
    ).fetchall():
        groups.setdefault(("email", email.strip().casefold()), set()).add(number)
    pairs = {
        pair
        for (_, value), numbers in groups.items()
        if value and 1 < len(numbers) <= _MOST
        for pair in combinations(sorted(numbers), 2)
    }
    return sorted(pairs)


def differing(first: Person, second: Person) -> list[str]:
    """Return the fields of which one text is to be chosen: both people say something different.

    How they were met and the notes are kept of both.
    """
    return [
        name
        for name in FIELDS
        if name not in _BOTH
        and getattr(first, name)
        and getattr(second, name)
        and _differ(name, first, second)
    ]


def _differ(name: str, first: Person, second: Person) -> bool:
    return str(getattr(first, name)) != str(getattr(second, name))


def merge(kept_id: int, gone_id: int, values: Mapping[str, str] | None = None) -> None:
    """Make one person of two: everything that belongs to the second goes to the first.

    ``values`` gives the texts of the first where they are to change; what it has not yet is
    taken from the second. An address that finds no place is kept among the further ones. Raises
    RefusedError where both are one.
    """
    if kept_id == gone_id:
        raise RefusedError("person", "Choose another person.")
    with write("Merge people"):
        kept, gone = Person.get_by_id(kept_id), Person.get_by_id(gone_id)
        ways = _ways(kept) + _ways(gone)
        chosen = {name: str(getattr(gone, name)) for name in FIELDS if not str(getattr(kept, name))}
        for name in _BOTH:
            texts = dict.fromkeys(str(getattr(each, name)).strip() for each in (kept, gone))
            chosen[name] = "\n\n".join(filter(None, texts))
        chosen |= dict(values or {})
        people.edit(kept_id, chosen)
        _move_links(kept_id, gone_id)
        kept = Person.get_by_id(kept_id)
        days = [each for each in (kept.last_contact_on, gone.last_contact_on) if each is not None]
        kept.last_contact_on = max(days, default=None)
        by = kept.introduced_by_id or gone.introduced_by_id
        kept.introduced_by = None if by in (kept_id, gone_id) else by
        kept.save()
        main = {(kind, str(getattr(kept, kind))) for kind in ("email", "phone", "link")}
        people.set_addresses(kept_id, [each for each in dict.fromkeys(ways) if each not in main])
        # Only this row: what belonged to it belongs to the other now.
        PersonAddress.delete().where(PersonAddress.person == gone_id).execute()
        Person.delete().where(Person.id == gone_id).execute()
        # What another laptop says of the second belongs to the first too.
        versions.note_heir(gone.uuid, kept.uuid)


def _ways(person: Person) -> list[tuple[str, str]]:
    first = [(kind, str(getattr(person, kind))) for kind in ("email", "phone", "link")]
    further = [(str(each.kind), str(each.text)) for each in people.addresses_of(person.id)]
    return [each for each in first + further if each[1]]


def _move_links(kept_id: int, gone_id: int) -> None:
    for table, owner in _ONCE:
        column = getattr(table, owner)
        there = table.select(column).where(table.person == kept_id)
        table.delete().where(table.person == gone_id, column.in_(there)).execute()
        table.update(person=kept_id).where(table.person == gone_id).execute()
    for table in _ANY_NUMBER:
        table.update(person=kept_id).where(table.person == gone_id).execute()
    Person.update(introduced_by=kept_id).where(Person.introduced_by == gone_id).execute()
