"""A text to read in which some places are marked."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from rebound_desktop.ui.theme import theme

#: More than a long advert is shown as its beginning, in characters.
_MOST = 20_000


class HighlightedText(QTextEdit):
    """Shows plain text with marked places; as high as its text, up to ``most`` lines."""

    def __init__(self, name: str, *, most: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self._most = most
        self._text = ""
        self._places: list[tuple[int, int]] = []
        theme().changed.connect(self._mark)

    def show_text(self, text: str, places: Iterable[tuple[int, int]] = ()) -> None:
        """Show a text with the places (start, end, in characters) marked."""
        # Laying out a megabyte would hold up the window for seconds.
        if len(text) > _MOST:
            text = text[: _MOST - 1] + "…"
        marked = [(start, end) for start, end in places if end < _MOST]
        if text != self._text:
            self._text = text
            self.setPlainText(text)
        elif marked == self._places:
            return
        self._places = marked
        self._mark()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def _mark(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        plain = QTextCharFormat()
        plain.setForeground(theme().color("second"))
        cursor.setCharFormat(plain)
        look = QTextCharFormat()
        look.setBackground(theme().color("selection"))
        look.setForeground(theme().color("text"))
        look.setFontWeight(QFont.Weight.DemiBold)
        for start, end in self._places:
            # Qt counts in units of UTF-16, in which an emoji has two.
            cursor.setPosition(_units(self._text, start))
            cursor.setPosition(_units(self._text, end), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(look)
        cursor.endEditBlock()
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        most = self._most * self.fontMetrics().lineSpacing()
        height = min(int(self.document().size().height()), most) + 4
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)


def _units(text: str, at: int) -> int:
    part = text[:at]
    return at if part.isascii() else len(part.encode("utf-16-le")) // 2
