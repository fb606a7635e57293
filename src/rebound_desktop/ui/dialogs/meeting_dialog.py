"""The form that notes whom the person met in an application's process."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from rebound_desktop.models.people_table import role_choices, shown_name
from rebound_desktop.store import people, people_list
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Application
from rebound_desktop.ui.dialogs.choosing_form import ChoosingForm
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field


class MeetingDialog(ChoosingForm):
    """Adds somebody who is known already; ``new_asked`` says that it is somebody new."""

    new_asked = Signal()

    def __init__(self, application: Application, parent: QWidget | None = None) -> None:
        super().__init__("people", "person", parent)
        self.name_list(self.tr("People you know"), self.tr("Name, company, anything you noted"))
        self._application = application
        self._roles: dict[int, str] = {}
        self.set_title(self.tr("Who did you meet?"))
        self.save.setText(self.tr("Add"))
        self.role = ChoiceEdit(role_choices(), "interviewer")
        self.add("role", Field(self.tr("Role in this process"), self.role))
        self.new = button(self.tr("Somebody new…"), self._ask_for_new)
        self.buttons.insertWidget(0, self.new)
        self.list.currentItemChanged.connect(lambda _now, _before: self._take_role())
        self.fill()
        self.search.setFocus()

    def offer(self) -> list[int]:
        here = {int(each.id) for each in people.at_company(str(self._application.company))}
        there = {int(each.id) for each, _role in people.of_application(self._application.id)}
        order = [each for each in people_list.ids("name") if each not in there]
        return sorted(order, key=lambda each: each not in here)

    def lines(self, offered: list[int]) -> list[str]:
        rows = people_list.rows(offered)
        self._roles = {each: row.role for each, row in rows.items()}
        return [
            " · ".join(filter(None, (shown_name(row.name), row.company, row.title)))
            for row in (rows[each] for each in offered)
        ]

    def take(self) -> None:
        person_id = self.chosen_id()
        if not person_id:
            raise RefusedError("person", self.tr("Choose a person, or add somebody new."))
        people.meet(int(self._application.id), person_id, self.role.value())

    def _take_role(self) -> None:
        role = self._roles.get(self.chosen_id())
        if role is not None:
            self.role.set_value(role)

    def _ask_for_new(self) -> None:
        self.reject()
        self.new_asked.emit()
