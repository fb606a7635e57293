"""Making one story of two in the store."""

from datetime import date
from pathlib import Path

import pytest

from rebound_desktop.core.stories import Form
from rebound_desktop.core.vocabulary import Framework, Stage
from rebound_desktop.store import applications, changes, stories, story_forms, story_versions
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.story_merging import labels_of, merge
from rebound_desktop.store.tables import PrepSheet, PrepSheetStory, database


def everything() -> list[list[tuple[object, ...]]]:
    tables = ("stories", "tellings", "story_forms", "prep_sheet_stories", "story_versions")
    return [database.execute_sql(f"SELECT * FROM {each} ORDER BY id").fetchall() for each in tables]


def test_texts_tellings_wordings_and_prep_sheets_come_together(store: Path) -> None:
    kept = stories.add({"title": "One", "action": "I rang."}, [(Framework.NACE, "Teamwork")])
    other = stories.add(
        {"title": "Two", "action": "I wrote."}, [(Framework.OWN, "Patience")], rejection_id=None
    )
    stories.tell(kept.id, date(2026, 1, 1))
    stories.tell(other.id, date(2026, 2, 1))
    story_forms.save(kept.id, Form.CAR, "Kept car")
    story_forms.save(other.id, Form.CAR, "Other car")
    story_forms.save(other.id, Form.STAR, "Other star")
    application = applications.add({"company": "Northwind"}, stage=Stage.INTERVIEWING)
    with changes.write("Prepare"):
        both, single = (PrepSheet.create(application=application) for _ in range(2))
        for sheet, story in ((both, kept), (both, other), (single, other)):
            PrepSheetStory.create(prep_sheet=sheet, story=story.id)
    before = everything()

    merge(kept.id, other.id, "Both", labels_of(kept.id, other.id))

    found = stories.get(kept.id)
    assert found is not None
    assert (found.title, found.action) == ("Both", "I rang.\n\nI wrote.")
    assert stories.get(other.id) is None
    assert [each.name for each in stories.competencies_of(kept.id)] == ["Teamwork", "Patience"]
    assert len(stories.tellings_of(kept.id)) == 2
    own = {form: each.text for form, each in story_forms.of_story(found).items()}
    assert own == {Form.CAR: "Kept car", Form.STAR: "Other star"}
    placed = [(each.prep_sheet_id, each.story_id) for each in PrepSheetStory.select()]
    assert placed == [(both.id, kept.id), (single.id, kept.id)]
    assert {each.title for each in story_versions.of_story(kept.id)} == {"One", "Two"}

    changes.undo()
    assert everything() == before


def test_more_than_four_competencies_are_refused_and_nothing_changes(store: Path) -> None:
    kept = stories.add({"title": "One"}, [(Framework.OWN, each) for each in "abc"])
    other = stories.add({"title": "Two"}, [(Framework.OWN, each) for each in "cde"])
    labels = labels_of(kept.id, other.id)
    assert [name for _, name in labels] == ["a", "b", "c", "d", "e"]
    with pytest.raises(RefusedError):
        merge(kept.id, other.id, "Both", labels)
    assert stories.get(other.id) is not None
    assert story_versions.of_story(kept.id) == []


def test_a_story_does_not_merge_with_itself_or_without_a_title(store: Path) -> None:
    one, two = (stories.add({"title": each}).id for each in "ab")
    with pytest.raises(RefusedError):
        merge(one, one, "x", [])
    with pytest.raises(RefusedError):
        merge(one, two, "  ", [])
