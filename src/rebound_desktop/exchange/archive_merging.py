"""Merging an archive into the open store: what it would change, and doing it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rebound_desktop.core import clock
from rebound_desktop.core.merged_record import DELETED, Table, Values
from rebound_desktop.core.merging import Merged, State, merge
from rebound_desktop.exchange import archive_state
from rebound_desktop.exchange.archive import check_references
from rebound_desktop.exchange.archive_reading import Archive
from rebound_desktop.exchange.record_writing import Known, put_parts, put_ties, row
from rebound_desktop.store import backup, changes, database, records, versions
from rebound_desktop.store.tables import database as connection

_NOTHING: Values = {}
_TIMES = ("created_at", "changed_at", DELETED)


@dataclass(slots=True)
class Numbers:
    """How many records of a kind are new, changed, deleted, living again, and as they were."""

    new: int = 0
    changed: int = 0
    deleted: int = 0
    back: int = 0
    same: int = 0


@dataclass(frozen=True, slots=True)
class Noted:
    """A place in the merged records to look at: an answer, and what it is an answer about."""

    table: str
    field: str
    about: str

    @property
    def kind(self) -> str:
        """Return what one record of the table is called."""
        if self.table == "people":
            return "person"
        name = self.table.replace("_", " ")
        return f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")


@dataclass(slots=True)
class Report:
    """What a merge changes in this store: numbers by table, and what is worth a look."""

    numbers: dict[str, Numbers] = field(default_factory=dict)
    both: list[Noted] = field(default_factory=list)  # answers of which both texts are kept
    in_bin: list[Noted] = field(default_factory=list)  # edited after it was deleted elsewhere

    def total(self) -> Numbers:
        """Return the numbers of all kinds together."""
        found = list(self.numbers.values())
        return Numbers(*(sum(getattr(each, name) for each in found) for name in Numbers.__slots__))

    @property
    def is_empty(self) -> bool:
        """Say whether nothing that a person sees would be another."""
        total = self.total()
        return not (total.new or total.changed or total.deleted or total.back)


@dataclass(slots=True)
class Plan:
    """What the store is and what it would be, as of one moment of the store."""

    archive: Archive
    before: State
    merged: Merged
    report: Report
    both_are_same: bool  # nobody has anything that the other one has not
    moment: int  # as ``changes.state`` gives it


def look(archive: Archive) -> Plan:
    """Return what merging an archive into the open store would change. Works in any thread.

    Raises ArchiveError where it refers to a record that nobody has.
    """
    moment = changes.state()
    with records.snapshot():
        check_references(archive, {name: records.ids(name) for name in records.NAMES})
        before = archive_state.of_store()
    theirs = archive_state.of_archive(archive, before, clock.utc_stamp())
    merged = merge(archive_state.SHAPE, before, theirs)
    report = _report(before, merged)
    same = report.is_empty and _report(theirs, merged).is_empty
    return Plan(archive, before, merged, report, same, moment)


def apply(plan: Plan, backups: Path) -> Report:
    """Write what a plan says, as one undo step; return the report.

    Where the store was changed since, the plan is made again. A backup into the folder ``backups``
    comes first. Where nothing would change, nothing is written. Raises StoreError where the
    backup or the write does not succeed.
    """
    if plan.moment != changes.state():
        plan = look(plan.archive)
    differing = list(_differing(plan.before, plan.merged.state))
    if not plan.report.is_empty:
        backup.make(database.store_file(), backups, reason="merge")
    if differing or _notes_differ(plan.before, plan.merged.state):
        with changes.write("Merge archive", edits=False):
            _write(plan.before, plan.merged.state, differing)
    return plan.report


# What changes


def _differing(before: State, after: State) -> Iterator[tuple[Table, str]]:
    """Return the records that are not the same before and after, in values or in edits."""
    for table in archive_state.SHAPE:
        old, new = before.records[table.name], after.records[table.name]
        for uuid in {**old, **new}:
            mine, theirs = old.get(uuid), new.get(uuid)
            if mine is theirs:
                continue
            if mine is None or theirs is None or _seen(table, mine) != _seen(table, theirs):
                yield table, uuid


def _seen(table: Table, record: Values) -> list[Any]:
    return [record[name] for name in (*_names(table), "created_at", "changed_at", "edits")]


def _names(table: Table) -> list[str]:
    fields = [each.name for each in table.fields]
    return [*fields, *(each.name for each in table.lists), DELETED]


def _notes_differ(before: State, after: State) -> bool:
    return before.erased != after.erased or before.deleted != after.deleted


def _report(before: State, merged: Merged) -> Report:
    report = Report()
    after = merged.state
    for table in archive_state.SHAPE:
        numbers = report.numbers[table.name] = Numbers()
        old, new = before.records[table.name], after.records[table.name]
        for uuid in {**old, **new}:
            mine, theirs = old.get(uuid, _NOTHING), new.get(uuid, _NOTHING)
            was, is_now = (each.get(DELETED, "") is None for each in (mine, theirs))
            if is_now and not was:
                known = mine or uuid in before.erased or uuid in before.deleted
                if known:
                    numbers.back += 1
                else:
                    numbers.new += 1
            elif was and not is_now:
                numbers.deleted += 1
            elif is_now:
                differs = any(mine[name] != theirs[name] for name in _names(table))
                numbers.changed += differs
                numbers.same += not differs
    report.both = [
        Noted(table, name, _about(after, table, uuid))
        for table, uuid, name in merged.both
        if _differs_in(before, after, table, uuid, name)
    ]
    report.in_bin = [
        Noted(table, "", _about(after, table, uuid))
        for table, uuid in merged.edited_in_bin
        if before.records[table].get(uuid) != after.records[table].get(uuid)
    ]
    return report


def _differs_in(before: State, after: State, table: str, uuid: str, name: str) -> bool:
    now = after.records[table].get(uuid)
    return now is not None and before.records[table].get(uuid, _NOTHING).get(name) != now[name]


def _about(state: State, table: str, uuid: str) -> str:
    """Return what a record is called, or the one that it belongs to."""
    record = state.records[table].get(uuid)
    if record is None:
        return ""
    for name in ("company", "name", "title", "text"):
        if record.get(name):
            return " ".join(str(record[name]).split())
    for each in next(one for one in archive_state.SHAPE if one.name == table).fields:
        if each.kind == "record" and record[each.name] is not None:
            return _about(state, each.refers_to, record[each.name])
    return ""


# Writing it


def _write(before: State, after: State, differing: list[tuple[Table, str]]) -> None:
    # What refers to each other comes and goes in whatever order suits; at the end all fits.
    connection.execute_sql("PRAGMA defer_foreign_keys = ON")
    known: Known = {name: records.ids(name) for name in records.NAMES}
    for table, uuid in differing:
        _let_go(table, uuid, before, after, known)
    for table, uuid in reversed(differing):
        if uuid not in after.records[table.name]:
            records.remove(table.name, known[table.name].pop(uuid))
    for table, uuid in differing:
        if uuid not in known[table.name] and uuid in after.records[table.name]:
            _insert(table, after.records[table.name][uuid], known)
    for table, uuid in differing:
        if uuid in after.records[table.name]:
            _change(table, before.records[table.name].get(uuid), after, uuid, known)
    _write_notes(before, after, differing)
    records.derive_again(sorted(_derived_from(before, after, differing, known)))


def _let_go(table: Table, uuid: str, before: State, after: State, known: Known) -> None:
    """Drop references to what goes, which would take the record along."""
    mine = before.records[table.name].get(uuid)
    if mine is None or uuid not in after.records[table.name]:
        return
    columns = {each.name: each.column for each in records.columns(table.name)}
    gone = {
        columns[each.name]: None
        for each in table.fields
        if each.kind == "record"
        and not each.required
        and mine[each.name] is not None
        and mine[each.name] not in after.records[each.refers_to]
    }
    if gone:
        records.change(table.name, known[table.name][uuid], gone)


def _insert(table: Table, record: Values, known: Known) -> None:
    """Add a record; what it refers to within its own table is set afterwards."""
    shape = records.columns(table.name)
    own = {each.name: None for each in table.fields if each.refers_to == table.name}
    values = row({**record, **own}, shape, known) | {DELETED: record[DELETED]}
    known[table.name][record["uuid"]] = records.insert(table.name, values)


def _change(table: Table, mine: Values | None, after: State, uuid: str, known: Known) -> None:
    record = after.records[table.name][uuid]
    number = known[table.name][uuid]
    own = {each.name for each in table.fields if each.refers_to == table.name}
    names = own if mine is None else {*(each.name for each in table.fields), *_TIMES}
    values = {
        name: record[name] for name in sorted(names) if mine is None or mine[name] != record[name]
    }
    shape = records.columns(table.name)
    changed = row(values, shape, known)
    if DELETED in values:
        changed[DELETED] = values[DELETED]
    if changed:
        records.change(table.name, number, changed)
    for link in records.LINKS:
        if link.owner == table.name and _list_differs(mine, record, link.name):
            records.empty(link, number)
            put_ties(link, number, record[link.name], known)
    for part in records.PARTS:
        if part.owner == table.name and _list_differs(mine, record, part.name):
            records.empty(part, number)
            put_parts(part, number, record[part.name])


def _list_differs(mine: Values | None, record: Values, name: str) -> bool:
    return bool(record[name]) if mine is None else mine[name] != record[name]


def _write_notes(before: State, after: State, differing: list[tuple[Table, str]]) -> None:
    for table, uuid in differing:
        record = after.records[table.name].get(uuid)
        edits = record["edits"] if record is not None else {}
        if edits != before.records[table.name].get(uuid, {"edits": {}})["edits"]:
            versions.put(uuid, edits)
    was, is_now = (_gone(state) for state in (before, after))
    for uuid in {**was, **is_now}:
        if was.get(uuid) != is_now.get(uuid):
            versions.put_gone(uuid, is_now.get(uuid))


def _gone(state: State) -> dict[str, versions.Gone]:
    found = {uuid: versions.Gone(each.at, edits=each.edits) for uuid, each in state.deleted.items()}
    return found | {
        uuid: versions.Gone(each.at, each.became) for uuid, each in state.erased.items()
    }


def _derived_from(
    before: State, after: State, differing: list[tuple[Table, str]], known: Known
) -> set[int]:
    """Return the living applications whose stage follows from something that changed."""
    found: set[str] = set()
    for table, uuid in differing:
        if table.name == "applications":
            found.add(uuid)
        elif table.name == "events":
            sides = (state.records["events"].get(uuid) for state in (before, after))
            found.update(each["application"] for each in sides if each is not None)
    alive = after.records["applications"]
    return {
        known["applications"][uuid]
        for uuid in found
        if uuid in alive and alive[uuid][DELETED] is None
    }
