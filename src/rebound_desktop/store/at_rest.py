"""A store that nobody has open: read as it lies there, and freed of what SQLite left beside it."""

from contextlib import suppress
from pathlib import Path

from rebound_desktop.store import changes
from rebound_desktop.store.connecting import at_rest
from rebound_desktop.store.database import FILE_NAME, schema_of, unreadable
from rebound_desktop.store.errors import StoreError
from rebound_desktop.store.migrations import CURRENT
from rebound_desktop.store.tables import database
from rebound_desktop.store.trouble import DRIVER_ERRORS


def open_as_it_lies(folder: Path) -> None:
    """Open the store of a folder to read it, where nothing can be written beside it.

    Nobody else may have it open meanwhile. ``database.close_store`` closes it. Raises StoreError
    where its log was not folded in, or where it is of an older program: both take writing.
    """
    remove_traces(folder)
    path = folder / FILE_NAME
    if at_rest(path) != "closed" or schema_of(path) != CURRENT:
        raise StoreError(f"{path} cannot be read before it was opened where it can be written.")
    database.bind(path, {"temp_store": 2}, "closed")
    try:
        database.connect()
    except DRIVER_ERRORS as error:
        raise unreadable(path, error) from error
    changes.reset()


def remove_traces(folder: Path) -> None:
    """Remove the empty log that SQLite leaves where it could not open or close a store.

    Nobody may have the store open. A log that holds something stays: it is a part of the store.
    """
    store = folder / FILE_NAME
    log = store.with_name(f"{FILE_NAME}-wal")
    with suppress(OSError):
        if not log.exists() or log.stat().st_size == 0:
            log.unlink(missing_ok=True)
            store.with_name(f"{FILE_NAME}-shm").unlink(missing_ok=True)
