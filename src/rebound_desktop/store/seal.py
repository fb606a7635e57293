"""The seal: what a store's file was like when it was closed, to notice what happened since.

A store that is open has no seal. So a missing one means that the program was ended from outside,
and one that does not fit means that something else wrote into the file.
"""

import json
import os
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

from rebound_desktop.store.connecting import INDEX, is_folded

FILE_NAME = "rebound.seal"


class Seal(Enum):
    """What the seal says of a store's file."""

    WHOLE = auto()  # as it was when it was closed
    MISSING = auto()  # it was not closed
    BROKEN = auto()  # closed, and changed since


def put_on(store: Path) -> None:
    """Note what a closed store's file is like; without success the next start looks closer."""
    with suppress(OSError):
        if not is_folded(store) or store.with_name(store.name + INDEX).exists():
            return  # another program has it open
        facts = store.stat()
        content = {"size": facts.st_size, "time": facts.st_mtime_ns, "digest": _digest(store)}
        temporary = store.with_name(FILE_NAME + ".unfinished")
        try:
            descriptor = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                json.dump(content, file)
            os.replace(temporary, store.with_name(FILE_NAME))
        finally:
            temporary.unlink(missing_ok=True)


def look(store: Path) -> Seal:
    """Return what the seal says; the file's content is read only where its time has changed."""
    if not is_folded(store):
        return Seal.MISSING
    try:
        noted = json.loads(store.with_name(FILE_NAME).read_text(encoding="ascii"))
        facts = store.stat()
        if (noted["size"], noted["time"]) == (facts.st_size, facts.st_mtime_ns):
            return Seal.WHOLE
        # A copy, or a file that was put back, has another time and the same content.
        same = noted["size"] == facts.st_size and noted["digest"] == _digest(store)
        return Seal.WHOLE if same else Seal.BROKEN
    except (OSError, ValueError, KeyError, TypeError):
        return Seal.MISSING


def take_off(store: Path) -> None:
    """Remove the seal, as when the store is opened."""
    with suppress(OSError):
        store.with_name(FILE_NAME).unlink(missing_ok=True)


def _digest(store: Path) -> str:
    import hashlib  # only here: most starts compare the time alone

    with store.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").hexdigest()
