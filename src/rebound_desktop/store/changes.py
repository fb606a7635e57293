"""Every write goes through here: one transaction, one undo step, one announcement.

Temporary triggers note the inverse of each changed row (the method of SQLite's own
"Automatic Undo/Redo" page), so that a write function needs no undo code of its own and what
changed is known row by row. The notes live in memory and end with the program.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from rebound_desktop.store import versions
from rebound_desktop.store.tables import TABLES, database
from rebound_desktop.store.trouble import DRIVER_ERRORS, written


@dataclass(frozen=True, slots=True)
class Change:
    """What one write changed: row ids by table name, and what the person would call it."""

    label: str
    rows: dict[str, frozenset[int]] = field(default_factory=dict)

    def touches(self, *tables: str) -> bool:
        """Say whether rows of any of these tables changed."""
        return any(table in self.rows for table in tables)


@dataclass(slots=True)
class _Step:
    label: str
    merge: str
    inverse: list[str]
    #: Rows whose state before the step is known already, for steps that take up later writes.
    noted: set[tuple[str, int]]
    #: Whether it counts as edits made here; what was made elsewhere is taken back without a trace.
    edits: bool = True


_undo: list[_Step] = []
_redo: list[_Step] = []
_listeners: list[Callable[[Change], None]] = []
_watching = False
_depth = 0
_state = 0


def state() -> int:
    """Return a number that is another one after every change, and after another store opened."""
    return _state


def listen(listener: Callable[[Change], None]) -> Callable[[], None]:
    """Call ``listener`` after each write that changed something; return how to stop that."""
    _listeners.append(listener)

    def stop() -> None:
        if listener in _listeners:
            _listeners.remove(listener)

    return stop


def reset() -> None:
    """Forget all undo steps, as when a store is opened or closed."""
    global _watching, _state
    _undo.clear()
    _redo.clear()
    _watching = False
    _state += 1
    versions.renew()


def pause() -> None:
    """Take notice that the connection ends and another one will follow; the undo steps stay."""
    global _watching
    _watching = False


def forget(label: str, rows: dict[str, frozenset[int]]) -> None:
    """Forget all undo steps after rows were taken out for good, and announce that."""
    _forget_notes()
    _undo.clear()
    _redo.clear()
    _announce(Change(label, rows))


@contextmanager
def write(label: str, *, merge: str = "", edits: bool = True) -> Iterator[None]:
    """Run the block as one transaction, one undo step and one announcement.

    ``label`` is what Undo shows. Consecutive writes with the same ``merge`` (a field as it is
    typed) make one undo step. Without ``edits`` what is written was edited elsewhere, and the block
    notes that itself. Inside another ``write`` the block joins the outer one. When the
    block raises, nothing of it is stored. Raises NotSavedError where the system does not take it.
    """
    global _depth
    if _depth:
        with database.atomic():
            yield
        return
    with written():
        watch()
    _depth += 1
    try:
        with written(), versions.paused(not edits), database.atomic("IMMEDIATE"):
            yield
            rows, inverse = _collect()
    except BaseException:
        _forget_notes()
        raise
    finally:
        _depth -= 1
    if not rows:
        return
    _redo.clear()
    _remember(label, merge, inverse, edits)
    _announce(Change(label, rows))


def undo_label() -> str:
    """Return what Undo would take back, or an empty text."""
    return _undo[-1].label if _undo else ""


def redo_label() -> str:
    """Return what Redo would do again, or an empty text."""
    return _redo[-1].label if _redo else ""


def undo() -> str:
    """Take back the last write; return its label, or an empty text where there is none.

    Raises NotSavedError where the system does not take it; the step stays then.
    """
    return _reverse(_undo, _redo)


def redo() -> str:
    """Do again what was taken back last; return its label, or an empty text.

    Raises NotSavedError as :func:`undo` does.
    """
    return _reverse(_redo, _undo)


def _reverse(source: list[_Step], target: list[_Step]) -> str:
    if not source:
        return ""
    with written():
        watch()
    step = source[-1]
    try:
        with written(), versions.paused(not step.edits), database.atomic("IMMEDIATE"):
            # Parents and children come back in whatever order they were noted.
            database.execute_sql("PRAGMA defer_foreign_keys = ON")
            for statement in reversed(step.inverse):
                database.execute_sql(statement)
            rows, inverse = _collect()
    except BaseException:
        _forget_notes()
        raise
    source.pop()
    target.append(_Step(step.label, "", [sql for _, _, sql in inverse], set(), step.edits))
    _announce(Change(step.label, rows))
    return step.label


def _remember(label: str, merge: str, inverse: list[tuple[str, int, str]], edits: bool) -> None:
    last = _undo[-1] if _undo else None
    if merge and last is not None and last.merge == merge:
        # What the rows were before the first of these writes is what Undo goes back to.
        # A row that came or went in between must do so again, known or not.
        for table, row, statement in inverse:
            if (table, row) not in last.noted or not statement.startswith("UPDATE"):
                last.inverse.append(statement)
        last.noted.update((table, row) for table, row, _ in inverse)
        return
    noted = {(table, row) for table, row, _ in inverse}
    _undo.append(_Step(label, merge, [sql for _, _, sql in inverse], noted, edits))


def _forget_notes() -> None:
    # The error that led here is the one to tell. There are no notes before the first write.
    with suppress(*DRIVER_ERRORS):
        if _watching and not database.is_closed():
            database.execute_sql("DELETE FROM temp.undo_notes")


@contextmanager
def held() -> Iterator[list[Change]]:
    """Collect what is announced in the block, as while another thread writes; :func:`tell` it."""
    found: list[Change] = []
    listeners = list(_listeners)
    _listeners[:] = [found.append]
    try:
        yield found
    finally:
        _listeners[:] = listeners


def tell(change: Change) -> None:
    """Announce a change that was held."""
    for listener in tuple(_listeners):
        listener(change)


def _announce(change: Change) -> None:
    global _state
    _state += 1
    tell(change)


def _collect() -> tuple[dict[str, frozenset[int]], list[tuple[str, int, str]]]:
    notes = database.execute_sql(
        "SELECT table_name, row_id, sql FROM temp.undo_notes ORDER BY id"
    ).fetchall()
    database.execute_sql("DELETE FROM temp.undo_notes")
    rows: dict[str, set[int]] = {}
    for table, row, _ in notes:
        if table not in versions.TABLES:
            rows.setdefault(table, set()).add(row)
    return {table: frozenset(ids) for table, ids in rows.items()}, notes


def watch() -> None:
    """Install the triggers at the first write, so that opening a store does not pay for them."""
    global _watching
    if _watching:
        return
    database.execute_sql(
        "CREATE TEMP TABLE IF NOT EXISTS undo_notes "
        "(id INTEGER PRIMARY KEY, table_name TEXT, row_id INTEGER, sql TEXT)"
    )
    for record in TABLES:
        table = record._meta.table_name
        columns = [each.column_name for each in record._meta.sorted_fields]
        values = " || ',' || ".join(f"quote(OLD.{column})" for column in columns)
        settings = " || ',' || ".join(
            f"'{column}=' || quote(OLD.{column})" for column in columns if column != "id"
        )
        notes = {
            "INSERT": ("NEW", f"'DELETE FROM {table} WHERE id=' || NEW.id"),
            "UPDATE": ("OLD", f"'UPDATE {table} SET ' || {settings} || ' WHERE id=' || OLD.id"),
            "DELETE": (
                "OLD",
                f"'INSERT INTO {table} ({','.join(columns)}) VALUES (' || {values} || ')'",
            ),
        }
        for event, (row, statement) in notes.items():
            database.execute_sql(
                f"CREATE TEMP TRIGGER IF NOT EXISTS undo_{table}_{event} "
                f"AFTER {event} ON main.{table} BEGIN "
                f"INSERT INTO undo_notes (table_name, row_id, sql) "
                f"VALUES ('{table}', {row}.id, {statement}); END"
            )
    for trigger in versions.triggers():
        database.execute_sql(trigger)
    _watching = True
