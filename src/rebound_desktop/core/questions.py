"""Which behavioural questions an advert makes likely."""

from collections.abc import Mapping, Sequence

from rebound_desktop.core.adverts import pieces
from rebound_desktop.core.lexicon import lexicon
from rebound_desktop.core.lexicon.frameworks import CONCEPTS_OF
from rebound_desktop.core.profiles import profile, with_parents
from rebound_desktop.core.question_bank import Question

#: What an own word of the question counts beside the competencies it asks for.
_OWN_WORDS = 0.5
#: A competency that an earlier question of the list asks for counts this part.
_ASKED_ALREADY = 0.45
_HALF_WEIGHT = 2.0


def likely_questions(advert: str, questions: Sequence[Question], limit: int = 10) -> list[Question]:
    """Give the questions that an advert makes likely, the likeliest first.

    A question counts for the ways of working that the advert asks for; one that asks for what
    an earlier one asked for already comes later, so that the list covers the advert. An advert
    that asks for none of them gives an empty list.
    """
    asked = _asked(advert)
    open_questions = [(each, _fit(each, asked)) for each in questions]
    open_questions = [(each, fit) for each, fit in open_questions if fit]
    chosen: list[Question] = []
    used: dict[str, float] = {}
    while open_questions and len(chosen) < limit:
        best = max(open_questions, key=lambda each: _total(each[1], used))
        open_questions.remove(best)
        chosen.append(best[0])
        for concept in best[1]:
            used[concept] = used.get(concept, 1.0) * _ASKED_ALREADY
    return chosen


def _asked(advert: str) -> dict[str, float]:
    """Weigh the ways of working that an advert asks for."""
    known = lexicon()
    concepts: dict[str, float] = {}
    for piece in pieces(advert):
        for name, strength in profile(piece.text).concepts.items():
            if not known.field_of[name]:
                concepts[name] = concepts.get(name, 0.0) + piece.weight * min(strength, 1.0)
    return {name: each / (each + _HALF_WEIGHT) for name, each in with_parents(concepts).items()}


def _fit(question: Question, asked: Mapping[str, float]) -> dict[str, float]:
    """Give the weight of each asked concept that a question speaks of.

    The first competency of a question counts in full, the others less.
    """
    speaks: dict[str, float] = {}
    for place, name in enumerate(question.competencies):
        for concept in CONCEPTS_OF.get(name, ()):
            speaks[concept] = max(speaks.get(concept, 0.0), 1.0 / (1 + place))
    for concept, strength in profile(question.text).concepts.items():
        speaks[concept] = speaks.get(concept, 0.0) + _OWN_WORDS * min(strength, 1.0)
    total = sum(speaks.values()) ** 0.5
    return {
        concept: asked[concept] * weight / total
        for concept, weight in speaks.items()
        if asked.get(concept)
    }


def _total(fit: Mapping[str, float], used: Mapping[str, float]) -> float:
    return sum(weight * used.get(concept, 1.0) for concept, weight in fit.items())
