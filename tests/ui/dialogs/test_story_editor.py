"""The story editor: everything is saved as it is typed."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rebound_desktop.core.story_parts import FIELDS
from rebound_desktop.core.vocabulary import Framework
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import changes, erasing, stories, story_versions
from rebound_desktop.store.tables import Story
from rebound_desktop.ui.dialogs.story_editor import StoryEditor

Opener = Callable[..., StoryEditor]
ODD = "line 1\nline 2 “q” 日本語 🙂 a\u00a0b"


@pytest.fixture
def editor(qtbot: QtBot, signals: StoreSignals, settings: Settings) -> Iterator[Opener]:
    made: list[StoryEditor] = []

    def open_one(story_id: int = 0, **given: object) -> StoryEditor:
        one = StoryEditor(settings, story_id, **given)  # type: ignore[arg-type]
        qtbot.addWidget(one)
        one.show()
        made.append(one)
        return one

    yield open_one
    for each in made:
        each.close()


def only_story() -> Story:
    (story,) = Story.select()
    assert isinstance(story, Story)
    return story


def test_every_field_is_on_disk_after_closing(editor: Opener) -> None:
    one = editor()
    for name in FIELDS:
        one.box(name).setPlainText(f"{name} {ODD}")  # type: ignore[union-attr]
    one.box("title").setText("Mine")  # type: ignore[union-attr]
    one.box("happened").setText("2024")  # type: ignore[union-attr]
    one.expectation.setCurrentIndex(2)
    one.expectation.chosen.emit("exceeded")
    one.picker.add((Framework.NACE, "Teamwork"))
    one.close()
    texts = stories.texts_of(only_story())
    assert texts == {
        **{name: f"{name} {ODD}" for name in FIELDS},
        "title": "Mine",
        "happened": "2024",
        "expectation": "exceeded",
    }
    assert [each.name for each in stories.competencies_of(1)] == ["Teamwork"]


def test_a_text_is_saved_while_it_is_typed(qtbot: QtBot, editor: Opener) -> None:
    one = editor()
    QTest.keyClicks(one.box("action"), "I rang them")
    qtbot.waitUntil(lambda: Story.select().count() == 1, timeout=2000)
    assert only_story().action == "I rang them"
    assert only_story().title == "I rang them"


def test_escape_loses_nothing(editor: Opener) -> None:
    story = stories.add({"title": "One", "action": "before"})
    one = editor(story.id)
    one.box("action").setPlainText("after")  # type: ignore[union-attr]
    QTest.keyClick(one, Qt.Key.Key_Escape)
    assert not one.isVisible()
    assert only_story().action == "after"


def test_nothing_typed_makes_no_story(editor: Opener) -> None:
    one = editor(labels=[(Framework.NACE, "Teamwork")])
    one.box("situation").setPlainText("  \n")  # type: ignore[union-attr]
    one.box("happened").setText("2024")  # type: ignore[union-attr]
    one.close()
    assert Story.select().count() == 0


def test_the_title_follows_the_first_words_until_one_is_typed(editor: Opener) -> None:
    one = editor()
    one.box("situation").setPlainText("In spring")  # type: ignore[union-attr]
    one._autosave.flush()
    one.box("situation").setPlainText("In spring the vendor left")  # type: ignore[union-attr]
    one._autosave.flush()
    assert only_story().title == "In spring the vendor left"
    assert one.box("title").placeholderText() == "In spring the vendor left"
    one.box("title").setText("The vendor")  # type: ignore[union-attr]
    one.box("situation").setPlainText("Something else")  # type: ignore[union-attr]
    one.close()
    assert only_story().title == "The vendor"


def test_an_emptied_title_is_refused_at_the_field_and_the_old_one_stays(editor: Opener) -> None:
    story = stories.add({"title": "One", "action": "x"})
    one = editor(story.id)
    one.box("title").setText("")  # type: ignore[union-attr]
    assert "needs a title" in one.fields["title"].refusal
    one._autosave.flush()
    assert only_story().title == "One"
    one.box("title").setText("Two")  # type: ignore[union-attr]
    assert one.fields["title"].refusal == ""
    one.close()
    assert only_story().title == "Two"


def test_undo_takes_one_field_back_after_closing(editor: Opener) -> None:
    story = stories.add({"title": "One", "action": "before", "result": "old"})
    one = editor(story.id)
    for text in ("after", "after all"):
        one.box("action").setPlainText(text)  # type: ignore[union-attr]
        one._autosave.flush()
    one.box("result").setPlainText("new")  # type: ignore[union-attr]
    one.close()
    changes.undo()
    assert (only_story().action, only_story().result) == ("after all", "old")
    changes.undo()
    assert only_story().action == "before"


def test_words_speaking_time_and_at_most_two_hints(editor: Opener) -> None:
    one = editor()
    assert one.length.text() == "Saved as you type"
    assert one.hints.isHidden()
    one.box("situation").setPlainText("We usually met. We often talked.")  # type: ignore[union-attr]
    one.box("action").setPlainText("we and our plan " * 30)  # type: ignore[union-attr]
    one.box("result").setPlainText("The people in our shop were a good deal happier")  # type: ignore[union-attr]
    assert one.length.text().startswith("136 words, about 60 s")
    assert len(one.hints.text().splitlines()) == 2


def test_opening_does_not_mark_the_title(qtbot: QtBot, editor: Opener) -> None:
    story = stories.add({"title": "One"})
    one = editor(story.id)
    qtbot.wait(20)
    assert not one.box("title").hasSelectedText()  # type: ignore[union-attr]


def test_competencies_are_typed_or_chosen_up_to_four(editor: Opener) -> None:
    story = stories.add({"title": "One"}, [(Framework.OWN, "Patience")])
    one = editor(story.id)
    picker = one.picker
    for typed in ("teamwork", "Juggling", "patience", "  ", "Earn Trust"):
        picker.field.setText(typed)
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert picker.labels() == [
        ("own", "Patience"),
        ("nace", "Teamwork"),
        ("own", "Juggling"),
        ("amazon", "Earn Trust"),
    ]
    assert not picker.field.isEnabled()
    picker.add(("own", "Fifth"))
    assert len(picker.labels()) == 4
    picker.remove(("own", "Patience"))
    assert picker.field.isEnabled()
    names = [each.name for each in stories.competencies_of(story.id)]
    assert names == ["Teamwork", "Juggling", "Earn Trust"]


def test_a_suggestion_carries_its_framework(editor: Opener) -> None:
    picker = editor(stories.add({"title": "One"}).id).picker
    picker.field.setText("Leadership – UK Success Profiles")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert picker.labels() == [("uk_success_profiles", "Leadership")]


def test_it_fits_a_small_window(editor: Opener) -> None:
    one = editor(stories.add({"title": "One"}).id)
    assert one.minimumSizeHint().height() < 600
    assert one.minimumSizeHint().width() < 984


def shown(one: StoryEditor) -> list[str]:
    return [name for name, field in one.fields.items() if field.isVisible()]


def test_one_question_at_a_time_saves_the_same_story(editor: Opener, settings: Settings) -> None:
    one = editor()
    assert len(shown(one)) == len(one.fields)
    one.ways.choose("guided")
    assert settings.values.guided_editor
    assert shown(one) == ["title", "moment"]
    assert one._question.place.text() == "Question 1 of 9"
    assert not one._steps.back.isEnabled()
    QTest.keyClicks(one.box("title"), "Rang them")
    one._steps.next.click()
    assert only_story().title == "Rang them"
    assert shown(one) == ["situation"]
    one.activateWindow()
    QTest.qWaitForWindowActive(one)
    for _ in range(3):
        QTest.keyClick(one, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown(one) == ["action"]
    QTest.keyClicks(one.box("action"), "I rang.")
    one._steps.back.click()
    assert shown(one) == ["obstacle"]
    one.ways.choose("all")
    assert len(shown(one)) == len(one.fields)
    assert only_story().action == "I rang."
    assert not settings.values.guided_editor


def test_the_last_question_ends_with_done(editor: Opener) -> None:
    one = editor(guided=True)
    for _ in range(8):
        one._steps.next.click()
    assert shown(one) == ["happened", "competencies"]
    assert not one._steps.next.isVisible()
    one.activateWindow()
    QTest.qWaitForWindowActive(one)
    QTest.keyClick(one, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not one.isVisible()


def test_being_guided_once_is_not_taken_for_a_choice(editor: Opener, settings: Settings) -> None:
    story = stories.add({"title": "One", "situation": "There."})
    one = editor(story.id, guided=True)
    assert shown(one) == ["task"]
    assert not settings.values.guided_editor


def test_the_lengths_of_all_forms_follow(qtbot: QtBot, editor: Opener) -> None:
    one = editor()
    one.box("action").setPlainText("I rang them all again. " * 60)  # type: ignore[union-attr]

    def said() -> list[str]:
        rows = one.lengths._rows.values()
        return [" ".join(label.text() for label in row).strip() for row in rows]

    qtbot.waitUntil(lambda: said()[0] == "Story 300 129 s", timeout=2000)
    assert "60 seconds 140 60 s shortened" in said()
    assert "250 words 250 107 s shortened" in said()


def test_a_session_keeps_the_story_as_it_was_once(editor: Opener) -> None:
    story = stories.add({"title": "One", "action": "before"})
    one = editor(story.id)
    for text in ("after", "after all"):
        one.box("action").setPlainText(text)  # type: ignore[union-attr]
        one._autosave.flush()
    one.box("result").setPlainText("new")  # type: ignore[union-attr]
    one.close()
    editor(story.id).close()
    assert [each.action for each in story_versions.of_story(story.id)] == ["before"]


@pytest.mark.parametrize("is_new", [False, True])
def test_a_key_in_a_megabyte_holds_nothing_up(editor: Opener, is_new: bool) -> None:
    book = f"{'Once upon a time we always walked to the sea. ' * 4}\n" * 5_400
    parts = ("situation", "task", "obstacle", "action", "result")
    if is_new:
        one = editor()
        for name in parts:
            one.box(name).setPlainText(book)  # type: ignore[union-attr]
        one._autosave.flush()
    else:
        one = editor(stories.add({"title": "Big", **dict.fromkeys(parts, book)}).id)
    action = one.box("action")
    action.setFocus()
    begun = time.thread_time()
    QTest.keyClick(action, Qt.Key.Key_A)
    # Of this thread alone, so that other programs do not count; to read it all took a second.
    assert time.thread_time() - begun < 0.2
    assert one.length.text() == "Saved as you type"
    assert one.hints.isHidden()
    one.close()
    assert len(only_story().action) == len(book) + 1


def test_a_half_typed_competency_stays_with_its_story(
    qtbot: QtBot, store: Path, settings: Settings
) -> None:
    first = StoryEditor(settings)
    qtbot.addWidget(first)
    first.show()
    first.picker.field.setText("Zebraword")
    first.picker.field.flush()
    QTest.keyClicks(first.box("title"), "Kept the date")
    first.close()

    other = StoryEditor(settings)
    qtbot.addWidget(other)
    assert other.picker.field.text() == ""
    other.close()
    again = StoryEditor(settings, first.story_id)
    qtbot.addWidget(again)
    assert again.picker.field.text() == "Zebraword"
    again.close()
    stories.delete(first.story_id)
    erasing.erase("stories", [first.story_id])
    erasing.clear_away(store)
    files = [each for each in store.rglob("*") if each.is_file()]
    assert not any(b"zebraword" in each.read_bytes().lower() for each in files)


def test_what_was_chosen_before_there_is_a_text_is_there_after_a_kill(
    qtbot: QtBot, settings: Settings
) -> None:
    first = StoryEditor(settings)
    qtbot.addWidget(first)
    first.show()
    first.picker.add(("own", "Baking"))
    first.expectation.set_value("met")
    first.expectation.chosen.emit("met")
    first.picker.field.setText("Zebraword")
    first.hide()  # killed: nobody says done

    again = StoryEditor(settings)
    qtbot.addWidget(again)
    again.show()
    assert again.picker.labels() == [("own", "Baking")]
    assert again.expectation.value() == "met"
    assert again.picker.field.text() == "Zebraword"
    again.close()

    last = StoryEditor(settings)
    qtbot.addWidget(last)
    assert last.picker.labels() == []
    assert last.expectation.value() == ""
    assert last.picker.field.text() == ""
