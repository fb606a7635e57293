"""Whether a store is whole: what ``rebound check`` looks at. Nothing is changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from peewee import DatabaseError
from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.store import disk, record_shapes, records, seal, search
from rebound_desktop.store.connecting import PATIENCE_MS, Way
from rebound_desktop.store.database import FILE_NAME, refuse_lost, schema_of
from rebound_desktop.store.errors import StoreError
from rebound_desktop.store.migrations import CURRENT
from rebound_desktop.store.seal import Seal
from rebound_desktop.store.tables import database
from rebound_desktop.store.trouble import is_damage, is_of_the_system

#: How many of one kind of problem are named before the rest is only counted.
_NAMED = 5
# peewee hands on its own errors where a statement begins, and the driver's where rows are read.
_UNREADABLE = (DatabaseError, sqlcipher.DatabaseError)


@dataclass(slots=True)
class Report:
    """What was looked at, one line each, and what is not in order, one sentence each."""

    lines: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def verify(folder: Path, way: Way = "write") -> Report:
    """Look at the store of a folder, which may be in use, and return what was found.

    ``way`` is that of ``at_rest.way_of`` where nothing can be written beside it. Raises StoreError
    where there is no store, LostStoreError where it was emptied, and DiskError where the system
    does not let it be read, which says nothing about the store.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        raise StoreError(f"There is no store in {folder}.")
    try:
        version = schema_of(path)
    except OSError as error:
        raise disk.refused(error, "The store could not be looked through", "", path) from error
    if version == 0:
        refuse_lost(path)
    report = Report([f"Store: {path}"])
    if version != CURRENT:
        there = f"Schema {version}, this program writes {CURRENT}"
        if version > CURRENT:
            raise StoreError(f"{there}: the store is from a newer Rebound. Nothing was looked at.")
        report.problems.append(f"{there}. Open the store once to bring it up to date.")
        return report
    report.lines.append(f"Schema: {version}, the current one")
    found = seal.look(path)
    with _opened(path, way):
        try:
            _check_file(report)
            if not report.problems:
                _check_records(report)
                _check_standing(report)
                _check_search(report)
            if found is Seal.BROKEN:
                report.problems.append(
                    "Something else wrote into the file since Rebound closed it. It can be read; "
                    "a backup from before can be restored."
                )
        except _UNREADABLE as error:
            if is_of_the_system(error) and not is_damage(error):
                raise
            report.problems.append(f"The store cannot be read through ({error}).")
    return report


@contextmanager
def _opened(path: Path, way: Way) -> Iterator[None]:
    database.bind(path, {"busy_timeout": PATIENCE_MS, "temp_store": 2}, way)
    try:
        if way == "write":
            disk.see_to_room(path)
        database.connect()
        yield
    except (*_UNREADABLE, OSError) as error:
        what = "The store could not be looked through"
        raise disk.refused(error, what, "It was left as it is.", path.parent, path) from error
    finally:
        database.close()


def _check_file(report: Report) -> None:
    found = [row[0] for row in database.execute_sql("PRAGMA integrity_check").fetchall()]
    if found == ["ok"]:
        report.lines.append("File: whole")
    else:
        report.problems.append(f"The file is damaged: {_some(found)}.")
    broken = database.execute_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        places = [f"{table} {row}" for table, row, *_ in broken]
        report.problems.append(f"Records refer to what is not there: {_some(places)}.")
    else:
        report.lines.append("References: whole")


def _check_records(report: Report) -> None:
    counts = {name: records.count(name) for name in record_shapes.NAMES}
    report.lines.append(
        "Records: "
        + (", ".join(f"{n} {name.replace('_', ' ')}" for name, n in counts.items() if n) or "none")
    )
    for name in (*record_shapes.NAMES, *(part.table for part in record_shapes.PARTS)):
        for column in record_shapes.columns(name):
            if column.allowed is None:
                continue
            values = sorted(column.allowed)
            marks = ",".join("?" * len(values))
            found = database.execute_sql(
                f"SELECT DISTINCT {column.column} FROM {name} "
                f"WHERE {column.column} NOT IN ({marks})",
                tuple(values),
            ).fetchall()
            if found:
                report.problems.append(
                    f"{name}.{column.name} has words that are not known: "
                    f"{_some([repr(value) for (value,) in found])}."
                )


def _check_standing(report: Report) -> None:
    histories, unknown = records.histories()
    wrong = [f"event {each}" for each in unknown]
    columns = [each.column for each in record_shapes.columns("applications") if each.derived]
    for number, *values in database.execute_sql(
        # The history of what is in the bin lies there too.
        f"SELECT id, {', '.join(columns)} FROM applications WHERE deleted_at IS NULL"
    ):
        if list(records.derived(histories.get(number, [])).values()) != values:
            wrong.append(f"application {number}")
    if wrong:
        report.problems.append(
            f"The stage shown does not follow from the history: {_some(wrong)}. "
            f"Export the store and import it into an empty folder to work it out anew."
        )
    else:
        report.lines.append("Stages: they follow from the history")


def _check_search(report: Report) -> None:
    wrong = [str(kind) for kind in search.VIEWS if not index_is_right(kind)]
    if wrong:
        report.problems.append(
            f"The search index does not fit the records: {_some(wrong)}. "
            f"Export the store and import it into an empty folder to build it anew."
        )
    else:
        report.lines.append("Search index: it fits the records")


def index_is_right(kind: search.Kind) -> bool:
    """Say whether the index of a kind holds each word of each record, and no other.

    A second index is built in memory, and the words of the two are compared.
    """
    view, columns = search.VIEWS[kind]
    names = ", ".join(columns)
    run = database.execute_sql
    run(
        f"CREATE VIRTUAL TABLE temp.right_search USING fts5 ({names}, content='', "
        f"tokenize='unicode61 remove_diacritics 2')"
    )
    try:
        run(f"INSERT INTO temp.right_search (rowid, {names}) SELECT id, {names} FROM {view}")
        run(f"CREATE VIRTUAL TABLE temp.there USING fts5vocab(main, {kind}_search, instance)")
        run("CREATE VIRTUAL TABLE temp.right USING fts5vocab(temp, right_search, instance)")
        pairs = (("there", "right"), ("right", "there"))
        return not any(
            run(f"SELECT * FROM temp.{one} EXCEPT SELECT * FROM temp.{other} LIMIT 1").fetchone()
            for one, other in pairs
        )
    finally:
        for name in ("there", "right", "right_search"):
            run(f"DROP TABLE IF EXISTS temp.{name}")


def _some(found: list[str]) -> str:
    more = len(found) - _NAMED
    return ", ".join(found[:_NAMED]) + (f" and {more} more" if more > 0 else "")
