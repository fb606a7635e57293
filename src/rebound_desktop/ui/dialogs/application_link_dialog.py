"""The form that links a person to an application in which they were met."""

from PySide6.QtWidgets import QWidget

from rebound_desktop.models.application_table import stage_text
from rebound_desktop.models.people_table import role_choices
from rebound_desktop.store import application_list, people
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Person
from rebound_desktop.ui.dialogs.choosing_form import ChoosingForm
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field


class ApplicationLinkDialog(ChoosingForm):
    """Offers the applications, those at the person's company first."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__("applications", "application", parent)
        self.name_list(self.tr("Applications"), self.tr("Company, role, anything you noted"))
        self._person = person
        self.set_title(self.tr("Where did you meet?"))
        self.save.setText(self.tr("Link"))
        self.role = ChoiceEdit(role_choices(), str(person.role))
        self.add("role", Field(self.tr("Their role in it"), self.role))
        self.fill()
        self.search.setFocus()

    def offer(self) -> list[int]:
        linked = {int(each.id) for each, _role in people.applications_of(int(self._person.id))}
        here = set(application_list.at_company(str(self._person.company)))
        order = [each for each in application_list.ids("last") if each not in linked]
        return sorted(order, key=lambda each: each not in here)

    def lines(self, offered: list[int]) -> list[str]:
        rows = application_list.rows(offered)
        return [
            " · ".join(filter(None, (row.company, row.role, stage_text(row.stage, row.outcome))))
            for row in (rows[each] for each in offered)
        ]

    def take(self) -> None:
        application_id = self.chosen_id()
        if not application_id:
            raise RefusedError("application", self.tr("Choose an application."))
        people.meet(application_id, int(self._person.id), self.role.value())
