"""The program's log: technical facts, never a word that the person wrote."""

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from rebound_desktop.store.errors import StoreError

FOLDER = "logs"
FILE_NAME = "rebound.log"
_MOST_BYTES = 500_000
_OLDER = 2  # files kept beside the current one


def start(folder: Path, told: Callable[[BaseException], None]) -> None:
    """Write the tracebacks of unexpected errors to ``logs/rebound.log`` in the data folder.

    ``told`` is called with each error, in whichever thread it came up; what the person can know
    of, such as a full disk, is not written down. Messages of exceptions are left out: they may
    hold what the person typed.
    """

    def take(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if not isinstance(error, StoreError):
            with suppress(OSError):  # the disk may be what is the matter
                _write(folder / FOLDER, kind, trace)
        told(error)

    def take_quietly(args: "sys.UnraisableHookArgs") -> None:
        """Note what came up where no error can be passed on; Python would print its message."""
        with suppress(OSError):
            _write(folder / FOLDER, args.exc_type, args.exc_traceback)

    sys.excepthook = take
    sys.unraisablehook = take_quietly
    threading.excepthook = lambda args: take(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def note(folder: Path, error: BaseException) -> Path | None:
    """Write down where an unexpected error came up, as :func:`start` does; return the file.

    None where that cannot be done; a data folder that is not there is not made for it.
    """
    if not folder.is_dir():
        return None
    try:
        _write(folder / FOLDER, type(error), error.__traceback__)
    except OSError:  # the disk may be what is the matter
        return None
    return folder / FOLDER / FILE_NAME


def _write(place: Path, kind: type[BaseException], trace: TracebackType | None) -> None:
    # Imported here: most starts never write a line, and the first window does not wait for them.
    import logging.handlers
    import traceback

    place.mkdir(exist_ok=True, mode=0o700)  # never the data folder, which may have been taken away
    handler = logging.handlers.RotatingFileHandler(
        place / FILE_NAME, maxBytes=_MOST_BYTES, backupCount=_OLDER, encoding="utf-8"
    )
    try:
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        frames = "".join(traceback.format_tb(trace))
        handler.handle(
            logging.LogRecord(
                "rebound", logging.ERROR, "", 0, f"unexpected {kind.__name__}\n{frames}", None, None
            )
        )
    finally:
        handler.close()
