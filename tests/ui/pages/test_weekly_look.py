"""The weekly look: off until it is wanted, offered quietly, and saved as it is typed."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import applications, followups, stories
from rebound_desktop.ui.dialogs.settings_dialog import SettingsDialog
from rebound_desktop.ui.dialogs.weekly_look_dialog import WeeklyLookDialog
from rebound_desktop.ui.pages.page import Page
from rebound_desktop.ui.pages.today import TodayPage
from rebound_desktop.ui.widgets.text import PlainLabel

FRIDAY = "2027-03-26T17:00"


@pytest.fixture
def page(
    show_page: Callable[[Page], None], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> TodayPage:
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-24T12:00")
    stories.add({"title": "Ovens and orders"})
    made = TodayPage(settings)
    show_page(made)
    return made


def _switch_on(qtbot: QtBot, settings: Settings) -> None:
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.reminders.weekday.isEnabled()
    dialog.reminders.weekly.click()
    dialog.accept()
    assert Settings(settings.folder).values.weekly_look is True


def _dialog(page: TodayPage) -> WeeklyLookDialog:
    found = [each for each in page.findChildren(WeeklyLookDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def _texts(dialog: WeeklyLookDialog) -> list[str]:
    return [each.text() for each in dialog.findChildren(PlainLabel)]


def test_it_waits_for_its_day_and_is_off_until_wanted(
    qtbot: QtBot, page: TodayPage, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REBOUND_TODAY", FRIDAY)
    page.open()
    assert page.week.isHidden()
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-24T12:00")
    _switch_on(qtbot, settings)
    for now, offered in (("2027-03-25", False), ("2027-03-26", True), ("2027-03-28", True)):
        monkeypatch.setenv("REBOUND_TODAY", now)
        page.open()
        assert page.week.isVisible() is offered


def test_later_is_tomorrow_and_not_this_week_is_the_next_one(
    qtbot: QtBot, page: TodayPage, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    _switch_on(qtbot, settings)
    monkeypatch.setenv("REBOUND_TODAY", FRIDAY)
    page.open()
    with qtbot.waitSignal(page.said) as said:
        page.week.later.click()
    assert said.args == ["The weekly look comes tomorrow."]
    assert page.week.isHidden()
    monkeypatch.setenv("REBOUND_TODAY", "2027-03-27")
    page.open()
    assert page.week.isVisible()
    page.week.skip.click()
    assert Settings(settings.folder).values.weekly_look_after == "2027-04-02"
    sizes = {each.sizeHint().height() for each in (page.week.now, page.week.later, page.week.skip)}
    assert len(sizes) == 1


def test_it_says_what_was_done_and_what_is_open_and_keeps_the_plan(
    qtbot: QtBot, page: TodayPage, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    _switch_on(qtbot, settings)
    monkeypatch.setenv("REBOUND_TODAY", FRIDAY)
    page.open()
    applications.add({"company": "Tailspin"})
    followups.finish(followups.add(FollowUpKind.OTHER, "Renew the pass", date(2027, 3, 26)).id)
    followups.add(FollowUpKind.OTHER, "Call the bank", date(2027, 3, 26))
    page.week.now.click()
    dialog = _dialog(page)
    texts = _texts(dialog)
    for expected in (
        "Renew the pass",
        "Ovens and orders",
        "Call the bank",
        "One application has no next step.",
    ):
        assert expected in texts
    qtbot.keyClicks(dialog.if_edit, "it rains")
    qtbot.waitUntil(lambda: any(each.kind == "plan" for each in followups.open_ones()))
    qtbot.keyClicks(dialog.then_edit, "I write")
    dialog.ready.click()
    (plan,) = [each for each in followups.open_ones() if each.kind == "plan"]
    assert plan.title == "If it rains, I will I write"
    assert plan.due_on == date(2027, 3, 29)
    assert page.week.isHidden()


def test_a_plan_that_is_still_to_come_is_shown_again(
    qtbot: QtBot, page: TodayPage, settings: Settings
) -> None:
    page.week.look_asked.emit()
    first = _dialog(page)
    qtbot.keyClicks(first.then_edit, "write to Sam")
    first.later.click()
    page.week.look_asked.emit()
    second = _dialog(page)
    assert second.then_edit.toPlainText() == "write to Sam"
    second.reject()
    assert len(followups.open_ones()) == 1
