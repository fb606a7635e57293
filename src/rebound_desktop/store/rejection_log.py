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
    "feedback_open": " AND rejections.id IN (SELECT rejection_id FROM feedback_requests"
    " WHERE deleted_at IS NULL AND (state = 'drafted'"
    " OR state IN ('sent', 'waiting') AND NOT thanks_only))",
    "not_reflected": " AND rejections.id NOT IN (SELECT rejection_id FROM reflections"
    " WHERE deleted_at IS NULL AND state = 'finished')",
}

_LATEST_FEEDBACK = (
    "(SELECT CASE WHEN thanks_only AND state IN ('sent', 'waiting') THEN 'thanked' ELSE state END "
    "FROM feedback_requests WHERE rejection_id = rejections.id "
    "AND deleted_at IS NULL ORDER BY created_at DESC, uuid DESC LIMIT 1)"
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


def ids(sort: Sort = "date", *, descending: bool = True, chip: Chip = "all") -> "array[int]":
    """Return the ids of the rejections that a chip chooses, in an order."""
    source = "rejections"
    if sort in ("company", "role"):
        # In the order of the file: by the index on the day each row would be looked up at random,
        # which takes three times as long.
        source += " NOT INDEXED JOIN applications ON applications.id = rejections.application_id"
    order = _ORDERS[sort].format(way="DESC" if descending else "ASC")
    cursor = database.execute_sql(
        f"SELECT rejections.id FROM {source} "
        f"WHERE rejections.deleted_at IS NULL{_CHIPS[chip]} ORDER BY {order}"
    )
    return array("q", [row[0] for row in cursor.fetchall()])


def counts() -> dict[str, int]:
    """Return how many rejections each chip chooses, by its key."""
    alive = "rejections.deleted_at IS NULL"
    every, after_interview, no_reply = database.execute_sql(
        "SELECT count(*), coalesce(sum(reached IN ('interviewing', 'final', 'offer')), 0), "
        f"coalesce(sum(outcome = 'no_reply'), 0) FROM rejections WHERE {alive}"
    ).fetchone()
    (feedback_open,) = database.execute_sql(
        f"SELECT count(*) FROM rejections WHERE {alive}{_CHIPS['feedback_open']}"
    ).fetchone()
    (reflected,) = database.execute_sql(
        "SELECT count(*) FROM reflections JOIN rejections ON rejections.id = rejection_id "
        f"WHERE reflections.deleted_at IS NULL AND reflections.state = 'finished' AND {alive}"
    ).fetchone()
    return {
        "all": every,
        "after_interview": after_interview,
        "no_reply": no_reply,
        "feedback_open": feedback_open,
        "not_reflected": every - reflected,
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
