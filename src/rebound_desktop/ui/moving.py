"""Taking the store out of a folder in which it is not safe."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox

from rebound_desktop.desktop import background, place
from rebound_desktop.desktop.paths import default_data_folder
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import database, moving
from rebound_desktop.store.errors import StoreError
from rebound_desktop.ui.dialogs.opening import Question, ask


class Moving(QObject):
    """Asks where to, copies, compares, and closes the program; the next start opens it there."""

    def __init__(self, settings: Settings, window: QMainWindow) -> None:
        super().__init__(window)
        self._folder = settings.folder
        self._window = window

    def begin(self) -> None:
        """Ask whether to move to the usual folder, or to one that the person chooses."""
        target = default_data_folder()
        usual = self._is_fit(target)
        where = self.tr("It goes to {folder}.").format(folder=target) + " " if usual else ""
        question = Question(
            self.tr("Move your data"),
            self.tr("Move your data to a folder on this computer alone?"),
            where
            + self.tr(
                "It is copied and compared first; the old file stays under another name. Rebound "
                "then closes, and opens the new place from then on."
            ),
            self.tr("Leave it here"),
            self.tr("Move") if usual else self.tr("Choose folder…"),
        )
        ask(question, self._window, lambda: self._go(target if usual else None))

    def move(self, target: Path) -> None:
        """Move the store and close the window. Raises StoreError; the store is as it was then."""
        background.wait()
        moving.copy_all(self._folder, target)
        database.close_store()
        moving.leave_behind(self._folder)
        place.note_move(self._folder, target)

    def _go(self, target: Path | None) -> None:
        if target is None:
            chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Where to?"))
            if not chosen:
                return
            target = Path(chosen) / "Rebound"
        # Everything that is typed is saved before the copy is made.
        if not self._window.close():
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.move(target)
        except (StoreError, OSError) as error:
            QGuiApplication.restoreOverrideCursor()
            told = QMessageBox(self._window)
            told.setTextFormat(Qt.TextFormat.PlainText)  # a folder may be called anything
            told.setWindowTitle(self.tr("Move your data"))
            told.setText(str(error))
            told.exec()
        else:
            QGuiApplication.restoreOverrideCursor()
        # With an icon in the tray the program would stay.
        QCoreApplication.quit()

    def _is_fit(self, target: Path) -> bool:
        return (
            target.absolute() != self._folder.absolute()
            and not (target / database.FILE_NAME).exists()
            and not place.synchronised_by(target)
            and not place.is_on_network(target)
        )
