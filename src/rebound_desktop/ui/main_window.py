"""The main window: what it is made of, and what can be asked of it."""

from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store.errors import StoreError
from rebound_desktop.ui import window_closing, wiring
from rebound_desktop.ui.day_watch import DayWatch
from rebound_desktop.ui.dialogs.opening import open_once
from rebound_desktop.ui.page_stack import PAGE_OF_KIND
from rebound_desktop.ui.window_content import WindowContent
from rebound_desktop.ui.window_cover import WindowCover

if TYPE_CHECKING:
    from rebound_desktop.models.store_signals import StoreSignals
    from rebound_desktop.store.changes import Change
    from rebound_desktop.ui.at_hand import AtHand
    from rebound_desktop.ui.encrypting import Encrypting
    from rebound_desktop.ui.letter_desk import LetterDesk
    from rebound_desktop.ui.locking import Locking
    from rebound_desktop.ui.looks import Looks
    from rebound_desktop.ui.pages.page import Page
    from rebound_desktop.ui.reminders import Reminders
    from rebound_desktop.ui.safekeeping import Safekeeping
    from rebound_desktop.ui.store_watch import StoreWatch
    from rebound_desktop.ui.undoing import Undoing
    from rebound_desktop.ui.upkeep import Upkeep

#: About how high the frame is that the system draws around a window, in pixels.
_FRAME = 40


class MainWindow(QMainWindow):
    """The window that holds everything.

    It is made and shown without a store, so that something is on the screen early; :meth:`open`
    fills it. ``failed`` may be emitted from any thread with an error that nobody caught;
    ``closed`` comes when the window was closed.
    """

    failed = Signal(object)
    closed = Signal()

    locking: "Locking"
    encrypting: "Encrypting"
    safekeeping: "Safekeeping"
    store_watch: "StoreWatch"
    upkeep: "Upkeep"
    at_hand: "AtHand"
    letters: "LetterDesk"
    reminders: "Reminders"
    undoing: "Undoing"
    looks: "Looks"

    def __init__(
        self,
        settings: Settings,
        signals: "StoreSignals | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("Rebound"))
        self.setMinimumSize(820, 520)
        room = self.screen().availableSize()
        self.resize(min(1280, room.width()), min(800, room.height() - _FRAME))

        self.content = WindowContent(settings, partial(wiring.wire_page, self))
        self.side_bar = self.content.side_bar
        self._pages = self.content.pages
        self.cover = WindowCover(self, self.content)
        self.setCentralWidget(self.content)
        self.day_watch = DayWatch(self)

        values = settings.values
        if values.geometry:
            self.restoreGeometry(QByteArray.fromBase64(values.geometry.encode()))
        if signals is not None:
            self.open(signals)

    def open(self, signals: "StoreSignals") -> None:
        """Show what is in the store, which is open by now, and follow its changes."""
        from rebound_desktop.ui.menus import Menus

        self._make_parts()
        wiring.wire_parts(self, signals)
        self._menus = Menus(self, self.content.titles)
        self.at_hand.set_entries(self._menus.entries())
        page = self.show_page(self._pages.first())
        page.setFocus()
        self._refresh_frame()
        self.show_last_backup()
        self.day_watch.start()
        QTimer.singleShot(0, self, self.letters.let_rest)

    def _make_parts(self) -> None:
        """Make what works behind the window, which nobody misses until it is filled."""
        from rebound_desktop.ui.at_hand import AtHand
        from rebound_desktop.ui.encrypting import Encrypting
        from rebound_desktop.ui.letter_desk import LetterDesk
        from rebound_desktop.ui.locking import Locking
        from rebound_desktop.ui.looks import Looks
        from rebound_desktop.ui.reminders import Reminders
        from rebound_desktop.ui.safekeeping import Safekeeping
        from rebound_desktop.ui.store_watch import StoreWatch
        from rebound_desktop.ui.undoing import Undoing
        from rebound_desktop.ui.upkeep import Upkeep

        self.locking = Locking(self._settings, self.cover, self)
        self.encrypting = Encrypting(self._settings, self.locking, self)
        self.safekeeping = Safekeeping(self._settings, self.locking, self)
        self.store_watch = StoreWatch(self)
        self.upkeep = Upkeep(self._settings, self.locking, self)
        self.at_hand = AtHand(self._settings, self)
        self.letters = LetterDesk(self._settings, self)
        self.reminders = Reminders(self._settings, self.at_hand.notify, self)
        self.undoing = Undoing(self)
        self.looks = Looks(self._settings)

    # What can be asked of the window

    def show_page(self, key: str) -> "Page":
        """Show a page, making it the first time; return it."""
        return self.content.show_page(key)

    def go_to(self, key: str) -> None:
        """Show a page and put the focus into it."""
        self.show_page(key).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_record(self, kind: str, record_id: int) -> None:
        """Show the page of a kind of records, and one of them."""
        if kind == "stories":
            self._settings.note_story(record_id)
        self.show_page(PAGE_OF_KIND[kind]).select(record_id)

    def begin_new(self, key: str) -> None:
        """Show a page and begin a new record of its kind."""
        self.show_page(key).begin_new()

    def prepare(self, application_id: int, on: date | None = None) -> None:
        """Show the prep sheet for an application's interview on a day, the next one if None."""
        from rebound_desktop.store import prep_sheets

        sheet = prep_sheets.begin(application_id, on)
        self.show_page("prepare").select(int(sheet.id))

    def find_on_page(self) -> None:
        """Put the cursor into the search field of the page."""
        self._pages.current().focus_search()

    def open_wizard(self, rejection_id: int = 0) -> None:
        """Open the wizard on a rejection, or for news that has just come (0)."""
        from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard

        wizard = ReflectionWizard(self._settings, rejection_id, self)
        wiring.wire_wizard(self, wizard)
        open_once(wizard)

    def open_settings(self) -> None:
        """Open the settings."""
        from rebound_desktop.ui.dialogs.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._settings, self)
        dialog.show_last_backup(self.safekeeping.last_backup())
        wiring.wire_settings(self, dialog)
        open_once(dialog)

    def begin_anew(self) -> None:
        """Read everything anew, as after another store took the place of this one."""
        for dialog in window_closing.open_dialogs(self):
            dialog.hide()
        self._settings.take_personal()
        self._pages.forget()
        self.show_page(self._pages.shown or "today").setFocus()
        self._refresh_frame()
        self.show_last_backup()

    def open_support(self) -> None:
        """Open the list of where to find help."""
        from rebound_desktop.ui.dialogs.support_dialog import SupportDialog

        open_once(SupportDialog(self._settings, self))

    def open_about(self) -> None:
        """Open the page about the program."""
        from rebound_desktop.ui.dialogs.about_dialog import AboutDialog

        open_once(AboutDialog(self._settings.folder, self))

    def copy(self, text: str, what: str) -> None:
        """Put a text on the clipboard and say what it was."""
        from rebound_desktop.desktop import clipboard

        clipboard.copy(text)
        self.say(self.tr("Copied: {what}").format(what=what))

    def say(self, sentence: str) -> None:
        """Show a sentence at the bottom for a while; an empty one changes nothing."""
        self.content.say(sentence)

    def raise_up(self) -> None:
        """Bring the window to the front, as when the program was started again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # What follows from changes

    def begin_day(self) -> None:
        """Begin a new day: what it brings is shown and done."""
        self.letters.let_rest()
        self.reopen_page()
        self._refresh_frame()
        self.show_last_backup()
        self.upkeep.each_day()

    def take_lock(self, locked: bool) -> None:
        """Follow the store: what shows or changes records rests while it is locked."""
        self._menus.set_enabled(not locked)
        self.at_hand.set_locked(locked)
        if locked:
            self.day_watch.stop()
            return
        self._refresh_frame()
        self.day_watch.start()
        self.day_watch.look()

    def show_due(self) -> None:
        """Come to the front and show what is due."""
        self.raise_up()
        self.go_to("today")

    def open_record(self, kind: str, record_id: int) -> None:
        """Show a record and put the focus on its page."""
        self.show_record(kind, record_id)
        self._pages.current().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_change(self, change: "Change") -> None:
        """Follow a write of the store."""
        self._pages.take_change(change)
        self._refresh_frame()
        self.reminders.follow_changes()

    def _refresh_frame(self) -> None:
        from rebound_desktop.store import changes, followups

        self._menus.show_undo(changes.undo_label(), changes.redo_label())
        self.side_bar.set_count("today", followups.count_due())

    def show_last_backup(self) -> None:
        """Say in the side bar where the data is, and when it was backed up last."""
        lines = (
            self.tr("Saved on this laptop only"),
            self.safekeeping.last_backup(),
            self.upkeep.problem,
        )
        self.side_bar.set_note("\n".join(filter(None, lines)))

    def reopen_page(self) -> None:
        """Let the page that is shown read anew."""
        self._pages.current().open()

    # What is remembered

    def remember(self) -> None:
        """Write down the window's place, its page and the widths of its parts."""
        values = self._settings.values
        values.geometry = self.saveGeometry().toBase64().toStdString()
        self._pages.remember()
        # How wide a column was is no reason to stay open.
        with suppress(StoreError):
            self._settings.save()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Somebody came back, perhaps after the laptop slept.
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.day_watch.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not window_closing.may_close(self):
            event.ignore()
            return
        self.day_watch.stop()
        self.remember()
        super().closeEvent(event)
        self.closed.emit()

    def leave(self) -> None:
        """Go without asking anything, as at the end of a session: what was typed is kept."""
        self.day_watch.stop()
        self.remember()
        for dialog in window_closing.open_dialogs(self):
            dialog.hide()
        self.hide()
