"""The forms for a rejection: logged by hand, changed, and its reasons alone."""

from PySide6.QtWidgets import QLineEdit, QWidget

from rebound_desktop.core.vocabulary import Outcome, Stage
from rebound_desktop.models.rejection_table import reached_choices
from rebound_desktop.models.words import values, word
from rebound_desktop.store import applications, rejection_entry, rejections
from rebound_desktop.store.rejection_entry import Entry
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.autosave import text_of
from rebound_desktop.ui.widgets.fields import ChoiceEdit, DayEdit, Field, TextArea
from rebound_desktop.ui.widgets.reason_editor import ReasonEditor


class RejectionDialog(FormDialog):
    """Logs a rejection by hand, or changes the one with ``rejection_id``.

    After saving, ``rejection_id`` is the rejection's.
    """

    def __init__(self, parent: QWidget | None = None, rejection_id: int = 0) -> None:
        super().__init__(parent)
        self.rejection_id = rejection_id
        self.about = f"rejections {rejection_id}" if rejection_id else ""
        new = not rejection_id
        self.set_title(self.tr("Log a rejection") if new else self.tr("Edit rejection"))
        self.application = ChoiceEdit([("", self.tr("None of these; it is a new one"))])
        open_ones = applications.open_ones() if new else []
        if open_ones:
            for each in open_ones:
                name = " · ".join(filter(None, (each.company, each.role)))
                self.application.addItem(name, str(each.id))
            self.application.chosen.connect(self._take_application)
            self.add("application", Field(self.tr("Open application"), self.application))
        self.company = QLineEdit()
        self.role = QLineEdit()
        self.add_row(
            ("company", Field(self.tr("Company"), self.company)),
            ("role", Field(self.tr("Role"), self.role)),
        )
        self.day = DayEdit()
        self.reached = ChoiceEdit(reached_choices(), Stage.APPLIED)
        self.add_row(
            ("on_date", Field(self.tr("Day of the news"), self.day)),
            ("reached", Field(self.tr("How far you got"), self.reached)),
        )
        self.outcome = ChoiceEdit(
            [(each, word("outcome", each)) for each in rejections.OUTCOMES], Outcome.NO
        )
        self.how_told = ChoiceEdit(
            [("", self.tr("Not said"))]
            + [(each, word("how_told", each)) for each in values("how_told")]
        )
        self.add_row(
            ("outcome", Field(self.tr("How it ended"), self.outcome)),
            ("how_told", Field(self.tr("How they told you"), self.how_told)),
        )
        self.their_words = TextArea(lines=2, most=8)
        self.add("their_words", Field(self.tr("Their exact words"), self.their_words))
        self.reasons = ReasonEditor()
        self.add("reason", Field(self.tr("What was it about?"), self.reasons))
        self.notes = TextArea(lines=2, most=8)
        self.add("notes", Field(self.tr("Notes"), self.notes))
        self.column.addStretch(1)
        if not new:
            self._show(rejection_entry.read(rejection_id))
        first = self.application if open_ones else self.company
        first.setFocus()

    def mentions(self) -> list[str]:
        chosen = self.application.value()
        return [f"applications {chosen}"] if chosen else []

    def take(self) -> None:
        if self.rejection_id:
            rejection_entry.save(self.rejection_id, self._entry())
            return
        application_id = int(self.application.value() or 0)
        self.rejection_id = rejection_entry.log(self._entry(), application_id=application_id).id

    def _entry(self) -> Entry:
        return Entry(
            company=self.company.text(),
            role=self.role.text(),
            on=self.day.day(),
            reached=self.reached.value(),
            outcome=self.outcome.value(),
            how_told=self.how_told.value(),
            their_words=text_of(self.their_words),
            notes=text_of(self.notes),
            reasons=self.reasons.choices(),
        )

    def _show(self, entry: Entry) -> None:
        self.company.setText(entry.company)
        self.role.setText(entry.role)
        self.day.set_day(entry.on)
        self.reached.set_value(entry.reached)
        self.outcome.set_value(entry.outcome)
        self.how_told.set_value(entry.how_told)
        self.their_words.setPlainText(entry.their_words)
        self.notes.setPlainText(entry.notes)
        self.reasons.set_choices(entry.reasons)

    def _take_application(self, value: str) -> None:
        chosen = applications.get(int(value)) if value else None
        if chosen is not None:
            self.company.setText(chosen.company)
            self.role.setText(chosen.role)
            self.reached.set_value(chosen.furthest)


class ReasonsDialog(FormDialog):
    """Changes the reasons of a rejection."""

    def __init__(self, rejection_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rejection_id = rejection_id
        self.about = f"rejections {rejection_id}"
        self.set_title(self.tr("What was it about?"))
        self.reasons = ReasonEditor()
        self.add("reason", Field(self.tr("Reasons"), self.reasons))
        self.reasons.set_choices(rejection_entry.read(rejection_id).reasons)
        self.column.addStretch(1)

    def take(self) -> None:
        rejection_entry.set_reasons(self._rejection_id, self.reasons.choices())
