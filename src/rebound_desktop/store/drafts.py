"""What was typed into a form that is not saved yet, so that a crash does not take it along.

Drafts are no records: they have no undo, are in no archive, and go when their form is saved,
left on purpose, or forgotten for a month.
"""

import json
from datetime import timedelta

from rebound_desktop.core import clock
from rebound_desktop.store.tables import database
from rebound_desktop.store.trouble import written

#: How long a draft waits that nobody comes back for.
_DAYS = 30


def keep(form: str, about: str, texts: dict[str, object]) -> None:
    """Keep what a form holds now; ``about`` names the record it is for, such as "stories 12".

    Raises NotSavedError where the system does not take it.
    """
    _write(
        "INSERT INTO drafts (form, about, texts, changed_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (form, about) DO UPDATE SET texts = excluded.texts, "
        "changed_at = excluded.changed_at",
        (form, about, json.dumps(texts, ensure_ascii=False), clock.utc_stamp()),
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


def forget_old() -> None:
    """Drop the drafts that nobody came back for."""
    since = (clock.today() - timedelta(days=_DAYS)).isoformat()
    if database.execute_sql("SELECT 1 FROM drafts WHERE changed_at < ?", (since,)).fetchone():
        _write("DELETE FROM drafts WHERE changed_at < ?", (since,))


def _write(statement: str, values: tuple[str, ...]) -> None:
    with written(), database.atomic("IMMEDIATE"):
        database.execute_sql(statement, values)
