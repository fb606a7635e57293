"""What lies in the bin of one laptop, and its part in a merge: none that another one could see.

Texts in a bin do not leave a laptop. So a merge looks at what the archives of both would show, and
comes to the same on both. Afterwards each of them puts back what only it knows.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from rebound_desktop.core.merged_record import (
    DELETED,
    Table,
    Values,
    in_order,
    merge_records,
    with_deletion,
)
from rebound_desktop.core.merged_references import mended
from rebound_desktop.core.merged_state import State, target

#: Records of one table, by UUID.
Records = dict[str, Values]
#: The names of the fields of which both texts are kept.
Both = list[tuple[str, str, str]]


def put_back(
    shape: Sequence[Table], mine: State, seen: State, theirs: State, after: State
) -> tuple[dict[str, set[str]], Both]:
    """Let the bin of a laptop hold again in ``after`` what it held before, where it still may.

    ``seen`` is what its archive showed. Return the records that are in the bin for that, by table,
    and the fields of which both texts are kept.
    """
    found: dict[str, set[str]] = {}
    both: Both = []
    for table in shape:
        hidden = list(_hidden(mine.records[table.name], seen.records[table.name]))
        taken = _taken(table, after.records[table.name]) if hidden else set()
        for uuid, record in hidden:
            brought = theirs.records[table.name].get(uuid)
            known, names = merge_records(table, record, brought) if brought else (record, [])
            # What is in the bin takes no place from the living.
            if _key(table, known) not in taken and _put(table, known, after):
                found.setdefault(table.name, set()).add(uuid)
                both += [(table.name, uuid, name) for name in names]
    return found, both


def tie_again(
    shape: Sequence[Table], mine: State, seen: State, theirs: State, after: State
) -> None:
    """Let records refer again to what lies in the bin, where nobody said anything else."""
    for table in shape:
        old, shows = mine.records[table.name], seen.records[table.name]
        for uuid, record in old.items():
            now = after.records[table.name].get(uuid)
            if now is None or now is record or shows.get(uuid, record) is record:
                continue
            brought = theirs.records[table.name].get(uuid)
            full = record
            if brought:
                heirs = mended(table, brought, after)
                full, _ = merge_records(table, record, {**brought, **heirs})
            tied = _tied(table, now, full, after)
            if tied:
                after.records[table.name][uuid] = {**now, **tied}


def _hidden(old: Records, shows: Records) -> Iterator[tuple[str, Values]]:
    return ((uuid, record) for uuid, record in old.items() if uuid not in shows)


def _taken(table: Table, records: Records) -> set[Any]:
    """Return what no other record of a table may have, since a living one has it."""
    if not (table.unique and table.in_bin_too):
        return set()
    return {_key(table, each) for each in records.values() if each[DELETED] is None}


def _key(table: Table, record: Values) -> tuple[Any, ...]:
    return tuple(record[name] for name in table.unique)


def _put(table: Table, record: Values, after: State) -> bool:
    """Put a record into the bin of a state that knows of its deletion only."""
    uuid = record["uuid"]
    now = after.records[table.name].get(uuid)
    if now is not None:
        if now[DELETED] is None:
            return False  # As it lives elsewhere, so it lives here.
        stamp, edits = now[DELETED], now["edits"].get(DELETED, {})
    elif uuid in after.deleted:
        stamp, edits = after.deleted[uuid].at, after.deleted[uuid].edits
    else:
        return False
    needed = [each for each in table.fields if each.required]
    if any(record[each.name] not in after.records[each.refers_to] for each in needed):
        return False
    if record[DELETED] != stamp or record["edits"].get(DELETED, {}) != edits:
        others = {name: each for name, each in record["edits"].items() if name != DELETED}
        record = {**record, DELETED: stamp, "edits": with_deletion(others, edits)}
    after.records[table.name][uuid] = record
    after.deleted.pop(uuid, None)
    return True


def _tied(table: Table, now: Values, full: Values, after: State) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in table.fields:
        if each.kind == "record" and now[each.name] is None and full[each.name] is not None:
            lies = after.records[each.refers_to].get(full[each.name])
            if lies is not None and lies[DELETED] is not None:
                found[each.name] = full[each.name]
    for listed in table.lists:
        there = after.records[listed.refers_to] if listed.refers_to else {}
        visible = now[listed.name]
        entries = list(visible)
        for place, entry in enumerate(full[listed.name] if there else ()):
            lies = there.get(target(listed, entry))
            if lies is not None and lies[DELETED] is not None and entry not in entries:
                entries.insert(_place(entries, full[listed.name][:place]), entry)
        if len(entries) > len(visible):
            found[listed.name] = in_order(listed, entries)
    return found


def _place(entries: list[Any], before: list[Any]) -> int:
    """Return where something belongs that stands after these in another order."""
    return max((entries.index(each) + 1 for each in before if each in entries), default=0)
