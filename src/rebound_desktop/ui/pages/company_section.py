"""What is known of a company from before, as a section of an application's detail."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.models.company_words import ended, learned, who
from rebound_desktop.models.people_table import shown_name
from rebound_desktop.store import company_memory
from rebound_desktop.store.company_memory import Ending
from rebound_desktop.store.tables import Application, Person
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.text import PlainLabel


class CompanySection(QWidget):
    """Shows who is known at a company, and how earlier applications there ended.

    ``person_asked`` and ``rejection_asked`` carry the id of a record to show.
    """

    person_asked = Signal(int)
    rejection_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("This company"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def show_for(self, application: Application) -> None:
        """Show what is known besides this application; nothing where that is nothing."""
        clear(self._column)
        company, number = str(application.company), int(application.id)
        known = company_memory.people_at(company, besides=number)
        endings = company_memory.endings_at(company, besides=number)
        if known:
            self._column.addWidget(PlainLabel(self.tr("You know here"), "section"))
        for person in known:
            self._column.addWidget(self._person(person))
        if endings:
            self._column.addWidget(PlainLabel(self.tr("What you learned here"), "section"))
        for ending in endings:
            self._column.addWidget(self._ending(ending))
        self.setVisible(bool(known or endings))

    def _person(self, person: Person) -> QWidget:
        name = shown_name(str(person.name))
        return self._row(
            who(person),
            "",
            button(
                self.tr("Open"),
                partial(self.person_asked.emit, int(person.id)),
                kind="link",
                name=self.tr("Open {name}").format(name=name),
            ),
        )

    def _ending(self, ending: Ending) -> QWidget:
        text = ended(ending)
        return self._row(
            text,
            learned(ending),
            button(
                self.tr("Open"),
                partial(self.rejection_asked.emit, ending.rejection_id),
                kind="link",
                name=self.tr("Open: {what}").format(what=text),
            ),
        )

    def _row(self, text: str, second: str, action: QWidget) -> QWidget:
        row = QWidget()
        row.setAccessibleName(" ".join(filter(None, (text, second))))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(PlainLabel(text, wrap=True))
        if second:
            words.addWidget(PlainLabel(second, "smallSecond", wrap=True))
        words.addStretch(1)
        line.addLayout(words, 1)
        line.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)
        return row
