"""The archive: what goes out comes back in, and nothing else changes."""

import json
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.core.stories import Form
from rebound_desktop.core.vocabulary import EventKind, Stage
from rebound_desktop.exchange import archive, sample_data
from rebound_desktop.exchange.archive_reading import ArchiveError, read
from rebound_desktop.store import (
    applications,
    backup,
    backup_list,
    bin,
    changes,
    database,
    people,
    record_shapes,
    rejections,
    search,
    stories,
    story_forms,
    story_versions,
)
from rebound_desktop.store.errors import DiskError
from rebound_desktop.store.tables import Competency, Lesson, Reflection, Story


@contextmanager
def fresh_store() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        database.open_store(Path(folder))
        try:
            yield Path(folder)
        finally:
            database.close_store()


def exported() -> bytes:
    parts: list[str] = []
    archive.export(parts.append)
    return "".join(parts).encode()


def taken(content: bytes, folder: Path) -> archive.Counts:
    return archive.take_in(read(content, "x.json"), folder / backup.FOLDER)


def round_trip(content: bytes) -> bytes:
    with fresh_store() as folder:
        taken(content, folder)
        return exported()


def sample() -> bytes:
    with fresh_store():
        sample_data.fill()
        return exported()


def test_every_list_is_there_in_an_empty_store(store: Path) -> None:
    found = json.loads(exported())

    assert found["format"] == "rebound-archive"
    assert found["version"] == 2
    assert set(found) == {
        *("format", "version", "program", "applications", "events", "rejections", "reasons"),
        *("reflections", "lessons", "feedback_requests", "people", "follow_ups", "stories"),
        *("competencies", "tellings", "mood_checks", "plans", "prep_sheets", "questions"),
        *("letter_templates", "deleted", "erased"),
    }
    assert exported().endswith(b"\n}\n")


def test_an_imported_archive_exports_to_the_same_bytes() -> None:
    content = sample()

    assert round_trip(content) == content


def test_every_kind_of_record_is_in_the_sample_that_makes_the_round_trip() -> None:
    found = json.loads(sample())

    assert all(found[name] for name in record_shapes.NAMES)
    for link in record_shapes.LINKS:
        assert any(each[link.name] for each in found[link.owner]), link
    assert any(each["forms"] and each["versions"] for each in found["stories"])


def test_text_stands_as_it_was_typed(store: Path) -> None:
    text = 'Привет 再见 👩‍🚀 é é "quoted" \\ / 100 %\n\ttab\u2028line {"a": 1}'
    applications.add({"company": "再见", "notes": text})

    assert json.loads(exported())["applications"][0]["notes"] == text
    assert "再见".encode() in exported()


TEXT = some.text(
    alphabet=some.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30
)
DAY = some.dates(date(1990, 1, 1), date(2026, 1, 1))


@given(
    some.lists(some.tuples(TEXT, TEXT, DAY, some.sampled_from(list(EventKind))), max_size=6),
    some.lists(some.tuples(TEXT, TEXT), max_size=4),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_stored_makes_the_round_trip(
    histories: list[tuple[str, str, date, EventKind]], told: list[tuple[str, str]]
) -> None:
    with fresh_store():
        for name, notes, day, kind in histories:
            made = applications.add(
                {"company": name.strip() or "x", "notes": notes}, stage=Stage.APPLIED, on=day
            )
            applications.record_event(made, kind, day, note=name)
            rejections.log(made.id, on=day, reached=Stage.FINAL, their_words=notes)
        for title, action in told:
            stories.add({"title": title.strip() or "x", "action": action})
        content = exported()

    assert round_trip(content) == content


FORM = some.sampled_from([each for each in Form if each is not Form.WHOLE])


@given(some.dictionaries(FORM, TEXT, max_size=4), some.lists(some.tuples(TEXT, TEXT), max_size=4))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_own_wordings_and_earlier_versions_make_the_round_trip(
    forms: dict[Form, str], edits: list[tuple[str, str]]
) -> None:
    with fresh_store():
        story = stories.add({"title": "x"})
        for form, text in forms.items():
            story_forms.save(story.id, form, text)
        for title, action in edits:
            stories.edit(story.id, {"title": title.strip() or "x", "action": action}, keep=True)
        content = exported()
        before = story_state(story.id)
    with fresh_store() as folder:
        taken(content, folder)
        assert exported() == content
        assert story_state(1) == before


def story_state(story_id: int) -> tuple[object, ...]:
    story = stories.get(story_id)
    assert story is not None
    versions = [story_versions.texts_of(each) for each in story_versions.of_story(story_id)]
    return story_forms.of_story(story), versions


def test_what_lies_in_the_bin_stays_there(store: Path) -> None:
    gone = applications.add({"company": "Northwind"}, stage=Stage.APPLIED, on=date(2026, 1, 1))
    rejection = rejections.log(gone.id, on=date(2026, 1, 2), reached=Stage.APPLIED)
    kept = Lesson.create(text="Ask who is on the panel", rejection=rejection)
    applications.add({"company": "Contoso"})
    bin.delete("applications", [gone.id], label="Delete")
    # Written after the deletion, as by a window that was still open.
    Reflection.create(rejection=rejection, did_well="secret")

    found = json.loads(exported())

    assert [each["company"] for each in found["applications"]] == ["Contoso"]
    assert found["rejections"] == found["reflections"] == []
    assert [(each["uuid"], each["rejection"]) for each in found["lessons"]] == [(kept.uuid, None)]
    assert b"secret" not in exported()
    read(exported(), "x.json")


def test_a_correction_is_kept_and_counts_as_before(store: Path) -> None:
    made = applications.add({"company": "Northwind"}, stage=Stage.APPLIED, on=date(2026, 1, 1))
    rejection = rejections.log(made.id, on=date(2026, 1, 2), reached=Stage.FINAL)
    rejections.correct(rejection.id, reached=Stage.SCREENING)
    content = exported()

    assert sum(each["retracted_at"] is not None for each in json.loads(content)["events"]) == 1
    assert round_trip(content) == content
    with fresh_store() as folder:
        taken(content, folder)
        found = applications.get(1)
        assert found is not None
        assert (found.stage, found.furthest) == ("closed", "screening")


def test_what_follows_from_the_history_is_worked_out_anew(store: Path) -> None:
    applications.add({"company": "Northwind"}, stage=Stage.OFFER, on=date(2026, 1, 1))
    content = json.loads(exported())
    database.close_store()
    content["applications"][0].update(stage="closed", outcome="no", furthest="interested")
    with fresh_store() as folder:
        taken(json.dumps(content).encode(), folder)
        found = json.loads(exported())["applications"][0]

    assert (found["stage"], found["furthest"], found["outcome"]) == ("offer", "offer", "")


def test_records_that_are_there_are_left_alone(store: Path) -> None:
    sample_data.fill()
    content = exported()
    changed = json.loads(content)
    for each in changed["stories"]:
        each["title"] = "Somebody else's words"
    changed["people"].append(
        changed["people"][0] | {"uuid": "0" * 8 + "-0000-4000-8000-" + "0" * 12}
    )

    counts = taken(json.dumps(changed).encode(), store)

    total = sum(len(changed[name]) for name in record_shapes.NAMES)
    assert counts == archive.Counts(new=1, there=total - 1)
    assert "Somebody else's words" not in exported().decode()


def test_a_record_in_the_bin_is_there_already(store: Path) -> None:
    made = applications.add({"company": "Northwind"})
    content = exported()
    bin.delete("applications", [made.id], label="Delete")

    assert taken(content, store) == archive.Counts(new=0, there=2)
    assert applications.open_ones() == []


def test_a_competency_of_the_same_name_is_the_same(store: Path) -> None:
    stories.add({"title": "One"}, [("own", "Patience")])
    content = json.loads(exported())
    before = content["competencies"][0]["uuid"]
    other = "11111111-1111-4111-8111-111111111111"
    content["competencies"][0]["uuid"] = other
    content["stories"][0]["competencies"] = [other]
    content["stories"][0]["uuid"] = "22222222-2222-4222-8222-222222222222"

    counts = taken(json.dumps(content).encode(), store)

    assert counts == archive.Counts(new=1, there=1)
    assert Competency.select().count() == 1
    found = json.loads(exported())["stories"]
    assert [each["competencies"] for each in found] == [[before], [before]]


def test_another_reflection_on_the_same_rejection_is_refused(store: Path) -> None:
    made = applications.add({"company": "Northwind"})
    rejection = rejections.log(made.id, on=date(2026, 1, 2), reached=Stage.APPLIED)
    Reflection.create(rejection=rejection)
    content = json.loads(exported())
    content["reflections"][0]["uuid"] = "11111111-1111-4111-8111-111111111111"
    content["people"].append({"uuid": "22222222-2222-4222-8222-222222222222", "name": "Sam"})
    before = exported()

    with pytest.raises(ArchiveError, match=r"^x.json: reflections\[0\]: .*rejection already"):
        taken(json.dumps(content).encode(), store)

    assert exported() == before


def test_an_archive_adds_to_what_is_there(store: Path) -> None:
    made = applications.add({"company": "Northwind"}, stage=Stage.APPLIED, on=date(2026, 1, 1))
    content = json.loads(exported())
    event = content["events"][0] | {
        "uuid": "11111111-1111-4111-8111-111111111111",
        "kind": "offer",
        "on_date": "2026-02-01",
    }
    content["events"] = [event]
    content["applications"] = []

    assert taken(json.dumps(content).encode(), store).new == 1

    found = applications.get(made.id)
    assert found is not None
    assert found.stage == "offer"
    assert changes.undo() == "Import"
    found = applications.get(made.id)
    assert found is not None
    assert found.stage == "applied"


def test_imported_words_are_found(store: Path) -> None:
    content = {"format": "rebound-archive", "version": 1}
    story = {"uuid": "11111111-1111-4111-8111-111111111111", "title": "A lighthouse"}
    taken(json.dumps(content | {"stories": [story]}).encode(), store)

    assert search.matching_ids("stories", "lighth") == [1]
    assert Story.get_by_id(1).expectation == ""


def test_a_backup_is_made_before_something_is_added_to_a_full_store(store: Path) -> None:
    person = {"uuid": "11111111-1111-4111-8111-111111111111", "name": "Sam"}
    content = json.dumps({"format": "rebound-archive", "version": 1, "people": [person]}).encode()
    folder = store / backup.FOLDER

    taken(content, store)
    assert backup_list.latest(folder) is None, "there was nothing to lose yet"
    taken(content, store)
    assert backup_list.latest(folder) is None, "nothing was added"
    people.add({"name": "Mei"})
    database.database.execute_sql("DELETE FROM people WHERE name = 'Sam'")
    taken(content, store)

    assert backup_list.latest(folder) is not None


def test_the_file_is_private_and_complete_or_not_there(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "archive.json"
    file.write_text("an older one")
    file.chmod(0o644)

    archive.export_file(file)

    assert json.loads(file.read_text(encoding="utf-8"))["format"] == "rebound-archive"
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir() if "unfinished" in each.name] == []


def test_an_older_file_survives_what_goes_wrong(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "archive.json"
    file.write_text("an older one")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskError, match="the disk is full.*Make room"):
        archive.export_file(file)

    assert file.read_text() == "an older one"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["archive.json"]


def test_a_folder_is_not_overwritten(store: Path, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="cannot be written"):
        archive.export_file(tmp_path)


def test_an_export_sees_one_moment(store: Path) -> None:
    """What is written by another connection meanwhile is all in the archive or not at all."""
    applications.add({"company": "Northwind"})
    parts: list[str] = []

    def put(text: str) -> None:
        parts.append(text)
        if "Northwind" in text:
            other = sqlcipher.connect(str(store / database.FILE_NAME), isolation_level=None)
            other.execute("DELETE FROM applications")
            other.execute(
                "INSERT INTO people (uuid, created_at, changed_at, name, role) "
                "VALUES ('u', 'c', 'c', 'Sam', 'contact')"
            )
            other.close()

    archive.export(put)
    found: dict[str, Any] = json.loads("".join(parts))

    assert len(found["applications"]) == 1
    assert found["people"] == []
