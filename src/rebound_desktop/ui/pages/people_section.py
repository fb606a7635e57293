"""The people met in one application's process, as a section of its detail."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.models.people_table import shown_name
from rebound_desktop.models.words import word
from rebound_desktop.store import applications, people, people_list
from rebound_desktop.store.tables import Person
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.text import PlainLabel


class PeopleSection(QWidget):
    """Lists people with their role; they can be opened, added and removed.

    ``person_asked`` carries the id of a person to show, ``said`` a sentence for the status bar.
    """

    person_asked = Signal(int)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("People"))
        self._application_id = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._nothing = PlainLabel(
            self.tr("Nobody noted yet. Interviewers, recruiters and referrers go here."),
            "second",
            wrap=True,
        )
        column.addWidget(self._nothing)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column.addLayout(self._rows)
        self.add = button(self.tr("Add person…"), self._open_meeting)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_for(self, application_id: int) -> None:
        """Show the people met in an application's process."""
        self._application_id = application_id
        clear(self._rows)
        found = people.of_application(application_id)
        for person, role in found:
            self._rows.addWidget(self._row(person, role))
        self._nothing.setVisible(not found)

    def _row(self, person: Person, role: str) -> QWidget:
        row = QWidget()
        name = shown_name(str(person.name))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(name, "strong", wrap=True))
        facts = " · ".join(filter(None, (word("person", role), str(person.title))))
        words.addWidget(PlainLabel(facts, "smallSecond", wrap=True))
        line.addLayout(words, 1)
        number = int(person.id)
        line.addWidget(
            button(
                self.tr("Open"),
                partial(self.person_asked.emit, number),
                kind="link",
                name=self.tr("Open {name}").format(name=name),
            )
        )
        line.addWidget(
            button(
                self.tr("Remove"),
                partial(self._part, number, name),
                kind="link",
                name=self.tr("Remove {name} from this application").format(name=name),
            )
        )
        return row

    def _part(self, person_id: int, name: str) -> None:
        people.part(self._application_id, person_id)
        self.said.emit(self.tr("{name} was removed here. Ctrl+Z brings it back.").format(name=name))

    def _open_meeting(self) -> None:
        if people_list.counts()[people_list.ALL_CHIP] == 0:
            self._open_new()
            return
        from rebound_desktop.ui.dialogs.meeting_dialog import MeetingDialog

        application = applications.get(self._application_id)
        if application is not None:
            dialog = MeetingDialog(application, self.window())
            dialog.new_asked.connect(self._open_new)
            open_once(dialog)

    def _open_new(self) -> None:
        from rebound_desktop.ui.dialogs.person_dialog import PersonDialog

        application = applications.get(self._application_id)
        if application is not None:
            open_once(
                PersonDialog(
                    self.window(),
                    company=str(application.company),
                    application_id=self._application_id,
                )
            )
