"""The program's log: technical facts, never a word that the person wrote."""

import logging
import logging.handlers
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

FOLDER = "logs"


def start(folder: Path, told: Callable[[], None]) -> None:
    """Write warnings and tracebacks to ``logs/rebound.log`` in the data folder.

    ``told`` is called after an unexpected error was written down, to tell the person. Messages
    of exceptions are left out: they may hold what the person typed.
    """
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = logging.handlers.RotatingFileHandler(
        place / "rebound.log", maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        frames = "".join(traceback.format_tb(trace))
        logging.getLogger("rebound").error("unexpected %s\n%s", kind.__name__, frames)
        told()

    sys.excepthook = note
    threading.excepthook = lambda args: note(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
