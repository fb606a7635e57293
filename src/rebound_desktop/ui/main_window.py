"""The main window: the side bar, the pages, and the wiring between them."""

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.desktop.settings import FONT_PERCENT, Settings
from rebound_desktop.store.errors import StoreError
from rebound_desktop.ui.day_watch import DayWatch
from rebound_desktop.ui.page_stack import PageStack
from rebound_desktop.ui.side_bar import SideBar
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.window_cover import WindowCover

if TYPE_CHECKING:
    from rebound_desktop.models.store_signals import StoreSignals
    from rebound_desktop.store.changes import Change
    from rebound_desktop.ui.at_hand import AtHand
    from rebound_desktop.ui.encrypting import Encrypting
    from rebound_desktop.ui.letter_desk import LetterDesk
    from rebound_desktop.ui.locking import Locking
    from rebound_desktop.ui.pages.page import Page
    from rebound_desktop.ui.reminders import Reminders
    from rebound_desktop.ui.safekeeping import Safekeeping
    from rebound_desktop.ui.upkeep import Upkeep

#: Pages that belong to another one's entry in the side bar.
_WITHIN = {"prepare": "strengths", "lessons": "rejections"}
#: Which page shows records of a kind.
_PAGE_OF_KIND = {
    "rejections": "rejections",
    "applications": "applications",
    "people": "people",
    "stories": "strengths",
    "lessons": "lessons",
}
#: How long a sentence stays in the status bar, in milliseconds.
_SAID_MS = 8000
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
    upkeep: "Upkeep"
    at_hand: "AtHand"
    letters: "LetterDesk"
    reminders: "Reminders"

    def __init__(
        self,
        settings: Settings,
        signals: "StoreSignals | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._pages = PageStack(settings, self._wire, self)
        self.setWindowTitle(self.tr("Rebound"))
        self.setMinimumSize(820, 520)
        room = self.screen().availableSize()
        self.resize(min(1280, room.width()), min(800, room.height() - _FRAME))

        self._titles = {
            "today": self.tr("Today"),
            "rejections": self.tr("Rejections"),
            "applications": self.tr("Applications"),
            "people": self.tr("People"),
            "strengths": self.tr("Strengths"),
        }
        self.side_bar = SideBar(list(self._titles.items()), self)
        self._status = QStatusBar()
        self._status.setSizeGripEnabled(False)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._pages, 1)
        right.addWidget(self._status)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addLayout(right, 1)
        #: What is taken out of the window while the store is locked.
        self.content = inside
        self.cover = WindowCover(self, inside)
        self.setCentralWidget(inside)
        self.day_watch = DayWatch(self)

        values = settings.values
        if values.geometry:
            self.restoreGeometry(QByteArray.fromBase64(values.geometry.encode()))
        self._mark_entry(self._pages.first())
        if signals is not None:
            self.open(signals)

    def open(self, signals: "StoreSignals") -> None:
        """Show what is in the store, which is open by now, and follow its changes."""
        from rebound_desktop.ui.menus import Menus

        self._add_parts()
        self._menus = Menus(self, self._titles)
        self.at_hand.set_entries(self._menus.entries())
        signals.changed.connect(self._take_change)
        page = self.show_page(self._pages.first())
        page.setFocus()
        self._refresh_frame()
        self._show_last_backup()
        self.day_watch.start()
        QTimer.singleShot(0, self, self.letters.let_rest)

    def _add_parts(self) -> None:
        """Make what works behind the window, which nobody misses until it is filled."""
        from rebound_desktop.ui.at_hand import AtHand
        from rebound_desktop.ui.encrypting import Encrypting
        from rebound_desktop.ui.letter_desk import LetterDesk
        from rebound_desktop.ui.locking import Locking
        from rebound_desktop.ui.reminders import Reminders
        from rebound_desktop.ui.safekeeping import Safekeeping
        from rebound_desktop.ui.upkeep import Upkeep

        self.locking = Locking(self._settings, self)
        self.encrypting = Encrypting(self._settings, self.locking, self)
        self.safekeeping = Safekeeping(self._settings, self.locking, self)
        self.upkeep = Upkeep(self._settings, self)
        self.at_hand = AtHand(self._settings, self)
        self.letters = LetterDesk(self._settings, self)
        self.reminders = Reminders(self._settings, self.at_hand.notify, self)

        # Everything that the parts of the window say to one another.
        self.side_bar.page_asked.connect(self.show_page)
        self.side_bar.bad_news_asked.connect(self.open_wizard)
        self.side_bar.settings_asked.connect(self.open_settings)
        self.locking.changed.connect(self._take_lock)
        self.encrypting.said.connect(self.say)
        self.encrypting.changed.connect(self._show_last_backup)
        self.encrypting.changed.connect(self._reopen_page)
        self.safekeeping.said.connect(self.say)
        self.safekeeping.changed.connect(self._show_last_backup)
        self.at_hand.record_asked.connect(self._open_record)
        self.at_hand.copy_asked.connect(self.copy)
        self.at_hand.said.connect(self.say)
        self.at_hand.window_asked.connect(self.raise_up)
        self.at_hand.bad_news_asked.connect(self.open_wizard)
        self.at_hand.quit_asked.connect(self.close)
        self.at_hand.reminder_clicked.connect(self._show_due)
        self.reminders.show_asked.connect(self._show_due)
        self.day_watch.new_day.connect(self._begin_day)
        self.day_watch.looked.connect(self.reminders.look)
        self.letters.copy_asked.connect(self.copy)
        self.letters.said.connect(self.say)
        self.failed.connect(self.upkeep.take_error)
        self.upkeep.said.connect(self.say)
        self.upkeep.changed.connect(self._show_last_backup)
        self.upkeep.restored.connect(self.begin_anew)
        self.upkeep.restored.connect(self.locking.follow_settings)

    def _wire(self, page: "Page") -> None:
        """Connect what a page asks for; the one place where pages are wired."""
        page.bad_news_asked.connect(self.open_wizard)
        page.reflect_asked.connect(self.open_wizard)
        page.record_asked.connect(self.show_record)
        page.new_asked.connect(self.begin_new)
        page.prepare_asked.connect(self.prepare)
        page.page_asked.connect(self.go_to)
        page.copy_asked.connect(self.copy)
        page.letter_asked.connect(self.letters.open_letter)
        page.palette_asked.connect(self.at_hand.open_palette)
        page.support_asked.connect(self.open_support)
        page.passphrase_asked.connect(self.encrypting.set_passphrase)
        page.said.connect(self.say)

    # What can be asked of the window

    def show_page(self, key: str) -> "Page":
        """Show a page, making it the first time."""
        page = self._pages.bring(key)
        self._mark_entry(key)
        return page

    def _mark_entry(self, key: str) -> None:
        self.side_bar.show_page(_WITHIN.get(key, key))

    def go_to(self, key: str) -> None:
        """Show a page and put the focus into it."""
        self.show_page(key).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_record(self, kind: str, record_id: int) -> None:
        """Show the page of a kind of records, and one of them."""
        if kind == "stories":
            self._settings.note_story(record_id)
        self.show_page(_PAGE_OF_KIND[kind]).select(record_id)

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
        wizard.copy_asked.connect(self.copy)
        self._open(wizard)

    def open_settings(self) -> None:
        """Open the settings."""
        from rebound_desktop.ui.dialogs.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._settings, self)
        dialog.show_last_backup(self.safekeeping.last_backup())
        dialog.changed.connect(self._reopen_page)
        dialog.changed.connect(self.at_hand.follow_settings)
        dialog.backup_asked.connect(self.safekeeping.back_up)
        dialog.templates_asked.connect(self.letters.open_templates)
        dialog.changed.connect(self.locking.follow_settings)
        dialog.passphrase_asked.connect(self.encrypting.begin)
        self.encrypting.changed.connect(dialog.show_privacy)
        self._open(dialog)

    def begin_anew(self) -> None:
        """Read everything anew, as after another store took the place of this one."""
        for dialog in self._open_dialogs():
            dialog.hide()
        self._settings.take_personal()
        self._pages.forget()
        self.show_page(self._pages.shown or "today").setFocus()
        self._refresh_frame()
        self._show_last_backup()

    def open_support(self) -> None:
        """Open the list of where to find help."""
        from rebound_desktop.ui.dialogs.support_dialog import SupportDialog

        self._open(SupportDialog(self._settings, self))

    def open_about(self) -> None:
        """Open the page about the program."""
        from rebound_desktop.ui.dialogs.about_dialog import AboutDialog

        self._open(AboutDialog(self._settings.folder, self))

    def copy(self, text: str, what: str) -> None:
        """Put a text on the clipboard and say what it was."""
        from rebound_desktop.desktop import clipboard

        clipboard.copy(text)
        self.say(self.tr("Copied: {what}").format(what=what))

    def say(self, sentence: str) -> None:
        """Show a sentence in the status bar for a while."""
        if sentence:
            self._status.showMessage(sentence, _SAID_MS)

    def raise_up(self) -> None:
        """Bring the window to the front, as when the program was started again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def lock(self) -> None:
        """Lock the store; where it has no passphrase, ask for one."""
        if self.locking.is_encrypted:
            self.locking.lock()
        else:
            self.encrypting.set_passphrase()

    def undo(self) -> None:
        """Take back the last change."""
        from rebound_desktop.store import changes

        label = changes.undo()
        if label:
            self.say(self.tr("Taken back: {what}").format(what=label))

    def redo(self) -> None:
        """Do again what was taken back last."""
        from rebound_desktop.store import changes

        label = changes.redo()
        if label:
            self.say(self.tr("Done again: {what}").format(what=label))

    def scale_text(self, step: int) -> None:
        """Make the text larger or smaller by some per cent."""
        values = self._settings.values
        least, most = FONT_PERCENT
        values.font_percent = min(most, max(least, values.font_percent + step))
        self._take_look()

    def switch_scheme(self) -> None:
        """Change from light to dark or back."""
        self._settings.values.appearance = "light" if theme().is_dark else "dark"
        self._take_look()

    def focus_next_part(self, step: int = 1) -> None:
        """Move the focus among the side bar, the page and the detail beside it."""
        page = self._pages.current()
        parts = [self.side_bar, *page.parts()]
        focused = self.focusWidget()
        here = next(
            (
                number
                for number, part in enumerate(parts)
                if focused is not None and (part is focused or part.isAncestorOf(focused))
            ),
            0,
        )
        part = parts[(here + step) % len(parts)]
        if part is self.side_bar:
            self.side_bar.focus()
        else:
            page.focus_part(part)

    # What follows from changes

    def _begin_day(self) -> None:
        self.letters.let_rest()
        self._reopen_page()
        self._refresh_frame()
        self._show_last_backup()
        self.upkeep.each_day()

    def _take_lock(self, locked: bool) -> None:
        self._menus.set_enabled(not locked)
        self.at_hand.set_locked(locked)
        if locked:
            self.day_watch.stop()
            return
        self._refresh_frame()
        self.day_watch.start()
        self.day_watch.look()

    def _show_due(self) -> None:
        self.raise_up()
        self.go_to("today")

    def _open_record(self, kind: str, record_id: int) -> None:
        self.show_record(kind, record_id)
        self._pages.current().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _take_change(self, change: "Change") -> None:
        self._pages.take_change(change)
        self._refresh_frame()
        self.reminders.follow_changes()

    def _refresh_frame(self) -> None:
        from rebound_desktop.store import changes, followups

        self._menus.show_undo(changes.undo_label(), changes.redo_label())
        self.side_bar.set_count("today", followups.count_due())

    def _show_last_backup(self) -> None:
        lines = (
            self.tr("Saved on this laptop only"),
            self.safekeeping.last_backup(),
            self.upkeep.problem,
        )
        self.side_bar.set_note("\n".join(filter(None, lines)))

    def _reopen_page(self) -> None:
        self._pages.current().open()

    def _take_look(self) -> None:
        self._settings.save()
        theme().set(self._settings.values.appearance, self._settings.values.font_percent)

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
        from rebound_desktop.ui.widgets.autosave import Autosave

        # Each saves what was typed into it last, and so do the pages.
        for dialog in self._open_dialogs():
            dialog.close()
        if self._open_dialogs():
            # One of them asks about what is not saved.
            event.ignore()
            return
        autosaves = {*self.findChildren(Autosave), *self.content.findChildren(Autosave)}
        if self.cover.is_shown:
            # The disk may not have taken everything before it was locked.
            if any(each.is_waiting() for each in autosaves) and self.locking.keep_open():
                event.ignore()
                return
        elif not all(each.may_close(self.close) for each in autosaves):
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
        for dialog in self._open_dialogs():
            dialog.hide()
        self.hide()

    def _open_dialogs(self) -> list[QDialog]:
        return [each for each in self.findChildren(QDialog) if each.isVisible()]
