"""The questions of the story editor when it asks one at a time."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.text import PlainLabel

#: The fields that one step shows, in the order in which they are asked.
STEPS: tuple[tuple[str, ...], ...] = (
    ("title", "moment"),
    ("situation",),
    ("task",),
    ("obstacle",),
    ("action",),
    ("result", "expectation"),
    ("learned",),
    ("applied",),
    ("happened", "competencies"),
)


def first_open(texts: Mapping[str, str]) -> int:
    """Return the number of the step to begin with: the first that nothing is written in."""
    for number, names in enumerate(STEPS):
        if not any(texts.get(name, "").strip() for name in names):
            return number
    return 0


class StoryQuestion(QWidget):
    """The question of a step and its place in the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        self.place = PlainLabel("", "small")
        column.addWidget(self.place)
        self.question = PlainLabel("", "heading", wrap=True)
        column.addWidget(self.question)

    def show_step(self, step: int) -> None:
        """Show the question of a step, counted from 0."""
        self.place.setText(
            self.tr("Question {number} of {total}").format(number=step + 1, total=len(STEPS))
        )
        self.question.setText(_questions()[step])


class StepButtons(QWidget):
    """Back and Next; ``moved`` is emitted with the number of the step to show."""

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._step = 0
        self.back = button(self.tr("Back"), lambda: self.moved.emit(self._step - 1))
        self.next = button(self.tr("Next"), lambda: self.moved.emit(self._step + 1), kind="primary")
        row.addWidget(self.back)
        row.addWidget(self.next)

    def show_step(self, step: int) -> None:
        """Offer what can be reached from a step, counted from 0."""
        self._step = step
        self.back.setEnabled(step > 0)
        self.next.setVisible(step < len(STEPS) - 1)


def _questions() -> tuple[str, ...]:
    def say(text: str) -> str:
        return QCoreApplication.translate("StoryQuestion", text)

    return (
        say("What happened? A few words you will know it by, or one line, are enough."),
        say("Where were you, and what was going on?"),
        say("What was asked of you, or what did you set out to do?"),
        say("What stood in the way? This may stay empty."),
        say("What did you do, step by step?"),
        say("What came of it? What was expected, and did you meet it or go beyond?"),
        say("What do you know now that you did not know before?"),
        say("Where did it help you since?"),
        say("When was it, and what does it show about you?"),
    )
