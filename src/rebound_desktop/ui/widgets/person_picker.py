"""Choosing one of the people by name."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from rebound_desktop.core.plain_text import folded, shortened
from rebound_desktop.models.people_table import shown_name
from rebound_desktop.store import people_list


class PersonPicker(QComboBox):
    """A list of the people in which one finds somebody by typing; its first line is nobody.

    ``besides`` is the id of a person who is left out. A name that is none of these stays as it
    was typed; ``misread`` carries a sentence about it, and an empty text once it is put right.
    """

    misread = Signal(str)

    def __init__(self, nobody: str, besides: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusal = ""
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
            line.editingFinished.connect(self.settle)
        self.currentTextChanged.connect(lambda _text: self._refuse(""))

    def person_id(self) -> int:
        """Return the id of the person that is chosen, 0 for nobody."""
        place = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        return int(self.itemData(place)) if place > 0 else 0

    def set_person(self, person_id: int | None) -> None:
        """Choose a person; None or somebody who is not there chooses nobody."""
        self.setCurrentIndex(max(0, self.findData(person_id or 0)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        line = self.lineEdit()
        if line is not None and line.text() == self.itemText(0):
            # A click would put the cursor into the words for nobody, and a name behind them.
            QTimer.singleShot(0, line, line.selectAll)

    def settle(self) -> str:
        """Choose whom the typed name means; return why nobody is, or an empty text."""
        text = " ".join(self.currentText().split())
        place = self._place_of(text)
        if place >= 0:
            self.setCurrentIndex(place)
            # The same line again: Qt would leave the name as it was typed.
            self.setEditText(self.itemText(place))
            self._refuse("")
            return ""
        sentence = self.tr(
            "Nobody here is called “{name}”. Choose somebody from the list, or empty this field."
        ).format(name=shortened(text, 40))
        self._refuse(sentence)
        return sentence

    def kept_value(self) -> object:
        """Return the id of who is chosen, or the name that is typed, for the draft of a form."""
        text = self.currentText()
        place = self.findText(text, Qt.MatchFlag.MatchFixedString)
        return int(self.itemData(place)) if place >= 0 else text

    def put_kept(self, value: object) -> None:
        """Show what was kept."""
        if isinstance(value, int):
            self.set_person(value)
        else:
            self.setEditText(str(value))

    def kept_text(self) -> str:
        """Return a name that is typed and nobody's yet, as for the clipboard."""
        kept = self.kept_value()
        return kept if isinstance(kept, str) else ""

    def _place_of(self, text: str) -> int:
        """Return the line that a text means, its name where it is the only one; -1 for none."""
        if not text:
            return 0
        place = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if place >= 0:
            return place
        called = [
            each
            for each in range(1, self.count())
            if folded(self.itemText(each).split(" · ")[0]) == folded(text)
        ]
        return called[0] if len(called) == 1 else -1

    def _refuse(self, sentence: str) -> None:
        if sentence != self._refusal:
            self._refusal = sentence
            self.misread.emit(sentence)
