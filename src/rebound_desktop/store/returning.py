"""Putting the open store back in its place, after its file was taken away.

An open file can still be read when it was deleted. So nothing is lost as long as the program runs.
"""

import os
from contextlib import suppress
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store import backup, changes, database, disk, encryption, presence
from rebound_desktop.store.connecting import UNREADABLE, address
from rebound_desktop.store.errors import NotSavedError, StoreError
from rebound_desktop.store.presence import Place
from rebound_desktop.store.row_comparing import row_counts
from rebound_desktop.store.tables import database as connection
from rebound_desktop.store.trouble import DRIVER_ERRORS

_COPY = "rebound.db.returning"
#: What the log of another store is called that lay in the place without its store.
_OTHERS = ".other"


def come_back(*, make_folder: bool = False) -> None:
    """Let the open store be in its place again; nothing happens where it is.

    Where the place is empty, the store is written back there; with ``make_folder`` in a new folder
    too. Where the same files are there again, as on a disk that was plugged in, they are opened.
    Nothing ever takes the place of another file. Raises NotSavedError where it cannot be.
    """
    found = presence.place()
    if found is Place.THERE:
        return
    if not presence.is_here() or connection.in_transaction():
        raise presence.gone()
    if connection.is_closed():
        _open()  # it was put back before, and could not be opened then
        return
    made = False
    if found is Place.NO_FOLDER and make_folder:
        try:
            connection.file.parent.mkdir(mode=0o700, parents=True)
        except OSError as error:
            raise _refused(error) from error
        found, made = Place.EMPTY, True
    if found is Place.ANOTHER and presence.is_known_again():
        _close()
        _open()
    elif found is Place.EMPTY:
        try:
            _write_back()
        except NotSavedError:
            if made:
                with suppress(OSError):
                    connection.file.parent.rmdir()
            raise
    else:
        raise presence.gone()


def _write_back() -> None:
    store = connection.file
    copy = store.with_name(_COPY)
    try:
        copy.unlink(missing_ok=True)
        os.close(os.open(copy, os.O_CREAT | os.O_WRONLY, 0o600))
        _copy_to(copy)
        _give_name(copy, store)
    except (*UNREADABLE, *DRIVER_ERRORS, OSError, StoreError, backup.Unlike) as error:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
        raise _refused(error) from error
    _clear_sides(store)
    _close()
    _open()
    presence.tell(is_back=True)


def _copy_to(copy: Path) -> None:
    source = connection.connection()
    salt = presence.salt()
    target = sqlcipher.connect(address(copy, "write"), uri=True, isolation_level=None)
    try:
        if salt is not None:
            encryption.key_for(salt).give(target)
        source.backup(target)
    finally:
        target.close()
    backup.verify(copy, row_counts(source))
    backup.to_disk(copy)


def _give_name(copy: Path, store: Path) -> None:
    """Give the copy the store's name, unless another file has it by now."""
    try:
        os.link(copy, store)
    except FileExistsError:
        raise
    except OSError:
        # Some disks, such as most sticks, know no second names.
        os.close(os.open(store, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        os.replace(copy, store)
    else:
        copy.unlink()


def _clear_sides(store: Path) -> None:
    """Let nothing of an old log be taken for a part of the store that was written back."""
    log = presence.log_of(store)
    with suppress(OSError):
        if presence.is_own_log():
            log.unlink(missing_ok=True)  # all of it is in the copy
        elif log.exists():
            os.replace(log, log.with_name(log.name + _OTHERS))
    with suppress(OSError):
        store.with_name(f"{store.name}-shm").unlink(missing_ok=True)


def _close() -> None:
    changes.pause()
    # SQLite notices that the file went, and leaves alone whatever has its name or its log's.
    with suppress(*DRIVER_ERRORS):
        connection.close()


def _open() -> None:
    try:
        database.open_store(connection.file.parent, again=True)
    except StoreError as error:
        raise NotSavedError(f"This could not be saved. {error}") from error


def _refused(error: BaseException) -> NotSavedError:
    what = "This could not be saved: your store was taken away, and cannot be written back"
    safe = "Until it can, keep Rebound open: your records are still in it."
    return NotSavedError(str(disk.refused(error, what, safe, connection.file.parent)))
