"""Choosing a day for something."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from rebound_desktop.core import clock
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.fields import DayEdit, Field


class DayDialog(FormDialog):
    """Asks for a day from today on; ``chosen`` is called with it."""

    def __init__(
        self, title: str, day: date, chosen: Callable[[date], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._chosen = chosen
        self.set_title(title)
        self.day = DayEdit(max(day, clock.today()))
        self.add("due_on", Field(self.tr("Day"), self.day))
        self.column.addStretch(1)
        self.day.setFocus()

    def take(self) -> None:
        day = self.day.day()
        if day < clock.today():
            raise RefusedError(
                "due_on", self.tr("This day has passed; choose today or a day to come.")
            )
        self._chosen(day)
