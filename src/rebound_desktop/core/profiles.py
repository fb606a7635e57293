"""What a piece of text is about: its stems, the concepts it speaks of, its fields of work."""

from collections import Counter
from dataclasses import dataclass

from rebound_desktop.core.lexicon import Lexicon, lexicon
from rebound_desktop.core.stemming import stems_of

#: A mention speaks for the concept's parents at this part of its strength.
_PARENT = 0.5
#: Field words that a text without any is thought to have: few words give unsure shares.
_DOUBT = 1.0
_LEAST_SHARE = 0.02


@dataclass(slots=True)
class Profile:
    """The counted content of one text."""

    stems: Counter[str]
    #: Name of a concept: strength, about the number of different words that speak of it.
    concepts: dict[str, float]
    #: Number of stems, function words inside phrases included.
    length: int


def profile(text: str) -> Profile:
    """Count what a text speaks of."""
    known = lexicon()
    stems = stems_of(text)
    counts = Counter(stems)
    concepts: dict[str, float] = {}
    strength = concepts.get
    for senses in filter(None, map(known.words.__getitem__, counts)):
        for concept, weight in senses:
            concepts[concept] = strength(concept, 0.0) + weight
    for pair in set(filter(known.phrases.__contains__, zip(stems, stems[1:], strict=False))):
        for rest, concept, weight in known.phrases[pair]:
            if not rest or _follows(stems, (*pair, *rest)):
                concepts[concept] = strength(concept, 0.0) + weight
    return Profile(counts, concepts, len(stems))


def _follows(stems: list[str], phrase: tuple[str, ...]) -> bool:
    at = -1
    for _ in range(stems.count(phrase[0])):
        at = stems.index(phrase[0], at + 1)
        if tuple(stems[at : at + len(phrase)]) == phrase:
            return True
    return False


def field_shares(concepts: dict[str, float]) -> dict[str, float]:
    """Share out the evidence for each field of work, all shares together below 1.

    Strong fields gain by the square, so that a few stray words do not blur what a text is about.
    """
    known = lexicon()
    evidence: dict[str, float] = {}
    for concept, strength in concepts.items():
        field = known.field_of[concept]
        if field:
            evidence[field] = evidence.get(field, 0.0) + strength
    if not evidence:
        return {}
    total = sum(evidence.values())
    scale = (1.0 + _DOUBT / total) * sum(each * each for each in evidence.values())
    shares = {field: each * each / scale for field, each in evidence.items()}
    return {field: share for field, share in shares.items() if share > _LEAST_SHARE}


def with_parents(concepts: dict[str, float]) -> dict[str, float]:
    """Add a part of each strength to the nearby concepts that a mention also speaks for."""
    known = lexicon()
    wider = dict(concepts)
    for concept, strength in concepts.items():
        for parent in known.parents_of[concept]:
            wider[parent] = wider.get(parent, 0.0) + _PARENT * strength
    return wider


def field_product(mine: dict[str, float], theirs: dict[str, float], known: Lexicon) -> float:
    """Give the product of two sets of shares, in which near fields count in part."""
    total = 0.0
    for field, share in mine.items():
        near = known.nearness[field]
        for other, other_share in theirs.items():
            if other in near:
                total += share * other_share * near[other]
    return total
