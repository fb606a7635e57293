"""The rows of the applications' table: their order, their filters and what each shows."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from rebound_desktop.core import clock
from rebound_desktop.core.companies import company_key
from rebound_desktop.core.plain_text import folded
from rebound_desktop.core.tags import has_tags, split_tags
from rebound_desktop.core.vocabulary import OPEN_STAGES, Stage
from rebound_desktop.store.applications import PLANNED
from rebound_desktop.store.quiet import PROMISED
from rebound_desktop.store.tables import database

#: What the table can be sorted by.
Sort = Literal["company", "role", "stage", "last", "next", "source"]

#: Tables whose changes change the list.
TABLES = ("applications", "events", "follow_ups")

#: Chips beside the stages, each of which is a chip of its own name. That of the closed ones
#: chooses everything that has ended, accepted offers among it.
OPEN_CHIP = "open"
ALL_CHIP = "all"

_OPEN = "applications.stage IN ({})".format(", ".join(f"'{each}'" for each in OPEN_STAGES))
_STAGE_ORDER = "CASE applications.stage {} END".format(
    " ".join(f"WHEN '{stage}' THEN {place}" for place, stage in enumerate(Stage))
)
# The earliest thing that is open: something to do, or something agreed for a day to come. Each is
# one text, "2026-11-26|14:00|to_do|what", so that the least of them is the earliest; what has no
# time comes last on its day.
_NEXT = (
    "(SELECT min(coming) FROM (SELECT due_on || '|' || CASE at_time WHEN '' THEN '~' "
    "ELSE at_time END || '|to_do|' || title AS coming FROM follow_ups "
    "WHERE application_id = applications.id AND deleted_at IS NULL AND state = 'open' "
    "UNION ALL SELECT on_date || '|' || CASE at_time WHEN '' THEN '~' ELSE at_time END "
    "|| '|event|' || kind FROM events WHERE application_id = applications.id AND {planned}))"
)
_ORDERS: dict[Sort, str] = {
    "company": "applications.company COLLATE NOCASE {way}, applications.id DESC",
    "role": "applications.role COLLATE NOCASE {way}, applications.id DESC",
    "stage": _STAGE_ORDER + " {way}, applications.last_event_on DESC, applications.id DESC",
    "last": "applications.last_event_on {way}, applications.id {way}",
    # Those without a next step come last, whichever way.
    "next": "{next} {way} NULLS LAST, applications.id DESC",
    "source": "applications.source = '', applications.source COLLATE NOCASE {way}, "
    "applications.id DESC",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. Texts are empty and days None where there is nothing.

    ``next_title`` is what there is to do; where something is agreed for a day to come,
    ``next_event`` is its kind instead. ``promised_on`` is the day on which they wanted to answer,
    ``quiet_until`` the one until which the person chose to keep waiting.
    """

    id: int
    company: str
    role: str
    stage: str
    outcome: str
    last_on: date | None
    source: str
    next_on: date | None
    next_time: str
    next_title: str
    next_event: str
    promised_on: date | None
    quiet_until: date | None


def ids(sort: Sort = "last", *, descending: bool = True, chip: str = ALL_CHIP) -> "array[int]":
    """Return the ids of the applications that a chip chooses, in an order.

    ``chip`` is OPEN_CHIP, ALL_CHIP or a stage.
    """
    order = _ORDERS[sort].format(way="DESC" if descending else "ASC", next=_next())
    cursor = database.execute_sql(
        f"SELECT applications.id FROM applications WHERE applications.deleted_at IS NULL"
        f"{_condition(chip)} ORDER BY {order}"
    )
    return array("q", [row[0] for row in cursor.fetchall()])


def counts() -> dict[str, int]:
    """Return how many applications each chip chooses."""
    rows = database.execute_sql(
        "SELECT stage, count(*) FROM applications WHERE deleted_at IS NULL GROUP BY stage"
    ).fetchall()
    by_stage = {str(stage): int(number) for stage, number in rows}
    found = {
        OPEN_CHIP: sum(by_stage.get(each, 0) for each in OPEN_STAGES),
        ALL_CHIP: sum(by_stage.values()),
    }
    found |= {stage: by_stage.get(stage, 0) for stage in Stage}
    found[Stage.CLOSED] += found[Stage.ACCEPTED]
    return found


def newest_first() -> list[tuple[int, str]]:
    """Return the id and the stage of every application, what happened last first."""
    found: list[tuple[int, str]] = database.execute_sql(
        "SELECT id, stage FROM applications WHERE deleted_at IS NULL "
        "ORDER BY last_event_on DESC, id DESC"
    ).fetchall()
    return found


def tags() -> list[tuple[str, int]]:
    """Return the tags in use, each with how often, the most frequent first."""
    written: dict[str, str] = {}
    count: dict[str, int] = {}
    for _, text in _tagged_rows():
        for tag in split_tags(text):
            key = folded(tag)
            written.setdefault(key, tag)
            count[key] = count.get(key, 0) + 1
    order = sorted(count, key=lambda key: (-count[key], key))
    return [(written[key], count[key]) for key in order]


def tagged(wanted: Sequence[str]) -> set[int]:
    """Return the ids of the applications that have all of these tags."""
    keys = frozenset(folded(each) for each in wanted)
    return {number for number, text in _tagged_rows() if has_tags(text, keys)}


def _tagged_rows() -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = database.execute_sql(
        "SELECT id, tags FROM applications WHERE deleted_at IS NULL AND tags <> '' ORDER BY id"
    ).fetchall()
    return found


def count_without_next_step() -> int:
    """Return how many applications in process have nothing dated ahead."""
    row = database.execute_sql(
        f"SELECT count(*) FROM applications WHERE deleted_at IS NULL AND {_OPEN} "
        "AND id NOT IN (SELECT application_id FROM follow_ups WHERE application_id IS NOT NULL "
        "AND deleted_at IS NULL AND state = 'open') "
        f"AND id NOT IN (SELECT application_id FROM events WHERE {_planned()})"
    ).fetchone()
    return int(row[0])


def at_company(company: str) -> list[int]:
    """Return the ids of the applications at a company, whichever way its name is written."""
    key = company_key(company)
    if not key:
        return []
    found = database.execute_sql(
        "SELECT id FROM applications WHERE company_key = ? AND deleted_at IS NULL", (key,)
    ).fetchall()
    return [int(row[0]) for row in found]


def rows(wanted: Sequence[int]) -> dict[int, Row]:
    """Return the rows with these ids."""
    marks = ",".join("?" * len(wanted))
    cursor = database.execute_sql(
        "SELECT id, company, role, stage, outcome, last_event_on, source, "
        f"{_next()}, {PROMISED}, quiet_until FROM applications WHERE id IN ({marks})",
        tuple(wanted),
    )
    return {row[0]: _row(row) for row in cursor}


def _row(values: Sequence[object]) -> Row:
    number, company, role, stage, outcome, last_on, source, coming, promised, until = values
    day, time, kind, what = str(coming).split("|", 3) if coming else ("", "", "", "")
    return Row(
        int(str(number)),
        str(company),
        str(role),
        str(stage),
        str(outcome),
        _day(last_on),
        str(source),
        _day(day),
        "" if time == "~" else time,
        what if kind == "to_do" else "",
        what if kind == "event" else "",
        _day(promised),
        _day(until),
    )


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def _condition(chip: str) -> str:
    if chip == OPEN_CHIP:
        return f" AND {_OPEN}"
    if chip == ALL_CHIP:
        return ""
    if chip == Stage.CLOSED:
        return f" AND applications.stage IN ('{Stage.CLOSED}', '{Stage.ACCEPTED}')"
    return f" AND applications.stage = '{Stage(chip).value}'"


def _planned() -> str:
    """Return the condition that an event is agreed for a moment to come."""
    now = clock.now_local()
    kinds = ", ".join(f"'{each}'" for each in sorted(PLANNED))
    return (
        "deleted_at IS NULL AND retracted_at IS NULL "
        f"AND on_date || at_time > '{now:%Y-%m-%d%H:%M}' AND kind IN ({kinds})"
    )


def _next() -> str:
    return _NEXT.format(planned=_planned())
