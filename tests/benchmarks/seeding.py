"""Filling a store faster than the program would."""

from contextlib import closing

from rebound_desktop.store.tables import database as connection


def insert(table: str, columns: str, rows: list[tuple[object, ...]]) -> None:
    """Write rows into a table; each begins with id, UUID and the times of making and changing."""
    marks = ",".join("?" * len(rows[0]))
    with closing(connection.connection().cursor()) as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (id, uuid, created_at, changed_at, {columns}) VALUES ({marks})",
            rows,
        )
