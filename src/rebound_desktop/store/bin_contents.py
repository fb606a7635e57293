"""What lies in the bin, and how it comes back from there."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from rebound_desktop.core import clock
from rebound_desktop.store import applications, bin
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import Event, database

#: How many days a deleted record stays in the bin.
DAYS = 30

#: What names a record to the person, by table; only these are shown one by one.
_NAMES: dict[str, str] = {
    "applications": "company || CASE role WHEN '' THEN '' ELSE ' – ' || role END",
    "rejections": "(SELECT company || CASE role WHEN '' THEN '' ELSE ' – ' || role END "
    "FROM applications WHERE applications.id = rejections.application_id)",
    "people": "CASE name WHEN '' THEN company ELSE name END",
    "stories": "title",
    "lessons": "text",
    "follow_ups": "title",
    "feedback_requests": "to_name",
    "tellings": "to_whom",
    "plans": "if_text",
    "prep_sheets": "(SELECT company FROM applications "
    "WHERE applications.id = prep_sheets.application_id)",
    "questions": "text",
    "letter_templates": "CASE name WHEN '' THEN subject ELSE name END",
}
#: How far the moments of one deletion may lie apart: a rejection goes, and its event with it.
_TOGETHER = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Binned:
    """A deleted record: its table and id, what it is called, and when it was deleted (UTC)."""

    table: str
    id: int
    name: str
    deleted_at: datetime
    with_it: int  # how many other rows went along


def contents() -> list[Binned]:
    """Return what was deleted, the newest deletion first; what only went along is counted."""
    found: list[Binned] = []
    for table, name in _NAMES.items():
        along = "".join(
            f" AND NOT EXISTS (SELECT 1 FROM {owner} AS owner WHERE owner.id = {table}.{column} "
            f"AND owner.deleted_at = {table}.deleted_at)"
            for owner, column in bin.owners_of(table)
        )
        for number, title, stamp in database.execute_sql(
            f"SELECT id, {name}, deleted_at FROM {table} WHERE deleted_at IS NOT NULL{along}"
        ).fetchall():
            rows = list(bin.with_belongings(table, [number], deleted_at=stamp))
            line = " ".join(str(title or "").split())
            found.append(Binned(table, number, line, _moment(stamp), len(rows) - 1))
    return sorted(found, key=lambda each: (each.deleted_at, each.id), reverse=True)


def restore(table: str, record_id: int) -> None:
    """Take a record out of the bin with what went along; a deleted record it needs comes too.

    One undo step. Raises NotSavedError where the system does not take it.
    """
    with write("Restore from the bin"):
        _restore(table, record_id)


def _restore(table: str, record_id: int) -> None:
    row = database.execute_sql(
        f"SELECT deleted_at FROM {table} WHERE id = ?", (record_id,)
    ).fetchone()
    if row is None or row[0] is None:
        return
    stamp = row[0]
    for name, number in list(bin.with_belongings(table, [record_id], deleted_at=stamp)):
        database.execute_sql(
            f"UPDATE {name} SET deleted_at = NULL, changed_at = ? WHERE id = ?",
            (clock.utc_stamp(), number),
        )
        if name == "rejections":
            _bring_back_event(number, _moment(stamp))
    if table == "applications":
        # One of its rejections may have come back before its history did.
        applications.refresh_standing(record_id)
    for owner, column in bin.owners_of(table):
        found = database.execute_sql(
            f"SELECT {column} FROM {table} WHERE id = ?", (record_id,)
        ).fetchone()
        if found[0] is not None:
            _restore(owner, found[0])


def _bring_back_event(rejection_id: int, deleted_at: datetime) -> None:
    """Let the "no" count again that was taken out of the history with its rejection."""
    row = database.execute_sql(
        "SELECT event_id, application_id FROM rejections WHERE id = ?", (rejection_id,)
    ).fetchone()
    event = Event.get_or_none(Event.id == row[0])
    if event is not None:
        for column in ("retracted_at", "deleted_at"):
            stamp = getattr(event, column)
            if stamp and abs(_moment(stamp) - deleted_at) < _TOGETHER:
                setattr(event, column, None)
        event.save()
    applications.refresh_standing(row[1])


def _moment(stamp: str) -> datetime:
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:
        return datetime.fromisoformat("1970-01-01T00:00:00Z")
