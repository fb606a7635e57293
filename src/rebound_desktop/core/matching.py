"""Which stories fit an advert, how well, and why.

The score of a story adds up what it shares with the advert: words (BM25, weighted by how much
the advert's piece says about the work) and concepts of the vocabulary of work, rare ones more.
The sum counts in full where the story comes from the advert's field of work and less the
farther away it is: a story from the same kind of work is the one a person would tell first.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log, sqrt

from rebound_desktop.core.adverts import COMMON_STEMS, pieces
from rebound_desktop.core.explaining import Passage, explain
from rebound_desktop.core.lexicon import lexicon
from rebound_desktop.core.lexicon.frameworks import CONCEPTS_OF
from rebound_desktop.core.profiles import (
    Profile,
    field_product,
    field_shares,
    profile,
    with_parents,
)
from rebound_desktop.core.requirements import Requirement, coverage, requirements
from rebound_desktop.core.vocabulary import Expectation

#: Found by trying on the made-up examples of tests/benchmarks; the figures hardly move around them.
_TERM_SATURATION = 1.2
_CONCEPT_SATURATION = 1.5
_LENGTH_INFLUENCE = 0.6
_CONCEPT_WEIGHT = 2.0
_WAY_OF_WORKING = 0.3
_KNOWN_WORD = 0.8
_COMMON_WORD = 0.3
_WORD_ASKED = 1.5
_CONCEPT_ASKED = 1.0
_CONCEPT_ASKED_ONCE = 2.0
_SAME_FIELD = 2.0
_OTHER_FIELD = 0.08
_UNKNOWN_FIELD = 0.25
_NEARNESS_POWER = 1.2
_EXCEEDED = 1.03
#: The sum at which the score, which grows ever more slowly to 1, is about 0.63.
_GOOD_SUM = 25.0
_SHOWN = 50
#: The share of a requirement's words and concepts from which on a story speaks to it.
_COVERED = 0.34


@dataclass(frozen=True, slots=True)
class StoryText:
    """What is known of a story for matching; `fields` are its parts by name, in their order."""

    id: int | str
    title: str
    fields: Mapping[str, str] = field(default_factory=dict)
    competencies: Sequence[str] = ()
    expectation: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A story that fits an advert."""

    id: int | str
    title: str
    #: 0 to 1, for comparing stories with each other; it is no chance of success.
    score: float
    #: The story's own words that made it fit, the weightiest first.
    because: list[str]
    passages: list[Passage]
    #: The requirements of the advert that the story speaks to.
    requirements: list[Requirement]


class StoryIndex:
    """Stories read once, to be ranked for any number of adverts."""

    def __init__(self, stories: Iterable[StoryText]) -> None:
        """Read the stories; 2,000 of 150 words take about 100 ms."""
        self.stories = list(stories)
        self.profiles = [_story_profile(each) for each in self.stories]
        known = lexicon()
        self.shares = [field_shares(each.concepts) for each in self.profiles]
        self.sizes = [sqrt(field_product(each, each, known)) for each in self.shares]
        words = sum(each.length for each in self.profiles)
        self.average_length = max(1.0, words / max(1, len(self.profiles)))


def _story_profile(story: StoryText) -> Profile:
    told = profile("\n".join((story.title, *story.fields.values(), *story.competencies)))
    for name in story.competencies:
        for concept in CONCEPTS_OF.get(name, ()):
            told.concepts[concept] = told.concepts.get(concept, 0.0) + 1.0
    return told


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an advert asks for: weights of words and concepts, and its fields of work."""

    words: dict[str, float]
    concepts: dict[str, float]
    shares: dict[str, float]


def rank(
    advert: str, stories: Sequence[StoryText] | StoryIndex, limit: int | None = _SHOWN
) -> list[Match]:
    """Give the stories that fit an advert, the best first; at most `limit` of them.

    Any text is taken as an advert; one without a known word gives an empty list. Stories with
    equal scores stay in the order given.
    """
    index = stories if isinstance(stories, StoryIndex) else StoryIndex(stories)
    asked = _asked(advert, index)
    scores = _scores(asked, index)
    order = sorted((at for at, score in enumerate(scores) if score > 0), key=lambda at: -scores[at])
    wanted = requirements(advert)
    matches = []
    for at in order[:limit]:
        story = index.stories[at]
        parts = {"title": story.title, **story.fields}
        because, passages = explain(parts, asked.words, asked.concepts)
        matches.append(
            Match(
                id=story.id,
                title=story.title,
                score=round(1 - exp(-scores[at] / _GOOD_SUM), 4),
                because=because,
                passages=passages,
                requirements=[
                    each for each in wanted if coverage(each, index.profiles[at]) >= _COVERED
                ],
            )
        )
    return matches


def uncovered(
    advert: str, stories: Sequence[StoryText] | StoryIndex
) -> list[Requirement]:
    """List the requirements of an advert that no story speaks to, in their order."""
    index = stories if isinstance(stories, StoryIndex) else StoryIndex(stories)
    return [
        each
        for each in requirements(advert)
        if all(coverage(each, told) < _COVERED for told in index.profiles)
    ]


def _asked(advert: str, index: StoryIndex) -> _Asked:
    known = lexicon()
    words: dict[str, float] = {}
    concepts: dict[str, float] = {}
    for piece in pieces(advert):
        if piece.weight:
            content = profile(piece.text)
            for stem in content.stems:
                words[stem] = words.get(stem, 0.0) + piece.weight
            for concept, strength in content.concepts.items():
                once = min(strength, _CONCEPT_ASKED_ONCE)
                concepts[concept] = concepts.get(concept, 0.0) + piece.weight * once
    shares = field_shares(concepts)
    rarity = _rarity(Counter(stem for told in index.profiles for stem in told.stems.keys() & words), len(index.profiles))
    weighed_words = {
        stem: rarity[stem]
        * _saturated(weight, _WORD_ASKED)
        * (_COMMON_WORD if stem in COMMON_STEMS else _KNOWN_WORD if known.words[stem] else 1.0)
        for stem, weight in words.items()
        if stem in rarity and stem[0] != "."
    }
    concepts = with_parents(concepts)
    rarity = _rarity(Counter(name for told in index.profiles for name in told.concepts.keys() & concepts), len(index.profiles))
    weighed_concepts = {
        name: rarity[name]
        * _saturated(weight, _CONCEPT_ASKED)
        * _CONCEPT_WEIGHT
        * (1.0 if known.field_of[name] else _WAY_OF_WORKING)
        for name, weight in concepts.items()
        if name in rarity
    }
    return _Asked(weighed_words, weighed_concepts, shares)


def _rarity(counts: Counter[str], stories: int) -> dict[str, float]:
    return {
        key: log(1 + (stories - count + 0.5) / (count + 0.5)) for key, count in counts.items()
    }


def _saturated(weight: float, half: float) -> float:
    return weight / (weight + half)


def _scores(asked: _Asked, index: StoryIndex) -> list[float]:
    known = lexicon()
    own_size = sqrt(field_product(asked.shares, asked.shares, known))
    scores = []
    for at, told in enumerate(index.profiles):
        longer = 1 + _LENGTH_INFLUENCE * (told.length / index.average_length - 1)
        total = sum(
            asked.words[stem] * (_TERM_SATURATION + 1) * _saturated(told.stems[stem], _TERM_SATURATION * longer)
            for stem in told.stems.keys() & asked.words.keys()
        )
        total += sum(
            asked.concepts[name] * _saturated(told.concepts[name], _CONCEPT_SATURATION * longer)
            for name in told.concepts.keys() & asked.concepts.keys()
        )
        if not total:
            scores.append(0.0)
            continue
        sure = sum(index.shares[at].values())
        both = field_product(asked.shares, index.shares[at], known)
        near = both / (own_size * index.sizes[at]) if both else 0.0
        near = near * sure + _UNKNOWN_FIELD * (1 - sure)
        total = (total + _SAME_FIELD) * (_OTHER_FIELD + near**_NEARNESS_POWER)
        exceeded = index.stories[at].expectation == Expectation.EXCEEDED
        scores.append(total * _EXCEEDED if exceeded else total)
    return scores
