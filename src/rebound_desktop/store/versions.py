"""Which edits each field of a record has seen, and which records are gone for good.

Triggers note it beside every write, so that no write function needs a word about it. What a merge
or an import writes is no edit: it brings the edits that were made elsewhere, and pauses the notes.
See ``core.edit_vectors`` for what they mean, and docs/storage.md for what they are good for.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from secrets import token_hex

from rebound_desktop.core import clock
from rebound_desktop.core.edit_vectors import EVERY_FIELD, Edits, just_after, last, later
from rebound_desktop.store import record_shapes
from rebound_desktop.store.tables import database

#: The tables that hold all this. They are no records: nobody is told when they change.
TABLES = ("field_versions", "erased")
#: Lists that only ever grow need no word about who changed them last.
GROWING = frozenset({"versions"})


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that is not here: erased, or where there are ``edits``, in another store's bin."""

    at: str
    became: str = ""
    edits: Edits | None = None


_origin = ""
_noting = True


def renew() -> None:
    """Let edits come from a new origin, as when a store was opened: it may be a copy of another."""
    global _origin
    _origin = token_hex(4)


@contextmanager
def paused(pause: bool = True) -> Iterator[None]:
    """Note no edits in the block; with False it is as if the block were not there."""
    global _noting
    before = _noting
    _noting = before and not pause
    try:
        yield
    finally:
        _noting = before


def edits_by_record() -> dict[str, dict[str, dict[str, str]]]:
    """Return the edits of all fields that were ever edited, by the UUID of the record."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for record, field, seen in database.execute_sql(
        "SELECT record, field, seen FROM field_versions ORDER BY record, field"
    ):
        edits = _edits(seen)
        if edits:
            found.setdefault(record, {})[field] = edits
    return found


def gone() -> dict[str, Gone]:
    """Return what is gone, by UUID."""
    return {
        record: Gone(at, became, None if seen is None else _edits(seen))
        for record, at, became, seen in database.execute_sql(
            "SELECT record, at, became, seen FROM erased ORDER BY record"
        )
    }


def put(record: str, edits: Mapping[str, Edits]) -> None:
    """Make these the edits that a record has seen."""
    database.execute_sql("DELETE FROM field_versions WHERE record = ?", (record,))
    for field, seen in edits.items():
        database.execute_sql(
            "INSERT INTO field_versions (record, field, seen) VALUES (?, ?, ?)",
            (record, field, json.dumps(dict(seen), sort_keys=True)),
        )


def put_gone(record: str, found: Gone | None) -> None:
    """Note that a record is gone, or with None that it is not."""
    database.execute_sql("DELETE FROM erased WHERE record = ?", (record,))
    if found is not None:
        seen = None if found.edits is None else json.dumps(dict(found.edits), sort_keys=True)
        database.execute_sql(
            "INSERT INTO erased (record, at, became, seen) VALUES (?, ?, ?, ?)",
            (record, found.at, found.became, seen),
        )


def note_heir(record: str, heir: str) -> None:
    """Note which record holds now what one that was erased held."""
    database.execute_sql("UPDATE erased SET became = ? WHERE record = ?", (heir, record))


def forget(uuids: Iterable[str]) -> None:
    """Forget the edits of records that were erased; that they are gone stays noted."""
    for uuid in uuids:
        database.execute_sql("DELETE FROM field_versions WHERE record = ?", (uuid,))


def edited(edits: Edits, after: str = "") -> dict[str, str]:
    """Return some edits with one more, made now: later than each of them, and than a moment."""
    stamp = just_after(later(last(edits), after), clock.utc_stamp())
    return {**edits, _origin: stamp}


# What the triggers call


def _is_noting() -> int:
    return int(_noting)


def _stamped(seen: str | None, before: str | None, created_at: str) -> str:
    since = later(last(_edits(before)), created_at)
    return json.dumps(edited(_edits(seen), since), sort_keys=True)


def _erased_at(created_at: str, changed_at: str, deleted_at: str | None, seen: str) -> str:
    known = later(created_at, deleted_at or changed_at)
    for each in json.loads(seen):
        known = later(known, last(_edits(each)))
    # What lies in the bin went when it was put there. It may have been taken out elsewhere since.
    return known if deleted_at else just_after(known, clock.utc_stamp())


def _edits(seen: str | None) -> dict[str, str]:
    """Return noted edits; a note that was damaged must not keep anybody from writing."""
    try:
        found = json.loads(seen or "{}")
    except ValueError:
        return {}
    return (
        {name: str(each) for name, each in sorted(found.items())} if isinstance(found, dict) else {}
    )


database.register_function(_is_noting, "is_noting", 0)
database.register_function(_stamped, "stamped", 3)
database.register_function(_erased_at, "erased_at", 4)


def triggers() -> Iterator[str]:
    """Return the statements that make the triggers: those that note edits, and those for Undo."""
    for name in record_shapes.NAMES:
        shape = record_shapes.columns(name)
        columns = {each.name: each.column for each in shape if _is_edited(each)}
        yield from _of_records(name, columns | {"deleted_at": "deleted_at"})
    for link in record_shapes.LINKS:
        own = "role" if link.with_role else "position"
        columns_of_link = (link.owner_column, link.target_column, own)
        yield from _of_list(link.owner, link.name, link.table, columns_of_link)
    for part in record_shapes.PARTS:
        if part.name not in GROWING:
            columns_of_part = [each.column for each in record_shapes.part_columns(part)]
            values = [each for each in columns_of_part if not each.endswith("ed_at")]
            yield from _of_list(part.owner, part.name, part.table, (part.owner_column, *values))
    yield from _of_notes("field_versions", ("record", "field"), ("seen",))
    yield from _of_notes("erased", ("record",), ("at", "became", "seen"))


def _is_edited(column: record_shapes.Column) -> bool:
    return not column.derived and column.name not in ("uuid", "created_at", "changed_at")


def _of_records(table: str, columns: Mapping[str, str]) -> Iterator[str]:
    changes = {name: f"OLD.{column} IS NOT NEW.{column}" for name, column in columns.items()}
    fields = " UNION ALL ".join(
        f"SELECT '{name}' AS field WHERE {changes[name]}" for name in columns
    )
    yield (
        f"CREATE TEMP TRIGGER IF NOT EXISTS note_{table}_UPDATE AFTER UPDATE ON main.{table} "
        f"WHEN is_noting() AND ({' OR '.join(changes.values())}) BEGIN "
        f"{_note('NEW.uuid', 'changed.field', 'NEW.created_at', f'({fields}) AS changed')}; END"
    )
    yield (
        f"CREATE TEMP TRIGGER IF NOT EXISTS note_{table}_DELETE AFTER DELETE ON main.{table} "
        f"WHEN is_noting() BEGIN INSERT INTO erased (record, at) "
        f"SELECT OLD.uuid, erased_at(OLD.created_at, OLD.changed_at, OLD.deleted_at, "
        f"(SELECT json_group_array(seen) FROM field_versions WHERE record = OLD.uuid)) WHERE true "
        f"ON CONFLICT (record) DO UPDATE SET at = excluded.at, became = '', seen = NULL; END"
    )
    # What comes back, as by Redo, is later than that it was gone.
    back = _note("NEW.uuid", "'deleted_at'", "back.at", "erased AS back", "back.record = NEW.uuid")
    yield (
        f"CREATE TEMP TRIGGER IF NOT EXISTS note_{table}_INSERT AFTER INSERT ON main.{table} "
        f"WHEN is_noting() AND EXISTS (SELECT 1 FROM erased WHERE record = NEW.uuid) BEGIN "
        f"{back}; DELETE FROM erased WHERE record = NEW.uuid; END"
    )


def _of_list(owner: str, name: str, table: str, columns: Iterable[str]) -> Iterator[str]:
    """Note a change of a list as one of the record that it stands in."""
    watched = (*columns, "deleted_at")
    differs = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in watched)
    owner_column = watched[0]
    for event, rows in {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}.items():
        condition = f"is_noting() AND ({differs})" if event == "UPDATE" else "is_noting()"
        ids = ", ".join(f"{row}.{owner_column}" for row in rows)
        note = _note(
            "own.uuid", f"'{name}'", "own.created_at", f"{owner} AS own", f"own.id IN ({ids})"
        )
        yield (
            f"CREATE TEMP TRIGGER IF NOT EXISTS note_{table}_{event} AFTER {event} "
            f"ON main.{table} WHEN {condition} BEGIN {note}; END"
        )


def _note(uuid: str, field: str, since: str, source: str, condition: str = "true") -> str:
    return (
        f"INSERT INTO field_versions (record, field, seen) "
        f"SELECT {uuid}, {field}, stamped(now.seen, before.seen, {since}) FROM {source} "
        f"LEFT JOIN field_versions AS now ON now.record = {uuid} AND now.field = {field} "
        f"LEFT JOIN field_versions AS before "
        f"ON before.record = {uuid} AND before.field = '{EVERY_FIELD}' "
        f"WHERE {condition} ON CONFLICT (record, field) DO UPDATE SET seen = excluded.seen"
    )


def _of_notes(table: str, key: tuple[str, ...], values: tuple[str, ...]) -> Iterator[str]:
    """Let Undo put back what a merge or an import wrote here, by what the rows are about."""

    def where(row: str) -> str:
        return " || ' AND ' || ".join(f"'{each}=' || quote({row}.{each})" for each in key)

    settings = " || ',' || ".join(f"'{each}=' || quote(OLD.{each})" for each in values)
    old = " || ',' || ".join(f"quote(OLD.{each})" for each in (*key, *values))
    names = ", ".join((*key, *values))
    inverse = {
        "INSERT": ("NEW", f"'DELETE FROM {table} WHERE ' || {where('NEW')}"),
        "UPDATE": ("OLD", f"'UPDATE {table} SET ' || {settings} || ' WHERE ' || {where('OLD')}"),
        "DELETE": ("OLD", f"'INSERT OR REPLACE INTO {table} ({names}) VALUES (' || {old} || ')'"),
    }
    for event, (row, statement) in inverse.items():
        yield (
            f"CREATE TEMP TRIGGER IF NOT EXISTS undo_{table}_{event} AFTER {event} "
            f"ON main.{table} WHEN NOT is_noting() BEGIN "
            f"INSERT INTO undo_notes (table_name, row_id, sql) "
            f"VALUES ('{table}', {row}.id, {statement}); END"
        )
