"""A store and an archive as ``core.merging`` takes them, and the shape of their records."""

from typing import Any

from rebound_desktop.core.merged_record import DELETED, Field, Listed, Table, in_order
from rebound_desktop.core.merged_state import Deleted, Erased, State
from rebound_desktop.core.merged_values import LINES, LONG
from rebound_desktop.exchange.archive_reading import Archive
from rebound_desktop.store import record_shapes, records, versions

#: What is no field by itself: it says which record this is, and when it was written.
_ABOUT = frozenset({"uuid", "created_at", "changed_at"})
#: What the store's functions never make twice: two such records are one.
_ONCE: dict[str, tuple[str, ...]] = {
    "reasons": ("rejection", "code", "label"),
    "mood_checks": ("rejection", "moment"),
    "prep_sheets": ("application", "interview_on"),
    "letter_templates": ("shipped",),
}


def _table(name: str) -> Table:
    fields = tuple(
        _field(name, each)
        for each in record_shapes.columns(name)
        if not each.derived and each.name not in _ABOUT
    )
    links = tuple(
        Listed(link.name, ("person",) if link.with_role else (), link.refers_to, not link.with_role)
        for link in record_shapes.LINKS
        if link.owner == name
    )
    unique = record_shapes.UNIQUE.get(name, ())
    lists = links + _parts(name)
    return Table(name, fields, lists, unique or _ONCE.get(name, ()), in_bin_too=bool(unique))


def _field(table: str, column: record_shapes.Column) -> Field:
    if column.kind == "record":
        return Field(column.name, "record", column.refers_to, not column.optional)
    if (table, column.name) in LONG:
        return Field(column.name, "long")
    return Field(column.name, "lines" if (table, column.name) in LINES else "short")


def _parts(table: str) -> tuple[Listed, ...]:
    found = []
    for part in record_shapes.PARTS:
        if part.owner == table:
            key = (part.unique,) if part.unique else ("kind", "text") if part.ordered else ()
            grows = part.name in versions.GROWING
            found.append(Listed(part.name, key, ordered=part.ordered, grows=grows))
    return tuple(found)


#: The shape of all records, owners before what belongs to them.
SHAPE: tuple[Table, ...] = tuple(_table(name) for name in record_shapes.NAMES)


def of_store() -> State:
    """Return all that the open store knows, in the bin too."""
    edits = versions.edits_by_record()
    state = State({})
    for table in SHAPE:
        found = state.records[table.name] = {}
        for record in records.read(table.name, all_of_it=True):
            record["edits"] = edits.get(record["uuid"], {})
            found[record["uuid"]] = _ordered(table, record)
    for uuid, each in versions.gone().items():
        if each.edits is None:
            state.erased[uuid] = Erased(each.at, each.became)
        else:
            state.deleted[uuid] = Deleted(each.at, each.edits)
    return state


def of_archive(archive: Archive, store: State, now: str) -> State:
    """Return all that an archive knows.

    A record without times was made when the store's was, or now, and not changed since.
    """
    state = State({}, dict(archive.deleted), dict(archive.erased))
    for table in SHAPE:
        found = state.records[table.name] = {}
        for record in archive.lists[table.name]:
            mine = store.records[table.name].get(record["uuid"], {})
            made = {"created_at": mine.get("created_at", now)}
            # Where nobody says when it was changed, it was not.
            made["changed_at"] = record.get("created_at", made["created_at"])
            found[record["uuid"]] = _ordered(table, {**made, **record, DELETED: None})
    return state


def _ordered(table: Table, record: dict[str, Any]) -> dict[str, Any]:
    for listed in table.lists:
        record[listed.name] = in_order(listed, record[listed.name])
    return record
