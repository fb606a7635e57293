"""Two stores made into one: what either of them knows, whichever is asked to take in the other.

A pure function of two states. Two laptops that merge each other's archive show the same afterwards,
and to merge an archive that was merged before changes nothing. See docs/storage.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from rebound_desktop.core import binned_records
from rebound_desktop.core.edit_vectors import BEFORE_ORIGINS, joined, last, later, moment_key
from rebound_desktop.core.merged_record import (
    DELETED,
    Table,
    Values,
    last_edit,
    merge_deletion,
    merge_records,
    with_deletion,
)
from rebound_desktop.core.merged_references import mend
from rebound_desktop.core.merged_state import (
    Deleted,
    Erased,
    State,
    deletion_of,
    required,
    shown,
    with_owner,
)


@dataclass(slots=True)
class Merged:
    """A merged state, and what a person may want to look at in it."""

    state: State
    both: list[tuple[str, str, str]] = field(default_factory=list)  # table, UUID, field
    #: Records that were edited after they had been deleted elsewhere: they lie in the bin.
    edited_in_bin: list[tuple[str, str]] = field(default_factory=list)
    #: When records were made, where the two say different things of it: the later moment.
    made: dict[str, str] = field(default_factory=dict)

    def last_word(self, record: Values) -> str:
        """Return the moment of the last that either of the two says of a record."""
        found = last_edit(record)
        return later(found, self.made[record["uuid"]]) if record["uuid"] in self.made else found


def merge(shape: Sequence[Table], mine: State, theirs: State) -> Merged:
    """Return what a laptop knows once it took in what another one shows.

    The tables of ``shape`` come after their owners'. What lies in a bin has no say in what becomes
    of the rest, since the other laptop could not come to the same.
    """
    seen, brought = shown(shape, mine), shown(shape, theirs)
    merged = _together(shape, seen, brought)
    if seen is not mine:
        _put_back(shape, mine, seen, brought, merged)
    return merged


def _together(shape: Sequence[Table], one: State, other: State) -> Merged:
    """Return what two archives make together; it does not matter which one comes first."""
    merged = Merged(State({table.name: {} for table in shape}))
    state = merged.state
    for uuid in {**one.erased, **other.erased}:
        state.erased[uuid] = _gone(one.erased.get(uuid), other.erased.get(uuid))
    for table in shape:
        _combine(table, one, other, merged)
    _keep_deletions(one, other, state)
    _forget(shape, state, _living_again(shape, merged))
    for table in shape:
        if table.unique:
            _unite_twins(table, merged)
    for table in shape:
        mend(table, state, state.records[table.name], one, other)
    return merged


def _put_back(
    shape: Sequence[Table], mine: State, seen: State, brought: State, merged: Merged
) -> None:
    state = merged.state
    binned, both = binned_records.put_back(shape, mine, seen, brought, state)
    merged.both += both
    for table in shape:
        if table.unique and table.name in binned:
            _unite_twins(table, merged)
    for table in shape:
        mend(table, state, binned.get(table.name, ()), mine, brought)
    binned_records.tie_again(shape, mine, seen, brought, state)


def _gone(one: Erased | None, other: Erased | None) -> Erased:
    if one is None or other is None:
        found = one or other
        assert found is not None
        return found
    if moment_key(one.at) == moment_key(other.at):
        return Erased(later(one.at, other.at), max(one.became, other.became))
    before, after = sorted((one, other), key=lambda each: moment_key(each.at))
    return Erased(after.at, after.became or before.became)


def _combine(table: Table, one: State, other: State, merged: Merged) -> None:
    first, second = one.records[table.name], other.records[table.name]
    for uuid in {**first, **second}:
        mine, theirs = first.get(uuid), second.get(uuid)
        if mine is not None and theirs is not None:
            record, both = merge_records(table, mine, theirs)
            merged.both += [(table.name, uuid, name) for name in both]
            if mine["created_at"] != theirs["created_at"]:
                merged.made[uuid] = later(mine["created_at"], theirs["created_at"])
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


def _living_again(shape: Sequence[Table], merged: Merged) -> dict[str, str]:
    """Return what was erased, but written in or deleted later, or is needed by it: and when."""
    state = merged.state
    living: dict[str, str] = {}
    needed: dict[str, str] = {}
    for table in reversed(shape):
        for uuid, record in state.records[table.name].items():
            gone = state.erased.get(uuid)
            if record[DELETED] is not None and uuid not in needed:
                # Of what is in a bin, every laptop knows when it went there.
                moment = last(record["edits"].get(DELETED, {})) or record[DELETED]
                if gone is not None and _is_later(moment, gone.at):
                    living[uuid] = moment
                continue
            written = later(merged.last_word(record), needed.get(uuid, ""))
            if gone is not None:
                if not _is_later(written, gone.at):
                    continue
                living[uuid] = written
            for name in required(table):
                needed[record[name]] = later(needed.get(record[name], ""), written)
    return living


def _forget(shape: Sequence[Table], state: State, living: dict[str, str]) -> None:
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
                    state.deleted[uuid] = _along(record, state.deleted[target], living)
                elif is_living and target in state.records[owner]:
                    above = state.records[owner][target]
                    if above[DELETED] is not None:
                        deleted = _along(record, deletion_of(above), living)
                        edits = with_deletion(record["edits"], deleted.edits)
                        there = {**record, DELETED: deleted.at, "edits": edits}
                        state.records[table.name][uuid] = there
            if uuid in state.erased or uuid in state.deleted:
                state.records[table.name].pop(uuid)


def _remember_only(state: State, record: Values) -> None:
    state.deleted.setdefault(record["uuid"], deletion_of(record))


def _along(record: Values, owner: Deleted, living: dict[str, str]) -> Deleted:
    """Return how a record lies in the bin that its owner lies in."""
    deleted = with_owner(record["edits"].get(DELETED, {}), owner)
    if record["uuid"] in living:
        # It was written in after it was erased elsewhere, which the bin does not show otherwise.
        since = {BEFORE_ORIGINS: living[record["uuid"]]}
        deleted = Deleted(deleted.at, joined(deleted.edits, since))
    return deleted


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
            own = {name: each for name, each in united["edits"].items() if name != DELETED}
            edits = with_deletion(own, survivor["edits"].get(DELETED, {}))
            about = {"uuid": kept, DELETED: survivor[DELETED], "edits": edits}
            records[kept] = {**united, **about}
            merged.both += [(table.name, kept, name) for name in both]
        if record[DELETED] is None:
            state.erased[uuid] = Erased(merged.last_word(record), kept)
        else:
            _remember_only(state, record)
        del records[uuid]


def _seniority(record: Values) -> tuple[bool, str, str]:
    # What is in the bin comes last: it takes no place from the living.
    return record[DELETED] is not None, moment_key(record["created_at"]), record["uuid"]
