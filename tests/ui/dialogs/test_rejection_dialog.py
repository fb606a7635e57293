"""Logging a rejection by hand, and changing one."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.store import applications, rejection_entry, rejection_log
from rebound_desktop.store.rejection_entry import Entry, ReasonChoice
from rebound_desktop.ui.dialogs.rejection_dialog import ReasonsDialog, RejectionDialog

pytestmark = pytest.mark.usefixtures("store", "qapp")


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", "2026-11-22")


def dialog(qtbot: QtBot, rejection_id: int = 0) -> RejectionDialog:
    made = RejectionDialog(None, rejection_id)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_a_new_company_is_logged_with_everything(qtbot: QtBot) -> None:
    form = dialog(qtbot)
    form.company.setText("Northwind")
    form.role.setText("Product Analyst")
    form.day.set_day(date(2026, 11, 20))
    form.reached.set_value("final")
    form.how_told.set_value("email")
    form.their_words.setPlainText("Not\nthis time, “sorry” 🙂")
    form.reasons.set_choices((ReasonChoice("budget", "told", "not_mine"),))
    form.reasons.own.setText("a cousin of the boss")
    form.accept()
    assert not form.isVisible()
    assert rejection_entry.read(form.rejection_id) == Entry(
        company="Northwind",
        role="Product Analyst",
        on=date(2026, 11, 20),
        reached="final",
        how_told="email",
        their_words="Not\nthis time, “sorry” 🙂",
        reasons=(
            ReasonChoice("budget", "told", "not_mine"),
            ReasonChoice("other", "guess", "unknown", "a cousin of the boss"),
        ),
    )


def test_an_open_application_can_be_chosen(qtbot: QtBot) -> None:
    made = applications.add(
        {"company": "Contoso", "role": "Nurse"},
        stage=Stage.INTERVIEWING,
        on=date(2026, 11, 1),
    )
    form = dialog(qtbot)
    form.application.set_value(str(made.id))
    form.application.chosen.emit(str(made.id))
    assert (form.company.text(), form.role.text()) == ("Contoso", "Nurse")
    assert form.reached.value() == "interviewing"
    form.accept()
    assert applications.open_ones() == []
    assert rejection_log.counts()["all"] == 1


def test_a_refusal_is_shown_at_its_field_and_loses_nothing(qtbot: QtBot) -> None:
    form = dialog(qtbot)
    form.company.setText("Northwind")
    form.day.set_day(date(2026, 12, 24))
    form.notes.setPlainText("long thoughts")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.isVisible()
    assert "in the future" in form.fields["on_date"].refusal
    assert form.notes.toPlainText() == "long thoughts"
    form.day.set_day(date(2026, 11, 22))
    form.company.clear()
    form.accept()
    assert form.fields["on_date"].refusal == ""
    assert "company" in form.fields["company"].refusal
    form.company.setText("Northwind")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not form.isVisible()


def test_escape_leaves_an_untouched_form_at_once(qtbot: QtBot) -> None:
    form = dialog(qtbot)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_escape_asks_before_typed_words_are_thrown_away(qtbot: QtBot) -> None:
    form = dialog(qtbot)
    form.their_words.setPlainText("Not this time")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    discard = next(each for each in form.findChildren(QPushButton) if each.text() == "Discard")
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    assert not form.isVisible()
    assert rejection_log.counts()["all"] == 0


def test_reasons_alone_can_be_changed(qtbot: QtBot) -> None:
    number = rejection_entry.log(
        Entry("Northwind", "", date(2026, 11, 20), "final", reasons=(ReasonChoice("fit"),))
    ).id
    form = ReasonsDialog(number)
    qtbot.addWidget(form)
    form.show()
    assert not form.is_changed()
    form.reasons.set_choices((ReasonChoice("skill", "told", "mine"),))
    assert form.is_changed()
    form.accept()
    assert rejection_entry.read(number).reasons == (ReasonChoice("skill", "told", "mine"),)
