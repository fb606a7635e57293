"""Pictures of every page and wizard page, for the documents and for whoever reviews a change."""

import re
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QWidget

from rebound_desktop.desktop import background
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import reflections
from rebound_desktop.ui.main_window import PAGES, MainWindow
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard

_SIZE = (1280, 800)
_SMALL = (1024, 640)
#: How long a page may take to read what it shows, in milliseconds.
_SETTLE_MS = 60


def draw(settings: Settings, signals: StoreSignals, target: Path) -> int:
    """Draw every page of the open store and the wizard as PNG files; return how many there are.

    The names are the page's key or the wizard page's number and title, then "light" or "dark",
    such as ``today-light.png``, ``today-small-light.png`` (1024 by 640) and
    ``wizard-3-ask-yourself-dark.png``. Nothing appears on the screen.
    """
    drawn = 0
    for scheme in ("light", "dark"):
        theme().set(scheme, 100)
        window = MainWindow(settings, signals)
        drawn += _draw_pages(window, target, scheme)
        waiting = reflections.waiting()
        wizard = ReflectionWizard(settings, waiting[0].rejection_id if waiting else 0)
        drawn += _draw_wizard(wizard, target, scheme)
        for each in (wizard, window):
            each.hide()
            each.deleteLater()
        _settle()
    return drawn


def _draw_pages(window: MainWindow, target: Path, scheme: str) -> int:
    _show_unseen(window)
    for size, suffix in ((_SIZE, ""), (_SMALL, "-small")):
        window.resize(*size)
        for key in PAGES:
            window.show_page(key)
            _save(window, target / f"{key}{suffix}-{scheme}.png")
    return 2 * len(PAGES)


def _draw_wizard(wizard: ReflectionWizard, target: Path, scheme: str) -> int:
    _show_unseen(wizard)
    numbers = wizard.pageIds()
    for place, number in enumerate(numbers, start=1):
        wizard.setCurrentId(number)
        title = re.sub(r"[^a-z0-9]+", "-", wizard.page(number).title().lower().replace("’", ""))
        _save(wizard, target / f"wizard-{place}-{title.strip('-')}-{scheme}.png")
    return len(numbers)


def _show_unseen(widget: QWidget) -> None:
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.show()


def _save(widget: QWidget, file: Path) -> None:
    _settle()
    if not widget.grab().save(str(file)):
        raise OSError(f"{file} cannot be written")


def _settle() -> None:
    """Let the pages lay themselves out and read what they show."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLE_MS, loop.quit)
    loop.exec()
    background.wait()
