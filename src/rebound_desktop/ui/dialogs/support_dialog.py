"""Where to find help: a list that is there without a network and that a person can change."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import Field, TextArea
from rebound_desktop.ui.widgets.text import PlainLabel

#: A change is written this long after a key, in milliseconds; the timer is never put off.
_SAVE_MS = 300


class SupportDialog(QDialog):
    """Shows the list and keeps what the person writes into it."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Support"))
        self.resize(520, 380)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Somebody to talk to"), "title"))
        column.addWidget(
            PlainLabel(
                self.tr(
                    "A no can weigh a lot. These are people who listen. Change the list so "
                    "that it fits the place you live in; it stays on this laptop."
                ),
                "second",
                wrap=True,
            )
        )
        self.text = TextArea(lines=8, most=16)
        self.text.setPlainText(settings.values.support or self.shipped_list())
        column.addWidget(Field(self.tr("Your list"), self.text))
        column.addStretch(1)
        row = QHBoxLayout()
        self.reset = button(self.tr("Reset the list"), self._reset, kind="link")
        row.addWidget(self.reset)
        row.addStretch(1)
        close = button(self.tr("Close"), self.accept)
        close.setDefault(True)
        row.addWidget(close)
        column.addLayout(row)

        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_MS)
        self._timer.timeout.connect(self._save)
        self.text.textChanged.connect(self._note)
        close.setFocus()

    def shipped_list(self) -> str:
        """Return the list as it is shipped; one place a line."""
        return "\n".join(
            (
                self.tr("In danger right now: your local emergency number"),
                self.tr("United States: call or text 988"),
                self.tr("United Kingdom: Samaritans, 116 123"),
                self.tr("Anywhere: findahelpline.com lists help by country"),
            )
        )

    def hideEvent(self, event: QHideEvent) -> None:
        self._save()
        super().hideEvent(event)

    def _note(self) -> None:
        # Not started anew at each key, so that what is typed is never far behind.
        if not self._timer.isActive():
            self._timer.start()

    def _save(self) -> None:
        self._timer.stop()
        text = self.text.toPlainText()
        # The shipped list is kept as "none of my own", so that a later one takes its place.
        kept = "" if text == self.shipped_list() else text
        if kept != self._settings.values.support:
            self._settings.values.support = kept
            self._settings.save()

    def _reset(self) -> None:
        # Through the cursor, so that Ctrl+Z in the field brings the own list back.
        cursor = self.text.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(self.shipped_list())
        self._save()
