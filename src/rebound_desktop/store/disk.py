"""Why the system does not take a file or give one, in words, and what a person can do then."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from rebound_desktop.store.errors import DiskError, StoreError
from rebound_desktop.store.trouble import name_of

_FULL = (errno.ENOSPC, errno.EDQUOT)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
#: SQLite needs so much beside a store to open it; with less, whatever it says, the disk is full.
_LEAST_ROOM = 64 * 1024
#: https://www.sqlite.org/rescode.html#full
_WORDS = "disk is full"
_RIGHTS = "Change its rights or take another place, then try again."


class Why(NamedTuple):
    """A reason that ends a sentence, and what to do about it; empty where that is not known."""

    reason: str
    advice: str = ""


def refused(
    error: BaseException, what: str, safe: str, *places: Path, kind: type[StoreError] = StoreError
) -> StoreError:
    """Return what to tell where the system did not let something be done.

    ``what`` did not work and what is ``safe`` are words of the caller, ``places`` the files and
    folders it was about. It is a DiskError where a person can do something about it, otherwise of
    the ``kind``.
    """
    why = because(error, *places)
    sentence = " ".join(filter(None, (f"{what}: {why.reason}.", safe, why.advice)))
    return DiskError(sentence) if why.advice else kind(sentence)


def because(error: BaseException, *places: Path) -> Why:
    """Return why the system did not take or give what lies in some files and folders."""
    number, name = _number(error), name_of(error)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Why("another program uses the store", "Close it, then try again.")
    folders = [_folder(each) for each in places]
    room = {each: _room(each) for each in folders}
    # Of what meets an online copy or SQLCipher's export the driver knows the words only.
    is_full = number in _FULL or name.startswith("SQLITE_FULL") or _WORDS in str(error)
    unclear = not number and not name.startswith("SQLITE_READONLY")
    if is_full or (unclear and min(room.values(), default=_LEAST_ROOM) < _LEAST_ROOM):
        where = f" where {min(room, key=room.__getitem__)} lies" if room else ""
        return Why(f"the disk is full{where}", "Make room, then try again.")
    if number in _FORBIDDEN or unclear or name.startswith("SQLITE_READONLY"):
        for each in (*folders, *places):
            if each.exists() and not os.access(each, os.R_OK):
                return Why(f"there is no right to read {each}", _RIGHTS)
            if each.exists() and not os.access(each, os.W_OK):
                return Why(
                    f"nothing can be written {'into' if each.is_dir() else 'to'} {each}", _RIGHTS
                )
    if isinstance(error, FileNotFoundError):
        return Why("its folder is not there")
    if isinstance(error, OSError) and number and error.strerror:
        return Why(error.strerror)
    return Why("the disk, or another program, does not let it")


def _number(error: BaseException) -> int:
    return error.errno or 0 if isinstance(error, OSError) else 0


def _folder(place: Path) -> Path:
    """Return the folder of a file, or the nearest one above that is there."""
    place = place.absolute()
    return next((each for each in (place, *place.parents) if each.is_dir()), place)


def _room(folder: Path) -> int:
    with suppress(OSError):
        return shutil.disk_usage(folder).free
    return _LEAST_ROOM
