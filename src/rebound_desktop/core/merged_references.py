"""What becomes of references to records that are gone: to what they became, or to nothing."""

from collections.abc import Collection
from typing import Any

from rebound_desktop.core.merged_record import Field, Listed, Table, Values, in_order, merge_records
from rebound_desktop.core.merged_state import State, target


def mend(table: Table, after: State, uuids: Collection[str], one: State, other: State) -> None:
    """Let records of a table refer to nothing that is gone in a merged state.

    Where both sides knew of a record, it is looked at once more what the two make together, now
    that it is known what is gone: else the next merge would come to something else. What took in
    another record holds more than the two sides of it.
    """
    records = after.records[table.name]
    heirs = {each.became for each in after.erased.values()}
    free = _free(table)
    lists = [each for each in table.lists if each.refers_to]
    for uuid in list(uuids) if free or lists else ():
        record = records.get(uuid)
        changes = _mended(free, lists, record, after) if record is not None else {}
        if record is None or not changes:
            continue
        sides = [each.records[table.name].get(uuid) for each in (one, other)]
        known = [{**each, **mended(table, each, after)} for each in sides if each is not None]
        if len(known) == 2 and uuid not in heirs:
            again, _ = merge_records(table, known[0], known[1])
            changes = {name: again[name] for name in changes}
        records[uuid] = {**record, **changes}


def mended(table: Table, record: Values, state: State) -> dict[str, Any]:
    """Return the references of a record, and its lists of them, that have to be others."""
    return _mended(_free(table), [each for each in table.lists if each.refers_to], record, state)


def _free(table: Table) -> list[Field]:
    return [each for each in table.fields if each.kind == "record" and not each.required]


def _mended(free: list[Field], lists: list[Listed], record: Values, state: State) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in free:
        there = record[each.name]
        if there is not None and there not in state.records[each.refers_to]:
            found[each.name] = _heir(state, each.refers_to, there)
    for listed in lists:
        if record[listed.name]:
            entries = _entries(listed, record[listed.name], state)
            if entries != record[listed.name]:
                found[listed.name] = entries
    return found


def _entries(listed: Listed, entries: list[Any], state: State) -> list[Any]:
    there = state.records[listed.refers_to]
    found: dict[str, Any] = {}
    for entry in entries:
        named = target(listed, entry)
        heir = named if named in there else _heir(state, listed.refers_to, named)
        if heir is not None:
            found.setdefault(heir, {**entry, listed.key[0]: heir} if listed.key else heir)
    return in_order(listed, list(found.values()))


def _heir(state: State, table: str, uuid: str) -> str | None:
    seen: set[str] = set()
    while uuid in state.erased and uuid not in seen:
        seen.add(uuid)
        uuid = state.erased[uuid].became
    return uuid if uuid in state.records[table] else None
