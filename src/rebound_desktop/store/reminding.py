"""Which follow-ups the person was reminded of.

What was told is no record: it has no undo and is in no archive. It is kept with the day and the
time that were told, so that a follow-up that was moved is told again.
"""

from collections.abc import Iterable
from datetime import date

from rebound_desktop.core.clock import local_moment, today
from rebound_desktop.core.reminders import Dated
from rebound_desktop.store.tables import database
from rebound_desktop.store.trouble import written


def untold(until: date) -> list[Dated]:
    """Return the open follow-ups due on a day or before of which no reminder was given yet.

    Those that were written some days after they were due are left out.
    """
    rows = database.execute_sql(
        "SELECT id, title, follow_ups.due_on, follow_ups.at_time, changed_at FROM follow_ups "
        "LEFT JOIN reminders_given AS given ON given.follow_up_id = follow_ups.id "
        "AND given.due_on = follow_ups.due_on AND given.at_time = follow_ups.at_time "
        "WHERE state = 'open' AND deleted_at IS NULL AND follow_ups.due_on <= ? "
        "AND given.follow_up_id IS NULL "
        # In no time zone can that be before they were due.
        "AND substr(changed_at, 1, 10) <= date(follow_ups.due_on, '+1 day') "
        "ORDER BY follow_ups.due_on, id",
        (until.isoformat(),),
    ).fetchall()
    return [
        Dated(number, title, date.fromisoformat(day), time, local_moment(changed))
        for number, title, day, time, changed in rows
    ]


def note_told(things: Iterable[Dated]) -> None:
    """Remember that the person was told of these, each as it is due now.

    Raises NotSavedError where the system does not take it.
    """
    with written(), database.atomic("IMMEDIATE"):
        for each in things:
            database.execute_sql(
                "INSERT INTO reminders_given (follow_up_id, due_on, at_time) VALUES (?, ?, ?) "
                "ON CONFLICT (follow_up_id) DO UPDATE SET due_on = excluded.due_on, "
                "at_time = excluded.at_time",
                (each.id, each.due_on.isoformat(), each.at_time),
            )


def still_due(ids: Iterable[int]) -> bool:
    """Say whether one of these follow-ups is still to do today or before."""
    wanted = list(ids)
    marks = ", ".join("?" * len(wanted))
    row = database.execute_sql(
        f"SELECT 1 FROM follow_ups WHERE id IN ({marks}) AND state = 'open' "
        "AND deleted_at IS NULL AND due_on <= ?",
        (*wanted, today().isoformat()),
    ).fetchone()
    return row is not None
