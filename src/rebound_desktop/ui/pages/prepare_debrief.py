"""The line that offers to look back, once an interview is over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.text import PlainLabel


class DebriefBanner(Card):
    """``asked`` is emitted to note how it went, ``skipped`` where there is nothing to note."""

    asked = Signal()
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="banner", parent=parent)
        self.column.setContentsMargins(18, 8, 12, 8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(
            PlainLabel(
                self.tr("The interview is over. Sixty seconds now help with the next one."),
                wrap=True,
            ),
            1,
        )
        row.addWidget(button(self.tr("How did it go?"), self.asked.emit))
        row.addWidget(button(self.tr("Nothing to note"), self.skipped.emit, kind="link"))
        self.column.addLayout(row)
        self.hide()
