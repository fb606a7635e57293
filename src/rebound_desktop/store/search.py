"""Finding records by the words in them."""

from typing import Literal

from rebound_desktop.core.plain_text import has_unspaced_script, storable, words
from rebound_desktop.store.tables import database

Kind = Literal["rejections", "applications", "people", "stories"]

_VIEWS: dict[Kind, tuple[str, tuple[str, ...]]] = {
    "rejections": ("rejection_texts", ("company", "role", "body")),
    "applications": ("application_texts", ("company", "role", "body")),
    "people": ("person_texts", ("name", "company", "body")),
    "stories": ("story_texts", ("title", "competencies", "body")),
}


def matching_ids(kind: Kind, text: str) -> list[int] | None:
    """Return the ids of the records that hold every word of ``text``, best first.

    A word matches where a word of the record begins with it, whatever the case and accents. In
    scripts that write no spaces between words, it matches anywhere. None means that the text
    names no word, so that nothing is filtered. Deleted records are among the ids.
    """
    spaced: list[str] = []
    unspaced: list[str] = []
    for part in storable(text).split():
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
        found = [row[0] for row in cursor]
    for part in unspaced:
        hits = _containing(kind, part)
        found = hits if found is None else [each for each in found if each in set(hits)]
    return found


def _containing(kind: Kind, part: str) -> list[int]:
    view, columns = _VIEWS[kind]
    pattern = "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    condition = " OR ".join(f"{column} LIKE ? ESCAPE '\\'" for column in columns)
    cursor = database.execute_sql(
        f"SELECT id FROM {view} WHERE {condition}", (pattern,) * len(columns)
    )
    return [row[0] for row in cursor]
