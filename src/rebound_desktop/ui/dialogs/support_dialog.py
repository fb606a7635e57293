"""Where to find help: a list that is there without a network and that a person can change."""

from functools import partial

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.ui.widgets.autosave import Autosave, may_close, text_of
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import Field, TextArea
from rebound_desktop.ui.widgets.text import PlainLabel


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

        self._autosave = Autosave(self)
        self._autosave.watch(self.text, lambda _text: self._save())
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

    def done(self, result: int) -> None:
        """Save what was typed last, and close; stay open where the system does not take it."""
        if may_close(self, partial(self.done, result)):
            super().done(result)

    def _save(self) -> None:
        text = text_of(self.text)
        # The shipped list is kept as "none of my own", so that a later one takes its place.
        kept = "" if text == self.shipped_list() else text
        self._settings.values.support = kept
        self._settings.save()

    def _reset(self) -> None:
        # Through the cursor, so that Ctrl+Z in the field brings the own list back.
        cursor = self.text.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(self.shipped_list())
        self._autosave.flush()
