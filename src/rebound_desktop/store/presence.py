"""Whether the open store still lies where it was opened.

A file that was deleted, or renamed with its folder, goes on taking every write, and all of it is
gone when it is closed. So each write asks first, which takes one look at the folder.
"""

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from rebound_desktop.store import encryption
from rebound_desktop.store.errors import FolderGoneError, NotSavedError

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
    log: _Identity | None = None
    marks: tuple[object, ...] = ()


_opened: _Opened | None = None
_listeners: list[Callable[[bool], None]] = []


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
        _opened.log = _identity(log_of(_opened.file))
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


def is_own_log() -> bool:
    """Say whether the log in the store's place is the one that the open store writes to."""
    return _opened is not None and _identity(log_of(_opened.file)) == _opened.log


def log_of(file: Path) -> Path:
    """Return where the log of a store lies."""
    return file.with_name(file.name + LOG)


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


def listen(listener: Callable[[bool], None]) -> Callable[[], None]:
    """Call ``listener`` when a write finds the store gone (False) or it was put back (True).

    Returns how to stop that.
    """
    _listeners.append(listener)

    def stop() -> None:
        if listener in _listeners:
            _listeners.remove(listener)

    return stop


def tell(*, is_back: bool) -> None:
    """Tell who listens that the store was found gone, or was put back."""
    for listener in tuple(_listeners):
        listener(is_back)


def check() -> None:
    """See to it before a write that the store is in its place.

    Where it is gone and its place is empty, it is written back there from what is open. Raises
    NotSavedError where that cannot be: the write would be lost.
    """
    if place() is not Place.THERE:
        from rebound_desktop.store import returning

        try:
            returning.come_back()
        except NotSavedError:
            tell(is_back=False)
            raise


def gone() -> NotSavedError:
    """Return what to tell of a write, where the store is gone and cannot be put back now."""
    assert _opened is not None
    if place() is Place.NO_FOLDER:
        return FolderGoneError(
            f"This could not be saved: the folder of your data is gone, {_opened.file.parent}. "
            f"Put it back, then try again."
        )
    if place() is Place.ANOTHER:
        return NotSavedError(
            f"This could not be saved: another file has taken the place of your store, "
            f"{_opened.file}. Give it another name, then try again."
        )
    return NotSavedError(
        f"This could not be saved: your store is gone from its place, {_opened.file}. Put it "
        f"back, then try again."
    )


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
        happened = (
            f"Your store is gone from its place, {file}, and cannot be written back now. Put it "
            f"back, then try again."
        )
    return (
        f"{happened} Nothing is saved until then. Keep Rebound open: if the store was deleted, "
        f"your records are in this window only."
    )


def _identity(file: Path) -> _Identity | None:
    try:
        facts = os.stat(file)
    except OSError:
        return None
    return facts.st_dev, facts.st_ino
