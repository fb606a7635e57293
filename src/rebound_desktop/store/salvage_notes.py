"""What a damaged store holds beside its records: edits, what is gone, the person's own settings."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.core.edit_vectors import BEFORE_ORIGINS, EVERY_FIELD
from rebound_desktop.store import record_shapes
from rebound_desktop.store.connecting import UNREADABLE, connect
from rebound_desktop.store.salvage_reading import keyed_like

_COLUMNS = {
    "field_versions": ("record", "field", "seen"),
    "erased": ("record", "at", "became", "seen"),
    "personal_settings": ("name", "text"),
}

#: Rows by table, without their numbers.
Notes = dict[str, list[tuple[Any, ...]]]


def read(store: Path) -> Notes:
    """Return what can be read of these tables; the file is not changed."""
    found: Notes = {table: [] for table in _COLUMNS}
    for table, columns in _COLUMNS.items():
        # One after the other: an encrypted file gives nothing more after what cannot be read.
        with suppress(*UNREADABLE):
            connection = connect(store, "read", like=keyed_like(store))
            try:
                for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table}"):
                    found[table].append(row)
            finally:
                connection.close()
    return found


def put(connection: sqlcipher.Connection, found: Notes) -> None:
    """Keep what was read; of records without a word it is known when they were changed last."""
    for table, columns in _COLUMNS.items():
        marks = ", ".join("?" * len(columns))
        connection.executemany(
            f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})",
            [row for row in found[table] if all(isinstance(each, str) for each in row[:-1])],
        )
    connection.execute("DELETE FROM field_versions WHERE NOT json_valid(seen)")
    for table in record_shapes.NAMES:
        # What is there is not gone.
        connection.execute(f"DELETE FROM erased WHERE record IN (SELECT uuid FROM {table})")
        for field, moment, condition in (
            (EVERY_FIELD, "changed_at", "changed_at > created_at"),
            ("deleted_at", "deleted_at", "deleted_at IS NOT NULL"),
        ):
            connection.execute(
                f"INSERT OR IGNORE INTO field_versions (record, field, seen) "
                f"SELECT uuid, '{field}', json_object('{BEFORE_ORIGINS}', {moment}) FROM {table} "
                f"WHERE {condition} AND uuid NOT IN "
                f"(SELECT record FROM field_versions WHERE field <> '{EVERY_FIELD}')"
            )
