"""The one place that opens a store."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from peewee import DatabaseError
from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store import backup, backup_list, changes, disk, encryption, presence, seal
from rebound_desktop.store.connecting import (
    LOG,
    PATIENCE_MS,
    UNREADABLE,
    Way,
    connect,
    is_folded,
    way_to_read,
)
from rebound_desktop.store.errors import (
    DamagedStoreError,
    DiskError,
    LostStoreError,
    MigrationError,
    NewerStoreError,
    NotSavedError,
    StoreError,
)
from rebound_desktop.store.migrations import CURRENT, STEPS
from rebound_desktop.store.seal import Seal
from rebound_desktop.store.tables import TABLES, database
from rebound_desktop.store.trouble import is_damage, is_of_the_system

FILE_NAME = "rebound.db"
#: "RbnD": written into the file's header, so that the file says whose it is.
APPLICATION_ID = 0x52626E44

# Of SQLite's file format: the first bytes, and how many there are before the first page's content.
_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100

_PRAGMAS = {
    "foreign_keys": 1,
    "busy_timeout": PATIENCE_MS,
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: what was confirmed is on the disk
    "temp_store": 2,  # temporary data stays in memory
    "secure_delete": 1,  # what is deleted is overwritten
    "cache_size": -16000,  # KiB
}

_AS_IT_WAS = "What is in it was left as it is."
_TABLE_NAMES = frozenset(each._meta.table_name for each in TABLES)
_changed_outside = False


def open_store(folder: Path, *, again: bool = False, new: bool = False) -> Path:
    """Open the store in a folder, making or migrating it where needed; return its file.

    ``again`` says that it is the store that :func:`suspend` closed: Undo goes on where it was;
    ``new`` that a new one is wanted in the place of one that is lost.

    The folder is made with permissions for its owner only. Raises NewerStoreError before a byte
    is written where the file is from a newer program, DamagedStoreError where it is no store
    or is damaged, LostStoreError where it is gone and its backups are not, LockedError where it
    is encrypted and its key is not in hand, MigrationError where a step did not succeed (the file
    is then as it was), InUseError where another program has it, DiskError where the disk is full
    or read-only, and StoreError where the system does not let the folder or the file be used for
    another reason.

    A store that was not closed, or into which something else wrote since, is looked through first.
    """
    global _changed_outside
    path = folder / FILE_NAME
    if again and not path.exists():
        raise taken_away(path)
    make_folder(folder)
    try:
        version = schema_of(path)
        if version > CURRENT:
            raise NewerStoreError(
                f"This store was written by a newer Rebound (schema {version}, this one knows "
                f"{CURRENT}). Nothing was changed; open it with the newer program."
            )
        if version == 0 and not new:
            refuse_lost(path)
        is_new = not path.exists()
        disk.see_to_room(path)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        if os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)
    except OSError as error:
        what = f"The store in {folder} cannot be opened"
        raise disk.refused(error, what, _AS_IT_WAS, folder, path) from error
    found = seal.look(path) if version else Seal.WHOLE
    if found is not Seal.WHOLE:
        look_through(path, closely=found is Seal.BROKEN)
    if 0 < version < CURRENT:
        backup.make(path, folder / backup.FOLDER, reason=f"schema-{version}")
    database.bind(path, _PRAGMAS)
    try:
        database.connect()
        seal.take_off(path)
        if version < CURRENT:
            _migrate()
    except (DatabaseError, *UNREADABLE) as error:
        _give_up(path, is_new)
        raise unreadable(path, error) from error
    except BaseException:
        _give_up(path, is_new)
        raise
    presence.note(path)
    if not again:
        changes.reset()
        _changed_outside = found is Seal.BROKEN
    return path


def _give_up(path: Path, is_new: bool) -> None:
    """Close what was not opened to the end, and remove a new file in which there is nothing.

    One with a log beside it may be open elsewhere.
    """
    database.close()
    with suppress(OSError, StoreError):
        if is_new and not path.with_name(path.name + LOG).exists() and schema_of(path) == 0:
            path.unlink()


def refuse_lost(path: Path) -> None:
    """Raise LostStoreError where a store is gone, or empty, that left its seal or backups."""
    copies = backup_list.listed(path.parent / backup.FOLDER)
    if copies or path.with_name(seal.FILE_NAME).exists():
        raise LostStoreError(
            f"The store {path.name} is gone or empty, though it was used before. Nothing was "
            f"changed; look for it, or restore a backup from the folder {backup.FOLDER}."
        )


def was_changed_outside() -> bool:
    """Say whether something else wrote into the file of the open store while it was closed."""
    return _changed_outside


def look_through(path: Path, *, closely: bool = True) -> None:
    """Raise DamagedStoreError where the pages of a store's file do not fit together.

    Raises InUseError where that cannot be told, as another program writes into it.

    ``closely`` compares the indexes with the rows too, which takes some times longer.
    """
    way = way_to_read(path)  # a damaged file is left as it is
    if _is_whole(path, way, closely=closely):
        return
    # A file without a log looks damaged, too, while another program writes into it.
    lockable = way == "closed" and os.access(path, os.W_OK)
    if not lockable or not _is_whole(path, "alone", closely=closely):
        raise damaged(path)


def _is_whole(path: Path, way: Way, *, closely: bool) -> bool:
    try:
        connection = connect(path, way)
        try:
            return _fits_together(connection, closely=closely)
        finally:
            connection.close()
    except UNREADABLE as error:
        refusal = unreadable(path, error)
        if isinstance(refusal, DamagedStoreError):
            return False
        raise refusal from error


def _fits_together(connection: sqlcipher.Connection, *, closely: bool) -> bool:
    check = "integrity" if closely else "quick"
    # What SQLite says of a damaged file may quote bytes that are no text.
    connection.text_factory = bytes
    found = connection.execute(f"PRAGMA {check}_check (1)").fetchone()
    if found is None or found[0] != b"ok":
        return False
    if closely:
        # SQLite does not mind what the bytes of a text are; reading them does.
        connection.text_factory = str
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            if name in _TABLE_NAMES:
                for _row in connection.execute(f"SELECT * FROM {name}"):
                    pass
        # Nor does it mind whether the words of the schema fit together; using them does. What
        # refers to nothing is for the check of the records to say.
        connection.execute("PRAGMA foreign_key_check").fetchall()
    return True


def make_folder(folder: Path) -> None:
    """Make the data folder where it is missing, for its owner only.

    Raises StoreError where it cannot be made or not be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        what = f"The folder {folder} cannot be used"
        raise disk.refused(error, what, "", folder) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise DiskError(
            f"Nothing can be written into the folder {folder}. {_AS_IT_WAS} Change its rights, or "
            f"copy it to another place."
        )


def close_store() -> None:
    """Close the store, folding the write-ahead log into its file. Closing twice is harmless."""
    changes.reset()
    _close()


def suspend() -> None:
    """Close the store for a while, as when it is locked; Undo keeps what it knows."""
    changes.pause()
    _close()


def _close() -> None:
    if not database.is_closed():
        path = store_file()
        with suppress(NotSavedError):
            presence.check()  # what was deleted could not be read any more afterwards
        # One that was only read as it lies has the seal that it had.
        is_there = presence.is_open() and presence.place() is presence.Place.THERE
        database.close()
        if is_there:
            seal.put_on(path)
    presence.forget()


def is_encrypted() -> bool:
    """Say whether the store that was opened last is encrypted."""
    if presence.is_open():
        # Its file may be gone.
        return presence.salt() is not None
    return encryption.is_encrypted(store_file())


def store_file() -> Path:
    """Return the file of the store that is open."""
    return database.file


def schema_of(path: Path) -> int:
    """Return the schema of a store file, 0 where there is none yet, without writing a byte.

    Raises DamagedStoreError where the file is no store of this program, LockedError where its
    key is not in hand, and OSError where it cannot be read at all.
    """
    logged = not is_folded(path, (LOG,))
    header = b""
    if path.exists():
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    if not header:
        if logged:
            # SQLite would silently throw the log away and show an empty store.
            raise DamagedStoreError(
                f"The store file {path.name} is empty but its log is not. Nothing was changed; "
                f"restore a backup, or ask for help before you move anything."
            )
        return 0
    if len(header) < _HEADER_BYTES:
        raise damaged(path)
    encrypted = encryption.key_of(path) is not None
    if not encrypted and not header.startswith(_MAGIC):
        raise damaged(path)
    # Opening a store makes files beside it, so a store that was closed is judged by its header.
    version, owner = (int.from_bytes(header[at : at + 4]) for at in (60, 68))
    if not logged and not encrypted and version > 0:
        return _of_ours(path, version, owner)
    # What was written last may stand in the log only; without one nothing else is using the file.
    try:
        connection = connect(path, "read" if logged else "closed")
        try:
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
            tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
        finally:
            connection.close()
    except UNREADABLE as error:
        raise unreadable(path, error) from error
    return _of_ours(path, version, owner) if version > 0 or tables else 0


def _of_ours(path: Path, version: int, owner: int) -> int:
    if owner != APPLICATION_ID or version <= 0:
        raise DamagedStoreError(
            f"The file {path.name} is a database of another program. Nothing was changed."
        )
    return version


def taken_away(path: Path) -> DiskError:
    """Return what to tell of a store that was in use, and is not in its place any more."""
    return DiskError(
        f"Your store is not in its place any more, {path}. It was renamed or deleted, or its disk "
        f"was unplugged. Put it back, then try again."
    )


def damaged(path: Path) -> DamagedStoreError:
    """Return what to tell of a file that cannot be read as a store."""
    return DamagedStoreError(
        f"The file {path.name} cannot be read as a store: it is damaged. It was left as it is; "
        f"backups are in the folder {backup.FOLDER}."
    )


def unreadable(path: Path, error: BaseException) -> StoreError:
    """Return what to tell of a file whose reading raised an error of the driver."""
    if is_damage(error) or not is_of_the_system(error):
        return damaged(path)
    what = f"The file {path.name} cannot be opened"
    return disk.refused(error, what, _AS_IT_WAS, path.parent, path)


def _migrate() -> None:
    """Bring the open store to the current schema: all steps, or nothing, in one transaction."""
    connection = database.connection()
    # Rebuilding a table must not delete the rows that refer to it (a cascade would).
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Read again inside the transaction: another program may have been faster.
            found = int(connection.execute("PRAGMA user_version").fetchone()[0])
            for number, step in enumerate(STEPS[found:], start=found + 1):
                step(lambda script: run_script(connection, script))
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            broken = connection.execute("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise ValueError(f"{len(broken)} records without what they belong to")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
    except Exception as error:
        refusal = disk.refused(error, "The store could not be written", _AS_IT_WAS, store_file())
        if isinstance(refusal, DiskError):
            raise refusal from error
        raise MigrationError(
            f"The store could not be brought to schema {CURRENT} ({error}). It is as it was "
            f"before; a copy is in the folder {backup.FOLDER}."
        ) from error
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def run_script(connection: Any, script: str) -> None:
    """Execute the statements of a script within the open transaction.

    The driver's own ``executescript`` commits first, which would break the transaction.
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlcipher.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    if statement.strip():
        raise ValueError("the script ends within a statement")
