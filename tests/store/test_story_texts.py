"""All stories at once, as the ranking reads them."""

from pathlib import Path

from rebound_desktop.store import stories, story_texts


def test_each_story_comes_with_its_texts_and_competencies(store: Path) -> None:
    made = stories.add(
        {"title": "Kept the date", "action": "I rang.", "expectation": "met"},
        [("own", "Patience"), ("nace", "Teamwork")],
    )

    (found,) = story_texts.read()

    assert (found.id, found.title, found.expectation) == (made.id, "Kept the date", "met")
    assert found.fields["action"] == "I rang."
    assert list(found.competencies) == ["Patience", "Teamwork"]
    assert story_texts.read(by="uuid")[0].id == made.uuid


def test_deleted_and_retired_stories_are_left_out(store: Path) -> None:
    stories.delete(stories.add({"title": "Gone"}).id)
    stories.retire(stories.add({"title": "Retired"}).id)
    stories.add({"title": "Here"})

    assert [each.title for each in story_texts.read()] == ["Here"]
