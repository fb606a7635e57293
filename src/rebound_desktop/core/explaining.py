"""The words and passages of a story that made it fit an advert."""

from collections.abc import Mapping
from dataclasses import dataclass

from rebound_desktop.core.lexicon import lexicon
from rebound_desktop.core.stemming import placed_stems_of

_MOST_WORDS = 8
#: A word is shown where it weighs this part of the weightiest one.
_WORTH_SHOWING = 0.2


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one part of a story: offsets into the text of `field` ("title", "action"…)."""

    field: str
    start: int
    end: int


def explain(
    parts: Mapping[str, str], words: Mapping[str, float], concepts: Mapping[str, float]
) -> tuple[list[str], list[Passage]]:
    """Give the words of a story that weigh most for what is asked, and where they stand.

    Args:
        parts: The texts of the story by the name of the part.
        words: The weight of each stem that is asked for.
        concepts: The weight of each concept that is asked for.

    Returns:
        The words as the story has them, the weightiest first, each once; and the passages, in
        the order of the story, neighbouring words as one.
    """
    found = [
        (weight, Passage(part, start, end), stem)
        for part, text in parts.items()
        for weight, start, end, stem in _weighed(text, words, concepts)
    ]
    enough = _WORTH_SHOWING * max((weight for weight, *_ in found), default=0.0)
    runs: list[tuple[float, Passage, set[str]]] = []
    for weight, here, stem in found:
        if weight < enough:
            continue
        if runs and _touches(runs[-1][1], here, parts[here.field]):
            before, last, stems = runs[-1]
            joined = Passage(here.field, last.start, max(last.end, here.end))
            runs[-1] = (before + weight, joined, stems | {stem})
        else:
            runs.append((weight, here, {stem}))
    said: set[str] = set()
    because: list[str] = []
    for _, run, stems in sorted(runs, key=lambda each: -each[0]):
        if len(because) < _MOST_WORDS and not stems <= said:
            said |= stems
            because.append(" ".join(parts[run.field][run.start : run.end].split()))
    return because, [run for _, run, _ in runs]


def _touches(last: Passage, following: Passage, text: str) -> bool:
    """Say whether a passage goes on where the last one ends, a space or a hyphen between."""
    same = last.field == following.field
    return same and not text[last.end : following.start].strip(" -")


def _weighed(
    text: str, words: Mapping[str, float], concepts: Mapping[str, float]
) -> list[tuple[float, int, int, str]]:
    """List (weight, start, end, stem) of the words and phrases that are asked for."""
    known = lexicon()
    placed = placed_stems_of(text)
    stems = [stem for stem, _, _ in placed]
    weighed: list[tuple[float, int, int, str]] = []
    for at, (stem, start, end) in enumerate(placed):
        weight = words.get(stem, 0.0) + sum(
            strength * concepts.get(concept, 0.0) for concept, strength in known.words[stem]
        )
        following = stems[at + 1] if at + 1 < len(stems) else ""
        for rest, concept, strength in known.phrases.get((stem, following), ()):
            if concept in concepts and tuple(stems[at + 2 : at + 2 + len(rest)]) == rest:
                weight += strength * concepts[concept]
                end = placed[at + 1 + len(rest)][2]
                stem = " ".join(stems[at : at + 2 + len(rest)])
        if weight:
            weighed.append((round(weight, 9), start, end, stem))
    return weighed
