"""Two states of one record made into one, field by field."""

from dataclasses import dataclass
from typing import Any, Literal

from rebound_desktop.core.edit_vectors import (
    EVERY_FIELD,
    Edits,
    joined,
    knows,
    last,
    later,
    moment_key,
)
from rebound_desktop.core.merged_values import all_lines, all_of, as_text, both_texts

#: A record as the archive has it, with ``deleted_at``, and ``edits`` by field.
Values = dict[str, Any]

DELETED = "deleted_at"
_TIMES = ("created_at", "changed_at")


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a record, and how two of them are made into one."""

    name: str
    kind: Literal["short", "long", "lines", "record"]
    refers_to: str = ""  # the table of a record
    required: bool = False  # nothing without that record


@dataclass(frozen=True, slots=True)
class Listed:
    """A list within a record. Two entries are one where the values under ``key`` are the same."""

    name: str
    key: tuple[str, ...] = ()
    refers_to: str = ""  # the table that the entries, or what is under the key, are records of
    ordered: bool = True
    grows: bool = False  # what either has stays, as earlier versions do


@dataclass(frozen=True, slots=True)
class Table:
    """The shape of the records of one table."""

    name: str
    fields: tuple[Field, ...]
    lists: tuple[Listed, ...] = ()
    unique: tuple[str, ...] = ()  # what no two records share, where the first of it is given
    in_bin_too: bool = True  # that holds for records in the bin as well


def last_edit(record: Values) -> str:
    """Return the moment of the last edit of a record that is known, or of its making."""
    found = str(record["created_at"])
    for edits in record["edits"].values():
        found = later(found, last(edits))
    return found


def merge_deletion(one: Values, other: Values) -> tuple[str | None, dict[str, str]]:
    """Return whether and when a record was deleted, and the edits that say so."""
    first, second = _edits(one, DELETED), _edits(other, DELETED)
    both = joined(first, second)
    if knows(first, second) != knows(second, first):
        return (one if knows(first, second) else other)[DELETED], both
    ranks = [
        (
            moment_key(last(_edits(each, DELETED)) or each[DELETED] or _since(each)),
            each[DELETED] or "",
        )
        for each in (one, other)
    ]
    return (one if ranks[0] >= ranks[1] else other)[DELETED], both


def merge_records(
    table: Table, one: Values, other: Values, *, apart: bool = False
) -> tuple[Values, list[str]]:
    """Return one record of two states, and the names of the fields of which both texts are kept.

    It does not matter which comes first. With ``apart`` the two were made without knowing of each
    other, as two reflections on one rejection were, so that no text of either is older.
    """
    if one == other:
        return one, []
    values: Values = {
        "uuid": min(one["uuid"], other["uuid"]),
        "created_at": min(one["created_at"], other["created_at"], key=_moment),
        "changed_at": later(one["changed_at"], other["changed_at"]),
    }
    edits: dict[str, Edits] = {}
    for name in sorted({*one["edits"], *other["edits"]}):
        edits[name] = joined(_edits(one, name), _edits(other, name))
    values[DELETED], _ = merge_deletion(one, other)
    both: list[str] = []
    for field in table.fields:
        values[field.name] = _field(field, one, other, apart=apart)
        if field.kind == "long" and values[field.name] not in (one[field.name], other[field.name]):
            both.append(field.name)
    for listed in table.lists:
        values[listed.name] = _list(listed, one, other, apart=apart)
        if listed.key == ("form",) and _is_worded_anew(values, one, other, listed.name):
            both.append(listed.name)
    values["edits"] = edits
    return values, both


def with_deletion(edits: dict[str, Any], deletion: Edits) -> dict[str, Any]:
    """Return the edits of a record with those that say whether it is deleted."""
    return dict(sorted({**edits, DELETED: deletion}.items())) if deletion else edits


def in_order(listed: Listed, entries: list[Any]) -> list[Any]:
    """Return a list within a record in the order that is the same on every laptop."""
    if listed.grows:
        return sorted(entries, key=lambda each: (_moment(each["created_at"]), as_text(each)))
    return entries if listed.ordered else sorted(entries, key=as_text)


def _field(field: Field, one: Values, other: Values, *, apart: bool) -> Any:
    name = field.name
    if one[name] == other[name]:
        return one[name]
    first, second = _edits(one, name), _edits(other, name)
    ahead, behind = knows(first, second), knows(second, first)
    if ahead != behind and not (apart and field.kind != "short"):
        return (one if ahead else other)[name]
    before, after = sorted((one, other), key=lambda each: _rank(each, name))
    if ahead and behind:
        # Without a change a reference is only missing where what it refers to is not shown.
        if field.kind == "record" and None in (before[name], after[name]):
            return before[name] if after[name] is None else after[name]
        if not first and not apart and _was_changed(one) != _was_changed(other):
            # It came from the one that was never changed.
            after = one if _was_changed(one) else other
            return after[name]
        if field.kind == "lines" and len(before[name]) > len(after[name]):
            before, after = after, before
    if field.kind == "long":
        return both_texts(before[name], after[name])
    return all_lines(before[name], after[name]) if field.kind == "lines" else after[name]


def _was_changed(record: Values) -> bool:
    """Say whether a record may have been changed, though no edit of the field says so.

    Edits are not noted in what an older program or a person wrote.
    """
    made, changed = (moment_key(record[name]) for name in _TIMES)
    return changed > made or bool(_edits(record, EVERY_FIELD))


def _list(listed: Listed, one: Values, other: Values, *, apart: bool) -> list[Any]:
    name = listed.name
    if one[name] == other[name]:
        return list(one[name])
    first, second = _edits(one, name), _edits(other, name)
    ahead, behind = knows(first, second), knows(second, first)
    if ahead != behind and not (apart or listed.grows):
        return list((one if ahead else other)[name])
    before, after = sorted((one, other), key=lambda each: _rank(each, name))
    if ahead and behind and len(before[name]) > len(after[name]):
        # Without a change an entry is only missing where what it refers to is not shown.
        before, after = after, before
    return in_order(listed, all_of(after[name], before[name], listed.key))


def _is_worded_anew(values: Values, one: Values, other: Values, name: str) -> bool:
    texts = {each["text"] for record in (one, other) for each in record[name]}
    return any(each["text"] not in texts for each in values[name])


def _edits(record: Values, name: str) -> Edits:
    found: Edits = record["edits"].get(name, {})
    return found


def _since(record: Values) -> str:
    """Return when a field without edits of its own was written, as far as is known."""
    return last(_edits(record, EVERY_FIELD)) or str(record["created_at"])


def _rank(record: Values, name: str) -> tuple[str, str, str, str]:
    """Return what tells the later one of two values of which neither has seen the other.

    None of it gets less in a merge, so that what won once wins again.
    """
    own, every = (moment_key(last(_edits(record, each))) for each in (name, EVERY_FIELD))
    return own, every, moment_key(record["changed_at"]), as_text(record[name])


def _moment(stamp: str) -> tuple[str, str]:
    return moment_key(stamp), stamp
