"""The ledger of tellings: which story was told when, to whom, and how it landed."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rebound_desktop.store.search import like
from rebound_desktop.store.tables import database

#: What the ledger can be sorted by.
Sort = Literal["day", "story", "to_whom", "application", "landed"]

#: Tables whose changes change the ledger.
TABLES = ("tellings", "stories", "applications")

_FROM = (
    "FROM tellings JOIN stories ON stories.id = tellings.story_id "
    "LEFT JOIN applications ON applications.id = tellings.application_id"
)
_ORDERS: dict[Sort, str] = {
    "day": "tellings.on_date {way}",
    "story": "stories.title COLLATE NOCASE {way}",
    "to_whom": "tellings.to_whom COLLATE NOCASE {way}",
    "application": "coalesce(applications.company, '') COLLATE NOCASE {way}",
    "landed": "CASE tellings.landed WHEN 'well' THEN 0 WHEN 'so_so' THEN 1 "
    "WHEN 'not_well' THEN 2 ELSE 3 END {way}",
}
_SEARCHED = (
    "stories.title",
    "tellings.to_whom",
    "tellings.note",
    "applications.company",
    "applications.role",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One telling. Texts are empty where there is nothing."""

    id: int
    story_id: int
    on_date: date
    title: str
    to_whom: str
    company: str
    role: str
    landed: str
    note: str


def ids(sort: Sort = "day", *, descending: bool = True) -> "array[int]":
    """Return the ids of all tellings in an order; the latest first where they are alike."""
    order = _ORDERS[sort].format(way="DESC" if descending else "ASC")
    cursor = database.execute_sql(
        f"SELECT tellings.id {_FROM} WHERE tellings.deleted_at IS NULL "
        f"ORDER BY {order}, tellings.on_date DESC, tellings.id DESC"
    )
    return array("q", (row[0] for row in cursor))


def matching(text: str) -> list[int] | None:
    """Return the tellings that hold every word of a text somewhere, or None without a word."""
    parts = text.split()
    if not parts:
        return None
    conditions, patterns = zip(*(like(_SEARCHED, part) for part in parts), strict=True)
    cursor = database.execute_sql(
        f"SELECT tellings.id {_FROM} WHERE {' AND '.join(conditions)}", sum(patterns, ())
    )
    return [row[0] for row in cursor]


def rows(wanted: Sequence[int]) -> dict[int, Row]:
    """Return the rows with these ids."""
    marks = ",".join("?" * len(wanted))
    cursor = database.execute_sql(
        "SELECT tellings.id, stories.id, on_date, title, to_whom, coalesce(company, ''), "
        f"coalesce(role, ''), landed, tellings.note {_FROM} WHERE tellings.id IN ({marks})",
        tuple(wanted),
    )
    return {
        row[0]: Row(row[0], row[1], date.fromisoformat(row[2]), *map(str, row[3:]))
        for row in cursor
    }
