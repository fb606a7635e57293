"""One program on one store: a lock on the data folder, and a knock that raises the window.

The lock decides. The knock is a file whose change the first program watches, so that no socket
is opened at all.
"""

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from rebound_desktop.desktop.folder_lock import FolderLock

_KNOCK = "rebound.knock"


class SingleInstance(QObject):
    """Holds the data folder for this program; ``knocked`` when a second one was started."""

    knocked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._knock = folder / _KNOCK
        self._lock = FolderLock(folder)
        self._watcher: QFileSystemWatcher | None = None

    def acquire(self) -> bool:
        """Take the folder; False where another program has it."""
        return self._lock.acquire()

    def listen(self) -> None:
        """Begin to watch for knocks."""
        os.close(os.open(self._knock, os.O_CREAT | os.O_WRONLY, 0o600))
        self._watcher = QFileSystemWatcher([str(self._knock)], self)
        self._watcher.fileChanged.connect(lambda _path: self.knocked.emit())

    def hold_on(self) -> None:
        """Hold the folder where it was made anew, or put back, while the program ran."""
        with suppress(OSError):
            if self._knock.parent.is_dir() and self._lock.acquire_again() and self._watcher:
                self._watcher.deleteLater()
                self.listen()

    def knock(self) -> None:
        """Ask the program that has the folder to show its window."""
        descriptor = os.open(self._knock, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        os.write(descriptor, b"knock")
        os.close(descriptor)

    def release(self) -> None:
        """Give the folder back."""
        self._lock.release()
