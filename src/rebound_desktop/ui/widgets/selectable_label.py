"""A text that can be marked and copied in part."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSizePolicy

from rebound_desktop.ui.widgets.text import PlainLabel


class SelectableLabel(PlainLabel):
    """A wrapped text that can be marked with the mouse and copied in part.

    Where nothing is marked, it leaves the keys for copying to the page.
    """

    def __init__(self, text: str, rank: str) -> None:
        super().__init__(text, rank, wrap=True)
        # Its height follows from its width alone; a minimum would make the card scroll too early.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().height())

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Copy)
            and not self.hasSelectedText()
        ):
            event.ignore()
            return True
        return super().event(event)
