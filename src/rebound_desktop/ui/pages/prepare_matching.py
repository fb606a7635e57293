"""Ranking the stories for an advert beside the window."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from rebound_desktop.core.matching import Match, StoryIndex, rank, uncovered
from rebound_desktop.core.requirements import Requirement, key_phrases, requirements
from rebound_desktop.desktop.background import Job
from rebound_desktop.store import story_texts

#: How many stories are explained; further ones are hardly told.
_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Fit:
    """What an advert asks for, and the stories that answer it."""

    advert: str
    places: list[tuple[int, int]] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)
    uncovered: list[Requirement] = field(default_factory=list)


class Matcher(QObject):
    """Ranks in a thread and keeps the stories as they were read; ``found`` carries a Fit.

    Only the answer to the last question is given.
    """

    found = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._index: StoryIndex | None = None
        self._asked: tuple[str, int] | None = None
        self._state = 0  # counts the changes of the stories

    def stories_changed(self) -> None:
        """Read the stories anew at the next question."""
        self._index = None
        self._state += 1

    def ask(self, advert: str) -> None:
        """Rank the stories for an advert; an empty one answers itself.

        The same question about the same stories is not answered twice.
        """
        if self._asked == (advert, self._state):
            return
        self._asked = (advert, self._state)
        if not advert.strip():
            self.found.emit(Fit(advert))
            return
        index, asked = self._index, self._asked
        job = Job(lambda: (asked, *_fit(advert, index)))
        job.done.connect(self._take)
        job.start()

    def _take(self, answer: tuple[tuple[str, int], Fit, StoryIndex]) -> None:
        asked, fit, index = answer
        if asked[1] == self._state:
            self._index = index
        if asked == self._asked:
            self.found.emit(fit)


def _fit(advert: str, index: StoryIndex | None) -> tuple[Fit, StoryIndex]:
    known = index if index is not None else StoryIndex(story_texts.read())
    wanted = requirements(advert)
    fit = Fit(
        advert,
        key_phrases(advert, wanted),
        rank(advert, known, limit=_SHOWN),
        uncovered(advert, known),
    )
    return fit, known
