"""A text in an encrypted file, such as an archive: one table of an encrypted database.

The format is that of the store itself, so that nothing else has to be trusted with the key.
"""

from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store.connecting import UNREADABLE, connect
from rebound_desktop.store.encryption import Key
from rebound_desktop.store.errors import DamagedStoreError

#: "RbnA": whose file it is, in the database's own header.
_APPLICATION_ID = 0x52626E41
#: How many characters a row holds at the most.
_PART = 1 << 18


def write(file: Path, key: Key, put_all: Callable[[Callable[[str], object]], int]) -> int:
    """Write a text to an empty file that is there; return what ``put_all`` returned.

    ``put_all`` gets a function to put the parts of the text through. Raises OSError where the
    disk does not take it.
    """
    connection = sqlcipher.connect(str(file.absolute()), isolation_level=None)
    try:
        key.give(connection)
        connection.execute("PRAGMA journal_mode = memory")
        connection.execute("PRAGMA temp_store = 2")
        connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE parts (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
        waiting: list[str] = []
        size = 0

        def flush() -> None:
            connection.execute("INSERT INTO parts (text) VALUES (?)", ("".join(waiting),))
            waiting.clear()

        def put(text: str) -> None:
            nonlocal size
            waiting.append(text)
            size += len(text)
            if size >= _PART:
                flush()
                size = 0

        result = put_all(put)
        flush()
        connection.execute("COMMIT")
    except UNREADABLE as error:
        raise OSError(0, str(error)) from error
    finally:
        connection.close()
    return result


def read(file: Path) -> bytes:
    """Return the text of an encrypted file, in UTF-8.

    Raises LockedError where its key is not in hand, and DamagedStoreError where it is no such file
    or is damaged.
    """
    try:
        connection = connect(file, "closed")
        try:
            owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
            if owner != _APPLICATION_ID:
                raise DamagedStoreError(
                    f"{file.name} is an encrypted store or backup, not an archive."
                )
            rows = connection.execute("SELECT text FROM parts ORDER BY id").fetchall()
        finally:
            connection.close()
    except UNREADABLE as error:
        raise DamagedStoreError(f"{file.name} cannot be read: it is damaged.") from error
    return "".join(text for (text,) in rows).encode("utf-8", "surrogatepass")
