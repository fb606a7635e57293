"""Merging: whichever laptop asks, both know the same afterwards, and no sentence is lost."""

import copy
from collections.abc import Iterator
from itertools import count, permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as some

from rebound_desktop.core.edit_vectors import knows
from rebound_desktop.core.merged_record import DELETED, Table, Values, last_edit
from rebound_desktop.core.merged_state import Deleted, State, shown
from rebound_desktop.core.merging import merge
from tests.core.laptops import BY_NAME, SHAPE, Laptop, archive

Step = tuple[int, str, str, int, int]

TABLES = [table.name for table in SHAPE]
#: What a person does: which laptop, what, with which kind of record, which one, and a choice.
WORK = some.lists(
    some.tuples(
        some.integers(0, 2),
        some.sampled_from(
            ["add", "edit", "edit", "edit", "delete", "restore", "erase", "unite", "take", "take"]
        ),
        some.sampled_from(TABLES),
        some.integers(0, 5),
        some.integers(0, 9),
    ),
    min_size=15,
    max_size=60,
)


class Job:
    """Three laptops that start from the same records, and what is done on them."""

    def __init__(self) -> None:
        ticks = count(1)
        # One clock runs ahead, so that what is later by the clock need not be later.
        self.laptops = [
            Laptop("a", ticks),
            Laptop("b", ticks, ahead=40),
            Laptop("c", ticks, ahead=7),
        ]
        self._names = count(1)
        self._words = count(1)
        for table in (*TABLES, *TABLES):
            self._add(self.laptops[0], table, 0, next(self._names))
        for other in self.laptops[1:]:
            other.take(archive(self.laptops[0].state))

    def do(self, who: int, what: str, table: str, which: int, choice: int) -> None:
        laptop = self.laptops[who]
        if what == "add":
            self._add(laptop, table, which, choice)
        elif what == "unite":
            self._unite(laptop, which, choice)
        elif what == "take":
            laptop.take(archive(self.laptops[(who + 1 + choice % 2) % 3].state))
        else:
            found = laptop.in_bin(table) if what == "restore" else laptop.living(table)
            if not found:
                return
            uuid = found[which % len(found)]
            if what == "edit":
                self._edit(laptop, table, uuid, choice)
            else:
                getattr(laptop, what)(table, uuid)

    def _add(self, laptop: Laptop, table: str, which: int, choice: int) -> None:
        values: dict[str, Any] = {}
        for field in BY_NAME[table].fields:
            if field.kind == "record":
                found = laptop.living(field.refers_to)
                if field.required and not found:
                    return
                values[field.name] = found[which % len(found)] if found else None
            elif field.kind == "long":
                values[field.name] = self.words()
            elif field.kind == "short":
                values[field.name] = f"name {choice % 3}"
        unique = BY_NAME[table].unique
        there = laptop.state.records[table].values()
        if unique and any(all(each[one] == values[one] for one in unique) for each in there):
            return
        laptop.add(table, f"{table}-{next(self._names)}", **values)

    @staticmethod
    def _unite(laptop: Laptop, which: int, choice: int) -> None:
        found = laptop.living("people")
        kept, gone = (found[each % len(found)] for each in (which, choice)) if found else ("", "")
        if kept != gone:
            laptop.unite(kept, gone)

    def _edit(self, laptop: Laptop, table: str, uuid: str, choice: int) -> None:
        shape = BY_NAME[table]
        places = [*shape.fields, *shape.lists]
        place = places[choice % len(places)]
        kind = getattr(place, "kind", "list")
        value: Any
        if getattr(place, "required", False) or place.name in shape.unique:
            return
        if kind == "long":
            value = self.words()
        elif kind in ("short", "lines"):
            value = f"name {choice}"
        elif kind == "record":
            found = [each for each in laptop.living(place.refers_to) if each != uuid]
            value = found[choice % len(found)] if found else None
        elif place.name == "labels":
            value = laptop.living("competencies")[: choice % 4][:: -1 if choice % 2 else 1]
        elif place.name == "met":
            value = [{"person": each, "role": f"{choice}"} for each in laptop.living("people")[:2]]
        elif place.name == "forms":
            value = [{"form": "car", "text": self.words()}]
        else:
            value = [{"kind": "email", "text": f"{choice}"}, {"kind": "email", "text": "x"}]
        laptop.edit(table, uuid, place.name, value)

    def words(self) -> str:
        return f"<{next(self._words)}>"


def done(work: list[Step]) -> Job:
    job = Job()
    for each in work:
        job.do(*each)
    return job


@given(WORK)
def test_both_know_the_same_after_one_exchange(work: list[Step]) -> None:
    one, other, _ = done(work).laptops
    first, second = archive(one.state), archive(other.state)

    one.take(second)
    other.take(first)

    assert archive(one.state) == archive(other.state)


@given(WORK)
def test_three_laptops_know_the_same_whatever_happened(work: list[Step]) -> None:
    laptops = done(work).laptops

    for _ in range(2):
        for one, other in permutations(laptops, 2):
            one.take(archive(other.state))

    assert archive(laptops[0].state) == archive(laptops[1].state) == archive(laptops[2].state)


@given(WORK)
def test_it_does_not_matter_which_comes_first(work: list[Step]) -> None:
    one, other = (archive(each.state) for each in done(work).laptops[:2])

    assert merge(SHAPE, one, other).state == merge(SHAPE, other, one).state


@given(WORK)
def test_merging_twice_changes_nothing(work: list[Step]) -> None:
    one, other, _ = done(work).laptops
    brought = archive(other.state)
    one.take(brought)
    before = copy.deepcopy(one.state)

    again = one.take(brought)

    assert one.state == before
    assert again.both == []


@given(WORK)
def test_no_text_is_missing_that_the_other_did_not_know(work: list[Step]) -> None:
    one, other, _ = done(work).laptops
    first, second = archive(one.state), archive(other.state)
    texts = [*newest(first, second), *newest(second, first)]

    one.take(second)
    other.take(first)

    # What was deleted is in the bin of the laptop that had it.
    kept = [text for each in (one, other) for text in long_texts(each.state)]
    assert [text for text in texts if not any(text in each for each in kept)] == []


def joined_job() -> tuple[Laptop, Laptop]:
    """Two laptops that know two people, and a story in which both were met."""
    ticks = count(1)
    one, other = Laptop("a", ticks), Laptop("b", ticks)
    for name in ("kim", "sam"):
        one.add("people", name, company=name)
    met = [{"person": name, "role": "contact"} for name in ("kim", "sam")]
    one.add("stories", "story", met=met)
    other.take(archive(one.state))
    return one, other


def test_who_is_one_here_and_deleted_there_is_the_same_on_both() -> None:
    one, other = joined_job()
    one.unite("kim", "sam")
    other.delete("people", "kim")
    other.add("people", "pat", introduced_by="sam")
    brought = archive(other.state)

    other.take(archive(one.state))
    one.take(brought)

    assert archive(one.state) == archive(other.state)
    before = copy.deepcopy(one.state)
    one.take(brought)
    assert one.state == before


def test_what_lies_in_the_bin_is_tied_again_when_it_comes_back() -> None:
    one, other = joined_job()
    one.delete("people", "sam")
    other.edit("stories", "story", "notes", "Longer now.")
    one.take(archive(other.state))
    assert [each["person"] for each in archive(one.state).records["stories"]["story"]["met"]] == [
        "kim"
    ]

    one.restore("people", "sam")
    other.take(archive(one.state))

    assert one.state.records["stories"] == other.state.records["stories"]
    assert len(other.state.records["stories"]["story"]["met"]) == 2


def test_what_was_brought_back_to_life_and_into_the_bin_stays_there() -> None:
    ticks = count(1)
    one, other = Laptop("a", ticks), Laptop("b", ticks)
    one.add("applications", "northwind")
    one.add("rejections", "no", application="northwind")
    other.take(archive(one.state))
    other.delete("rejections", "no")
    other.delete("applications", "northwind")
    other.erase("rejections", "no")
    one.edit("rejections", "no", "notes", "They wrote again.")
    brought = archive(other.state)

    for _ in range(2):
        one.take(brought)

        assert one.in_bin("rejections") == ["no"]
        assert one.state.records["rejections"]["no"]["notes"] == "They wrote again."


MOMENT = some.integers(1, 5).map(lambda day: f"2026-11-{day:02}T09:00:00Z")
EDITS = some.dictionaries(some.sampled_from(["", "a", "b"]), MOMENT, min_size=1, max_size=2)
#: A record as a person may write it: edits earlier than it was made, times that do not fit.
BY_HAND = some.fixed_dictionaries(
    {
        "created_at": MOMENT,
        "changed_at": MOMENT,
        "notes": some.sampled_from(["", "one", "two", "one two", "two\n"]),
        "questions": some.sampled_from(["", "one", "one\ntwo", "two\none"]),
        "forms": some.sampled_from([[], [{"form": "car", "text": "one"}]]),
        "edits": some.dictionaries(
            some.sampled_from(["*", "notes", "questions", "forms", DELETED]), EDITS
        ),
    }
)


def by_hand(values: Values) -> State:
    state = State({table.name: {} for table in SHAPE})
    about = {"uuid": "story", DELETED: None, "labels": [], "met": []}
    state.records["stories"]["story"] = about | copy.deepcopy(values)
    return state


@given(BY_HAND, BY_HAND, MOMENT | some.none())
def test_merging_twice_changes_nothing_whatever_was_written_by_hand(
    mine: Values, theirs: Values, gone: str | None
) -> None:
    store, brought = by_hand(mine), by_hand(theirs)
    if gone is not None:
        brought.records["stories"].clear()
        brought.deleted["story"] = Deleted(gone, theirs["edits"].get(DELETED, {}))

    once = merge(SHAPE, store, brought).state

    assert merge(SHAPE, once, brought).state == once
    assert merge(SHAPE, brought, store).state.records["stories"].keys() <= {"story"}
    assert shown(SHAPE, merge(SHAPE, brought, store).state) == shown(SHAPE, once)


def test_an_edit_counts_though_its_moment_is_before_the_making() -> None:
    times = {"created_at": "2026-11-20T09:00:00Z", "changed_at": "2026-11-20T09:00:00Z"}
    rest = {"questions": "", "forms": []}
    store = by_hand({**times, **rest, "notes": "As it was.", "edits": {}})
    early = {"*": {"": "2026-11-01T09:00:00Z"}}
    brought = by_hand({**times, **rest, "notes": "By hand.", "edits": early})

    once = merge(SHAPE, store, brought).state

    assert once.records["stories"]["story"]["notes"] == "By hand."
    assert merge(SHAPE, once, brought).state == once


def test_a_reference_written_by_hand_stays_the_second_time() -> None:
    def lesson(made: str, changed: str, rejection: str | None) -> State:
        state = State({table.name: {} for table in SHAPE})
        times = {"created_at": f"{made}T09:00:00Z", "changed_at": f"{changed}T09:00:00Z"}
        rest = {DELETED: None, "notes": "", "edits": {}}
        about = {"uuid": "no", "application": "northwind", **times, **rest}
        state.records["rejections"]["no"] = about
        state.records["applications"]["northwind"] = about | {"uuid": "northwind", "company": ""}
        state.records["lessons"]["ask"] = about | {"uuid": "ask", "rejection": rejection}
        return state

    store = lesson("2026-11-01", "2026-11-02", None)
    brought = lesson("2026-11-05", "2026-11-05", "no")

    once = merge(SHAPE, store, brought).state

    assert once.records["lessons"]["ask"]["rejection"] == "no"
    assert merge(SHAPE, once, brought).state == once


def newest(state: State, other: State) -> Iterator[str]:
    """Return the long texts of which the other one has not seen all edits."""
    for table in SHAPE:
        for uuid, record in state.records[table.name].items():
            there = other.records[table.name].get(uuid)
            if record[DELETED] is not None and there is not None and there[DELETED] is None:
                continue  # thrown away here; where it lives on it is as it lives there
            if "notes" not in record or was_erased_later(state, other, table, record):
                continue
            if there is None or not knows(
                *(each["edits"].get("notes", {}) for each in (there, record))
            ):
                yield record["notes"]


def was_erased_later(state: State, other: State, table: Table, record: Values) -> bool:
    gone = other.erased.get(record["uuid"])
    if gone is not None and last_edit(record) <= gone.at:
        return True
    for field in table.fields:
        if field.required:
            owner = state.records[field.refers_to][record[field.name]]
            if was_erased_later(state, other, BY_NAME[field.refers_to], owner):
                # A record that was written later would bring it back.
                return last_edit(record) <= other.erased[owner["uuid"]].at
    return False


def long_texts(state: State) -> Iterator[str]:
    for found in state.records.values():
        yield from (record["notes"] for record in found.values() if "notes" in record)
