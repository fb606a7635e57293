"""A field for a passphrase: dots, unless the person wants to see it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from rebound_desktop.ui.theme import theme


class PassphraseEdit(QLineEdit):
    """Shows dots; a button in it shows the text. No history, no suggestions, nothing kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(1024)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(
            hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase
        )
        self._seen = QAction(self.tr("Show what I type"), self)
        self._seen.setCheckable(True)
        self.addAction(self._seen, QLineEdit.ActionPosition.TrailingPosition)
        for each in self.findChildren(QToolButton):
            each.setAccessibleName(self._seen.text())
        self._seen.toggled.connect(self._show)
        theme().changed.connect(self._look)
        self._look()

    def take(self) -> str:
        """Return what was typed, and empty the field."""
        text = self.text()
        self._seen.setChecked(False)
        self.clear()
        return text

    def _show(self, seen: bool) -> None:
        modes = QLineEdit.EchoMode
        self.setEchoMode(modes.Normal if seen else modes.Password)
        self._look()

    def _look(self) -> None:
        name = "eye-off" if self._seen.isChecked() else "eye"
        self._seen.setIcon(theme().icon(name, "second"))
