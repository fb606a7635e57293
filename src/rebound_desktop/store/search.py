"""Finding records by the words in them."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

from rebound_desktop.core.plain_text import has_unspaced_script, storable, words
from rebound_desktop.core.search_hits import MOST
from rebound_desktop.store.tables import database

Kind = Literal["rejections", "applications", "people", "stories"]

#: The view that says which words belong to a record of a kind, and its columns.
VIEWS: dict[Kind, tuple[str, tuple[str, ...]]] = {
    "rejections": ("rejection_texts", ("company", "role", "body")),
    "applications": ("application_texts", ("company", "role", "body")),
    "people": ("person_texts", ("name", "company", "body")),
    "stories": ("story_texts", ("title", "competencies", "body")),
}


@dataclass(frozen=True, slots=True)
class Found:
    """The ids of the records that were found, best first, and the words they were found by.

    ``words`` is what was typed, with words that nothing holds replaced by the nearest ones;
    ``corrected`` says whether any was. No ids at all (None) where the text names no word.
    """

    ids: list[int] | None
    words: str
    corrected: bool = False


def find(kind: Kind, text: str) -> Found:
    """Find records as :func:`matching_ids` does, and forgive slips of the keyboard.

    Where nothing is found, each word that no record holds is replaced by the nearest word that
    one does.
    """
    ids = matching_ids(kind, text)
    if ids is None or ids:
        return Found(ids, text)
    better = [_forgiven(kind, part) for part in _composed(text).split()]
    if better == _composed(text).split():
        return Found(ids, text)
    meant = " ".join(better)
    ids = matching_ids(kind, meant)
    return Found(ids, meant, corrected=True) if ids else Found([], text)


def matching_ids(kind: Kind, text: str) -> list[int] | None:
    """Return the ids of the records that hold every word of ``text``, best first.

    A word matches where a word of the record begins with it, whatever the case and accents; in
    stories also where a word has the same stem. In scripts that write no spaces between words, it
    matches anywhere. Where nothing begins with the words, records that have them inside their
    names do. None means that the text names no word, so that nothing is filtered. Deleted records
    are among the ids.
    """
    spaced: list[str] = []
    unspaced: list[str] = []
    for part in _composed(text).split():
        if has_unspaced_script(part):
            unspaced.append(part)
        else:
            spaced.extend(words(part))
    if not spaced and not unspaced:
        return None
    spaced = list(dict.fromkeys(spaced))  # each word costs a look at all that begins with it
    found: list[int] | None = None
    if spaced:
        found = _beginning(kind, spaced) or _named(kind, spaced)
    for part in unspaced:
        hits = set(_containing(kind, part))
        found = list(hits) if found is None else [each for each in found if each in hits]
    return found


def _composed(text: str) -> str:
    # A combining accent would break a word in two.
    return unicodedata.normalize("NFC", storable(text[:MOST]))


def _beginning(kind: Kind, spaced: list[str]) -> list[int]:
    """Return the records in which words begin with these; kin come after what was typed."""
    typed = [f'"{word}"*' for word in spaced]
    plain = f"SELECT rowid FROM {kind}_search WHERE {kind}_search MATCH ?"
    if kind != "stories":
        return _ids(plain, " ".join(typed))
    # Imported here: the tables of the other pages need no stems.
    from rebound_desktop.store import search_words

    ranked = f"{plain} ORDER BY bm25({kind}_search, 4.0, 2.0, 1.0)"
    kin = [[f'"{each}"' for each in search_words.kin(kind, word)] for word in spaced]
    if not any(kin):
        return _ids(ranked, " ".join(typed))
    found = _ids(
        ranked,
        " AND ".join(
            f"({' OR '.join((one, *others))})" for one, others in zip(typed, kin, strict=True)
        ),
    )
    as_typed = set(_ids(plain, " ".join(typed)))
    return sorted(found, key=lambda each: each not in as_typed)


def _ids(sql: str, query: str) -> list[int]:
    return [row[0] for row in database.execute_sql(sql, (query,)).fetchall()]


def _forgiven(kind: Kind, part: str) -> str:
    """Return a part of a text with each word that no record holds replaced by the nearest."""
    from rebound_desktop.store import search_words

    if has_unspaced_script(part):
        return part
    better = []
    for word in words(part):
        known = search_words.is_known(kind, word)
        better.append(word if known else search_words.nearest(kind, word) or word)
    return " ".join(better) if better != words(part) else part


def _containing(kind: Kind, part: str) -> list[int]:
    view, columns = VIEWS[kind]
    condition, patterns = like(columns, part)
    cursor = database.execute_sql(f"SELECT id FROM {view} WHERE {condition}", patterns)
    return [row[0] for row in cursor.fetchall()]


def _named(kind: Kind, parts: list[str]) -> list[int]:
    """Return the ids of the records whose names have every part somewhere inside."""
    view, columns = VIEWS[kind]
    conditions, patterns = zip(*(like(columns[:2], part) for part in parts), strict=True)
    cursor = database.execute_sql(
        f"SELECT id FROM {view} WHERE {' AND '.join(conditions)}", sum(patterns, ())
    )
    return [row[0] for row in cursor.fetchall()]


def like(columns: tuple[str, ...], part: str) -> tuple[str, tuple[str, ...]]:
    """Return the condition that one of the columns contains a text, and its parameters."""
    pattern = "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    condition = " OR ".join(f"{column} LIKE ? ESCAPE '\\'" for column in columns)
    return f"({condition})", (pattern,) * len(columns)
