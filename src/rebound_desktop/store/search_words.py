"""The words that the search index of a kind holds: kin of a word, and what it may be a slip of."""

from functools import cache

from rebound_desktop.core.irregular_words import IRREGULAR
from rebound_desktop.core.near_words import near
from rebound_desktop.core.plain_text import folded
from rebound_desktop.core.stemming import STEMS, stem
from rebound_desktop.store import changes
from rebound_desktop.store.tables import database

#: Stems of fewer letters have too many words that only look related.
_SHORTEST = 3
#: Sorts after every letter.
_LAST = "\U0010ffff"

#: The index cuts a run without end after some 32,000 bytes, perhaps within a character, which
#: then cannot be read; nobody searches for kin of that. In characters.
_LONGEST = 100

#: All words of an index, one a line, and the state of the store that they belong to.
_read: dict[str, tuple[int, str]] = {}


def kin(kind: str, word: str) -> list[str]:
    """Return the words of an index that share the stem of a word and do not begin with it.

    "managing" has the kin "managed", "led" has "leading". Words without a meaning of their own
    have none.
    """
    plain = folded(word)
    root = STEMS[plain]
    if len(root) < _SHORTEST or root.startswith("."):
        return []
    # A stem may end in another letter than its words: "compani" for "company".
    start = root[: max(_SHORTEST, len(root) - 1)]
    cursor = database.execute_sql(
        f"SELECT term FROM {_vocabulary(kind)} WHERE term >= ? AND term < ? AND length(term) <= ?",
        (start, start + _LAST, _LONGEST),
    )
    found = [row[0] for row in cursor if stem(row[0]) == root]
    found += [each for each in _irregular().get(root, ()) if not each.startswith(start)]
    return [each for each in found if not each.startswith(plain)]


def is_known(kind: str, word: str) -> bool:
    """Say whether a word of an index begins with a word, or is its kin."""
    plain = folded(word)
    row = database.execute_sql(
        f"SELECT 1 FROM {_vocabulary(kind)} WHERE term >= ? AND term < ? LIMIT 1",
        (plain, plain + _LAST),
    ).fetchone()
    return row is not None or bool(kin(kind, word))


def nearest(kind: str, word: str) -> str:
    """Return the word of an index that a word is most likely a slip of, or an empty text.

    Fewer slips come first, then the same first letter, then the word that more records hold.
    """
    plain = folded(word)
    found = near(plain, _all_words(kind))
    if not found:
        return ""
    marks = ",".join("?" * len(found))
    counts = dict(
        database.execute_sql(
            f"SELECT term, doc FROM {_vocabulary(kind)} WHERE term IN ({marks})", tuple(found)
        ).fetchall()
    )
    return min(
        found,
        key=lambda each: (found[each], each[0] != plain[0], -counts.get(each, 0), each),
    )


def _all_words(kind: str) -> str:
    state = changes.state()
    if kind not in _read or _read[kind][0] != state:
        row = database.execute_sql(
            f"SELECT group_concat(term, char(10)) FROM {_vocabulary(kind)} WHERE length(term) <= ?",
            (_LONGEST,),
        ).fetchone()
        _read[kind] = (state, row[0] or "")
    return _read[kind][1]


def _vocabulary(kind: str) -> str:
    """Return the name of the table of an index's words, made where it is not there yet."""
    name = f"temp.{kind}_words"
    database.execute_sql(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5vocab(main, {kind}_search, row)"
    )
    return name


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Return the irregular words of each stem."""
    found: dict[str, tuple[str, ...]] = {}
    for word, root in IRREGULAR.items():
        found[root] = (*found.get(root, ()), word)
    return found
