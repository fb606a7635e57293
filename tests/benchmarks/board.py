"""The board with 2,000 applications: to open it, to scroll a column, to drag a card, to drop it."""

import random
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from rebound_desktop.app import make_application
from rebound_desktop.core import clock
from rebound_desktop.core.stages import EVENT_OF_STAGE
from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.application_board import MIME
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import database
from rebound_desktop.store.tables import database as connection
from tests.benchmarks.seeding import insert
from tests.benchmarks.timing import figures

COUNT = 2_000
_STAGES = (
    *(Stage.INTERESTED, Stage.APPLIED, Stage.SCREENING, Stage.ASSESSMENT),
    *(Stage.INTERVIEWING, Stage.FINAL, Stage.OFFER, Stage.CLOSED),
)
_BUTTONS, _KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_MOVE = Qt.DropAction.MoveAction


def seed(folder: Path, count: int = COUNT) -> None:
    """Fill a new store in a folder with made-up applications, and leave it open."""
    database.open_store(folder)
    chance = random.Random(11)
    today, stamp = clock.today(), "2026-01-01T00:00:00.000000Z"
    applications, events, steps = [], [], []
    for number in range(1, count + 1):
        stage = chance.choice(_STAGES)
        day = (today - timedelta(days=chance.randrange(90))).isoformat()
        record = (number, str(UUID(int=number)), stamp, stamp)
        company = f"Company {number % 613}"
        outcome = "no_reply" if stage is Stage.CLOSED else ""
        applications.append(
            (*record, company, company.lower(), f"Role {number}", stage, stage, outcome, day)
        )
        kind = "no_reply" if stage is Stage.CLOSED else str(EVENT_OF_STAGE[stage])
        events.append((*record, number, kind, day))
        if number % 2:
            due = (today + timedelta(days=chance.randrange(-5, 20))).isoformat()
            steps.append((*record, number, "next_step", "Ask how it stands", due, "open"))
    with connection.atomic():
        insert(
            "applications",
            "company, company_key, role, stage, furthest, outcome, last_event_on",
            applications,
        )
        insert("events", "application_id, kind, on_date", events)
        insert("follow_ups", "application_id, kind, title, due_on, state", steps)


def measure() -> list[tuple[str, float, float]]:
    """Return what was measured: a label, the median and the 95th percentile in milliseconds."""
    application = make_application()
    signals = StoreSignals(application)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seed(folder)
        board = _Board(application, folder, signals)
        try:
            results = [
                ("page opens", [board.opened]),
                ("a frame of scrolling", board.scroll()),
                ("a dragged card comes to a column", board.drag()),
                ("an arrow key", board.walk()),
                ("a card is dropped and stored", board.drop()),
            ]
        finally:
            board.close()
            signals.stop()
            database.close_store()
    return [
        (f"board ({COUNT:,} applications): {label}", *figures(times)) for label, times in results
    ]


class _Board:
    """The page Applications with its board in a window."""

    def __init__(self, application: QApplication, folder: Path, signals: StoreSignals) -> None:
        self._application = application
        self._window = QMainWindow()
        self._window.resize(1072, 800)
        self._window.show()
        application.processEvents()
        self.opened = self._time(lambda: self._show(folder, signals))

    def _show(self, folder: Path, signals: StoreSignals) -> None:
        from rebound_desktop.ui.pages.applications import ApplicationsPage

        self._page = ApplicationsPage(Settings(folder))
        signals.changed.connect(self._page.take_change)
        self._window.setCentralWidget(self._page)
        self._page.open()

    def close(self) -> None:
        """Put the window away."""
        self._window.close()
        self._window.deleteLater()
        self._application.processEvents()

    def scroll(self) -> list[float]:
        """Turn the wheel over a column to its end and back; return the time of each frame."""
        view = self._page.board.columns[Stage.APPLIED].cards.viewport()
        return [self._time(lambda way=way: _turn(view, way)) for way in [-120] * 120 + [120] * 120]

    def drag(self) -> list[float]:
        """Drag a card over all columns and back; return the time of each change of column.

        Within a column only the picture under the pointer moves, which the system paints.
        """
        frames = list(self._page.board.columns.values())
        data = _carried(1)
        times = []
        for frame in [*frames, *reversed(frames)] * 3:
            place = QPoint(20, 200)
            enter = QDragEnterEvent(place, _MOVE, data, _BUTTONS, _KEYS)
            times.append(self._send(frame, enter))
            self._send(frame, QDragMoveEvent(place, _MOVE, data, _BUTTONS, _KEYS))
            self._send(frame, QDragLeaveEvent())
        return times

    def walk(self) -> list[float]:
        """Go over the cards with the arrow keys; return the time of each key."""
        self._page.board.focus_cards()
        keys = [Qt.Key.Key_Down] * 30 + [Qt.Key.Key_Right] * 3 + [Qt.Key.Key_Down] * 30
        return [self._time(lambda key=key: QTest.keyClick(self._focused(), key)) for key in keys]

    def drop(self) -> list[float]:
        """Drop cards on other columns; return the time of each until all is painted again."""
        frames = self._page.board.columns
        times = []
        for number in range(1, 31):
            stage = (Stage.SCREENING, Stage.INTERVIEWING, Stage.OFFER)[number % 3]
            data = _carried(number)
            enter = QDragEnterEvent(QPoint(20, 200), _MOVE, data, _BUTTONS, _KEYS)
            self._send(frames[stage], enter)
            event = QDropEvent(QPointF(20, 200), _MOVE, data, _BUTTONS, _KEYS)
            times.append(self._send(frames[stage], event))
        return times

    def _focused(self) -> QWidget:
        return self._window.focusWidget() or self._page

    def _send(self, target: QWidget, event: object) -> float:
        return self._time(lambda: QApplication.sendEvent(target, event))  # type: ignore[arg-type]

    def _time(self, act: Callable[[], object]) -> float:
        """Return the milliseconds from an act until the window is painted and idle again."""
        start = time.perf_counter()
        act()
        self._application.processEvents()
        return (time.perf_counter() - start) * 1000


def _turn(view: QWidget, way: int) -> None:
    place = QPointF(view.width() / 2, view.height() / 2)
    QApplication.sendEvent(
        view,
        QWheelEvent(
            place,
            view.mapToGlobal(place),
            QPoint(),
            QPoint(0, way),
            Qt.MouseButton.NoButton,
            _KEYS,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def _carried(number: int) -> QMimeData:
    data = QMimeData()
    data.setData(MIME, str(number).encode())
    return data


if __name__ == "__main__":
    for label, middle, late in measure():
        print(f"{label:60} {middle:7.1f} ms median {late:7.1f} ms p95")
