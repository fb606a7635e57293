"""Words of a text, and the stem under which their inflections meet.

`Stems` is a cache that maps a word as typed to its stem. Texts in scripts without spaces
(Chinese, Japanese, Thai, Korean) are cut into pairs of characters, the usual stand-in for words.
"""

import re
import unicodedata

from rebound_desktop.core.irregular_words import (
    FUNCTION_WORDS,
    IRREGULAR,
    PASSED_OVER,
    WHOLE,
)

# Runs of scripts that do not put spaces between words come first: they are cut into pairs later.
_NO_SPACES = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
WORD = re.compile(rf"[{_NO_SPACES}]+|[^\W_{_NO_SPACES}]+(?:\+\+|#)?")
#: What stands between words in most texts; "+" and "#" may belong to one ("c++", "c#").
_GAPS = str.maketrans(
    {
        chr(code): " "
        for code in (*range(0x80), *range(0xA0, 0xC0), *range(0x2010, 0x2070))
        if not chr(code).isalnum() and chr(code) not in "+#"
    }
)
_UNSPACED = re.compile(f"[{_NO_SPACES}]")
_LONGEST_WORD = 40

#: Inflections, cut first, and what is left in their place.
_INFLECTIONS = (
    ("ies", "y"),
    ("ied", "y"),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("ings", ""),
    ("ing", ""),
    ("eed", "ee"),
    ("ed", ""),
    ("s", ""),
    ("ly", ""),
)
#: Endings that make one kind of word from another, cut second; the longest first.
_DERIVATIONS = (
    ("ization", "is"),
    ("isation", "is"),
    ("izer", "is"),
    ("iser", "is"),
    ("iz", "is"),
    ("ize", "is"),
    ("iveness", ""),
    ("fulness", ""),
    ("ability", ""),
    ("ibility", ""),
    ("ational", "at"),
    ("ation", "at"),
    ("ator", "at"),
    ("ative", "at"),
    ("ate", "at"),
    ("ement", ""),
    ("ment", ""),
    ("iness", "y"),
    ("ness", ""),
    ("ful", ""),
    ("ency", "ent"),
    ("ancy", "ant"),
    ("ence", "ent"),
    ("ance", "ant"),
    ("ical", "ic"),
    ("ity", ""),
    ("ive", ""),
    ("able", ""),
    ("ible", ""),
    ("ion", ""),
    ("er", ""),
    ("or", ""),
    ("e", ""),
)
_VOWELS = frozenset("aeiouy")
Endings = dict[str, list[tuple[str, str]]]


def _by_last_letter(endings: tuple[tuple[str, str], ...]) -> Endings:
    table: Endings = {}
    for ending, rest in endings:
        table.setdefault(ending[-1], []).append((ending, rest))
    return table


_INFLECTIONS_BY_LETTER = _by_last_letter(_INFLECTIONS)
_DERIVATIONS_BY_LETTER = _by_last_letter(_DERIVATIONS)


def fold(word: str) -> str:
    """Give the word in lower case without accents and without the rubble of a wrong decoding.

    A curly apostrophe read in the wrong encoding leaves an "â" behind the word before it.
    """
    word = word.lower()
    if word.isascii():
        return word
    word = word.rstrip("âãÂ") or word
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def stem(word: str) -> str:
    """Give the stem of one word: "managed", "manager" and "management" all give "manag".

    An inflection is cut, then an ending, where three letters with a vowel stay. That is cruder
    than a dictionary and needs none; both sides of a comparison go through it.
    """
    word = fold(word)[:_LONGEST_WORD]
    if len(word) <= 3 or not word.isascii() or not word.isalpha():
        return IRREGULAR.get(word, word)
    if not word.endswith(("ss", "us", "is")):
        word = _cut(word, _INFLECTIONS_BY_LETTER)
    word = _cut(word, _DERIVATIONS_BY_LETTER)
    if word in IRREGULAR or word in WHOLE:
        return IRREGULAR.get(word, word)
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def _cut(word: str, endings: Endings) -> str:
    """Cut the first ending that fits, unless the word is a whole or irregular one."""
    if word in IRREGULAR or word in WHOLE:
        return word
    for ending, rest in endings.get(word[-1], ()):
        if word.endswith(ending):
            cut = word[: -len(ending)] + rest
            if len(cut) >= 3 and not _VOWELS.isdisjoint(cut):
                return cut
    return word


class Stems(dict[str, str]):
    """A growing map from words as typed to stems.

    A word to pass over maps to the empty string, another function word to its stem after a dot:
    it counts inside a phrase ("in charge") and nowhere else.
    """

    def __missing__(self, word: str) -> str:
        """Work out the stem of a word seen for the first time."""
        if not word.isalpha():
            inside = WORD.search(word)
            folded = fold(inside.group()) if inside else ""
        else:
            folded = fold(word)
        if folded in PASSED_OVER or (len(folded) < 2 and folded.isascii()):
            found = ""
        elif folded in FUNCTION_WORDS:
            found = "." + IRREGULAR.get(folded, folded)
        else:
            found = stem(folded)
        self[word] = found
        return found


STEMS = Stems()


def stems_of(text: str) -> list[str]:
    """List the stems of a text in order; function words stand there with a dot before them."""
    if not text.isascii() and _UNSPACED.search(text):
        words = [part for word in WORD.findall(text.lower()) for part in _pairs(word)]
    else:
        words = text.lower().translate(_GAPS).split()
    return list(filter(None, map(STEMS.__getitem__, words)))


def placed_stems_of(text: str) -> list[tuple[str, int, int]]:
    """List (stem, start, end) for each stem that `stems_of` gives."""
    if text.isascii():
        words = ((STEMS[each.group().lower()], each) for each in WORD.finditer(text))
        return [(stemmed, *each.span()) for stemmed, each in words if stemmed]
    placed: list[tuple[str, int, int]] = []
    for found in WORD.finditer(text):
        start = found.start()
        for offset, part in enumerate(_pairs(found.group())):
            stemmed = STEMS[part.lower()]
            if stemmed:
                placed.append((stemmed, start + offset, start + offset + len(part)))
    return placed


def _pairs(word: str) -> list[str]:
    """Cut a run of a script without spaces into overlapping pairs; any other word stays whole."""
    if len(word) < 3 or not _UNSPACED.match(word):
        return [word]
    return [word[at : at + 2] for at in range(len(word) - 1)]
