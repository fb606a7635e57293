"""The backups: which there are, what one holds against today, and putting one back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.desktop.background import Job
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.record_words import reason_of_backup, records_of
from rebound_desktop.models.words import short_day
from rebound_desktop.store import backup, backup_list, comparing, database, encryption
from rebound_desktop.store.backup_list import Backup
from rebound_desktop.store.comparing import Difference
from rebound_desktop.ui.dialogs.opening import Question, ask
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.number_table import number_table
from rebound_desktop.ui.widgets.passphrase_ask import PassphraseAsk
from rebound_desktop.ui.widgets.text import PlainLabel

_ROLE = Qt.ItemDataRole.UserRole


class BackupsDialog(QDialog):
    """Shows the backups of both places; ``restore_asked`` carries the file of one to put back."""

    restore_asked = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = settings.folder
        self._settings = settings
        self._looked_at: Path | None = None
        self.setWindowTitle(self.tr("Backups"))
        self.resize(720, 620)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Backups"), "title"))
        self.list = number_table(
            self.tr("Backups"), [self.tr("Made"), self.tr("Why"), self.tr("Size"), self.tr("Where")]
        )
        column.addWidget(self.list, 3)
        self.heading = PlainLabel("", "section", wrap=True)
        column.addWidget(self.heading)
        self.passphrase = PassphraseAsk(
            self.tr("This backup has another passphrase than your store."), self.tr("Look into it")
        )
        self.passphrase.hide()
        column.addWidget(self.passphrase)
        self.differences = number_table(
            self.tr("What is in it"),
            [
                self.tr("Records"),
                self.tr("In the backup"),
                self.tr("Now"),
                self.tr("Would be missing"),
                self.tr("Changed since"),
            ],
        )
        column.addWidget(self.differences, 4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(button(self.tr("From a file…"), self._choose))
        row.addWidget(button(self.tr("Open folder"), self._open_folder))
        row.addStretch(1)
        row.addWidget(button(self.tr("Close"), self.accept))
        self.restore = button(self.tr("Restore…"), self._ask, kind="primary")
        self.restore.setEnabled(False)
        row.addWidget(self.restore)
        column.addLayout(row)
        self.passphrase.opened.connect(self._look_again)
        self.list.currentItemChanged.connect(lambda now, _before: self._look_at(now))
        self.fill()

    def fill(self) -> None:
        """List the backups there are."""
        self.list.clear()
        locale = QLocale()
        for where, found in self._found():
            for each in found:
                made = f"{short_day(each.moment.date())}, {each.moment:%H:%M}"
                size = locale.formattedDataSize(each.size)
                item = QTreeWidgetItem([made, reason_of_backup(each.reason), size, where])
                item.setData(0, _ROLE, each.path)
                self.list.addTopLevelItem(item)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        else:
            self.heading.setText(self.tr("There is no backup yet; the first is made each day."))
        self.list.setFocus()

    def _found(self) -> Iterator[tuple[str, list[Backup]]]:
        """Yield the backups of each place, with the place in words."""
        yield self.tr("Here"), backup_list.listed(self._folder / backup.FOLDER)
        second = self._settings.second_place()
        if second is not None:
            own = [*backup_list.listed(second.own), *second.of_nobody_known()]
            yield self.tr("Second place"), own
            yield self.tr("Second place, of another computer"), second.of_others()

    def look_at(self, copy: Path) -> None:
        """Work out beside the window what a backup holds against today, and show it."""
        self._looked_at = copy
        self.restore.setEnabled(False)
        self.differences.clear()
        self.passphrase.setVisible(encryption.is_locked(copy))
        self.differences.setVisible(not self.passphrase.isVisible())
        if self.passphrase.isVisible():
            self.heading.setText(copy.name)
            self.passphrase.ask([copy])
            return
        self.heading.setText(self.tr("Looking into {file}…").format(file=copy.name))
        store = self._folder / database.FILE_NAME
        job = Job(lambda: (copy, comparing.compare(copy, store)))
        # Connected to methods, so that a job which outlives the dialog has nobody to tell.
        job.done.connect(self._show)
        job.refused.connect(self._refuse)
        job.start()

    def _look_again(self) -> None:
        if self._looked_at is not None:
            self.look_at(self._looked_at)

    def _look_at(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.look_at(item.data(0, _ROLE))

    def _show(self, both: tuple[Path, list[Difference]]) -> None:
        copy, found = both
        if copy != self._looked_at:
            return
        for each in sorted(found, key=lambda one: (-one.missing, -one.older)):
            numbers = [each.there, each.now, each.missing, each.older]
            item = QTreeWidgetItem([records_of(each.table), *map(_number, numbers)])
            for place in (1, 2, 3, 4):
                item.setTextAlignment(place, Qt.AlignmentFlag.AlignRight)
            self.differences.addTopLevelItem(item)
        self.heading.setText(self._summary(found))
        self.restore.setEnabled(True)

    def _summary(self, found: list[Difference]) -> str:
        """Say what of today a restore would take away."""
        missing, older = sum(each.missing for each in found), sum(each.older for each in found)
        parts = []
        if missing == 1:
            parts.append(self.tr("1 record of today would be missing."))
        elif missing:
            parts.append(self.tr("{missing} records of today would be missing."))
        if older == 1:
            parts.append(self.tr("1 record was changed since, and would be as it was before."))
        elif older:
            parts.append(
                self.tr("{older} records were changed since, and would be as they were before.")
            )
        sentence = " ".join(parts) or self.tr("Nothing of today would be missing or changed.")
        return sentence.format(missing=_number(missing), older=_number(older))

    def _refuse(self, sentence: str) -> None:
        # One that came too late is followed by what was asked for since.
        if not self.differences.topLevelItemCount():
            self.heading.setText(sentence or self.tr("This backup cannot be read."))

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self,
            self.tr("Backup"),
            str(self._folder / backup.FOLDER),
            self.tr("Rebound store (*.db)"),
        )
        if chosen:
            self.list.clearSelection()
            self.look_at(Path(chosen))

    def _ask(self) -> None:
        copy = self._looked_at
        question = Question(
            self.tr("Restore"),
            self.tr("Put this backup in the place of today's store?"),
            self.heading.text()
            + " "
            + self.tr("Today's store is backed up first, so that you can go back to it."),
            self.tr("Keep today's"),
            self.tr("Restore"),
        )
        ask(question, self, lambda: self._go(copy))

    def _go(self, copy: Path | None) -> None:
        self.accept()
        self.restore_asked.emit(copy)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder / backup.FOLDER)))


def _number(value: Any) -> str:
    return QLocale().toString(int(value))
