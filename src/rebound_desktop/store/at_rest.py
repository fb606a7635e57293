"""A store that nobody has open: read as it lies there, and freed of what SQLite left beside it."""

from contextlib import suppress
from pathlib import Path

from rebound_desktop.store import changes
from rebound_desktop.store.database import FILE_NAME, schema_of, unreadable
from rebound_desktop.store.errors import StoreError
from rebound_desktop.store.migrations import CURRENT
from rebound_desktop.store.tables import database
from rebound_desktop.store.trouble import DRIVER_ERRORS

_SIDES = ("-wal", "-shm")


def open_as_it_lies(folder: Path) -> None:
    """Open the store of a folder to read it, where nothing can be written beside it.

    Nobody else may have it open meanwhile. ``database.close_store`` closes it. Raises StoreError
    where its log was not folded in, or where it is of an older program: both take writing.
    """
    path = folder / FILE_NAME
    if not is_folded(folder) or schema_of(path) != CURRENT:
        raise StoreError(f"{path} cannot be read before it was opened where it can be written.")
    database.bind(path, {"temp_store": 2}, "closed")
    try:
        database.connect()
    except DRIVER_ERRORS as error:
        raise unreadable(path, error) from error
    changes.reset()


def is_folded(folder: Path) -> bool:
    """Say whether everything that a store holds is in its file, and nothing in a log or journal."""
    logs = (folder / f"{FILE_NAME}{each}" for each in ("-wal", "-journal"))
    return not any(each.exists() and each.stat().st_size for each in logs)


def has_log(folder: Path) -> bool:
    """Say whether a log lies beside a store, be it empty, as of a program that has it open."""
    return any((folder / f"{FILE_NAME}{side}").exists() for side in _SIDES)


def remove_traces(folder: Path, had_log: bool) -> None:
    """Remove the empty log that SQLite leaves where it could not open or close a store.

    To be called by who has the folder's lock, with what :func:`has_log` said before: a log that was
    there may be in use by another program, and one that holds something is a part of the store.
    """
    with suppress(OSError):
        if not had_log and is_folded(folder):
            for side in _SIDES:
                (folder / f"{FILE_NAME}{side}").unlink(missing_ok=True)
