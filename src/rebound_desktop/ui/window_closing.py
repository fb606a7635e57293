"""Whether the window may close, and what is kept and put away when it does."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from rebound_desktop.ui.main_window import MainWindow


def may_close(window: "MainWindow") -> bool:
    """Close what is open over the window; say whether the window may close as well.

    Each dialog and page saves what was typed into it last. One that cannot asks about that, and
    the window stays.
    """
    from rebound_desktop.ui.widgets.autosave import Autosave

    for dialog in open_dialogs(window):
        dialog.close()
    if open_dialogs(window):
        return False
    autosaves = {*window.findChildren(Autosave), *window.content.findChildren(Autosave)}
    if window.cover.is_shown:
        # The disk may not have taken everything before it was locked.
        locking = getattr(window, "locking", None)  # not there before the window was filled
        if locking is None:
            return True
        loses = locking.is_kept_open or any(each.is_waiting() for each in autosaves)
        return not (loses and locking.keep_open())
    if not all(each.may_close(window.close) for each in autosaves):
        return False
    watch = getattr(window, "store_watch", None)  # not there before the window was filled
    return watch is None or watch.may_close()


def open_dialogs(window: QWidget) -> list[QDialog]:
    """Return the dialogs that are open over a window."""
    return [each for each in window.findChildren(QDialog) if each.isVisible()]
