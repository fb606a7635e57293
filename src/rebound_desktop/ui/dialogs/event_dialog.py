"""The form for a dated fact about an application."""

from PySide6.QtWidgets import QLineEdit, QWidget

from rebound_desktop.core.time_of_day import time_of_day
from rebound_desktop.core.vocabulary import EventKind
from rebound_desktop.models.words import word
from rebound_desktop.store import applications
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Application
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.fields import ChoiceEdit, DayEdit, Field, TextArea

#: What can be added; endings have a form of their own.
_KINDS = (
    EventKind.FOUND,
    EventKind.APPLIED,
    EventKind.SCREEN,
    EventKind.ASSESSMENT,
    EventKind.INTERVIEW,
    EventKind.FINAL_INTERVIEW,
    EventKind.OFFER,
)


class EventDialog(FormDialog):
    """Adds an event to an application's history."""

    def __init__(self, application: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._application_id = int(application.id)
        self.set_title(self.tr("Add to history: {company}").format(company=application.company))
        self.kind = ChoiceEdit(
            [(str(kind), word("event", kind)) for kind in _KINDS], EventKind.INTERVIEW
        )
        self.add("kind", Field(self.tr("What happened, or is agreed"), self.kind))
        self.day = DayEdit()
        self.time = QLineEdit()
        self.time.setPlaceholderText(self.tr("14:00"))
        self.add_row(
            ("on_date", Field(self.tr("Day"), self.day)),
            ("at_time", Field(self.tr("Time, if there is one"), self.time)),
        )
        self.note = TextArea(lines=3, most=10)
        self.add(
            "note",
            Field(
                self.tr("Note"),
                self.note,
                hint=self.tr("Who was there, how long it took, what it was about."),
            ),
        )
        self.column.addStretch(1)
        self.kind.setFocus()

    def take(self) -> None:
        try:
            time = time_of_day(self.time.text())
        except ValueError:
            raise RefusedError("at_time", self.tr("Write the time as in 14:00.")) from None
        applications.record_event(
            self._application_id,
            EventKind(self.kind.value()),
            self.day.day(),
            at_time=time,
            note=self.note.toPlainText().strip(),
        )
