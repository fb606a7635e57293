"""Who may look into the data folder: its owner, whatever an older copy or another program left."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from rebound_desktop.desktop import log
from rebound_desktop.desktop.paths import default_data_folder

_BACKUPS = "backups"
_NAMES = ("rebound*", "settings*.json")
_OTHERS = 0o077


def tighten(folder: Path) -> None:
    """Take the rights of everybody else from the program's own files and folders.

    The usual data folder is the program's own. One that the person chose may hold other things,
    so its rights stay; the files in it are closed all the same. On Windows the rights are those
    of the person's profile.
    """
    if os.name != "posix":
        return
    with suppress(OSError):  # a stick knows no rights, and the folder may be somebody else's
        _close(_own(folder), 0o700)
        _close(_files(folder), 0o600)


def _own(folder: Path) -> Iterator[Path]:
    if folder.absolute() == default_data_folder().absolute():
        yield folder
    yield from (folder / _BACKUPS, folder / log.FOLDER)


def _files(folder: Path) -> Iterator[Path]:
    for name in _NAMES:
        yield from folder.glob(name)
    for inside in (_BACKUPS, log.FOLDER):
        yield from (folder / inside).glob("*")


def _close(places: Iterable[Path], rights: int) -> None:
    for each in places:
        # What a link leads to may be anybody's.
        if each.exists() and not each.is_symlink() and each.stat().st_mode & _OTHERS:
            each.chmod(each.stat().st_mode & rights)
