"""The bin: a deleted record and what belongs to it, marked, not gone."""

from collections.abc import Iterable, Iterator

from rebound_desktop.core import clock
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import database

#: What goes along when a record is deleted: rows of these tables that refer to it by column.
#: References that only mention a record (a lesson's rejection, a telling's person) stay.
_BELONGS: dict[str, tuple[tuple[str, str], ...]] = {
    "applications": (
        ("events", "application_id"),
        ("rejections", "application_id"),
        ("follow_ups", "application_id"),
        ("prep_sheets", "application_id"),
    ),
    "rejections": (
        ("reasons", "rejection_id"),
        ("reflections", "rejection_id"),
        ("feedback_requests", "rejection_id"),
        ("mood_checks", "rejection_id"),
        ("follow_ups", "rejection_id"),
    ),
    "reflections": (("plans", "reflection_id"),),
    "feedback_requests": (("follow_ups", "feedback_request_id"),),
    "plans": (("follow_ups", "plan_id"),),
    "people": (("follow_ups", "person_id"),),
    "stories": (("tellings", "story_id"),),
}


def delete(table: str, ids: Iterable[int], *, label: str) -> None:
    """Put records of a table and what belongs to them into the bin.

    ``label`` is what Undo shows. All rows of one deletion carry the same ``deleted_at``.
    """
    stamp = clock.utc_stamp()
    with write(label):
        for name, row in with_belongings(table, list(ids)):
            database.execute_sql(
                f"UPDATE {name} SET deleted_at = ?, changed_at = ? "
                f"WHERE id = ? AND deleted_at IS NULL",
                (stamp, stamp, row),
            )


def with_belongings(
    table: str, ids: list[int], *, deleted_at: str | None = None
) -> Iterator[tuple[str, int]]:
    """Return records and what belongs to them, as table and id.

    Only what is not deleted, or what went into the bin at a moment, counts as belonging.
    """
    for row in ids:
        yield table, row
        for child, column in _BELONGS.get(table, ()):
            children = database.execute_sql(
                f"SELECT id FROM {child} WHERE {column} = ? AND deleted_at IS ?", (row, deleted_at)
            ).fetchall()
            yield from with_belongings(child, [each[0] for each in children], deleted_at=deleted_at)


def owners_of(table: str) -> list[tuple[str, str]]:
    """Return what records of a table belong to: the owning tables and the columns that say so."""
    return [
        (owner, column)
        for owner, children in _BELONGS.items()
        for child, column in children
        if child == table
    ]
