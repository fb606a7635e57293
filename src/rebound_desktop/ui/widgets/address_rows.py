"""A small list of further ways to reach somebody: what each is, its text, and a way to drop it."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from rebound_desktop.models.words import values, word
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import ChoiceEdit


class AddressRows(QWidget):
    """Edits pairs of a kind and a text; rows without a text count for nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        column.addLayout(self._column)
        self.add = button(self.tr("Add another address or link"), self._add_empty, kind="link")
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addStretch(1)
        column.addLayout(line)

    def addresses(self) -> list[tuple[str, str]]:
        """Return what is written, as kind and text, in its order."""
        return [(row.kind.value(), row.text.text()) for row in self._rows if row.text.text()]

    def set_addresses(self, addresses: list[tuple[str, str]]) -> None:
        """Show these addresses."""
        for row in list(self._rows):
            self._drop(row)
        for kind, text in addresses:
            self._add_row(kind, text)

    def kept_value(self) -> object:
        """Return what is written, for the draft of a form."""
        return [list(each) for each in self.addresses()]

    def put_kept(self, value: object) -> None:
        """Show what was kept."""
        if isinstance(value, list):
            self.set_addresses([(str(kind), str(text)) for kind, text in value])

    def kept_text(self) -> str:
        """Return what is written, as for the clipboard."""
        return "\n".join(text for _kind, text in self.addresses())

    def _add_empty(self) -> None:
        self._add_row("email", "").text.setFocus()

    def _add_row(self, kind: str, text: str) -> "_Row":
        row = _Row(kind, text, self)
        row.drop.clicked.connect(lambda _checked=False: self._drop_by_hand(row))
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def _drop_by_hand(self, row: "_Row") -> None:
        place = self._rows.index(row)
        self._drop(row)
        rest = self._rows[place : place + 1] or self._rows[-1:]
        (rest[0].text if rest else self.add).setFocus()

    def _drop(self, row: "_Row") -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


class _Row(QWidget):
    def __init__(self, kind: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.kind = ChoiceEdit([(each, word("address", each)) for each in values("address")], kind)
        self.kind.setAccessibleName(self.tr("What it is"))
        self.text = QLineEdit(text)
        self.text.setAccessibleName(self.tr("Address or link"))
        self.drop: QPushButton = button(
            self.tr("Remove"), kind="link", name=self.tr("Remove this address")
        )
        line.addWidget(self.kind, 2)
        line.addWidget(self.text, 5)
        line.addWidget(self.drop)
