"""The forms of a story and the person's own wording of them."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rebound_desktop.core.stories import OWN_WORDING, Form
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import stories, story_forms
from rebound_desktop.ui.dialogs.story_forms import StoryFormsDialog

ACTION = "I asked them all what they needed. " * 30


@pytest.fixture
def dialog(qtbot: QtBot, signals: StoreSignals) -> Iterator[StoryFormsDialog]:
    story = stories.add({"title": "Asked", "action": ACTION, "result": "All 9 came."})
    made = StoryFormsDialog(story.id, 140)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def own() -> dict[Form, str]:
    story = stories.get(1)
    assert story is not None
    return {form: each.text for form, each in story_forms.of_story(story).items()}


def test_each_form_is_shown_and_nothing_is_kept_by_looking(dialog: StoryFormsDialog) -> None:
    for form in OWN_WORDING:
        dialog.show_form(form)
        assert dialog.text.toPlainText()
        assert dialog.text.accessibleName()
    dialog.show_form(Form.SECONDS_30)
    assert "Shortened or left out: Action" in dialog.over.text()
    assert not dialog.reset.isVisible()
    dialog.close()
    assert own() == {}


def test_what_is_typed_is_kept_and_said_in_the_list(qtbot: QtBot, dialog: StoryFormsDialog) -> None:
    dialog.show_form(Form.ONE_LINE)
    dialog.text.selectAll()
    QTest.keyClicks(dialog.text, "I asked.")
    qtbot.waitUntil(lambda: own() == {Form.ONE_LINE: "I asked."}, timeout=2000)
    assert dialog.forms.currentItem().text() == "One line · own wording"
    assert dialog.length.text().startswith("2 words")
    dialog.reset.click()
    assert own() == {}
    assert dialog.text.toPlainText() == "Asked. All 9 came."


def test_another_form_is_shown_only_after_this_one_is_kept(dialog: StoryFormsDialog) -> None:
    dialog.show_form(Form.SECONDS_30)
    dialog.text.setPlainText("Mine.")
    dialog.show_form(Form.SECONDS_60)
    assert own() == {Form.SECONDS_30: "Mine."}
    assert dialog.text.toPlainText() != "Mine."


def test_too_long_is_said_and_not_cut(dialog: StoryFormsDialog) -> None:
    dialog.show_form(Form.SECONDS_30)
    dialog.text.setPlainText("word " * 75)
    assert dialog.over.text().startswith("5 words more than the 70")
    dialog.close()
    assert own()[Form.SECONDS_30] == "word " * 75


def test_a_wording_that_the_story_left_behind_can_still_fit(dialog: StoryFormsDialog) -> None:
    story_forms.save(1, Form.CAR, "Mine.")
    stories.edit(1, {"result": "All 12 came."})
    dialog.show_form(Form.CAR)
    assert dialog.state.text() == "Your own wording. The story changed since."
    dialog.still.click()
    assert dialog.state.text() == "Your own wording."
    assert not dialog.still.isVisible()


def test_copying_takes_what_is_shown(dialog: StoryFormsDialog) -> None:
    copied: list[tuple[str, str]] = []
    dialog.copy_asked.connect(lambda text, what: copied.append((text, what)))
    dialog.show_form(Form.BULLETS)
    dialog.text.setPlainText("Mine.")
    dialog.copy.click()
    assert copied == [("Mine.", "Bullets, 1 words")]
