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


class Explainer:
    """Explains one story after another for what an advert asks for."""

    def __init__(self, words: Mapping[str, float], concepts: Mapping[str, float]) -> None:
        """Take the weight of each stem and of each concept that is asked for."""
        self._concepts = concepts
        self._weights = _Weights(words, concepts)

    def explain(self, parts: Mapping[str, str]) -> tuple[list[str], list[Passage]]:
        """Give the words of a story that weigh most for what is asked, and where they stand.

        Args:
            parts: The texts of the story by the name of the part.

        Returns:
            The words as the story has them, the weightiest first, each once; and the passages,
            in the order of the story, neighbouring words as one.
        """
        found = [
            (weight, Passage(part, start, end), stem)
            for part, text in parts.items()
            if text
            for weight, start, end, stem in self._weighed(text)
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

    def _weighed(self, text: str) -> list[tuple[float, int, int, str]]:
        """List (weight, start, end, stem) of the words and phrases that are asked for."""
        phrases = lexicon().phrases
        placed = placed_stems_of(text)
        stems = [stem for stem, _, _ in placed]
        weighed: list[tuple[float, int, int, str]] = []
        for at, (stem, start, end) in enumerate(placed):
            following = stems[at + 1] if at + 1 < len(stems) else ""
            weight = self._weights[stem]
            if (stem, following) in phrases:
                for rest, concept, strength in phrases[stem, following]:
                    if concept not in self._concepts:
                        continue
                    if tuple(stems[at + 2 : at + 2 + len(rest)]) == rest:
                        weight += strength * self._concepts[concept]
                        end = placed[at + 1 + len(rest)][2]
                        stem = " ".join(stems[at : at + 2 + len(rest)])
            if weight:
                weighed.append((round(weight, 9), start, end, stem))
        return weighed


class _Weights(dict[str, float]):
    """A growing map from stems to their weight, the concepts they speak of included."""

    def __init__(self, words: Mapping[str, float], concepts: Mapping[str, float]) -> None:
        super().__init__()
        self._words = words
        self._concepts = concepts

    def __missing__(self, stem: str) -> float:
        weight = self[stem] = self._words.get(stem, 0.0) + sum(
            strength * self._concepts.get(concept, 0.0)
            for concept, strength in lexicon().words[stem]
        )
        return weight


def _touches(last: Passage, following: Passage, text: str) -> bool:
    """Say whether a passage goes on where the last one ends, a space or a hyphen between."""
    same = last.field == following.field
    return same and not text[last.end : following.start].strip(" -")
