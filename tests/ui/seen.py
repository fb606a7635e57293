"""What the tests of the window and its pages see and do as a person would."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QStatusBar, QWidget


def first_column(model: QAbstractItemModel) -> list[str]:
    """Return what the first column of a table shows, from top to bottom."""
    return [
        str(model.index(row, 0).data(Qt.ItemDataRole.DisplayRole))
        for row in range(model.rowCount())
    ]


def press(within: QWidget, text: str) -> None:
    """Press the button that a person sees under this text, or hears under this name."""
    QApplication.processEvents()  # a layout shows what was added to it in the next turn
    found = [
        each
        for each in within.findChildren(QPushButton)
        if text in (each.text(), each.accessibleName()) and each.isVisibleTo(within)
    ]
    assert found, text
    found[0].click()


def said(window: QWidget) -> str:
    """Return the sentence at the bottom of the window."""
    bar = window.findChild(QStatusBar)
    assert bar is not None
    return bar.currentMessage()
