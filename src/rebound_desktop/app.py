"""The composition root: the only file that knows every room."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from rebound_desktop import APPLICATION_ID, __version__
from rebound_desktop.desktop import file_history, place
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.desktop.single_instance import SingleInstance
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from rebound_desktop.desktop.crash_report import Ending
    from rebound_desktop.models.store_signals import StoreSignals

# What needs the store is imported after the window is on the screen: peewee and the tables take
# a third of the time until then.


def make_application() -> QApplication:
    """Return the Qt application with its name, style and theme, without any window."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["rebound"])
    application.setApplicationName("Rebound")
    application.setApplicationVersion(__version__)
    # The desktop file has the same name, so that the window finds its icon under Wayland.
    QGuiApplication.setDesktopFileName(APPLICATION_ID)
    application.setStyle("Fusion")
    file_history.keep_none()
    Theme(application)
    return application


def run(folder: Path, *, throw_away: bool = False) -> int:
    """Show the window on the store of a folder until it is closed; return the exit status.

    ``throw_away`` says that the store holds sample data, which the window then shows.
    """
    if not has_screen():
        print(
            "Rebound needs a screen to show its window; see --help for the rest.", file=sys.stderr
        )
        return 1
    application = make_application()
    folder = place.followed(folder)
    try:
        settings = Settings(folder)
        instance = SingleInstance(folder, application)
        if not instance.acquire():
            instance.knock()
            return 0
    except OSError as error:
        _tell(_unusable(folder, error), folder)
        return 1
    look = application.findChild(Theme)
    assert isinstance(look, Theme)
    look.set(settings.values.appearance, settings.values.font_percent)
    try:
        window = _show(settings, throw_away)

        from rebound_desktop.desktop.crash_report import CrashReport

        report = CrashReport(folder)
        ending = report.begin()
        while (status := _work(application, window, settings, instance, ending)) is None:
            window = _show(settings, throw_away)  # the store was damaged, and is mended now
        report.end()
        return status
    finally:
        instance.release()


def _show(settings: Settings, throw_away: bool) -> MainWindow:
    """Show the window, which is still empty; return it."""
    window = MainWindow(settings)
    if throw_away:
        window.setWindowTitle(window.tr("Rebound – sample data"))
    window.show()

    from rebound_desktop.desktop import log

    log.start(settings.folder, window.failed.emit)
    return window


def _work(
    application: QApplication,
    window: MainWindow,
    settings: Settings,
    instance: SingleInstance,
    ending: "Ending | None",
) -> int | None:
    """Open the store, fill the window, and put everything away after it was closed.

    Returns the exit status, None where the store was mended and is to be opened again.
    """
    from rebound_desktop.models.store_signals import StoreSignals
    from rebound_desktop.store import database, encryption

    instance.listen()
    instance.knocked.connect(window.raise_up)
    if encryption.is_locked(settings.folder / database.FILE_NAME):
        from rebound_desktop.ui.unlocking_at_start import unlock_at_start

        if not unlock_at_start(window, settings.folder):
            return 0
    signals = StoreSignals(application)
    opened = _open(window, settings, signals)
    if not opened:
        signals.stop()
        return None if opened is None else 1
    if settings.put_aside is not None:
        window.say(
            window.tr("Your settings could not be read; they were put aside as {file}.").format(
                file=settings.put_aside.name
            )
        )
    signals.put_back.connect(instance.hold_on)
    window.day_watch.looked.connect(instance.hold_on)
    QTimer.singleShot(0, lambda: _after_the_first_picture(window, ending))
    status = application.exec()

    from rebound_desktop.desktop import background, clipboard

    signals.stop()
    background.wait()
    clipboard.leave_behind()
    database.close_store()
    return status


def _open(window: MainWindow, settings: Settings, signals: "StoreSignals") -> bool | None:
    """Open the store and fill the window; False where that did not succeed, which was told.

    None says that the person mended a damaged store, so that it can be tried again.
    """
    from rebound_desktop.store import database, trouble
    from rebound_desktop.store.errors import DamagedStoreError, LostStoreError, StoreError

    try:
        database.open_store(settings.folder)
        settings.take_personal()
        window.open(signals)
    except Exception as error:
        sentence = trouble.sentence_of(error)
        damaged = isinstance(error, DamagedStoreError) or trouble.is_damage(error)
        lost = isinstance(error, LostStoreError)
        database.close_store()
        if not sentence:
            sys.excepthook(type(error), error, error.__traceback__)
            sentence = _unexpected()
            try:
                # After a kill a store is looked through in haste, which reads no word of it.
                database.look_through(settings.folder / database.FILE_NAME)
            except DamagedStoreError as damage:
                sentence, damaged = str(damage), True
            except (StoreError, OSError):
                pass  # what was said first counts
        window.hide()
        return None if _tell(sentence, settings.folder, damaged=damaged, lost=lost) else False
    return True


def draw_pictures(folder: Path, target: Path) -> int:
    """Draw every page on the store of a folder as PNG files; return how many there are."""
    from rebound_desktop.models.store_signals import StoreSignals
    from rebound_desktop.store import database
    from rebound_desktop.ui import pictures

    application = make_application()
    database.open_store(folder)
    signals = StoreSignals(application)
    settings = Settings(folder)
    settings.take_personal()
    try:
        return pictures.draw(settings, signals, target)
    finally:
        signals.stop()
        database.close_store()


def _after_the_first_picture(window: MainWindow, ending: "Ending | None") -> None:
    """Do what nobody waits for at the start."""
    gc.enable()
    from PySide6.QtGui import QIcon

    from rebound_desktop.desktop.quitting import QuitSignals
    from rebound_desktop.desktop.resources import resource

    QGuiApplication.setWindowIcon(QIcon(str(resource("icons/rebound.png"))))
    QuitSignals(window).asked.connect(lambda: _quit(window))
    window.upkeep.begin(ending)
    window.at_hand.follow_settings()
    window.locking.follow_settings()
    window.encrypting.remind()
    window.reminders.look()


def _quit(window: MainWindow) -> None:
    window.leave()
    QCoreApplication.exit()


def _unexpected() -> str:
    return QCoreApplication.translate(
        "App", "Something went wrong here. What was saved is safe; the log has the details."
    )


def _unusable(folder: Path, error: OSError) -> str:
    from rebound_desktop.store import disk

    why = disk.because(error, folder)
    sentence = QCoreApplication.translate(
        "App",
        "The folder {folder} cannot be used for your data: {reason}. What is in it was left as "
        "it is. {advice}",
    )
    return sentence.format(folder=folder, reason=why.reason, advice=why.advice).rstrip()


def has_screen() -> bool:
    """Say whether a window can be shown; Qt would end the program where it cannot."""
    if not sys.platform.startswith("linux"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _tell(sentence: str, folder: Path, *, damaged: bool = False, lost: bool = False) -> bool:
    """Tell why the store was not opened: in the terminal, and in a window where one is seen.

    Returns whether it can be opened now.
    """
    way_on = (
        " “rebound restore FILE.db” puts a backup in its place, “rebound check --repair” saves "
        "what is still readable."
    )
    print(sentence + way_on * damaged, file=sys.stderr)
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return False
    from rebound_desktop.ui.dialogs.start_problem import StartProblem

    return bool(StartProblem(sentence, folder, damaged=damaged, lost=lost).exec())
