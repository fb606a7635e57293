"""Notices that nobody is at the computer: no key and no mouse for some minutes, or it slept."""

import sys
import time
from typing import Any

from PySide6.QtCore import SLOT, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow

#: The keys that lock.
LOCK_KEYS = "Ctrl+L"

#: How often it looks, in milliseconds.
_LOOK_MS = 5_000
#: By how many seconds the clocks that stand still while the computer sleeps may fall behind.
_SLEPT_S = 20.0
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
# https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html
_LOGIN = ("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
_SLEEP_SIGNAL = "PrepareForSleep"


class Absence(QObject):
    """Emits ``idle`` after minutes without input, and ``slept`` before or after the system sleeps.

    ``keys_pressed`` when the keys for locking are pressed in any window, also in one that keeps
    the others from being used. It watches the windows of this program only, and asks nobody but
    the system's own message bus, which has to be there already.
    """

    idle = Signal()
    slept = Signal()
    keys_pressed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._minutes = 0
        self._last_input = _awake_and_asleep()
        self._clocks = (_awake(), _awake_and_asleep())
        self._note_sleep = False
        self._asks_bus = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self._application = application

    def start(self, minutes: int, *, sleep: bool) -> None:
        """Watch from now on; 0 minutes never count as idle, without ``sleep`` nor does sleep."""
        self._minutes = minutes
        self._note_sleep = sleep
        self._last_input = _awake_and_asleep()
        self._clocks = (_awake(), _awake_and_asleep())
        if not self._timer.isActive():
            self._application.focusWindowChanged.connect(self._watch)
            self._watch(self._application.focusWindow())
            self._timer.start()
        if sleep and not self._asks_bus:
            self._asks_bus = _follow_bus(self)

    def go_on(self) -> None:
        """Watch on where the timer was stopped with all others, as during long work."""
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        if self._timer.isActive():
            self._timer.stop()
            self._application.focusWindowChanged.disconnect(self._watch)

    def look(self) -> None:
        """Compare the clocks now."""
        awake, before = self._clocks
        self._clocks = (_awake(), _awake_and_asleep())
        missed = (self._clocks[1] - before) - (self._clocks[0] - awake)
        if self._note_sleep and missed > _SLEPT_S:
            self.slept.emit()
        elif self._minutes and self._clocks[1] - self._last_input >= 60 * self._minutes:
            self.idle.emit()

    @Slot(bool)
    def take_sleep(self, begins: bool) -> None:
        """Take the system's word that it goes to sleep, or (False) that it woke up."""
        if begins and self._note_sleep and self._timer.isActive():
            self.slept.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._last_input = _awake_and_asleep()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = event.keyCombination().toCombined()
            if QKeySequence(keys) == QKeySequence(LOCK_KEYS):
                self.keys_pressed.emit()
                return True
        return False

    def _watch(self, window: QWindow | None) -> None:
        # Each window as it gets the focus: a filter on the application would see every event.
        if window is not None:
            self._last_input = _awake_and_asleep()
            window.removeEventFilter(self)
            window.installEventFilter(self)


def _awake() -> float:
    """Return seconds of a clock that stands still while the computer sleeps."""
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_UPTIME_RAW)
    return time.monotonic()


def _awake_and_asleep() -> float:
    """Return seconds of a clock that goes on while the computer sleeps."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    # The other systems have none that nobody can set.
    return time.time() if boot is None else time.clock_gettime(boot)


def _follow_bus(absence: Absence) -> bool:
    """Ask the system's message bus to tell of sleep; say whether there is one."""
    if sys.platform != "linux":
        return False
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.systemBus()
    slot: Any = SLOT("take_sleep(bool)")
    return bus.isConnected() and bus.connect(*_LOGIN, _SLEEP_SIGNAL, absence, slot)
