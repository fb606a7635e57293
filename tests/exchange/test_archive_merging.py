"""Merging an archive: what comes of it in the store, and that nothing else does."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rebound_desktop.core import clock
from rebound_desktop.core.merged_values import BETWEEN
from rebound_desktop.core.vocabulary import EventKind, ReflectionPath, Stage
from rebound_desktop.exchange import archive, archive_merging, archive_state
from rebound_desktop.exchange.archive_reading import ArchiveError, read
from rebound_desktop.store import (
    applications,
    backup,
    backup_list,
    bin_contents,
    changes,
    check,
    competencies,
    erasing,
    followups,
    people,
    people_merging,
    reflections,
    rejections,
    stories,
)
from rebound_desktop.store.cancelling import Cancel
from rebound_desktop.store.errors import CancelledError
from rebound_desktop.store.tables import (
    Application,
    Competency,
    FollowUp,
    Person,
    Reflection,
    Story,
)
from tests.exchange.two_laptops import (
    archive_of,
    at,
    exchanged,
    exported,
    merge,
    merged_into,
    pick,
)

OTHER = "22222222-2222-4222-8222-222222222222"


@pytest.fixture
def laptops(tmp_path: Path) -> tuple[Path, Path]:
    """Two laptops that hold the same: an application with its no, a person, two stories."""
    one, other = tmp_path / "one", tmp_path / "other"
    with at(one):
        application = applications.add({"company": "Northwind"}, stage=Stage.APPLIED)
        no = rejections.log(application.id, on=clock.today(), reached=Stage.FINAL)
        reflections.begin(no.id, ReflectionPath.ALL)
        people.add({"name": "Sam"})
        stories.add({"title": "Kept the light on"}, [("own", "Patience")])
        stories.add({"title": "Calmed a room"})
    merged_into(other, archive_of(one))
    return one, other


def do(folder: Path, *work: Callable[[], object]) -> None:
    with at(folder):
        for each in work:
            each()


def found(content: bytes, table: str) -> dict[str, Any]:
    """Return the first record of a table in an archive."""
    first: dict[str, Any] = json.loads(content)[table][0]
    return first


def answer(name: str, text: str) -> Callable[[], None]:
    return lambda: reflections.save_answer(pick("reflections", 0) or 0, name, text)


def edit(**values: str) -> Callable[[], None]:
    return lambda: applications.edit(pick("applications", 0) or 0, values)


def test_the_later_change_counts_field_by_field(laptops: tuple[Path, Path]) -> None:
    one, other = laptops
    do(one, edit(role="Keeper", source="A friend"))
    do(other, edit(role="Keeper of the light", location="Kiel"))

    mine, theirs = exchanged(one, other)

    assert mine == theirs
    application = found(mine, "applications")
    assert application["role"] == "Keeper of the light"
    assert application["source"] == "A friend"
    assert application["location"] == "Kiel"


def test_both_texts_of_a_long_answer_are_kept(laptops: tuple[Path, Path]) -> None:
    one, other = laptops
    do(one, answer("do_differently", "Ask who is on the panel."))
    do(other, answer("do_differently", "Sleep before it."), answer("learned", "They like cases."))

    report = merged_into(one, archive_of(other))
    mine, theirs = exchanged(one, other)

    assert mine == theirs
    reflection = found(mine, "reflections")
    assert reflection["do_differently"] == f"Ask who is on the panel.{BETWEEN}Sleep before it."
    assert reflection["learned"] == "They like cases."
    assert [(each.table, each.field, each.about) for each in report.both] == [
        ("reflections", "do_differently", "Northwind")
    ]


def test_a_text_that_was_written_on_is_not_doubled(laptops: tuple[Path, Path]) -> None:
    one, other = laptops
    do(one, answer("did_well", "I asked."))
    exchanged(one, other)
    do(other, answer("did_well", "I listened first."))

    mine, theirs = exchanged(one, other)

    assert found(mine, "reflections")["did_well"] == "I listened first."
    assert mine == theirs


def test_a_deletion_travels_and_so_does_taking_it_back(laptops: tuple[Path, Path]) -> None:
    one, other = laptops
    do(one, lambda: applications.delete(pick("applications", 0) or 0))
    mine, theirs = exchanged(one, other)
    assert mine == theirs
    assert json.loads(mine)["applications"] == json.loads(mine)["rejections"] == []

    do(
        other,
        lambda: bin_contents.restore("applications", pick("applications", 0, deleted=True) or 0),
    )
    mine, theirs = exchanged(one, other)
    assert mine == theirs
    assert len(json.loads(mine)["applications"]) == len(json.loads(mine)["reflections"]) == 1
    assert check.verify(one).problems == check.verify(other).problems == []


def test_what_was_edited_after_it_was_deleted_is_in_the_bin(laptops: tuple[Path, Path]) -> None:
    one, other = laptops
    do(one, lambda: applications.delete(pick("applications", 0) or 0))
    do(other, edit(notes="They wrote again."))

    report = merged_into(one, archive_of(other))

    assert [(each.table, each.about) for each in report.in_bin] == [("applications", "Northwind")]
    with at(one):
        assert [each.name for each in bin_contents.contents()] == ["Northwind"]
        assert Application.get().notes == "They wrote again."


def test_a_new_date_of_an_application_that_is_deleted_goes_there_too(
    laptops: tuple[Path, Path],
) -> None:
    one, other = laptops
    do(one, lambda: applications.delete(pick("applications", 0) or 0))
    do(other, lambda: applications.record_event(1, EventKind.REOPENED, clock.today()))

    mine, theirs = exchanged(one, other)

    assert mine == theirs
    assert json.loads(mine)["events"] == []
    with at(one):
        bin_contents.restore("applications", 1)
        assert [each.kind for each in applications.history(1)] == ["applied", "no", "reopened"]


def test_what_is_deleted_for_good_is_so_everywhere(laptops: tuple[Path, Path]) -> None:
    one, other = laptops

    def erase() -> None:
        stories.delete(pick("stories", 0) or 0)
        erasing.erase("stories", [pick("stories", 0, deleted=True) or 0])

    do(one, erase)
    mine, theirs = exchanged(one, other)

    assert mine == theirs
    with at(other):
        assert [each.title for each in Story.select()] == ["Calmed a room"]
    assert b"Kept the light on" not in mine


def test_what_was_written_later_lives_again(laptops: tuple[Path, Path]) -> None:
    one, other = laptops

    def erase() -> None:
        stories.delete(pick("stories", 0) or 0)
        erasing.erase("stories", [pick("stories", 0, deleted=True) or 0])

    do(one, erase)
    do(other, lambda: stories.edit(pick("stories", 0) or 0, {"action": "I climbed up."}))

    report = merged_into(one, archive_of(other))

    assert report.total().back == 1
    with at(one):
        assert [each.action for each in Story.select().order_by(Story.title)] == [
            "",
            "I climbed up.",
        ]
        assert len(competencies.of_story(pick("stories", 0) or 0)) == 1


def test_what_was_restored_elsewhere_outlives_the_emptying_of_the_bin(
    laptops: tuple[Path, Path],
) -> None:
    one, other = laptops
    do(one, lambda: stories.delete(pick("stories", 0) or 0))
    exchanged(one, other)
    do(other, lambda: bin_contents.restore("stories", pick("stories", 0, deleted=True) or 0))
    do(one, lambda: erasing.erase("stories", [pick("stories", 0, deleted=True) or 0]))

    mine, theirs = exchanged(one, other)

    assert mine == theirs
    assert len(json.loads(mine)["stories"]) == 2


def test_a_person_who_became_another_takes_along_what_is_new(laptops: tuple[Path, Path]) -> None:
    one, other = laptops

    def unite() -> None:
        twin = people.add({"name": "Samira", "email": "sam@example.org"})
        people_merging.merge(twin.id, pick("people", 0) or 0)

    do(one, unite)
    do(other, lambda: followups.add("message", "Write", clock.today(), person=1))

    mine, theirs = exchanged(one, other)

    assert mine == theirs
    with at(other):
        assert [each.person.name for each in FollowUp.select()] == ["Samira"]
        assert Person.select().count() == 1


def test_two_reflections_on_one_rejection_become_one(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    with at(one):
        made = applications.add({"company": "Northwind"}, stage=Stage.APPLIED)
        rejections.log(made.id, on=clock.today(), reached=Stage.FINAL)
    merged_into(other, archive_of(one))
    for folder, text in ((one, "I asked."), (other, "I listened.")):
        with at(folder):
            begun = reflections.begin(1, ReflectionPath.ALL)
            reflections.save_answer(begun.id, "did_well", text)

    mine, theirs = exchanged(one, other)

    assert mine == theirs
    assert found(mine, "reflections")["did_well"] == f"I asked.{BETWEEN}I listened."
    with at(other):
        assert Reflection.select().count() == 1


def test_a_competency_of_one_name_is_one(laptops: tuple[Path, Path]) -> None:
    one, other = laptops
    content = archive_of(other).replace(
        found(archive_of(one), "competencies")["uuid"].encode(), OTHER.encode()
    )

    merged_into(one, content)

    with at(one):
        assert Competency.select().count() == 1
        assert [each.name for each in competencies.of_story(pick("stories", 0) or 0)] == [
            "Patience"
        ]
    merged_into(one, content)


def test_merging_twice_changes_nothing(laptops: tuple[Path, Path]) -> None:
    one, other = laptops
    do(other, edit(notes="They called."), lambda: stories.delete(pick("stories", 0) or 0))
    brought = archive_of(other)
    with at(one):
        merge(brought, one)
        before, copies = exported(), backup_list.listed(one / backup.FOLDER)
        told: list[changes.Change] = []
        stop = changes.listen(told.append)

        report = merge(brought, one)

        stop()
        assert report.is_empty
        assert told == []
        assert exported() == before
        assert changes.undo_label() == "Merge archive"
        assert backup_list.listed(one / backup.FOLDER) == copies


def test_undo_takes_a_merge_back_as_if_it_had_not_been(laptops: tuple[Path, Path]) -> None:
    one, other = laptops
    do(other, edit(notes="They called."), lambda: stories.delete(pick("stories", 0) or 0))
    do(other, lambda: stories.add({"title": "A third one"}))
    brought = archive_of(other)
    with at(one):
        before = exported()
        merge(brought, one)
        after = exported()

        changes.undo()
        assert exported() == before
        merge(brought, one)
        assert exported() == after
        changes.undo()
        changes.redo()
        assert exported() == after


def test_undo_takes_an_import_back_as_if_it_had_not_been(laptops: tuple[Path, Path]) -> None:
    one, other = laptops
    do(other, lambda: stories.add({"title": "A third one"}))
    brought = archive_of(other)
    with at(one):
        before = exported()
        archive.take_in(read(brought, "x.json"), one / backup.FOLDER)
        changes.undo()
        assert exported() == before

        merge(brought, one)

        assert Story.select().count() == 3


def test_what_was_erased_here_comes_back_by_an_import_and_stays(laptops: tuple[Path, Path]) -> None:
    one, other = laptops
    brought = archive_of(one)
    with at(one):
        stories.delete(pick("stories", 0) or 0)
        erasing.erase("stories", [pick("stories", 0, deleted=True) or 0])
    exchanged(one, other)
    with at(one):
        archive.take_in(read(brought, "x.json"), one / backup.FOLDER)

    mine, theirs = exchanged(one, other)

    assert mine == theirs
    assert len(json.loads(mine)["stories"]) == 2


def test_a_store_is_backed_up_before_it_changes(laptops: tuple[Path, Path]) -> None:
    one, other = laptops
    do(other, edit(notes="They called."))

    merged_into(one, archive_of(other))

    assert [each.reason for each in backup_list.listed(one / backup.FOLDER)] == ["merge"]


class CalledOff(Cancel):
    """Called off once it was asked so many times whether to go on."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._left = after

    def look(self) -> None:
        self._left -= 1
        if self._left < 0:
            self.ask()
        super().look()


def test_a_merge_that_is_called_off_leaves_no_trace(laptops: tuple[Path, Path]) -> None:
    one, other = laptops
    do(other, edit(notes="They called."), lambda: stories.delete(pick("stories", 0) or 0))
    do(other, lambda: stories.add({"title": "A third one"}))
    content = read(archive_of(other), "x.json")
    called_off = 0
    with at(one):
        edit(role="Keeper")()
        before, known = exported(), archive_state.of_store()
        for after in range(100):
            plan = archive_merging.look(content)
            try:
                archive_merging.apply(plan, one / backup.FOLDER, CalledOff(after))
            except CancelledError:
                called_off += 1
                assert exported() == before
                assert archive_state.of_store() == known
                assert changes.undo_label() == "Edit application"
                continue
            break

        assert called_off > 5
        assert changes.undo_label() == "Merge archive"
        assert exported() != before
        changes.undo()
        assert exported() == before


def test_what_changed_since_the_look_is_not_written_over(laptops: tuple[Path, Path]) -> None:
    one, other = laptops
    do(other, answer("did_well", "I asked."))
    content = archive_of(other)
    with at(one):
        plan = archive_merging.look(read(content, "x.json"))
        answer("did_well", "I listened.")()

        archive_merging.apply(plan, one / backup.FOLDER)

        assert {"I asked.", "I listened."} == set(Reflection.get().did_well.split(BETWEEN))


def by_hand(version: int, day: int, **values: str) -> bytes:
    times = {"created_at": "2026-11-20T09:30:00Z", "changed_at": f"2026-11-{day}T09:30:00Z"}
    head = {"format": "rebound-archive", "version": version}
    return json.dumps({**head, "applications": [{"uuid": OTHER, **times, **values}]}).encode()


@pytest.mark.parametrize("version", [1, 2])
def test_without_edits_the_last_change_of_the_record_counts(store: Path, version: int) -> None:
    for day, role in ((21, "First"), (23, "Third"), (22, "Second")):
        merge(by_hand(version, day, company="Northwind", role=role), store)

    assert Application.get().role == "Third"


@pytest.mark.parametrize("version", [1, 2])
def test_without_edits_texts_that_may_have_been_changed_apart_are_kept(
    store: Path, version: int
) -> None:
    contents = [
        by_hand(version, day, company="Northwind", notes=notes)
        for day, notes in ((20, "As it was."), (22, "Their view."), (21, "My view."))
    ]
    for each in (*contents, *contents):
        merge(each, store)

    # The first one was never changed: the second one came from it.
    assert Application.get().notes == f"My view.{BETWEEN}Their view."


def test_a_record_written_by_hand_needs_no_times(store: Path) -> None:
    head = {"format": "rebound-archive", "version": 2}
    content = json.dumps({**head, "stories": [{"uuid": OTHER, "title": "By hand"}]}).encode()

    assert merge(content, store).total().new == 1
    assert merge(content, store).is_empty


def test_where_nobody_says_when_it_was_changed_it_was_not(tmp_path: Path) -> None:
    made = {"created_at": "2026-11-01T09:00:00Z"}
    head = {"format": "rebound-archive", "version": 1}

    def written(**values: str) -> bytes:
        record = {"uuid": OTHER, "company": "Northwind", **made, **values}
        return json.dumps({**head, "applications": [record]}).encode()

    old = written(notes="As it was.")
    new = written(notes="Written on.", changed_at="2026-11-20T09:00:00Z")
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, contents in ((one, (old, new)), (other, (new, old))):
        for each in contents:
            merged_into(folder, each)

    assert archive_of(one) == archive_of(other)
    assert found(archive_of(one), "applications")["notes"] == "Written on."


def test_what_refers_to_nobody_is_refused(store: Path) -> None:
    reason = {"uuid": OTHER, "code": "fit", "rejection": OTHER.replace("2", "3")}
    head = {"format": "rebound-archive", "version": 2}

    with pytest.raises(ArchiveError, match=r"reasons\[0\].rejection: refers to a record"):
        merge(json.dumps({**head, "reasons": [reason]}).encode(), store)


def test_nothing_is_missing_on_either_side_is_known(laptops: tuple[Path, Path]) -> None:
    one, other = laptops
    theirs = read(archive_of(other), "x.json")
    with at(one):
        assert archive_merging.look(theirs).both_are_same
        edit(notes="They called.")()
        plan = archive_merging.look(theirs)

    assert plan.report.is_empty
    assert not plan.both_are_same
