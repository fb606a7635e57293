"""The tab Lessons: what to do next time, and what became of it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.core.vocabulary import LessonState
from rebound_desktop.models.words import values, word
from rebound_desktop.store import lessons
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Lesson, Rejection
from rebound_desktop.ui.pages.rejection_tab import RejectionTab
from rebound_desktop.ui.widgets.autosave import Autosave, flush_all
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field, TextArea
from rebound_desktop.ui.widgets.kept_line import KeptLine
from rebound_desktop.ui.widgets.keyed_column import KeyedColumn
from rebound_desktop.ui.widgets.text import PlainLabel


class LessonsTab(RejectionTab):
    """Lists, adds and changes the lessons from a rejection."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rejection_id = 0
        self._autosave = Autosave(self)
        self._empty = PlainLabel(
            self.tr("No lesson from this one yet, and there need not be."), "second", wrap=True
        )
        self.column.addWidget(self._empty)
        rows = QVBoxLayout()
        rows.setSpacing(8)
        self.column.addLayout(rows)
        self.rows = KeyedColumn[_LessonRow](rows)
        self.new = KeptLine()
        self.new.setPlaceholderText(self.tr("One thing to do next time"))
        self.new.enter_with(self._add)
        self._field = Field(self.tr("New lesson"), self.new)
        self.column.addWidget(self._field)
        line = QHBoxLayout()
        line.addWidget(button(self.tr("Keep lesson"), self._add))
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addStretch(1)

    def show_rejection(self, rejection: Rejection) -> None:
        if rejection.id != self._rejection_id:
            self.flush()
            self._rejection_id = rejection.id
            self.new.keep_as(f"rejections {rejection.id}", "a lesson")
            self._field.refuse("")
        found = {each.id: each for each in lessons.of_rejection(rejection.id)}
        self.rows.keep(list(found), lambda number: _LessonRow(number, self._autosave))
        for number, lesson in found.items():
            self.rows.widgets[number].show_lesson(lesson)
        self._empty.setVisible(not found)

    def flush(self) -> None:
        flush_all(self)

    def _add(self) -> None:
        self._field.refuse("")
        try:
            lessons.keep(self._rejection_id, self.new.text())
        except RefusedError as refusal:
            self._field.refuse(str(refusal))
        else:
            self.new.clear()


class _LessonRow(Card):
    def __init__(self, lesson_id: int, autosave: Autosave) -> None:
        super().__init__(kind="raised")
        self._id = lesson_id
        self._autosave = autosave
        self.column.setContentsMargins(10, 10, 10, 10)
        self.text = TextArea(lines=1, most=10)
        self.text.setAccessibleName(self.tr("Lesson"))
        autosave.watch(self.text, self._save)
        self.column.addWidget(self.text)
        self.state = ChoiceEdit([(each, word("lesson", each)) for each in values("lesson")])
        self.state.setAccessibleName(self.tr("What became of it"))
        self.state.chosen.connect(lambda value: lessons.set_state(lesson_id, LessonState(value)))
        line = QHBoxLayout()
        line.addWidget(self.state, 1)
        line.addWidget(
            button(
                self.tr("Delete"),
                lambda: lessons.delete(lesson_id),
                kind="link",
                name=self.tr("Delete lesson"),
            )
        )
        self.column.addLayout(line)

    def show_lesson(self, lesson: Lesson) -> None:
        self._autosave.fill(self.text, lesson.text)
        self.state.set_value(lesson.state)

    def _save(self, text: str) -> None:
        # An emptied lesson is one that is being rewritten; until then the old words stand.
        if text.strip():
            lessons.edit(self._id, text, merge=f"lesson-{self._id}-text")
