"""Quitting when the system asks for it: at the end of a session, or with Ctrl+C in a terminal."""

import os
import signal

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class QuitSignals(QObject):
    """Emits ``asked`` when the process is sent SIGTERM, SIGINT or SIGHUP.

    Python notes a signal only when its own code runs next, which may be long after; so the byte
    that it writes to a pipe at once wakes the event loop. On Windows there are no such signals.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if os.name != "posix":
            return
        self._reading, writing = os.pipe()
        for end in (self._reading, writing):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        for each in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(each, lambda _number, _frame: None)
        self._notifier = QSocketNotifier(self._reading, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)

    def _take(self) -> None:
        os.read(self._reading, 64)
        self.asked.emit()
