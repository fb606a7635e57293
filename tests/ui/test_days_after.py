"""The days after a no: the program is started again and again, on days that the test sets."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from rebound_desktop.core.reflection import Step
from rebound_desktop.core.vocabulary import ReflectionPath, Stage
from rebound_desktop.desktop import background
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import bad_news, database, followups, reflections
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.pages.today_to_do_row import ToDoRow
from rebound_desktop.ui.widgets.notices import Notices
from rebound_desktop.ui.wizard.ask_feedback import AskFeedbackPage
from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard


class Program:
    """A data folder, with which the program is started on one day after another."""

    def __init__(self, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder
        self._qtbot = qtbot
        self._monkeypatch = monkeypatch

    @contextmanager
    def start(self, now: str) -> Iterator[MainWindow]:
        self._monkeypatch.setenv("REBOUND_TODAY", now)
        database.open_store(self._folder)
        signals = StoreSignals()
        window = MainWindow(Settings(self._folder), signals)
        self._qtbot.addWidget(window)
        window.show()
        window.show_page("today")
        QApplication.processEvents()
        window.reminders.look()
        try:
            yield window
        finally:
            background.wait()
            window.close()
            signals.stop()
            database.close_store()

    def told(self, now: str) -> tuple[str, set[str]]:
        """Start on a day; return what the window says, and what it lists as due."""
        with self.start(now) as window:
            rows = [
                (each.title.text(), each.pill.property("tone"))
                for each in window.findChildren(ToDoRow)
            ]
            due = {title for title, tone in rows if tone == "due"}
            entries = window.side_bar.findChildren(QPushButton)
            today = next(each for each in entries if each.text() == "Today")
            assert today.accessibleDescription() == (f"{len(due)} due" if due else "")
            return Notices.of(window).sentence("reminder"), due


@pytest.fixture
def program(tmp_path: Path, qapp: object, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Program:
    return Program(tmp_path / "data", qtbot, monkeypatch)


def _through_the_wizard(window: MainWindow, on: date) -> dict[str, date]:
    """Take the page for feedback, with everything it offers; return what is planned by its kind."""
    made = bad_news.begin("Contoso", "Analyst", on=on, reached=Stage.FINAL, path=ReflectionPath.ALL)
    reflections.go_to(reflections.begin(made.id).id, Step.FEEDBACK)
    window.open_wizard(made.id)
    wizard = window.findChild(ReflectionWizard)
    assert wizard is not None
    page = wizard.step_page(Step.FEEDBACK)
    assert isinstance(page, AskFeedbackPage)
    page.to_name.setText("Priya Nair")
    page.look_again.click()
    wizard.next()
    wizard.reject()
    return {each.kind: each.due_on for each in followups.open_ones()}


@pytest.mark.parametrize("news", ["2027-03-13", "2027-03-27", "2027-10-30", "2027-11-06"])
def test_what_the_wizard_planned_comes_on_its_days_over_the_clock_changes(
    program: Program, news: str
) -> None:
    on = date.fromisoformat(news)
    with program.start(f"{news}T15:00") as window:
        planned = _through_the_wizard(window, on)
        titles = {each.kind: each.title for each in followups.open_ones()}
    letter, nudge = planned["thank_you"], planned["nudge"]
    assert [(letter - on).days, (nudge - on).days] == [1, 9]
    assert program.told(f"{news}T19:00") == ("", set())
    assert program.told(f"{letter}T07:30") == ("", {titles["thank_you"]})
    expected = f"Due now: {titles['thank_you']}"
    assert program.told(f"{letter}T09:00") == (expected, {titles["thank_you"]})
    assert program.told(f"{letter}T09:00") == ("", {titles["thank_you"]})
    both = {titles["thank_you"], titles["nudge"]}
    assert program.told(f"{nudge}T12:00") == (f"Due now: {titles['nudge']}", both)


def test_two_weeks_asleep_are_caught_up_once(program: Program) -> None:
    with program.start("2027-03-20T15:00") as window:
        planned = _through_the_wizard(window, date(2027, 3, 20))
    assert max(planned["thank_you"], planned["nudge"]) < date(2027, 4, 3)
    said, due = program.told("2027-04-03T10:00")
    assert said == "2 things became due while you were away."
    assert len(due) == 2
    assert program.told("2027-04-03T10:01")[0] == ""
    assert program.told("2027-04-04T10:00")[0] == ""


def test_what_is_done_never_comes_again(program: Program) -> None:
    with program.start("2027-03-20T15:00") as window:
        planned = _through_the_wizard(window, date(2027, 3, 20))
    with program.start(f"{planned['thank_you']}T10:00"):
        for each in followups.open_ones():
            followups.finish(each.id)
    for day in (planned["nudge"], planned["look_again"], date(2028, 3, 21)):
        assert program.told(f"{day}T10:00") == ("", set())
