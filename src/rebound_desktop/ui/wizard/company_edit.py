"""The field for the company: typed anew, or picked among the applications in process."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from rebound_desktop.store.tables import Application

_ID = Qt.ItemDataRole.UserRole + 1
#: The text that is completed: what is shown names the role too, the field gets the company only.
_COMPANY = Qt.ItemDataRole.UserRole + 2


class CompanyEdit(QLineEdit):
    """A line that offers the applications in process; ``picked`` carries the id of one.

    The Down key in an empty field lists them all.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = QStandardItemModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionRole(_COMPANY)
        completer.activated[QModelIndex].connect(self._pick)  # type: ignore[index]  # overloaded
        popup = completer.popup()
        assert popup is not None
        self._popup = popup
        popup.setObjectName("completions")
        popup.setAccessibleName(self.tr("Applications in process"))
        self.setCompleter(completer)

    def offer(self, applications: list[Application]) -> None:
        """Offer these applications."""
        self._offered.clear()
        for each in applications:
            item = QStandardItem(" · ".join(part for part in (each.company, each.role) if part))
            item.setData(each.id, _ID)
            item.setData(each.company, _COMPANY)
            self._offered.appendRow(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        completer = self.completer()
        if event.key() == Qt.Key.Key_Down and not self._popup.isVisible():
            completer.setCompletionPrefix(self.text())
            completer.complete()
            return
        super().keyPressEvent(event)

    def _pick(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.picked.emit(int(index.data(_ID)))
