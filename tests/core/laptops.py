"""Laptops for the tests of merging: states that are worked on by themselves and exchanged."""

import copy
from itertools import count
from typing import Any

from rebound_desktop.core.edit_vectors import just_after, last, later
from rebound_desktop.core.merged_record import DELETED, Field, Listed, Table, Values, last_edit
from rebound_desktop.core.merged_state import Erased, State, shown, target
from rebound_desktop.core.merging import Merged, merge

SHAPE = (
    Table("applications", (Field("company", "short"), Field("notes", "long"))),
    Table(
        "rejections",
        (Field("application", "record", "applications", required=True), Field("notes", "long")),
    ),
    Table(
        "reflections",
        (Field("rejection", "record", "rejections", required=True), Field("notes", "long")),
        unique=("rejection",),
    ),
    Table(
        "people",
        (Field("company", "short"), Field("introduced_by", "record", "people")),
        (Listed("addresses", ("kind", "text")),),
    ),
    Table(
        "lessons",
        (Field("rejection", "record", "rejections"), Field("notes", "long")),
    ),
    Table("competencies", (Field("company", "short"),), unique=("company",)),
    Table(
        "stories",
        (Field("notes", "long"), Field("questions", "lines")),
        (
            Listed("labels", (), "competencies"),
            Listed("met", ("person",), "people", ordered=False),
            Listed("forms", ("form",), ordered=False),
        ),
    ),
)
BY_NAME = {table.name: table for table in SHAPE}
EMPTY: dict[str, Any] = {"short": "", "long": "", "lines": "", "record": None}


class Laptop:
    """One state that is worked on as a person does, with a clock of its own."""

    def __init__(self, name: str, ticks: "count[int]", ahead: int = 0) -> None:
        self.name = name
        self.state = State({table.name: {} for table in SHAPE})
        self._ticks = ticks
        self._ahead = ahead

    def now(self) -> str:
        return f"2026-11-20T09:30:00.{self._ahead + next(self._ticks):06}Z"

    def living(self, table: str) -> list[str]:
        found = self.state.records[table]
        return sorted(uuid for uuid, each in found.items() if each[DELETED] is None)

    def in_bin(self, table: str) -> list[str]:
        found = self.state.records[table]
        return sorted(uuid for uuid, each in found.items() if each[DELETED] is not None)

    def add(self, table: str, uuid: str, **values: Any) -> None:
        shape, now = BY_NAME[table], self.now()
        record: Values = {"uuid": uuid, "created_at": now, "changed_at": now, DELETED: None}
        record |= {each.name: EMPTY[each.kind] for each in shape.fields}
        record |= {each.name: [] for each in shape.lists}
        self.state.records[table][uuid] = record | {"edits": {}} | values

    def edit(self, table: str, uuid: str, name: str, value: Any) -> None:
        record = copy.deepcopy(self.state.records[table][uuid])
        if record[name] == value:
            return
        record[name] = value
        seen = record["edits"].get(name, {})
        stamp = just_after(later(last(seen), record["created_at"]), self.now())
        record["edits"][name] = {**seen, self.name: stamp}
        record["changed_at"] = self.now()
        self.state.records[table][uuid] = record

    def delete(self, table: str, uuid: str) -> None:
        self._set_deleted(table, uuid, None, self.now())

    def restore(self, table: str, uuid: str) -> None:
        record = self.state.records[table][uuid]
        self._set_deleted(table, uuid, record[DELETED], None)
        for each in BY_NAME[table].fields:
            if each.required:
                owner = self.state.records[each.refers_to][record[each.name]]
                if owner[DELETED] is not None:
                    self.restore(each.refers_to, owner["uuid"])

    def erase(self, table: str, uuid: str) -> None:
        """Take a record out with what needs it, as deleting for good does."""
        record = self.state.records[table].pop(uuid)
        known = later(last_edit(record), record["changed_at"])
        self.state.erased[uuid] = Erased(just_after(known, self.now()))
        for name, child, each in self._children(table, uuid):
            if each.required:
                self.erase(name, child)
            else:
                self.edit(name, child, each.name, None)
        for other in SHAPE:
            for listed in other.lists:
                if listed.refers_to == table:
                    for owner, values in list(self.state.records[other.name].items()):
                        left = [each for each in values[listed.name] if uuid not in str(each)]
                        self.edit(other.name, owner, listed.name, left)

    def unite(self, kept: str, gone: str) -> None:
        """Make one person of two: what refers to the second refers to the first."""
        for name, child, each in self._children("people", gone):
            self.edit(name, child, each.name, None if child == kept else kept)
        for other in SHAPE:
            for listed in other.lists:
                if listed.refers_to == "people":
                    for owner, values in list(self.state.records[other.name].items()):
                        entries = values[listed.name]
                        found = {target(listed, each): each for each in entries}
                        if gone in found:
                            found.setdefault(kept, {**found[gone], "person": kept})
                            left = [each for name, each in found.items() if name != gone]
                            self.edit(other.name, owner, listed.name, left)
        record = self.state.records["people"].pop(gone)
        known = later(last_edit(record), record["changed_at"])
        self.state.erased[gone] = Erased(just_after(known, self.now()), kept)

    def _children(self, table: str, uuid: str) -> list[tuple[str, str, Field]]:
        return [
            (other.name, number, each)
            for other in SHAPE
            for each in other.fields
            if each.refers_to == table
            for number, values in self.state.records[other.name].items()
            if values[each.name] == uuid
        ]

    def _set_deleted(self, table: str, uuid: str, before: str | None, after: str | None) -> None:
        if self.state.records[table][uuid][DELETED] != before:
            return
        self.edit(table, uuid, DELETED, after)
        for name, child, each in self._children(table, uuid):
            if each.required:
                self._set_deleted(name, child, before, after)

    def take(self, archive: State) -> Merged:
        """Merge an archive that another laptop wrote."""
        merged = merge(SHAPE, self.state, archive)
        self.state = merged.state
        return merged


def archive(state: State) -> State:
    """Return what an archive holds of a state, as one that was read from a file."""
    return copy.deepcopy(shown(SHAPE, state))
