"""The form for a new application, and for all texts of one that is there."""

from datetime import timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from rebound_desktop.core import clock
from rebound_desktop.core.vocabulary import FollowUpKind, Stage
from rebound_desktop.models.application_table import stage_choices
from rebound_desktop.models.company_words import recalled, who
from rebound_desktop.store import applications, company_memory, followups
from rebound_desktop.store.changes import write
from rebound_desktop.store.tables import Application
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.fields import ChoiceEdit, DayEdit, Field, TextArea
from rebound_desktop.ui.widgets.text import PlainLabel

#: How long after a key the company is looked up, in milliseconds.
_LOOK_UP_MS = 200
#: How many people known at a company are named.
_KNOWN = 4


class ApplicationDialog(FormDialog):
    """Adds an application, or changes the texts of ``application``.

    ``company`` is put in beforehand. Afterwards ``application_id`` is the application's id.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        application: Application | None = None,
    ) -> None:
        super().__init__(parent)
        self._application = application
        self.application_id = int(application.id) if application is not None else 0
        self.set_title(
            self.tr("New application") if application is None else self.tr("Edit application")
        )
        if application is not None:
            self.about = f"applications {application.id}"
        given = application or Application()
        self._lines: dict[str, QLineEdit] = {}
        self._areas: dict[str, TextArea] = {}

        self.add_row(
            ("company", self._line("company", self.tr("Company"), given)),
            ("role", self._line("role", self.tr("Role"), given)),
        )
        self._memory = Card(kind="notice")
        self._memory_text = PlainLabel("", wrap=True)
        self._memory.column.addWidget(self._memory_text)
        self._memory.hide()
        self.column.addWidget(self._memory)
        if application is None:
            self._add_first_steps()
        self.add_row(
            ("source", self._line("source", self.tr("Source"), given)),
            ("location", self._line("location", self.tr("Location"), given)),
        )
        self.add_row(
            ("link", self._line("link", self.tr("Link"), given)),
            ("salary", self._line("salary", self.tr("Salary"), given)),
        )
        self.add("tags", self._line("tags", self.tr("Tags"), given))
        self._lines["source"].setPlaceholderText(self.tr("Job board, referral, their website"))
        self._lines["tags"].setPlaceholderText(self.tr("remote, part-time"))
        for name, label in (("advert", self.tr("Advert")), ("notes", self.tr("Notes"))):
            area = TextArea(lines=3, most=10)
            area.setPlainText(str(getattr(given, name)))
            self._areas[name] = area
            self.add(name, Field(label, area))
        self._areas["advert"].setPlaceholderText(
            self.tr("Paste the advert; it may be gone when the interview comes.")
        )
        self.column.addStretch(1)
        self.company = self._lines["company"]
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_UP_MS)
        self._timer.timeout.connect(self.look_up)
        self.company.textChanged.connect(lambda _text: self._timer.start())
        self.look_up()
        self.company.setFocus()

    def take(self) -> None:
        values = {name: line.text() for name, line in self._lines.items()}
        values |= {name: area.toPlainText() for name, area in self._areas.items()}
        if self._application is not None:
            applications.edit(self.application_id, values)
            return
        with write("New application"):
            made = applications.add(
                values, stage=Stage(self.stage.value()), on=self.stage_day.day()
            )
            if self.next_step.text().strip():
                followups.add(
                    FollowUpKind.NEXT_STEP,
                    self.next_step.text(),
                    self.next_day.day(),
                    application=made,
                )
        self.application_id = int(made.id)

    def look_up(self) -> None:
        """Show what is known of the company from before, if anything."""
        company = self.company.text()
        known = company_memory.people_at(company, besides=self.application_id)
        text = recalled(company, besides=self.application_id)
        if known:
            names = "; ".join(who(each) for each in known[:_KNOWN])
            text = f"{text}\n\n{self.tr('You know here: {names}.').format(names=names)}".strip()
        self._memory_text.setText(text)
        self._memory.setAccessibleName(text)
        self._memory.setVisible(bool(text))

    def _line(self, name: str, label: str, given: Application) -> Field:
        line = QLineEdit(str(getattr(given, name)))
        self._lines[name] = line
        return Field(label, line)

    def _add_first_steps(self) -> None:
        self.stage = ChoiceEdit(stage_choices(), Stage.APPLIED)
        self.stage_day = DayEdit()
        self.add_row(
            ("stage", Field(self.tr("Stage"), self.stage)),
            ("on_date", Field(self.tr("Reached on"), self.stage_day)),
        )
        self.next_step = QLineEdit()
        self.next_step.setPlaceholderText(self.tr("Ask how it stands"))
        self.next_day = DayEdit(clock.today() + timedelta(days=7))
        self.add_row(
            ("title", Field(self.tr("Next step"), self.next_step)),
            ("due_on", Field(self.tr("On"), self.next_day)),
        )
