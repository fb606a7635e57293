"""A line that is typed and not entered yet is there again after a crash."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rebound_desktop.store import drafts, questions, stories
from rebound_desktop.store.errors import NotSavedError
from rebound_desktop.store.tables import database as connection
from rebound_desktop.ui.dialogs.question_dialog import QuestionDialog
from rebound_desktop.ui.pages.today_story import StoryCard
from rebound_desktop.ui.widgets.kept_line import KeptLine


def line(qtbot: QtBot, about: str) -> KeptLine:
    made = KeptLine()
    qtbot.addWidget(made)
    made.keep_as(about)
    made.show()
    return made


def test_what_was_typed_is_there_again(qtbot: QtBot, store: Path) -> None:
    first = line(qtbot, "a win")
    QTest.keyClicks(first, "Baked 120 rolls")
    qtbot.waitUntil(lambda: drafts.find("KeptLine", "a win") == {"text": "Baked 120 rolls"})
    assert line(qtbot, "a win").text() == "Baked 120 rolls"
    assert line(qtbot, "another").text() == ""


def test_hiding_keeps_it_at_once_and_emptying_forgets_it(qtbot: QtBot, store: Path) -> None:
    first = line(qtbot, "a win")
    QTest.keyClicks(first, "Baked")
    first.hide()
    assert drafts.find("KeptLine", "a win") == {"text": "Baked"}
    first.clear()
    assert drafts.find("KeptLine", "a win") is None


def test_each_record_has_its_own(qtbot: QtBot, store: Path) -> None:
    first = line(qtbot, "sheet 1")
    QTest.keyClicks(first, "Who is on the panel?")
    first.keep_as("sheet 2")
    assert first.text() == ""
    QTest.keyClicks(first, "What is next?")
    first.keep_as("sheet 1")
    assert first.text() == "Who is on the panel?"
    assert drafts.find("KeptLine", "sheet 2") == {"text": "What is next?"}


def test_a_win_that_was_entered_is_not_offered_again(qtbot: QtBot, store: Path) -> None:
    card = StoryCard()
    qtbot.addWidget(card)
    card.show()
    QTest.keyClicks(card.win, "Baked 120 rolls")
    QTest.keyClick(card.win, Qt.Key.Key_Return)
    assert stories.count() == 1
    again = StoryCard()
    qtbot.addWidget(again)
    assert again.win.text() == ""


def test_it_goes_along_to_the_record_that_is_made(qtbot: QtBot, store: Path) -> None:
    first = line(qtbot, "a new story")
    QTest.keyClicks(first, "Zebraword")
    drafts.keep("KeptLine", "stories 1", {"text": "older"})
    first.move_to("stories 1")
    assert drafts.find("KeptLine", "a new story") is None
    assert drafts.find("KeptLine", "stories 1") == {"text": "Zebraword"}
    assert line(qtbot, "a new story").text() == ""
    first.clear()
    assert drafts.find("KeptLine", "stories 1") is None


def test_a_line_that_was_not_taken_stays_with_its_record(qtbot: QtBot, store: Path) -> None:
    first = line(qtbot, "prep_sheets 1")
    connection.execute_sql("PRAGMA query_only = 1")
    first.setText("Who is on the panel?")
    with pytest.raises(NotSavedError):
        first.keep_as("prep_sheets 2")
    assert first.text() == "Who is on the panel?"
    connection.execute_sql("PRAGMA query_only = 0")
    first.keep_as("prep_sheets 2")
    assert first.text() == ""
    assert drafts.find("KeptLine", "prep_sheets 1") == {"text": "Who is on the panel?"}


def test_enter_in_a_form_adds_and_does_not_send_it_off(qtbot: QtBot, store: Path) -> None:
    form = QuestionDialog()
    qtbot.addWidget(form)
    form.show()
    form.text.setPlainText("What is your plan?")
    QTest.keyClicks(form.picker.field, "Zebraword")
    QTest.keyClick(form.picker.field, Qt.Key.Key_Return)
    assert form.isVisible()
    assert form.picker.labels() == [("own", "Zebraword")]
    QTest.keyClicks(form.picker.field, "Half")
    form.accept()
    made = next(each for each in questions.listed() if each.text == "What is your plan?")
    assert made.competencies == ("Zebraword", "Half")
