"""A form in which one record of many is chosen: a list, and a word that narrows it down."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QWidget

from rebound_desktop.store import search
from rebound_desktop.ui.dialogs.form_dialog import FormDialog
from rebound_desktop.ui.widgets.clear_button import add_clear_button
from rebound_desktop.ui.widgets.fields import Field

#: How many records are offered; a word narrows them down.
_OFFERED = 50


class ChoosingForm(FormDialog):
    """Offers the records of a kind ("people", "applications"); a form says which, and how.

    ``key`` is what refusals name. A form names the list and calls :meth:`fill` once it is made.
    """

    def __init__(self, kind: search.Kind, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.search = QLineEdit()
        add_clear_button(self.search)
        self.column.addWidget(Field(self.tr("Find"), self.search))
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setMinimumHeight(150)
        self._field = Field("", self.list)
        self.add(key, self._field)
        self.search.textChanged.connect(lambda _text: self.fill())
        self.list.itemActivated.connect(lambda _item: self.accept())

    def name_list(self, name: str, hint: str) -> None:
        """Say above the list what it offers, and in the search field what may be typed."""
        self._field.label.setText(name)
        self.list.setAccessibleName(name)
        self.search.setPlaceholderText(hint)

    def offer(self) -> Iterable[int]:
        """Return the ids of all that may be chosen, the likeliest first."""
        raise NotImplementedError

    def lines(self, offered: list[int]) -> Iterable[str]:
        """Return what the list says of these records, in their order."""
        raise NotImplementedError

    def chosen_id(self) -> int:
        """Return the id of the record that is chosen, 0 for none."""
        item = self.list.currentItem()
        return int(item.data(Qt.ItemDataRole.UserRole)) if item is not None else 0

    def is_changed(self) -> bool:
        # A choice is quickly made again; nothing here was written.
        return False

    def fill(self) -> None:
        """Offer what matches the words in the search field, and choose the first."""
        found = search.matching_ids(self._kind, self.search.text())
        hits = None if found is None else set(found)
        offered = [each for each in self.offer() if hits is None or each in hits][:_OFFERED]
        self.list.clear()
        for each, line in zip(offered, self.lines(offered), strict=True):
            item = QListWidgetItem(line)
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
