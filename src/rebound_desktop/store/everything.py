"""A few records of every kind for the words somebody types, quick enough for each key.

The pages search with ``store.search``, which gives all records that match. Here a handful of each
kind is wanted, so SQLite stops as soon as it has them.
"""

import unicodedata
from collections.abc import Sequence

from rebound_desktop.core.plain_text import has_unspaced_script, storable, words
from rebound_desktop.core.search_hits import MOST
from rebound_desktop.store.search import Kind
from rebound_desktop.store.tables import database

#: All kinds of records, in the order in which they are shown.
KINDS: tuple[Kind, ...] = ("stories", "applications", "people", "rejections")

#: Of the stories that hold a frequent word, so many of the newest are ranked.
_RANKED = 2000
_NAMES: dict[Kind, tuple[str, ...]] = {
    "stories": ("title",),
    "applications": ("company", "role"),
    "people": ("name", "company"),
    "rejections": ("company", "role"),
}
_SHOWN: dict[Kind, str] = {
    "stories": "record.deleted_at IS NULL AND record.retired_at IS NULL",
    "applications": "record.deleted_at IS NULL",
    "people": "record.deleted_at IS NULL",
    "rejections": "record.deleted_at IS NULL",
}


def find(text: str, limit: int) -> tuple[dict[Kind, list[int]], str]:
    """Return the ids of a few records of each kind that hold every word of a text.

    Those whose name has the words come first, the newest at the top; then those that have them
    elsewhere, stories by how well they match. Retired stories and deleted records are left out.
    Where nothing at all is found, slips of the keyboard are forgiven. The second value is the
    words that were found, for marking them.
    """
    spaced: list[str] = []
    unspaced: list[str] = []
    # Composed, since a combining accent would break a word in two.
    for part in unicodedata.normalize("NFC", storable(text[:MOST])).split():
        if has_unspaced_script(part):
            unspaced.append(part)
        else:
            spaced.extend(words(part))
    if not spaced and not unspaced:
        return {}, text
    spaced = list(dict.fromkeys(spaced))
    if not unspaced:
        found = {kind: _beginning(kind, spaced, limit) for kind in KINDS}
        if any(found.values()):
            return found, text
    found = _inside([*spaced, *unspaced], limit)
    if any(found.values()) or unspaced:
        return found, text
    return _forgiven(spaced, limit)


def recent_stories(first: Sequence[int], limit: int) -> list[int]:
    """Return the ids of the stories that were at hand last, at most ``limit``.

    ``first`` are ids that come first, such as those copied last; those told last and those
    changed last follow. Retired and deleted stories are left out.
    """
    kept = _alive("stories", first, limit)
    for source in (
        "SELECT story_id FROM tellings JOIN stories AS record ON record.id = story_id "
        f"WHERE tellings.deleted_at IS NULL AND {_SHOWN['stories']} "
        "GROUP BY story_id ORDER BY max(on_date) DESC, max(tellings.id) DESC LIMIT ?",
        f"SELECT id FROM stories AS record WHERE {_SHOWN['stories']} "
        "ORDER BY changed_at DESC, id DESC LIMIT ?",
    ):
        if len(kept) < limit:
            rows = database.execute_sql(source, (limit,)).fetchall()
            kept += [row[0] for row in rows if row[0] not in kept]
    return kept[:limit]


def _beginning(kind: Kind, spaced: list[str], limit: int) -> list[int]:
    """Return the records in which a word begins with each of these words."""
    typed = " ".join(f'"{word}"*' for word in spaced)
    found = _matching(kind, f"{{{' '.join(_NAMES[kind])}}} : ({typed})", limit)
    # Nearly every text has a word that begins with any one letter.
    if len(found) < limit and any(len(word) > 1 for word in spaced):
        more = _matching(kind, typed, limit, ranked=kind == "stories")
        found += [each for each in more if each not in found]
    if kind == "stories" and len(found) < limit:
        more = _akin(spaced, typed, limit)
        found += [each for each in more if each not in found]
    return found[:limit]


def _akin(spaced: list[str], typed: str, limit: int) -> list[int]:
    """Return the stories that hold these words or others with the same stems, best first."""
    from rebound_desktop.store import search_words

    groups = [[f'"{each}"' for each in search_words.kin("stories", word)] for word in spaced]
    if not any(groups):
        return []
    pairs = zip(typed.split(), groups, strict=True)
    wider = " AND ".join(f"({' OR '.join((one, *others))})" for one, others in pairs)
    return _matching("stories", wider, limit, ranked=True)


def _matching(kind: Kind, expression: str, limit: int, *, ranked: bool = False) -> list[int]:
    """Return what an expression of the full-text index finds, the newest or the best first."""
    index = f"{kind}_search"
    source, order = index, f"{index}.rowid DESC"
    if ranked:
        source = (
            f"(SELECT rowid, bm25({index}, 4.0, 2.0, 1.0) AS score FROM {index} "
            f"WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT {_RANKED}) AS {index}"
        )
        order = f"{index}.score"
    condition = _SHOWN[kind] if ranked else f"{index} MATCH ? AND {_SHOWN[kind]}"
    rows = database.execute_sql(
        f"SELECT record.id FROM {source} JOIN {kind} AS record ON record.id = {index}.rowid "
        f"WHERE {condition} ORDER BY {order} LIMIT ?",
        (expression, limit),
    ).fetchall()
    return [row[0] for row in rows]


def _inside(parts: list[str], limit: int) -> dict[Kind, list[int]]:
    """Return the records whose names have every part somewhere inside, the newest first."""
    kinds: tuple[Kind, ...] = ("stories", "applications", "people")
    found = {kind: _named(kind, parts, limit) for kind in kinds}
    marks = ",".join("?" * len(found["applications"]))
    rows = database.execute_sql(
        f"SELECT id FROM rejections AS record WHERE application_id IN ({marks}) "
        f"AND {_SHOWN['rejections']} ORDER BY id DESC LIMIT ?",
        (*found["applications"], limit),
    ).fetchall()
    found["rejections"] = [row[0] for row in rows]
    return found


def _named(kind: Kind, parts: list[str], limit: int) -> list[int]:
    name = " || ' ' || ".join(_NAMES[kind])
    condition = " AND ".join([f"{name} LIKE ? ESCAPE '\\'"] * len(parts))
    rows = database.execute_sql(
        f"SELECT id FROM {kind} AS record WHERE {condition} AND {_SHOWN[kind]} "
        "ORDER BY id DESC LIMIT ?",
        (*(_pattern(each) for each in parts), limit),
    ).fetchall()
    return [row[0] for row in rows]


def _forgiven(spaced: list[str], limit: int) -> tuple[dict[Kind, list[int]], str]:
    """Return what is found with each unknown word replaced by the nearest one that is known."""
    from rebound_desktop.store import search_words

    for kind in KINDS:
        meant = [
            word if search_words.is_known(kind, word) else search_words.nearest(kind, word) or word
            for word in spaced
        ]
        found = _beginning(kind, meant, limit) if meant != spaced else []
        if found:
            return {kind: found}, " ".join(meant)
    return {}, " ".join(spaced)


def _pattern(part: str) -> str:
    return "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _alive(kind: Kind, ids: Sequence[int], limit: int) -> list[int]:
    """Return the first of these ids whose records are shown, in their order."""
    kept: list[int] = []
    for start in range(0, len(ids), limit):
        some = list(ids[start : start + limit])
        rows = database.execute_sql(
            f"SELECT id FROM {kind} AS record WHERE {_SHOWN[kind]} "
            f"AND id IN ({','.join('?' * len(some))})",
            tuple(some),
        ).fetchall()
        shown = {row[0] for row in rows}
        kept += [each for each in some if each in shown]
        if len(kept) >= limit:
            break
    return kept[:limit]
