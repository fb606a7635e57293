"""Finding records by the words in them."""

import unicodedata
from typing import Literal

from rebound_desktop.core.plain_text import has_unspaced_script, storable, words
from rebound_desktop.store.tables import database

Kind = Literal["rejections", "applications", "people", "stories"]

#: The view that says which words belong to a record of a kind, and its columns.
VIEWS: dict[Kind, tuple[str, tuple[str, ...]]] = {
    "rejections": ("rejection_texts", ("company", "role", "body")),
    "applications": ("application_texts", ("company", "role", "body")),
    "people": ("person_texts", ("name", "company", "body")),
    "stories": ("story_texts", ("title", "competencies", "body")),
}


def matching_ids(kind: Kind, text: str) -> list[int] | None:
    """Return the ids of the records that hold every word of ``text``, best first.

    A word matches where a word of the record begins with it, whatever the case and accents. In
    scripts that write no spaces between words, it matches anywhere. Where nothing begins with the
    words, records that have them inside their names do. None means that the text names no word,
    so that nothing is filtered. Deleted records are among the ids.
    """
    spaced: list[str] = []
    unspaced: list[str] = []
    # Composed, since a combining accent would break a word in two.
    for part in unicodedata.normalize("NFC", storable(text)).split():
        if has_unspaced_script(part):
            unspaced.append(part)
        else:
            spaced.extend(words(part))
    if not spaced and not unspaced:
        return None
    found: list[int] | None = None
    if spaced:
        query = " ".join(f'"{word}"*' for word in spaced)
        cursor = database.execute_sql(
            f"SELECT rowid FROM {kind}_search WHERE {kind}_search MATCH ? "
            f"ORDER BY bm25({kind}_search, 4.0, 2.0, 1.0)"
            if kind == "stories"
            else f"SELECT rowid FROM {kind}_search WHERE {kind}_search MATCH ?",
            (query,),
        )
        found = [row[0] for row in cursor.fetchall()] or _named(kind, spaced)
    for part in unspaced:
        hits = set(_containing(kind, part))
        found = list(hits) if found is None else [each for each in found if each in hits]
    return found


def _containing(kind: Kind, part: str) -> list[int]:
    view, columns = VIEWS[kind]
    condition, patterns = _like(columns, part)
    cursor = database.execute_sql(f"SELECT id FROM {view} WHERE {condition}", patterns)
    return [row[0] for row in cursor.fetchall()]


def _named(kind: Kind, parts: list[str]) -> list[int]:
    """Return the ids of the records whose names have every part somewhere inside."""
    view, columns = VIEWS[kind]
    conditions, patterns = zip(*(_like(columns[:2], part) for part in parts), strict=True)
    cursor = database.execute_sql(
        f"SELECT id FROM {view} WHERE {' AND '.join(conditions)}", sum(patterns, ())
    )
    return [row[0] for row in cursor.fetchall()]


def _like(columns: tuple[str, ...], part: str) -> tuple[str, tuple[str, ...]]:
    """Return the condition that one of the columns contains a text, and its parameters."""
    pattern = "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    condition = " OR ".join(f"{column} LIKE ? ESCAPE '\\'" for column in columns)
    return f"({condition})", (pattern,) * len(columns)
