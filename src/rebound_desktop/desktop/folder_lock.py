"""The lock on a data folder: the system's own, which ends with the program that holds it.

A file that says which process holds the folder goes stale with a crash, and its number may be
another program's tomorrow. A lock of the system does neither, and no clock is asked.
"""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path

FILE_NAME = "rebound.lock"
_TAKEN = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


class FolderLock:
    """Holds a data folder for this program."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Take the lock; False where another program has it.

        Raises OSError where the folder cannot be written to.
        """
        while self._descriptor is None:
            descriptor = os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600)
            try:
                _lock(descriptor)
            except OSError as error:
                os.close(descriptor)
                if error.errno in _TAKEN:
                    return False
                raise
            if _is_same(descriptor, self._path):
                self._descriptor = descriptor
            else:
                # Whoever had it before took the file away in between.
                os.close(descriptor)
        return True

    def acquire_again(self) -> bool:
        """Take the lock anew where its file was taken away; True where it was. Raises OSError."""
        if self._descriptor is None or _is_same(self._descriptor, self._path):
            return False
        os.close(self._descriptor)
        self._descriptor = None
        return self.acquire()

    def release(self) -> None:
        """Give the lock back; giving it back twice is harmless."""
        if self._descriptor is None:
            return
        with suppress(OSError):
            # Another program may have the folder that was put in the place of ours.
            if os.name == "posix" and _is_same(self._descriptor, self._path):
                self._path.unlink()
        with suppress(OSError):
            os.close(self._descriptor)
        self._descriptor = None


def _is_same(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
