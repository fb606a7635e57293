"""A store that is read as it lies, since its disk is full or read-only."""

import os
from pathlib import Path

from rebound_desktop.store import changes
from rebound_desktop.store.connecting import PATIENCE_MS, Way, way_to_read
from rebound_desktop.store.database import FILE_NAME, schema_of, unreadable
from rebound_desktop.store.errors import StoreError
from rebound_desktop.store.migrations import CURRENT
from rebound_desktop.store.tables import database
from rebound_desktop.store.trouble import DRIVER_ERRORS


def way_of(store: Path) -> Way:
    """Return how to read a store where nothing can be written beside it.

    Where its disk takes writing and is only full, that is with a lock against all other programs.
    """
    may_write = os.access(store, os.W_OK) and os.access(store.parent, os.W_OK | os.X_OK)
    return "alone" if may_write else way_to_read(store)


def open_as_it_lies(folder: Path) -> None:
    """Open the store of a folder to read it. ``database.close_store`` closes it.

    Raises InUseError where another program has it, StoreError where it is of an older program or
    where its log cannot be read: both take writing.
    """
    path = folder / FILE_NAME
    if schema_of(path) != CURRENT:
        raise StoreError(f"{path} cannot be read before it was opened where it can be written.")
    database.bind(path, {"busy_timeout": PATIENCE_MS, "temp_store": 2}, way_of(path))
    try:
        database.connect()
        # Only now is the file looked at, and the lock taken.
        database.execute_sql("SELECT count(*) FROM sqlite_master").fetchone()
    except DRIVER_ERRORS as error:
        database.close()
        raise unreadable(path, error) from error
    changes.reset()
