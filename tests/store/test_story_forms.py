"""The person's own wording of a story in a form."""

from pathlib import Path

import pytest

from rebound_desktop.core.stories import Form
from rebound_desktop.store import changes, stories, story_forms
from rebound_desktop.store.tables import Story


def now(story_id: int) -> Story:
    found = stories.get(story_id)
    assert found is not None
    return found


def test_an_own_wording_takes_the_place_of_what_is_worked_out(store: Path) -> None:
    story = stories.add({"title": "Asked", "action": "I asked them all. It took a week."})
    story_forms.save(story.id, Form.SECONDS_60, "I asked, in my own words.")
    assert story_forms.rendered(now(story.id), Form.SECONDS_60, 140).text.endswith("own words.")
    assert story_forms.rendered(now(story.id), Form.SECONDS_60, 140).words == 6
    assert story_forms.rendered(now(story.id), Form.SECONDS_30, 140).text.startswith("I asked them")
    story_forms.reset(story.id, Form.SECONDS_60)
    assert story_forms.of_story(now(story.id)) == {}
    changes.undo()
    assert Form.SECONDS_60 in story_forms.of_story(now(story.id))


def test_a_wording_over_the_limit_is_kept_whole(store: Path) -> None:
    story = stories.add({"title": "Asked"})
    long = "word " * 200
    story_forms.save(story.id, Form.SECONDS_30, long)
    assert story_forms.rendered(now(story.id), Form.SECONDS_30, 140).text == long


def test_a_wording_is_behind_when_the_texts_changed_and_only_then(store: Path) -> None:
    story = stories.add({"title": "Asked", "action": "I asked."})
    story_forms.save(story.id, Form.CAR, "Mine.")
    stories.retire(story.id)
    stories.edit(story.id, {}, [("own", "Patience")])
    assert not story_forms.of_story(now(story.id))[Form.CAR].behind
    stories.edit(story.id, {"action": "I asked twice."})
    assert story_forms.of_story(now(story.id))[Form.CAR].behind
    changes.undo()
    assert not story_forms.of_story(now(story.id))[Form.CAR].behind
    stories.edit(story.id, {"action": "I asked three times."})
    story_forms.save(story.id, Form.CAR, "Mine.")
    assert not story_forms.of_story(now(story.id))[Form.CAR].behind


def test_an_emptied_wording_is_none(store: Path) -> None:
    story = stories.add({"title": "Asked"})
    story_forms.save(story.id, Form.CAR, "Mine.")
    story_forms.save(story.id, Form.CAR, "  ")
    assert story_forms.of_story(now(story.id)) == {}


def test_the_whole_story_has_no_own_wording(store: Path) -> None:
    with pytest.raises(ValueError, match="whole"):
        story_forms.save(stories.add({"title": "A"}).id, Form.WHOLE, "x")
