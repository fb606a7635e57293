"""Mending a store: what can be worked out anew is, and what is damaged is salvaged."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rebound_desktop.store import backup, backup_list, check, database, records, search
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import DamagedStoreError, StoreError
from rebound_desktop.store.salvage import Salvaged, salvage
from rebound_desktop.store.tables import database as connection
from rebound_desktop.store.trouble import DRIVER_ERRORS

#: The reason of the backup that is made before a repair.
BEFORE = "repair"


@dataclass(slots=True)
class Repaired:
    """What was done, one sentence each, and how the store is now."""

    done: list[str] = field(default_factory=list)
    report: check.Report = field(default_factory=check.Report)


def repair(folder: Path) -> Repaired:
    """Mend the store of a folder, which nobody else may have open.

    A damaged file is set aside and what is readable of it takes its place. Otherwise a backup is
    made, then the search index and what follows from the history are worked out anew. Raises
    StoreError where there is nothing to mend, or where it cannot be written.
    """
    path = folder / database.FILE_NAME
    if not path.is_file():
        raise StoreError(f"There is no store in {folder}.")
    repaired = Repaired()
    try:
        with _opened(folder):
            # Looked at before a backup: that would refuse what is broken in its own words.
            database.look_through(path)
            copy = backup.make(path, folder / backup.FOLDER, reason=BEFORE)
            repaired.done.append(f"A backup was made: {copy.name}.")
    except DamagedStoreError:
        repaired.done += _sentences(salvage(folder))
        newest = backup_list.latest(folder / backup.FOLDER)
        if newest is not None:
            repaired.done.append(f"A backup may hold more; the newest is {newest.name}.")
    with _opened(folder):
        try:
            work_out_anew()
        except DRIVER_ERRORS as error:
            raise StoreError(f"The store could not be mended ({error}).") from error
    repaired.done.append("The search index and the stages were worked out anew.")
    repaired.report = check.verify(folder)
    return repaired


def work_out_anew() -> None:
    """Build the search index of the open store again, and what follows from the history."""
    with write("Repair"):
        for kind, (view, columns) in search.VIEWS.items():
            index, names = f"{kind}_search", ", ".join(columns)
            connection.execute_sql(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
            connection.execute_sql(
                f"INSERT INTO {index} (rowid, {names}) SELECT id, {names} FROM {view}"
            )
        ids = connection.execute_sql("SELECT id FROM applications").fetchall()
        records.derive_again([number for (number,) in ids])


@contextmanager
def _opened(folder: Path) -> Iterator[None]:
    database.open_store(folder)
    try:
        yield
    finally:
        database.close_store()


def _sentences(found: Salvaged) -> list[str]:
    counts = ", ".join(f"{n} {name.replace('_', ' ')}" for name, n in found.counts.items() if n)
    sentences = [
        f"The damaged store was set aside as {found.aside.name}.",
        f"Saved from it: {counts}.",
    ]
    if found.stand_ins:
        sentences.append(
            f"{found.stand_ins} records that others cannot be without were lost; “(lost)” stands "
            f"in their place."
        )
    return sentences
