"""A check box with a text beside it that breaks into lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from rebound_desktop.ui.widgets.text import PlainLabel


class CheckRow(QWidget):
    """A choice with a text of any length; ``chosen`` is emitted when the person changes it."""

    chosen = Signal(bool)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.box = QCheckBox()
        self.label = PlainLabel("", wrap=True)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        self.label.setContentsMargins(0, 3, 0, 3)
        self.set_text(text)
        self.box.clicked.connect(self.chosen)

    def set_text(self, text: str) -> None:
        """Show a text."""
        self.label.setText(text)
        self.box.setAccessibleName(text)

    def set_checked(self, checked: bool) -> None:
        """Show whether it is chosen, without saying so."""
        self.box.setChecked(checked)

    def is_checked(self) -> bool:
        """Say whether it is chosen."""
        return self.box.isChecked()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # The text belongs to the box, as in a check box of one line.
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.box.click()
