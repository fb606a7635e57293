"""Choosing one of the people by name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from rebound_desktop.models.people_table import shown_name
from rebound_desktop.store import people_list


class PersonPicker(QComboBox):
    """A list of the people in which one finds somebody by typing; its first line is nobody.

    ``besides`` is the id of a person who is left out.
    """

    def __init__(self, nobody: str, besides: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItem(nobody, 0)
        order = [each for each in people_list.ids("name") if each != besides]
        rows = people_list.rows(order)
        for each in order:
            row = rows[each]
            text = " · ".join(filter(None, (shown_name(row.name), row.company)))
            self.addItem(text, each)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        if (popup := completer.popup()) is not None:
            popup.setObjectName("completions")
        self.setCompleter(completer)
        if (line := self.lineEdit()) is not None:
            line.editingFinished.connect(self._settle)

    def person_id(self) -> int:
        """Return the id of the person that is chosen, 0 for nobody."""
        place = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        return int(self.itemData(place)) if place > 0 else 0

    def set_person(self, person_id: int | None) -> None:
        """Choose a person; None or somebody who is not there chooses nobody."""
        self.setCurrentIndex(max(0, self.findData(person_id or 0)))

    def _settle(self) -> None:
        """A name that is none of these leaves nobody chosen, and says so."""
        if self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString) < 0:
            self.setCurrentIndex(0)
