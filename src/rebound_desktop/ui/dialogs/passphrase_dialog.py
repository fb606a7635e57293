"""Choosing a passphrase, step by step: the one so far, a new one, and the recovery key."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rebound_desktop.desktop.background import Job
from rebound_desktop.store import encryption, reencrypting, unlocking
from rebound_desktop.store.database import FILE_NAME
from rebound_desktop.ui.dialogs.recovery_key_step import RecoveryKeyStep
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import Field
from rebound_desktop.ui.widgets.passphrase_edit import PassphraseEdit
from rebound_desktop.ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from rebound_desktop.store.encryption import Key


class PassphraseDialog(QDialog):
    """Leads to ``chosen`` with the new key (None: no passphrase any more), once all is confirmed.

    ``task`` is "set", "change", "remove", "show" for the recovery key alone, or "archive" for a
    passphrase of one file. ``confirmed`` when the person showed that the recovery key in force is
    written down; a new one is once it is chosen, and in force when what follows succeeded.
    """

    chosen = Signal(object)
    confirmed = Signal()

    def __init__(self, folder: Path, task: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._task = task
        self._key: Key | None = None
        titles = {
            "set": self.tr("Set a passphrase"),
            "change": self.tr("Change the passphrase"),
            "remove": self.tr("Remove the passphrase"),
            "show": self.tr("Recovery key"),
            "archive": self.tr("A passphrase for this archive"),
        }
        self.setWindowTitle(titles[task])
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(titles[task], "title"))
        self._steps = QStackedWidget()
        column.addWidget(self._steps, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.cancel = button(self.tr("Cancel"), self.reject)
        self.go_on = button(self.tr("Next"), self._next, kind="primary")
        self.go_on.setDefault(True)
        row.addWidget(self.cancel)
        row.addWidget(self.go_on)
        column.addLayout(row)
        self._now_step = self._make_now()
        self._new_step = self._make_new()
        self.recovery = RecoveryKeyStep()
        for each in (self._now_step, self._new_step, self.recovery):
            self._steps.addWidget(each)
        self._show(self._new_step if task in ("set", "archive") else self._now_step)
        # The recovery key takes more room than a question.
        high = 30 if task in ("remove", "archive") else 44
        room = (parent.window() if parent is not None else self.screen()).size()
        self.resize(
            min(int(theme().points() * 50), room.width() - 40),
            min(max(self.sizeHint().height(), int(theme().points() * high)), room.height() - 24),
        )

    def reject(self) -> None:
        for each in self.findChildren(PassphraseEdit):
            each.take()
        super().reject()

    # The steps

    def _make_now(self) -> QWidget:
        sentences = {
            "change": self.tr("First the passphrase that you have now."),
            "remove": self.tr(
                "Your records, their backups and new archives will then be readable for whoever "
                "can use your account on this computer. Your passphrase, to be sure that it is you."
            ),
            "show": self.tr("It opens your records without the passphrase. First the passphrase."),
        }
        self.now = PassphraseEdit()
        self.now_field = Field(self.tr("Passphrase now"), self.now)
        return _step(PlainLabel(sentences.get(self._task, ""), "second", wrap=True), self.now_field)

    def _make_new(self) -> QWidget:
        sentence = (
            self.tr("You type it where the archive is merged. Nobody can get it back for you.")
            if self._task == "archive"
            else self.tr(
                "It encrypts your records, their backups and archives. You type it when Rebound "
                "starts, and after it was locked. Nobody can get it back for you, so you get a "
                "recovery key in the next step."
            )
        )
        about = PlainLabel(sentence, "second", wrap=True)
        self.new = PassphraseEdit()
        self.new_field = Field(
            self.tr("New passphrase"),
            self.new,
            hint=self.tr("Four or five words that do not belong together are good."),
        )
        self.again = PassphraseEdit()
        self.again_field = Field(self.tr("The same once more"), self.again)
        return _step(about, self.new_field, self.again_field)

    def _show(self, step: QWidget) -> None:
        self._steps.setCurrentWidget(step)
        self._wait(False)
        if step is self._now_step:
            self.now.setFocus()
            if self._task == "remove":
                self.go_on.setText(self.tr("Decrypt"))
        elif step is self._new_step:
            self.go_on.setText(self.tr("Export") if self._task == "archive" else self.tr("Next"))
            self.new.setFocus()
        else:
            assert self._key is not None
            self.recovery.show_key(self._key.copy(), needed=self._task != "show")
            self.go_on.setText(
                self.tr("Done") if self._task == "show" else self.tr("Encrypt my records")
            )

    # From one to the next

    def _next(self) -> None:
        step = self._steps.currentWidget()
        if not self.go_on.isEnabled():
            return
        if step is self._now_step:
            self._check_now()
        elif step is self._new_step:
            self._check_new()
        else:
            self._finish()

    def _check_now(self) -> None:
        text, folder = self.now.take(), self._folder
        if not text:
            self.now_field.refuse(self.tr("Type your passphrase, or the recovery key."))
            return
        self._wait(True)
        job = Job(lambda: unlocking.unlock_store(folder, text))
        job.done.connect(lambda _none: self._take_now())
        job.refused.connect(lambda sentence: self._refuse(self.now_field, sentence))
        job.start()

    def _take_now(self) -> None:
        if self._task == "remove":
            self._leave(None)
        elif self._task == "show":
            self._key = encryption.key_of(self._folder / FILE_NAME)
            self._show(self.recovery)
        else:
            self._show(self._new_step)

    def _check_new(self) -> None:
        text = self.new.text()
        weakness = reencrypting.weakness(text)
        if weakness:
            self.new_field.refuse(weakness)
            return
        if text != self.again.text():
            self.again_field.refuse(self.tr("The two are not the same."))
            return
        self._wait(True)
        job = Job(lambda: encryption.new_key(text))
        job.done.connect(self._take_new)
        job.refused.connect(lambda sentence: self._refuse(self.new_field, sentence))
        job.start()

    def _take_new(self, key: "Key") -> None:
        self._key = key
        for each in (self.new, self.again):
            each.take()
        if self._task == "archive":
            self._leave(key)
        else:
            self._show(self.recovery)

    def _finish(self) -> None:
        if self._task == "show" and self.recovery.is_untouched():
            self.accept()
            return
        if not self.recovery.confirm():
            return
        if self._task == "show":
            self.confirmed.emit()
            self.accept()
        else:
            self._leave(self._key)

    def _leave(self, key: "Key | None") -> None:
        self.accept()
        self.chosen.emit(key)

    def _refuse(self, field: Field, sentence: str) -> None:
        self._wait(False)
        field.refuse(sentence)

    def _wait(self, waiting: bool) -> None:
        self._steps.setEnabled(not waiting)
        self.go_on.setEnabled(not waiting)


def _step(*parts: QWidget) -> QWidget:
    step = QWidget()
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    for each in parts:
        column.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
    column.addStretch(1)
    return step
