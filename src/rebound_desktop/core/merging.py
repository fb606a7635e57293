"""Two stores made into one: what either of them knows, whichever is asked to take in the other.

A pure function of two states. It does not matter which one comes first, and to merge a state that
was merged before changes nothing. See docs/storage.md.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from rebound_desktop.core.edit_vectors import Edits, joined, last, later, moment_key
from rebound_desktop.core.merged_record import (
    DELETED,
    Listed,
    Table,
    Values,
    in_order,
    last_edit,
    merge_deletion,
    merge_records,
    with_deletion,
)


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


@dataclass(slots=True)
class Merged:
    """A merged state, and what a person may want to look at in it."""

    state: State
    both: list[tuple[str, str, str]] = field(default_factory=list)  # table, UUID, field
    #: Records that were edited after they had been deleted elsewhere: they lie in the bin.
    edited_in_bin: list[tuple[str, str]] = field(default_factory=list)


def merge(shape: Sequence[Table], one: State, other: State) -> Merged:
    """Return what two states make together. The tables of ``shape`` come after their owners'."""
    merged = Merged(State({table.name: {} for table in shape}))
    state = merged.state
    for uuid in {**one.erased, **other.erased}:
        state.erased[uuid] = _gone(one.erased.get(uuid), other.erased.get(uuid))
    for table in shape:
        _combine(table, one, other, merged)
    _keep_deletions(one, other, state)
    _forget(shape, state, _living_again(shape, state))
    for table in shape:
        if table.unique:
            _unite_twins(table, merged)
    _mend_references(shape, state)
    return merged


def _gone(one: Erased | None, other: Erased | None) -> Erased:
    if one is None or other is None:
        found = one or other
        assert found is not None
        return found
    return Erased(later(one.at, other.at), max(one.became, other.became))


def _combine(table: Table, one: State, other: State, merged: Merged) -> None:
    first, second = one.records[table.name], other.records[table.name]
    for uuid in {**first, **second}:
        mine, theirs = first.get(uuid), second.get(uuid)
        if mine is not None and theirs is not None:
            record, both = merge_records(table, mine, theirs)
            merged.both += [(table.name, uuid, name) for name in both]
        else:
            found = mine or theirs
            assert found is not None
            record = _with_deletion(found, (other if theirs is None else one).deleted.get(uuid))
        if record[DELETED] is not None and any(
            each is not None and each[DELETED] is None and _was_edited_after(each, record[DELETED])
            for each in (mine, theirs)
        ):
            merged.edited_in_bin.append((table.name, uuid))
        merged.state.records[table.name][uuid] = record


def _with_deletion(record: Values, deleted: Deleted | None) -> Values:
    if deleted is None:
        return record
    elsewhere = {DELETED: deleted.at, "edits": {DELETED: deleted.edits}}
    stamp, edits = merge_deletion(record, elsewhere)
    return {**record, DELETED: stamp, "edits": with_deletion(record["edits"], edits)}


def _was_edited_after(record: Values, stamp: str) -> bool:
    edits = {name: each for name, each in record["edits"].items() if name != DELETED}
    return _is_later(last_edit({**record, "edits": edits}), stamp)


def _is_later(one: str, other: str) -> bool:
    return moment_key(one) > moment_key(other)


def _keep_deletions(one: State, other: State, state: State) -> None:
    known = {uuid for found in state.records.values() for uuid in found}
    for uuid in {**one.deleted, **other.deleted}:
        if uuid in known:
            continue
        found = [each for each in (one.deleted.get(uuid), other.deleted.get(uuid)) if each]
        stamp, edits = merge_deletion(
            *({DELETED: each.at, "edits": {DELETED: each.edits}} for each in (found[0], found[-1]))
        )
        assert stamp is not None
        gone = state.erased.get(uuid)
        if gone is None or _is_later(last(edits) or stamp, gone.at):
            state.erased.pop(uuid, None)
            state.deleted[uuid] = Deleted(stamp, edits)


def _living_again(shape: Sequence[Table], state: State) -> set[str]:
    """Return what was erased, but written in or deleted later, or is needed by what was."""
    living: set[str] = set()
    needed: dict[str, str] = {}
    for table in reversed(shape):
        for uuid, record in state.records[table.name].items():
            gone = state.erased.get(uuid)
            if record[DELETED] is not None and uuid not in needed:
                # Of what is in a bin, every laptop knows when it went there.
                moment = last(record["edits"].get(DELETED, {})) or record[DELETED]
                if gone is not None and _is_later(moment, gone.at):
                    living.add(uuid)
                continue
            written = later(last_edit(record), needed.get(uuid, ""))
            if gone is not None:
                if not _is_later(written, gone.at):
                    continue
                living.add(uuid)
            for name in _required(table):
                needed[record[name]] = later(needed.get(record[name], ""), written)
    return living


def _forget(shape: Sequence[Table], state: State, living: set[str]) -> None:
    """Take out what is gone, with what cannot be without it; the bin takes what its owners have."""
    for uuid in living:
        del state.erased[uuid]
    for table in shape:
        owners = [(each.refers_to, each.name) for each in table.fields if each.required]
        for uuid, record in list(state.records[table.name].items()):
            for owner, name in owners if uuid not in state.erased else ():
                target, is_living = record[name], record[DELETED] is None
                if not is_living and target not in state.records[owner]:
                    # Other laptops may know no more of it than that it was deleted.
                    _remember_only(state, record)
                elif target in state.erased:
                    state.erased[uuid] = Erased(state.erased[target].at)
                elif target in state.deleted:
                    own = record["edits"].get(DELETED, {})
                    state.deleted[uuid] = with_owner(own, state.deleted[target])
                elif is_living and target in state.records[owner]:
                    _follow(state, table.name, record, state.records[owner][target])
            if uuid in state.erased or uuid in state.deleted:
                state.records[table.name].pop(uuid)


def _remember_only(state: State, record: Values) -> None:
    edits = record["edits"].get(DELETED, {})
    state.deleted.setdefault(record["uuid"], Deleted(record[DELETED], edits))


def with_owner(edits: Edits, owner: Deleted) -> Deleted:
    """Return how a record is deleted that cannot be without one that is; it had these edits."""
    return Deleted(owner.at, joined(edits, owner.edits))


def _follow(state: State, table: str, record: Values, owner: Values) -> None:
    """Put a record into the bin that its owner lies in."""
    if owner[DELETED] is not None:
        above = Deleted(owner[DELETED], owner["edits"].get(DELETED, {}))
        deleted = with_owner(record["edits"].get(DELETED, {}), above)
        state.records[table][record["uuid"]] = {
            **record,
            DELETED: deleted.at,
            "edits": with_deletion(record["edits"], deleted.edits),
        }


def _unite_twins(table: Table, merged: Merged) -> None:
    """Make one of records that were made apart and may not stand beside each other."""
    state, records = merged.state, merged.state.records[table.name]
    first: dict[tuple[Any, ...], str] = {}
    for record in sorted(records.values(), key=_seniority):
        uuid, key = record["uuid"], tuple(record[name] for name in table.unique)
        if not key[0] or (record[DELETED] is not None and not table.in_bin_too):
            continue
        kept = first.setdefault(key, uuid)
        if kept == uuid:
            continue
        survivor = records[kept]
        if (survivor[DELETED] is None) == (record[DELETED] is None):
            united, both = merge_records(table, survivor, record, apart=True)
            records[kept] = {**united, "uuid": kept, DELETED: survivor[DELETED]}
            merged.both += [(table.name, kept, name) for name in both]
        if record[DELETED] is None:
            state.erased[uuid] = Erased(last_edit(record), kept)
        else:
            _remember_only(state, record)
        del records[uuid]


def _seniority(record: Values) -> tuple[bool, str, str]:
    # What is in the bin comes last: it takes no place from the living.
    return record[DELETED] is not None, moment_key(record["created_at"]), record["uuid"]


def _mend_references(shape: Sequence[Table], state: State) -> None:
    """Let nothing refer to what is gone: to what it became, where that is known, or to nothing."""
    for table in shape:
        free = [each for each in table.fields if each.kind == "record" and not each.required]
        lists = [each for each in table.lists if each.refers_to]
        for uuid, record in state.records[table.name].items() if free or lists else ():
            mended: dict[str, Any] = {}
            for each in free:
                target = record[each.name]
                if target is not None and target not in state.records[each.refers_to]:
                    mended[each.name] = _heir(state, each.refers_to, target)
            for listed in lists:
                entries = _mended(listed, record[listed.name], state)
                if entries != record[listed.name]:
                    mended[listed.name] = entries
            if mended:
                state.records[table.name][uuid] = {**record, **mended}


def _mended(listed: Listed, entries: list[Any], state: State) -> list[Any]:
    there = state.records[listed.refers_to]
    found: dict[str, Any] = {}
    for entry in entries:
        name = listed.key[0] if listed.key else ""
        target = entry[name] if name else entry
        heir = target if target in there else _heir(state, listed.refers_to, target)
        if heir is not None:
            found.setdefault(heir, {**entry, name: heir} if name else heir)
    return in_order(listed, list(found.values()))


def _heir(state: State, table: str, uuid: str) -> str | None:
    seen: set[str] = set()
    while uuid in state.erased and uuid not in seen:
        seen.add(uuid)
        uuid = state.erased[uuid].became
    return uuid if uuid in state.records[table] else None


def _required(table: Table) -> Iterator[str]:
    return (each.name for each in table.fields if each.required)
