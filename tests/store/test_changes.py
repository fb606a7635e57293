"""One transaction, one undo step, one announcement; and the index follows every one of them."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from rebound_desktop.core.vocabulary import Expectation, Outcome, Stage
from rebound_desktop.store import applications, bin, changes, check, database, rejections, search
from rebound_desktop.store.changes import Change, write
from rebound_desktop.store.tables import (
    TABLES,
    Application,
    Competency,
    Event,
    Lesson,
    Person,
    Reason,
    Reflection,
    Rejection,
    Story,
    StoryCompetency,
)

Rows = dict[str, list[tuple[Any, ...]]]


def dump() -> Rows:
    return {
        record._meta.table_name: database.database.execute_sql(
            f"SELECT * FROM {record._meta.table_name} ORDER BY id"
        ).fetchall()
        for record in TABLES
    }


@contextmanager
def fresh_store() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        database.open_store(Path(folder))
        try:
            yield
        finally:
            database.close_store()


def test_a_write_can_be_taken_back_and_done_again(store: Path) -> None:
    number = applications.add({"company": "Northwind", "notes": "It's “quoted”\n100 % 再见"}).id
    after = dump()

    assert changes.undo() == "New application"
    assert applications.get(number) is None
    assert changes.undo() == ""
    assert changes.redo() == "New application"
    assert dump() == after


def test_a_new_write_ends_what_could_be_done_again(store: Path) -> None:
    applications.add({"company": "Northwind"})
    changes.undo()
    applications.add({"company": "Contoso"})

    assert changes.redo_label() == ""
    assert changes.redo() == ""


def test_typing_in_one_field_is_one_step(store: Path) -> None:
    number = applications.add({"company": "Northwind"}).id
    for text in ("a", "an", "ana", "anal"):
        applications.edit(number, {"role": text}, merge="application-role")
    applications.edit(number, {"notes": "n"}, merge="application-notes")

    changes.undo()
    changes.undo()

    found = applications.get(number)
    assert found is not None
    assert (found.role, found.notes) == ("", "")
    assert changes.undo_label() == "New application"


def test_rows_that_come_and_go_while_typing_are_undone_as_well(store: Path) -> None:
    rejection = rejections.log(
        applications.add({"company": "Northwind"}).id, on=date(2026, 1, 2), reached=Stage.APPLIED
    )
    reason = rejections.set_reason(rejection.id, "budget")
    before = dump()

    with write("Type", merge="x"):
        Reason.update(note="first").where(Reason.id == reason.id).execute()
    with write("Type", merge="x"):
        Reason.delete().where(Reason.id == reason.id).execute()
    with write("Type", merge="x"):
        # SQLite gives the number of the deleted row again.
        again = Reason.create(rejection=rejection.id, code="fit")
    assert again.id == reason.id
    after = dump()

    changes.undo()
    assert dump() == before
    changes.redo()
    assert dump() == after


def test_what_raises_leaves_nothing_behind(store: Path) -> None:
    told: list[Change] = []
    stop = changes.listen(told.append)

    def two_things() -> None:
        with write("Two things"):
            applications.add({"company": "Northwind"})
            raise RuntimeError("on the way")

    with pytest.raises(RuntimeError, match="on the way"):
        two_things()

    stop()
    assert told == []
    assert changes.undo_label() == ""
    assert applications.open_ones() == []


def test_an_inner_write_that_raises_leaves_the_outer_one_whole(store: Path) -> None:
    with write("Outer"):
        applications.add({"company": "Northwind"})
        try:
            with write("Inner"):
                applications.add({"company": "Contoso"})
                raise RuntimeError
        except RuntimeError:
            pass

    assert [each.company for each in applications.open_ones()] == ["Northwind"]
    changes.undo()
    assert applications.open_ones() == []


def test_a_write_is_announced_once_with_all_its_rows(store: Path) -> None:
    told: list[Change] = []
    stop = changes.listen(told.append)

    number = applications.add({"company": "Northwind"}, stage=Stage.APPLIED).id
    changes.undo()
    stop()
    changes.redo()

    assert [each.label for each in told] == ["New application", "New application"]
    for change in told:
        assert change.rows["applications"] == {number}
        assert change.touches("events", "people")
        assert not change.touches("people")


def test_a_write_that_changes_nothing_is_no_step(store: Path) -> None:
    told: list[Change] = []
    stop = changes.listen(told.append)

    with write("Nothing"):
        Person.delete().where(Person.id == 5).execute()

    stop()
    assert told == []
    assert changes.undo_label() == ""


def test_steps_end_with_the_store(store: Path) -> None:
    applications.add({"company": "Northwind"})
    database.close_store()
    database.open_store(store)

    assert changes.undo() == ""


def test_a_long_text_comes_back_whole(store: Path) -> None:
    long = "Ünï 'quoted' 👋\n" * 100_000
    number = applications.add({"company": "Northwind", "notes": long}).id
    applications.edit(number, {"notes": ""})

    changes.undo()

    found = applications.get(number)
    assert found is not None
    assert found.notes == long


# Random work: whatever is done in whatever order, it can be taken back and done again, and each
# word is found.

TEXT = some.text(
    alphabet=some.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12
)
PICK = some.integers(0, 50)


def _any(table: type[Any], number: int) -> Any:
    rows = list(table.select().order_by(table.id))
    return rows[number % len(rows)] if rows else None


def add_application(one: int, _other: int, text: str) -> None:
    applications.add({"company": text.strip() or "Northwind", "notes": text})


def edit_application(one: int, other: int, text: str) -> None:
    if found := _any(Application, one):
        applications.edit(found.id, {"role": text}, merge=f"role-{found.id}" if other % 2 else "")


def log_rejection(one: int, other: int, text: str) -> None:
    if found := _any(Application, one):
        outcome = (Outcome.NO, Outcome.NO_REPLY)[other % 2]
        applied = found.applied_on or date(2026, 1, 1)
        rejections.log(
            found.id, on=applied, reached=Stage.APPLIED, outcome=outcome, their_words=text
        )


def correct_rejection(one: int, other: int, _text: str) -> None:
    if found := _any(Rejection, one):
        rejections.correct(found.id, reached=(Stage.FINAL, Stage.SCREENING)[other % 2])


def set_reason(one: int, other: int, text: str) -> None:
    if found := _any(Rejection, one):
        code = ("budget", "fit", "other")[other % 3]
        rejections.set_reason(found.id, code, label=text.strip() or "x")


def remove_reason(one: int, other: int, _text: str) -> None:
    if found := _any(Reason, one):
        with write("Remove", merge="reasons" if other % 2 else ""):
            found.delete_instance()


def reflect(one: int, other: int, text: str) -> None:
    if found := _any(Rejection, one):
        with write("Reflect", merge=f"reflect-{found.id}"):
            reflection = Reflection.get_or_none(Reflection.rejection == found.id)
            reflection = reflection or Reflection(rejection=found.id)
            setattr(reflection, ("did_well", "learned")[other % 2], text)
            reflection.save()


def keep_lesson(one: int, other: int, text: str) -> None:
    rejection = _any(Rejection, other)
    with write("Lesson"):
        Lesson.create(text=text, rejection=rejection.id if rejection else None)


def move_lesson(one: int, other: int, _text: str) -> None:
    if lesson := _any(Lesson, one):
        target = _any(Rejection, other)
        with write("Move lesson"):
            lesson.rejection = target.id if target else None
            lesson.save()


def add_person(_one: int, _other: int, text: str) -> None:
    with write("Person"):
        Person.create(name=text, notes=text[::-1])


def add_story(_one: int, other: int, text: str) -> None:
    with write("Story"):
        Story.create(title=text, expectation=(Expectation.MET, "")[other % 2])


def label_story(one: int, other: int, text: str) -> None:
    if story := _any(Story, one):
        with write("Label"):
            name = text or "Patience"
            label, _ = Competency.get_or_create(framework="own", name=name)
            there = (StoryCompetency.story == story.id) & (StoryCompetency.competency == label.id)
            if StoryCompetency.get_or_none(there) is None:
                StoryCompetency.create(story=story.id, competency=label.id)


def rename_competency(one: int, other: int, text: str) -> None:
    if found := _any(Competency, one):
        with write("Rename"):
            found.name = f"{text} {other} {found.id}"
            found.save()


def delete(one: int, other: int, _text: str) -> None:
    table = (Application, Rejection, Person, Story)[other % 4]
    if found := _any(table, one):
        bin.delete(table._meta.table_name, [found.id], label="Delete")


def remove_for_good(one: int, other: int, _text: str) -> None:
    table = (Application, Rejection, Event, Person, Story, Competency)[other % 6]
    if found := _any(table, one):
        with write("Remove for good", merge="remove" if other % 2 else ""):
            found.delete_instance()


WORK: list[Callable[[int, int, str], None]] = [
    add_application,
    edit_application,
    log_rejection,
    correct_rejection,
    set_reason,
    remove_reason,
    reflect,
    keep_lesson,
    move_lesson,
    add_person,
    add_story,
    label_story,
    rename_competency,
    delete,
    remove_for_good,
]


@given(some.lists(some.tuples(some.sampled_from(WORK), PICK, PICK, TEXT), max_size=25))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_all_work_can_be_taken_back_and_done_again(
    work: list[tuple[Callable[[int, int, str], None], int, int, str]],
) -> None:
    with fresh_store():
        empty = dump()
        for each, one, other, text in work:
            each(one, other, text)
        done = dump()
        _assert_index_follows()

        while changes.undo():
            pass
        assert dump() == empty
        _assert_index_follows()

        while changes.redo():
            pass
        assert dump() == done
        _assert_index_follows()


def _assert_index_follows() -> None:
    wrong = [kind for kind in search.VIEWS if not check.index_is_right(kind)]
    assert not wrong
