"""What a list shows below a story's title: how it ended, or the passage that was found."""

from collections.abc import Iterator, Mapping

from rebound_desktop.core.plain_text import one_line
from rebound_desktop.core.search_hits import hits
from rebound_desktop.core.sentences import sentences
from rebound_desktop.core.stories import summary
from rebound_desktop.core.story_parts import FIELDS

#: How far from the start of the text a match may stand, in characters.
_NEAR = 60
#: How far from a match its sentence is looked for, in characters.
_AROUND = 2_000


def passage(texts: Mapping[str, str], search: str) -> str:
    """Return the summary of a story, or while searching the first sentence that shows the match.

    ``texts`` are the story's texts by field, title included.
    """
    usual = summary(texts)
    if not search.strip() or hits(texts["title"], search):
        return usual
    candidates = [usual, *(each for name in FIELDS for each in _found_in(texts[name], search))]
    for text in candidates:
        if places := hits(text, search):
            return _from_near(text, places[0][0])
    return usual


def _found_in(text: str, search: str) -> Iterator[str]:
    places = hits(text, search)
    if places:
        start = max(0, places[0][0] - _AROUND)
        around = text[start : places[0][0] + _AROUND]
        yield from (one_line(each.text) for each in sentences(around))


def _from_near(sentence: str, place: int) -> str:
    """Return a sentence from a word shortly before a place, where that is not near its start."""
    if place <= _NEAR:
        return sentence
    start = sentence.find(" ", place - _NEAR // 2, place)
    return "…" + sentence[start + 1 if start >= 0 else place :]
