"""Asking for the passphrase when the program starts."""

from pathlib import Path

from PySide6.QtCore import QEventLoop

from rebound_desktop.desktop.background import Job
from rebound_desktop.store import database, encryption, unlocking
from rebound_desktop.ui.lock_page import LockPage
from rebound_desktop.ui.main_window import MainWindow


def unlock_at_start(window: MainWindow, folder: Path) -> bool:
    """Ask for the passphrase in a window that is still empty; False where it was closed instead.

    True also says that the passphrase is right and the store is damaged: opening it will tell.
    """
    page = LockPage()
    loop = QEventLoop()

    def attempt(text: str) -> None:
        job = Job(lambda: unlocking.unlock_store(folder, text))
        job.done.connect(lambda _none: loop.exit(1))
        job.refused.connect(take_refusal)
        job.start()

    def take_refusal(sentence: str) -> None:
        if encryption.is_locked(folder / database.FILE_NAME) and not encryption.is_any_held():
            page.refuse(sentence)
        else:
            loop.exit(1)

    page.unlock_asked.connect(attempt)
    page.quit_asked.connect(window.close)
    window.closed.connect(loop.quit)
    window.cover.show(page)
    opened = bool(loop.exec())
    window.closed.disconnect(loop.quit)
    if opened:
        window.cover.lift()
    return opened
