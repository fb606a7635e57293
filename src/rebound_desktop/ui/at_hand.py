"""What is at hand from anywhere: the palette, one line for a win, and the tray's menu."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.ui.dialogs.opening import open_once

if TYPE_CHECKING:
    from rebound_desktop.desktop.tray import Tray
    from rebound_desktop.ui.palette import Palette

#: How many stories the tray's menu offers to copy.
_IN_TRAY = 5


class AtHand(QObject):
    """Opens the palette, the form for a win and the tray, and passes on what they ask.

    ``record_asked`` carries a kind and an id, ``copy_asked`` a text and what it is called,
    ``said`` a sentence for the status bar.
    """

    record_asked = Signal(str, int)
    copy_asked = Signal(str, str)
    said = Signal(str)
    window_asked = Signal()
    bad_news_asked = Signal()
    quit_asked = Signal()
    reminder_clicked = Signal()

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._palette: Palette | None = None
        self._tray: Tray | None = None
        self._entries: list[QAction] = []

    # The palette

    def set_entries(self, entries: list[QAction]) -> None:
        """Take the entries of the menus; one that shows a page has the page's key as its data."""
        self._entries = entries

    def open_palette(self) -> None:
        """Open the palette over the window."""
        from rebound_desktop.models.palette_results import Command
        from rebound_desktop.ui.palette import Palette

        if self._palette is None:
            self._palette = Palette(self._window)
            self._palette.record_asked.connect(self.record_asked)
            self._palette.copy_asked.connect(self.copy_asked)
            self._palette.story_used.connect(self._settings.note_story)
            self._palette.command_asked.connect(lambda place: self._entries[place].trigger())
        commands = [
            Command(
                ("page" if each.data() else "action") if each.isEnabled() else "",
                each.text().replace("&&", "\0").replace("&", "").replace("\0", "&"),
                str(each.data() or "chevron-right"),
                each.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
            )
            for each in self._entries
        ]
        values = self._settings.values
        self._palette.open(commands, values.recent_stories, values.words_per_minute)

    # One line for a win

    def log_win(self) -> None:
        """Open the form for one win, over whatever is in front."""
        from rebound_desktop.ui.dialogs.win_dialog import WinDialog

        dialog = WinDialog(QApplication.activeModalWidget() or self._window)
        dialog.kept.connect(
            lambda _story: self.said.emit(self.tr("Kept. Write it out whenever you like."))
        )
        open_once(dialog)

    # The tray

    def follow_settings(self) -> None:
        """Show the tray's icon or take it away, as the settings say."""
        wanted = self._settings.values.tray
        if not wanted:
            if self._tray is not None:
                self._tray.put_away()
                self._tray = None
            return
        # Imported here: most people have it off, and the first picture does not wait for it.
        from rebound_desktop.desktop import tray

        if self._tray is not None or not tray.is_available():
            return
        self._tray = tray.Tray(self._last_stories, self)
        self._tray.open_asked.connect(self.window_asked)
        self._tray.bad_news_asked.connect(self._ask_bad_news)
        self._tray.win_asked.connect(self._log_win_from_outside)
        self._tray.copy_asked.connect(self._copy_story)
        self._tray.quit_asked.connect(self.quit_asked)
        self._tray.reminder_clicked.connect(self.reminder_clicked)

    def set_locked(self, locked: bool) -> None:
        """Take away what shows records while the store is locked, and bring it back."""
        if not locked:
            self.follow_settings()
            return
        if self._palette is not None:
            # With what it found; a screen reader's tree would still hold it.
            self._palette.hide()
            self._palette.deleteLater()
            self._palette = None
        if self._tray is not None:
            self._tray.put_away()
            self._tray = None

    def notify(self, sentence: str) -> None:
        """Show a sentence as a notification of the system, where the icon is in its tray."""
        if self._tray is not None:
            self._tray.notify(sentence)

    def _last_stories(self) -> list[tuple[int, str]]:
        from rebound_desktop.store import everything, story_rows

        found = everything.recent_stories(self._settings.values.recent_stories, _IN_TRAY)
        rows = story_rows.rows(found)
        return [(each, rows[each].texts["title"]) for each in found]

    def _copy_story(self, story_id: int) -> None:
        from rebound_desktop.core.stories import Form
        from rebound_desktop.models.story_copy import copy_of

        text, what = copy_of(story_id, Form.WHOLE, self._settings.values.words_per_minute)
        if not text:
            self.said.emit(what)
            return
        self.copy_asked.emit(text, what)
        self._settings.note_story(story_id)

    def _ask_bad_news(self) -> None:
        """Ask for the wizard, unless something else is being written in front."""
        busy = QApplication.activeModalWidget() is not None
        self.window_asked.emit()
        if not busy:
            self.bad_news_asked.emit()

    def _log_win_from_outside(self) -> None:
        self.window_asked.emit()
        self.log_win()
