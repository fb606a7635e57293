"""Copies of the store that can be trusted: made by SQLite itself and checked before they count."""

import contextlib
import os
import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from rebound_desktop.core import clock
from rebound_desktop.store.errors import StoreError

FOLDER = "backups"
#: The reason in the names of the copies that are made by themselves.
DAILY = "daily"
#: How many days, weeks and months back one copy each is kept.
_DAYS, _WEEKS, _MONTHS = 7, 4, 12
_PATTERN = "rebound-*.db"
_NAME = re.compile(r"rebound-(\d{4}-\d\d-\d\d)-(\d{6})-(.+)\.db", re.ASCII)


def make(store: Path, folder: Path, *, reason: str) -> Path:
    """Copy a store while it may be in use; return the checked copy.

    ``reason`` becomes a part of the file's name, such as "daily" or "schema-1". Raises
    StoreError as :func:`copy_to` does.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreError(
            f"The backup folder {folder} cannot be made ({type(error).__name__}). "
            f"The store itself is as it was."
        ) from error
    stamp = clock.now_local().strftime("%Y-%m-%d-%H%M%S")
    target = folder / f"rebound-{stamp}-{reason}.db"
    copy_to(store, target)
    return target


def copy_to(store: Path, target: Path) -> None:
    """Copy a store, which may be in use, to a file; one that is there already is replaced.

    The copy is made with SQLite's online copy, reopened, checked for integrity and compared in
    its row counts, and only then given its name. Raises StoreError where any of that does not
    succeed; what was at the target stays then.
    """
    if target.resolve() == store.resolve():
        raise StoreError("This is the store itself. Choose another name for the copy.")
    unfinished = target.with_name(target.name + ".unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        os.close(os.open(unfinished, os.O_CREAT | os.O_WRONLY, 0o600))
        _verify(unfinished, _copy(store, unfinished))
        os.replace(unfinished, target)
    except (sqlcipher.DatabaseError, OSError) as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise StoreError(
            f"The backup could not be made ({type(error).__name__}). The store itself is as it was."
        ) from error


def make_daily(store: Path, folder: Path) -> Path | None:
    """Copy a store unless there is a copy of today, and thin the old ones; return the copy."""
    newest = latest(folder)
    if newest is not None and _moment(newest).date() == clock.today():
        return None
    made = make(store, folder, reason=DAILY)
    thin(folder)
    return made


def thin(folder: Path) -> None:
    """Delete daily copies: one is kept for each of the last days, weeks and months that have one.

    Copies made for another reason, as before a migration, all stay.
    """
    copies = [each for each in _copies(folder) if each.stem.endswith(f"-{DAILY}")]
    for unneeded in set(copies) - set(_kept(copies)):
        unneeded.unlink(missing_ok=True)


def latest(folder: Path) -> Path | None:
    """Return the newest backup in a folder, or None."""
    return max(_copies(folder), key=_moment, default=None)


def latest_moment(folder: Path) -> datetime | None:
    """Return when the newest backup in a folder was made, in local time, or None."""
    newest = latest(folder)
    return _moment(newest) if newest is not None else None


def _copies(folder: Path) -> list[Path]:
    return [each for each in folder.glob(_PATTERN) if _NAME.fullmatch(each.name)]


def _moment(copy: Path) -> datetime:
    """Return when a copy was made, from its name: a file that was moved has another time."""
    found = _NAME.fullmatch(copy.name)
    assert found is not None
    try:
        return datetime.fromisoformat(f"{found[1]}T{found[2]}")
    except ValueError:
        return datetime.min


def _kept(copies: Iterable[Path]) -> set[Path]:
    """Return the newest copy of each of the newest days, weeks and months."""
    days: dict[date, Path] = {}
    weeks: dict[tuple[int, int], Path] = {}
    months: dict[tuple[int, int], Path] = {}
    for copy in sorted(copies, key=_moment, reverse=True):
        day = _moment(copy).date()
        days.setdefault(day, copy)
        weeks.setdefault(day.isocalendar()[:2], copy)
        months.setdefault((day.year, day.month), copy)
    return {
        *list(days.values())[:_DAYS],
        *list(weeks.values())[:_WEEKS],
        *list(months.values())[:_MONTHS],
    }


def _copy(store: Path, target: Path) -> dict[str, int]:
    """Copy the store and return its row counts at that moment."""
    source = sqlcipher.connect(f"{store.absolute().as_uri()}?mode=ro", uri=True)
    try:
        # Counting and copying in one read transaction: both see the same moment, whatever is
        # written in between.
        source.execute("BEGIN")
        counts = _counts(source)
        copy = sqlcipher.connect(str(target))
        try:
            source.backup(copy)
        finally:
            copy.close()
        source.execute("ROLLBACK")
    finally:
        source.close()
    return counts


def _verify(copy: Path, expected: dict[str, int]) -> None:
    connection = sqlcipher.connect(str(copy))
    try:
        # The copy is one file by itself; its own log would stay behind when it is moved.
        connection.execute("PRAGMA journal_mode = delete")
        answer = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if answer != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlcipher.DatabaseError("the copy is not whole")
        counts = _counts(connection)
    finally:
        connection.close()
    if counts != expected:
        raise sqlcipher.DatabaseError("the copy differs from the store")


def _counts(connection: sqlcipher.Connection) -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_search%' "
        "ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).fetchall()
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for (name,) in names
    }
