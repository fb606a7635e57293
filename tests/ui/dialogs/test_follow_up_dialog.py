from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from rebound_desktop.core.vocabulary import FollowUpKind
from rebound_desktop.store import applications, followups
from rebound_desktop.ui.dialogs.follow_up_dialog import FollowUpDialog

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture(autouse=True)
def _a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", "2026-11-22")


def shown(qtbot: QtBot, dialog: FollowUpDialog) -> FollowUpDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_a_next_step_is_saved_with_its_day(qtbot: QtBot) -> None:
    application = applications.add({"company": "Contoso"})
    dialog = shown(qtbot, FollowUpDialog(application_id=application.id))
    qtbot.keyClicks(dialog.what, "Send the sample")
    dialog.day.set_day(date(2026, 11, 24))
    dialog.time.setText("2:30 pm")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted
    (made,) = followups.open_of(application_id=application.id)
    assert (made.title, made.due_on, made.at_time, made.kind) == (
        "Send the sample",
        date(2026, 11, 24),
        "14:30",
        "next_step",
    )


@pytest.mark.parametrize(
    ("title", "day", "time", "field"),
    [
        ("", date(2026, 11, 24), "", "title"),
        ("Call", date(2026, 11, 21), "", "due_on"),
        ("Call", date(2026, 11, 24), "soon", "at_time"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    qtbot: QtBot, title: str, day: date, time: str, field: str
) -> None:
    dialog = shown(qtbot, FollowUpDialog())
    dialog.what.setText(title)
    dialog.day.set_day(day)
    dialog.time.setText(time)
    dialog.accept()
    assert dialog.isVisible()
    assert [key for key, each in dialog.fields.items() if each.refusal] == [field]
    assert followups.open_ones() == []
    dialog.what.setText("Call")
    dialog.day.set_day(date(2026, 11, 24))
    dialog.time.setText("")
    dialog.accept()
    assert len(followups.open_ones()) == 1


def test_an_old_one_keeps_its_day_and_its_message(qtbot: QtBot) -> None:
    made = followups.add(FollowUpKind.NUDGE, "Ask again", date(2026, 11, 1), draft="Hello,")
    dialog = shown(qtbot, FollowUpDialog(follow_up=made))
    dialog.note.setPlainText("By mail")
    dialog.accept()
    found = followups.get(made.id)
    assert found is not None
    assert (found.due_on, found.note, found.draft) == (date(2026, 11, 1), "By mail", "Hello,")


def test_escape_leaves_an_unchanged_form_and_asks_about_a_changed_one(qtbot: QtBot) -> None:
    dialog = shown(qtbot, FollowUpDialog())
    qtbot.keyClick(dialog.what, Qt.Key.Key_Escape)
    assert not dialog.isVisible()

    dialog = shown(qtbot, FollowUpDialog())
    dialog.what.setText("Something")
    qtbot.keyClick(dialog.what, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    for answer, still_open in (("Keep editing", True), ("Discard", False)):
        question = dialog.findChildren(QMessageBox)[-1]
        pressed = next(each for each in question.findChildren(QPushButton) if each.text() == answer)
        pressed.click()
        assert dialog.isVisible() is still_open
        if still_open:
            assert dialog.what.text() == "Something"
            dialog.reject()
    assert followups.open_ones() == []
