"""A list of choices under a heading, each with a text of any length."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.ui.widgets.check_row import CheckRow
from rebound_desktop.ui.widgets.keyed_column import KeyedColumn
from rebound_desktop.ui.widgets.text import PlainLabel


class CheckList(QWidget):
    """Records to choose from; ``changed`` carries the ids of the chosen ones, in their order."""

    changed = Signal(list)

    def __init__(self, heading: str, nothing: str, parent: QWidget | None = None) -> None:
        """``nothing`` is the sentence that stands there while there is nothing to choose."""
        super().__init__(parent)
        self.setAccessibleName(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.head = QHBoxLayout()
        self.head.addWidget(PlainLabel(heading, "section"))
        self.head.addStretch(1)
        column.addLayout(self.head)
        self._nothing = PlainLabel(nothing, "second", wrap=True)
        column.addWidget(self._nothing)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        column.addLayout(rows)
        self.rows = KeyedColumn[CheckRow](rows)

    def show_choices(self, choices: dict[int, str], chosen: list[int]) -> None:
        """Show these records by id, in this order, those in ``chosen`` ticked."""
        if list(choices) != list(self.rows.widgets):
            self.rows.keep([], self._make)
        self.rows.keep(list(choices), self._make)
        for number, text in choices.items():
            row = self.rows.widgets[number]
            row.set_text(text)
            row.set_checked(number in chosen)
        self._nothing.setVisible(not choices)

    def chosen(self) -> list[int]:
        """Return the ids of the chosen ones."""
        return [number for number, row in self.rows.widgets.items() if row.is_checked()]

    def _make(self, number: int) -> CheckRow:
        row = CheckRow()
        row.chosen.connect(self._changed)
        return row

    def _changed(self, _checked: bool) -> None:
        self.changed.emit(self.chosen())
