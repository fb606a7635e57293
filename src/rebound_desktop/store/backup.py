"""Copies of the store that can be trusted: made by SQLite itself and checked before they count."""

import os
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.core import clock
from rebound_desktop.store.errors import StoreError

FOLDER = "backups"
_PATTERN = "rebound-*.db"


def make(store: Path, folder: Path, *, reason: str) -> Path:
    """Copy a store while it may be in use; return the checked copy.

    ``reason`` becomes a part of the file's name, such as "daily" or "schema-1". The copy is
    made with SQLite's online copy, reopened, checked for integrity and compared in its row
    counts, and only then given its name. Raises StoreError where any of that does not succeed.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    stamp = clock.now_local().strftime("%H%M%S")
    target = folder / f"rebound-{clock.today().isoformat()}-{stamp}-{reason}.db"
    unfinished = target.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY, 0o600))
    try:
        source = sqlcipher.connect(str(store))
        try:
            copy = sqlcipher.connect(str(unfinished))
            try:
                source.backup(copy)
            finally:
                copy.close()
            counts = _counts(source)
        finally:
            source.close()
        _verify(unfinished, counts)
        os.replace(unfinished, target)
    except (sqlcipher.DatabaseError, OSError) as error:
        unfinished.unlink(missing_ok=True)
        raise StoreError(
            f"The backup could not be made ({type(error).__name__}). The store itself is as it was."
        ) from error
    return target


def latest(folder: Path) -> Path | None:
    """Return the newest backup in a folder, or None."""
    return max(folder.glob(_PATTERN), key=lambda each: each.stat().st_mtime, default=None)


def _verify(copy: Path, expected: dict[str, int]) -> None:
    connection = sqlcipher.connect(str(copy))
    try:
        # The copy is one file by itself; its own log would stay behind when it is moved.
        connection.execute("PRAGMA journal_mode = delete")
        answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if answer != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlcipher.DatabaseError("the copy is not whole")
        counts = _counts(connection)
    finally:
        connection.close()
    # Rows may have been added between the copy and the count, but none may be missing of old.
    if set(counts) != set(expected) or any(counts[name] > expected[name] for name in counts):
        raise sqlcipher.DatabaseError("the copy differs from the store")


def _counts(connection: sqlcipher.Connection) -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_search%' "
        "ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).fetchall()
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for (name,) in names
    }
