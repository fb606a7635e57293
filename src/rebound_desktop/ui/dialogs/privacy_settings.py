"""The passphrase as a part of the settings, and what it protects, in plain words."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from rebound_desktop.desktop.settings import LOCK_MINUTES, Settings, Values
from rebound_desktop.store import encryption
from rebound_desktop.store.database import FILE_NAME
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import Field, number_edit
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.text import PlainLabel


class PrivacySettings(QWidget):
    """Shows whether the store is encrypted, and edits when it locks; ``changed`` after an edit.

    ``passphrase_asked`` carries "set", "change", "remove", or "show" for the recovery key.
    """

    changed = Signal()
    passphrase_asked = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = settings.folder
        values = settings.values
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.tr("Passphrase"), "label"))
        self.state = PlainLabel("", "second", wrap=True)
        column.addWidget(self.state)
        ways = QWidget()
        flow = FlowLayout(ways)
        self.set = self._way(self.tr("Set a passphrase…"), "set")
        self.change = self._way(self.tr("Change…"), "change", self.tr("Change the passphrase"))
        self.show_key = self._way(self.tr("Recovery key…"), "show", self.tr("Show recovery key"))
        self.remove = self._way(self.tr("Remove…"), "remove", self.tr("Remove the passphrase"))
        for each in (self.set, self.change, self.show_key, self.remove):
            flow.addWidget(each)
        column.addWidget(ways)
        self.minutes = number_edit(LOCK_MINUTES, values.lock_minutes)
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setSpecialValueText(self.tr("Never"))
        self.locks = Field(
            self.tr("Lock after minutes without a key or a mouse"),
            self.minutes,
            hint=self.tr("Ctrl+L locks at once. What you are writing is saved first."),
        )
        column.addSpacing(6)
        column.addWidget(self.locks)
        self.on_sleep = QCheckBox(self.tr("Lock when the computer sleeps"))
        self.on_sleep.setChecked(values.lock_on_sleep)
        column.addWidget(self.on_sleep)
        column.addSpacing(6)
        column.addWidget(PlainLabel(self.tr("What it protects, and what it does not"), "section"))
        for sentence in self._statement():
            column.addWidget(PlainLabel(sentence, "small", wrap=True))
        self.minutes.valueChanged.connect(self.changed)
        self.on_sleep.toggled.connect(lambda _on: self.changed.emit())
        self.show_state()

    def show_state(self) -> None:
        """Show anew whether the store is encrypted."""
        encrypted = encryption.is_encrypted(self._folder / FILE_NAME)
        self.state.setText(
            self.tr("Your records, their backups and archives are encrypted.")
            if encrypted
            else self.tr("None. Whoever can use your account on this computer can read it all.")
        )
        self.set.setVisible(not encrypted)
        for each in (self.change, self.show_key, self.remove, self.locks, self.on_sleep):
            each.setVisible(encrypted)

    def take(self, values: Values) -> None:
        """Write what is set into the settings."""
        values.lock_minutes = self.minutes.value()
        values.lock_on_sleep = self.on_sleep.isChecked()

    def _statement(self) -> list[str]:
        return [
            self.tr(
                "With a passphrase, everything you write is encrypted on the disk: the records, "
                "what is being written, the backups in both places, and archives unless you "
                "choose a readable one. Without the passphrase or the recovery key nobody can "
                "open them, not even we."
            ),
            self.tr(
                "Not encrypted: how the window looks, when backups were made and how large they "
                "are; letters, PDFs and other files that you save elsewhere; what you print or "
                "copy; archives and backups that were saved elsewhere before. A disk may keep "
                "traces of the files from before."
            ),
            self.tr(
                "It does not protect against a program that watches you while Rebound is open. "
                "While it is locked the key is gone, but parts of what was on the screen may "
                "still be in the computer's memory; quit to clear that too."
            ),
        ]

    def _way(self, text: str, task: str, name: str = "") -> QWidget:
        return button(text, partial(self.passphrase_asked.emit, task), name=name)
