"""Showing a dialog over the window that it belongs to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog


def open_once(dialog: QDialog) -> None:
    """Show a dialog without waiting for it; it is gone once it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
