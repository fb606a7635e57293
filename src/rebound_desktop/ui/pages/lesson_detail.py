"""One lesson, beside the list: its words, what it is for, and what became of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rebound_desktop.core.vocabulary import LessonState
from rebound_desktop.models.lesson_table import origin_text, stage_choices
from rebound_desktop.models.words import long_day, values, word
from rebound_desktop.store import lesson_list, lessons
from rebound_desktop.store.changes import Change
from rebound_desktop.ui.widgets.autosave import Autosave
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.empty_state import EmptyState
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field, TextArea
from rebound_desktop.ui.widgets.scrolled import scrolled
from rebound_desktop.ui.widgets.text import PlainLabel


class LessonDetail(QFrame):
    """Shows one lesson and lets the person work on it.

    ``rejection_asked`` with the id of the rejection it comes from, ``delete_asked`` with its own.
    """

    rejection_asked = Signal(int)
    delete_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Lesson"))
        self._id = 0
        self._rejection_id = 0
        self._autosave = Autosave(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        outer.addWidget(self._stack)
        self._stack.addWidget(EmptyState("rejections", self.tr("Choose a lesson to work on it.")))
        inside = QWidget()
        column = QVBoxLayout(inside)
        self._stack.addWidget(scrolled(inside))
        column.setContentsMargins(18, 16, 14, 12)
        column.setSpacing(12)
        self.text = TextArea(lines=3, most=16)
        column.addWidget(Field(self.tr("One thing to do next time"), self.text))
        self.stage = ChoiceEdit(stage_choices())
        column.addWidget(Field(self.tr("For which kind of interview"), self.stage))
        self.state = ChoiceEdit([(each, word("lesson", each)) for each in values("lesson")])
        column.addWidget(Field(self.tr("What became of it"), self.state))
        self._tried = PlainLabel("", "smallSecond", wrap=True)
        column.addWidget(self._tried)
        self._origin = PlainLabel("", "second", wrap=True)
        column.addWidget(self._origin)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.open_rejection = button(
            self.tr("Open the rejection"), lambda: self.rejection_asked.emit(self._rejection_id)
        )
        line.addWidget(self.open_rejection)
        line.addStretch(1)
        self.delete = button(
            self.tr("Delete"),
            lambda: self.delete_asked.emit(self._id),
            kind="link",
            name=self.tr("Delete lesson"),
        )
        line.addWidget(self.delete)
        column.addLayout(line)
        column.addStretch(1)
        self._autosave.watch(self.text, self._save)
        self.stage.chosen.connect(lambda value: lessons.set_stage(self._id, value))
        self.state.chosen.connect(lambda value: lessons.set_state(self._id, LessonState(value)))

    def show_lesson(self, lesson_id: int) -> None:
        """Show a lesson; 0 shows none."""
        if lesson_id != self._id:
            self.flush()
            self._id = lesson_id
        row = lesson_list.rows([lesson_id]).get(lesson_id) if lessons.get(lesson_id) else None
        if row is None:
            self._stack.setCurrentIndex(0)
            return
        self._stack.setCurrentIndex(1)
        self._rejection_id = row.rejection_id
        self._autosave.fill(self.text, row.text)
        self.stage.set_value(row.stage)
        self.state.set_value(row.state)
        if row.tried_on is not None:
            self._tried.setText(self.tr("First tried {day}").format(day=long_day(row.tried_on)))
        self._tried.setVisible(row.tried_on is not None)
        self._origin.setText(origin_text(row))
        self.open_rejection.setVisible(bool(row.rejection_id))

    def take_change(self, change: Change) -> None:
        """Show what a write changed."""
        if self._id and change.touches(*lesson_list.TABLES):
            self.show_lesson(self._id)

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
        self._autosave.flush()

    def focus_inside(self) -> None:
        """Put the cursor into the lesson's words."""
        if self._stack.currentIndex():
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, text: str) -> None:
        # An emptied lesson is one that is being rewritten; until then the old words stand.
        if text.strip():
            lessons.edit(self._id, text, merge=f"lesson-{self._id}-text")
