"""How a file that is a store, or a copy of one, is opened beside the store in use."""

import os
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store import encryption

#: "write"; "read" beside other programs; "alone", which waits for all others and needs no room on
#: the disk; "closed" for a file that nobody has open, beside which nothing may appear.
Way = Literal["write", "read", "alone", "closed"]
#: How long another program is waited for: the command line and the window may share a store.
PATIENCE_MS = 5000
#: What SQLite puts beside a file: the log, its index, and the journal of a file without a log.
LOG, INDEX, JOURNAL = "-wal", "-shm", "-journal"
#: What reading a file can raise that is damaged or no store; SQLite's own message may be no text.
UNREADABLE = (sqlcipher.DatabaseError, UnicodeDecodeError)
_WAYS: dict[Way, str] = {
    "write": "mode=rw",
    "read": "mode=ro",
    "alone": "mode=rw",
    "closed": "immutable=1",
}


def is_folded(path: Path, beside: tuple[str, ...] = (LOG, JOURNAL)) -> bool:
    """Say whether everything that a file holds is in it, and nothing in what lies ``beside``."""
    sides = (path.with_name(path.name + each) for each in beside)
    return not any(each.exists() and each.stat().st_size for each in sides)


def way_to_read(path: Path) -> Way:
    """Return how to read a file that is likely at rest, leaving nothing beside it.

    A file that somebody has open has a log beside it, be it empty, and is read as one that is in
    use; so is one with a journal, which has to be rolled back first.
    """
    log, index, journal = (path.with_name(path.name + each) for each in (LOG, INDEX, JOURNAL))
    if journal.exists():
        return "read"
    if not log.exists():
        return "closed"
    # Who has a file open made an index, too; where none can be made, an empty log was left over.
    is_left = is_folded(path) and not index.exists() and not os.access(path.parent, os.W_OK)
    return "closed" if is_left else "read"


def address(path: Path, way: Way) -> str:
    """Return a file as SQLite's URI, with how it is to be opened."""
    return f"file:{quote(str(path.absolute()))}?{_WAYS[way]}"


def connect(path: Path, way: Way = "write", like: Path | None = None) -> sqlcipher.Connection:
    """Open a file that is there; statements count at once unless a transaction is begun.

    An encrypted file is opened with its key; an empty one becomes encrypted as ``like`` is. Raises
    LockedError where that key is not in hand, and the driver's errors, the first of them perhaps
    only when something is read.
    """
    key = encryption.key_of(like or path)
    connection = sqlcipher.connect(address(path, way), uri=True, isolation_level=None)
    try:
        if key is not None:
            key.give(connection)
        if way == "alone":
            connection.execute("PRAGMA locking_mode = exclusive")
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
        connection.execute("PRAGMA temp_store = 2")
        connection.execute("PRAGMA secure_delete = 1")
    except BaseException:
        connection.close()
        raise
    return connection
