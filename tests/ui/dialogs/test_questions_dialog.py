"""The list of questions and the stories that answer them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from rebound_desktop.core.question_bank import bank
from rebound_desktop.desktop import background
from rebound_desktop.store import questions, stories
from rebound_desktop.ui.dialogs.question_dialog import QuestionDialog
from rebound_desktop.ui.dialogs.questions_dialog import QuestionsDialog


@pytest.fixture
def story(store: Path) -> int:
    made = stories.add(
        {"title": "Calmed them", "action": "I calmed an angry customer."},
        [("amazon", "Customer Obsession")],
    )
    return int(made.id)


@pytest.fixture
def dialog(qtbot: QtBot, story: int) -> Iterator[QuestionsDialog]:
    made = QuestionsDialog()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    background.wait()
    for each in made.findChildren(QuestionDialog):
        each.done(0)


def texts(dialog: QuestionsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def press(dialog: QuestionsDialog, text: str) -> None:
    found = [each for each in dialog.findChildren(QPushButton) if each.text().startswith(text)]
    visible = [each for each in found if each.isVisible()]
    assert visible, text
    visible[0].click()


def form(dialog: QuestionsDialog) -> QuestionDialog:
    return dialog.findChildren(QuestionDialog)[-1]


def test_the_bank_is_listed_and_searched_by_word_and_competency(dialog: QuestionsDialog) -> None:
    assert len(texts(dialog)) == len(bank()) >= 60
    QTest.keyClicks(dialog.search, "give up customer")
    assert texts(dialog) == [bank()[0].text]
    dialog.search.setText("customer obsession")
    assert len(texts(dialog)) > 3
    dialog.search.setText("zzzz")
    assert texts(dialog) == []
    assert not dialog.edit.isEnabled()


def test_from_a_question_to_the_stories_that_answer_it(
    qtbot: QtBot, dialog: QuestionsDialog, story: int
) -> None:
    dialog.list.setCurrentRow(3)
    dialog.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: dialog.stories.count() > 0)
    asked: list[int] = []
    dialog.story_asked.connect(asked.append)
    dialog.stories.itemActivated.emit(dialog.stories.item(0))

    assert asked == [story]
    assert not dialog.isVisible()


def test_a_question_is_added(dialog: QuestionsDialog) -> None:
    press(dialog, "New question")
    form(dialog).text.setPlainText("What would you stop doing?")
    form(dialog).picker.add(("own", "Focus"))
    form(dialog).accept()

    assert texts(dialog)[0] == "What would you stop doing?"
    assert questions.listed()[0].competencies == ("Focus",)
    press(dialog, "Mine 1")
    assert texts(dialog) == ["What would you stop doing?"]


def test_an_empty_question_is_refused_at_its_field(dialog: QuestionsDialog) -> None:
    press(dialog, "New question")
    form(dialog).accept()

    assert form(dialog).fields["text"].refusal


def test_a_question_of_the_bank_is_edited_and_comes_back(dialog: QuestionsDialog) -> None:
    first = texts(dialog)[0]
    press(dialog, "Edit")
    form(dialog).text.setPlainText("My words")
    form(dialog).accept()
    assert texts(dialog)[0] == "My words"
    press(dialog, "As it was")
    assert texts(dialog)[0] == first


def test_a_question_is_hidden_and_shown_again(dialog: QuestionsDialog) -> None:
    first = texts(dialog)[0]
    press(dialog, "Hide")
    assert first not in texts(dialog)
    press(dialog, "Hidden 1")
    assert texts(dialog) == [first]
    press(dialog, "Show again")
    assert questions.listed()[0].text == first
