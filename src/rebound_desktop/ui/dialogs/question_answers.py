"""Looking beside the window for the stories that answer a question."""

from PySide6.QtCore import QObject, Signal

from rebound_desktop.core.answers import answers
from rebound_desktop.core.matching import Match, StoryIndex
from rebound_desktop.desktop.background import Job
from rebound_desktop.store import story_texts


class QuestionAnswers(QObject):
    """Keeps the stories as they were read first; ``found`` carries a list of matches.

    Only the answer to the last question is given.
    """

    found = Signal(list)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._index: StoryIndex | None = None
        self._asked = ""

    def ask(self, question: str, competencies: tuple[str, ...]) -> None:
        """Look for the stories that answer a question with these competencies."""
        self._asked = question
        known = self._index

        def work() -> tuple[str, StoryIndex, list[Match]]:
            index = known if known is not None else StoryIndex(story_texts.read())
            return question, index, answers(question, competencies, index)

        job = Job(work)
        job.done.connect(self._take)
        job.start()

    def _take(self, answer: tuple[str, StoryIndex, list[Match]]) -> None:
        question, self._index, matches = answer
        if question == self._asked:
            self.found.emit(matches)
