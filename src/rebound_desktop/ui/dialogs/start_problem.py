"""Shown in place of the main window when the store cannot be opened."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.models.record_words import kind_of_record, records_of
from rebound_desktop.models.words import long_day
from rebound_desktop.store import (
    backup,
    backup_list,
    database,
    encryption,
    restoring,
    salvage,
    salvage_reading,
)
from rebound_desktop.store.backup_list import Backup
from rebound_desktop.store.database import FILE_NAME
from rebound_desktop.store.errors import StoreError
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.passphrase_ask import PassphraseAsk
from rebound_desktop.ui.widgets.text import PlainLabel

#: The kinds of records that are named before the rest is only counted.
_NAMED = ("rejections", "applications", "stories", "people", "lessons", "reflections")


class StartProblem(QDialog):
    """Says in one sentence what is wrong, and opens the folder in which the data lies.

    With ``damaged`` it offers the newest good backup, with what it would be missing, and what is
    still readable; with ``lost`` an empty store, too. Where the backups are encrypted, it asks for
    the passphrase first. It is accepted once the store can be opened again.
    """

    def __init__(
        self,
        sentence: str,
        folder: Path,
        parent: QWidget | None = None,
        *,
        damaged: bool = False,
        lost: bool = False,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setWindowTitle(self.tr("Rebound"))
        self.setMinimumWidth(500)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(12)
        column.addWidget(PlainLabel(self.tr("Your data could not be opened"), "title", wrap=True))
        self.sentence = PlainLabel(sentence, "second", wrap=True)
        column.addWidget(self.sentence)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(8)
        column.addLayout(self._ways)
        self._lost = lost
        if damaged and self._is_locked():
            self._ask_passphrase()
        elif damaged:
            self._offer_ways()
        if lost:
            anew = QVBoxLayout()
            anew.setSpacing(8)
            column.addLayout(anew)
            self._offer(
                anew,
                self.tr("Or leave it and the backups as they are, and begin with nothing in it."),
                self.tr("Begin with an empty store"),
                self._begin_anew,
            )
        column.addSpacing(8)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Open folder"), self._open_folder))
        row.addStretch(1)
        self.leave = button(self.tr("Quit"), self.reject, kind="primary")
        self.leave.setDefault(True)
        row.addWidget(self.leave)
        column.addLayout(row)
        if not (damaged and self._is_locked()):
            self.leave.setFocus()
        self.setAccessibleDescription(sentence)

    def _is_locked(self) -> bool:
        """Say whether a backup is encrypted, and what is in it cannot be seen yet."""
        return any(encryption.is_locked(each.path) for each in self._backups())

    def _backups(self) -> list[Backup]:
        return backup_list.listed(self._folder / backup.FOLDER)

    def _ask_passphrase(self) -> None:
        """Ask for what opens the backups, before saying which ways there are."""
        self.passphrase = PassphraseAsk(
            self.tr("Your backups are encrypted. With it you see what is in them."),
            self.tr("Look into the backups"),
        )
        self._ways.addWidget(self.passphrase)
        self.passphrase.opened.connect(self._take_key)
        self.passphrase.ask(
            [each.path for each in self._backups() if encryption.is_locked(each.path)]
        )

    def _take_key(self) -> None:
        self.passphrase.hide()
        self._offer_ways()
        self.adjustSize()

    def _offer_ways(self) -> None:
        readable = {
            table: {row["uuid"] for row in rows if row.get("deleted_at") is None}
            for table, rows in self._readable().items()
        }
        good = self._newest_good()
        if good is not None:
            found, held = good
            sentence = self.tr("The newest good backup is of {day}, {time}: {counts}.").format(
                day=long_day(found.moment.date()),
                time=f"{found.moment:%H:%M}",
                counts=_counted(held),
            )
            missing = self._missing(found, readable)
            if missing:
                sentence += " " + self.tr("Missing in it: {counts}.").format(counts=missing)
            self._offer(
                self._ways,
                sentence,
                self.tr("Restore this backup"),
                lambda: restoring.restore(self._folder, found.path),
            )
        else:
            self._ways.addWidget(PlainLabel(self.tr("There is no good backup."), wrap=True))
        counts = {table: len(uuids) for table, uuids in readable.items() if uuids}
        if counts:
            self._offer(
                self._ways,
                self.tr("Still readable in the damaged store: {counts}.").format(
                    counts=_counted(counts)
                ),
                self.tr("Save what is readable"),
                lambda: salvage.salvage(self._folder),
            )
        if self._lost:
            return
        self._ways.addWidget(
            PlainLabel(
                self.tr("Either way the damaged file is set aside, untouched."), "small", wrap=True
            )
        )

    def _offer(
        self, column: QVBoxLayout, sentence: str, text: str, work: Callable[[], object]
    ) -> None:
        column.addWidget(PlainLabel(sentence, wrap=True))
        made = button(text, lambda: self._go(work))
        column.addWidget(made, alignment=Qt.AlignmentFlag.AlignLeft)

    def _begin_anew(self) -> None:
        database.open_store(self._folder, new=True)
        database.close_store()

    def _go(self, work: Callable[[], object]) -> None:
        try:
            work()
        except StoreError as error:
            self.sentence.setText(str(error))
        else:
            self.accept()

    def _readable(self) -> dict[str, list[dict[str, Any]]]:
        store = self._folder / FILE_NAME
        return salvage_reading.read(store) if store.exists() else {}

    def _newest_good(self) -> tuple[Backup, dict[str, int]] | None:
        for each in self._backups():
            try:
                return each, restoring.look(each.path)
            except StoreError:
                continue
        return None

    def _missing(self, found: Backup, readable: dict[str, set[Any]]) -> str:
        """Return in words what is still readable and not in a backup."""
        there = restoring.living(found.path)
        return _counted(
            {table: len(uuids - there.get(table, frozenset())) for table, uuids in readable.items()}
        )

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _counted(counts: dict[str, int]) -> str:
    parts = []
    for each in _NAMED:
        count = counts.get(each, 0)
        name = kind_of_record(each) if count == 1 else records_of(each)
        if count:
            parts.append(f"{count} {name.lower()}")
    return ", ".join(parts)
