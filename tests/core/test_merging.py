"""Merging: whichever laptop asks, both know the same afterwards, and no sentence is lost."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from rebound_desktop.core.merged_values import BETWEEN
from tests.core.laptops import BY_NAME, SHAPE, Laptop, archive

TABLES = [table.name for table in SHAPE]
#: What a person does: which laptop, what, with which kind of record, which one, and a choice.
WORK = some.lists(
    some.tuples(
        some.integers(0, 2),
        some.sampled_from(["add", "add", "edit", "edit", "edit", "delete", "restore", "erase", "take"]),
        some.sampled_from(TABLES),
        some.integers(0, 5),
        some.integers(0, 9),
    ),
    max_size=60,
)


class Job:
    """Three laptops that start from one application each knows, and what is done on them."""

    def __init__(self) -> None:
        ticks = count(1)
        self.laptops = [Laptop(name, ticks, ahead) for name, ahead in (("a", 0), ("b", 40), ("c", 7))]
        self._names = count(1)
        self._words = count(1)

    def do(self, who: int, what: str, table: str, which: int, choice: int) -> None:
        laptop = self.laptops[who]
        if what == "add":
            self._add(laptop, table, which, choice)
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


def texts(laptop: Laptop) -> Iterator[tuple[str, str, str]]:
    for table in SHAPE:
        for uuid in laptop.living(table.name):
            for field in table.fields:
                if field.kind == "long":
                    yield table.name, uuid, laptop.state.records[table.name][uuid][field.name]


def done(work: list[tuple[int, str, str, int, int]]) -> Job:
    job = Job()
    for each in work:
        job.do(*each)
    return job


@given(WORK)
@settings(max_examples=300)
def test_both_know_the_same_whoever_asks(work: list[tuple[int, str, str, int, int]]) -> None:
    one, other, _ = done(work).laptops
    first, second = archive(one.state), archive(other.state)

    one.take(second)
    other.take(first)
    for _ in range(2):
        # What came back from the bin may have been edited before it went there.
        first, second = archive(one.state), archive(other.state)
        one.take(second)
        other.take(first)

    assert archive(one.state) == archive(other.state)
