"""An area that scrolls its content up and down, without a frame."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scroll_area(inside: QWidget) -> QScrollArea:
    """Return an area that scrolls a widget up and down; its look is that of what is behind it."""
    area = QScrollArea()
    area.setObjectName("plain")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area


def scrolled(inside: QWidget) -> QScrollArea:
    """Return such an area around a widget that has a layout, with the margins of a tab."""
    layout = inside.layout()
    assert layout is not None
    layout.setContentsMargins(0, 12, 6, 4)
    return scroll_area(inside)
