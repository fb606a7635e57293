"""The earlier versions of a story."""

from pytestqt.qtbot import QtBot

from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import changes, stories
from rebound_desktop.ui.dialogs.story_history import StoryHistoryDialog


def open_one(qtbot: QtBot, story_id: int) -> StoryHistoryDialog:
    made = StoryHistoryDialog(story_id)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_story_without_versions_says_when_they_are_kept(
    qtbot: QtBot, signals: StoreSignals
) -> None:
    dialog = open_one(qtbot, stories.add({"title": "One"}).id)
    assert not dialog.list.isVisible()
    assert not dialog.bring_back.isEnabled()
    dialog.close()


def test_one_is_read_and_brought_back(qtbot: QtBot, signals: StoreSignals) -> None:
    story = stories.add({"title": "One", "action": "I did.", "happened": "2024"})
    stories.edit(story.id, {"title": "Two", "action": "I did it."}, keep=True)
    stories.edit(story.id, {"title": "Three"}, keep=True)
    dialog = open_one(qtbot, story.id)
    assert dialog.list.count() == 2
    assert dialog.text.toPlainText().startswith("Two")
    dialog.list.setCurrentRow(1)
    assert dialog.text.toPlainText() == "One\n\nAction\nI did.\n\n2024"
    dialog.bring_back.click()
    assert not dialog.isVisible()
    found = stories.get(story.id)
    assert found is not None
    assert (found.title, found.action) == ("One", "I did.")
    changes.undo()
    found = stories.get(story.id)
    assert found is not None
    assert found.title == "Three"
