"""The tray's icon with its small menu. It is never needed: everything in it is in the window too.

Closing the window ends the program, tray or not, so that nothing runs unseen.
"""

import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

#: A story's id and its title.
Titled = tuple[int, str]
#: How much of a title is shown, in characters.
_MOST = 48


def is_available() -> bool:
    """Say whether this desktop has a place for an icon."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """Shows the icon as long as it lives.

    ``last_stories`` gives the stories that the menu offers to copy, asked each time it opens.
    """

    open_asked = Signal()
    bad_news_asked = Signal()
    win_asked = Signal()
    copy_asked = Signal(int)
    quit_asked = Signal()
    reminder_clicked = Signal()

    def __init__(self, last_stories: Callable[[], list[Titled]], parent: QObject) -> None:
        super().__init__(parent)
        self._last_stories = last_stories
        self.menu = QMenu()
        self.icon = QSystemTrayIcon(QGuiApplication.windowIcon(), self)
        self.icon.setToolTip(self.tr("Rebound"))
        self.icon.setContextMenu(self.menu)
        self.menu.aboutToShow.connect(self._fill)
        self.icon.activated.connect(self._take_click)
        self.icon.messageClicked.connect(self.reminder_clicked)
        self._fill()
        self.icon.show()

    def notify(self, sentence: str) -> None:
        """Show a sentence as the system shows notifications; a click on it opens the window."""
        self.icon.showMessage(self.tr("Rebound"), as_shown(sentence), self.icon.icon())

    def put_away(self) -> None:
        """Take the icon away."""
        self.icon.hide()
        self.menu.deleteLater()
        self.deleteLater()

    def _fill(self) -> None:
        self.menu.clear()
        self._add(self.tr("Open Rebound"), self.open_asked.emit)
        self.menu.addSeparator()
        self._add(self.tr("I got bad news…"), self.bad_news_asked.emit)
        self._add(self.tr("Log one win…"), self.win_asked.emit)
        stories = self._last_stories()
        if stories:
            self.menu.addSection(self.tr("Copy a story"))
        for number, title in stories:
            shown = title if len(title) <= _MOST else title[: _MOST - 1].rstrip() + "…"
            self._add(shown.replace("&", "&&"), partial(self.copy_asked.emit, number))
        self.menu.addSeparator()
        self._add(self.tr("Quit"), self.quit_asked.emit)

    def _add(self, text: str, done: Callable[[], None]) -> None:
        # The signal carries whether the entry is checked, which nobody here wants to know.
        self.menu.addAction(text).triggered.connect(lambda _checked=False: done())

    def _take_click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.open_asked.emit()


def as_shown(sentence: str) -> str:
    """Return a sentence that a notification shows as it is.

    On Linux it is up to the desktop whether it reads notifications as markup, and nothing tells;
    so the signs of markup give way to some that look like them.
    """
    if not sys.platform.startswith("linux"):
        return sentence
    # After a word joiner, which is not seen, "&" begins no entity.
    return sentence.replace("<", "‹").replace(">", "›").replace("&", "&\u2060")
