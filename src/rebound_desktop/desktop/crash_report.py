"""A note that is there while the program runs, so that the next start knows how it ended.

The note holds no word of the person. Where Python itself breaks down, it writes into it which
functions were running; the next start makes a report of that, which is never sent anywhere.
"""

import faulthandler
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from rebound_desktop import __version__
from rebound_desktop.core import clock
from rebound_desktop.desktop.log import FOLDER

_NOTE = "running.txt"
#: How many reports are kept.
_KEPT = 5


@dataclass(frozen=True, slots=True)
class Ending:
    """How the last run ended, where it did not end well; ``report`` is None where it was killed."""

    report: Path | None


class CrashReport:
    """Watches over one run of the program on one data folder."""

    def __init__(self, folder: Path) -> None:
        self._place = folder / FOLDER
        self._file: TextIO | None = None

    def begin(self) -> Ending | None:
        """Note that the program runs; return how the last run ended, None where it ended well.

        A folder that cannot be written to is left to those who need it more.
        """
        with suppress(OSError):
            before = self._ending()
            self._place.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(self._place / _NOTE, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            self._file = os.fdopen(descriptor, "w", encoding="utf-8")
            self._file.write(
                f"Rebound {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n"
                f"began {clock.utc_stamp()}\n"
            )
            self._file.flush()
            faulthandler.enable(self._file)
            return before
        return None

    def end(self) -> None:
        """Note that the program ended well."""
        if self._file is None:
            return
        faulthandler.disable()
        with suppress(OSError):  # on a full disk what is left to write cannot be
            self._file.close()
        with suppress(OSError):
            (self._place / _NOTE).unlink()
        self._file = None

    def _ending(self) -> Ending | None:
        try:
            text = (self._place / _NOTE).read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return None
        if "Fatal Python error" not in text and "Current thread" not in text:
            return Ending(None)
        report = self._place / f"crash-{clock.now_local():%Y-%m-%d-%H%M%S}.txt"
        descriptor = os.open(report, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            # The person's name is often a part of where the program lies.
            file.write(text.replace(str(Path.home()), "~"))
        for older in sorted(self._place.glob("crash-*.txt"))[:-_KEPT]:
            older.unlink(missing_ok=True)
        return Ending(report)
