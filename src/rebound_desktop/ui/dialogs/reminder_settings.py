"""Reminders and the weekly look, as a part of the settings."""

from datetime import time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QTimeEdit, QVBoxLayout, QWidget

from rebound_desktop.core import clock
from rebound_desktop.core.weekly_look import next_on
from rebound_desktop.desktop.settings import Values
from rebound_desktop.models import words
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field
from rebound_desktop.ui.widgets.text import PlainLabel


class ReminderSettings(QWidget):
    """One switch for all reminders, their quiet hours, and the weekly look; ``changed`` after."""

    changed = Signal()

    def __init__(self, values: Values, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self.tr("Reminders"), "label"))
        self.on = QCheckBox(self.tr("Tell me when something I planned is due"))
        self.on.setChecked(values.reminders)
        column.addWidget(self.on)
        column.addWidget(
            PlainLabel(
                self.tr("In the window, and by a notification where Rebound is in the tray."),
                "small",
                wrap=True,
            )
        )
        self.quiet_from = _time_edit(values.quiet_from)
        self.quiet_until = _time_edit(values.quiet_until)
        hours = QHBoxLayout()
        hours.setSpacing(16)
        hours.addWidget(Field(self.tr("Quiet from"), self.quiet_from), 1)
        hours.addWidget(Field(self.tr("Quiet until"), self.quiet_until), 1)
        column.addLayout(hours)
        self.names = QCheckBox(self.tr("Show names and titles in notifications"))
        self.names.setChecked(values.reminder_names)
        column.addWidget(self.names)
        column.addWidget(
            PlainLabel(self.tr("Others may see your lock screen."), "small", wrap=True)
        )
        self.weekly = QCheckBox(self.tr("Offer a weekly look, two minutes on"))
        self.weekly.setChecked(values.weekly_look)
        self.weekday = ChoiceEdit(
            [(str(day), words.weekday(day)) for day in range(7)], str(values.weekly_look_day)
        )
        self.weekday.setAccessibleName(self.tr("Day of the weekly look"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.weekly)
        row.addWidget(self.weekday)
        row.addStretch(1)
        column.addLayout(row)
        self._follow()
        for box in (self.on, self.names, self.weekly):
            box.toggled.connect(lambda _on: self._take_change())
        for edit in (self.quiet_from, self.quiet_until):
            edit.timeChanged.connect(lambda _time: self._take_change())
        self.weekday.chosen.connect(lambda _day: self._take_change())

    def take(self, values: Values) -> None:
        """Write what is set into the settings."""
        values.reminders = self.on.isChecked()
        values.reminder_names = self.names.isChecked()
        values.quiet_from = self.quiet_from.time().toString("HH:mm")
        values.quiet_until = self.quiet_until.time().toString("HH:mm")
        before = (values.weekly_look, values.weekly_look_day)
        values.weekly_look = self.weekly.isChecked()
        values.weekly_look_day = int(self.weekday.value())
        if before != (values.weekly_look, values.weekly_look_day):
            coming = next_on(values.weekly_look_day, clock.today())
            values.weekly_look_after = coming.isoformat() if values.weekly_look else ""

    def _take_change(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        for each in (self.quiet_from, self.quiet_until, self.names):
            each.setEnabled(self.on.isChecked())
        self.weekday.setEnabled(self.weekly.isChecked())


def _time_edit(text: str) -> QTimeEdit:
    at = time.fromisoformat(text)
    edit = QTimeEdit(QTime(at.hour, at.minute))
    edit.setDisplayFormat("HH:mm")
    edit.setMaximumWidth(180)
    # The style sheet's padding does not reach the text of a field with arrows.
    for inside in edit.findChildren(QLineEdit):
        inside.setTextMargins(9, 0, 0, 0)
    # The wheel scrolls the dialog; only a field that was chosen takes it.
    edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return edit
