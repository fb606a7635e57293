"""What an advert asks for, piece by piece."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from rebound_desktop.core.adverts import COMMON_STEMS, TITLE_WEIGHT, pieces
from rebound_desktop.core.competencies import NAMES
from rebound_desktop.core.explaining import Explainer
from rebound_desktop.core.lexicon import lexicon
from rebound_desktop.core.lexicon.frameworks import CONCEPTS_OF
from rebound_desktop.core.plain_text import has_unspaced_script
from rebound_desktop.core.profiles import Profile, profile

_LEAST_WEIGHT = 0.6
_MOST = 40
_MOST_WORDS = 60
_FOREIGN_WORD = 0.4
_WAY_OF_WORKING = 0.7
_MOST_STRENGTH = 1.5
#: How many spaces may stand between two words that are picked out as one place.
_NEAR = 2
_STOPS = re.compile(r"[.,;:!?•\n]")
#: Papers and dates are shown by a certificate; no story is missing for them.
_PAPERS = re.compile(
    r"(?i)\b(?:bachelor|master|degree|diploma|phd|gcse|a[- ]levels?|licen[cs]e|certificat"
    r"|registration"
    r"|right to work|dbs|eligible to|years?.{0,12} experience|vaccin|apprenticeship|references"
    r"|native|citizen)"
)


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing an advert asks for; offsets are those of the advert's text."""

    text: str
    start: int
    end: int
    weight: float
    #: What a story has to speak of: stems and concepts with their share.
    needs: dict[str, float] = field(repr=False, hash=False, default_factory=dict)


def requirements(advert: str) -> list[Requirement]:
    """Pick the requirements out of an advert, in its order; at most forty, the weightiest.

    Company talk, pay and benefits are left out, and so are pieces that only ask for papers
    (degrees, licences, years). An advert without any sentence about work gives an empty list.
    """
    found = []
    for piece in pieces(advert):
        if (
            piece.is_heading
            or not _LEAST_WEIGHT <= piece.weight < TITLE_WEIGHT
            or len(piece.text.split()) > _MOST_WORDS
        ):
            continue
        needs = _needs(piece.text)
        if not needs or _PAPERS.search(piece.text):
            continue
        found.append(Requirement(piece.text, piece.start, piece.end, piece.weight, needs))
    heaviest = sorted(found, key=lambda each: -each.weight)[:_MOST]
    return sorted(heaviest, key=lambda each: each.start)


def key_phrases(advert: str, wanted: Iterable[Requirement]) -> list[tuple[int, int]]:
    """Give the places in the advert (start, end) at which its requirements say what is needed.

    Neighbouring words that need the same or belong together make one place.
    """
    places: list[tuple[int, int]] = []
    for each in wanted:
        words = {name: share for name, share in each.needs.items() if name[0] != "="}
        concepts = {name[1:]: share for name, share in each.needs.items() if name[0] == "="}
        _, passages = Explainer(words, concepts).explain({"": each.text})
        at = each.start
        for passage in passages:
            start, end = at + passage.start, at + passage.end
            gap = advert[places[-1][1] : start] if places and places[-1][1] > at else None
            if gap is not None and gap.count(" ") <= _NEAR and not _STOPS.search(gap):
                places[-1] = (places[-1][0], end)
            else:
                places.append((start, end))
    return places


def coverage(requirement: Requirement, told: Profile) -> float:
    """Give the share, 0 to 1, of what a requirement needs that a story speaks of."""
    got = 0.0
    for need, share in requirement.needs.items():
        if need[0] == "=":
            got += share * min(1.0, told.concepts.get(need[1:], 0.0))
        elif need in told.stems:
            got += share
    return got


def _needs(text: str) -> dict[str, float]:
    known = lexicon()
    content = profile(text)
    needs = {
        "=" + name: min(strength, _MOST_STRENGTH)
        * (1.0 if known.field_of[name] else _WAY_OF_WORKING)
        for name, strength in content.concepts.items()
    }
    if not needs and not has_unspaced_script(text):
        return {}
    for stem in content.stems:
        if stem[0] != "." and stem not in COMMON_STEMS and not known.words[stem]:
            needs[stem] = _FOREIGN_WORD
    total = sum(needs.values())
    # Without a known concept only a script cut into pairs goes on: a pair is hardly chance.
    return {need: weight / total for need, weight in needs.items()}


def competency_for(requirement: Requirement) -> list[tuple[str, str]]:
    """Give the competency that a requirement asks for, as (framework, name), or an empty list."""
    wanted = {need[1:]: share for need, share in requirement.needs.items() if need[0] == "="}
    best, found = 0.0, []
    for framework, names in NAMES.items():
        for name in names:
            concepts = CONCEPTS_OF.get(name, ())
            fit = sum(wanted.get(each, 0.0) for each in concepts) / max(1, len(concepts))
            if fit > best:
                best, found = fit, [(str(framework), name)]
    return found
