"""Putting records from outside into the tables: what the import and the merge have in common."""

from typing import Any

from rebound_desktop.store import record_shapes, records

#: The numbers of the records of each table by UUID.
Known = dict[str, dict[str, int]]


def row(
    record: dict[str, Any], shape: tuple[record_shapes.Column, ...], known: Known
) -> dict[str, Any]:
    """Return a record as a row: values by column, other records by their number."""
    found: dict[str, Any] = {}
    for each in shape:
        if each.derived or each.name not in record:
            continue
        value = record[each.name]
        if each.kind == "record" and value is not None:
            value = known[each.refers_to][value]
        found[each.column] = value
    return found


def put_parts(part: record_shapes.Part, owner: int, entries: list[dict[str, Any]]) -> None:
    """Add small records to a list within another one, in their order."""
    for each in entries:
        records.insert(part.table, {part.owner_column: owner, **each})


def put_ties(link: record_shapes.Link, owner: int, targets: list[Any], known: Known) -> None:
    """Tie a record to others, in their order; one that is named twice is tied once."""
    done: set[int] = set()
    for place, each in enumerate(targets):
        target = known[link.refers_to][each["person"] if link.with_role else each]
        if target not in done:
            records.tie(link, owner, target, place, each["role"] if link.with_role else "")
            done.add(target)


def same_place(name: str, values: dict[str, Any]) -> str | None:
    """Return the UUID of a record that has the place of this row already, or None."""
    key = record_shapes.UNIQUE.get(name)
    if key is None:
        return None
    by_name = {each.name: each.column for each in record_shapes.columns(name)}
    return records.find(name, {by_name[each]: values[by_name[each]] for each in key})
