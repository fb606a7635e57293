"""What can still be read of a damaged store, row by row.

What SQLite still finds its way to comes first. Then the pages of the file are read by themselves;
of an encrypted one, a backup's pages stand in for those that cannot be decrypted.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store import backup, backup_list, encryption, record_shapes, salvage_pages
from rebound_desktop.store.connecting import UNREADABLE, connect
from rebound_desktop.store.database import run_script
from rebound_desktop.store.migrations import STEPS
from rebound_desktop.store.salvage_patching import patched
from rebound_desktop.store.tables import TABLES

#: No record takes fewer bytes; how many there can be follows from the size of the file.
_SMALLEST = 100
#: Nothing leads into a table after so many ranges of which none could be read.
_IN_VAIN = 200
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
#: What stands at these places of every database file that is not encrypted
#: (https://www.sqlite.org/fileformat2.html#the_database_header).
_HEADER = slice(21, 24)
_FIXED = bytes([64, 32, 32])

Row = dict[str, Any]


def read(store: Path) -> dict[str, list[Row]]:
    """Return every row that can be read of a damaged store, by table, whether in the bin or not.

    What SQLite still finds its way to comes first, then what stands in pages that nothing leads
    to, or, in an encrypted file, what a backup's pages make readable again. Of several states of
    a record the newest is taken. The file is not changed.
    """
    found: dict[str, dict[str, Row]] = {each._meta.table_name: {} for each in TABLES}
    for table, row in _through_sqlite(store):
        found[table].setdefault(row["uuid"], row)
    known = {table: set(rows) for table, rows in found.items()}
    if encryption.salt_of(keyed_like(store)) is not None:
        with patched(store, keyed_like(store)) as made:
            for table, row in _through_sqlite(made) if made is not None else ():
                found[table].setdefault(row["uuid"], row)
        return {table: list(rows.values()) for table, rows in found.items()}
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


def keyed_like(store: Path) -> Path:
    """Return the file whose key opens a damaged store: its own, or a backup's.

    Where the first bytes of an encrypted store are damaged, only its backups say that it was one.
    """
    if encryption.salt_of(store) is None and not _begins_readable(store):
        for each in backup_list.listed(store.parent / backup.FOLDER):
            if encryption.salt_of(each.path) is not None and not encryption.is_locked(each.path):
                return each.path
    return store


def _begins_readable(store: Path) -> bool:
    with store.open("rb") as file:
        return file.read(_HEADER.stop)[_HEADER] == _FIXED


# What SQLite can read


def _through_sqlite(store: Path) -> Iterator[tuple[str, Row]]:
    try:
        reading = _Reading(store)
    except UNREADABLE:
        return
    try:
        for record in TABLES:
            table = record._meta.table_name
            wanted = {each.column_name for each in record._meta.sorted_fields}
            try:
                there = [
                    row[1] for row in reading.connection.execute(f"PRAGMA table_info({table})")
                ]
            except UNREADABLE:
                return
            columns = [each for each in there if each in wanted]
            if not {"id", "uuid"} <= set(columns):
                continue  # the words of the schema are damaged
            for values in _rows(reading, table, columns, store.stat().st_size):
                row = dict(zip(columns, values, strict=True))
                if _is_record(row):
                    yield table, row
    finally:
        reading.connection.close()


class _Reading:
    """A connection to a damaged store, which is opened again after each page that is unreadable.

    An encrypted file gives nothing more once a page of it did not fit its check.
    """

    def __init__(self, store: Path) -> None:
        self._store = store
        self.connection = self._open()

    def again(self) -> None:
        """Open the file again."""
        self.connection.close()
        self.connection = self._open()

    def _open(self) -> sqlcipher.Connection:
        connection = connect(self._store, "read", like=keyed_like(self._store))
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        return connection


def _rows(
    reading: _Reading, table: str, columns: list[str], size: int
) -> Iterator[tuple[Any, ...]]:
    """Return the rows of a table, around those that cannot be read: ranges of ids are halved."""
    most: Any = None
    try:
        most = reading.connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0] or 0
    except UNREADABLE:
        reading.again()
    if not isinstance(most, int):
        most = size // _SMALLEST
    sql = f"SELECT {', '.join(columns)} FROM {table} WHERE id BETWEEN ? AND ? ORDER BY id"
    place = columns.index("id")
    waiting = [(1, most)]
    in_vain, found_way = 0, False
    while waiting and (found_way or in_vain < _IN_VAIN):
        low, high = waiting.pop()
        if low > high:
            continue
        try:
            for values in reading.connection.execute(sql, (low, high)):
                if isinstance(values[place], int):
                    low = max(low, values[place] + 1)
                yield values
            found_way = True
        except UNREADABLE:
            reading.again()
            in_vain += 1
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
) -> tuple[str, Row] | None:
    """Return the table that a row of a page belongs to and its values by column, or None."""
    for table, names in shapes.get(len(values), ()):
        row = dict(zip(names, values, strict=True))
        row["id"] = number
        if _is_record(row) and all(
            _fits(each, row[each.column]) for each in record_shapes.columns(table)
        ):
            return table, row
    return None


def _is_record(row: Row) -> bool:
    texts = (row.get("uuid"), row.get("created_at"), row.get("changed_at"))
    return (
        all(isinstance(each, str) for each in texts)
        and _UUID.fullmatch(str(texts[0])) is not None
        and all(_MOMENT.fullmatch(str(each)) for each in texts[1:])
    )


def _fits(column: record_shapes.Column, value: Any) -> bool:
    if value is None:
        return column.optional
    match column.kind:
        case "record" | "number" | "yes_no":
            return isinstance(value, int)
        case "day":
            return isinstance(value, str) and _DAY.fullmatch(value) is not None
        case _:
            return isinstance(value, str) and (column.allowed is None or value in column.allowed)
