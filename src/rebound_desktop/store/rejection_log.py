"""The rows of the rejection log: their order, their filters and what each shows."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rebound_desktop.store.tables import database

#: What the chips above the log choose.
Chip = Literal["all", "after_interview", "no_reply", "feedback_open", "not_reflected"]
#: What the log can be sorted by.
Sort = Literal["date", "company", "role", "reached", "feedback", "reflection"]

#: Tables whose changes change the log.
TABLES = ("rejections", "applications", "reflections", "feedback_requests")

_CHIPS: dict[Chip, str] = {
    "all": "",
    "after_interview": " AND rejections.reached IN ('interviewing', 'final', 'offer')",
    "no_reply": " AND rejections.outcome = 'no_reply'",
    "feedback_open": " AND EXISTS (SELECT 1 FROM feedback_requests WHERE rejection_id ="
    " rejections.id AND deleted_at IS NULL AND state IN ('drafted', 'sent', 'waiting'))",
    "not_reflected": " AND NOT EXISTS (SELECT 1 FROM reflections WHERE rejection_id ="
    " rejections.id AND deleted_at IS NULL AND state = 'finished')",
}

_LATEST_FEEDBACK = (
    "(SELECT state FROM feedback_requests WHERE rejection_id = rejections.id "
    "AND deleted_at IS NULL ORDER BY id DESC LIMIT 1)"
)
_STAGES = "('interested','applied','screening','assessment','interviewing','final','offer')"
_ORDERS: dict[Sort, str] = {
    "date": "rejections.on_date {way}, rejections.id {way}",
    "company": "applications.company COLLATE NOCASE {way}, rejections.on_date DESC",
    "role": "applications.role COLLATE NOCASE {way}, rejections.on_date DESC",
    "reached": f"instr('{_STAGES[1:-1].replace(chr(39), '')}', rejections.reached) {{way}}, "
    "rejections.on_date DESC",
    "feedback": _LATEST_FEEDBACK + " {way}, rejections.on_date DESC",
    "reflection": "(SELECT CASE state WHEN 'finished' THEN 99 ELSE page END FROM reflections "
    "WHERE rejection_id = rejections.id AND deleted_at IS NULL) {way}, rejections.on_date DESC",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the log. Empty texts mean that there is nothing of the kind."""

    id: int
    on_date: date
    company: str
    role: str
    reached: str
    outcome: str
    feedback: str
    reflection: str
    reflection_page: int


def ids(sort: Sort = "date", *, descending: bool = True, chip: Chip = "all") -> array[int]:
    """Return the ids of the rejections that a chip chooses, in an order."""
    join = ""
    if sort in ("company", "role"):
        join = " JOIN applications ON applications.id = rejections.application_id"
    order = _ORDERS[sort].format(way="DESC" if descending else "ASC")
    cursor = database.execute_sql(
        f"SELECT rejections.id FROM rejections{join} "
        f"WHERE rejections.deleted_at IS NULL{_CHIPS[chip]} ORDER BY {order}"
    )
    return array("q", (row[0] for row in cursor))


def counts() -> dict[Chip, int]:
    """Return how many rejections each chip chooses."""
    return {
        chip: int(
            database.execute_sql(
                f"SELECT count(*) FROM rejections WHERE rejections.deleted_at IS NULL{condition}"
            ).fetchone()[0]
        )
        for chip, condition in _CHIPS.items()
    }


def rows(wanted: Sequence[int]) -> dict[int, Row]:
    """Return the rows with these ids."""
    marks = ",".join("?" * len(wanted))
    cursor = database.execute_sql(
        "SELECT rejections.id, rejections.on_date, applications.company, applications.role, "
        f"rejections.reached, rejections.outcome, coalesce({_LATEST_FEEDBACK}, ''), "
        "coalesce(reflections.state, ''), coalesce(reflections.page, 0) "
        "FROM rejections JOIN applications ON applications.id = rejections.application_id "
        "LEFT JOIN reflections ON reflections.rejection_id = rejections.id "
        "AND reflections.deleted_at IS NULL "
        f"WHERE rejections.id IN ({marks})",
        tuple(wanted),
    )
    return {row[0]: Row(row[0], date.fromisoformat(row[1]), *row[2:]) for row in cursor}
