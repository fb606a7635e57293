"""What a backup holds against the store of today: what it lacks, and what is older in it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store import record_shapes, restoring
from rebound_desktop.store.connecting import UNREADABLE, Way, connect, way_to_read
from rebound_desktop.store.database import unreadable
from rebound_desktop.store.errors import StoreError

#: When a record was written says nothing of what is in it.
_TIMES = ("created_at", "changed_at")


@dataclass(frozen=True, slots=True)
class Difference:
    """How the records of a table in a backup compare with those of the store of today."""

    table: str
    there: int  # in the backup
    now: int
    missing: int  # of those of now, how many the backup does not have
    older: int  # how many it has as they were before they were changed


#: What is in each record of a table, by its UUID.
_Contents = dict[str, tuple[Any, ...]]
#: The columns of each table of a file.
_Tables = dict[str, frozenset[str]]


def compare(copy: Path, store: Path) -> list[Difference]:
    """Return what a backup holds against a store, which may be in use.

    Tables of which neither has a record are left out. A store that cannot be read counts as empty.
    Raises as ``restoring.look``.
    """
    there = restoring.living(copy, closed=True)
    try:
        now = restoring.living(store, closed=False) if store.exists() else {}
    except StoreError:
        now = {}
    older = _older(copy, store) if now else {}
    return [
        Difference(
            table,
            len(there.get(table, ())),
            len(now.get(table, ())),
            len(now.get(table, frozenset()) - there.get(table, frozenset())),
            older.get(table, 0),
        )
        for table in record_shapes.NAMES
        if there.get(table) or now.get(table)
    ]


def _older(copy: Path, store: Path) -> dict[str, int]:
    """Return how many records both files have, but not with the same in them, by table."""
    before, now = None, None
    try:
        before, now = _opened(copy, way_to_read(copy)), _opened(store, "read")
        both = _common(_tables(before), _tables(now))
        found = {}
        for table in both:
            if table in record_shapes.NAMES:
                then, today = (_contents(each, table, both) for each in (before, now))
                found[table] = sum(then.get(uuid, held) != held for uuid, held in today.items())
        return found
    except UNREADABLE as error:
        raise unreadable(store, error) from error
    finally:
        for each in (before, now):
            if each is not None:
                each.close()


def _opened(path: Path, way: Way) -> sqlcipher.Connection:
    connection = connect(path, way)
    connection.execute("BEGIN")  # all that is read is of one moment
    return connection


def _tables(connection: sqlcipher.Connection) -> _Tables:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: frozenset(row[1] for row in connection.execute(f'PRAGMA table_info("{name}")'))
        for (name,) in names
    }


def _common(one: _Tables, other: _Tables) -> _Tables:
    """Return the tables and columns that both have: an older backup lacks some."""
    return {table: one[table] & other[table] for table in one if table in other}


def _contents(connection: sqlcipher.Connection, table: str, known: _Tables) -> _Contents:
    """Return what the living records of a table hold, with the lists within them."""
    found: dict[str, list[Any]] = {
        uuid: list(values) for uuid, *values in _rows(connection, table, "uuid", known)
    }
    for link in record_shapes.LINKS:
        if link.owner == table and link.table in known:
            _add(found, _rows(connection, link.table, link.owner_column, known))
    for part in record_shapes.PARTS:
        if part.owner == table and part.table in known:
            _add(found, _rows(connection, part.table, part.owner_column, known))
    return {uuid: tuple(values) for uuid, values in found.items()}


def _add(found: dict[str, list[Any]], rows: list[tuple[Any, ...]]) -> None:
    # In whatever order they were written: where it is the person's, it is one of their values.
    for owner, *values in sorted(rows, key=repr):
        if owner in found:
            found[owner].append(tuple(values))


def _rows(
    connection: sqlcipher.Connection, table: str, key: str, known: _Tables
) -> list[tuple[Any, ...]]:
    """Return what the living rows of a table hold, after the UUID of what it is found by.

    What follows from other records is left out, and so is when a row was written.
    """
    shape = [each for each in record_shapes.columns(table) if each.column in known[table]]
    values = [
        _value(table, each)
        for each in shape
        if not each.derived and each.name not in (*_TIMES, "uuid") and each.column != key
    ]
    owner = next(_value(table, each) for each in shape if each.column == key)
    found: list[tuple[Any, ...]] = connection.execute(
        f"SELECT {', '.join([owner, *values])} FROM {table} WHERE deleted_at IS NULL"
    ).fetchall()
    return found


def _value(table: str, column: record_shapes.Column) -> str:
    """Return a column as SQL: what refers to another record gives its UUID."""
    if column.kind != "record":
        return f"{table}.{column.column}"
    other = column.refers_to
    return f"(SELECT uuid FROM {other} AS other WHERE other.id = {table}.{column.column})"
