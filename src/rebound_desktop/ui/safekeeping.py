"""Backups and archives as the window offers them: asked for, made beside it, said in a sentence."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from rebound_desktop.core import clock
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.locking import Locking

if TYPE_CHECKING:
    from rebound_desktop.exchange.archive_merging import Plan, Report
    from rebound_desktop.store.changes import Change
    from rebound_desktop.store.encryption import Key

#: A merge that changes more records than this is not waited for in the window's own thread.
_MANY = 100


class Safekeeping(QObject):
    """Makes backups and archives; ``said`` with a result, ``changed`` when a backup was made."""

    said = Signal(str)
    changed = Signal()

    def __init__(self, settings: Settings, locking: Locking, window: QWidget) -> None:
        super().__init__(window)
        self._folder = settings.folder
        self._locking = locking
        self._window = window

    def last_backup(self) -> str:
        """Return when the newest backup was made, in words: "Last backup today 08:12"."""
        from rebound_desktop.models import words
        from rebound_desktop.store import backup, backup_list

        moment = backup_list.latest_moment(self._folder / backup.FOLDER)
        if moment is None:
            return self.tr("No backup yet")
        days = (clock.today() - moment.date()).days
        if days == 0:
            return self.tr("Last backup today {time}").format(time=_time(moment))
        if days == 1:
            return self.tr("Last backup yesterday {time}").format(time=_time(moment))
        return self.tr("Last backup {day}").format(day=words.short_day(moment.date()))

    def back_up(self) -> None:
        """Ask for a file and copy the store to it."""
        from rebound_desktop.store import backup, database

        name = f"rebound-{clock.today().isoformat()}"
        target, _kind = self._target(self.tr("Back up"), name, self.tr("Rebound store (*.db)"))
        if target is None:
            return
        store = self._folder / database.FILE_NAME
        done = self.tr("Backed up to {file}.").format(file=target.name)
        self._start(lambda: backup.copy_to(store, target), lambda _none: self.said.emit(done))

    def export(self) -> None:
        """Ask for a file and write the whole store to it as an archive.

        The kind of file that is chosen says whether it is encrypted: with the store's passphrase,
        or, where the store has none, with one of the archive's own.
        """
        from rebound_desktop.store import database, encryption

        key = encryption.key_of(database.store_file())
        readable = self.tr("Archive that everybody can read (*.json)")
        encrypted = (
            self.tr("Archive with a passphrase (*.rebound)")
            if key is None
            else self.tr("Encrypted with your passphrase (*.rebound)")
        )
        kinds = [readable, encrypted] if key is None else [encrypted, readable]
        name = f"rebound-{clock.today().isoformat()}"
        target, kind = self._target(self.tr("Export archive"), name, *kinds)
        if target is None:
            return
        if kind == readable:
            self._export(target, None)
        elif key is not None:
            self._export(target, key)
        else:
            self._ask_for_new(target)

    def _export(self, target: Path, key: "Key | None") -> None:
        from rebound_desktop.exchange import archive

        done = (
            self.tr("{count} records are in {file}, which everybody can read.")
            if key is None
            else self.tr("{count} records are in {file}, encrypted.")
        )
        self._start(
            lambda: archive.export_file(target, key),
            lambda count: self.said.emit(done.format(count=count, file=target.name)),
        )

    def _ask_for_new(self, target: Path) -> None:
        """Ask for a passphrase for one archive alone."""
        from rebound_desktop.ui.dialogs.passphrase_dialog import PassphraseDialog

        dialog = PassphraseDialog(self._folder, "archive", self._window)
        dialog.chosen.connect(lambda key: self._export(target, key))
        open_once(dialog)

    def merge(self) -> None:
        """Ask for an archive and show what merging it would change."""
        chosen, _kind = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Merge archive"),
            _documents(),
            self.tr("Rebound archive (*.json *.rebound)"),
        )
        if chosen:
            self.look_into(Path(chosen))

    def look_into(self, file: Path) -> None:
        """Show what merging an archive would change; one that is locked is asked for first."""
        from rebound_desktop.exchange import archive_merging, archive_reading
        from rebound_desktop.store import encryption

        if encryption.is_locked(file):
            self._ask_for(file)
            return
        self.said.emit(self.tr("Looking into {file}…").format(file=file.name))
        self._start(
            lambda: archive_merging.look(archive_reading.read_file(file)),
            lambda plan: self._show(plan, file.name),
        )

    def _ask_for(self, file: Path) -> None:
        from rebound_desktop.ui.dialogs.file_passphrase_dialog import FilePassphraseDialog

        dialog = FilePassphraseDialog(file, self._window)
        dialog.accepted.connect(lambda: self.look_into(file))
        open_once(dialog)

    def _show(self, plan: "Plan", file: str) -> None:
        from rebound_desktop.ui.dialogs.merge_archive_dialog import MergeArchiveDialog

        self.said.emit("")
        if plan.report.is_empty:
            # What the other computer has seen is noted all the same; nobody sees any of it.
            self._write(plan)
        dialog = MergeArchiveDialog(plan, file, self._window)
        dialog.merge_asked.connect(self._merge)
        open_once(dialog)

    def _merge(self, plan: "Plan") -> None:
        from rebound_desktop.models.merge_words import summary

        total = plan.report.total()
        if total.new + total.changed + total.deleted + total.back > _MANY:
            self._merge_beside(plan)
            return
        report = self._write(plan)
        if report is not None:
            self.said.emit(summary(report))
        self.changed.emit()

    def _merge_beside(self, plan: "Plan") -> None:
        """Carry out a large merge on the store while the window shows that it is being done."""
        from rebound_desktop.exchange import archive_merging
        from rebound_desktop.models.merge_words import summary
        from rebound_desktop.store import backup, changes, database
        from rebound_desktop.store.cancelling import Cancel

        folder, cancel = self._folder, Cancel()

        def work() -> "tuple[Report, list[Change]]":
            database.open_store(folder, again=True)
            try:
                with changes.held() as held:
                    return archive_merging.apply(plan, folder / backup.FOLDER, cancel), held
            finally:
                database.suspend()

        def done(result: "tuple[Report, list[Change]]") -> None:
            report, held = result
            for each in held:
                changes.tell(each)
            self.said.emit(summary(report))
            self.changed.emit()

        def refused(sentence: str) -> None:
            self.said.emit(sentence)
            self.changed.emit()  # the backup before it may have been made

        self._locking.run_closed(self.tr("Merging your records"), work, done, refused, cancel.ask)

    def _write(self, plan: "Plan") -> "Report | None":
        """Carry out a merge; return what it changed, or None where it was refused."""
        from rebound_desktop.exchange import archive_merging
        from rebound_desktop.store import backup
        from rebound_desktop.store.errors import StoreError

        # Not beside the window: every write of the store goes through its one connection.
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return archive_merging.apply(plan, self._folder / backup.FOLDER)
        except StoreError as error:
            self.said.emit(str(error))
            return None
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _target(self, title: str, name: str, *kinds: str) -> tuple[Path | None, str]:
        """Ask for a file to write; return it, with the ending of its kind, and the kind."""
        start = str(Path(_documents()) / f"{name}{_ending(kinds[0])}")
        chosen, kind = QFileDialog.getSaveFileName(self._window, title, start, ";;".join(kinds))
        if not chosen:
            return None, ""
        kind = kind if kind in kinds else kinds[0]
        target = Path(chosen)
        # The name was proposed for the first kind, and not every desktop's dialog changes it.
        others = {_ending(each) for each in kinds if each != kind}
        if target.suffix in others:
            target = _free(target.with_suffix(_ending(kind)))
        return target, kind

    def _start(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        from rebound_desktop.desktop.background import Job
        from rebound_desktop.store import presence
        from rebound_desktop.store.errors import NotSavedError

        # Beside the window the store is opened by its name, under which another may lie by now.
        with suppress(NotSavedError):
            presence.check()
        if presence.situation():
            self.said.emit(presence.situation())
            return
        job = Job(work)
        job.done.connect(done)
        job.refused.connect(self.said)
        job.start()


def _ending(kind: str) -> str:
    """Return the ending of a kind of file, such as ".json" of "Archive (*.json)"."""
    return kind[kind.rindex("*") + 1 : -1]


def _free(target: Path) -> Path:
    """Return a name that no file has, since nobody was asked whether one may be replaced."""
    found, number = target, 1
    while found.exists():
        number += 1
        found = target.with_stem(f"{target.stem}-{number}")
    return found


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _time(moment: datetime) -> str:
    return f"{moment:%H:%M}"
