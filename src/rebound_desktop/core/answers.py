"""Which stories answer a question."""

from collections.abc import Iterable
from dataclasses import replace

from rebound_desktop.core.matching import Match, StoryIndex, rank
from rebound_desktop.core.plain_text import folded

#: What each competency is worth that a story carries and the question asks for.
_SHARED = 0.5
#: Below this score a story shares little but a word by chance.
_LEAST = 0.05
#: How many are given at most: as many as are worth reading before an answer.
_MOST = 8


def answers(question: str, competencies: Iterable[str], index: StoryIndex) -> list[Match]:
    """Give the stories that answer a question, the best first; at most eight of them.

    A story counts for the competencies it carries of those that the question asks for, and for
    its words. The scores are for comparing only; ``because`` begins with the shared competencies.
    """
    names = {folded(each): each for each in competencies}
    matches = {each.id: each for each in rank(_as_advert(question, names.values()), index, None)}
    found: list[tuple[float, Match]] = []
    for story in index.stories:
        shared = [names[folded(each)] for each in story.competencies if folded(each) in names]
        match = matches.get(story.id) or Match(story.id, story.title, 0.0, [], [])
        score = match.score + _SHARED * len(shared)
        if score >= _LEAST:
            known = {folded(each) for each in shared}
            because = shared + [each for each in match.because if folded(each) not in known]
            found.append((score, replace(match, score=score, because=because)))
    found.sort(key=lambda each: -each[0])
    return [match for _, match in found[:_MOST]]


def _as_advert(question: str, names: Iterable[str]) -> str:
    return "\n".join(f"- {each}" for each in (question, *names))
