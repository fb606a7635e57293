"""Reminders as they are seen: a line in the window, and a notification where there is a tray."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.desktop import background, tray
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import followups
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.pages.today_to_do_row import ToDoRow
from rebound_desktop.ui.widgets.notices import Notices


@pytest.fixture
def window(
    show_window: Callable[[], MainWindow], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-27T19:00")
    monkeypatch.setattr(tray, "is_available", lambda: True)
    made = show_window()
    yield made
    settings.values.tray = False
    made.at_hand.follow_settings()
    background.wait()
    made.close()


@pytest.fixture
def notified(window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what the tray was asked to show."""
    found: list[str] = []
    monkeypatch.setattr(tray.Tray, "notify", lambda _tray, sentence: found.append(sentence))
    settings.values.tray = True
    window.at_hand.follow_settings()
    return found


def _line(window: MainWindow) -> str:
    return Notices.of(window).sentence("reminder")


def _press(window: MainWindow, text: str) -> None:
    Notices.of(window).buttons("reminder")[text]()


def _due_count(window: MainWindow) -> str:
    entries = window.side_bar.findChildren(QPushButton)
    return next(each for each in entries if each.text() == "Today").accessibleDescription()


def test_over_the_clock_change_with_the_window_open(
    window: MainWindow, notified: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    followups.add(FollowUpKind.OTHER, "Write to Northwind", date(2027, 3, 28))
    followups.add(FollowUpKind.OTHER, "Call", date(2027, 3, 28), at_time="02:30")
    window.show_page("rejections")
    told = []
    for now in ("2027-03-28T00:00", "2027-03-28T03:00", "2027-03-28T09:00", "2027-03-28T09:01"):
        monkeypatch.setenv("REBOUND_TODAY", now)
        window.day_watch.look()
        told.append(_line(window))
    assert told[:2] == ["", ""]
    assert told[2] == told[3] == "2 things you planned are due now."
    assert notified == ["2 things you planned are due now."]
    assert _due_count(window) == "2 due"
    _press(window, "Show")
    assert _line(window) == ""
    rows = window.findChildren(ToDoRow)
    assert {each.title.text() for each in rows} == {"Call", "Write to Northwind"}


def test_two_weeks_asleep_are_one_message(
    window: MainWindow, notified: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in (28, 29, 30):
        followups.add(FollowUpKind.OTHER, f"Number {day}", date(2027, 3, day))
    monkeypatch.setenv("REBOUND_TODAY", "2027-04-10T10:00")
    for _ in range(3):
        window.day_watch.look()
    assert notified == ["3 things became due while you were away."]
    _press(window, "Dismiss")
    window.day_watch.look()
    assert _line(window) == ""


def test_names_stay_in_the_window_unless_allowed(
    window: MainWindow,
    settings: Settings,
    notified: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    followups.add(FollowUpKind.OTHER, "Write to Northwind", date(2027, 3, 28))
    followups.add(FollowUpKind.OTHER, "Call Tailspin", date(2027, 3, 29))
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-28T10:00")
    window.day_watch.look()
    assert _line(window) == "Due now: Write to Northwind"
    settings.values.reminder_names = True
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-29T10:00")
    window.day_watch.look()
    assert notified == ["Something you planned is due today.", "Due now: Call Tailspin"]


def test_nothing_is_said_in_the_quiet_hours_or_when_switched_off(
    window: MainWindow,
    settings: Settings,
    notified: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    followups.add(FollowUpKind.OTHER, "Late", date(2027, 3, 27), at_time="21:00")
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-27T21:30")
    window.day_watch.look()
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-28T08:30")
    settings.values.reminders = False
    window.day_watch.look()
    assert (_line(window), notified) == ("", [])
    settings.values.reminders = True
    window.day_watch.look()
    assert notified == ["Something you planned became due."]


def test_the_line_goes_with_what_it_told_of(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = followups.add(FollowUpKind.OTHER, "Write", date(2027, 3, 28))
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-28T10:00")
    window.day_watch.look()
    assert _line(window) == "Due now: Write"
    followups.finish(made.id)
    assert _line(window) == ""


def test_a_click_on_the_notification_opens_today(window: MainWindow, notified: list[str]) -> None:
    window.show_page("people")
    (shown,) = window.at_hand.findChildren(tray.Tray)
    shown.icon.messageClicked.emit()
    assert window.focusWidget() is not None
    entries = window.side_bar.findChildren(QPushButton)
    assert next(each for each in entries if each.text() == "Today").isChecked()
