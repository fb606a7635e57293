"""The settings that say something of the person: kept in the store, and encrypted with it.

They are no records: they have no undo and are in no archive.
"""

from collections.abc import Mapping

from rebound_desktop.store.tables import database
from rebound_desktop.store.trouble import written


def read() -> dict[str, str]:
    """Return what is kept in the open store, by name."""
    return dict(database.execute_sql("SELECT name, text FROM personal_settings").fetchall())


def keep(values: Mapping[str, str]) -> None:
    """Keep values by name; others stay. Raises NotSavedError where the system does not take it."""
    with written(), database.atomic("IMMEDIATE"):
        for name, text in values.items():
            database.execute_sql(
                "INSERT INTO personal_settings (name, text) VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET text = excluded.text",
                (name, text),
            )
