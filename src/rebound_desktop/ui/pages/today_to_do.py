"""What there is to do, by day, on Today."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from rebound_desktop.core import clock
from rebound_desktop.store import followups
from rebound_desktop.store.followups import ToDo
from rebound_desktop.ui.pages.today_to_do_row import ToDoRow
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.text import Pill, PlainLabel

#: What is due after this time stands under "Later".
_SOON = timedelta(days=14)
#: How many lines are shown at first, and how many more each time that is asked for.
_LINES = 20


class ToDoCard(Card):
    """Lists the open follow-ups. What is to be done to one goes up by signal.

    ``done_asked``, ``drop_asked``, ``copy_asked``, ``edit_asked`` and ``open_asked`` with its id,
    ``move_asked`` with its id and the day, or None where the day is still to be chosen.
    """

    add_asked = Signal()
    done_asked = Signal(int)
    drop_asked = Signal(int)
    copy_asked = Signal(int)
    edit_asked = Signal(int)
    open_asked = Signal(object)
    letter_asked = Signal(int)
    move_asked = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("To do"), parent=parent)
        self._rows: dict[int, ToDoRow] = {}
        self._limit = _LINES
        self._due = Pill("", "plain")
        self.action_row.insertWidget(1, self._due)
        self.add = button(
            self.tr("Add…"), self.add_asked.emit, kind="link", name=self.tr("Add something to do")
        )
        self.action_row.addWidget(self.add)
        self.column.setSpacing(0)
        self.column.setContentsMargins(18, 12, 18, 14)
        self._empty = PlainLabel(
            self.tr("Nothing to do right now. What you plan for a day comes up here."),
            "second",
            wrap=True,
        )
        self._empty.setContentsMargins(0, 10, 0, 8)
        self.column.addWidget(self._empty)
        self._first = self.column.count()
        self.more = button(self.tr("Show more"), self._show_more, kind="link")
        self.column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
        self.later = button("", self.refresh, kind="link")
        self.later.setCheckable(True)
        self.column.addWidget(self.later, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show what is to do now; rows that stay keep the focus."""
        soon = clock.today() + _SOON
        lines = followups.to_do(self._limit, until=soon)
        in_time = followups.count(until=soon)
        count_later = followups.count(after=soon)
        later = followups.to_do(self._limit, after=soon) if self.later.isChecked() else []
        due = followups.count_due()
        self._due.setText(self.tr("{count} due").format(count=due))
        self._due.setVisible(due > 0)
        self._empty.setVisible(in_time == 0)
        self.more.setVisible(max(in_time, count_later if later else 0) > self._limit)
        self.later.setVisible(count_later > 0)
        self.later.setText(
            (self.tr("Hide what comes later") if later else self.tr("Later ({count})")).format(
                count=count_later
            )
        )
        self._set_rows(lines, later)

    def _show_more(self) -> None:
        self._limit += _LINES
        self.refresh()

    def _set_rows(self, lines: list[ToDo], later: list[ToDo]) -> None:
        before = list(self._rows)
        wanted = {each.id for each in [*lines, *later]}
        focused = next((i for i in before if self._rows[i].has_focus()), None)
        for gone in [each for each in before if each not in wanted]:
            row = self._rows.pop(gone)
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, line in enumerate(lines):
            self._place(line, self._first + place)
        for place, line in enumerate(later):
            # The two buttons stand between what comes soon and what comes later.
            self._place(line, self._first + len(lines) + 2 + place)
        if focused is not None and focused not in self._rows:
            self._focus_beside(before, before.index(focused))

    def _place(self, line: ToDo, place: int) -> None:
        row = self._rows.get(line.id)
        if row is None:
            row = self._rows[line.id] = ToDoRow(line.id, self)
            self._wire(row)
        row.show_line(line)
        if self.column.indexOf(row) != place:
            self.column.removeWidget(row)
            self.column.insertWidget(place, row)

    def _wire(self, row: ToDoRow) -> None:
        row.done_asked.connect(self.done_asked)
        row.drop_asked.connect(self.drop_asked)
        row.copy_asked.connect(self.copy_asked)
        row.edit_asked.connect(self.edit_asked)
        row.open_asked.connect(self.open_asked)
        row.letter_asked.connect(self.letter_asked)
        row.move_asked.connect(self.move_asked)
        row.step_asked.connect(self._step)

    def _focus_beside(self, before: list[int], place: int) -> None:
        """Put the focus on the row that came after the one that went, or before it."""
        for each in [*before[place + 1 :], *reversed(before[:place])]:
            if each in self._rows:
                self._rows[each].take_focus()
                return
        self.add.setFocus()

    def _step(self, row_id: int, step: int) -> None:
        """Move the focus to the row above or below."""
        rows = sorted(self._rows.values(), key=self.column.indexOf)
        place = rows.index(self._rows[row_id]) + step
        if 0 <= place < len(rows):
            rows[place].take_focus()
