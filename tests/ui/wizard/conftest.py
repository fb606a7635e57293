"""A wizard on a screen that is not there, and ways to reach what is on it."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard

Open = Callable[..., ReflectionWizard]


@pytest.fixture
def open_wizard(qtbot: QtBot, settings: Settings) -> Iterator[Open]:
    """Give a function that opens a wizard, on a rejection or on new news."""
    made: list[ReflectionWizard] = []

    def open_(rejection_id: int = 0) -> ReflectionWizard:
        wizard = ReflectionWizard(settings, rejection_id)
        qtbot.addWidget(wizard)
        made.append(wizard)
        wizard.show()
        wizard.activateWindow()
        qtbot.waitExposed(wizard)
        return wizard

    yield open_
    for each in made:
        each.hide()
