"""The form that links a person to an application in which they were met."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QWidget

from rebound_desktop.models.application_table import stage_text
from rebound_desktop.models.people_table import role_choices
from rebound_desktop.store import application_list, people, search
from rebound_desktop.store.errors import RefusedError
from rebound_desktop.store.tables import Person
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.clear_button import add_clear_button
from rebound_desktop.ui.widgets.fields import ChoiceEdit, Field

#: How many applications are offered; a word narrows them down.
_OFFERED = 50


class ApplicationLinkDialog(FormDialog):
    """Offers the applications, those at the person's company first."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person
        self.set_title(self.tr("Where did you meet?"))
        self.save.setText(self.tr("Link"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Company, role, anything you noted"))
        add_clear_button(self.search)
        self.column.addWidget(Field(self.tr("Find"), self.search))
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMinimumHeight(150)
        self.add("application", Field(self.tr("Applications"), self.list))
        self.role = ChoiceEdit(role_choices(), str(person.role))
        self.add("role", Field(self.tr("Their role in it"), self.role))
        self.search.textChanged.connect(lambda _text: self._fill())
        self.list.itemActivated.connect(lambda _item: self.accept())
        self._fill()
        self.search.setFocus()

    def take(self) -> None:
        item = self.list.currentItem()
        if item is None:
            raise RefusedError("application", self.tr("Choose an application."))
        people.meet(
            int(item.data(Qt.ItemDataRole.UserRole)), int(self._person.id), self.role.value()
        )

    def is_changed(self) -> bool:
        # A choice is quickly made again; nothing here was written.
        return False

    def _fill(self) -> None:
        order = list(application_list.ids("last"))
        found = search.matching_ids("applications", self.search.text())
        if found is not None:
            hits = set(found)
            order = [each for each in order if each in hits]
        linked = {int(each.id) for each, _role in people.applications_of(int(self._person.id))}
        here = set(application_list.at_company(str(self._person.company)))
        order = [each for each in order if each not in linked]
        order.sort(key=lambda each: each not in here)
        offered = order[:_OFFERED]
        rows = application_list.rows(offered)
        self.list.clear()
        for each in offered:
            row = rows[each]
            standing = stage_text(row.stage, row.outcome)
            item = QListWidgetItem(" · ".join(filter(None, (row.company, row.role, standing))))
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
