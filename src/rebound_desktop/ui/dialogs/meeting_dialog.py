"""The form that notes whom the person met in an application's process."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QWidget

from rebound_desktop.models.people_table import role_choices, shown_name
from rebound_desktop.store import people, people_list, search
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Application
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.clear_button import add_clear_button
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field

#: How many people are offered; a word narrows them down.
_OFFERED = 50


class MeetingDialog(FormDialog):
    """Adds somebody who is known already; ``new_asked`` says that it is somebody new."""

    new_asked = Signal()

    def __init__(self, application: Application, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self.set_title(self.tr("Who did you meet?"))
        self.save.setText(self.tr("Add"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Name, company, anything you noted"))
        add_clear_button(self.search)
        self.column.addWidget(Field(self.tr("Find"), self.search))
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMinimumHeight(150)
        self.add("person", Field(self.tr("People you know"), self.list))
        self.role = ChoiceEdit(role_choices(), "interviewer")
        self.add("role", Field(self.tr("Role in this process"), self.role))
        self.new = button(self.tr("Somebody new…"), self._ask_for_new)
        self.buttons.insertWidget(0, self.new)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.list.currentItemChanged.connect(lambda _now, _before: self._take_role())
        self.list.itemActivated.connect(lambda _item: self.accept())
        self._fill()
        self.search.setFocus()

    def take(self) -> None:
        item = self.list.currentItem()
        if item is None:
            raise RefusedError("person", self.tr("Choose a person, or add somebody new."))
        person_id = int(item.data(Qt.ItemDataRole.UserRole))
        people.meet(int(self._application.id), person_id, self.role.value())

    def is_changed(self) -> bool:
        # A choice is quickly made again; nothing here was written.
        return False

    def _fill(self) -> None:
        """Offer the people who match, those of the application's company first."""
        order = list(people_list.ids("name"))
        found = search.matching_ids("people", self.search.text())
        if found is not None:
            hits = set(found)
            order = [each for each in order if each in hits]
        here = {int(each.id) for each in people.at_company(str(self._application.company))}
        there = {int(each.id) for each, _role in people.of_application(self._application.id)}
        order = [each for each in order if each not in there]
        order.sort(key=lambda each: each not in here)
        offered = order[:_OFFERED]
        rows = people_list.rows(offered)
        self.list.clear()
        for each in offered:
            row = rows[each]
            facts = " · ".join(filter(None, (shown_name(row.name), row.company, row.title)))
            item = QListWidgetItem(facts)
            item.setData(Qt.ItemDataRole.UserRole, each)
            item.setData(Qt.ItemDataRole.UserRole + 1, row.role)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)

    def _take_role(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.role.set_value(str(item.data(Qt.ItemDataRole.UserRole + 1)))

    def _ask_for_new(self) -> None:
        self.reject()
        self.new_asked.emit()
