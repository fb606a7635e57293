"""Choosing a day for something."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from rebound_desktop.core import clock
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.fields import DayEdit, Field


class DayDialog(FormDialog):
    """Asks for a day from today on, or with ``past`` for one that was; calls ``chosen`` with it.

    ``about`` names the record that the day is for, as for every form.
    """

    def __init__(
        self,
        title: str,
        day: date,
        chosen: Callable[[date], object],
        parent: QWidget | None = None,
        *,
        about: str,
        past: bool = False,
    ) -> None:
        super().__init__(parent)
        self.about = about
        self._chosen = chosen
        self._past = past
        self.set_title(title)
        self.day = DayEdit(day if past else max(day, clock.today()))
        self.add("due_on", Field(self.tr("Day"), self.day))
        self.column.addStretch(1)
        self.day.setFocus()

    def take(self) -> None:
        day = self.day.day()
        if self._past and day > clock.today():
            raise RefusedError(
                "due_on", self.tr("This day is still to come; choose today or a day before.")
            )
        if not self._past and day < clock.today():
            raise RefusedError(
                "due_on", self.tr("This day has passed; choose today or a day to come.")
            )
        self._chosen(day)
