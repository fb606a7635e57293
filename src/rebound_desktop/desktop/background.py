"""Work that takes longer than one picture on the screen: in a thread beside the window."""

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from rebound_desktop.store.errors import StoreError


class Job(QObject):
    """One piece of work. Exactly one of its two signals comes, in the thread that made the job.

    ``done`` carries what the work returned; ``refused`` the sentence of a StoreError, or an empty
    text after an unexpected error, which went to the log.
    """

    done = Signal(object)
    refused = Signal(str)

    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work

    def start(self) -> None:
        """Begin; the job keeps itself alive until it has ended."""
        _running.add(self)
        self.done.connect(self._end)
        self.refused.connect(self._end)
        QThreadPool.globalInstance().start(self._run)

    def _run(self) -> None:
        try:
            result = self._work()
        except StoreError as error:
            self.refused.emit(str(error))
        except Exception:
            kind, error_, trace = sys.exc_info()
            assert kind is not None
            assert error_ is not None
            sys.excepthook(kind, error_, trace)
            self.refused.emit("")
        else:
            self.done.emit(result)

    def _end(self, _result: object) -> None:
        # Not within its own signal, which would take the job away from under it.
        QTimer.singleShot(0, lambda: _running.discard(self))


_running: set[Job] = set()


def wait() -> None:
    """Wait until all work has ended, as before the program quits."""
    QThreadPool.globalInstance().waitForDone()
    _running.clear()
