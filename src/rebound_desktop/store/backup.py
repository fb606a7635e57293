"""Copies of the store that can be trusted: made by SQLite itself and checked before they count."""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.core import clock
from rebound_desktop.store import backup_list, disk, encryption
from rebound_desktop.store.backup_list import DAILY
from rebound_desktop.store.connecting import UNREADABLE, Way, connect, way_to_read
from rebound_desktop.store.errors import DamagedStoreError, LockedError, StoreError
from rebound_desktop.store.row_comparing import differ, row_counts
from rebound_desktop.store.second_place import SecondPlace
from rebound_desktop.store.trouble import is_damage, name_of

FOLDER = "backups"
_UNFINISHED = ".unfinished"
_LEFT_OVER = (
    f"rebound*{_UNFINISHED}",
    f"rebound*{_UNFINISHED}-journal",
    # What was about to take the place of a store that was closed.
    "rebound.db.encrypting",
    "rebound.db.restoring",
    "rebound.db.returning",
    "rebound.db.salvag*",
)
#: What is under way in this process, in whichever thread.
_being_made: set[Path] = set()
#: How much is overwritten at once, in bytes.
_BLOCK = 1 << 20
_SAFE = "The store itself is as it was."
_NOT_MADE = "The backup could not be made"


@dataclass(frozen=True, slots=True)
class Daily:
    """What the backup of the day came to: the copy, where one was due, and what did not work."""

    made: Path | None
    problem: str = ""


def make(store: Path, folder: Path, *, reason: str) -> Path:
    """Copy a store while it may be in use; return the checked copy.

    ``reason`` becomes a part of the file's name, such as "daily" or "schema-1". Raises
    StoreError as :func:`copy_to` does.
    """
    if not store.exists():
        # Nor is a folder made anew that was taken away with it.
        raise StoreError(f"The backup could not be made: there is no store in {store.parent}.")
    _make_folder(folder)
    moment = clock.now_local()
    while (target := folder / backup_list.name_for(moment, reason)).exists():
        moment += timedelta(seconds=1)  # no copy takes another's place
    copy_to(store, target)
    return target


def copy_to(store: Path, target: Path, what: str = _NOT_MADE) -> None:
    """Copy a store, which may be in use, to a file; one that is there already is replaced.

    The copy is made with SQLite's online copy, reopened, checked for integrity and compared in
    its row counts, and only then given its name. Raises StoreError where any of that does not
    succeed, DiskError where the disk is full or read-only, DamagedStoreError where the store
    itself is damaged; what was at the target stays. Their texts begin with ``what`` was not done.
    """
    if target.resolve() == store.resolve():
        raise StoreError("This is the store itself. Choose another name for the copy.")
    with _unfinished(target, store, what) as unfinished:
        os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY, 0o600))
        verify(unfinished, _copy(store, unfinished, way_to_read(store)))


def copy_under(source: Path, target: Path, key: encryption.Key | None) -> None:
    """Copy a store or a backup to a file that is encrypted with a key, None: not encrypted.

    Target may be the source: the copy then takes its place, and what it was is overwritten as far
    as the disk allows. The copy is compared row by row before it gets its name. Raises StoreError
    as :func:`copy_to` does, LockedError where the source's key is not in hand.
    """
    if key is not None:
        encryption.hold(key)
    with _unfinished(target, source) as unfinished:
        os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY, 0o600))
        verify(unfinished, _export(source, unfinished, key))


def copy_file(copy: Path, target: Path) -> None:
    """Copy a finished backup to a second place and check it there; raises StoreError."""
    with _unfinished(target, copy) as unfinished:
        os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY, 0o600))
        shutil.copyfile(copy, unfinished)
        connection = connect(copy, "closed")
        try:
            expected = row_counts(connection)
        finally:
            connection.close()
        verify(unfinished, expected)


def rewrite(copy: Path, change: Callable[[sqlcipher.Connection], bool]) -> bool:
    """Change a finished backup: in a copy of it, which is checked and takes its place.

    ``change`` gets a connection to the copy and says whether it changed anything. Raises
    StoreError where that does not succeed; the backup is as it was then.
    """
    try:
        with _unfinished(copy) as unfinished:
            os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY, 0o600))
            shutil.copyfile(copy, unfinished)
            connection = connect(unfinished)
            try:
                # The copy is thrown away where this does not come to its end.
                connection.execute("PRAGMA journal_mode = memory")
                if not change(connection):
                    raise _Unchanged
                expected = row_counts(connection)
            finally:
                connection.close()
            verify(unfinished, expected)
    except _Unchanged:
        copy.with_name(copy.name + _UNFINISHED).unlink(missing_ok=True)
        return False
    return True


def make_daily(
    store: Path, folder: Path, second: SecondPlace | None = None, limit: int | None = None
) -> Daily:
    """Copy a store unless there is a copy of today, and thin the old ones.

    ``second`` is another place that gets each copy as well; what does not work there is a
    sentence in the result. ``limit`` is how many bytes the copies of a folder may take.
    """
    made = None
    if not backup_list.has_daily(folder):
        made = make(store, folder, reason=DAILY)
        backup_list.thin(folder, limit)
    return Daily(made, carry(folder, second, limit))


def carry(folder: Path, second: SecondPlace | None, limit: int | None = None) -> str:
    """Bring the newest copy to the second place; return what did not work, or an empty text."""
    newest = backup_list.latest(folder)
    if second is None or newest is None:
        return ""
    if not second.is_there():
        # Not made: a disk that is not plugged in would get a folder in its place.
        return f"The second backup folder is not there: {second.chosen}."
    if second.problem:
        return _not_carried(second, second.problem)
    second.take_over(folder)
    target = second.own / newest.name
    if target.exists():
        return ""
    try:
        second.make()
        copy_file(newest, target)
        backup_list.thin(second.own, limit)
    except LockedError:
        return _not_carried(second, f"{newest.name} has another passphrase than the store.")
    except (StoreError, OSError) as error:
        cause = error.__cause__ or error
        if is_damage(cause) or isinstance(cause, (Unlike, UnicodeDecodeError, DamagedStoreError)):
            return _not_carried(second, f"{newest.name}, or the copy of it there, is damaged.")
        why = disk.because(cause, second.own)
        return _not_carried(second, f"{why.reason}. {why.advice}".rstrip())
    return ""


def _not_carried(second: SecondPlace, why: str) -> str:
    return f"No backup could be put into the second folder, {second.chosen}: {why}"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        what = f"The backup folder {folder} cannot be made"
        raise disk.refused(error, what, _SAFE, folder) from error


class Unlike(Exception):
    """A copy that is not what it was made from."""


class _Unchanged(Exception):
    """A backup in which there was nothing to change."""


@contextlib.contextmanager
def _unfinished(target: Path, source: Path | None = None, what: str = _NOT_MADE) -> Iterator[Path]:
    """Give the name under which a copy is made; it becomes the target at the end of the block."""
    places = [target.parent, *([source] if source is not None else [])]
    unfinished = target.with_name(target.name + _UNFINISHED)
    _being_made.add(unfinished)
    try:
        unfinished.unlink(missing_ok=True)
        yield unfinished
        to_disk(unfinished)
        take_place(unfinished, target)
    except StoreError:
        discard(unfinished)
        raise
    except (*UNREADABLE, OSError, Unlike) as error:
        # Before the copy goes: it is what filled the disk.
        refusal = disk.refused(error, what, _SAFE, *places)
        discard(unfinished)
        # What is no matter of the disk: the words of the schema do not fit together, or a text.
        is_misread = name_of(error) == "SQLITE_ERROR" or isinstance(error, UnicodeDecodeError)
        if is_damage(error) or is_misread or isinstance(error, Unlike):
            refusal = DamagedStoreError(
                f"{what}: the store is damaged. It is as it was; an older backup can be restored."
            )
        raise refusal from error
    finally:
        _being_made.discard(unfinished)


def remove_leftovers(place: Path) -> None:
    """Remove what was being made in a folder when the program was ended from outside."""
    for pattern in _LEFT_OVER:
        for each in place.glob(pattern):
            if each.with_name(each.name.removesuffix("-journal")) not in _being_made:
                discard(each)


def take_place(made: Path, target: Path) -> None:
    """Give a finished file the name of another; what could be read there is overwritten.

    That is so where a readable file gives way to an encrypted one. On a disk that writes elsewhere
    each time, as solid-state ones do, it is no guarantee. Raises OSError; the target is as it was.
    """
    gone = None
    covers = encryption.salt_of(made) is not None and encryption.salt_of(target) is None
    # Windows does not let an open file be replaced.
    if covers and target.exists() and os.name == "posix":
        gone = os.open(target, os.O_WRONLY)
    try:
        os.replace(made, target)
        # A file with a second name is somebody's own copy.
        if gone is not None and os.fstat(gone).st_nlink == 0:
            # It was replaced, whatever becomes of what was there.
            with contextlib.suppress(OSError):
                _overwrite(gone)
    finally:
        if gone is not None:
            os.close(gone)


def discard(file: Path) -> None:
    """Remove a file that was not to be; one that can be read is overwritten, where that is let."""
    with contextlib.suppress(OSError):
        if encryption.salt_of(file) is None and file.stat().st_nlink == 1:
            descriptor = os.open(file, os.O_WRONLY)
            try:
                _overwrite(descriptor)
            finally:
                os.close(descriptor)
    with contextlib.suppress(OSError):
        file.unlink()


def _overwrite(descriptor: int) -> None:
    size = os.fstat(descriptor).st_size
    for start in range(0, size, _BLOCK):
        os.write(descriptor, bytes(min(_BLOCK, size - start)))
    os.fsync(descriptor)


def to_disk(file: Path) -> None:
    """Let the disk have everything of a file that was written; raises OSError."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _copy(store: Path, target: Path, way: Way) -> dict[str, int]:
    """Copy the store and return its row counts at that moment."""
    source = connect(store, way)
    try:
        # Counting and copying in one read transaction: both see the same moment, whatever is
        # written in between.
        source.execute("BEGIN")
        counts = row_counts(source)
        copy = connect(target, like=store)
        try:
            source.backup(copy)
        finally:
            copy.close()
        source.execute("ROLLBACK")
    finally:
        source.close()
    return counts


def _export(source: Path, target: Path, key: encryption.Key | None) -> dict[str, int]:
    """Copy a store to a file under another key, and return its row counts at that moment."""
    connection = connect(source, way_to_read(source))
    try:
        connection.execute(
            "ATTACH DATABASE ? AS other KEY ?",
            (str(target.absolute()), key.literal() if key is not None else ""),
        )
        connection.execute("BEGIN")
        counts = row_counts(connection)
        # SQLCipher's own way to and from encrypted files.
        connection.execute("SELECT sqlcipher_export('other')")
        for name in ("user_version", "application_id"):
            value = int(connection.execute(f"PRAGMA main.{name}").fetchone()[0])
            connection.execute(f"PRAGMA other.{name} = {value}")
        if differ(connection, counts):
            raise Unlike("the copy differs from the store")
        connection.execute("COMMIT")
        connection.execute("DETACH DATABASE other")
    finally:
        connection.close()
    return counts


def verify(copy: Path, expected: dict[str, int]) -> None:
    """Look through a finished copy; raises the driver's errors, and others of its own."""
    connection = connect(copy)
    try:
        # The copy is one file by itself; its own log would stay behind when it is moved.
        connection.execute("PRAGMA journal_mode = delete")
        answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if answer != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise Unlike("the copy is not whole")
        counts = row_counts(connection)
    finally:
        connection.close()
    if counts != expected:
        raise Unlike("the copy differs from the store")
