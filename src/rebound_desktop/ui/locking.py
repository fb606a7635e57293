"""Locking the store while the window stays: what is shown is hidden, and the key goes.

What was being written is saved first. Windows are hidden, not closed: they come back as they were.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget
from shiboken6 import isValid

from rebound_desktop.desktop.background import Job
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.store import database, encryption, presence, unlocking
from rebound_desktop.store.errors import NotSavedError, StoreError
from rebound_desktop.ui.lock_page import LockPage
from rebound_desktop.ui.widgets.autosave import Autosave
from rebound_desktop.ui.window_cover import WindowCover

if TYPE_CHECKING:
    from rebound_desktop.desktop.absence import Absence

_PASSING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen)


class Locking(QObject):
    """Locks and unlocks the store of the window; ``changed`` after either, True when locked."""

    changed = Signal(bool)

    def __init__(self, settings: Settings, cover: WindowCover, window: QMainWindow) -> None:
        super().__init__(window)
        self._settings = settings
        self._cover = cover
        self._window = window
        self._page: LockPage | None = None
        self._hidden: list[QWidget] = []
        self._timers: list[QTimer] = []
        self._focused: QWidget | None = None
        self._cursors: dict[QWidget, int | None] = {}
        self._told_unsaved = False
        self._works = False
        self._lock_asked = False  # while work was under way, which it waits for
        #: Whether it is locked with the store open, since the store's file is gone.
        self.is_kept_open = False
        #: What there is to say of work that ended, once the window is there again.
        self._then: list[Callable[[], object]] = []
        #: What watches for absence, once there was something to lock.
        self.absence: Absence | None = None

    @property
    def is_locked(self) -> bool:
        """Whether the window shows nothing of the store now."""
        return self._page is not None

    @property
    def is_encrypted(self) -> bool:
        """Whether the store has a passphrase, without which there is nothing to lock."""
        return database.is_encrypted()

    def lock(self) -> None:
        """Save what is being written, hide every window, close the store and let the key go.

        While work on the closed store is under way it is locked afterwards. A store whose file is
        gone stays open behind the page: closed, it could not be read any more.
        """
        if self._works:
            self._lock_asked = True
            if self._page is not None:
                self._page.announce_lock()
            return
        if self.is_locked or not self.is_encrypted:
            return
        page = self._hide_all(keep_open=True)
        if self.is_kept_open:
            page.ask(
                self.tr(
                    "Your store is gone from its place: {file}. Put it back if you can. Rebound "
                    "keeps your records until then, so do not close it. Your passphrase opens them."
                ).format(file=database.store_file())
            )
            return
        encryption.wipe()
        page.ask()

    def keep_open(self) -> bool:
        """Say that something is not saved, as when the window is to close; True the first time."""
        if self._page is None or self._told_unsaved:
            return False
        self._told_unsaved = True
        self._page.refuse(
            self.tr(
                "Your store is gone from its place. If it was deleted, your records are here only. "
                "Unlock to keep them, or close once more to go without them."
            )
            if self.is_kept_open
            else self.tr(
                "The disk did not take the last thing you typed. Unlock to keep it, or close once "
                "more to go without it."
            )
        )
        return True

    def follow_settings(self) -> None:
        """Watch for absence as the settings say, where there is something to lock."""
        values = self._settings.values
        if not self.is_encrypted:
            if self.absence is not None:
                self.absence.stop()
            return
        if self.absence is None:
            # Imported here: only who has a passphrase needs it.
            from rebound_desktop.desktop.absence import Absence

            self.absence = Absence(self)
            self.absence.keys_pressed.connect(self.lock)
            self.absence.idle.connect(self.lock)
            self.absence.slept.connect(self.lock)
        self.absence.start(values.lock_minutes, sleep=values.lock_on_sleep)

    def run_closed(
        self,
        sentence: str,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        refused: Callable[[str], object],
        cancel: Callable[[], object] | None = None,
    ) -> None:
        """Do work on the closed store beside the window, which shows a sentence meanwhile.

        Where there is a ``cancel``, the person can call the work off; it then ends as refused.
        """
        with suppress(NotSavedError):
            presence.check()
        if presence.situation():
            refused(presence.situation())
            return
        watches = self.is_encrypted
        page = self._hide_all()
        self._works = True
        if watches and self.absence is not None:
            self.absence.go_on()
        page.show_work(sentence, cancel=cancel is not None)
        if cancel is not None:
            page.cancel_asked.connect(cancel)
            # The dialog that asked for the work is gone; keys go to the window now.
            self._window.activateWindow()
        job = Job(work)
        job.done.connect(lambda result: self._end_work(lambda: done(result)))
        job.refused.connect(lambda reason: self._end_work(lambda: refused(reason)))
        job.start()

    # What it is made of

    def _end_work(self, then: Callable[[], object]) -> None:
        self._works = False
        self._then.append(then)
        asked, self._lock_asked = self._lock_asked, False
        if asked and self._page is not None and self.is_encrypted:
            encryption.wipe()
            self._page.ask()
        else:
            self._come_back()

    def _hide_all(self, *, keep_open: bool = False) -> LockPage:
        window = self._window
        self._focused = QApplication.focusWidget()
        for autosave in window.findChildren(Autosave):
            # What cannot be saved stays in its field, and is told of there.
            with suppress(NotSavedError):
                autosave.flush()
        others = (each for each in QApplication.topLevelWidgets() if each is not window)
        shown = [each for each in others if each.isVisible()]
        self._hidden = [each for each in shown if each.windowType() not in _PASSING]
        for each in shown:
            if each not in self._hidden:
                each.close()  # a menu or a hint, which nobody waits for
        self._cursors = {each: _cursor(each) for each in self._hidden}
        for each in self._hidden:
            each.hide()
        self._cover.hide_content()
        for each in self._hidden:
            # What is only hidden could still be read through the screen reader's tree.
            each.destroy()
        # Work that was under way ends on the store that it began on.
        QThreadPool.globalInstance().waitForDone()
        QCoreApplication.sendPostedEvents()
        # What waits for its time, such as a search for what was typed, goes on afterwards.
        self._timers = [each for each in window.findChildren(QTimer) if each.isActive()]
        for timer in self._timers:
            timer.stop()
        with suppress(NotSavedError):
            presence.check()
        self.is_kept_open = keep_open and bool(presence.situation())
        if not self.is_kept_open:
            database.suspend()
        self._page = LockPage()
        self._page.unlock_asked.connect(self._try)
        self._page.quit_asked.connect(window.close)
        self._cover.show(self._page)
        self.changed.emit(True)
        return self._page

    def _try(self, text: str) -> None:
        folder = self._settings.folder
        kept = self.is_kept_open
        job = Job(
            lambda: unlocking.unlock_open(text) if kept else unlocking.unlock_store(folder, text)
        )
        job.done.connect(lambda _none: self._come_back())
        job.refused.connect(self._refuse)
        job.start()

    def _refuse(self, sentence: str) -> None:
        if self._page is not None:
            self._page.refuse(sentence)

    def _come_back(self) -> None:
        if self._page is None:
            return
        try:
            if not self.is_kept_open:
                database.open_store(self._settings.folder, again=True)
        except StoreError as error:
            self._page.ask()  # where it showed work, there is no field yet
            self._page.refuse(str(error))
            return
        self._page = None
        self._told_unsaved = self.is_kept_open = False
        self._cover.lift()
        # What went meanwhile, as the palette does, is not there to come back.
        self._hidden = [each for each in self._hidden if isValid(each)]
        for each in self._hidden:
            each.show()
            _put_cursor(each, self._cursors[each])
        front = self._hidden[-1] if self._hidden else self._window
        self._hidden = []
        front.activateWindow()
        if self._focused is not None and isValid(self._focused) and self._focused.isVisible():
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focused = None
        for timer in self._timers:
            if isValid(timer):
                timer.start()
        self._timers = []
        self.follow_settings()
        self.changed.emit(False)
        waiting, self._then = self._then, []
        for then in waiting:
            then()


def _cursor(window: QWidget) -> int | None:
    """Return where the cursor stands in the line that has the focus in a window, if one has."""
    field = window.focusWidget()
    return field.cursorPosition() if isinstance(field, QLineEdit) else None


def _put_cursor(window: QWidget, place: int | None) -> None:
    """Put the cursor back: a dialog that is shown marks a whole line, and a key replaces it."""
    field = window.focusWidget()
    if isinstance(field, QLineEdit) and place is not None:
        field.setCursorPosition(place)
