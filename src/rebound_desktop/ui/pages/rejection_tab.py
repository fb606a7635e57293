"""What every tab beside the rejection log has."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from rebound_desktop.store.tables import Rejection


class RejectionTab(QScrollArea):
    """A scrolling column about one rejection.

    Asks upward as a page does: ``record_asked``, ``copy_asked``, ``said``.
    """

    record_asked = Signal(str, int)
    copy_asked = Signal(str, str)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        # The width is that of the view and the height follows from it alone; the layout's own
        # minimum is that of the narrowest lines, and would leave room to scroll over nothing.
        inside.setMinimumSize(1, 1)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 14, 6, 8)
        self.column.setSpacing(12)
        self.setWidget(inside)

    def show_rejection(self, rejection: Rejection) -> None:
        """Show what is known now about a rejection; it comes with its application."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save what is typed and not saved yet."""
