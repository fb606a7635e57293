"""Stories and their tellings in the store."""

from datetime import date
from pathlib import Path

import pytest

from rebound_desktop.core.vocabulary import Framework, Landing, Stage
from rebound_desktop.store import applications, changes, search, stories
from rebound_desktop.store.errors import RefusedError

ODD = "Zeile 1\nZeile 2 “quoted” 日本語 🙂 'x' -- ; DROP TABLE stories"


def test_every_text_is_kept_as_written(store: Path) -> None:
    values = {name: f"{name}: {ODD}" for name in stories.EDITABLE if name != "expectation"}
    values["expectation"] = "exceeded"
    story = stories.add(values)
    found = stories.get(story.id)
    assert found is not None
    texts = stories.texts_of(found)
    assert texts["action"] == values["action"]
    assert texts["applied"] == values["applied"]
    assert texts["expectation"] == "exceeded"
    assert texts["title"] == " ".join(values["title"].split())


def test_without_a_title_the_first_words_become_one(store: Path) -> None:
    story = stories.add({"title": " ", "action": "I rang the vendor that same evening. Twice."})
    assert story.title == "I rang the vendor that same evening. Twice"


def test_a_story_without_any_text_is_refused(store: Path) -> None:
    with pytest.raises(RefusedError) as refusal:
        stories.add({"title": "  ", "action": "\n"})
    assert refusal.value.field == "title"


def test_the_title_cannot_be_emptied(store: Path) -> None:
    story = stories.add({"title": "Kept"})
    with pytest.raises(RefusedError) as refusal:
        stories.edit(story.id, {"title": "  "})
    assert refusal.value.field == "title"
    found = stories.get(story.id)
    assert found is not None
    assert found.title == "Kept"


def test_an_expectation_that_is_none_is_refused(store: Path) -> None:
    with pytest.raises(RefusedError):
        stories.add({"title": "A", "expectation": "smashed"})


def test_typing_in_one_field_is_one_undo_step(store: Path) -> None:
    story = stories.add({"title": "A", "action": "before"})
    for text in ("I", "I did", "I did it"):
        stories.edit(story.id, {"action": text}, merge=f"story-{story.id}-action")
    changes.undo()
    found = stories.get(story.id)
    assert found is not None
    assert found.action == "before"


def test_a_duplicate_has_the_texts_and_labels_but_no_tellings(store: Path) -> None:
    story = stories.add({"title": "A", "result": "It worked."}, [(Framework.NACE, "Teamwork")])
    stories.tell(story.id, date(2026, 3, 1), "Northwind")
    copy = stories.duplicate(story.id, "A (copy)")
    assert (copy.title, copy.result) == ("A (copy)", "It worked.")
    assert [each.name for each in stories.competencies_of(copy.id)] == ["Teamwork"]
    assert stories.tellings_of(copy.id) == []


def test_delete_takes_the_tellings_along_and_undo_brings_both_back(store: Path) -> None:
    story = stories.add({"title": "A"})
    stories.tell(story.id, date(2026, 3, 1))
    stories.delete(story.id)
    assert stories.get(story.id) is None
    assert stories.tellings_of(story.id) == []
    assert stories.count() == 0
    changes.undo()
    assert stories.get(story.id) is not None
    assert len(stories.tellings_of(story.id)) == 1


def test_retire_and_bring_back(store: Path) -> None:
    story = stories.add({"title": "A"})
    stories.retire(story.id)
    assert stories.to_remember(2) == []
    stories.retire(story.id, retired=False)
    assert [each.id for each in stories.to_remember(2)] == [story.id]


def test_reminders_take_written_stories_first_and_move_on_by_day(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = stories.add({"title": "Raw"})
    written = [stories.add({"title": str(each), "action": "I did."}).id for each in range(5)]
    seen = set()
    for day in range(1, 6):
        monkeypatch.setenv("REBOUND_TODAY", f"2026-03-0{day}")
        chosen = [each.id for each in stories.to_remember(2)]
        assert chosen == [each.id for each in stories.to_remember(2)]
        assert len(set(chosen)) == 2
        seen.update(chosen)
    assert seen == set(written)
    assert [each.id for each in stories.to_remember(2, skip=written)] == [raw.id]


def test_tellings_come_latest_first_with_their_application(store: Path) -> None:
    application = applications.add({"company": "Northwind"}, stage=Stage.FINAL)
    story = stories.add({"title": "A"})
    stories.tell(story.id, date(2026, 1, 5), "Contoso", landed=Landing.SO_SO)
    stories.tell(story.id, date(2026, 2, 5), application_id=application.id, note="They laughed.")
    late, early = stories.tellings_of(story.id)
    assert late.application.company == "Northwind"
    assert late.note == "They laughed."
    assert early.application is None
    assert (early.to_whom, early.landed) == ("Contoso", "so_so")


def test_a_telling_is_edited_and_deleted_with_undo(store: Path) -> None:
    story = stories.add({"title": "A"})
    telling = stories.tell(story.id, date(2026, 1, 5), "Contoso")
    stories.edit_telling(telling.id, date(2026, 1, 6), "Fabrikam", landed="well")
    (found,) = stories.tellings_of(story.id)
    assert (found.on_date, found.to_whom, found.landed) == (date(2026, 1, 6), "Fabrikam", "well")
    stories.delete_telling(telling.id)
    assert stories.tellings_of(story.id) == []
    changes.undo()
    assert len(stories.tellings_of(story.id)) == 1


def test_how_it_landed_is_checked(store: Path) -> None:
    story = stories.add({"title": "A"})
    with pytest.raises(RefusedError):
        stories.tell(story.id, date(2026, 1, 5), landed="brilliantly")


def test_competencies_are_found_by_search(store: Path) -> None:
    story = stories.add({"title": "A"}, [(Framework.OWN, "Patience")])
    assert search.matching_ids("stories", "patien") == [story.id]
    stories.edit(story.id, {}, [])
    assert search.matching_ids("stories", "patien") == []
