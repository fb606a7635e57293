"""What was typed into a form that is not saved yet, so that a crash does not take it along.

Drafts are no records: they have no undo, are in no archive, and go when their form is saved,
left on purpose, or forgotten for a month.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import timedelta

from rebound_desktop.core import clock
from rebound_desktop.store.tables import TABLES, database
from rebound_desktop.store.trouble import written

#: How long a draft waits that nobody comes back for.
_DAYS = 30
_MENTIONS = "mentions"
_RECORD = re.compile(r"((\w+) (\d{1,18}))(?: \(\d+\))?$", re.ASCII)
_TABLES = frozenset(each._meta.table_name for each in TABLES)


def keep(form: str, about: str, texts: Mapping[str, object], mentions: Iterable[str] = ()) -> None:
    """Keep what a form holds now; ``about`` names the record it is for, such as "stories 12".

    ``mentions`` names others whose words were taken over into the form. Raises NotSavedError
    where the system does not take it.
    """
    _write(
        "INSERT INTO drafts (form, about, texts, changed_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (form, about) DO UPDATE SET texts = excluded.texts, "
        "changed_at = excluded.changed_at",
        (form, about, _written(texts, mentions), clock.utc_stamp()),
    )


def find(form: str, about: str) -> dict[str, object] | None:
    """Return what was kept of a form, or None."""
    row = database.execute_sql(
        "SELECT texts FROM drafts WHERE form = ? AND about = ?", (form, about)
    ).fetchone()
    if row is None:
        return None
    found = json.loads(row[0])
    return found if isinstance(found, dict) else None


def forget(form: str, about: str) -> None:
    """Drop what was kept of a form; nothing is written where there is none."""
    if find(form, about) is not None:
        _write("DELETE FROM drafts WHERE form = ? AND about = ?", (form, about))


def leave_out(record: str) -> None:
    """Drop all that was kept about a record, such as "stories 12", within a transaction.

    Forms of one kind that were begun one after the other are numbered: "stories 12 (2)". What
    mentions the record goes too, as it may hold its words.
    """
    database.execute_sql(
        "DELETE FROM drafts WHERE about = ? OR about GLOB ? OR instr(texts, ?)",
        (record, f"{record} (*)", json.dumps(record)),
    )


def _written(texts: Mapping[str, object], mentions: Iterable[str]) -> str:
    also = {_MENTIONS: found} if (found := list(mentions)) else {}
    return json.dumps({**texts, **also}, ensure_ascii=False)


def forget_old() -> None:
    """Drop the drafts that nobody came back for, and those of records that are not there now."""
    since = (clock.today() - timedelta(days=_DAYS)).isoformat()
    if database.execute_sql("SELECT 1 FROM drafts WHERE changed_at < ?", (since,)).fetchone():
        _write("DELETE FROM drafts WHERE changed_at < ?", (since,))
    for record in _gone():
        with written(), database.atomic("IMMEDIATE"):
            leave_out(record)


def _gone() -> list[str]:
    """Return the records that drafts are about and that are not there any more."""
    found = {
        match.group(1): (match.group(2), int(match.group(3)))
        for (about,) in database.execute_sql("SELECT about FROM drafts").fetchall()
        if (match := _RECORD.match(about)) and match.group(2) in _TABLES
    }
    return [
        record
        for record, (table, number) in found.items()
        if database.execute_sql(f"SELECT 1 FROM {table} WHERE id = ?", (number,)).fetchone() is None
    ]


def _write(statement: str, values: tuple[str, ...]) -> None:
    with written(), database.atomic("IMMEDIATE"):
        database.execute_sql(statement, values)
