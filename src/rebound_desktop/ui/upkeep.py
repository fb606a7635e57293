"""What the program does by itself to keep the data: at the start, each day, and in trouble."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QWidget,
)

from rebound_desktop.core import clock
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store.errors import NotSavedError
from rebound_desktop.ui.dialogs.opening import open_once

if TYPE_CHECKING:
    from rebound_desktop.desktop.crash_report import Ending
    from rebound_desktop.store.backup import Daily
    from rebound_desktop.store.erasing import Cleared
    from rebound_desktop.store.reencrypting import Covered
    from rebound_desktop.ui.locking import Locking

_MEGABYTE = 1_000_000


class Upkeep(QObject):
    """Makes the backup of the day, empties the bin, and says what the person has to know.

    ``said`` carries a sentence, ``changed`` comes when a backup was made, ``covered`` with what
    became of backups that were not encrypted yet, ``restored`` when another store took the place of
    this one.
    """

    said = Signal(str)
    changed = Signal()
    covered = Signal(object)
    restored = Signal()

    def __init__(self, settings: Settings, locking: "Locking", window: QMainWindow) -> None:
        super().__init__(window)
        self._settings = settings
        self._locking = locking
        self._window = window
        #: What did not work at the last backup, in a sentence; empty where all did.
        self.problem = ""

    # What can be asked

    def open_bin(self) -> None:
        """Open the bin."""
        from rebound_desktop.ui.dialogs.bin_dialog import BinDialog

        open_once(BinDialog(self.clear_away, self._window))

    def open_backups(self) -> None:
        """Open the list of backups, from which one can be restored."""
        from rebound_desktop.ui.restoring import Restoring

        restoring = Restoring(self._settings, self._locking, self._window)
        restoring.done.connect(self.restored)
        open_once(restoring.list())

    def move_store(self) -> None:
        """Take the store to a folder in which it is safe."""
        from rebound_desktop.ui.moving import Moving

        Moving(self._settings, self._window).begin()

    # After the start

    def begin(self, ending: "Ending | None") -> None:
        """Do what waits for the window to stand: notices, the backup of the day, the bin."""
        from rebound_desktop.desktop import private_files
        from rebound_desktop.store import database

        private_files.tighten(self._settings.folder)
        self._tell_ending(ending)
        if database.was_changed_outside():
            self._tell(
                "outside",
                self.tr(
                    "Something else wrote into your store while Rebound was closed. It can be "
                    "read; a backup from before can be restored."
                ),
                (self.tr("Backups…"), self.open_backups),
            )
        self._look_at_clock()
        self._look_at_place()
        self.each_day()

    def each_day(self) -> None:
        """Make the backup of the day, and empty the bin of what is older than a month."""
        from rebound_desktop.store import (
            backup,
            database,
            drafts,
            encryption,
            erasing,
            presence,
            reencrypting,
        )

        if presence.place() is not presence.Place.THERE:
            return  # of which the window says what there is to say
        folder, second = self._settings.folder, self._settings.second_place()
        limit = self._settings.values.backup_limit * _MEGABYTE
        store = folder / database.FILE_NAME

        def back_up() -> "tuple[Daily, Covered | None]":
            made = backup.make_daily(store, folder / backup.FOLDER, second, limit)
            # What could not be encrypted when the store was, such as on a stick that is back now.
            # Nothing is ever decrypted by itself.
            if encryption.is_encrypted(store):
                return made, reencrypting.cover(folder, second)
            return made, None

        self._start(back_up, self._take_daily, self._take_no_backup)
        drafts.forget_old()
        if self._may_empty_bin():
            erasing.erase_older()
        if erasing.is_pending(folder):
            self.clear_away(lambda _cleared: None)

    def clear_away(self, done: "Callable[[Cleared], object]") -> None:
        """Clear what was deleted for good from everywhere, beside the window."""
        from rebound_desktop.store import erasing

        folder, second = self._settings.folder, self._settings.second_place()
        self._start(lambda: erasing.clear_away(folder, second), done, self.said.emit)

    # In trouble

    def take_error(self, error: BaseException) -> None:
        """Say what an error that nobody caught means to the person."""
        from rebound_desktop.store import trouble

        window = QApplication.activeWindow() or self._window
        if isinstance(error, NotSavedError):
            if not error.was_told:
                self._notices(window).not_saved(error, _typed_in(window))
            return
        sentence = trouble.sentence_of(error)
        if sentence and trouble.is_damage(error):
            self._tell("damage", sentence, (self.tr("Backups…"), self.open_backups), window=window)
            return
        self.said.emit(
            sentence
            or self.tr(
                "Something went wrong here. What was saved is safe; the log has the details."
            )
        )

    # What it is made of

    def _take_daily(self, both: "tuple[Daily, Covered | None]") -> None:
        daily, covered = both
        self.problem = daily.problem
        self.said.emit(daily.problem)
        if covered is not None:
            self.covered.emit(covered)
        self.changed.emit()

    def _take_no_backup(self, sentence: str) -> None:
        self.problem = sentence
        self._tell("no backup", sentence, (self.tr("Backups…"), self.open_backups))
        self.changed.emit()

    def _may_empty_bin(self) -> bool:
        """Say whether what is too old may go: it was so on an earlier day already.

        A clock that ran ahead for an hour must not cost a month.
        """
        from rebound_desktop.store import erasing

        values, today = self._settings.values, clock.today().isoformat()
        due = values.bin_due_on
        if not erasing.count_older():
            values.bin_due_on = ""
        elif not due or due > today:
            values.bin_due_on = today
        elif due < today:
            values.bin_due_on = ""
            self._settings.save()
            return True
        if values.bin_due_on != due:
            self._settings.save()
        return False

    def _tell_ending(self, ending: "Ending | None") -> None:
        if ending is None:
            return
        if ending.report is None:
            self._tell(
                "ending",
                self.tr(
                    "Rebound was not closed last time, as when the power fails. What was saved "
                    "is here."
                ),
            )
            return
        folder = QUrl.fromLocalFile(str(ending.report.parent))
        self._tell(
            "ending",
            self.tr(
                "Rebound broke down last time. What was saved is here. A report without anything "
                "you wrote is in {file}; it is sent nowhere."
            ).format(file=ending.report.name),
            (self.tr("Show report"), lambda: QDesktopServices.openUrl(folder)),
        )

    def _look_at_clock(self) -> None:
        from rebound_desktop.store import backup, backup_list

        newest = backup_list.latest_moment(self._settings.folder / backup.FOLDER)
        if newest is not None and (newest.date() - clock.today()).days > 1:
            from rebound_desktop.models.words import full_day

            self._tell(
                "clock",
                self.tr(
                    "This computer says it is {today}, and there is a backup of {day}. Look "
                    "whether its date is right."
                ).format(today=full_day(clock.today()), day=full_day(newest.date())),
            )

    def _look_at_place(self) -> None:
        from rebound_desktop.desktop import place

        folder = self._settings.folder
        service = place.synchronised_by(folder)
        if service:
            sentence = self.tr(
                "Your data lies in a folder of {service}, which copies files while they change. "
                "That can damage the store."
            ).format(service=service)
        elif place.is_on_network(folder):
            sentence = self.tr(
                "Your data lies on a network drive, where a lost connection can damage the store."
            )
        else:
            return
        self._tell("place", sentence, (self.tr("Move it…"), self.move_store))

    def _tell(
        self,
        key: str,
        sentence: str,
        *actions: tuple[str, Callable[[], object]],
        window: QWidget | None = None,
    ) -> None:
        self._notices(window or self._window).tell(key, sentence, *actions)

    def _notices(self, window: QWidget) -> Any:
        # Imported here: most starts have nothing to say.
        from rebound_desktop.ui.widgets.notices import Notices

        return Notices.of(window)

    def _start(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        refused: Callable[[str], object],
    ) -> None:
        from rebound_desktop.desktop.background import Job

        job = Job(work)
        job.done.connect(done)
        job.refused.connect(refused)
        job.start()


def _typed_in(window: QWidget) -> Callable[[], str]:
    """Return what gives the text of the field that has the focus, for the clipboard."""
    field = window.focusWidget()
    text = ""
    if isinstance(field, QLineEdit) and field.echoMode() is QLineEdit.EchoMode.Normal:
        text = field.text()
    elif isinstance(field, QPlainTextEdit):
        text = field.toPlainText()
    return lambda: text
