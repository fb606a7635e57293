"""Deleting for good: no trace in the store, its index, its log, Undo, or the backups."""

from dataclasses import replace
from pathlib import Path

import pytest

from rebound_desktop.core import clock
from rebound_desktop.core.letter_templates import shipped
from rebound_desktop.core.vocabulary import LetterKind, Stage
from rebound_desktop.exchange import sample_data
from rebound_desktop.store import (
    applications,
    backup,
    backup_list,
    bin_contents,
    changes,
    check,
    database,
    drafts,
    erasing,
    letter_templates,
    questions,
    rejections,
    search,
    stories,
)
from rebound_desktop.store.second_place import SecondPlace
from rebound_desktop.store.tables import StoryForm
from rebound_desktop.store.tables import database as connection

SECRET = "Quetzalcoatl"


@pytest.fixture
def story_id(store: Path) -> int:
    """A story with a word of its own, in two backups, and another story beside it."""
    stories.add({"title": "Kept the date", "action": "I wrote it down."})
    made = stories.add({"title": f"The {SECRET} launch", "action": f"Only {SECRET} knew."})
    stories.tell(made.id, clock.today(), to_whom=f"Priest of {SECRET}")
    for slot in ("", " (2)", " (9)"):
        drafts.keep("TellingDialog", f"stories {made.id}{slot}", {"note": SECRET})
    drafts.keep("a competency", f"stories {made.id}", {"text": SECRET})
    for reason in ("daily", "import"):
        backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason=reason)
    stories.delete(made.id)
    return int(made.id)


def holding(folder: Path) -> list[str]:
    return sorted(
        each.name
        for each in folder.rglob("*")
        if each.is_file() and SECRET.casefold().encode() in each.read_bytes().lower()
    )


def test_nothing_of_it_is_left_in_any_file(store: Path, story_id: int) -> None:
    assert len(holding(store)) >= 3

    erasing.erase("stories", [story_id])
    cleared = erasing.clear_away(store)

    assert holding(store) == []
    assert (cleared.rewritten, cleared.removed, cleared.left) == (2, [], [])
    assert not erasing.is_pending(store)
    assert changes.undo_label() == ""
    assert search.matching_ids("stories", SECRET) == []
    assert [each.title for each in [stories.get(1)] if each] == ["Kept the date"]
    database.close_store()
    assert holding(store) == []
    assert check.verify(store).problems == []


def test_the_backups_still_hold_everything_else(store: Path, story_id: int) -> None:
    erasing.erase("stories", [story_id])
    erasing.clear_away(store)
    database.close_store()
    copy = backup_list.listed(store / backup.FOLDER)[0].path
    other = store / "other"
    other.mkdir()
    copy.rename(other / database.FILE_NAME)

    database.open_store(other)
    assert stories.get(1) is not None
    assert stories.get(story_id) is None
    database.close_store()
    assert check.verify(other).problems == []


def test_a_backup_that_cannot_be_rewritten_is_removed(store: Path, story_id: int) -> None:
    broken = store / backup.FOLDER / "rebound-2026-01-01-080000-daily.db"
    broken.write_bytes(b"SQLite format 3\0" + SECRET.encode() * 400)

    erasing.erase("stories", [story_id])

    assert erasing.clear_away(store).removed == [broken]
    assert holding(store) == []


def test_what_was_not_cleared_away_is_at_the_next_start(store: Path, story_id: int) -> None:
    erasing.erase("stories", [story_id])
    database.close_store()  # the program ended in between

    database.open_store(store)
    assert erasing.is_pending(store)
    erasing.clear_away(store)
    assert holding(store) == []


def test_a_second_place_that_is_not_there_is_named(store: Path, story_id: int) -> None:
    gone = store.parent / "stick"
    second = SecondPlace(gone, "0123abcd")

    erasing.erase("stories", [story_id])

    assert erasing.clear_away(store, second).left == [gone]
    assert erasing.is_pending(store), "it is cleared once the stick is there again"
    gone.mkdir()
    erasing.clear_away(store, second)
    assert not erasing.is_pending(store)


def test_only_what_is_older_than_a_month_goes(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "utc_stamp", lambda: "2027-01-01T08:00:00.000000Z")
    old = applications.add({"company": "Northwind"}, stage=Stage.APPLIED).id
    applications.delete(old)
    monkeypatch.setattr(clock, "utc_stamp", lambda: "2027-01-20T08:00:00.000000Z")
    newer = applications.add({"company": "Contoso"}).id
    applications.delete(newer)

    monkeypatch.setenv("REBOUND_TODAY", "2027-01-31")
    assert erasing.erase_older() is False
    monkeypatch.setenv("REBOUND_TODAY", "2027-02-02")
    assert erasing.erase_older() is True

    assert [each.name for each in bin_contents.contents()] == ["Contoso"]


def test_what_a_story_consists_of_keeps_it_nowhere(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = stories.add({"title": "Kept the date"})
    StoryForm.create(story=made, form="star", text="My own wording")
    stories.delete(made.id)
    monkeypatch.setenv("REBOUND_TODAY", "2090-01-01")

    assert erasing.erase_older() is True
    assert bin_contents.contents() == []
    assert StoryForm.select().count() == 0


def test_what_is_restored_counts_again(store: Path) -> None:
    application = applications.add({"company": "Northwind"}, stage=Stage.APPLIED)
    applications.edit(application.id, {"notes": "Their office is by the sea."})
    no = rejections.log(application.id, on=clock.today(), reached=Stage.APPLIED)
    applications.retract_event(no.event_id)
    assert applications.get(application.id).stage == Stage.APPLIED

    (found,) = bin_contents.contents()
    assert (found.table, found.name) == ("rejections", "Northwind")
    bin_contents.restore("rejections", no.id)

    assert bin_contents.contents() == []
    assert applications.get(application.id).stage == Stage.CLOSED
    assert rejections.get(no.id) is not None
    assert changes.undo() == "Restore from the bin"
    assert applications.get(application.id).stage == Stage.APPLIED


def test_a_record_brings_along_what_it_cannot_be_without(store: Path) -> None:
    application = applications.add({"company": "Northwind"}, stage=Stage.APPLIED)
    no = rejections.log(application.id, on=clock.today(), reached=Stage.APPLIED)
    applications.retract_event(no.event_id)
    applications.delete(application.id)

    bin_contents.restore("rejections", no.id)

    assert applications.get(application.id) is not None
    assert rejections.get(no.id) is not None


@pytest.mark.parametrize("table", list(bin_contents._NAMES))
def test_no_draft_about_it_is_left_whatever_it_was(store: Path, table: str) -> None:
    number = _record_of(table)
    others = [f"{table} {number}0", f"{table} {number} and more", f"other {number}"]
    for other in others:
        drafts.keep("Form", other, {"text": "another"})
    for slot in ("", *(f" ({each})" for each in range(2, 10))):
        drafts.keep("Form", f"{table} {number}{slot}", {"text": SECRET})
    backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")
    connection.execute_sql(f"UPDATE {table} SET deleted_at = '2026-01-01' WHERE id = {number}")

    erasing.erase(table, [number])
    erasing.clear_away(store)

    assert holding(store) == []
    assert all(drafts.find("Form", each) == {"text": "another"} for each in others)


def _record_of(table: str) -> int:
    """Return the id of a record of a kind, from the sample data."""
    sample_data.fill()
    row = connection.execute_sql(f"SELECT max(id) FROM {table}").fetchone()
    if row[0] is not None:
        return int(row[0])
    assert table in ("letter_templates", "questions")
    if table == "questions":
        return int(questions.add("What is your plan?", []).id)
    own = replace(shipped(LetterKind.THANKS_ONLY), name="Mine", key="", row=0)
    return letter_templates.save(own).row


def test_words_of_a_form_from_before_are_in_no_backup(store: Path) -> None:
    """The form was killed, the backup made, and the record then entered once more and erased."""
    drafts.keep("PersonDialog", "New person", {"name": SECRET})
    backup.make(store / database.FILE_NAME, store / backup.FOLDER, reason="daily")
    drafts.forget("PersonDialog", "New person")
    made = stories.add({"title": SECRET})
    stories.delete(made.id)

    erasing.erase("stories", [made.id])
    erasing.clear_away(store)

    assert holding(store) == []


def test_drafts_about_records_that_are_gone_are_dropped(store: Path) -> None:
    made = stories.add({"title": "Kept the date"})
    drafts.keep("a competency", f"stories {made.id}", {"text": "there"})
    drafts.keep("a competency", f"stories {made.id + 1} (2)", {"text": "gone"})
    drafts.keep("New story", "a new story", {"text": "there"})

    drafts.forget_old()

    assert drafts.find("a competency", f"stories {made.id}") == {"text": "there"}
    assert drafts.find("a competency", f"stories {made.id + 1} (2)") is None
    assert drafts.find("New story", "a new story") == {"text": "there"}


def test_a_draft_that_took_its_words_over_goes_too(store: Path, story_id: int) -> None:
    drafts.keep("MergeDialog", "stories 1", {"title": SECRET}, [f"stories {story_id}"])
    drafts.keep("MergeDialog", "stories 7", {"title": "x"}, [f"stories {story_id}1"])

    erasing.erase("stories", [story_id])
    erasing.clear_away(store)

    assert holding(store) == []
    assert drafts.find("MergeDialog", "stories 7") is not None
