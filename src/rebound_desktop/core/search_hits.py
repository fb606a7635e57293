"""Where the words of a search stand in a text that was found."""

import re

from rebound_desktop.core.plain_text import folded, has_unspaced_script, words

#: A place in a text: its start and its length, in characters.
Span = tuple[int, int]

_WORD = re.compile(r"\w+")


def hits(text: str, query: str) -> list[Span]:
    """Return where the words of a query begin a word of the text, whatever case and accents.

    Words of scripts without spaces are found anywhere, as ``store.search`` does. The spans do not
    overlap and stand in the order of the text.
    """
    spaced = []
    unspaced = []
    for part in query.split():
        if has_unspaced_script(part):
            unspaced.append(part)
        else:
            spaced += [folded(each) for each in words(part)]
    found: list[Span] = []
    if spaced:
        for match in _WORD.finditer(text):
            word = match.group()
            plain = folded(word)
            best = max((len(each) for each in spaced if plain.startswith(each)), default=0)
            if best:
                found.append((match.start(), _length_of(word, best)))
    for part in unspaced:
        found += [(match.start(), len(part)) for match in re.finditer(re.escape(part), text)]
    return _apart(sorted(found))


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
