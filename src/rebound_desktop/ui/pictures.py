"""Pictures of every page and wizard page, for the documents and for whoever reviews a change."""

import re
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QWidget

from rebound_desktop.desktop import background
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import reflections
from rebound_desktop.ui.lock_page import LockPage
from rebound_desktop.ui.main_window import MainWindow
from rebound_desktop.ui.page_stack import PAGES
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard

_SCHEMES = ("light", "dark")
_SIZE = (1280, 800)
_SMALL = (1024, 640)
#: The wizard's own size where the screen has room for it.
_WIZARD_SIZE = (980, 690)
#: How long a page may take to read what it shows, in milliseconds.
_SETTLE_MS = 60


def draw(settings: Settings, signals: StoreSignals, target: Path) -> int:
    """Draw every page of the open store and the wizard as PNG files; return how many there are.

    The names are the page's key, "locked", or the wizard page's number and title, then "light" or
    "dark", such as ``today-light.png``, ``today-small-light.png`` (1024 by 640) and
    ``wizard-3-ask-yourself-dark.png``. Nothing appears on the screen.
    """
    drawn = 0
    for scheme in _SCHEMES:
        theme().set(scheme, 100)
        window = MainWindow(settings, signals)
        drawn += _draw_pages(window, target, scheme)
        window.cover.show(LockPage())
        _save(window, target / f"locked-{scheme}.png")
        drawn += 1
        _put_away(window)
    # Walking through the wizard writes where it was left, so it comes last.
    waiting = reflections.waiting()
    for scheme in _SCHEMES:
        theme().set(scheme, 100)
        wizard = ReflectionWizard(settings, waiting[0].rejection_id if waiting else 0)
        drawn += _draw_wizard(wizard, target, scheme)
        _put_away(wizard)
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
    wizard.resize(*_WIZARD_SIZE)
    numbers = wizard.pageIds()
    for place, number in enumerate(numbers, start=1):
        wizard.jump(number)
        title = re.sub(r"['’?!.,]", "", wizard.page(number).accessibleName().lower())
        title = re.sub(r"[^a-z0-9]+", "-", title)
        _save(wizard, target / f"wizard-{place}-{title.strip('-')}-{scheme}.png")
    return len(numbers)


def _put_away(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
    _settle()


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
