"""A box for plain text that stays quick with a megabyte in it."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

#: A run without a space this long is no word, and one of spaces no gap, in characters.
_NO_WORD = 5_000


class LongText(QPlainTextEdit):
    """A plain text that breaks between words.

    Where Qt breaks a run without any space, the time grows with the square of its length: half a
    minute for a pasted picture in letters. Such a text breaks anywhere. Where a line ends in more
    than 65,535 spaces Qt never comes back, so a text with very many in a row does not break at all.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if text:
            self.setPlainText(text)

    def setPlainText(self, text: str) -> None:
        self._break(text)
        super().setPlainText(text)

    def insertPlainText(self, text: str) -> None:
        self._break(text)
        super().insertPlainText(text)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self._break(source.text())
        super().insertFromMimeData(source)

    def _break(self, added: str) -> None:
        if " " * _NO_WORD in added:
            self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        elif len(added) >= _NO_WORD and max(map(len, added.split()), default=0) >= _NO_WORD:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
