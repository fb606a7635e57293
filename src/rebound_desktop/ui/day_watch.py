"""Notices that time has passed, with the window open or after the laptop slept."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from rebound_desktop.core import clock

#: How often it looks. A timer set to midnight would be late after the laptop slept.
_MINUTE_MS = 60_000


class DayWatch(QObject):
    """Compares dates each minute, and whenever it is asked to look.

    ``new_day`` when the day is another one, in either direction; ``looked`` after each look.
    """

    new_day = Signal()
    looked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._day = clock.today()
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE_MS)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more, as when the window closes and the store after it."""
        self._timer.stop()

    def look(self) -> None:
        """Look now; nothing happens before the start or after the end."""
        if not self._timer.isActive():
            return
        if clock.today() != self._day:
            self._day = clock.today()
            self.new_day.emit()
        self.looked.emit()
