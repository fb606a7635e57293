"""The vocabulary of work: which words speak of which concept, and which concepts of which field.

The words stand in the neighbouring modules as plain text, written for this program:

- `@software | infrastructure 0.6, data 0.5` opens a field of work and names the fields that are
  near it, with a nearness from 0 to 1. Near is mutual.
- `testing < quality: unit test, qa, ~test, automat*` is a concept of that field. After `<`
  stand concepts that a mention also speaks for, at half strength. A term is a word or a phrase
  in any inflection; `~` marks a term that hints only; `*` ends the beginning of a word.
- Concepts before any `@` belong to no field: they are ways of working. A concept that stands
  there again only gains words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from rebound_desktop.core.stemming import WORD, fold, stems_of

_HINT = 0.35
_PHRASE = 1.4
_SHORTEST_BEGINNING = 3


Senses = list[tuple[str, float]]


class Words(dict[str, Senses]):
    """A map from a stem to the concepts it speaks of, with weights; none for a foreign stem.

    A stem that begins like a term with a star is looked up once and remembered.
    """

    def __init__(self) -> None:
        super().__init__()
        self.beginnings: dict[str, Senses] = {}
        self.first_letters: set[str] = set()

    def __missing__(self, stem: str) -> Senses:
        """Look a stem up by its beginning."""
        found: Senses = []
        if stem[:_SHORTEST_BEGINNING] not in self.first_letters:
            self[stem] = found
            return found
        for length in range(_SHORTEST_BEGINNING, len(stem) + 1):
            found += self.beginnings.get(stem[:length], ())
        self[stem] = found
        return found


@dataclass(slots=True)
class Lexicon:
    """All concepts, looked up by the stems that speak of them."""

    #: Name of a concept: the field it belongs to, "" for a way of working.
    field_of: dict[str, str] = field(default_factory=dict)
    parents_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    words: Words = field(default_factory=Words)
    #: The first two stems of a phrase: the stems that follow, the concept, the weight.
    phrases: dict[tuple[str, str], list[tuple[tuple[str, ...], str, float]]] = field(
        default_factory=dict
    )
    nearness: dict[str, dict[str, float]] = field(default_factory=dict)


@cache
def lexicon() -> Lexicon:
    """Read the vocabulary, once in a process; about 30 ms."""
    from rebound_desktop.core.lexicon import (
        caring,
        hands,
        neighbours,
        office,
        qualities,
        service,
        technology,
    )

    read = Lexicon()
    for module in (qualities, technology, service, caring, office, hands, neighbours):
        _read(read, module.TEXT)
    return read


def _read(into: Lexicon, text: str) -> None:
    current = ""
    for line in _entries(text):
        if line.startswith("@"):
            current, _, near = line[1:].partition(" | ")
            own = into.nearness.setdefault(current, {})
            own[current] = 1.0
            for pair in filter(None, near.split(", ")):
                other, weight = pair.split()
                own[other] = max(own.get(other, 0.0), float(weight))
                theirs = into.nearness.setdefault(other, {})
                theirs[current] = max(theirs.get(current, 0.0), float(weight))
            continue
        head, _, terms = line.partition(": ")
        name, _, parents = head.partition(" < ")
        if name not in into.field_of:
            into.field_of[name] = current
            into.parents_of[name] = tuple(parents.split())
        for term in terms.split(", "):
            _add(into, name, term.strip())


def _entries(text: str) -> Iterator[str]:
    return filter(None, re.sub(r"\n +", " ", text).splitlines())


def _add(into: Lexicon, name: str, term: str) -> None:
    weight = 1.0
    if term.startswith("~"):
        term, weight = term[1:], _HINT
    if term.endswith("*") and " " not in term:
        beginning = fold(term[:-1])
        into.words.beginnings.setdefault(beginning, []).append((name, weight))
        into.words.first_letters.add(beginning[:_SHORTEST_BEGINNING])
        return
    stems = stems_of(term)
    if len(stems) == 1 and len(WORD.findall(term)) > 1:
        return
    if len(stems) == 1:
        senses = dict(into.words.get(stems[0], ()))
        senses[name] = max(weight, senses.get(name, 0.0))
        into.words[stems[0]] = list(senses.items())
    elif stems:
        rest = (tuple(stems[2:]), name, weight * _PHRASE)
        into.phrases.setdefault((stems[0], stems[1]), []).append(rest)
