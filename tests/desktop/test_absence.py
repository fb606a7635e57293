"""Whether somebody is there: minutes without input, and sleep."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from rebound_desktop.desktop import absence
from rebound_desktop.desktop.absence import Absence


class Clocks:
    """A clock that stands still during sleep, and one that goes on."""

    def __init__(self) -> None:
        self.awake = 1000.0
        self.asleep = 0.0

    def work(self, seconds: float) -> None:
        self.awake += seconds

    def sleep(self, seconds: float) -> None:
        self.asleep += seconds


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> Clocks:
    made = Clocks()
    monkeypatch.setattr(absence, "_awake", lambda: made.awake)
    monkeypatch.setattr(absence, "_awake_and_asleep", lambda: made.awake + made.asleep)
    monkeypatch.setattr(absence, "_follow_bus", lambda _absence: False)
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_minutes_without_input_count_as_idle(qtbot: QtBot, clocks: Clocks, window: QWidget) -> None:
    watch = Absence(window)
    watch.start(5, sleep=True)
    clocks.work(299)
    with qtbot.assertNotEmitted(watch.idle):
        watch.look()
    clocks.work(2)
    with qtbot.waitSignal(watch.idle):
        watch.look()
    watch.stop()


@pytest.mark.parametrize("with_mouse", [False, True])
def test_a_key_or_the_mouse_begins_it_anew(
    qtbot: QtBot, clocks: Clocks, window: QWidget, with_mouse: bool
) -> None:
    watch = Absence(window)
    watch.start(5, sleep=True)
    clocks.work(290)
    handle = window.windowHandle()
    if with_mouse:
        QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(handle, Qt.Key.Key_A)
    clocks.work(20)
    with qtbot.assertNotEmitted(watch.idle):
        watch.look()
    watch.stop()


def test_never_is_never(qtbot: QtBot, clocks: Clocks, window: QWidget) -> None:
    watch = Absence(window)
    watch.start(0, sleep=True)
    clocks.work(100_000)
    with qtbot.assertNotEmitted(watch.idle):
        watch.look()
    watch.stop()


def test_sleep_is_noticed_on_waking(qtbot: QtBot, clocks: Clocks, window: QWidget) -> None:
    watch = Absence(window)
    watch.start(60, sleep=True)
    clocks.work(5)
    with qtbot.assertNotEmitted(watch.slept):
        watch.look()
    clocks.sleep(3600)
    with qtbot.waitSignal(watch.slept):
        watch.look()
    watch.start(60, sleep=False)
    clocks.sleep(300)
    with qtbot.assertNotEmitted(watch.slept):
        watch.look()
    watch.stop()


def test_the_system_says_so_before(qtbot: QtBot, clocks: Clocks, window: QWidget) -> None:
    watch = Absence(window)
    watch.start(0, sleep=True)
    with qtbot.assertNotEmitted(watch.slept):
        watch.take_sleep(False)
    with qtbot.waitSignal(watch.slept):
        watch.take_sleep(True)
    watch.stop()
    with qtbot.assertNotEmitted(watch.slept):
        watch.take_sleep(True)
