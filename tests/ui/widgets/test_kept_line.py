"""A line that is typed and not entered yet is there again after a crash."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rebound_desktop.store import drafts, stories
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
