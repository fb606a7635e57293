"""Deleting for good: out of the store, its search index, its free pages, Undo and the backups.

It takes two parts. :func:`erase` takes the records out of the store and is quick. What they left
behind is cleared by :func:`clear_away`, beside the window; should the program end in between, a
note of the UUIDs lets it go on at the next start.
"""

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.core import clock
from rebound_desktop.store import (
    backup,
    backup_list,
    changes,
    disk,
    drafts,
    record_shapes,
    search,
    versions,
)
from rebound_desktop.store.bin_contents import DAYS
from rebound_desktop.store.connecting import UNREADABLE, connect
from rebound_desktop.store.database import FILE_NAME, store_file
from rebound_desktop.store.errors import DiskError, LockedError, StoreError
from rebound_desktop.store.second_place import SecondPlace
from rebound_desktop.store.tables import TABLES, database
from rebound_desktop.store.trouble import written

_NOTE = "rebound.erasing"
_ALL = tuple(each._meta.table_name for each in TABLES)


@dataclass(slots=True)
class Cleared:
    """What became of the backups: how many were written anew, which were removed, which stay."""

    rewritten: int = 0
    removed: list[Path] = field(default_factory=list)
    left: list[Path] = field(default_factory=list)  # files that may still hold it


def erase(table: str, ids: Iterable[int]) -> None:
    """Take records that lie in the bin, and all that cannot be without them, out of the store.

    Undo and Redo begin anew, since they remember what the records were. :func:`clear_away` has to
    follow. Raises NotSavedError where the system does not take it.
    """
    _erase({table: set(ids)})


def erase_older(days: int = DAYS) -> bool:
    """Erase what has lain in the bin for more than some days; say whether there was any."""
    since = (clock.today() - timedelta(days=days)).isoformat()
    found: dict[str, set[int]] = {}
    for table in _ALL:
        rows = database.execute_sql(
            f"SELECT id FROM {table} WHERE deleted_at < ?", (since,)
        ).fetchall()
        kept = {number for (number,) in rows if not _is_needed(table, number)}
        if kept:
            found[table] = kept
    if found:
        _erase(found)
    return bool(found)


def count_older(days: int = DAYS) -> int:
    """Return how many records have lain in the bin for more than some days."""
    since = (clock.today() - timedelta(days=days)).isoformat()
    return sum(
        int(
            database.execute_sql(
                f"SELECT count(*) FROM {table} WHERE deleted_at < ?", (since,)
            ).fetchone()[0]
        )
        for table in _ALL
    )


def is_pending(folder: Path) -> bool:
    """Say whether what was erased has still to be cleared away."""
    return (folder / _NOTE).exists()


def clear_away(folder: Path, second: SecondPlace | None = None) -> Cleared:
    """Clear what erased records left behind in a data folder; works in any thread.

    The search index and the file are written anew without them, the log is emptied, and so is
    each backup in the folder, and of this folder in the ``second`` place. A backup that cannot be
    is removed; one on a full disk, or with a passphrase of its own, stays. Folders of others in the
    second place stay as well, and are named where they may hold the records. Raises StoreError
    where the store itself does not let it be done; it is tried again later.
    """
    note = folder / _NOTE
    if not note.exists():
        return Cleared()
    uuids = _noted(note)
    cleared = Cleared()
    try:
        connection = connect(folder / FILE_NAME)
        try:
            _tidy(connection)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
    except UNREADABLE as error:
        raise StoreError(
            "What was deleted could not be cleared from the free pages yet; it is tried again at "
            "the next start."
        ) from error
    with backup_list.held():
        if second is not None:
            second.take_over(folder / backup.FOLDER)
        places = (folder / backup.FOLDER, *([second.own] if second is not None else []))
        done = True
        for place in places:
            done = _clear_backups(place, uuids, cleared) and done
    cleared.left += sorted(folder.glob("rebound-damaged-*.db"))
    if second is not None:
        if not second.is_there() or second.problem:
            cleared.left.append(second.chosen)
            done = False
        elif second.of_nobody_known():
            cleared.left.append(second.chosen)
        cleared.left += _others_with(uuids, second)
    if done:
        note.unlink(missing_ok=True)
    return cleared


def _erase(rows: dict[str, set[int]]) -> None:
    gone: dict[str, set[int]] = {}
    for table, ids in rows.items():
        _collect(table, ids, gone)
    uuids = [
        database.execute_sql(f"SELECT uuid FROM {table} WHERE id = ?", (number,)).fetchone()[0]
        for table, ids in gone.items()
        for number in ids
    ]
    folder = store_file().parent
    _put_note(folder, uuids)
    with written():
        # That they are gone is noted as with every deletion, for the other laptops.
        changes.watch()
    with written(), database.atomic("IMMEDIATE"):
        for table, ids in rows.items():
            for number in ids:
                database.execute_sql(f"DELETE FROM {table} WHERE id = ?", (number,))
        for table, ids in gone.items():
            for number in ids:
                drafts.leave_out(f"{table} {number}")
        versions.forget(uuids)
    changes.forget("Delete for good", {table: frozenset(ids) for table, ids in gone.items()})


def _collect(table: str, ids: Iterable[int], found: dict[str, set[int]]) -> None:
    """Add records and all that goes with them by the references of the tables."""
    new = set(ids) - found.setdefault(table, set())
    found[table] |= new
    for child, column in _dependents(table):
        for number in new:
            rows = database.execute_sql(
                f"SELECT id FROM {child} WHERE {column} = ?", (number,)
            ).fetchall()
            if rows:
                _collect(child, [each[0] for each in rows], found)


def _dependents(table: str) -> Sequence[tuple[str, str]]:
    return [
        (child, key[3])
        for child in _ALL
        for key in database.execute_sql(f"PRAGMA foreign_key_list({child})").fetchall()
        if key[2] == table and key[6] == "CASCADE"
    ]


def _is_needed(table: str, number: int) -> bool:
    """Say whether something that is not deleted would go along."""
    found: dict[str, set[int]] = {}
    _collect(table, [number], found)
    return any(
        database.execute_sql(
            f"SELECT 1 FROM {name} WHERE id = ? AND deleted_at IS NULL", (each,)
        ).fetchone()
        for name, ids in found.items()
        if name in record_shapes.NAMES and name != table  # what is a record of its own
        for each in ids
    )


def _put_note(folder: Path, uuids: list[str]) -> None:
    note = folder / _NOTE
    both = sorted({*uuids, *(_noted(note) if note.exists() else ())})
    temporary = folder / f"{_NOTE}.unfinished"
    try:
        descriptor = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            json.dump(both, file)
        os.replace(temporary, note)
    except OSError as error:
        raise disk.refused(error, "Nothing was deleted", "", folder) from error


def _noted(note: Path) -> list[str]:
    try:
        found = json.loads(note.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return []
    return [each for each in found if isinstance(each, str)]


def _tidy(connection: sqlcipher.Connection) -> None:
    """Write index and file anew, so that nothing of what was deleted is left between the rows."""
    there = _tables(connection)
    for kind in search.VIEWS:
        index = f"{kind}_search"
        if index in there:
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    connection.execute("VACUUM")


def _tables(connection: sqlcipher.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master").fetchall()}


def _clear_backups(place: Path, uuids: list[str], cleared: Cleared) -> bool:
    """Clear the backups of a place; False where the disk did not let it be done with each."""
    backup.remove_leftovers(place)
    done = True
    for each in backup_list.listed(place):
        try:
            if backup.rewrite(each.path, lambda connection: _take_out(connection, uuids)):
                cleared.rewritten += 1
        except DiskError:
            # Nothing is wrong with it; it is tried again at the next start.
            cleared.left.append(each.path)
            done = False
        except LockedError:
            cleared.left.append(each.path)
        except StoreError:
            with suppress(OSError):
                each.path.unlink()
                cleared.removed.append(each.path)
                continue
            cleared.left.append(each.path)
    return done


def _others_with(uuids: list[str], second: SecondPlace) -> list[Path]:
    """Return the folders of others in a place that hold some records, or cannot be looked into.

    Such is one that this data folder had before its mark was lost, or that of a second laptop.
    """
    found: list[Path] = []
    for each in second.of_others():
        folder = each.path.parent
        if folder not in found and _may_hold(each.path, uuids):
            found.append(folder)
    return sorted(found)


def _may_hold(copy: Path, uuids: list[str]) -> bool:
    try:
        with closing(connect(copy, "closed")) as connection:
            there = _tables(connection)
            return any(
                connection.execute(f"SELECT 1 FROM {table} WHERE uuid = ?", (uuid,)).fetchone()
                for table in _ALL
                if table in there
                for uuid in uuids
            )
    except (StoreError, OSError, *UNREADABLE):
        return True


def _take_out(connection: sqlcipher.Connection, uuids: list[str]) -> bool:
    """Delete records from a backup; say whether it held any of them."""
    there = _tables(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("BEGIN")
    gone = 0
    for table in _ALL:
        if table in there:
            marks = connection.executemany(
                f"DELETE FROM {table} WHERE uuid = ?", [(uuid,) for uuid in uuids]
            )
            gone += max(0, marks.rowcount)
    if "field_versions" in there:
        connection.executemany(
            "DELETE FROM field_versions WHERE record = ?", [(uuid,) for uuid in uuids]
        )
    if "drafts" in there:
        # They may hold the words of a record that was yet to be made of them.
        gone += max(0, connection.execute("DELETE FROM drafts").rowcount)
    connection.execute("COMMIT")
    if gone:
        _tidy(connection)
    return bool(gone)
