"""Nothing that a part of the window, a page or the settings says goes unheard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal

from rebound_desktop.ui.dialogs.settings_dialog import SettingsDialog
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.page_stack import PAGES
from rebound_desktop.ui.pages.page import Page
from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard


@pytest.fixture
def window(show_window: Callable[[], MainWindow]) -> MainWindow:
    return show_window()


def _unheard(said_by: QObject, kind: type[QObject]) -> list[str]:
    """Return the signals that a class declares and nobody listens to."""
    declared = {name for name, value in vars(kind).items() if isinstance(value, Signal)}
    meta = said_by.metaObject()
    methods = [meta.method(place) for place in range(meta.methodCount())]
    heard = {str(each.name().toStdString()) for each in methods if said_by.isSignalConnected(each)}
    assert declared
    return sorted(declared - heard)


@pytest.mark.parametrize("key", PAGES)
def test_what_a_page_asks_for_is_heard(window: MainWindow, key: str) -> None:
    assert _unheard(window.show_page(key), Page) == []


@pytest.mark.parametrize(
    "part",
    "side_bar locking encrypting safekeeping at_hand reminders day_watch letters undoing".split(),
)
def test_what_a_part_says_is_heard(window: MainWindow, part: str) -> None:
    said_by = getattr(window, part)
    assert _unheard(said_by, type(said_by)) == []


def test_what_the_settings_and_the_wizard_ask_for_is_heard(window: MainWindow) -> None:
    window.open_settings()
    settings = window.findChild(SettingsDialog)
    assert settings is not None
    assert _unheard(settings, SettingsDialog) == []
    settings.close()
    window.open_wizard()
    wizard = window.findChild(ReflectionWizard)
    assert wizard is not None
    assert _unheard(wizard, ReflectionWizard) == []
    wizard.close()
