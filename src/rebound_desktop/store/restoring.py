"""Putting a backup in the store's place: looked at first, and with a way back."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rebound_desktop.core import clock
from rebound_desktop.store import backup, backup_list, disk, encryption, record_shapes, seal
from rebound_desktop.store.connecting import UNREADABLE, connect, way_to_read
from rebound_desktop.store.database import (
    FILE_NAME,
    damaged,
    look_through,
    schema_of,
    unreadable,
)
from rebound_desktop.store.errors import DamagedStoreError, NewerStoreError, StoreError
from rebound_desktop.store.migrations import CURRENT
from rebound_desktop.store.trouble import is_damage

#: The reason of the copy of what a restore replaced.
BEFORE = "restore"
_PREPARED = "rebound.db.restoring"
_SIDE_FILES = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the records by table, and where what was there before is."""

    counts: dict[str, int]
    before: Path | None  # a backup, or the damaged store set aside; None where there was no store


def look(copy: Path) -> dict[str, int]:
    """Return how many records each table of a backup holds, without what is in its bin.

    Raises DamagedStoreError where the file is no store or is damaged, NewerStoreError where it
    is from a newer program, LockedError where its key is not in hand, and StoreError where it
    cannot be read.
    """
    return {table: len(uuids) for table, uuids in living(copy, closed=True).items()}


def restore(folder: Path, copy: Path) -> Restored:
    """Put a backup in the place of the store of a folder, which nobody may have open.

    The backup is looked through, then copied beside the store; what is there is backed up, or set
    aside where it is damaged; and only then does the copy take the store's name. No backup is
    deleted meanwhile. What takes the place of an encrypted store is encrypted with its key;
    otherwise the backup stays as it is. Raises as :func:`look` does, and StoreError where
    something does not succeed; the store is as it was then.
    """
    store = folder / FILE_NAME
    if copy.resolve() == store.resolve():
        raise StoreError("This is the store itself. Choose a backup.")
    with backup_list.held():
        counts = look(copy)
        prepared = folder / _PREPARED
        if encryption.salt_of(store) in (None, encryption.salt_of(copy)):
            backup.copy_to(copy, prepared)
        else:
            backup.copy_under(copy, prepared, encryption.key_of(store))
        try:
            before = _make_room(folder)
            seal.take_off(store)
            backup.take_place(prepared, store)
        except OSError as error:
            what = "The backup could not be put in place"
            raise disk.refused(error, what, "The store is as it was.", folder) from error
        finally:
            with suppress(OSError):
                prepared.unlink(missing_ok=True)
    return Restored(counts, before)


def set_aside(folder: Path) -> Path:
    """Give the store of a folder and its log another name, untouched; return the new file."""
    store = folder / FILE_NAME
    day = clock.today().isoformat()
    name, number = f"rebound-damaged-{day}", 1
    while (target := folder / f"{name}{f'-{number}' if number > 1 else ''}.db").exists():
        number += 1
    # The store first: a log without a store is refused, a store without its log would be opened.
    os.replace(store, target)
    for side in _SIDE_FILES:
        with suppress(FileNotFoundError):
            os.replace(store.with_name(store.name + side), target.with_name(target.name + side))
    seal.take_off(store)
    return target


def _make_room(folder: Path) -> Path | None:
    """Keep what is in the store's place, so that it can be replaced; return where."""
    store = folder / FILE_NAME
    if not store.exists():
        return None
    try:
        if schema_of(store) == 0:
            return None
        before = backup.make(store, folder / backup.FOLDER, reason=BEFORE)
        connection = connect(store)
        try:
            # A log that stayed behind would be taken for one of the new file.
            connection.execute("PRAGMA journal_mode = delete")
        finally:
            connection.close()
    except (DamagedStoreError, NewerStoreError):
        return set_aside(folder)
    except UNREADABLE as error:
        if is_damage(error):
            return set_aside(folder)
        what = "The store cannot be replaced"
        raise disk.refused(error, what, "It is as it was.", folder, store) from error
    return before


def living(path: Path, *, closed: bool = True) -> dict[str, frozenset[str]]:
    """Return the UUIDs of the records of a file that are not in its bin, by table.

    A ``closed`` file is looked through first. Raises as :func:`look`.
    """
    if not path.is_file():
        raise StoreError(f"There is no file {path}.")
    try:
        version = schema_of(path)
    except OSError as error:
        raise disk.refused(error, f"{path.name} cannot be used", "", path) from error
    if version == 0:
        raise damaged(path)
    if version > CURRENT:
        raise NewerStoreError(
            f"{path.name} was written by a newer Rebound (schema {version}, this one knows "
            f"{CURRENT})."
        )
    if closed:
        look_through(path)
    try:
        connection = connect(path, way_to_read(path) if closed else "read")
        try:
            there = {
                name
                for (name,) in connection.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'table'"
                )
            }
            return {
                table: frozenset(
                    uuid
                    for (uuid,) in connection.execute(
                        f"SELECT uuid FROM {table} WHERE deleted_at IS NULL"
                    )
                )
                for table in record_shapes.NAMES
                if table in there
            }
        finally:
            connection.close()
    except UNREADABLE as error:
        raise unreadable(path, error) from error
