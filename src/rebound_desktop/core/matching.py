"""Which stories fit an advert, how well, and why.

The score of a story adds up what it shares with the advert: words (BM25, weighted by how much
the advert's piece says about the work) and concepts of the vocabulary of work, rare ones more.
The sum counts in full where the story comes from the advert's field of work and less the
farther away it is: a story from the same kind of work is the one a person would tell first.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import exp, log, sqrt

from rebound_desktop.core.adverts import COMMON_STEMS, pieces
from rebound_desktop.core.explaining import Explainer, Passage
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

# Found by trying on the made-up examples of tests/benchmarks; the ranking hardly changes when
# any one of them is halved or doubled.
#: BM25's saturation of a word and of a concept in one story, and the influence of its length.
_WORD_TOLD = 1.2
_CONCEPT_TOLD = 1.5
_LENGTH_INFLUENCE = 0.75
#: How often a word or a concept is asked for until it has half its weight.
_WORD_ASKED = 1.5
_CONCEPT_ASKED = 2.0
_MOST_AT_ONCE = 2.0
#: Weights: a concept and a way of working beside a word; a word that speaks of concepts, which
#: count already; a word of any advert; a concept that is far from the advert's field.
_CONCEPT_WEIGHT = 2.5
_WAY_OF_WORKING = 0.8
_KNOWN_WORD = 0.8
_COMMON_WORD = 0.3
_CHANCE = 0.3
#: The share of an advert's field words that makes a field its main one.
_MAIN_FIELD = 0.5
#: What the field of work alone is worth; what the sum counts in a far field, in an unknown one.
_SAME_FIELD = 2.0
_OTHER_FIELD = 0.08
_UNKNOWN_FIELD = 0.25
_NEARNESS_POWER = 1.6
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
    #: The story's own words that made it fit, the weightiest first; or its competencies.
    because: list[str]
    passages: list[Passage]


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
    explainer = Explainer(asked.words, asked.concepts)
    matches = []
    for at in order[:limit]:
        story = index.stories[at]
        parts = {"title": story.title, **story.fields}
        because, passages = explainer.explain(parts)
        matches.append(
            Match(
                id=story.id,
                title=story.title,
                score=round(1 - exp(-scores[at] / _GOOD_SUM), 4),
                because=because or _labels(story, asked),
                passages=passages,
            )
        )
    return matches


def _labels(story: StoryText, asked: _Asked) -> list[str]:
    """List the competencies by which a story fits, where no word of its own does."""
    return [
        name
        for name in story.competencies
        if asked.concepts.keys() & {*CONCEPTS_OF.get(name, ()), *profile(name).concepts}
    ]


def uncovered(advert: str, stories: Sequence[StoryText] | StoryIndex) -> list[Requirement]:
    """List the requirements of an advert that no story speaks to, in their order."""
    index = stories if isinstance(stories, StoryIndex) else StoryIndex(stories)
    return [
        each
        for each in requirements(advert)
        if all(coverage(each, told) < _COVERED for told in index.profiles)
    ]


def _asked(advert: str, index: StoryIndex) -> _Asked:
    words: dict[str, float] = {}
    concepts: dict[str, float] = {}
    for piece in pieces(advert):
        if piece.weight:
            content = profile(piece.text)
            for stem in content.stems:
                words[stem] = words.get(stem, 0.0) + piece.weight
            for concept, strength in content.concepts.items():
                once = min(strength, _MOST_AT_ONCE)
                concepts[concept] = concepts.get(concept, 0.0) + piece.weight * once
    shares = field_shares(concepts)
    told_words = _counted(words, (told.stems for told in index.profiles))
    concepts = with_parents(concepts)
    told_concepts = _counted(concepts, (told.concepts for told in index.profiles))
    return _Asked(
        words={
            stem: _word_weight(stem, words[stem]) * _rarity(count, index)
            for stem, count in told_words.items()
            if stem[0] != "."
        },
        concepts={
            # A concept is already a choice of telling words: its rarity matters less.
            name: _concept_weight(name, concepts[name], shares) * sqrt(_rarity(count, index))
            for name, count in told_concepts.items()
        },
        shares=shares,
    )


def _counted(wanted: Mapping[str, float], told: Iterable[Mapping[str, float]]) -> Counter[str]:
    """Count the stories that have each wanted key."""
    return Counter(chain.from_iterable(map(wanted.keys().__and__, told)))


def _rarity(count: int, index: StoryIndex) -> float:
    return log(1 + (len(index.stories) - count + 0.5) / (count + 0.5))


def _word_weight(stem: str, asked: float) -> float:
    weight = asked / (asked + _WORD_ASKED)
    if stem in COMMON_STEMS:
        return weight * _COMMON_WORD
    return weight * _KNOWN_WORD if lexicon().words[stem] else weight


def _concept_weight(name: str, asked: float, shares: Mapping[str, float]) -> float:
    known = lexicon()
    weight = _CONCEPT_WEIGHT * asked / (asked + _CONCEPT_ASKED)
    field = known.field_of[name]
    if not field:
        return weight * _WAY_OF_WORKING
    # A word with two senses names concepts of other fields by chance.
    near = sum(known.nearness[field].get(other, 0.0) * share for other, share in shares.items())
    return weight * (_CHANCE + (1 - _CHANCE) * min(1.0, near / _MAIN_FIELD))


def _scores(asked: _Asked, index: StoryIndex) -> list[float]:
    own_size = sqrt(field_product(asked.shares, asked.shares, lexicon()))
    scores = []
    for at, told in enumerate(index.profiles):
        total = _shared(asked, told, index.average_length)
        if total:
            near = _UNKNOWN_FIELD * (1 - sum(index.shares[at].values()))
            both = field_product(asked.shares, index.shares[at], lexicon())
            if both:
                near += sum(index.shares[at].values()) * both / (own_size * index.sizes[at])
            total = (total + _SAME_FIELD) * (_OTHER_FIELD + near**_NEARNESS_POWER)
            if index.stories[at].expectation == Expectation.EXCEEDED:
                total *= _EXCEEDED
        # The order in which a set is added up differs from run to run, and so do the last digits.
        scores.append(round(total, 9))
    return scores


def _shared(asked: _Asked, told: Profile, average_length: float) -> float:
    """Add up the words and concepts that a story shares with the advert."""
    longer = 1 + _LENGTH_INFLUENCE * (told.length / average_length - 1)
    total = 0.0
    for stem in told.stems.keys() & asked.words.keys():
        count = told.stems[stem]
        total += asked.words[stem] * (_WORD_TOLD + 1) * count / (count + _WORD_TOLD * longer)
    for name in told.concepts.keys() & asked.concepts.keys():
        strength = told.concepts[name]
        total += asked.concepts[name] * strength / (strength + _CONCEPT_TOLD * longer)
    return total
