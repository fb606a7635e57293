"""The one place that opens a store."""

import os
from pathlib import Path
from typing import Any

from peewee import DatabaseError
from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store import backup, changes
from rebound_desktop.store.errors import DamagedStoreError, MigrationError, NewerStoreError
from rebound_desktop.store.migrations import CURRENT, STEPS
from rebound_desktop.store.tables import database

FILE_NAME = "rebound.db"
#: "RbnD": written into the file's header, so that the file says whose it is.
APPLICATION_ID = 0x52626E44

_PRAGMAS = {
    "foreign_keys": 1,
    "busy_timeout": 5000,  # milliseconds: the command line and the window may share a store
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: what was confirmed is on the disk
    "temp_store": 2,  # temporary data stays in memory
    "cache_size": -16000,  # KiB
}


def open_store(folder: Path) -> Path:
    """Open the store in a folder, making or migrating it where needed; return its file.

    The folder is made with permissions for its owner only. Raises NewerStoreError before a byte
    is written where the file is from a newer program, DamagedStoreError where it is no store, and
    MigrationError where a step did not succeed; the file is then as it was.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / FILE_NAME
    version = _version_of(path)
    if version > CURRENT:
        raise NewerStoreError(
            f"This store was written by a newer Rebound (schema {version}, this one knows "
            f"{CURRENT}). Nothing was changed; open it with the newer program."
        )
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    elif 0 < version < CURRENT:
        backup.make(path, folder / backup.FOLDER, reason=f"schema-{version}")
    database.init(str(path), pragmas=_PRAGMAS)
    database.connect()
    try:
        if version < CURRENT:
            _migrate(version)
    except BaseException:
        database.close()
        raise
    changes.reset()
    return path


def close_store() -> None:
    """Close the store, folding the write-ahead log into its file. Closing twice is harmless."""
    changes.reset()
    if not database.is_closed():
        database.close()


def _version_of(path: Path) -> int:
    """Return the schema of a store file, 0 where there is none yet, without writing to it."""
    if not path.exists() or path.stat().st_size == 0:
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size > 0:
            # SQLite would silently throw the log away and show an empty store.
            raise DamagedStoreError(
                f"The store file {path.name} is empty but its log is not. Nothing was changed; "
                f"restore a backup, or ask for help before you move anything."
            )
        return 0
    connection = sqlcipher.connect(f"file:{_quoted(path)}?mode=ro", uri=True)
    try:
        row = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        owner = connection.execute("PRAGMA application_id").fetchone()[0]
    except sqlcipher.DatabaseError as error:
        raise DamagedStoreError(
            f"The file {path.name} cannot be read as a store: it is damaged or locked with a "
            f"passphrase. Nothing was changed; its backups are in the folder {backup.FOLDER}."
        ) from error
    finally:
        connection.close()
    version = int(row[0])
    if version > 0 and owner != APPLICATION_ID:
        raise DamagedStoreError(
            f"The file {path.name} is a database of another program. Nothing was changed."
        )
    return version


def _quoted(path: Path) -> str:
    from urllib.parse import quote

    return quote(str(path.absolute()))


def _migrate(version: int) -> None:
    """Bring the open store to the current schema, each step in one transaction with its number."""
    connection = database.connection()
    # Rebuilding a table must not delete the rows that refer to it (a cascade would).
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        for number, step in enumerate(STEPS[version:], start=version + 1):
            connection.execute("BEGIN IMMEDIATE")
            try:
                found = int(connection.execute("PRAGMA user_version").fetchone()[0])
                if found >= number:  # another program was faster
                    connection.execute("ROLLBACK")
                    continue
                step(lambda script: _run_script(connection, script))
                broken = connection.execute("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise MigrationError(
                        f"Schema {number} would leave {len(broken)} records without what they "
                        f"belong to. The store is as it was before."
                    )
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number}")
                connection.execute("COMMIT")
            except (sqlcipher.DatabaseError, DatabaseError) as error:
                connection.execute("ROLLBACK")
                raise MigrationError(
                    f"The store could not be brought to schema {number}. It is as it was before; "
                    f"a copy is in the folder {backup.FOLDER}."
                ) from error
            except BaseException:
                connection.execute("ROLLBACK")
                raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _run_script(connection: Any, script: str) -> None:
    """Execute the statements of a script within the open transaction.

    The driver's own ``executescript`` commits first, which would break the transaction.
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlcipher.complete_statement(statement):
            connection.execute(statement)
            statement = ""
