from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from rebound_desktop.core.vocabulary import EventKind, FollowUpKind, Outcome, Stage
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import applications, changes, closing, followups, people, rejections
from rebound_desktop.ui.dialogs.application_dialog import ApplicationDialog
from rebound_desktop.ui.dialogs.closing_dialog import ClosingDialog
from rebound_desktop.ui.dialogs.event_dialog import EventDialog
from rebound_desktop.ui.pages.applications import ApplicationsPage
from rebound_desktop.ui.pages.page import Page
from tests.ui.seen import first_column, press

TODAY = date(2026, 11, 22)


@pytest.fixture
def page(
    show_page: Callable[[Page], None], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ApplicationsPage]:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())
    settings.values.applications_view = "table"
    made = ApplicationsPage(settings)
    show_page(made)
    yield made
    made.detail.flush()


def settle() -> None:
    """Let what follows from a change be counted."""
    QApplication.processEvents()


def add(company: str, stage: Stage = Stage.APPLIED, **values: str) -> int:
    made = applications.add(
        {"company": company, **values}, stage=stage, on=TODAY - timedelta(days=10)
    )
    settle()
    return int(made.id)


def shown(page: ApplicationsPage) -> list[str]:
    return first_column(page.model)


def dialog_of(page: ApplicationsPage, kind: type) -> object:
    return page.findChildren(kind)[-1]


def test_an_empty_page_offers_to_begin(page: ApplicationsPage, qtbot: QtBot) -> None:
    press(page._nothing, "New application")
    dialog = dialog_of(page, ApplicationDialog)
    assert isinstance(dialog, ApplicationDialog)
    dialog.company.setText("Contoso")
    dialog.next_step.setText("Ask how it stands")
    dialog.accept()
    assert shown(page) == ["Contoso"]
    (step,) = followups.open_ones()
    assert (step.title, step.due_on) == ("Ask how it stands", TODAY + timedelta(days=7))
    assert changes.undo() == "New application"
    assert shown(page) == []
    assert followups.open_ones() == []


def test_a_company_is_asked_for_at_its_field(page: ApplicationsPage) -> None:
    page.begin_new()
    dialog = dialog_of(page, ApplicationDialog)
    assert isinstance(dialog, ApplicationDialog)
    dialog.accept()
    assert dialog.fields["company"].refusal
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


def test_the_form_recalls_a_no_at_the_company(page: ApplicationsPage) -> None:
    closing.close(add("Contoso Ltd", role="BI Developer"), Outcome.NO, date(2026, 11, 12))
    page.begin_new()
    dialog = dialog_of(page, ApplicationDialog)
    assert isinstance(dialog, ApplicationDialog)
    assert dialog._memory.isHidden()
    dialog.company.setText("contoso")
    dialog.look_up()
    assert "12 Nov" in dialog._memory_text.text()
    assert "BI Developer" in dialog._memory_text.text()
    assert not dialog._memory.isHidden()
    dialog.company.clear()
    dialog.reject()


def test_what_is_in_process_is_shown_first_and_chips_show_the_rest(page: ApplicationsPage) -> None:
    add("Open")
    closing.close(add("Ended"), Outcome.MY_CHOICE, TODAY)
    assert shown(page) == ["Open"]
    page.chips.choose("closed")
    assert shown(page) == ["Ended"]
    page.chips.choose("all")
    assert sorted(shown(page)) == ["Ended", "Open"]
    assert page.head.in_process.text() == "1 in process"
    assert page.head.without_next.text() == "1 without a next step"


def test_filter_as_you_type(page: ApplicationsPage, qtbot: QtBot) -> None:
    add("Яндекс", notes="über remote")
    add("Fabrikam")
    page.search.setText("янд")
    assert shown(page) == ["Яндекс"]
    page.search.setText("nobody")
    assert page._stack.currentWidget() is page._no_match
    press(page._no_match, "Show all")
    assert len(shown(page)) == 2


def test_the_stage_is_changed_in_place_and_recorded_today(page: ApplicationsPage) -> None:
    number = add("Contoso")
    page.model.setData(page.model.index(0, 2), "interviewing")
    last = applications.history(number)[-1]
    assert (last.kind, last.on_date) == ("interview", TODAY)
    page.model.setData(page.model.index(0, 2), "interviewing")
    assert len(applications.history(number)) == 2
    page.model.setData(page.model.index(0, 1), "Analyst")
    assert page.detail._role.text() == "Analyst"


def test_the_selection_stays_through_changes(page: ApplicationsPage) -> None:
    first, second = add("First"), add("Second")
    page.select(first)
    applications.edit(second, {"role": "x"})
    applications.record_event(second, EventKind.SCREEN, TODAY)
    assert page.table.current_id == first
    assert page.detail._company.text() == "First"


def test_delete_and_undo(page: ApplicationsPage, qtbot: QtBot) -> None:
    add("Contoso")
    with qtbot.waitSignal(page.said) as said:
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert said.args is not None
    assert "Contoso" in str(said.args[0])
    assert shown(page) == []
    changes.undo()
    assert shown(page) == ["Contoso"]


def test_closing_with_a_no_offers_the_wizard(page: ApplicationsPage, qtbot: QtBot) -> None:
    number = add("Contoso", Stage.FINAL)
    press(page.detail, "Close…")
    dialog = dialog_of(page, ClosingDialog)
    assert isinstance(dialog, ClosingDialog)
    dialog.note.setPlainText("Somebody internal")
    with qtbot.waitSignal(page.reflect_asked) as asked:
        dialog.accept()
    assert asked.args is not None
    rejection = rejections.get(int(asked.args[0]))
    assert rejection is not None
    assert (rejection.application_id, rejection.reached) == (number, "final")
    assert rejection.their_words == "Somebody internal"
    page.chips.choose("closed")
    press(page.detail, "Reopen")
    found = applications.get(number)
    assert found is not None
    assert found.stage == "final"


def test_closing_by_choice_asks_for_nothing_else(page: ApplicationsPage, qtbot: QtBot) -> None:
    number = add("Contoso")
    press(page.detail, "Close…")
    dialog = dialog_of(page, ClosingDialog)
    assert isinstance(dialog, ClosingDialog)
    dialog.outcomes[Outcome.MY_CHOICE].setChecked(True)
    assert dialog._reflect.isHidden()
    dialog.day.set_day(TODAY + timedelta(days=1))
    dialog.accept()
    assert dialog.fields["on_date"].refusal
    dialog.day.set_day(TODAY)
    with qtbot.assertNotEmitted(page.reflect_asked):
        dialog.accept()
    found = applications.get(number)
    assert found is not None
    assert found.outcome == "my_choice"


def test_an_interview_to_come_is_the_next_step(page: ApplicationsPage) -> None:
    add("Contoso")
    press(page.detail, "Add to history…")
    dialog = dialog_of(page, EventDialog)
    assert isinstance(dialog, EventDialog)
    dialog.day.set_day(TODAY + timedelta(days=4))
    dialog.time.setText("2pm")
    dialog.note.setPlainText("Case study")
    dialog.accept()
    assert page.model.index(0, 4).data(Qt.ItemDataRole.DisplayRole) == "Thu 14:00 · Interview"
    settle()
    assert page.head.without_next.isHidden()


def test_a_mistaken_event_is_taken_out(page: ApplicationsPage, qtbot: QtBot) -> None:
    number = add("Contoso")
    event = applications.record_event(number, EventKind.OFFER, TODAY)
    with qtbot.waitSignal(page.said):
        page.detail.timeline.retract_asked.emit(event.id)
    assert page.detail._pill.text() == "Applied"
    changes.undo()
    assert page.detail._pill.text() == "Offer"


def test_next_steps_are_done_moved_and_dropped(page: ApplicationsPage) -> None:
    number = add("Contoso")
    for title in ("First", "Second", "Third"):
        followups.add(FollowUpKind.NEXT_STEP, title, TODAY, application=number)
    press(page.detail, "Done: First")
    section = page.detail.next_steps
    later = next(
        each
        for each in section.findChildren(QPushButton)
        if each.accessibleName() == "Later: Second"
    )
    menu = later.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    third = next(
        each
        for each in section.findChildren(QPushButton)
        if each.accessibleName() == "Later: Third" and not each.isHidden()
    )
    menu = third.menu()
    assert menu is not None
    menu.actions()[3].trigger()
    (left,) = followups.open_ones()
    assert (left.title, left.due_on) == ("Second", TODAY + timedelta(days=1))


def test_notes_are_saved_as_they_are_typed(page: ApplicationsPage, qtbot: QtBot) -> None:
    number, other = add("Contoso"), add("Other", Stage.INTERESTED)
    page.select(number)
    page.detail.tabs.setCurrentIndex(3)
    text = "Ask about the team 🙂 “quotes” 日本"
    page.detail.texts["notes"].setPlainText(text)
    page.select(other)
    found = applications.get(number)
    assert found is not None
    assert found.notes == text
    assert page.detail.texts["notes"].toPlainText() == ""
    page.select(number)
    assert page.detail.texts["notes"].toPlainText() == text


def test_people_are_opened_and_removed(page: ApplicationsPage, qtbot: QtBot) -> None:
    number = add("Contoso")
    person = people.add({"name": "Ana"})
    people.meet(number, person.id, "interviewer")
    with qtbot.waitSignal(page.record_asked) as asked:
        press(page.detail.people, "Open Ana")
    assert asked.args == ["people", person.id]
    press(page.detail.people, "Remove Ana from this application")
    assert people.of_application(number) == []


def test_markup_in_a_name_is_shown_as_it_is(page: ApplicationsPage) -> None:
    add("<b>Contoso</b> & Sons")
    assert page.detail._company.text() == "<b>Contoso</b> & Sons"
    assert page.detail._company.textFormat() == Qt.TextFormat.PlainText


def test_a_record_that_the_filter_hides_is_shown_when_asked_for(page: ApplicationsPage) -> None:
    number = add("Ended")
    add("Open")
    closing.close(number, Outcome.NO, TODAY)
    page.search.setText("open")
    page.select(number)
    assert page.table.current_id == number
