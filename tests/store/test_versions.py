"""What is noted of edits beside the records, for merging with another laptop."""

from pathlib import Path

import pytest

from rebound_desktop.core import clock
from rebound_desktop.core.edit_vectors import knows, last
from rebound_desktop.core.vocabulary import MoodMoment, ReasonCode, Stage
from rebound_desktop.store import (
    applications,
    changes,
    database,
    erasing,
    moods,
    people,
    people_merging,
    rejections,
    stories,
    versions,
)
from rebound_desktop.store.tables import Application, Person, Story


def edits(record: Application | Person | Story) -> dict[str, dict[str, str]]:
    return versions.edits_by_record().get(record.uuid, {})


def test_what_was_only_made_has_no_edits(store: Path) -> None:
    applications.add({"company": "Northwind", "notes": "They called."}, stage=Stage.APPLIED)

    assert versions.edits_by_record() == {}


def test_an_edit_is_noted_for_its_field_only(store: Path) -> None:
    application = applications.add({"company": "Northwind"})

    applications.edit(application.id, {"company": "Northwind", "notes": "They called."})

    assert list(edits(application)) == ["notes"]


def test_what_follows_from_the_history_is_no_edit(store: Path) -> None:
    application = applications.add({"company": "Northwind"})

    applications.move_to(application.id, Stage.INTERVIEWING)

    assert edits(application) == {}


def test_an_edit_knows_the_one_before_though_the_clock_was_set_back(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = applications.add({"company": "Northwind"})
    applications.edit(application.id, {"notes": "One."})
    before = edits(application)["notes"]
    database.close_store()
    monkeypatch.setenv("REBOUND_TODAY", "2020-01-01")
    database.open_store(store)

    applications.edit(application.id, {"notes": "Two."})

    after = edits(application)["notes"]
    assert knows(after, before)
    assert last(after) > last(before)


def test_each_opening_has_edits_of_its_own(store: Path) -> None:
    """A folder that was copied is another laptop from then on."""
    application = applications.add({"company": "Northwind"})
    applications.edit(application.id, {"notes": "One."})
    database.close_store()
    database.open_store(store)

    applications.edit(application.id, {"notes": "Two."})

    assert len(edits(application)["notes"]) == 2


def test_undo_is_an_edit_too(store: Path) -> None:
    application = applications.add({"company": "Northwind"})
    applications.edit(application.id, {"notes": "One."})
    before = edits(application)["notes"]

    changes.undo()

    assert last(edits(application)["notes"]) > last(before)


def test_a_list_is_a_field_of_its_record(store: Path) -> None:
    application, person = applications.add({"company": "Northwind"}), people.add({"name": "Sam"})
    story = stories.add({"title": "Kept the light on"})

    people.meet(application.id, person.id)
    stories.edit(story.id, {}, competencies=[("own", "Patience")])
    people.set_addresses(person.id, [("email", "sam@example.org")])

    assert list(edits(application)) == ["people"]
    assert list(edits(story)) == ["competencies"]
    assert list(edits(person)) == ["addresses"]


def test_what_is_taken_away_leaves_that_it_is_gone(store: Path) -> None:
    application = applications.add({"company": "Northwind"}, stage=Stage.APPLIED)
    rejection = rejections.log(application.id, on=clock.today(), reached=Stage.APPLIED)
    reason = rejections.set_reason(rejection.id, ReasonCode.BUDGET)
    moods.set_check(rejection.id, MoodMoment.BEFORE, 40)

    rejections.remove_reason(reason.id)
    moods.set_check(rejection.id, MoodMoment.BEFORE, None)

    assert reason.uuid in versions.gone()
    assert len(versions.gone()) == 2


def test_what_comes_back_is_later_than_that_it_was_gone(store: Path) -> None:
    application = applications.add({"company": "Northwind"})
    changes.undo()
    gone = versions.gone()[application.uuid]

    changes.redo()

    assert versions.gone() == {}
    assert last(edits(application)["deleted_at"]) > gone.at


def test_of_two_people_who_became_one_the_heir_is_known(store: Path) -> None:
    kept, gone = people.add({"name": "Sam"}), people.add({"name": "Sam A."})

    people_merging.merge(kept.id, gone.id)

    assert versions.gone()[gone.uuid].became == kept.uuid


def test_of_what_is_deleted_for_good_only_that_is_known(store: Path) -> None:
    application = applications.add({"company": "Northwind"}, stage=Stage.APPLIED)
    applications.edit(application.id, {"notes": "They called."})
    rejections.log(application.id, on=clock.today(), reached=Stage.APPLIED)
    applications.delete(application.id)
    database.close_store()
    database.open_store(store)

    erasing.erase("applications", [application.id])

    assert versions.edits_by_record() == {}
    assert application.uuid in versions.gone()
    # With its two events and its rejection.
    assert len(versions.gone()) == 4


def test_what_was_edited_elsewhere_is_taken_back_without_a_trace(store: Path) -> None:
    application = applications.add({"company": "Northwind"})
    applications.edit(application.id, {"notes": "One."})
    before, gone = versions.edits_by_record(), versions.Gone("2026-11-20T09:30:00Z")
    with changes.write("Merge", edits=False):
        Application.update(notes="Two.").execute()
        versions.put(application.uuid, {"notes": {"elsewhere": "2026-11-20T09:30:00Z"}})
        versions.put_gone("8c3f6f0e-0000-4000-8000-000000000001", gone)
    after = versions.edits_by_record()

    changes.undo()
    assert versions.edits_by_record() == before
    assert versions.gone() == {}

    changes.redo()
    assert versions.edits_by_record() == after
    assert list(versions.gone().values()) == [gone]


def test_a_write_that_is_rolled_back_notes_nothing(store: Path) -> None:
    application = applications.add({"company": "Northwind"})

    def fail() -> None:
        with changes.write("Edit"):
            applications.edit(application.id, {"notes": "One."})
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        fail()

    assert versions.edits_by_record() == {}
