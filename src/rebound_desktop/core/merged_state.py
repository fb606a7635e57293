"""What a laptop knows, and what of it an archive shows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rebound_desktop.core.edit_vectors import Edits, joined
from rebound_desktop.core.merged_record import DELETED, Listed, Table, Values


@dataclass(frozen=True, slots=True)
class Deleted:
    """A record in the bin of a laptop, of which nothing else is known here."""

    at: str
    edits: Edits


@dataclass(frozen=True, slots=True)
class Erased:
    """A record that is gone for good; ``became`` is the record that holds its texts now, if any."""

    at: str
    became: str = ""


@dataclass(slots=True)
class State:
    """All that a store or an archive knows: records by table and UUID, and what is gone."""

    records: dict[str, dict[str, Values]]
    deleted: dict[str, Deleted] = field(default_factory=dict)
    erased: dict[str, Erased] = field(default_factory=dict)


def deletion_of(record: Values) -> Deleted:
    """Return what is told of a record in the bin."""
    return Deleted(record[DELETED], record["edits"].get(DELETED, {}))


def with_owner(edits: Edits, owner: Deleted) -> Deleted:
    """Return how a record is deleted that cannot be without one that is; it had these edits."""
    return Deleted(owner.at, joined(edits, owner.edits))


def required(table: Table) -> list[str]:
    """Return the names of the references that the records of a table cannot be without."""
    return [each.name for each in table.fields if each.required]


def shown(shape: Sequence[Table], state: State) -> State:
    """Return what an archive holds of a state: of what lies in a bin only that it does.

    A record that cannot be without one in a bin counts as lying there. What refers to such a
    record refers to nothing. Records that look the same in both are the same objects.
    """
    deleted = dict(state.deleted)
    for found in state.records.values():
        for uuid, record in found.items():
            if record[DELETED] is not None:
                deleted[uuid] = deletion_of(record)
    if not deleted:
        return state
    made = State({}, deleted, state.erased)
    for table in shape:
        refers = [each.name for each in table.fields if each.kind == "record"]
        lists = [each for each in table.lists if each.refers_to]
        now = made.records[table.name] = {}
        for uuid, record in state.records[table.name].items():
            if uuid in deleted:
                continue
            if _refers_to(deleted, record, refers, lists):
                other = _without(deleted, table, record)
                if other is not None:
                    now[uuid] = other
            else:
                now[uuid] = record
    return made


def _refers_to(
    deleted: dict[str, Deleted], record: Values, refers: list[str], lists: list[Listed]
) -> bool:
    # Written out: this is asked of every record, and most refer to nothing of the kind.
    for name in refers:
        if record[name] in deleted:
            return True
    for listed in lists:
        for each in record[listed.name]:
            if target(listed, each) in deleted:
                return True
    return False


def _without(deleted: dict[str, Deleted], table: Table, record: Values) -> Values | None:
    """Return a record that refers to nothing deleted, or None where it is deleted by that."""
    found = dict(record)
    for each in table.fields:
        if each.kind == "record" and record[each.name] in deleted:
            if each.required:
                own = record["edits"].get(DELETED, {})
                deleted[record["uuid"]] = with_owner(own, deleted[record[each.name]])
                return None
            found[each.name] = None
    for listed in table.lists:
        if listed.refers_to:
            entries = record[listed.name]
            found[listed.name] = [each for each in entries if target(listed, each) not in deleted]
    return found


def target(listed: Listed, entry: Any) -> str:
    """Return the UUID of the record that an entry of a list refers to."""
    found: str = entry[listed.key[0]] if listed.key else entry
    return found
