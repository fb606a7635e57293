"""What is still readable of a damaged store, put into a new one."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.core import clock
from rebound_desktop.store import records, salvage_edits, salvage_pages
from rebound_desktop.store.connecting import UNREADABLE, connect
from rebound_desktop.store.database import APPLICATION_ID, FILE_NAME, run_script
from rebound_desktop.store.errors import StoreError
from rebound_desktop.store.migrations import CURRENT, STEPS
from rebound_desktop.store.restoring import set_aside
from rebound_desktop.store.tables import TABLES

_MADE = "rebound.db.salvaged"
#: No record takes fewer bytes; how many there can be follows from the size of the file.
_SMALLEST = 100
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
#: What a record that is gone, and that others cannot be without, is replaced by.
_LOST = "(lost)"
_STAND_INS: dict[str, dict[str, str]] = {
    "applications": {"company": _LOST, "company_key": "lost"},
    "people": {"name": _LOST},
    "stories": {"title": _LOST},
    "competencies": {"framework": "own", "name": _LOST},
    "questions": {"text": _LOST},
}

_Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved of a damaged store: records by table, stand-ins, and where the old file is."""

    counts: dict[str, int]
    stand_ins: int  # records made up because others cannot be without them
    aside: Path


def salvage(folder: Path) -> Salvaged:
    """Put what can be read of the damaged store of a folder in its place; nobody may have it open.

    The damaged file is set aside untouched. Raises StoreError where nothing at all can be read,
    or where the new store cannot be written; the old one stays in its place then.
    """
    store = folder / FILE_NAME
    made = folder / _MADE
    try:
        _clear(made)
        os.close(os.open(made, os.O_CREAT | os.O_WRONLY, 0o600))
        counts, stand_ins = _rebuild(made, read(store), salvage_edits.read(store))
        if not any(counts.values()):
            raise StoreError(f"Nothing can be read of {store.name} any more. It was left as it is.")
        aside = set_aside(folder)
        os.replace(made, store)
    except (*UNREADABLE, OSError) as error:
        raise StoreError(
            f"What is readable could not be written down ({type(error).__name__}). The damaged "
            f"store was left as it is."
        ) from error
    finally:
        _clear(made)
    return Salvaged(counts, stand_ins, aside)


def read(store: Path) -> dict[str, list[_Row]]:
    """Return every row that can be read of a damaged store, by table, whether in the bin or not.

    What SQLite still finds its way to comes first, then what stands in pages that nothing leads
    to. Of several states of a record the newest is taken. The file is not changed.
    """
    found: dict[str, dict[str, _Row]] = {each._meta.table_name: {} for each in TABLES}
    for table, row in _through_sqlite(store):
        found[table].setdefault(row["uuid"], row)
    known = {table: set(rows) for table, rows in found.items()}
    with suppress(OSError):
        shapes = _shapes()
        for number, values in salvage_pages.rows(store):
            recognised = _recognise(shapes, number, values)
            if recognised is None:
                continue
            table, row = recognised
            if row["uuid"] in known[table]:
                continue
            other = found[table].get(row["uuid"])
            if other is None or other["changed_at"] <= row["changed_at"]:
                found[table][row["uuid"]] = row
    return {table: list(rows.values()) for table, rows in found.items()}


def _clear(made: Path) -> None:
    for side in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            made.with_name(made.name + side).unlink(missing_ok=True)


# What SQLite can read


def _through_sqlite(store: Path) -> Iterator[tuple[str, _Row]]:
    try:
        connection = connect(store, "read")
    except UNREADABLE:
        return
    try:
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        for record in TABLES:
            table = record._meta.table_name
            wanted = {each.column_name for each in record._meta.sorted_fields}
            try:
                there = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            except UNREADABLE:
                return
            columns = [each for each in there if each in wanted]
            if "uuid" not in columns:
                continue
            for values in _rows(connection, table, columns, store.stat().st_size):
                row = dict(zip(columns, values, strict=True))
                if _is_record(row):
                    yield table, row
    finally:
        connection.close()


def _rows(
    connection: sqlcipher.Connection, table: str, columns: list[str], size: int
) -> Iterator[tuple[Any, ...]]:
    """Return the rows of a table, around those that cannot be read: ranges of ids are halved."""
    try:
        most = connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0] or 0
    except UNREADABLE:
        most = size // _SMALLEST
    sql = f"SELECT {', '.join(columns)} FROM {table} WHERE id BETWEEN ? AND ? ORDER BY id"
    place = columns.index("id")
    waiting = [(1, most)]
    while waiting:
        low, high = waiting.pop()
        if low > high:
            continue
        try:
            for values in connection.execute(sql, (low, high)):
                if isinstance(values[place], int):
                    low = max(low, values[place] + 1)
                yield values
        except UNREADABLE:
            if low < high:
                middle = (low + high) // 2
                waiting += [(middle + 1, high), (low, middle)]


# What stands in the pages


def _shapes() -> dict[int, list[tuple[str, list[str]]]]:
    """Return the tables by how many columns they have, each with its columns as they are stored."""
    made = sqlcipher.connect(":memory:", isolation_level=None)
    for step in STEPS:
        step(lambda script: run_script(made, script))
    shapes: dict[int, list[tuple[str, list[str]]]] = {}
    for record in TABLES:
        table = record._meta.table_name
        names = [row[1] for row in made.execute(f"PRAGMA table_info({table})")]
        shapes.setdefault(len(names), []).append((table, names))
    made.close()
    return shapes


def _recognise(
    shapes: dict[int, list[tuple[str, list[str]]]], number: int, values: list[Any]
) -> tuple[str, _Row] | None:
    """Return the table that a row of a page belongs to and its values by column, or None."""
    for table, names in shapes.get(len(values), ()):
        row = dict(zip(names, values, strict=True))
        row["id"] = number
        if _is_record(row) and all(
            _fits(each, row[each.column]) for each in records.columns(table)
        ):
            return table, row
    return None


def _is_record(row: _Row) -> bool:
    texts = (row.get("uuid"), row.get("created_at"), row.get("changed_at"))
    return (
        all(isinstance(each, str) for each in texts)
        and _UUID.fullmatch(str(texts[0])) is not None
        and all(_MOMENT.fullmatch(str(each)) for each in texts[1:])
    )


def _fits(column: records.Column, value: Any) -> bool:
    if value is None:
        return column.optional
    match column.kind:
        case "record" | "number" | "yes_no":
            return isinstance(value, int)
        case "day":
            return isinstance(value, str) and _DAY.fullmatch(value) is not None
        case _:
            return isinstance(value, str) and (column.allowed is None or value in column.allowed)


# The new store


def _rebuild(
    made: Path, found: dict[str, list[_Row]], edits: salvage_edits.Notes
) -> tuple[dict[str, int], int]:
    connection = connect(made)
    try:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        for step in STEPS:
            step(lambda script: run_script(connection, script))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {CURRENT}")
        for table, rows in found.items():
            for row in rows:
                # Two rows that claim one number: the first was read the better way.
                if not _insert(connection, table, row, "OR IGNORE"):
                    del row["id"]
                    _insert(connection, table, row, "OR IGNORE")
        stand_ins = _mend_references(connection)
        salvage_edits.put(connection, edits)
        connection.execute("COMMIT")
        counts = {
            table: int(
                connection.execute(
                    f"SELECT count(*) FROM {table} WHERE deleted_at IS NULL"
                ).fetchone()[0]
            )
            for table in records.NAMES
        }
    finally:
        connection.close()
    return counts, stand_ins


def _mend_references(connection: sqlcipher.Connection) -> int:
    """Let nothing refer to what is lost; return how many stand-ins that took."""
    made = 0
    while broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        for table, row, parent, number in broken:
            keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
            column = next(key[3] for key in keys if key[0] == number)
            facts = connection.execute(f"PRAGMA table_info({table})").fetchall()
            if not next(fact[3] for fact in facts if fact[1] == column):
                connection.execute(f"UPDATE {table} SET {column} = NULL WHERE id = ?", (row,))
                continue
            lost = connection.execute(
                f"SELECT {column} FROM {table} WHERE id = ?", (row,)
            ).fetchone()[0]
            made += _stand_in(connection, parent, lost)
    return made


def _stand_in(connection: sqlcipher.Connection, table: str, number: int) -> int:
    """Add a record in the place of a lost one unless there is one by now; return how many."""
    if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (number,)).fetchone():
        return 0
    made, now = 1, clock.utc_stamp()
    row: _Row = {"id": number, "uuid": str(uuid4()), "created_at": now, "changed_at": now}
    for each in records.columns(table):
        if each.column in row or each.optional:
            continue
        if each.kind == "record":
            row[each.column] = _next_id(connection, each.refers_to)
            made += _stand_in(connection, each.refers_to, row[each.column])
        elif each.kind == "day":
            row[each.column] = clock.today().isoformat()
        elif each.default is not None:
            row[each.column] = each.default
        else:
            row[each.column] = 0 if each.kind in ("number", "yes_no") else ""
    row |= _STAND_INS.get(table, {})
    if table == "competencies":
        row["name"] = f"{_LOST} {number}"  # no two may have one name
    _insert(connection, table, row)
    return made


def _next_id(connection: sqlcipher.Connection, table: str) -> int:
    return int(connection.execute(f"SELECT ifnull(max(id), 0) + 1 FROM {table}").fetchone()[0])


def _insert(connection: sqlcipher.Connection, table: str, row: _Row, way: str = "") -> bool:
    """Add a row; False where another one has its place already."""
    marks = ", ".join("?" * len(row))
    cursor = connection.execute(
        f"INSERT {way} INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values())
    )
    return bool(cursor.rowcount)
