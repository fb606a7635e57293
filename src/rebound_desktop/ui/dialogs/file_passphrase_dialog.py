"""Asks for the passphrase of one file, such as an archive from another computer."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.passphrase_ask import PassphraseAsk
from rebound_desktop.ui.widgets.text import PlainLabel


class FilePassphraseDialog(QDialog):
    """Accepted once the file can be opened."""

    def __init__(self, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Encrypted file"))
        self.setMinimumWidth(int(theme().points() * 40))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("This file is encrypted"), "title", wrap=True))
        column.addWidget(PlainLabel(file.name, "second", wrap=True))
        self.passphrase = PassphraseAsk(
            self.tr("The one that it was encrypted with; it may be another than your store's."),
            self.tr("Open it"),
        )
        column.addWidget(self.passphrase)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(self.tr("Cancel"), self.reject))
        column.addLayout(row)
        self.passphrase.opened.connect(self.accept)
        self.passphrase.ask([file])
