"""The page Rejections as a person meets it."""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from rebound_desktop.core.vocabulary import EventKind, FeedbackState, Stage
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import (
    applications,
    changes,
    drafts,
    feedback,
    followups,
    lessons,
    reflections,
    rejection_entry,
    rejections,
)
from rebound_desktop.store.rejection_entry import Entry, ReasonChoice
from rebound_desktop.store.tables import database as connection
from rebound_desktop.ui.dialogs.day_dialog import DayDialog
from rebound_desktop.ui.pages.feedback_row import FeedbackRow
from rebound_desktop.ui.pages.page import Page
from rebound_desktop.ui.pages.rejections import RejectionsPage
from rebound_desktop.ui.widgets.autosave import may_close
from rebound_desktop.ui.widgets.fields import ChoiceEdit, DayEdit
from rebound_desktop.ui.widgets.kept_line import KeptLine
from rebound_desktop.ui.widgets.notices import Notices
from rebound_desktop.ui.widgets.text import Pill, PlainLabel

TODAY = date(2026, 11, 22)
DATE, COMPANY, ROLE, REACHED, FEEDBACK, REFLECTION = range(6)


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REBOUND_TODAY", "2026-11-22")


def log(company: str, day: date = date(2026, 11, 20), **more: object) -> int:
    values: dict[str, object] = {"role": "Analyst", "reached": "final", **more}
    return int(rejection_entry.log(Entry(company=company, on=day, **values)).id)  # type: ignore[arg-type]


@pytest.fixture
def page(show_page: Callable[[Page], None], settings: Settings) -> Iterator[RejectionsPage]:
    made = RejectionsPage(settings)
    show_page(made)
    yield made
    made.close()


def cell(page: RejectionsPage, row: int, column: int) -> str:
    return str(page.model.index(row, column).data())


def companies(page: RejectionsPage) -> list[str]:
    return [cell(page, row, COMPANY) for row in range(page.model.rowCount())]


def edit(page: RejectionsPage, column: int) -> None:
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(page.table.currentIndex().row(), column))
    page.table.edit(page.table.currentIndex())


def shown_texts(page: RejectionsPage) -> str:
    QApplication.processEvents()  # a layout shows what was added to it in the next turn
    return "\n".join(
        each.text() for each in page.detail.findChildren(PlainLabel) if each.isVisible()
    )


def test_an_empty_log_says_that_this_is_fine(page: RejectionsPage) -> None:
    texts = [each.text() for each in page.findChildren(PlainLabel) if each.isVisible()]
    assert any("that is fine" in each for each in texts)
    assert not page.search.isVisible()


def test_what_is_logged_appears_and_is_shown(page: RejectionsPage) -> None:
    log("Contoso", date(2026, 11, 12))
    log("Northwind")
    assert companies(page) == ["Northwind", "Contoso"]
    assert cell(page, 0, REACHED) == "Final interview"
    assert page.search.isVisible()


def test_typing_filters_and_the_filter_can_be_cleared(page: RejectionsPage, qtbot: QtBot) -> None:
    log("Contoso", their_words="budget was cut")
    log("Northwind")
    qtbot.keyClicks(page.search, "budg")
    assert companies(page) == ["Contoso"]
    qtbot.keyClicks(page.search, "xyz")
    assert companies(page) == []
    clear = next(
        each for each in page.findChildren(QPushButton) if each.text() == "Clear the filter"
    )
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert len(companies(page)) == 2
    assert page.search.text() == ""


def test_chips_count_and_choose(page: RejectionsPage) -> None:
    log("Contoso", outcome="no_reply", reached="applied")
    log("Northwind")
    texts = [each.text() for each in page.chips.findChildren(QPushButton)]
    assert texts == [
        "All 2",
        "After interview 1",
        "No reply 1",
        "Feedback open 0",
        "Not reflected yet 2",
    ]
    page.chips.choose("no_reply")
    assert companies(page) == ["Contoso"]


def test_the_chosen_record_stays_chosen_while_the_list_changes(page: RejectionsPage) -> None:
    first = log("Northwind")
    page.select(first)
    log("Contoso", date(2026, 11, 21))
    assert page.table.current_id == first
    assert page.detail.rejection_id == first


def test_a_record_that_the_filter_hides_can_still_be_asked_for(page: RejectionsPage) -> None:
    first = log("Northwind")
    log("Contoso")
    page.search.setText("contoso")
    page.select(first)
    assert page.table.current_id == first


def test_deleting_is_said_and_undone(page: RejectionsPage, qtbot: QtBot) -> None:
    log("Contoso")
    number = log("Northwind")
    page.select(number)
    with qtbot.waitSignal(page.said) as said:
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert said.args == ["Deleted Northwind. Ctrl+Z brings it back."]
    assert companies(page) == ["Contoso"]
    assert page.detail.rejection_id == page.table.current_id != number
    changes.undo()
    assert set(companies(page)) == {"Contoso", "Northwind"}


def test_the_company_is_edited_in_place(page: RejectionsPage, qtbot: QtBot) -> None:
    page.select(log("Northwind"))
    edit(page, COMPANY)
    editor = page.table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("Contoso")
    # The Enter that ends the edit leads nowhere else.
    with qtbot.assertNotEmitted(page.table.opened):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: companies(page) == ["Contoso"])


def test_a_refused_value_stays_in_its_editor_with_a_sentence(
    page: RejectionsPage, qtbot: QtBot
) -> None:
    number = log("Northwind")
    page.select(number)
    edit(page, DATE)
    editor = page.table.viewport().findChild(DayEdit)
    assert isinstance(editor, DayEdit)
    editor.setDate(QDate(2027, 3, 1))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    sentence = page.table.findChild(PlainLabel, "refusal")
    assert isinstance(sentence, PlainLabel)
    qtbot.waitUntil(sentence.isVisible)
    assert "in the future" in sentence.text()
    assert editor.isVisible()
    assert editor.date() == QDate(2027, 3, 1)
    # Putting it right is enough.
    editor.setDate(QDate(2026, 11, 18))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not sentence.isVisible())
    assert cell(page, 0, DATE) == "18 Nov"


def test_escape_gives_a_refused_value_up(page: RejectionsPage, qtbot: QtBot) -> None:
    page.select(log("Northwind"))
    edit(page, COMPANY)
    editor = page.table.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.clear()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    sentence = page.table.findChild(PlainLabel, "refusal")
    assert isinstance(sentence, PlainLabel)
    qtbot.waitUntil(sentence.isVisible)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not sentence.isVisible())
    assert companies(page) == ["Northwind"]


def test_the_stage_is_chosen_from_a_list(page: RejectionsPage, qtbot: QtBot) -> None:
    number = log("Northwind")
    page.select(number)
    edit(page, REACHED)
    editor = page.table.viewport().findChild(ChoiceEdit)
    assert isinstance(editor, ChoiceEdit)
    assert editor.value() == "final"
    editor.set_value("screening")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell(page, 0, REACHED) == "Phone screen")


def cell_editor(page: RejectionsPage) -> KeptLine:
    """Begin to type into the company of the current row."""
    edit(page, COMPANY)
    (editor,) = page.table.viewport().findChildren(KeptLine)
    return editor


def test_a_cell_is_kept_as_it_is_typed(page: RejectionsPage, qtbot: QtBot) -> None:
    page.select(log("Northwind"))
    editor = cell_editor(page)
    assert editor.text() == "Northwind"
    editor.setText("Zebra & Co")
    editor.flush()
    kept = connection.execute_sql("SELECT form, about, texts FROM drafts").fetchall()
    assert [each[2] for each in kept] == ['{"text": "Zebra & Co"}']
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert connection.execute_sql("SELECT count(*) FROM drafts").fetchone() == (0,)
    qtbot.waitUntil(lambda: not page.table.viewport().findChildren(KeptLine))

    form, about, texts = kept[0]  # as after a kill
    drafts.keep(form, about, json.loads(texts))
    again = cell_editor(page)
    assert again.text() == "Zebra & Co"
    QTest.keyClick(again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.table.viewport().findChildren(KeptLine))
    assert connection.execute_sql("SELECT count(*) FROM drafts").fetchone() == (0,)
    assert cell(page, 0, COMPANY) == "Zebra & Co"


def test_a_cell_stays_open_on_a_full_disk(page: RejectionsPage, qtbot: QtBot) -> None:
    page.select(log("Northwind"))
    editor = cell_editor(page)
    editor.setText("Zebra & Co")
    connection.execute_sql("PRAGMA query_only = 1")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor.text() == "Zebra & Co"
    assert not may_close(page, lambda: None)
    assert "Copy the text" in Notices.of(page).buttons("not saved")
    connection.execute_sql("PRAGMA query_only = 0")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.table.viewport().findChildren(KeptLine))
    assert cell(page, 0, COMPANY) == "Zebra & Co"
    assert Notices.of(page).sentence("not saved") == ""
    assert may_close(page, lambda: None)


def test_columns_can_be_hidden_but_not_the_company(page: RejectionsPage) -> None:
    log("Northwind")
    menu = page.columns.menu()
    menu.aboutToShow.emit()
    actions = {each.text(): each for each in menu.actions()}
    assert not actions["Company"].isEnabled()
    actions["Role"].setChecked(False)
    assert page.table.isColumnHidden(ROLE)


def test_the_story_tells_what_happened_and_what_they_said(page: RejectionsPage) -> None:
    application = applications.add(
        {"company": "Northwind"}, stage=Stage.APPLIED, on=date(2026, 10, 2)
    )
    applications.record_event(
        application, EventKind.SCREEN, date(2026, 10, 11), note="Priya N., 30 min"
    )
    made = rejection_entry.log(
        Entry(
            "Northwind",
            "Analyst",
            date(2026, 11, 20),
            "final",
            how_told="email",
            their_words="We went with <b>an internal</b> candidate",
            reasons=(
                ReasonChoice("internal_candidate", "told", "not_mine"),
                ReasonChoice("answer", "guess", "mine"),
            ),
        ),
        application_id=application.id,
    )
    lessons.keep(made.id, "Ask who joins the panel")
    page.select(made.id)
    texts = shown_texts(page)
    for expected in (
        "Priya N., 30 min",
        "“We went with <b>an internal</b> candidate”",
        "Not about you: internal candidate",
        "Ask who joins the panel",
        "20 Nov, by e‑mail",  # noqa: RUF001
    ):
        assert expected in texts, expected
    pills = [each.text() for each in page.detail.story.findChildren(Pill)]
    assert pills == [
        "Internal candidate · told · not mine",
        "An answer · guess · mine to change",
    ]


def test_long_words_are_shown_whole(page: RejectionsPage) -> None:
    words = "We enjoyed meeting you. " * 400
    page.select(log("Northwind", their_words=words))
    assert words.strip() in shown_texts(page)


def test_a_reflection_is_not_shown_unasked(page: RejectionsPage, qtbot: QtBot) -> None:
    number = log("Northwind")
    reflection = reflections.begin(number)
    reflections.save_answer(reflection.id, "to_a_friend", "You were kind to them")
    page.select(number)
    assert "You were kind to them" not in shown_texts(page)
    toggle = next(
        each
        for each in page.detail.story.findChildren(QPushButton)
        if each.text() == "My reflection"
    )
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert "You were kind to them" in shown_texts(page)


def test_the_reflection_button_says_what_it_does(page: RejectionsPage, qtbot: QtBot) -> None:
    number = log("Northwind")
    page.select(number)
    assert page.detail.reflect.text() == "Reflect on it"
    reflection = reflections.begin(number)
    assert page.detail.reflect.text() == "Continue reflection"
    reflections.finish(reflection.id)
    assert page.detail.reflect.text() == "Open reflection"
    with qtbot.waitSignal(page.reflect_asked) as asked:
        qtbot.mouseClick(page.detail.reflect, Qt.MouseButton.LeftButton)
    assert asked.args == [number]


def test_the_thank_you_note_is_copied_where_there_is_one(
    page: RejectionsPage, qtbot: QtBot
) -> None:
    number = log("Northwind")
    page.select(number)
    assert not page.detail.copy.isVisible()
    feedback.draft(number, draft="Dear Priya,\nthank you.")
    assert page.detail.copy.isVisible()
    with qtbot.waitSignal(page.copy_asked) as asked:
        qtbot.mouseClick(page.detail.copy, Qt.MouseButton.LeftButton)
    assert asked.args[0] == "Dear Priya,\nthank you."


def test_a_letter_goes_from_draft_to_answer(page: RejectionsPage, qtbot: QtBot) -> None:
    number = log("Northwind")
    page.select(number)
    page.detail.tabs.setCurrentWidget(page.detail.feedback)
    qtbot.mouseClick(page.detail.feedback.draft, Qt.MouseButton.LeftButton)
    (request,) = feedback.requests_of(number)
    row = page.detail.feedback.rows.widgets[request.id]
    assert "Northwind" in row.letter_now().body
    row.to_name.setText("Priya Nair")
    row.sent.click()
    assert cell(page, 0, FEEDBACK) == "asked"
    row.received.click()
    row.answer.text.setPlainText("More numbers in the case study.")
    row.answer.read_later.click()
    qtbot.waitUntil(lambda: row.answer.read_now.isVisible() and not row.answer.text.isVisible())
    row.answer.read_now.click()
    qtbot.waitUntil(row.answer.text.isVisible)
    (request,) = feedback.requests_of(number)
    assert request.state == FeedbackState.RECEIVED
    assert request.to_name == "Priya Nair"
    assert request.answer == "More numbers in the case study."
    assert cell(page, 0, FEEDBACK) == "received"


def _letter(page: RejectionsPage) -> tuple[int, FeedbackRow]:
    number = log("Northwind")
    page.select(number)
    page.detail.tabs.setCurrentWidget(page.detail.feedback)
    page.detail.feedback.draft.click()
    (request,) = feedback.requests_of(number)
    return number, page.detail.feedback.rows.widgets[request.id]


def test_a_drafted_letter_has_its_days_on_the_list(page: RejectionsPage) -> None:
    _number, row = _letter(page)
    send, nudge = followups.open_ones()
    assert (send.due_on, nudge.due_on) == (TODAY + timedelta(days=1), TODAY + timedelta(days=9))
    row.send_on.set_day(TODAY + timedelta(days=3))
    send, nudge = followups.open_ones()
    assert (send.due_on, nudge.due_on) == (TODAY + timedelta(days=3), TODAY + timedelta(days=11))
    followups.finish(send.id)
    assert cell(page, 0, FEEDBACK) == "asked"
    assert "one nudge on 30 Nov" in shown_texts(page)
    row.nudged.click()
    assert cell(page, 0, FEEDBACK) == "waiting"
    assert followups.open_ones() == []
    row.no_reply.click()
    assert "It says nothing about you." in shown_texts(page)
    row.wait.click()
    assert cell(page, 0, FEEDBACK) == "waiting"


def test_a_letter_can_have_been_sent_on_another_day(page: RejectionsPage) -> None:
    number, row = _letter(page)
    row.sent_before.click()
    dialog = page.window().findChildren(DayDialog)[-1]
    dialog.day.set_day(TODAY + timedelta(days=1))
    dialog.accept()
    assert dialog.fields["due_on"].refusal
    dialog.day.set_day(TODAY - timedelta(days=2))
    dialog.accept()
    (request,) = feedback.requests_of(number)
    assert request.sent_on == TODAY - timedelta(days=2)


def test_another_wording_writes_the_letter_anew(page: RejectionsPage) -> None:
    number, row = _letter(page)
    row.wording.setCurrentIndex(1)
    row.wording.chosen.emit(row.wording.value())
    (request,) = feedback.requests_of(number)
    assert "I respect your decision, of course." in request.draft
    changes.undo()
    (request,) = feedback.requests_of(number)
    assert "I accept your decision." in request.draft


def test_an_answer_becomes_a_lesson_and_told_reasons(page: RejectionsPage, qtbot: QtBot) -> None:
    number, row = _letter(page)
    (request,) = feedback.requests_of(number)
    row.sent.click()
    row.received.click()
    answer = row.answer
    answer.text.setPlainText("You were strong. We missed a number in your result.")
    cursor = answer.text.textCursor()
    cursor.setPosition(17)
    cursor.setPosition(50, cursor.MoveMode.KeepAnchor)
    answer.text.setTextCursor(cursor)
    answer.keep.click()
    (lesson,) = lessons.of_rejection(number)
    assert lesson.text == "We missed a number in your result"
    assert (lesson.feedback_request_id, lesson.origin) == (request.id, "feedback")
    assert "Kept: “We missed a number" in shown_texts(page)
    qtbot.keyClicks(answer.lesson, "Bring one number")
    qtbot.keyClick(answer.lesson, Qt.Key.Key_Return)
    assert [each.text for each in lessons.from_request(request.id)][1] == "Bring one number"
    answer.reasons["skill"].click()
    (reason,) = rejections.reasons(number)
    assert (reason.code, reason.basis) == ("skill", "told")
    answer.reasons["skill"].click()
    assert rejections.reasons(number) == []
    answer.text.setPlainText("nothing marked")
    answer.lesson.clear()
    answer.keep.click()
    assert "few words" in shown_texts(page)


def test_lessons_are_kept_tried_and_deleted(page: RejectionsPage, qtbot: QtBot) -> None:
    number = log("Northwind")
    page.select(number)
    tab = page.detail.lessons
    page.detail.tabs.setCurrentWidget(tab)
    qtbot.keyClick(tab.new, Qt.Key.Key_Return)
    assert "few words" in shown_texts(page)
    qtbot.keyClicks(tab.new, "Bring one number")
    qtbot.keyClick(tab.new, Qt.Key.Key_Return)
    (lesson,) = lessons.of_rejection(number)
    row = tab.rows.widgets[lesson.id]
    row.state.chosen.emit("helped")
    row.text.setPlainText("Bring two numbers")
    tab.flush()
    (lesson,) = lessons.of_rejection(number)
    assert (lesson.text, lesson.state) == ("Bring two numbers", "helped")
    lessons.delete(lesson.id)
    assert tab.rows.widgets == {}


def test_what_is_typed_is_saved_before_another_record_is_shown(page: RejectionsPage) -> None:
    number, other = log("Northwind"), log("Contoso")
    lesson = lessons.keep(number, "Bring one number")
    page.select(number)
    page.detail.tabs.setCurrentWidget(page.detail.lessons)
    page.detail.lessons.rows.widgets[lesson.id].text.setPlainText("Bring three")
    page.select(other)
    assert [each.text for each in lessons.of_rejection(number)] == ["Bring three"]


def test_the_application_is_reopened_with_one_choice(page: RejectionsPage) -> None:
    number = log("Northwind", outcome="no_reply")
    page.select(number)
    actions = {each.text(): each for each in page.detail.more.menu().actions()}
    actions["Reopen the application"].trigger()
    found = rejections.get(number)
    assert found is not None
    assert not applications.is_closed(found.application)
    assert not actions["Reopen the application"].isEnabled()


def test_a_page_that_is_not_shown_catches_up(page: RejectionsPage) -> None:
    log("Northwind")
    page.hide()
    log("Contoso", date(2026, 11, 12))
    page.show()
    page.open()
    assert companies(page) == ["Northwind", "Contoso"]
