from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rebound_desktop.core.vocabulary import EventKind, FollowUpKind, Outcome, Stage
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.application_board import CLOSED_SHOWN, MIME
from rebound_desktop.store import (
    applications,
    changes,
    closing,
    followups,
    lessons,
    people,
    quiet,
    reflections,
    rejections,
)
from rebound_desktop.ui.dialogs.closing_dialog import ClosingDialog
from rebound_desktop.ui.dialogs.company_note_dialog import CompanyNoteDialog
from rebound_desktop.ui.dialogs.event_dialog import EventDialog
from rebound_desktop.ui.pages.applications import ApplicationsPage
from rebound_desktop.ui.pages.page import Page

TODAY = date(2026, 11, 22)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(
    show_page: Callable[[Page], None], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ApplicationsPage]:
    monkeypatch.setenv("REBOUND_TODAY", TODAY.isoformat())
    made = ApplicationsPage(settings)
    show_page(made)
    yield made
    made.detail.flush()


def settle() -> None:
    """Let what follows from a change be counted."""
    QApplication.processEvents()


def add(company: str, stage: Stage = Stage.APPLIED, days_ago: int = 10, **values: str) -> int:
    made = applications.add(
        {"company": company, **values}, stage=stage, on=TODAY - timedelta(days=days_ago)
    )
    settle()
    return int(made.id)


def shown(page: ApplicationsPage) -> dict[str, list[str]]:
    """Return the companies of each column that has any."""
    found = {}
    for stage, column in page.board_model.columns.items():
        cards = [column.card(row) for row in range(column.rowCount())]
        if cards:
            found[str(stage)] = [each.company for each in cards if each is not None]
    return found


def cards(page: ApplicationsPage, stage: Stage) -> QWidget:
    return page.board.columns[stage].cards


def spoken(page: ApplicationsPage, number: int) -> str:
    stage = page.board_model.column_of(number)
    assert stage is not None
    column = page.board_model.columns[stage]
    place = column.place_of(number)
    assert place is not None
    return str(column.index(place).data(Qt.ItemDataRole.AccessibleTextRole))


def stage_of(number: int) -> str:
    found = applications.get(number)
    assert found is not None
    return str(found.stage)


def drop(page: ApplicationsPage, number: int, stage: Stage) -> None:
    data = QMimeData()
    data.setData(MIME, str(number).encode())
    frame = page.board.columns[stage]
    place = QPointF(20, 200)
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = Qt.DropAction.MoveAction
    enter = QDragEnterEvent(place.toPoint(), move, data, buttons, keys)
    QApplication.sendEvent(frame, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(frame, QDropEvent(place, move, data, buttons, keys))
    QApplication.processEvents()


def test_each_stage_has_its_column(page: ApplicationsPage) -> None:
    for stage in Stage:
        if stage is not Stage.CLOSED:
            add(stage.value, stage)
    closing.close(add("ended"), Outcome.MY_CHOICE, TODAY)
    assert shown(page) == {
        "interested": ["interested"],
        "applied": ["applied"],
        "screening": ["assessment", "screening"],
        "interviewing": ["final", "interviewing"],
        "offer": ["offer"],
        "closed": ["ended", "accepted"],
    }
    assert cards(page, Stage.SCREENING).accessibleName() == "Screening, 2"


def test_an_empty_column_says_what_goes_there(page: ApplicationsPage) -> None:
    add("Contoso")
    offer = page.board.columns[Stage.OFFER]
    assert offer._nothing.isVisible()
    assert offer._nothing.text() == "Nothing here yet. It takes one."
    assert not page.board.columns[Stage.APPLIED]._nothing.isVisible()


def test_an_empty_page_offers_to_begin_and_takes_the_first_one(page: ApplicationsPage) -> None:
    assert page._views.currentWidget() is page._card
    assert page._stack.currentWidget() is page._nothing
    add("Contoso")
    assert page._views.currentWidget() is page.board


def test_a_card_says_company_role_and_next_step(page: ApplicationsPage) -> None:
    number = add("Contoso", role="Analyst")
    assert spoken(page, number) == "Contoso, Analyst, No next step"
    followups.add(FollowUpKind.NEXT_STEP, "Call", TODAY, application=number)
    assert spoken(page, number) == "Contoso, Analyst, Today · Call"
    page.board.select_record(number)
    interface = QAccessible.queryAccessibleInterface(cards(page, Stage.APPLIED))
    assert interface.child(0).text(QAccessible.Text.Name) == "Contoso, Analyst, Today · Call"


def test_dragging_records_the_step_today(page: ApplicationsPage, qtbot: QtBot) -> None:
    number = add("Contoso")
    with qtbot.waitSignal(page.said) as said:
        drop(page, number, Stage.INTERVIEWING)
    assert said.args == ["Contoso: Interviewing, from today. Ctrl+Z takes it back."]
    last = applications.history(number)[-1]
    assert (last.kind, last.on_date) == ("interview", TODAY)
    assert shown(page) == {"interviewing": ["Contoso"]}
    drop(page, number, Stage.INTERVIEWING)
    assert len(applications.history(number)) == 2
    changes.undo()
    assert shown(page) == {"applied": ["Contoso"]}


def test_what_was_planned_gives_way_to_a_move_and_that_is_said(
    page: ApplicationsPage, qtbot: QtBot
) -> None:
    number = add("Contoso")
    applications.record_event(
        number, EventKind.INTERVIEW, TODAY + timedelta(days=4), at_time="14:00"
    )
    with qtbot.waitSignal(page.said) as said:
        drop(page, number, Stage.OFFER)
    assert said.args is not None
    assert "Interview, Thu 14:00, was taken out of the history." in said.args[0]
    assert shown(page) == {"offer": ["Contoso"]}


def test_dropping_on_closed_asks_how_it_ended(page: ApplicationsPage, qtbot: QtBot) -> None:
    number = add("Contoso", Stage.INTERVIEWING)
    drop(page, number, Stage.CLOSED)
    assert stage_of(number) == "interviewing"
    (dialog,) = page.findChildren(ClosingDialog)
    with qtbot.waitSignal(page.reflect_asked) as asked:
        dialog.accept()
    assert asked.args is not None
    rejection = rejections.get(int(asked.args[0]))
    assert rejection is not None
    assert (rejection.application_id, rejection.outcome) == (number, "no")
    assert shown(page) == {"closed": ["Contoso"]}


def test_dragging_back_from_closed_reopens_at_that_stage(page: ApplicationsPage) -> None:
    number = add("Contoso", Stage.FINAL)
    closing.close(number, Outcome.NO_REPLY, TODAY)
    drop(page, number, Stage.SCREENING)
    assert stage_of(number) == "screening"
    assert applications.history(number)[-1].kind == "reopened"


def test_the_keyboard_walks_over_the_cards(page: ApplicationsPage, qtbot: QtBot) -> None:
    first, second = add("First", Stage.INTERESTED, 1), add("Second", Stage.INTERESTED, 2)
    far = add("Far", Stage.INTERVIEWING)
    page.board.focus_cards()
    QApplication.processEvents()
    assert page.board.current_id == first
    qtbot.keyClick(cards(page, Stage.INTERESTED), Qt.Key.Key_Down)
    assert page.board.current_id == second
    # Columns without cards are passed.
    qtbot.keyClick(cards(page, Stage.INTERESTED), Qt.Key.Key_Right)
    assert page.board.current_id == far
    assert cards(page, Stage.INTERVIEWING).hasFocus()
    qtbot.keyClick(cards(page, Stage.INTERVIEWING), Qt.Key.Key_Right)
    assert page.board.current_id == far
    qtbot.keyClick(cards(page, Stage.INTERVIEWING), Qt.Key.Key_Left)
    assert page.board.current_id == first


def test_control_and_an_arrow_move_the_card_and_the_focus_goes_along(
    page: ApplicationsPage, qtbot: QtBot
) -> None:
    number = add("Contoso", Stage.APPLIED)
    add("Other", Stage.APPLIED)
    page.board.select_record(number)
    page.board.focus_cards()
    qtbot.keyClick(cards(page, Stage.APPLIED), Qt.Key.Key_Right, CONTROL)
    assert stage_of(number) == "screening"
    assert page.board.current_id == number
    assert cards(page, Stage.SCREENING).hasFocus()
    qtbot.keyClick(cards(page, Stage.SCREENING), Qt.Key.Key_Left, CONTROL)
    assert stage_of(number) == "applied"
    qtbot.keyClick(cards(page, Stage.APPLIED), Qt.Key.Key_Left, CONTROL)
    assert stage_of(number) == "interested"
    qtbot.keyClick(cards(page, Stage.INTERESTED), Qt.Key.Key_Left, CONTROL)
    assert stage_of(number) == "interested"


def test_back_from_closed_by_key_goes_to_where_it_was(page: ApplicationsPage, qtbot: QtBot) -> None:
    number = add("Contoso", Stage.SCREENING)
    closing.close(number, Outcome.NO, TODAY)
    page.board.select_record(number)
    page.board.focus_cards()
    qtbot.keyClick(cards(page, Stage.CLOSED), Qt.Key.Key_Left, CONTROL)
    found = applications.get(number)
    assert found is not None
    assert (found.stage, found.furthest) == ("screening", "screening")


def test_enter_opens_the_detail_and_escape_hides_it(page: ApplicationsPage, qtbot: QtBot) -> None:
    number, other = add("Contoso", Stage.APPLIED), add("Other", Stage.OFFER)
    page.board.select_record(number)
    page.board.focus_cards()
    assert not page.detail.isVisible()
    qtbot.keyClick(cards(page, Stage.APPLIED), Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert page.detail._company.text() == "Contoso"
    qtbot.keyClick(cards(page, Stage.APPLIED), Qt.Key.Key_Right)
    assert page.board.current_id == other
    assert page.detail._company.text() == "Other"
    page.detail.hide_it.click()
    assert not page.detail.isVisible()


def test_a_click_opens_the_detail(page: ApplicationsPage, qtbot: QtBot) -> None:
    add("Contoso")
    view = page.board.columns[Stage.APPLIED].cards
    place = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.detail.isVisible()


def test_deleting_goes_on_to_the_next_card(page: ApplicationsPage, qtbot: QtBot) -> None:
    first, second = add("First", days_ago=1), add("Second", days_ago=2)
    page.board.select_record(first)
    page.board.focus_cards()
    qtbot.keyClick(cards(page, Stage.APPLIED), Qt.Key.Key_Delete)
    assert page.board.current_id == second
    assert shown(page) == {"applied": ["Second"]}


def test_the_filter_counts_for_both_views(page: ApplicationsPage) -> None:
    add("Contoso", notes="by train")
    add("Fabrikam")
    page.search.setText("train")
    assert shown(page) == {"applied": ["Contoso"]}
    page._choose_view("table")
    assert page.model.rowCount() == 1
    page.search.setText("nobody")
    assert page._stack.currentWidget() is page._no_match
    page._choose_view("board")
    assert page._views.currentWidget() is page._card


def test_several_tags_filter_both_views(page: ApplicationsPage) -> None:
    add("Contoso", tags="remote, Zürich")
    add("Fabrikam", tags="Remote")
    add("Tailspin")
    assert [chip.text() for chip in page.tags._chips.values()] == ["remote", "Zürich"]
    page.tags._chips["remote"].click()
    assert sorted(shown(page)["applied"]) == ["Contoso", "Fabrikam"]
    page.tags._chips["Zürich"].click()
    assert shown(page) == {"applied": ["Contoso"]}
    page._choose_view("table")
    assert page.model.rowCount() == 1
    page._show_all()
    assert page.model.rowCount() == 3


def test_a_tag_that_is_gone_filters_no_more(page: ApplicationsPage) -> None:
    number = add("Contoso", tags="remote")
    add("Fabrikam")
    page.tags._chips["remote"].click()
    applications.edit(number, {"tags": ""})
    settle()
    assert len(shown(page)["applied"]) == 2
    assert not page.tags.isVisible()


def test_the_view_is_remembered(page: ApplicationsPage, settings: Settings, qtbot: QtBot) -> None:
    add("Contoso")
    page.head.switch._buttons["table"].click()
    assert page._views.currentWidget() is page._card
    assert page.detail.isVisible()
    again = ApplicationsPage(Settings(settings.folder))
    qtbot.addWidget(again)
    assert again._view == "table"


def test_closed_shows_the_newest_and_the_table_has_them_all(
    page: ApplicationsPage, qtbot: QtBot
) -> None:
    numbers = [add(f"Company {place}", days_ago=200 - place) for place in range(CLOSED_SHOWN + 3)]
    for place, number in enumerate(numbers):
        closing.close(number, Outcome.NO, TODAY - timedelta(days=100 - place))
    frame = page.board.columns[Stage.CLOSED]
    assert page.board_model.columns[Stage.CLOSED].rowCount() == CLOSED_SHOWN
    assert shown(page)["closed"][0] == "Company 52"
    assert (frame._count.text(), frame._all.text()) == ("53", "All 53 closed ones")
    # One that is asked for and not on the board is shown in the table.
    page.select(numbers[0])
    assert page.table.current_id == numbers[0]
    page._choose_view("board")
    frame._all.click()
    assert page._views.currentWidget() is page._card
    assert page.model.rowCount() == 53


def test_a_retracted_event_vanishes_from_the_board(page: ApplicationsPage) -> None:
    number = add("Contoso")
    event = applications.record_event(number, EventKind.OFFER, TODAY)
    assert shown(page) == {"offer": ["Contoso"]}
    page.select(number)
    page.detail.timeline.retract_asked.emit(event.id)
    assert shown(page) == {"applied": ["Contoso"]}
    assert page.detail._pill.text() == "Applied"


def test_an_event_is_changed_from_the_history(page: ApplicationsPage) -> None:
    number = add("Contoso")
    event = applications.record_event(number, EventKind.INTERVIEW, TODAY, note="Panel")
    page.select(number)
    page.detail.timeline.edit_asked.emit(event.id)
    (dialog,) = page.findChildren(EventDialog)
    assert (dialog.kind.value(), dialog.note.toPlainText()) == ("interview", "Panel")
    dialog.kind.set_value("screen")
    dialog.promised.setChecked(True)
    dialog.answer_by.set_day(TODAY + timedelta(days=5))
    dialog.accept()
    assert shown(page) == {"screening": ["Contoso"]}
    (entry,) = [each for each in page.detail.timeline._entries if "Panel" in each.note]
    assert entry.note == "Panel\nAnswer promised by 27 Nov"
    assert changes.undo() == "Correct history"
    assert shown(page) == {"interviewing": ["Contoso"]}


def test_a_no_is_corrected_where_it_was_logged(page: ApplicationsPage, qtbot: QtBot) -> None:
    number = add("Contoso")
    rejection = closing.close(number, Outcome.NO, TODAY)
    assert rejection is not None
    page.select(number)
    with qtbot.waitSignal(page.record_asked) as asked:
        page.detail.timeline.edit_asked.emit(rejection.event_id)
    assert asked.args == ["rejections", rejection.id]


def test_quiet_is_said_and_offered(page: ApplicationsPage, qtbot: QtBot) -> None:
    number = add("Fabrikam", days_ago=33)
    assert spoken(page, number) == "Fabrikam, No next step, Quiet since 20 Oct"
    page.select(number)
    offer = page.detail.quiet
    assert offer.sentence.text().startswith("Fabrikam has been quiet for 33 days: nudge")
    with qtbot.waitSignal(page.said):
        offer.nudge.click()
    (step,) = followups.open_ones()
    assert (step.title, step.due_on) == ("Ask Fabrikam how it stands", TODAY)
    assert "On 20 October I applied" in step.draft
    assert not offer.isVisible()
    changes.undo()
    assert offer.isVisible()
    offer.wait.click()
    assert not offer.isVisible()
    assert spoken(page, number) == "Fabrikam, No next step"
    changes.undo()
    offer.close_it.click()
    (dialog,) = page.findChildren(ClosingDialog)
    assert dialog.outcome is Outcome.NO_REPLY
    dialog.accept()
    assert shown(page) == {"closed": ["Fabrikam"]}


def test_nothing_closes_by_itself(page: ApplicationsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    number = add("Fabrikam")
    monkeypatch.setenv("REBOUND_TODAY", "2028-01-01")
    page.open()
    assert stage_of(number) == "applied"
    page.select(number)
    assert "Closing it as no reply is one way" in page.detail.quiet.sentence.text()


def test_the_persons_own_days_count(page: ApplicationsPage, settings: Settings) -> None:
    number = add("Fabrikam", days_ago=12)
    assert "Quiet" not in spoken(page, number)
    settings.values.quiet_applied = 10
    page.open()
    assert spoken(page, number).endswith("Quiet since 10 Nov")
    assert quiet.quiet_ones(settings.values.patience())


def test_before_applying_again_what_was_learned_is_recalled(page: ApplicationsPage) -> None:
    earlier = closing.close(add("Contoso Ltd"), Outcome.NO, date(2026, 11, 12))
    assert earlier is not None
    lessons.keep(earlier.id, "Ask who decides")
    number = add("Contoso", Stage.INTERESTED)
    drop(page, number, Stage.APPLIED)
    assert stage_of(number) == "interested"
    (note,) = page.findChildren(CompanyNoteDialog)
    assert "12 Nov" in note.text.text()
    assert "Ask who decides" in note.text.text()
    note.reject()
    assert stage_of(number) == "interested"
    page._choose_view("table")
    row = page.model.place_of(number)
    assert row is not None
    page.model.setData(page.model.index(row, 2), "applied")
    assert stage_of(number) == "interested"
    page.findChildren(CompanyNoteDialog)[-1].accept()
    assert stage_of(number) == "applied"


def test_the_form_for_events_recalls_it_too(page: ApplicationsPage) -> None:
    closing.close(add("Contoso"), Outcome.NO_REPLY, TODAY)
    number = add("Contoso", Stage.INTERESTED)
    page.select(number)
    page.detail.add_event.click()
    (dialog,) = page.findChildren(EventDialog)
    assert not dialog._memory.isVisible()
    dialog.kind.set_value("applied")
    assert "after silence" in dialog._memory_text.text()
    assert dialog._memory.isVisible()
    dialog.kind.set_value("interview")
    dialog.reject()


def test_who_is_known_and_what_was_learned_at_a_company(
    page: ApplicationsPage, qtbot: QtBot
) -> None:
    earlier = closing.close(add("Contoso"), Outcome.NO, TODAY)
    assert earlier is not None
    reflection = reflections.begin(earlier.id)
    reflections.save_answer(reflection.id, "learned", "They ask for numbers.")
    person = people.add({"name": "Ana", "company": "Contoso", "role": "recruiter"})
    number = add("Contoso", Stage.INTERESTED)
    page.select(number)
    section = page.detail.company
    names = [each.accessibleName() for each in section.findChildren(QWidget)]
    assert "Ana, Recruiter" in names
    assert any("They ask for numbers." in each for each in names)
    with qtbot.waitSignal(page.record_asked) as asked:
        section.person_asked.emit(person.id)
    assert asked.args == ["people", person.id]
    page.select(add("Somewhere else"))
    assert not section.isVisible()


def test_the_plan_is_said_in_words(page: ApplicationsPage, settings: Settings) -> None:
    settings.values.open_minimum = 5
    for place in range(3):
        add("Contoso", role=str(place))
    last = add("Fabrikam")
    followups.add(FollowUpKind.NEXT_STEP, "Call", TODAY, application=last)
    settle()
    said = page.head.without_next.accessibleDescription()
    assert said == (
        "4 in process, 1 with a dated next step. 3 of 4 are at Contoso. "
        "You want 5. One more would do it."
    )
    page.resize(700, 600)
    settle()
    assert page.head.sentence.text() == said
    applications.delete(last)
    settle()
    assert page.head.without_next.text() == "3 without a next step"
