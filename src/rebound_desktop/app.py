"""The composition root: the only file that knows every room."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from rebound_desktop import APPLICATION_ID, __version__
from rebound_desktop.desktop import clipboard, log
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.desktop.single_instance import SingleInstance
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import database
from rebound_desktop.store.errors import StoreError
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.theme import Theme


def make_application() -> QApplication:
    """Return the Qt application with its name, style and theme, without any window."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["rebound"])
    application.setApplicationName("Rebound")
    application.setApplicationVersion(__version__)
    # The desktop file has the same name, so that the window finds its icon under Wayland.
    QGuiApplication.setDesktopFileName(APPLICATION_ID)
    application.setStyle("Fusion")
    Theme(application)
    return application


def run(folder: Path, *, throw_away: bool = False) -> int:
    """Show the window on the store of a folder until it is closed; return the exit status.

    ``throw_away`` says that the store holds sample data, which the window then shows.
    """
    application = make_application()
    settings = Settings(folder)
    look = application.findChild(Theme)
    assert isinstance(look, Theme)
    look.set(settings.values.appearance, settings.values.font_percent)
    instance = SingleInstance(folder, application)
    if not instance.acquire():
        instance.knock()
        return 0
    try:
        database.open_store(folder)
    except StoreError as error:
        _tell_and_leave(application, str(error))
        return 1
    signals = StoreSignals(application)
    window = MainWindow(settings, signals)
    log.start(folder, lambda: window.say(_UNEXPECTED))
    if throw_away:
        window.setWindowTitle(window.tr("Rebound – sample data"))
    instance.listen()
    instance.knocked.connect(window.raise_up)
    window.show()
    if settings.put_aside is not None:
        window.say(
            window.tr("Your settings could not be read; they were put aside as {file}.").format(
                file=settings.put_aside.name
            )
        )
    QTimer.singleShot(0, lambda: _after_the_first_picture(window))
    status = application.exec()
    signals.stop()
    clipboard.leave_behind()
    database.close_store()
    instance.release()
    return status


#: Shown where no window code can phrase it better.
_UNEXPECTED = "Something went wrong here. What was saved is safe; the log has the details."


def _after_the_first_picture(window: MainWindow) -> None:
    """Do what nobody waits for at the start."""
    from PySide6.QtGui import QIcon

    from rebound_desktop.desktop.resources import resource

    QGuiApplication.setWindowIcon(QIcon(str(resource("icons/rebound.png"))))


def _tell_and_leave(application: QApplication, sentence: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    print(sentence, file=sys.stderr)
    box = QMessageBox(QMessageBox.Icon.Warning, "Rebound", sentence)
    box.exec()
