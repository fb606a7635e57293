"""Cards: surfaces with a thin line around them."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.ui.widgets.text import PlainLabel


class Card(QFrame):
    """A surface with a column of widgets; with a heading ``action_row`` beside it takes buttons.

    ``kind`` is the object name that gives the look: "card", "banner", "notice" or "raised".
    """

    def __init__(
        self, heading: str = "", *, kind: str = "card", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(kind)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 16, 18, 16)
        self.column.setSpacing(8)
        self.heading = PlainLabel(heading, "heading")
        self.action_row = QHBoxLayout()
        self.action_row.setSpacing(8)
        if heading:
            self.setAccessibleName(heading)
            self.action_row.addWidget(self.heading)
            self.action_row.addStretch(1)
            self.column.addLayout(self.action_row)


def rule() -> QFrame:
    """Return a thin line between two rows of a card."""
    line = QFrame()
    line.setObjectName("rule")
    return line
