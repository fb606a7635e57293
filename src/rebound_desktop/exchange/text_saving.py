"""Saving a text as a file of its own, for any other program."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from rebound_desktop.core.plain_text import storable
from rebound_desktop.store import disk
from rebound_desktop.store.errors import StoreError


class TextSavingError(StoreError):
    """A place that does not take the file; the message is one plain sentence."""


def save_text(path: Path, text: str) -> None:
    """Write a text to a file in UTF-8, readable by its owner only, with one line break at the end.

    The file takes its name when it is complete, so that an older one is not lost on the way.
    Raises TextSavingError where the place cannot be written, DiskError where that is for want of
    room or rights.
    """
    temporary = path.with_name(path.name + ".unfinished")
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        descriptor = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(storable(text).rstrip("\n") + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        what = f"{path} cannot be written"
        raise disk.refused(error, what, "", path.parent, kind=TextSavingError) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
