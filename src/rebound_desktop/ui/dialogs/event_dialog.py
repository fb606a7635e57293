"""The form for a dated fact about an application."""

from datetime import date, timedelta

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from rebound_desktop.core.time_of_day import time_of_day
from rebound_desktop.core.vocabulary import EventKind
from rebound_desktop.models.company_words import recalled
from rebound_desktop.models.words import word
from rebound_desktop.store import applications, corrections
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Application, Event
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.fields import ChoiceEdit, DayEdit, Field, TextArea
from rebound_desktop.ui.widgets.text import PlainLabel

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
#: After these somebody may say when they will answer.
_ANSWERED = frozenset(_KINDS) - {EventKind.FOUND, EventKind.OFFER}
#: How long an answer takes where nobody said, for the day that is offered first.
_USUAL = timedelta(days=7)


class EventDialog(FormDialog):
    """Adds an event to an application's history, or puts a right one in the place of ``event``."""

    def __init__(
        self,
        application: Application,
        parent: QWidget | None = None,
        *,
        event: Event | None = None,
    ) -> None:
        super().__init__(parent)
        self._application_id = int(application.id)
        self.about = f"applications {application.id}"
        self._event_id = int(event.id) if event is not None else 0
        title = self.tr("Change in the history: {company}")
        if event is None:
            title = self.tr("Add to history: {company}")
        self.set_title(title.format(company=application.company), self.tr("History"))
        kinds = _KINDS if event is None or event.kind in _KINDS else (EventKind(event.kind),)
        self.kind = ChoiceEdit(
            [(str(kind), word("event", kind)) for kind in kinds],
            EventKind.INTERVIEW if event is None else event.kind,
        )
        self.add("kind", Field(self.tr("What happened, or is agreed"), self.kind))
        self._add_memory(application)
        self.day = DayEdit(event.on_date if event is not None else None)
        self.time = QLineEdit(str(event.at_time) if event is not None else "")
        self.time.setPlaceholderText(self.tr("14:00"))
        self.add_row(
            ("on_date", Field(self.tr("Day"), self.day)),
            ("at_time", Field(self.tr("Time, if there is one"), self.time)),
        )
        self._add_promise(event.answer_by if event is not None else None)
        self.note = TextArea(lines=3, most=10)
        self.note.setPlainText(str(event.note) if event is not None else "")
        self.add(
            "note",
            Field(
                self.tr("Note"),
                self.note,
                hint=self.tr("Who was there, how long it took, what it was about."),
            ),
        )
        self.column.addStretch(1)
        self.kind.currentIndexChanged.connect(lambda _row: self._fit_to_kind())
        self._fit_to_kind()
        self.kind.setFocus()

    def take(self) -> None:
        try:
            time = time_of_day(self.time.text())
        except ValueError:
            raise RefusedError("at_time", self.tr("Write the time as in 14:00.")) from None
        kind = EventKind(self.kind.value())
        promised = kind in _ANSWERED and self.promised.isChecked()
        answer_by = self.answer_by.day() if promised else None
        note = self.note.toPlainText().strip()
        if self._event_id:
            corrections.replace(
                self._event_id,
                kind,
                self.day.day(),
                at_time=time,
                note=note,
                answer_by=answer_by,
            )
            return
        applications.record_event(
            self._application_id,
            kind,
            self.day.day(),
            at_time=time,
            note=note,
            answer_by=answer_by,
        )

    def _add_memory(self, application: Application) -> None:
        """Recall a no or a silence there, for whoever is about to apply again."""
        self._memory = Card(kind="notice")
        applied = application.applied_on is not None
        text = "" if applied else recalled(str(application.company), int(application.id))
        self._memory_text = PlainLabel(text, wrap=True)
        self._memory.setAccessibleName(text)
        self._memory.column.addWidget(self._memory_text)
        self.column.addWidget(self._memory)

    def _add_promise(self, day: date | None) -> None:
        self.promised = QCheckBox(self.tr("They said when they will answer"))
        self.promised.setChecked(day is not None)
        self.column.addWidget(self.promised)
        self.keep("promised", self.promised)
        self.answer_by = DayEdit(day or self.day.day() + _USUAL)
        self._answer_field = self.add(
            "answer_by", Field(self.tr("Answer promised by"), self.answer_by)
        )
        self.promised.toggled.connect(lambda _checked: self._fit_to_kind())

    def _fit_to_kind(self) -> None:
        kind = self.kind.value()
        self.promised.setVisible(kind in _ANSWERED)
        self._answer_field.setVisible(kind in _ANSWERED and self.promised.isChecked())
        self._memory.setVisible(kind == EventKind.APPLIED and bool(self._memory_text.text()))
