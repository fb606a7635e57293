"""The tab People: who was met in the process, and in which role."""

from PySide6.QtWidgets import QWidget

from rebound_desktop.store.tables import Rejection
from rebound_desktop.ui.pages.people_section import PeopleSection
from rebound_desktop.ui.pages.rejection_tab import RejectionTab


class PeopleTab(RejectionTab):
    """Lists and adds the people of a rejection's application."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = PeopleSection()
        self.section.said.connect(self.said)
        self.section.person_asked.connect(lambda person: self.record_asked.emit("people", person))
        self.column.addWidget(self.section, 1)

    def show_rejection(self, rejection: Rejection) -> None:
        self.section.show_for(rejection.application_id)
