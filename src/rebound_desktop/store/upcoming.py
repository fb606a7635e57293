"""What is agreed for a day to come: calls, tasks and interviews."""

from dataclasses import dataclass
from datetime import date

from rebound_desktop.core import clock
from rebound_desktop.store.applications import PLANNED
from rebound_desktop.store.tables import database


@dataclass(frozen=True, slots=True)
class Coming:
    """One dated event of an application; ``at_time`` is "14:00" or empty."""

    application_id: int
    kind: str
    on_date: date
    at_time: str
    company: str
    role: str


def coming_up(limit: int) -> list[Coming]:
    """Return the next events of today and later, the earliest first, at most ``limit``."""
    kinds = ", ".join(f"'{kind}'" for kind in sorted(PLANNED))
    rows = database.execute_sql(
        "SELECT application_id, kind, on_date, at_time, company, role "
        "FROM events JOIN applications ON applications.id = events.application_id "
        f"WHERE on_date >= ? AND kind IN ({kinds}) AND retracted_at IS NULL "
        "AND events.deleted_at IS NULL AND applications.deleted_at IS NULL AND outcome = '' "
        "ORDER BY on_date, at_time = '', at_time, events.id LIMIT ?",
        (clock.today().isoformat(), limit),
    ).fetchall()
    return [
        Coming(number, kind, date.fromisoformat(day), time, company, role)
        for number, kind, day, time, company, role in rows
    ]
