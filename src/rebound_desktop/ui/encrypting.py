"""Setting, changing and removing the passphrase from the window."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow

from rebound_desktop.desktop.background import Job
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store.errors import NotSavedError
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.locking import Locking

if TYPE_CHECKING:
    from rebound_desktop.store.encryption import Key
    from rebound_desktop.store.reencrypting import Covered

_NOTICE = "encryption"
_REMINDER = "recovery key"
_UNKNOWN = "backups of nobody known"


class Encrypting(QObject):
    """Asks for what it takes and does it; ``said`` with a result, ``changed`` after each."""

    said = Signal(str)
    changed = Signal()

    def __init__(self, settings: Settings, locking: Locking, window: QMainWindow) -> None:
        super().__init__(window)
        self._settings = settings
        self._locking = locking
        self._window = window

    def lock(self) -> None:
        """Lock the store; where it has no passphrase, ask for one."""
        if self._locking.is_encrypted:
            self._locking.lock()
        else:
            self.set_passphrase()

    def set_passphrase(self) -> None:
        """Ask for a passphrase and encrypt the store."""
        self.begin("set")

    def begin(self, task: str) -> None:
        """Begin a task: "set", "change", "remove", or "show" for the recovery key."""
        from rebound_desktop.ui.dialogs.passphrase_dialog import PassphraseDialog

        dialog = PassphraseDialog(self._settings.folder, task, self._window)
        dialog.chosen.connect(self._go)
        dialog.confirmed.connect(self._take_confirmation)
        open_once(dialog)

    def remind(self) -> None:
        """Ask once more for the recovery key that nobody has confirmed yet."""
        if not (self._settings.values.recovery_key_due and self._locking.is_encrypted):
            return
        from rebound_desktop.ui.widgets.notices import Notices

        Notices.of(self._window).tell(
            _REMINDER,
            self.tr(
                "Your recovery key was not confirmed yet. Without it, a forgotten passphrase "
                "means that nobody can open your records."
            ),
            (self.tr("Show it…"), partial(self.begin, "show")),
        )

    def _take_confirmation(self) -> None:
        """Take note that the recovery key in force is written down."""
        from rebound_desktop.ui.widgets.notices import Notices

        Notices.of(self._window).drop(_REMINDER)
        if self._settings.values.recovery_key_due:
            self._settings.values.recovery_key_due = False
            self._settings.save()

    def _go(self, key: "Key | None") -> None:
        from rebound_desktop.store import reencrypting
        from rebound_desktop.store.cancelling import Cancel

        folder, cancel = self._settings.folder, Cancel()
        self._locking.run_closed(
            self.tr("Decrypting your records")
            if key is None
            else self.tr("Encrypting your records"),
            lambda: reencrypting.reencrypt(folder, key, cancel),
            lambda _none: self._take_over(key),
            lambda sentence: self._refuse_key(key, sentence),
            cancel.ask,
        )

    def _take_over(self, key: "Key | None") -> None:
        self._cover(key is not None)
        # Whoever chose a new key has shown that it is written down; it opens nothing until now.
        self._take_confirmation()

    def _refuse_key(self, key: "Key | None", sentence: str) -> None:
        """Say that all is as it was, and that the recovery key just written down opens nothing."""
        from rebound_desktop.store import presence

        sentence = sentence or self.tr("Something went wrong. Your records are as they were.")
        if key is not None and presence.salt() != key.salt:
            sentence = self.tr("{what} The recovery key you just wrote down opens nothing.").format(
                what=sentence
            )
        self._refuse(sentence)

    def _cover(self, encrypted: bool) -> None:
        """Let the backups follow, beside the window."""
        from rebound_desktop.store import reencrypting

        folder, second = self._settings.folder, self._settings.second_place()
        self.said.emit(
            self.tr("Your records are encrypted. The backups follow.")
            if encrypted
            else self.tr("Your records are not encrypted any more. The backups follow.")
        )
        self.changed.emit()
        job = Job(lambda: reencrypting.cover(folder, second))
        job.done.connect(lambda covered: self._tell(covered, encrypted))
        job.refused.connect(self._refuse)
        job.start()

    def _tell(self, covered: "Covered", encrypted: bool) -> None:
        done = (
            self.tr("Done. Backups encrypted too: {count}.")
            if encrypted
            else self.tr("Done. Backups decrypted too: {count}.")
        )
        self.said.emit(done.format(count=covered.rewritten))
        self.changed.emit()
        from rebound_desktop.store import encryption
        from rebound_desktop.ui.widgets.notices import Notices

        # A backup that has a passphrase of its own stays, and is nobody's to read either.
        readable = [each for each in covered.left if not encryption.is_encrypted(each)]
        if encrypted and covered.unknown and covered.place is not None:
            self._tell_unknown(covered.place)
        if not encrypted or not readable:
            return
        names = ", ".join(each.name for each in readable[:3])
        more = len(readable) - 3
        if more > 0:
            names = self.tr("{names} and {count} more").format(names=names, count=more)
        Notices.of(self._window).tell(
            _NOTICE,
            self.tr("These files are not encrypted and can still be read: {names}.").format(
                names=names
            ),
            (self.tr("Delete them"), partial(self._delete, readable)),
        )

    def take_daily(self, covered: "Covered") -> None:
        """Say what the daily look found in a second place that had been away, once of each."""
        told = self._settings.values.readable_told
        if covered.unknown and covered.place is not None and told != str(covered.place):
            self._tell_unknown(covered.place)

    def _tell_unknown(self, place: Path) -> None:
        """Say that readable backups were left alone, since they may be somebody else's."""
        from rebound_desktop.ui.widgets.notices import Notices

        self._settings.values.readable_told = str(place)
        with suppress(NotSavedError):
            self._settings.save()
        Notices.of(self._window).tell(
            _UNKNOWN,
            self.tr(
                "Backups in {folder} can still be read. They may be of another computer, "
                "so they were left; delete there what is yours."
            ).format(folder=place),
            (self.tr("Open folder"), partial(_open, place)),
        )

    def _delete(self, files: list[Path]) -> None:
        from rebound_desktop.ui.widgets.notices import Notices

        Notices.of(self._window).drop(_NOTICE)
        left = []
        for each in files:
            try:
                each.unlink(missing_ok=True)
            except OSError:
                left.append(each.name)
        self.said.emit(
            self.tr("Could not be deleted: {names}").format(names=", ".join(left))
            if left
            else self.tr("Deleted.")
        )
        self.changed.emit()

    def _refuse(self, sentence: str) -> None:
        from rebound_desktop.ui.widgets.notices import Notices

        Notices.of(self._window).tell(
            _NOTICE, sentence or self.tr("Something went wrong. Your records are as they were.")
        )
        self.changed.emit()


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
