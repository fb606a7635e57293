"""The menus of the main window and their shortcuts."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from rebound_desktop.desktop.absence import LOCK_KEYS
from rebound_desktop.ui.pages.page import PALETTE_KEYS

if TYPE_CHECKING:
    from rebound_desktop.ui.main_window import MainWindow

_Keys = QKeySequence.StandardKey


class Menus(QObject):
    """Fills the window's menu bar; what an entry does is a public function of the window."""

    def __init__(self, window: "MainWindow", titles: dict[str, str]) -> None:
        super().__init__(window)
        bar = window.menuBar()
        file = bar.addMenu(self.tr("&File"))
        _add(file, self.tr("I got bad news…"), window.open_wizard, "Ctrl+N")
        file.addSeparator()
        _add(file, self.tr("Log a rejection…"), partial(window.begin_new, "rejections"))
        _add(file, self.tr("New application…"), partial(window.begin_new, "applications"))
        _add(file, self.tr("New person…"), partial(window.begin_new, "people"))
        _add(file, self.tr("New story…"), partial(window.begin_new, "strengths"))
        _add(file, self.tr("Log one win…"), window.at_hand.log_win, "Ctrl+Shift+W")
        file.addSeparator()
        _add(file, self.tr("Letter templates…"), window.letters.open_templates)
        file.addSeparator()
        _add(file, self.tr("Back up now…"), window.safekeeping.back_up)
        _add(file, self.tr("Backups…"), window.upkeep.open_backups)
        _add(file, self.tr("Export archive…"), window.safekeeping.export)
        _add(file, self.tr("Merge archive…"), window.safekeeping.merge)
        file.addSeparator()
        _add(file, self.tr("Lock"), window.encrypting.lock, LOCK_KEYS)
        _add(
            file,
            self.tr("Settings…"),
            window.open_settings,
            "Ctrl+,",
            QAction.MenuRole.PreferencesRole,
        )
        file.addSeparator()
        self._quit = _add(file, self.tr("Quit"), window.close, "Ctrl+Q", QAction.MenuRole.QuitRole)

        edit = bar.addMenu(self.tr("&Edit"))
        self._undo = _add(edit, self.tr("Undo"), window.undoing.undo, _Keys.Undo)
        self._redo = _add(edit, self.tr("Redo"), window.undoing.redo, _Keys.Redo)
        _add(edit, self.tr("Bin…"), window.upkeep.open_bin)
        edit.addSeparator()
        _add(edit, self.tr("Find on this page"), window.find_on_page, _Keys.Find)
        self._palette = _add(
            edit, self.tr("Search everything"), window.at_hand.open_palette, PALETTE_KEYS
        )

        view = bar.addMenu(self.tr("&View"))
        for number, (key, title) in enumerate(titles.items(), start=1):
            _add(view, title, partial(window.go_to, key), f"Ctrl+{number}").setData(key)
        view.addSeparator()
        step = window.content.focus_next_part
        _add(view, self.tr("Next part of the window"), partial(step, 1), "F6")
        _add(view, self.tr("Part before"), partial(step, -1), "Shift+F6")
        view.addSeparator()
        _add(view, self.tr("Larger text"), partial(window.looks.scale_text, 10), _Keys.ZoomIn)
        _add(view, self.tr("Smaller text"), partial(window.looks.scale_text, -10), _Keys.ZoomOut)
        _add(view, self.tr("Light or dark"), window.looks.switch_scheme, "Ctrl+Shift+L")

        help_menu = bar.addMenu(self.tr("&Help"))
        _add(help_menu, self.tr("Support"), window.open_support, "F1")
        help_menu.addSeparator()
        _add(
            help_menu,
            self.tr("About Rebound"),
            window.open_about,
            role=QAction.MenuRole.AboutRole,
        )
        self._menus = (file, edit, view, help_menu)

    def entries(self) -> list[QAction]:
        """Return what the menus offer, without the palette; a page's entry has its key as data."""
        return [
            each
            for menu in self._menus
            for each in menu.actions()
            if not each.isSeparator() and each is not self._palette
        ]

    def set_enabled(self, enabled: bool) -> None:
        """Switch all entries on or off, with their shortcuts, as while the store is locked."""
        for menu in self._menus:
            for each in menu.actions():
                each.setEnabled(enabled or each is self._quit)

    def show_undo(self, undo: str, redo: str) -> None:
        """Name what Undo and Redo would do; an empty text switches the entry off."""
        self._undo.setEnabled(bool(undo))
        self._undo.setText(self.tr("Undo: {what}").format(what=undo) if undo else self.tr("Undo"))
        self._redo.setEnabled(bool(redo))
        self._redo.setText(self.tr("Redo: {what}").format(what=redo) if redo else self.tr("Redo"))


def _add(
    menu: QMenu,
    text: str,
    done: Callable[[], object],
    shortcut: str | QKeySequence.StandardKey | None = None,
    role: QAction.MenuRole = QAction.MenuRole.NoRole,
) -> QAction:
    action = menu.addAction(text)
    # Without a role of its own, macOS would guess one from the text.
    action.setMenuRole(role)
    if shortcut is not None:
        action.setShortcut(QKeySequence(shortcut))
    # The signal carries whether the action is checked, which nobody here wants to know.
    action.triggered.connect(lambda _checked=False: done())
    return action
