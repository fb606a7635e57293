"""Where the words of a search stand in a text that was found."""

import re

from rebound_desktop.core.plain_text import folded, has_unspaced_script, words
from rebound_desktop.core.stemming import STEMS

#: A place in a text: its start and its length, in characters.
Span = tuple[int, int]

#: Shorter stems have too many words that only look related.
_SHORTEST_STEM = 3

#: As much of what is typed into a search as counts, in characters.
MOST = 200

_WORD = re.compile(r"\w+")


def hits(text: str, query: str) -> list[Span]:
    """Return where the words of a query begin a word of the text, whatever case and accents.

    A word with the same stem is marked as a whole. Words of scripts without spaces are found
    anywhere, as ``store.search`` does. The spans do not overlap and stand in the order of the text.
    """
    spaced = []
    unspaced = []
    for part in query[:MOST].split():
        if has_unspaced_script(part):
            unspaced.append(part)
        else:
            spaced += [folded(each) for each in words(part)]
    found: list[Span] = []
    if spaced:
        roots = {root for root in map(_root, spaced) if root}
        lengths: dict[str, int] = {}  # long texts use the same words again and again
        for match in _WORD.finditer(text):
            word = match.group()
            if word not in lengths:
                lengths[word] = _marked(word, spaced, roots)
            if lengths[word]:
                found.append((match.start(), lengths[word]))
    for part in unspaced:
        found += [(match.start(), len(part)) for match in re.finditer(re.escape(part), text)]
    return _apart(sorted(found))


def _marked(word: str, wanted: list[str], roots: set[str]) -> int:
    """Return how much of a word is marked, 0 where it is no hit."""
    plain = folded(word)
    best = max((len(each) for each in wanted if plain.startswith(each)), default=0)
    if best:
        return _length_of(word, best)
    return len(word) if _root(plain) in roots else 0


def _root(word: str) -> str:
    """Return the stem of a word, or an empty text where it has no meaning of its own."""
    root = STEMS[word]
    return "" if root.startswith(".") or len(root) < _SHORTEST_STEM else root


def _length_of(word: str, wanted: int) -> int:
    """Return how many letters of a word make so many once folded (ß makes two)."""
    length = reached = 0
    for letter in word:
        extra = len(folded(letter))
        if reached >= wanted and extra:
            break
        length += 1
        reached += extra
    return length


def _apart(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, length in spans:
        if not kept or start >= kept[-1][0] + kept[-1][1]:
            kept.append((start, length))
    return kept
