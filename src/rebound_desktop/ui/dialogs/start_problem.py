"""Shown in place of the main window when the store cannot be opened."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.text import PlainLabel


class StartProblem(QDialog):
    """Says in one sentence what is wrong, and opens the folder in which the data lies."""

    def __init__(self, sentence: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setWindowTitle(self.tr("Rebound"))
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Your data could not be opened"), "title", wrap=True))
        self.sentence = PlainLabel(sentence, "second", wrap=True)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Open folder"), self._open_folder))
        row.addStretch(1)
        leave = button(self.tr("Quit"), self.accept, kind="primary")
        leave.setDefault(True)
        row.addWidget(leave)
        column.addLayout(row)
        leave.setFocus()
        self.setAccessibleDescription(sentence)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
