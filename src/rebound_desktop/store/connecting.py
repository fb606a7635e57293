"""How a file that is a store, or a copy of one, is opened beside the store in use."""

from pathlib import Path
from typing import Literal
from urllib.parse import quote

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store import encryption

#: "write"; "read" beside other programs; "closed" for a file that nobody has open, beside which
#: not even a lock file may appear.
Way = Literal["write", "read", "closed"]
#: What reading a file can raise that is damaged or no store; SQLite's own message may be no text.
UNREADABLE = (sqlcipher.DatabaseError, UnicodeDecodeError)
_WAYS: dict[Way, str] = {"write": "mode=rw", "read": "mode=ro", "closed": "immutable=1"}


def at_rest(path: Path) -> Way:
    """Return how to read a file that is likely at rest, leaving nothing beside it.

    A file that somebody has open has a log beside it, and is read as one that is in use.
    """
    return "read" if path.with_name(path.name + "-wal").exists() else "closed"


def address(path: Path, way: Way) -> str:
    """Return how the driver is told to open a file in a way."""
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
        connection.execute("PRAGMA busy_timeout = 5000")
        connection.execute("PRAGMA temp_store = 2")
        connection.execute("PRAGMA secure_delete = 1")
    except BaseException:
        connection.close()
        raise
    return connection
