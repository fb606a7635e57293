"""Why the system does not take a file or give one, in words, and what a person can do then."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from rebound_desktop.store.connecting import INDEX
from rebound_desktop.store.errors import DiskError, InUseError, StoreError
from rebound_desktop.store.trouble import is_in_use, name_of

_FULL = (errno.ENOSPC, errno.EDQUOT)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
#: SQLite needs so much beside a store to open it; with less, whatever it says, the disk is full.
_LEAST_ROOM = 64 * 1024
#: A new store takes so much, with its log.
_ROOM_FOR_NEW = 2 << 20
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
    folders it was about. It is an InUseError where another program has it, a DiskError where a
    person can do something else about it, otherwise of the ``kind``.
    """
    why = because(error, *places)
    sentence = " ".join(filter(None, (f"{what}: {why.reason}.", safe, why.advice)))
    if is_in_use(error):
        return InUseError(sentence)
    return DiskError(sentence) if why.advice else kind(sentence)


def see_to_room(store: Path) -> None:
    """Raise OSError where the disk is too full to open a store that nobody has open.

    SQLite would try, and leave an empty log there; whoever removes one takes it, perhaps, from a
    program that has begun to use it.
    """
    room = _LEAST_ROOM if store.exists() else _ROOM_FOR_NEW
    is_open = store.with_name(store.name + INDEX).exists()
    if not is_open and _room(store.parent) < room:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(store))


def because(error: BaseException, *places: Path) -> Why:
    """Return why the system did not take or give what lies in some files and folders."""
    number, name = _number(error), name_of(error)
    if is_in_use(error):
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
    return _ROOM_FOR_NEW  # whoever writes finds out
