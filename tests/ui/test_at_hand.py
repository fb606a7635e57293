"""The tray and the form for a win, as the window uses them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit

from rebound_desktop.desktop import tray
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import stories
from rebound_desktop.ui.main_window import MainWindow


@pytest.fixture
def window(show_window: Callable[[], MainWindow], settings: Settings) -> Iterator[MainWindow]:
    made = show_window()
    yield made
    settings.values.tray = False
    made.at_hand.follow_settings()
    made.close()


@pytest.fixture
def in_tray(window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> tray.Tray:
    monkeypatch.setattr(tray, "is_available", lambda: True)
    settings.values.tray = True
    window.at_hand.follow_settings()
    (found,) = window.at_hand.findChildren(tray.Tray)
    return found


def dialog(window: MainWindow) -> QDialog:
    return next(each for each in window.findChildren(QDialog) if each.isVisible())


def choose(shown: tray.Tray, start: str) -> None:
    shown.menu.aboutToShow.emit()
    next(each for each in shown.menu.actions() if each.text().startswith(start)).trigger()


def test_it_is_off_until_somebody_wants_it(window: MainWindow, settings: Settings) -> None:
    assert settings.values.tray is False
    window.at_hand.follow_settings()
    assert window.at_hand.findChildren(tray.Tray) == []


def test_without_a_tray_the_setting_says_so(window: MainWindow) -> None:
    window.open_settings()
    (box,) = [each for each in dialog(window).findChildren(QCheckBox) if "tray" in each.text()]
    if not tray.is_available():
        assert not box.isEnabled()
        assert box.accessibleDescription() == "This desktop has no tray."


def test_it_is_switched_in_the_settings(
    window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tray, "is_available", lambda: True)
    window.open_settings()
    (box,) = [each for each in dialog(window).findChildren(QCheckBox) if "tray" in each.text()]
    box.click()
    assert Settings(settings.folder).values.tray is True
    assert len(window.at_hand.findChildren(tray.Tray)) == 1
    box.click()
    assert Settings(settings.folder).values.tray is False
    assert not any(each.icon.isVisible() for each in window.at_hand.findChildren(tray.Tray))


def test_a_story_is_copied_from_the_tray(window: MainWindow, in_tray: tray.Tray) -> None:
    for number in range(7):
        stories.add({"title": f"Story {number}", "action": f"I did {number}."})
    choose(in_tray, "Story 3")
    assert QGuiApplication.clipboard().text() == "I did 3."
    in_tray.menu.aboutToShow.emit()
    offered = [each.text() for each in in_tray.menu.actions() if each.text().startswith("Story")]
    assert offered == ["Story 3", "Story 6", "Story 5", "Story 4", "Story 2"]


def test_a_win_is_logged_from_the_tray(window: MainWindow, in_tray: tray.Tray) -> None:
    choose(in_tray, "Log one win")
    form = dialog(window)
    form.accept()
    assert form.isVisible(), "an empty line is no win"
    line = form.findChild(QLineEdit)
    assert line is not None
    line.setText("  A customer   wrote to thank me ")
    form.accept()
    assert not form.isVisible()
    story = stories.get(1)
    assert story is not None
    assert story.title == "A customer wrote to thank me"


def test_bad_news_from_the_tray_waits_while_something_else_is_written(
    window: MainWindow, in_tray: tray.Tray
) -> None:
    window.at_hand.log_win()
    choose(in_tray, "I got bad news")
    assert len([each for each in window.findChildren(QDialog) if each.isVisible()]) == 1
    dialog(window).close()
    choose(in_tray, "I got bad news")
    dialog(window).close()


def test_quit_in_the_tray_closes_the_window(window: MainWindow, in_tray: tray.Tray) -> None:
    choose(in_tray, "Quit")
    assert not window.isVisible()
