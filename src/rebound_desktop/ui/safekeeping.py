"""Backups and archives as the window offers them: asked for, made beside it, said in a sentence."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from rebound_desktop.core import clock
from rebound_desktop.desktop.settings import Settings

if TYPE_CHECKING:
    from rebound_desktop.exchange.archive_merging import Plan, Report


class Safekeeping(QObject):
    """Makes backups and archives; ``said`` with a result, ``changed`` when a backup was made."""

    said = Signal(str)
    changed = Signal()

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._folder = settings.folder
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

        name = f"rebound-{clock.today().isoformat()}.db"
        target = self._target(self.tr("Back up"), name, self.tr("Rebound store (*.db)"))
        if target is None:
            return
        store = self._folder / database.FILE_NAME
        done = self.tr("Backed up to {file}.").format(file=target.name)
        self._start(lambda: backup.copy_to(store, target), lambda _none: self.said.emit(done))

    def export(self) -> None:
        """Ask for a file and write the whole store to it as an archive."""
        from rebound_desktop.exchange import archive

        name = f"rebound-{clock.today().isoformat()}.json"
        target = self._target(self.tr("Export archive"), name, self._archives())
        if target is None:
            return
        done = self.tr("{count} records are in {file}.")
        self._start(
            lambda: archive.export_file(target),
            lambda count: self.said.emit(done.format(count=count, file=target.name)),
        )

    def merge(self) -> None:
        """Ask for an archive and show what merging it would change."""
        from rebound_desktop.exchange import archive_merging, archive_reading

        chosen, _kind = QFileDialog.getOpenFileName(
            self._window, self.tr("Merge archive"), _documents(), self._archives()
        )
        if not chosen:
            return
        self.said.emit(self.tr("Looking into {file}…").format(file=Path(chosen).name))
        self._start(
            lambda: archive_merging.look(archive_reading.read_file(Path(chosen))),
            lambda plan: self._show(plan, Path(chosen).name),
        )

    def _show(self, plan: "Plan", file: str) -> None:
        from rebound_desktop.ui.dialogs.merge_archive_dialog import MergeArchiveDialog

        self.said.emit("")
        if plan.report.is_empty:
            # What the other computer has seen is noted all the same; nobody sees any of it.
            self._write(plan)
        dialog = MergeArchiveDialog(plan, file, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.merge_asked.connect(self._merge)
        dialog.open()

    def _merge(self, plan: "Plan") -> None:
        from rebound_desktop.models.merge_words import summary

        report = self._write(plan)
        if report is not None:
            self.said.emit(summary(report))
        self.changed.emit()

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

    def _archives(self) -> str:
        return self.tr("Rebound archive (*.json)")

    def _target(self, title: str, name: str, kind: str) -> Path | None:
        start = str(Path(_documents()) / name)
        chosen, _kind = QFileDialog.getSaveFileName(self._window, title, start, kind)
        return Path(chosen) if chosen else None

    def _start(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        from rebound_desktop.desktop.background import Job

        job = Job(work)
        job.done.connect(done)
        job.refused.connect(self.said)
        job.start()


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _time(moment: datetime) -> str:
    return f"{moment:%H:%M}"
