"""The rows of the people's table: their order, their filters and what each shows."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rebound_desktop.core.vocabulary import PersonRole
from rebound_desktop.store.tables import database

#: What the table can be sorted by.
Sort = Literal["name", "company", "role", "last", "next"]

#: Tables whose changes change the list.
TABLES = ("people", "follow_ups")

#: The chip beside the roles, each of which is a chip of its own name.
ALL_CHIP = "all"

# The earliest thing to do as one text, "2026-11-26|14:00|what".
_NEXT = (
    "(SELECT min(due_on || '|' || CASE at_time WHEN '' THEN '~' ELSE at_time END || '|' || title) "
    "FROM follow_ups WHERE person_id = people.id AND deleted_at IS NULL AND state = 'open')"
)
_ROLE_ORDER = "CASE people.role {} END".format(
    " ".join(f"WHEN '{role}' THEN {place}" for place, role in enumerate(PersonRole))
)
_ORDERS: dict[Sort, str] = {
    "name": "people.name = '', people.name COLLATE NOCASE {way}, people.id",
    "company": "people.company = '', people.company COLLATE NOCASE {way}, "
    "people.name COLLATE NOCASE, people.id",
    "role": _ROLE_ORDER + " {way}, people.name COLLATE NOCASE, people.id",
    "last": "people.last_contact_on {way} NULLS LAST, people.name COLLATE NOCASE, people.id",
    "next": _NEXT + " {way} NULLS LAST, people.name COLLATE NOCASE, people.id",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. Texts are empty and days None where there is nothing."""

    id: int
    name: str
    company: str
    title: str
    role: str
    last_contact_on: date | None
    next_on: date | None
    next_time: str
    next_title: str


def ids(sort: Sort = "name", *, descending: bool = False, chip: str = ALL_CHIP) -> "array[int]":
    """Return the ids of the people that a chip chooses, in an order.

    ``chip`` is ALL_CHIP or a role.
    """
    order = _ORDERS[sort].format(way="DESC" if descending else "ASC")
    condition = "" if chip == ALL_CHIP else f" AND people.role = '{PersonRole(chip).value}'"
    cursor = database.execute_sql(
        f"SELECT people.id FROM people WHERE people.deleted_at IS NULL{condition} ORDER BY {order}"
    )
    return array("q", [row[0] for row in cursor.fetchall()])


def counts() -> dict[str, int]:
    """Return how many people each chip chooses."""
    rows = database.execute_sql(
        "SELECT role, count(*) FROM people WHERE deleted_at IS NULL GROUP BY role"
    ).fetchall()
    by_role = {str(role): int(number) for role, number in rows}
    return {ALL_CHIP: sum(by_role.values())} | {
        str(role): by_role.get(role, 0) for role in PersonRole
    }


def rows(wanted: Sequence[int]) -> dict[int, Row]:
    """Return the rows with these ids."""
    marks = ",".join("?" * len(wanted))
    cursor = database.execute_sql(
        f"SELECT id, name, company, title, role, last_contact_on, {_NEXT} FROM people "
        f"WHERE id IN ({marks})",
        tuple(wanted),
    )
    return {row[0]: _row(row) for row in cursor.fetchall()}


def _row(values: Sequence[object]) -> Row:
    number, name, company, title, role, last_on, coming = values
    day, time, what = str(coming).split("|", 2) if coming else ("", "", "")
    return Row(
        int(str(number)),
        str(name),
        str(company),
        str(title),
        str(role),
        date.fromisoformat(str(last_on)) if last_on else None,
        date.fromisoformat(day) if day else None,
        "" if time == "~" else time,
        what,
    )
