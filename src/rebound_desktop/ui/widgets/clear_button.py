"""The button inside a search field that empties it, with a name for the screen reader."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractButton, QLineEdit


def add_clear_button(field: QLineEdit) -> None:
    """Give a field a button that empties it, shown while there is text in it."""
    field.setClearButtonEnabled(True)
    for each in field.findChildren(QAbstractButton):
        each.setAccessibleName(QCoreApplication.translate("ClearButton", "Empty the field"))
