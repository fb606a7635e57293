"""The rows of the list of lessons: their order, their filters and what each shows."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rebound_desktop.core.plain_text import folded
from rebound_desktop.core.vocabulary import LessonState
from rebound_desktop.store.lessons import STAGES, TO_BRING
from rebound_desktop.store.tables import database

#: What the list can be sorted by.
Sort = Literal["text", "stage", "state", "from"]
#: Tables whose changes change the list.
TABLES = ("lessons", "rejections", "applications")

ALL_CHIP = "all"
#: The chip of what is brought to the next interview.
TO_BRING_CHIP = "to_bring"

_STATES = "('" + "', '".join(TO_BRING) + "')"
_FROM = (
    "lessons LEFT JOIN rejections ON rejections.id = lessons.rejection_id "
    "AND rejections.deleted_at IS NULL "
    "LEFT JOIN applications ON applications.id = rejections.application_id"
)
_DAY = "coalesce(rejections.on_date, substr(lessons.created_at, 1, 10))"
_STATE_ORDER = "CASE lessons.state {} END".format(
    " ".join(f"WHEN '{state}' THEN {place}" for place, state in enumerate(LessonState))
)
_STAGE_ORDER = "CASE lessons.stage {} ELSE 9 END".format(
    " ".join(f"WHEN '{stage}' THEN {place}" for place, stage in enumerate(STAGES))
)
_ORDERS: dict[Sort, str] = {
    "text": "lessons.text COLLATE NOCASE {way}, lessons.id",
    "stage": _STAGE_ORDER + " {way}, lessons.id DESC",
    "state": _STATE_ORDER + " {way}, lessons.id DESC",
    "from": _DAY + " {way}, lessons.id {way}",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list. ``company`` and ``rejection_id`` are empty and 0 without a rejection;
    ``on_date`` is then the day on which the lesson was written.
    """

    id: int
    text: str
    stage: str
    state: str
    origin: str
    tried_on: date | None
    rejection_id: int
    company: str
    on_date: date


def chips() -> dict[str, str]:
    """Return the condition of each chip by its key: all, to bring, each state, each stage."""
    return {
        ALL_CHIP: "1",
        TO_BRING_CHIP: f"lessons.state IN {_STATES}",
        **{str(state): f"lessons.state = '{state}'" for state in LessonState},
        **{f"for_{stage}": f"lessons.stage = '{stage}'" for stage in STAGES},
    }


def ids(sort: Sort = "from", *, descending: bool = True, chip: str = ALL_CHIP) -> "array[int]":
    """Return the ids of the lessons that a chip chooses, in an order."""
    order = _ORDERS[sort].format(way="DESC" if descending else "ASC")
    rows = database.execute_sql(
        f"SELECT lessons.id FROM {_FROM} WHERE lessons.deleted_at IS NULL "
        f"AND {chips()[chip]} ORDER BY {order}"
    ).fetchall()
    return array("q", [row[0] for row in rows])


def counts() -> dict[str, int]:
    """Return how many lessons each chip chooses."""
    conditions = chips()
    sums = ", ".join(f"coalesce(sum({each}), 0)" for each in conditions.values())
    row = database.execute_sql(f"SELECT {sums} FROM lessons WHERE deleted_at IS NULL").fetchone()
    return dict(zip(conditions, map(int, row), strict=True))


def matching(text: str) -> list[int] | None:
    """Return the lessons whose text or company has every word of a text, None for no word."""
    words = folded(text).split()
    if not words:
        return None
    rows = database.execute_sql(
        f"SELECT lessons.id, lessons.text || ' ' || coalesce(applications.company, '') "
        f"FROM {_FROM} WHERE lessons.deleted_at IS NULL"
    ).fetchall()
    return [number for number, found in rows if _has(folded(found), words)]


def _has(text: str, words: list[str]) -> bool:
    return all(each in text for each in words)


def rows(wanted: Sequence[int]) -> dict[int, Row]:
    """Return the rows with these ids."""
    marks = ",".join("?" * len(wanted))
    found = database.execute_sql(
        "SELECT lessons.id, lessons.text, lessons.stage, lessons.state, lessons.origin, "
        f"lessons.tried_on, coalesce(rejections.id, 0), coalesce(applications.company, ''), {_DAY} "
        f"FROM {_FROM} WHERE lessons.id IN ({marks})",
        tuple(wanted),
    ).fetchall()
    return {row[0]: _row(row) for row in found}


def _row(values: Sequence[object]) -> Row:
    number, text, stage, state, origin, tried, rejection, company, day = values
    return Row(
        int(str(number)),
        str(text),
        str(stage),
        str(state),
        str(origin),
        date.fromisoformat(str(tried)) if tried else None,
        int(str(rejection)),
        str(company),
        date.fromisoformat(str(day)),
    )
