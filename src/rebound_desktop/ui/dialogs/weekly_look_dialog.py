"""The weekly look: what was done, what is open, and one small plan."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.core import clock
from rebound_desktop.core.followups import next_working_day
from rebound_desktop.core.weekly_look import first_day
from rebound_desktop.models import week_words
from rebound_desktop.store import application_list, followups, plans, weekly_look
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.autosave import Autosave, may_close, text_of
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.fields import DayEdit, Field, TextArea
from rebound_desktop.ui.widgets.scrolled import scrolled
from rebound_desktop.ui.widgets.text import PlainLabel

#: How many things that are due are read.
_DUE = 50


class WeeklyLookDialog(QDialog):
    """Two minutes for the week; the plan is saved as it is typed. ``finished_look`` with Done."""

    finished_look = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._autosave = Autosave(self)
        self.setWindowTitle(self.tr("The week"))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(12)
        area = scrolled(inside)
        self._column.setContentsMargins(24, 4, 24, 4)
        self._show_done()
        self._show_open()
        self._add_plan()
        self._column.addStretch(1)

        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 20, 0, 18)
        outer.setSpacing(12)
        title = PlainLabel(self.tr("Two minutes for the week"), "title", wrap=True)
        title.setContentsMargins(24, 0, 24, 0)
        outer.addWidget(title)
        outer.addWidget(area, 1)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addStretch(1)
        self.later = button(self.tr("Later"), self.reject)
        self.ready = button(self.tr("Done"), self._finish)
        self.ready.setDefault(True)
        row.addWidget(self.later)
        row.addWidget(self.ready)
        outer.addLayout(row)
        self._fit()
        self.if_edit.setFocus()

    def done(self, result: int) -> None:
        if may_close(self, partial(self.done, result)):
            super().done(result)

    def _fit(self) -> None:
        """Take the room that a week wants, within the window behind."""
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        width = max(560, int(theme().points() * 52))
        self.resize(min(width, room.width() - 40), min(int(width * 1.15), room.height() - 24))

    def _finish(self) -> None:
        self.finished_look.emit()
        self.accept()

    # What is shown

    def _show_done(self) -> None:
        today = clock.today()
        card = Card(self.tr("What you did"), kind="raised")
        found = week_words.done(weekly_look.week(first_day(today), today))
        for heading, lines in found:
            _add_lines(card, heading, lines)
        if not found:
            card.column.addWidget(
                PlainLabel(
                    self.tr("Nothing is noted for the last seven days. That is fine."),
                    "second",
                    wrap=True,
                )
            )
        self._column.addWidget(card)

    def _show_open(self) -> None:
        card = Card(self.tr("What is open"), kind="raised")
        due = [each.title for each in followups.to_do(_DUE, until=clock.today())]
        if due:
            _add_lines(card, self.tr("Due"), week_words.named(due))
        without = application_list.count_without_next_step()
        if without == 1:
            sentence = self.tr("One application has no next step.")
        elif without:
            sentence = self.tr("{count} applications have no next step.").format(count=without)
        elif due:
            sentence = self.tr("Every application in process has its next step.")
        else:
            sentence = self.tr("Nothing is due, and no next step is missing.")
        card.column.addWidget(PlainLabel(sentence, "second", wrap=True))
        self._column.addWidget(card)

    # The plan

    def _add_plan(self) -> None:
        plan = weekly_look.open_plan()
        self._plan_id = int(plan.id) if plan is not None else 0
        card = Card(self.tr("One small plan for the week"), kind="raised")
        self.if_edit = TextArea(lines=1, most=4)
        self.if_edit.setPlaceholderText(self.tr("it is Tuesday after breakfast"))
        self.then_edit = TextArea(lines=1, most=4)
        self.then_edit.setPlaceholderText(self.tr("write to one person I like"))
        self.day = DayEdit((plan and plan.due_on) or next_working_day(clock.today()))
        self._autosave.fill(self.if_edit, plan.if_text if plan else "")
        self._autosave.fill(self.then_edit, plan.then_text if plan else "")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Field(self.tr("If"), self.if_edit), 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Field(self.tr("I will"), self.then_edit), 1, Qt.AlignmentFlag.AlignTop)
        card.column.addLayout(row)
        card.column.addWidget(Field(self.tr("Read it back on"), self.day))
        self._column.addWidget(card)
        for each in (self.if_edit, self.then_edit):
            self._autosave.watch(each, lambda _text: self._save())
        self._autosave.hold(self.day, self._save)
        self.day.dateChanged.connect(lambda _day: self._autosave.note_now(self.day))

    def _save(self) -> None:
        if_text, then_text = text_of(self.if_edit), text_of(self.then_edit)
        title = week_words.plan_title(if_text, then_text)
        self._plan_id = plans.save_free(self._plan_id, if_text, then_text, self.day.day(), title)


def _add_lines(card: Card, heading: str, lines: list[str]) -> None:
    part = QVBoxLayout()
    part.setSpacing(2)
    part.addWidget(PlainLabel(heading, "strong"))
    for line in lines:
        part.addWidget(PlainLabel(line, "second", wrap=True))
    card.column.addLayout(part)
