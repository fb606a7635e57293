"""Every record as plain values, whatever its table: what the archive and the check read and write.

What a record holds says ``record_shapes.py``.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import uuid4

from rebound_desktop.core import vocabulary as words
from rebound_desktop.core.clock import utc_stamp
from rebound_desktop.core.companies import company_key
from rebound_desktop.core.stages import Fact, derive
from rebound_desktop.store.record_shapes import (
    LINKS,
    PARTS,
    Link,
    Part,
    columns,
    part_columns,
)
from rebound_desktop.store.tables import database


@contextmanager
def snapshot() -> Iterator[None]:
    """Hold the store as it is now for everything read in the block, whoever writes meanwhile.

    A thread other than the one that opened the store gets a connection of its own meanwhile.
    """
    opened = database.connect(reuse_if_open=True)
    try:
        with database.atomic("DEFERRED"):
            yield
    finally:
        if opened:
            database.close()


def count(table: str) -> int:
    """Return how many records of a table are not in the bin."""
    row = database.execute_sql(f"SELECT count(*) FROM {table} WHERE deleted_at IS NULL").fetchone()
    return int(row[0])


def read(table: str, *, all_of_it: bool = False) -> Iterator[dict[str, Any]]:
    """Return the records of a table that are not in the bin, in the order they were made.

    Values go by their names; other records are given by their UUID, or None. What a record
    refers to may itself be in the bin; the lists within a record leave such out. With
    ``all_of_it`` nothing is left out, and ``deleted_at`` says what lies in the bin.
    """
    shape = columns(table)
    selected = ", ".join(
        f"(SELECT uuid FROM {each.refers_to} AS other WHERE other.id = {table}.{each.column})"
        if each.kind == "record"
        else each.column
        for each in shape
    )
    inside = {link.name: _ties(link, all_of_it) for link in LINKS if link.owner == table}
    inside |= {part.name: _parts(part) for part in PARTS if part.owner == table}
    # Not by their numbers: they are others on another computer.
    cursor = database.execute_sql(
        f"SELECT id, deleted_at, {selected} FROM {table} "
        f"{'' if all_of_it else 'WHERE deleted_at IS NULL '}ORDER BY created_at, uuid"
    )
    for number, deleted_at, *row in cursor:
        record = {
            each.name: bool(value) if each.kind == "yes_no" else value
            for each, value in zip(shape, row, strict=True)
        }
        record.update((name, found.get(number, [])) for name, found in inside.items())
        if all_of_it:
            record["deleted_at"] = deleted_at
        yield record


def _ties(link: Link, all_of_it: bool) -> dict[int, list[Any]]:
    order = "target.created_at, target.uuid"
    cursor = database.execute_sql(
        f"SELECT tie.{link.owner_column}, target.uuid{', tie.role' if link.with_role else ''} "
        f"FROM {link.table} AS tie JOIN {link.refers_to} AS target "
        f"ON target.id = tie.{link.target_column} WHERE tie.deleted_at IS NULL "
        f"{'' if all_of_it else 'AND target.deleted_at IS NULL '}"
        f"ORDER BY {order if link.with_role else f'tie.position, {order}'}"
    )
    found: dict[int, list[Any]] = {}
    for owner, target, *role in cursor:
        found.setdefault(owner, []).append({"person": target, "role": role[0]} if role else target)
    return found


def _parts(part: Part) -> dict[int, list[dict[str, Any]]]:
    shape = part_columns(part)
    names = [each.column for each in shape]
    # The order of some is the person's; where it says nothing it is the same everywhere.
    order = ["id"] if part.ordered else ["created_at", *names]
    cursor = database.execute_sql(
        f"SELECT {part.owner_column}, {', '.join(names)} "
        f"FROM {part.table} WHERE deleted_at IS NULL ORDER BY {', '.join(order)}"
    )
    found: dict[int, list[dict[str, Any]]] = {}
    for owner, *values in cursor:
        record = {each.name: value for each, value in zip(shape, values, strict=True)}
        found.setdefault(owner, []).append(record)
    return found


def deleted(table: str) -> dict[str, str]:
    """Return when the records of a table that lie in the bin were put there, by UUID."""
    return dict(
        database.execute_sql(
            f"SELECT uuid, deleted_at FROM {table} WHERE deleted_at IS NOT NULL"
        ).fetchall()
    )


def alive(table: str) -> set[str]:
    """Return the UUIDs of the records of a table that are not in the bin."""
    rows = database.execute_sql(f"SELECT uuid FROM {table} WHERE deleted_at IS NULL")
    return {uuid for (uuid,) in rows.fetchall()}


def ids(table: str) -> dict[str, int]:
    """Return the number of each record of a table by its UUID, those in the bin too."""
    return dict(database.execute_sql(f"SELECT uuid, id FROM {table}").fetchall())


def point(table: str, row: int, column: str, target: int) -> None:
    """Let a record refer to another one of its own table, which may have come after it."""
    database.execute_sql(f"UPDATE {table} SET {column} = ? WHERE id = ?", (target, row))


def find(table: str, values: dict[str, Any]) -> str | None:
    """Return the UUID of the record with these values, other records as numbers, or None."""
    condition = " AND ".join(f"{name} = ?" for name in values)
    row = database.execute_sql(
        f"SELECT uuid FROM {table} WHERE {condition}", tuple(values.values())
    ).fetchone()
    return row[0] if row else None


def insert(table: str, values: dict[str, Any]) -> int:
    """Add a record with values by column, other records as numbers; return its number.

    For what comes from outside: times and UUID are taken as given, and what is left out has its
    default. The caller opens the write, and calls :func:`derive_again` at the end.
    """
    now = utc_stamp()
    row = {each.column: each.default for each in columns(table)}
    row |= {"uuid": str(uuid4()), "created_at": now, "changed_at": now, **values}
    if "company" in row:
        row["company_key"] = company_key(row["company"])
    return _insert(table, row)


def change(table: str, row: int, values: dict[str, Any]) -> None:
    """Give a record values by column, as :func:`insert` takes them; its times do not follow."""
    if "company" in values:
        values = {**values, "company_key": company_key(values["company"])}
    settings = ", ".join(f"{name} = ?" for name in values)
    database.execute_sql(f"UPDATE {table} SET {settings} WHERE id = ?", (*values.values(), row))


def remove(table: str, row: int) -> None:
    """Take a record out of its table, with what cannot be without it."""
    database.execute_sql(f"DELETE FROM {table} WHERE id = ?", (row,))


def empty(listed: Link | Part, owner: int) -> None:
    """Take everything out of a list within a record."""
    database.execute_sql(f"DELETE FROM {listed.table} WHERE {listed.owner_column} = ?", (owner,))


def tie(link: Link, owner: int, target: int, position: int, role: str = "") -> None:
    """Add a record at its place to a list within another."""
    now = utc_stamp()
    row: dict[str, Any] = {"uuid": str(uuid4()), "created_at": now, "changed_at": now}
    row |= {link.owner_column: owner, link.target_column: target}
    row["role" if link.with_role else "position"] = role if link.with_role else position
    _insert(link.table, row)


def _insert(table: str, row: dict[str, Any]) -> int:
    # Written out: peewee takes four times as long to put the statement together as to run it.
    marks = ", ".join("?" * len(row))
    cursor = database.execute_sql(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values())
    )
    return int(cursor.lastrowid)


def histories() -> tuple[dict[int, list[Fact]], list[int]]:
    """Return the events that count by application, and those of a kind that is not known."""
    found: dict[int, list[Fact]] = {}
    unknown: list[int] = []
    rows = database.execute_sql(
        "SELECT application_id, kind, on_date, id, stage FROM events "
        "WHERE deleted_at IS NULL AND retracted_at IS NULL ORDER BY created_at, uuid"
    )
    for order, (number, kind, day, event, stage) in enumerate(rows):
        try:
            reached = words.Stage(stage) if stage else None
            fact = Fact(words.EventKind(kind), date.fromisoformat(day), order, reached)
        except ValueError:
            unknown.append(event)
            continue
        found.setdefault(number, []).append(fact)
    return found, unknown


def derived(history: list[Fact]) -> dict[str, Any]:
    """Return the derived columns of an application with this history."""
    now = derive(history)
    return {
        "stage": str(now.stage),
        "furthest": str(now.furthest),
        "outcome": str(now.outcome or ""),
        "applied_on": now.applied_on.isoformat() if now.applied_on else None,
        "last_event_on": now.last_on.isoformat() if now.last_on else None,
    }


def derive_again(application_ids: Iterable[int]) -> None:
    """Write the derived columns of applications from their history; their times stay."""
    known, _ = histories()
    for each in application_ids:
        values = derived(known.get(each, []))
        settings = ", ".join(f"{name} = ?" for name in values)
        database.execute_sql(
            f"UPDATE applications SET {settings} WHERE id = ?", (*values.values(), each)
        )
