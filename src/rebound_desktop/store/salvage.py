"""What is still readable of a damaged store, put into a new one."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.core import clock
from rebound_desktop.store import disk, record_shapes, salvage_notes, salvage_reading
from rebound_desktop.store.connecting import UNREADABLE, connect
from rebound_desktop.store.database import APPLICATION_ID, FILE_NAME, run_script
from rebound_desktop.store.errors import StoreError
from rebound_desktop.store.migrations import CURRENT, STEPS
from rebound_desktop.store.restoring import set_aside
from rebound_desktop.store.salvage_reading import Row

_MADE = "rebound.db.salvaged"
#: What a record that is gone, and that others cannot be without, is replaced by.
_LOST = "(lost)"
_STAND_INS: dict[str, dict[str, str]] = {
    "applications": {"company": _LOST, "company_key": "lost"},
    "people": {"name": _LOST},
    "stories": {"title": _LOST},
    "competencies": {"framework": "own", "name": _LOST},
    "questions": {"text": _LOST},
}


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
        counts, stand_ins = _rebuild(store, made)
        if not any(counts.values()):
            raise StoreError(f"Nothing can be read of {store.name} any more. It was left as it is.")
        aside = set_aside(folder)
        os.replace(made, store)
    except (*UNREADABLE, OSError) as error:
        what = "What is readable could not be written down"
        safe = "The damaged store was left as it is."
        raise disk.refused(error, what, safe, folder) from error
    finally:
        _clear(made)
    return Salvaged(counts, stand_ins, aside)


def _clear(made: Path) -> None:
    for side in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            made.with_name(made.name + side).unlink(missing_ok=True)


# The new store


def _rebuild(store: Path, made: Path) -> tuple[dict[str, int], int]:
    found = salvage_reading.read(store)
    # Encrypted as the damaged one was.
    connection = connect(made, like=salvage_reading.keyed_like(store))
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
        salvage_notes.put(connection, salvage_notes.read(store))
        connection.execute("COMMIT")
        counts = {
            table: int(
                connection.execute(
                    f"SELECT count(*) FROM {table} WHERE deleted_at IS NULL"
                ).fetchone()[0]
            )
            for table in record_shapes.NAMES
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
    row: Row = {"id": number, "uuid": str(uuid4()), "created_at": now, "changed_at": now}
    for each in record_shapes.columns(table):
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


def _insert(connection: sqlcipher.Connection, table: str, row: Row, way: str = "") -> bool:
    """Add a row; False where another one has its place already."""
    marks = ", ".join("?" * len(row))
    cursor = connection.execute(
        f"INSERT {way} INTO {table} ({', '.join(row)}) VALUES ({marks})", tuple(row.values())
    )
    return bool(cursor.rowcount)
