"""How the tests of the window and of its pages bring one to the screen."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from rebound_desktop.desktop import background
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.pages.page import Page


@pytest.fixture
def show_window(
    qtbot: QtBot, settings: Settings, signals: StoreSignals
) -> Iterator[Callable[[], MainWindow]]:
    """Show the window on the test's store, in front; what it does beside itself is waited for."""

    def show() -> MainWindow:
        made = MainWindow(settings, signals)
        qtbot.addWidget(made)
        with qtbot.waitActive(made):
            made.show()
        return made

    yield show
    background.wait()


@pytest.fixture
def show_page(qtbot: QtBot, signals: StoreSignals) -> Callable[[Page], None]:
    """Show a page by itself, in front, as wide as in a window of the usual size."""

    def show(page: Page) -> None:
        qtbot.addWidget(page)
        signals.changed.connect(page.take_change)
        page.resize(1060, 780)
        with qtbot.waitActive(page):
            page.show()
        page.open()

    return show
