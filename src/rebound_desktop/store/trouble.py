"""What the system or the driver says when something does not work, as a sentence for a person."""

from collections.abc import Iterator
from contextlib import contextmanager

from peewee import DatabaseError
from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store import presence
from rebound_desktop.store.errors import DamageFoundError, NotSavedError, StoreError

#: What both peewee and the driver raise; peewee hands on its own where a statement begins, and
#: the driver's where rows are read.
DRIVER_ERRORS = (DatabaseError, sqlcipher.DatabaseError)

_SAFE = "What was saved before is safe."
# By the beginning of SQLite's name for the error.
_NOT_SAVED = (
    ("SQLITE_FULL", "This could not be saved: the disk is full."),
    ("SQLITE_READONLY", "This could not be saved: the store has become read-only."),
    ("SQLITE_BUSY", "This could not be saved: the store is in use by another program."),
    ("SQLITE_LOCKED", "This could not be saved: the store is in use by another program."),
    ("SQLITE_IOERR", "This could not be saved: the disk does not take it; it may be full."),
    ("SQLITE_CANTOPEN", "This could not be saved: the store's file cannot be opened any more."),
    ("SQLITE_CORRUPT", "This could not be saved: the store is damaged."),
    ("SQLITE_NOTADB", "This could not be saved: the store is damaged."),
)
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_SYSTEMS = tuple(name for name, _ in _NOT_SAVED)


def name_of(error: BaseException) -> str:
    """Return SQLite's name for an error, such as "SQLITE_FULL", or an empty text.

    SQLite takes a transaction back by itself where the disk is full; that there is nothing left
    to take back is then the last error, and what counts is the one before.
    """
    last = ""
    before: BaseException | None = error
    while before is not None:
        # peewee keeps the driver's error in "orig".
        for each in (before, getattr(before, "orig", None)):
            name = getattr(each, "sqlite_errorname", None)
            if isinstance(name, str) and name.startswith(_SYSTEMS):
                return name
            if isinstance(name, str):
                last = last or name
        before = before.__context__
    return last


def is_of_the_system(error: BaseException) -> bool:
    """Say whether an error comes from the disk or the file, and not from a mistake of ours."""
    return isinstance(error, DRIVER_ERRORS) and name_of(error).startswith(_SYSTEMS)


def is_damage(error: BaseException) -> bool:
    """Say whether an error means that the store's file is damaged."""
    return isinstance(error, DRIVER_ERRORS) and name_of(error).startswith(_DAMAGED)


def is_in_use(error: BaseException) -> bool:
    """Say whether an error means that another program has the store."""
    return name_of(error).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


@contextmanager
def written() -> Iterator[None]:
    """Raise NotSavedError for what the system does not take of the writes in the block.

    So it does before the block where the store is not in its place any more.
    """
    presence.check()
    try:
        yield
    except DRIVER_ERRORS as error:
        if is_of_the_system(error):
            raise not_saved(error) from error
        raise
    presence.note_state()


def not_saved(error: BaseException) -> NotSavedError:
    """Return what to tell the person of a write that the system did not take."""
    name = name_of(error)
    sentence = next((text for start, text in _NOT_SAVED if name.startswith(start)), "")
    kind = DamageFoundError if is_damage(error) else NotSavedError
    return kind(f"{sentence or 'This could not be saved.'} {_SAFE}")


def sentence_of(error: BaseException) -> str:
    """Return the sentence for an error that the person can know of, or an empty text."""
    if isinstance(error, StoreError):
        return str(error)
    if is_damage(error):
        return (
            "A part of the store cannot be read: the file is damaged. Nothing was changed; "
            "a backup from before can be restored."
        )
    if is_of_the_system(error):
        return "The store could not be read: the disk or another program does not let it. " + _SAFE
    return ""
