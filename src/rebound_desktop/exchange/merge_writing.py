"""Writing a merged state into the tables: only what is not the same."""

from collections.abc import Iterator
from typing import Any

from rebound_desktop.core.merged_record import DELETED, Table, Values
from rebound_desktop.core.merged_state import State
from rebound_desktop.exchange import archive_state
from rebound_desktop.exchange.record_writing import Known, put_parts, put_ties, row
from rebound_desktop.store import record_shapes, records, versions
from rebound_desktop.store.cancelling import Cancel
from rebound_desktop.store.tables import database as connection

_TIMES = ("created_at", "changed_at", DELETED)

#: Records that are not the same before and after: the table, and the UUID.
Differing = list[tuple[Table, str]]


def differing(before: State, after: State) -> Iterator[tuple[Table, str]]:
    """Return the records that are not the same before and after, in values or in edits."""
    for table in archive_state.SHAPE:
        old, new = before.records[table.name], after.records[table.name]
        for uuid in {**old, **new}:
            mine, theirs = old.get(uuid), new.get(uuid)
            if mine is theirs:
                continue
            if mine is None or theirs is None or _seen(table, mine) != _seen(table, theirs):
                yield table, uuid


def shown_fields(table: Table) -> list[str]:
    """Return the fields and lists of a record in which a person may see a change."""
    fields = [each.name for each in table.fields]
    return [*fields, *(each.name for each in table.lists), DELETED]


def _seen(table: Table, record: Values) -> list[Any]:
    return [record[name] for name in (*shown_fields(table), "created_at", "changed_at", "edits")]


def notes_differ(before: State, after: State) -> bool:
    """Say whether it is another thing that is known to be gone."""
    return before.erased != after.erased or before.deleted != after.deleted


def takes_out(before: State, after: State, found: Differing) -> bool:
    """Say whether a record would leave the tables, and not only for the bin."""
    return any(
        uuid in before.records[table.name] and uuid not in after.records[table.name]
        for table, uuid in found
    )


def write(before: State, after: State, found: Differing, cancel: Cancel) -> None:
    """Write what is not the same into the open store, within a write of the caller.

    Raises CancelledError where it is called off on the way.
    """
    # What refers to each other comes and goes in whatever order suits; at the end all fits.
    connection.execute_sql("PRAGMA defer_foreign_keys = ON")
    known: Known = {name: records.ids(name) for name in record_shapes.NAMES}
    for table, uuid in found:
        _let_go(table, uuid, before, after, known)
    gone = [each for each in reversed(found) if each[1] not in after.records[each[0].name]]
    # What no two records share is free before another one takes it.
    _remove([each for each in gone if each[0].name in record_shapes.UNIQUE], known)
    for table, uuid in found:
        cancel.look()
        if uuid not in known[table.name] and uuid in after.records[table.name]:
            _insert(table, after.records[table.name][uuid], known)
    for table, uuid in found:
        _move(table, uuid, before, after, known)
    _remove([each for each in gone if each[0].name not in record_shapes.UNIQUE], known)
    for table, uuid in found:
        cancel.look()
        if uuid in after.records[table.name]:
            _change(table, before.records[table.name].get(uuid), after, uuid, known)
    _write_notes(before, after, found)
    cancel.look()
    records.derive_again(sorted(_derived_from(before, after, found, known)))
    cancel.look()


def _let_go(table: Table, uuid: str, before: State, after: State, known: Known) -> None:
    """Drop references to what goes, which would take the record along."""
    mine = before.records[table.name].get(uuid)
    if mine is None or uuid not in after.records[table.name]:
        return
    columns = {each.name: each.column for each in record_shapes.columns(table.name)}
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


def _remove(gone: Differing, known: Known) -> None:
    for table, uuid in gone:
        records.remove(table.name, known[table.name].pop(uuid))


def _move(table: Table, uuid: str, before: State, after: State, known: Known) -> None:
    """Let a record belong to another one where the one that it belonged to goes."""
    mine, now = (state.records[table.name].get(uuid) for state in (before, after))
    if mine is None or now is None:
        return
    columns = {each.name: each.column for each in record_shapes.columns(table.name)}
    moved = {
        columns[each.name]: known[each.refers_to][now[each.name]]
        for each in table.fields
        if each.required and mine[each.name] not in after.records[each.refers_to]
    }
    if moved:
        records.change(table.name, known[table.name][uuid], moved)


def _insert(table: Table, record: Values, known: Known) -> None:
    """Add a record; what it refers to within its own table is set afterwards."""
    shape = record_shapes.columns(table.name)
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
    shape = record_shapes.columns(table.name)
    changed = row(values, shape, known)
    if DELETED in values:
        changed[DELETED] = values[DELETED]
    if changed:
        records.change(table.name, number, changed)
    for link in record_shapes.LINKS:
        if link.owner == table.name and _list_differs(mine, record, link.name):
            records.empty(link, number)
            put_ties(link, number, record[link.name], known)
    for part in record_shapes.PARTS:
        if part.owner == table.name and _list_differs(mine, record, part.name):
            records.empty(part, number)
            put_parts(part, number, record[part.name])


def _list_differs(mine: Values | None, record: Values, name: str) -> bool:
    return bool(record[name]) if mine is None else mine[name] != record[name]


def _write_notes(before: State, after: State, found: Differing) -> None:
    for table, uuid in found:
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


def _derived_from(before: State, after: State, found: Differing, known: Known) -> set[int]:
    """Return the living applications whose stage follows from something that changed."""
    touched: set[str] = set()
    for table, uuid in found:
        if table.name == "applications":
            touched.add(uuid)
        elif table.name == "events":
            sides = (state.records["events"].get(uuid) for state in (before, after))
            touched.update(each["application"] for each in sides if each is not None)
    alive = after.records["applications"]
    return {
        known["applications"][uuid]
        for uuid in touched
        if uuid in alive and alive[uuid][DELETED] is None
    }
