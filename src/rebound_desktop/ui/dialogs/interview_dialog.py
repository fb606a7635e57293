"""The form for when and where an interview is."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from rebound_desktop.core import clock
from rebound_desktop.core.time_of_day import time_of_day
from rebound_desktop.store import prep_sheets
from rebound_desktop.store.changes import write
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import PrepSheet
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.fields import DayEdit, Field


class InterviewDialog(FormDialog):
    """Changes the day, the time and the place of a prep sheet's interview."""

    def __init__(self, sheet: PrepSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet_id = int(sheet.id)
        self.about = f"prep_sheets {sheet.id}"
        self.set_title(self.tr("When and where"))
        self.day = DayEdit(sheet.interview_on or clock.today())
        self.time = QLineEdit(str(sheet.at_time))
        self.time.setPlaceholderText(self.tr("14:00"))
        self.add_row(
            ("interview_on", Field(self.tr("Day"), self.day)),
            ("at_time", Field(self.tr("Time, if it is known"), self.time)),
        )
        self.unknown = QCheckBox(self.tr("The day is not known yet"))
        self.unknown.toggled.connect(self.day.setDisabled)
        self.unknown.setChecked(sheet.interview_on is None)
        self.column.addWidget(self.unknown)
        self.keep("unknown", self.unknown)
        self.place = QLineEdit(str(sheet.place))
        self.place.setPlaceholderText(self.tr("video, phone, their office"))
        self.add("place", Field(self.tr("Where"), self.place))
        self.column.addStretch(1)
        self.day.setFocus()

    def take(self) -> None:
        try:
            time = time_of_day(self.time.text())
        except ValueError:
            raise RefusedError("at_time", self.tr("Write the time as in 14:00.")) from None
        with write("Interview"):
            day = None if self.unknown.isChecked() else self.day.day()
            prep_sheets.set_day(self._sheet_id, day)
            prep_sheets.edit(self._sheet_id, {"at_time": time, "place": self.place.text()})
