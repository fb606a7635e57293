"""What all tests share: a store of their own, and an application without a screen."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("REBOUND_TODAY", None)

import pytest
from hypothesis import settings as hypothesis_settings
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from rebound_desktop.app import make_application
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import database, encryption, unlocking
from rebound_desktop.ui.theme import theme

# A run of all checks tries the same examples each time, so that it says something about the
# change; new ones are looked for while working. How long one takes depends on the machine.
hypothesis_settings.register_profile("work", deadline=None)
hypothesis_settings.register_profile("all-checks", deadline=None, derandomize=True)
hypothesis_settings.load_profile("all-checks" if os.environ.get("CI") else "work")


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    application = make_application()
    theme().set("light", 100)
    return application


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Path]:
    """Open an empty store in a folder of its own; gives the folder."""
    folder = tmp_path / "data"
    database.open_store(folder)
    yield folder
    database.close_store()


@pytest.fixture
def settings(store: Path) -> Settings:
    made = Settings(store)
    made.take_personal()
    return made


@pytest.fixture
def signals(store: Path, qapp: QApplication) -> Iterator[StoreSignals]:
    made = StoreSignals()
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def _no_key_left_behind(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # That a wrong passphrase is slow has a test of its own.
    monkeypatch.setattr(unlocking, "_SLOW_S", (0.0, 0.0))
    yield
    encryption.wipe()


@pytest.fixture(autouse=True)
def _no_window_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    application = QApplication.instance()
    if not isinstance(application, QApplication) or "qtbot" not in request.fixturenames:
        return
    # What a test closed is gone before the next one begins, as after a turn of the event loop.
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [each for each in application.topLevelWidgets() if each.isVisible()]
    for each in left:
        each.close()
        each.deleteLater()
    application.processEvents()
    # Nor does a key stay held: a view asks for them when a row is chosen, in the next test too.
    QTest.keyRelease(QWidget(), Qt.Key.Key_Control, Qt.KeyboardModifier.NoModifier)
    assert not left, f"windows left open: {[type(each).__name__ for each in left]}"
