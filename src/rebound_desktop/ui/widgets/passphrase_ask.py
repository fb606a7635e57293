"""Asks for the passphrase of an encrypted file, in the middle of something else."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rebound_desktop.desktop.background import Job
from rebound_desktop.store import encryption, unlocking
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import Field
from rebound_desktop.ui.widgets.passphrase_edit import PassphraseEdit


class PassphraseAsk(QWidget):
    """A field and a button that try what is typed on files; ``opened`` when one of them took it."""

    opened = Signal()

    def __init__(self, hint: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files: list[Path] = []
        self.text = PassphraseEdit()
        self.field = Field(self.tr("Passphrase or recovery key"), self.text, hint=hint)
        self.go = button(action, self._try)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.go, alignment=Qt.AlignmentFlag.AlignLeft)
        self.text.returnPressed.connect(self._try)

    def ask(self, files: Sequence[Path]) -> None:
        """Ask for the files; the first is the one that matters, the others may be damaged less."""
        self._files = list(files)
        self.field.show_refusal("")
        self.go.setEnabled(True)
        self.text.setFocus()

    def _try(self) -> None:
        text = self.text.take()
        if not text or not self.go.isEnabled():
            return
        self.go.setEnabled(False)
        first, *others = self._files
        job = Job(lambda: unlocking.unlock(first, text, others))
        job.done.connect(self._take)
        job.refused.connect(self._refuse)
        job.start()

    def _take(self, _none: object = None) -> None:
        self.go.setEnabled(True)
        self.opened.emit()

    def _refuse(self, sentence: str) -> None:
        # Another file may have taken it, where the first one is damaged.
        if any(not encryption.is_locked(each) for each in self._files):
            self._take()
            return
        self.go.setEnabled(True)
        self.field.refuse(sentence)
