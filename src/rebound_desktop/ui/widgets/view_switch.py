"""Two or more views of one thing, of which one is shown."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from rebound_desktop.ui.widgets.buttons import button


class ViewSwitch(QWidget):
    """Buttons side by side; ``chosen`` carries the key of the view that a person chose."""

    chosen = Signal(str)

    def __init__(
        self, name: str, views: list[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for place, (key, text) in enumerate(views):
            made = button(text, partial(self.chosen.emit, key), kind="switch")
            made.setProperty("place", "first" if place == 0 else "last")
            made.setCheckable(True)
            self._group.addButton(made)
            self._buttons[key] = made
            row.addWidget(made)

    def show_view(self, key: str) -> None:
        """Mark a view as the one that is shown."""
        self._buttons[key].setChecked(True)
