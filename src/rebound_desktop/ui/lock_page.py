"""What the window shows while the store is locked: nothing but a field for the passphrase."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.fields import Field
from rebound_desktop.ui.widgets.passphrase_edit import PassphraseEdit
from rebound_desktop.ui.widgets.text import PlainLabel

_WIDTH = 440  # pixels, at the text's usual size


class LockPage(QWidget):
    """Asks for the passphrase: ``unlock_asked`` with what was typed, ``quit_asked`` to leave.

    While something is being done it shows that instead; ``cancel_asked`` calls it off.
    """

    unlock_asked = Signal(str)
    quit_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card = Card("")
        card.setMaximumWidth(int(_WIDTH * theme().points() / 10))
        column = card.column
        column.setContentsMargins(28, 26, 28, 24)
        column.setSpacing(12)
        self._picture = PlainLabel()
        column.addWidget(self._picture)
        self.title = PlainLabel("", "title", wrap=True)
        column.addWidget(self.title)
        self.sentence = PlainLabel("", "second", wrap=True)
        column.addWidget(self.sentence)
        self.text = PassphraseEdit()
        self.field = Field(self.tr("Passphrase or recovery key"), self.text)
        column.addWidget(self.field)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        column.addWidget(self.progress)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.forgotten = button(self.tr("Forgotten?"), self._explain, kind="link")
        self.cancel = button(self.tr("Cancel"), self._cancel)
        self.leave = button(self.tr("Quit"), self.quit_asked.emit)
        self.unlock = button(self.tr("Unlock"), self._ask, kind="primary")
        row.addWidget(self.forgotten)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.leave)
        row.addWidget(self.unlock)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 4)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)
        self.text.returnPressed.connect(self._ask)
        theme().changed.connect(self._look)
        self._look()
        self.ask()

    def ask(self, instead: str = "") -> None:
        """Show that the store is locked, with the field for the passphrase.

        What else there is to say can stand ``instead`` of the usual sentence.
        """
        self.setAccessibleName(self.tr("Locked"))
        self.title.setText(self.tr("Rebound is locked"))
        usual = self.tr("What you wrote is saved and encrypted. Your passphrase opens it.")
        self.sentence.setText(instead or usual)
        self._show_field(True)
        self.set_busy(False)
        self.text.setFocus()

    def show_work(self, sentence: str, *, cancel: bool = False) -> None:
        """Show what is being done meanwhile, without a field; with a button if it can be ended."""
        for each in (self, self.progress):
            each.setAccessibleName(sentence)
        self.title.setText(sentence)
        self.sentence.setText(self.tr("This takes a moment. Nothing is lost if it is interrupted."))
        self._show_field(False)
        self.progress.show()
        self.cancel.setVisible(cancel)
        self.cancel.setEnabled(cancel)
        if cancel:
            self.cancel.setFocus()

    def announce_lock(self) -> None:
        """Say that the store is locked once what is being done has ended."""
        self.sentence.setText(self.tr("Rebound locks as soon as this is done."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape call off what is being done, where it can be."""
        if self.cancel.isVisible() and event.key() == Qt.Key.Key_Escape:
            self._cancel()
            return
        super().keyPressEvent(event)

    def set_busy(self, busy: bool) -> None:
        """Show that a passphrase is being tried."""
        self.progress.setVisible(busy)
        for each in (self.text, self.unlock):
            each.setEnabled(not busy)

    def refuse(self, sentence: str) -> None:
        """Show why the store is still locked."""
        self.set_busy(False)
        self.field.refuse(sentence)
        self.text.setFocus()

    def _show_field(self, shown: bool) -> None:
        for each in (self.field, self.forgotten, self.leave, self.unlock):
            each.setVisible(shown)
        self.cancel.hide()

    def _cancel(self) -> None:
        if self.cancel.isEnabled():
            self.cancel.setEnabled(False)
            self.sentence.setText(self.tr("Taking back what was done so far."))
            self.cancel_asked.emit()

    def _ask(self) -> None:
        text = self.text.take()
        if text and self.text.isEnabled():
            self.field.show_refusal("")
            self.set_busy(True)
            self.unlock_asked.emit(text)

    def _explain(self) -> None:
        self.field.show_refusal(
            self.tr(
                "The recovery key that you printed or wrote down opens it too: type it here. "
                "Without either, nobody can open it."
            )
        )
        self.text.setFocus()

    def _look(self) -> None:
        self._picture.setPixmap(theme().pixmap("lock", "accent", 32))
