"""The advert on the Prepare page: read with its requirements marked, pasted, edited."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QMimeData, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.ui.widgets.autosave import Autosave
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import TextArea
from rebound_desktop.ui.widgets.highlighted_text import HighlightedText
from rebound_desktop.ui.widgets.text import PlainLabel

#: More characters than an advert has; what comes after them is not looked at anyway.
MOST = 100_000
#: What an advert has between its words; other signs of control are those of a binary file.
_GAPS = "\t\n\r\x0b\x0c\x1c\x1d\x1e"


class AdvertPart(QWidget):
    """Shows the advert of an application.

    ``typed`` carries its text as it is typed, ``pasted`` one that takes its place, ``said`` a
    sentence.
    """

    pasted = Signal(str)
    said = Signal(str)

    def __init__(
        self, autosave: Autosave, save: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        """``save`` stores the advert as it is typed."""
        super().__init__(parent)
        self._autosave = autosave
        self._advert = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(PlainLabel(self.tr("The advert"), "heading"))
        row.addStretch(1)
        self.edit = button(self.tr("Edit advert"), self._switch, kind="smallLink")
        self.paste = button(
            self.tr("Paste"), self.take_clipboard, kind="smallLink", name=self.tr("Paste advert")
        )
        row.addWidget(self.edit)
        row.addWidget(self.paste)
        column.addLayout(row)
        self.hint = PlainLabel(
            self.tr("Paste the advert, and the stories that fit it come up."), "second", wrap=True
        )
        column.addWidget(self.hint)
        self.view = HighlightedText(self.tr("The advert, with what it asks for marked"), most=11)
        column.addWidget(self.view)
        self.area = _AdvertArea(lines=6, most=14)
        self.area.setAccessibleName(self.tr("The advert"))
        self.area.refused.connect(self.said)
        self.area.hide()
        autosave.watch(self.area, save)
        column.addWidget(self.area)

    def show_advert(self, text: str, places: list[tuple[int, int]] | None = None) -> None:
        """Show an advert; the places it asks for something at are marked, once they are known."""
        self._advert = text
        self._autosave.fill(self.area, text)
        self.view.show_text(text, places or [])
        self._show()

    def leave(self) -> None:
        """Show the advert to read, as when another sheet is shown."""
        self.area.hide()
        self._show()

    def take_clipboard(self) -> None:
        """Take the text on the clipboard as the advert; Undo brings back the one before."""
        text = QGuiApplication.clipboard().text()
        refusal = _refusal(text)
        if refusal:
            self.said.emit(refusal)
            return
        self._autosave.flush()
        self.area.hide()
        self.pasted.emit(text.strip())

    def _switch(self) -> None:
        self._autosave.flush()
        self.area.setVisible(self.area.isHidden())
        self._show()
        (self.edit if self.area.isHidden() else self.area).setFocus()

    def _show(self) -> None:
        reading = self.area.isHidden()
        self.edit.setText(self.tr("Edit advert") if reading else self.tr("Done"))
        self.hint.setVisible(reading and not self._advert.strip())
        self.view.setVisible(reading and bool(self._advert.strip()))


class _AdvertArea(TextArea):
    refused = Signal(str)

    def insertFromMimeData(self, source: QMimeData) -> None:
        refusal = _refusal(source.text()) if source.hasText() else ""
        if refusal:
            self.refused.emit(refusal)
        else:
            super().insertFromMimeData(source)


def _refusal(text: str) -> str:
    """Return why a text is no advert, or an empty text."""
    if not text.strip():
        return QCoreApplication.translate(
            "AdvertPart", "There is no text on the clipboard; copy the advert first."
        )
    if len(text) > MOST:
        return QCoreApplication.translate(
            "AdvertPart", "This is far more than an advert; copy only the advert itself."
        )
    unreadable = sum(each == "\ufffd" or (each < " " and each not in _GAPS) for each in text)
    if "\0" in text or unreadable > len(text) / 20:
        return QCoreApplication.translate(
            "AdvertPart", "This is no readable text; copy the advert as text."
        )
    return ""
