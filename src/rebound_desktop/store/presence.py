"""Whether the open store still lies where it was opened.

A file that was deleted, or renamed with its folder, goes on taking every write, and all of it is
gone when it is closed. So each write asks first, which takes one look at the folder.
"""

import os
import threading
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from rebound_desktop.store import encryption
from rebound_desktop.store.errors import NotSavedError

LOG = "-wal"
#: Of SQLite's file formats: how long the headers of a database and of its log are.
_HEADERS = (("", 100), (LOG, 32))


class Place(Enum):
    """What is in the place of the open store."""

    THERE = auto()  # the store
    EMPTY = auto()  # nothing, in a folder that is there
    NO_FOLDER = auto()
    ANOTHER = auto()  # another file


#: Which file it is, whatever it is called: its device and its number there.
_Identity = tuple[int, int]


@dataclass(slots=True)
class _Opened:
    file: Path
    identity: _Identity
    salt: bytes | None
    thread: int
    marks: tuple[object, ...] = ()


_opened: _Opened | None = None


def note(file: Path) -> None:
    """Take notice of the file that was just opened."""
    global _opened
    identity = _identity(file)
    if identity is not None:
        salt = encryption.salt_of(file)
        _opened = _Opened(file, identity, salt, threading.get_ident())
        note_state()


def note_state() -> None:
    """Take notice of how the files of the store look now, to know them again elsewhere."""
    if _opened is not None and _identity(_opened.file) == _opened.identity:
        _opened.marks = marks(_opened.file)


def forget() -> None:
    """Take notice that the store is closed."""
    global _opened
    _opened = None


def place() -> Place:
    """Return what is in the place of the open store; without one it is where it should be."""
    if _opened is None:
        return Place.THERE
    try:
        facts = os.stat(_opened.file)
    except (FileNotFoundError, NotADirectoryError):
        return Place.EMPTY if _opened.file.parent.is_dir() else Place.NO_FOLDER
    except OSError:
        return Place.THERE  # what cannot be looked at is for the write itself to say
    same = (facts.st_dev, facts.st_ino) == _opened.identity
    return Place.THERE if same else Place.ANOTHER


def is_open() -> bool:
    """Say whether a store is open, wherever its file is by now."""
    return _opened is not None


def salt() -> bytes | None:
    """Return the salt of the open store, None where it is not encrypted or none is open."""
    return _opened.salt if _opened is not None else None


def is_here() -> bool:
    """Say whether the store was opened in this thread, which alone may close it."""
    return _opened is not None and _opened.thread == threading.get_ident()


def is_known_again() -> bool:
    """Say whether the files in the store's place are as those of the open store were last.

    So they are when a disk was unplugged and is back, or when the folder was copied back.
    """
    return _opened is not None and bool(_opened.marks) and marks(_opened.file) == _opened.marks


def marks(file: Path) -> tuple[object, ...]:
    """Return by what the state of a store's files is known, without reading all of them.

    The headers hold a random number that is another one after each time the log was begun anew,
    and the log grows with each write in between.
    """
    found: list[object] = []
    with suppress(OSError):
        for end, length in _HEADERS:
            part = file.with_name(file.name + end)
            if not part.exists():
                found.append(None)
                continue
            with part.open("rb") as opened:
                found += [opened.read(length), os.fstat(opened.fileno()).st_size]
        return tuple(found)
    return ()


def check() -> None:
    """See to it before a write that the store is in its place.

    Where it is gone and its place is empty, it is written back there from what is open. Raises
    NotSavedError where that cannot be: the write would be lost.
    """
    if place() is not Place.THERE:
        from rebound_desktop.store import returning

        returning.come_back()


def gone() -> NotSavedError:
    """Return what to tell of a write, where the store is gone and cannot be put back now."""
    return NotSavedError(f"This could not be saved. {situation()}")


def situation() -> str:
    """Say where the open store is gone to, and what to do; empty where it is in its place."""
    found = place()
    if _opened is None or found is Place.THERE:
        return ""
    file = _opened.file
    if found is Place.NO_FOLDER:
        happened = (
            f"The folder of your data is gone: {file.parent}. It was renamed or deleted, or its "
            f"disk was unplugged. Put it back, then try again."
        )
    elif found is Place.ANOTHER:
        happened = (
            f"Another file has taken the place of your store, {file}. Rebound leaves it alone. "
            f"Give it another name, then try again, and Rebound writes your store back."
        )
    else:
        happened = f"Your store is gone from its place, {file}. Put it back, then try again."
    return f"{happened} Keep Rebound open until then: it still has your records."


def _identity(file: Path) -> _Identity | None:
    try:
        facts = os.stat(file)
    except OSError:
        return None
    return facts.st_dev, facts.st_ino
