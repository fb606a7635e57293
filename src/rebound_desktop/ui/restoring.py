"""Putting a backup in the place of the store while the window is open."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.words import short_day
from rebound_desktop.store import backup_list, changes, database, presence, restoring
from rebound_desktop.store.errors import NotSavedError
from rebound_desktop.ui.locking import Locking
from rebound_desktop.ui.widgets.autosave import Autosave
from rebound_desktop.ui.widgets.notices import Notices

if TYPE_CHECKING:
    from rebound_desktop.store.restoring import Restored

_NOTICE = "restored"


class Restoring(QObject):
    """Restores with the store closed for a moment; ``done`` when the window has to read anew."""

    done = Signal()

    def __init__(self, settings: Settings, locking: Locking, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._locking = locking
        self._window = window

    def list(self) -> QDialog:
        """Return the list of backups."""
        from rebound_desktop.ui.dialogs.backups_dialog import BackupsDialog

        dialog = BackupsDialog(self._settings, self._window)
        dialog.restore_asked.connect(self.restore)
        return dialog

    def restore(self, copy: Path) -> None:
        """Put a backup in place; the window then says how to go back."""
        try:
            for each in self._window.findChildren(Autosave):
                each.flush()  # into the store that it was written for
        except NotSavedError:
            return
        with suppress(NotSavedError):
            presence.check()
        if presence.situation():
            self._notices().tell(_NOTICE, presence.situation())
            return
        folder, was_encrypted = self._settings.folder, database.is_encrypted()

        def work() -> "Restored":
            restored = restoring.restore(folder, copy)
            changes.reset()  # they were changes of another store
            return restored

        def done(restored: "Restored") -> None:
            self._tell(restored, copy, encrypted=database.is_encrypted() and not was_encrypted)
            self.done.emit()

        def refused(sentence: str) -> None:
            self._notices().tell(
                _NOTICE,
                sentence or self.tr("Something went wrong. Your records are as they were."),
            )
            self.done.emit()

        self._locking.run_closed(self.tr("Restoring the backup"), work, done, refused)

    def _tell(self, restored: "Restored", copy: Path, *, encrypted: bool) -> None:
        listed = [each for each in backup_list.listed(copy.parent) if each.path.name == copy.name]
        sentence = (
            self.tr("This is the store of {day}, {time}.").format(
                day=short_day(listed[0].moment.date()), time=f"{listed[0].moment:%H:%M}"
            )
            if listed
            else self.tr("This is the store from {file}.").format(file=copy.name)
        )
        if encrypted:
            sentence += " " + self.tr("It is encrypted with the passphrase of that backup.")
        before = restored.before
        if before is None or before.name.startswith("rebound-damaged"):
            self._notices().tell(_NOTICE, sentence)
            return
        self._notices().tell(
            _NOTICE,
            sentence,
            (self.tr("Restore the store from before"), partial(self.restore, before)),
        )

    def _notices(self) -> Notices:
        return Notices.of(self._window)
