"""The settings of the backups: a second place for them, and how much room they may take."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.desktop.settings import BACKUP_LIMIT, Settings
from rebound_desktop.store import backup, second_place
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.fields import Field, number_edit
from rebound_desktop.ui.widgets.text import PlainLabel


class BackupSettings(QWidget):
    """Edits the settings at once; ``changed`` after one was taken over, before it is saved."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._values = settings.values
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.tr("Second place for backups"), "label"))
        self.place = PlainLabel("", "second", wrap=True)
        column.addWidget(self.place)
        column.addWidget(
            PlainLabel(
                self.tr(
                    "A stick or a drive that is not always there is fine: Rebound says when it "
                    "is missing. Several computers may share it; each gets a folder of its own."
                ),
                "small",
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        self.choose = button(
            self.tr("Choose folder…"),
            self._choose,
            name=self.tr("Choose the second place for backups"),
        )
        row.addWidget(self.choose)
        self.none = button(
            self.tr("None"), lambda: self.take_place(""), name=self.tr("No second place")
        )
        row.addWidget(self.none)
        row.addStretch(1)
        column.addLayout(row)
        self.refusal = PlainLabel("", "fieldError", wrap=True)
        self.refusal.hide()
        column.addWidget(self.refusal)
        self.limit = number_edit(BACKUP_LIMIT, self._values.backup_limit)
        self.limit.setSingleStep(50)
        self.limit.setSuffix(self.tr(" MB"))
        column.addSpacing(10)
        column.addWidget(
            Field(
                self.tr("Room for backups in a folder"),
                self.limit,
                hint=self.tr("Then the oldest go; the newest three always stay."),
            )
        )
        self.limit.valueChanged.connect(self._take_limit)
        self._show()

    def take_place(self, folder: str) -> None:
        """Take over a folder as the second place; an empty text takes none.

        The folder of the backups themselves is no second place, and is refused in a sentence.
        """
        first = self._settings.folder / backup.FOLDER
        if folder and second_place.is_first(Path(folder), first):
            self.refusal.setText(
                self.tr("The backups are there already. Choose a folder on another drive or stick.")
            )
            self.refusal.show()
            self.choose.setAccessibleDescription(self.refusal.text())
            return
        self.refusal.hide()
        self.choose.setAccessibleDescription("")
        self._values.backup_folder = folder
        self._show()
        self.changed.emit()

    def _take_limit(self, megabytes: int) -> None:
        self._values.backup_limit = megabytes
        self.changed.emit()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Second place for backups"), self._values.backup_folder
        )
        if chosen:
            self.take_place(str(Path(chosen)))

    def _show(self) -> None:
        folder = self._values.backup_folder
        self.place.setText(folder.replace("/", "/\u200b").replace("\\", "\\\u200b"))
        self.place.setAccessibleName(folder or self.tr("No second place for backups"))
        if not folder:
            self.place.setText(self.tr("None chosen"))
        self.none.setEnabled(bool(folder))
