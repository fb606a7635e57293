"""About the program: its version, its licence, and what is protected and what is not."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rebound_desktop import __version__
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.text import PlainLabel


class AboutDialog(QDialog):
    """Shows the facts about the program; ``folder`` is where the data lives."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Rebound"))
        self.resize(580, 570)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(24, 22, 24, 20)
        outside.setSpacing(12)

        head = QHBoxLayout()
        head.setSpacing(10)
        logo = PlainLabel()
        logo.setPixmap(theme().pixmap("ring", "accent", 32))
        head.addWidget(logo)
        head.addWidget(PlainLabel(self.tr("Rebound"), "title"))
        head.addStretch(1)
        head.addWidget(PlainLabel(self.tr("Version {number}").format(number=__version__), "second"))
        outside.addLayout(head)

        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        for title, text in self._parts(folder):
            column.addWidget(PlainLabel(title, "strong"))
            label = PlainLabel(text, "second", wrap=True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            column.addWidget(label)
            column.addSpacing(8)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("About Rebound"))
        scroll.setWidget(inside)
        outside.addWidget(scroll, 1)

        row = QHBoxLayout()
        row.addStretch(1)
        close = button(self.tr("Close"), self.accept)
        close.setDefault(True)
        row.addWidget(close)
        outside.addLayout(row)
        close.setFocus()

    def _parts(self, folder: Path) -> list[tuple[str, str]]:
        return [
            (
                self.tr("What it is"),
                self.tr(
                    "A companion for the days after a no: look back, follow up, prepare, go on."
                ),
            ),
            (
                self.tr("Where your data lives"),
                self.tr(
                    "{folder}\nNothing leaves this laptop: the program opens no connection."
                ).format(folder=folder),
            ),
            (
                self.tr("What is protected"),
                self.tr(
                    "The files can be read by your account on this laptop only. Each sentence is "
                    "saved as you type it. A copy of the store is made each day and checked."
                ),
            ),
            (
                self.tr("What is not"),
                self.tr(
                    "The store and its backups are not encrypted. Somebody who can use your "
                    "account, or take out the disk, can read them. What you export or copy is "
                    "as safe as the place where you put it."
                ),
            ),
            (
                self.tr("Licence"),
                self.tr(
                    "Rebound is free software under the MIT licence, without any warranty. "
                    "© Rebound contributors."
                ),
            ),
            (
                self.tr("Made with"),
                self.tr(
                    "Python (PSF licence), Qt and PySide6 (LGPL 3), SQLite (public domain), "
                    "SQLCipher (BSD), sqlcipher3 (zlib), peewee (MIT), platformdirs (MIT)."
                ),
            ),
        ]
