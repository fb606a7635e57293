"""Merging an archive into the open store: what it would change, and doing it."""

from dataclasses import dataclass, field
from pathlib import Path

from rebound_desktop.core import clock
from rebound_desktop.core.merged_record import DELETED, Values
from rebound_desktop.core.merged_state import State
from rebound_desktop.core.merged_values import BETWEEN
from rebound_desktop.core.merging import Merged, merge
from rebound_desktop.exchange import archive_state
from rebound_desktop.exchange.archive import check_references
from rebound_desktop.exchange.archive_reading import Archive
from rebound_desktop.exchange.merge_writing import (
    differing,
    notes_differ,
    shown_fields,
    takes_out,
    write,
)
from rebound_desktop.store import backup, changes, database, record_shapes, records
from rebound_desktop.store.cancelling import Cancel

_NOTHING: Values = {}


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
        check_references(archive, {name: records.ids(name) for name in record_shapes.NAMES})
        before = archive_state.of_store()
    theirs = archive_state.of_archive(archive, before, clock.utc_stamp())
    merged = merge(archive_state.SHAPE, before, theirs)
    report = _report(before, merged)
    same = report.is_empty and _report(theirs, merged).is_empty
    return Plan(archive, before, merged, report, same, moment)


def apply(plan: Plan, backups: Path, cancel: Cancel | None = None) -> Report:
    """Write what a plan says, as one undo step; return the report.

    Where the store was changed since, the plan is made again. A backup into the folder ``backups``
    comes first. Where nothing would change, nothing is written. Raises StoreError where the
    backup or the write does not succeed, CancelledError where it is called off; either way the
    store is as it was.
    """
    cancel = cancel or Cancel()
    if plan.moment != changes.state():
        plan = look(plan.archive)
    found = list(differing(plan.before, plan.merged.state))
    if not plan.report.is_empty or takes_out(plan.before, plan.merged.state, found):
        backup.make(database.store_file(), backups, reason="merge")
    if found or notes_differ(plan.before, plan.merged.state):
        with changes.write("Merge archive", edits=False):
            write(plan.before, plan.merged.state, found, cancel)
    return plan.report


# What changes


def _report(before: State, merged: Merged) -> Report:
    report = Report()
    after = merged.state
    for table in archive_state.SHAPE:
        numbers = report.numbers[table.name] = Numbers()
        names = shown_fields(table)
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
                differs = mine is not theirs and any(mine[name] != theirs[name] for name in names)
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
            # Of a text that was kept twice the first one is name enough.
            return " ".join(str(record[name]).split(BETWEEN)[0].split())
    for each in next(one for one in archive_state.SHAPE if one.name == table).fields:
        if each.kind == "record" and record[each.name] is not None:
            return _about(state, each.refers_to, record[each.name])
    return ""
