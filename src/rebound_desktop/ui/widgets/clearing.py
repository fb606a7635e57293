"""Taking out of a layout what was shown for the last record."""

from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Remove the widgets of a layout: they are hidden at once, and deleted when Qt comes to it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
