"""Earlier versions of a story."""

from pathlib import Path

from rebound_desktop.store import changes, stories, story_versions


def titles(story_id: int) -> list[str]:
    return [each.title for each in story_versions.of_story(story_id)]


def test_a_version_is_kept_where_it_is_asked_for_and_something_changes(store: Path) -> None:
    story = stories.add({"title": "One", "action": "I did."})
    stories.edit(story.id, {"title": "One"}, keep=True)
    assert titles(story.id) == []
    stories.edit(story.id, {"title": "Two"}, keep=True)
    stories.edit(story.id, {"title": "Three"})
    stories.edit(story.id, {"title": "Four"}, keep=True)
    assert titles(story.id) == ["Three", "One"]


def test_the_same_texts_are_not_kept_twice(store: Path) -> None:
    story = stories.add({"title": "One"})
    stories.edit(story.id, {"title": "Two"}, keep=True)
    stories.edit(story.id, {"title": "One"})
    stories.edit(story.id, {"title": "Three"}, keep=True)
    assert titles(story.id) == ["One"]


def test_restoring_keeps_what_was_there_and_can_be_undone(store: Path) -> None:
    story = stories.add({"title": "One", "action": "I did.", "expectation": "met"})
    stories.edit(story.id, {"title": "Two", "action": "", "expectation": ""}, keep=True)
    story_versions.restore(story_versions.of_story(story.id)[0].id)
    found = stories.get(story.id)
    assert found is not None
    assert (found.title, found.action, found.expectation) == ("One", "I did.", "met")
    assert titles(story.id) == ["Two", "One"]
    changes.undo()
    found = stories.get(story.id)
    assert found is not None
    assert (found.title, found.action) == ("Two", "")
    assert titles(story.id) == ["One"]


def test_undoing_the_first_change_takes_its_version_along(store: Path) -> None:
    story = stories.add({"title": "One"})
    stories.edit(story.id, {"title": "Two"}, keep=True, merge="m")
    stories.edit(story.id, {"title": "Three"}, merge="m")
    changes.undo()
    assert titles(story.id) == []
