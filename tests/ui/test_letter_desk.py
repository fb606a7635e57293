"""The window with letters in it: what opens them, and requests that come to rest."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from rebound_desktop.core.vocabulary import FeedbackState, FollowUpKind, ReflectionPath, Stage
from rebound_desktop.store import bad_news, feedback, followups
from rebound_desktop.store.tables import FeedbackRequest
from rebound_desktop.ui.dialogs.letter_dialog import LetterDialog
from rebound_desktop.ui.dialogs.template_dialog import TemplateDialog
from rebound_desktop.ui.main_window import MainWindow


def _asked(company: str) -> int:
    made = bad_news.begin(
        company, "", on=date(2026, 11, 20), reached=Stage.FINAL, path=ReflectionPath.ALL
    )
    request = feedback.draft(made.id)
    feedback.set_state(request.id, FeedbackState.SENT, date(2026, 11, 21))
    feedback.set_nudged(request.id, date(2026, 11, 29))
    return int(request.id)


@pytest.fixture
def window(show_window: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setenv("REBOUND_TODAY", "2026-12-12")
    return show_window()


def test_a_request_comes_to_rest_on_a_new_day(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = _asked("Contoso")
    window.day_watch.look()
    assert FeedbackRequest.get_by_id(request).state == FeedbackState.WAITING
    monkeypatch.setenv("REBOUND_TODAY", "2026-12-13")
    with qtbot.waitSignal(window.letters.said) as said:
        window.day_watch.look()
    assert said.args == ["No answer from Contoso: the request rests now. You can take it up again."]
    assert FeedbackRequest.get_by_id(request).state == FeedbackState.NO_REPLY


def test_several_come_to_rest_in_one_step(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests = [_asked("Contoso"), _asked("Fabrikam")]
    monkeypatch.setenv("REBOUND_TODAY", "2027-01-15")
    with qtbot.waitSignal(window.letters.said) as said:
        window.day_watch.look()
    assert said.args == ["2 requests had no answer and rest now."]
    window.undoing.undo()
    assert {FeedbackRequest.get_by_id(each).state for each in requests} == {"waiting"}


def test_the_letter_of_a_follow_up_opens_and_is_copied(qtbot: QtBot, window: MainWindow) -> None:
    made = followups.add(FollowUpKind.MESSAGE, "Write to Ana", date(2026, 12, 12), draft="Hello")
    window.show_page("today").letter_asked.emit(made.id)
    dialog = window.findChild(LetterDialog)
    assert dialog is not None
    with qtbot.waitSignal(window.letters.copy_asked) as copied:
        dialog.letter_actions.copy.click()
    assert copied.args == ["Hello", "the letter"]
    dialog.accept()


def test_the_menu_opens_the_templates(window: MainWindow) -> None:
    entry = next(
        each for each in window.findChildren(QAction) if each.text() == "Letter templates…"
    )
    entry.trigger()
    dialog = window.findChild(TemplateDialog)
    assert dialog is not None
    dialog.accept()
