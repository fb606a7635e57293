"""The main window: the side bar, the pages, the menus, and the wiring between them."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from rebound_desktop.desktop import clipboard
from rebound_desktop.desktop.settings import Settings
from rebound_desktop.models.store_signals import StoreSignals
from rebound_desktop.store import changes, followups
from rebound_desktop.store.changes import Change
from rebound_desktop.ui.pages.page import Page
from rebound_desktop.ui.side_bar import SideBar
from rebound_desktop.ui.theme import theme

#: Each page's key, and the class that makes it; imported when it is first shown.
_PAGES = {
    "today": ("rebound_desktop.ui.pages.today", "TodayPage"),
    "rejections": ("rebound_desktop.ui.pages.rejections", "RejectionsPage"),
    "applications": ("rebound_desktop.ui.pages.applications", "ApplicationsPage"),
    "people": ("rebound_desktop.ui.pages.people", "PeoplePage"),
    "strengths": ("rebound_desktop.ui.pages.strengths", "StrengthsPage"),
}
#: Which page shows records of a kind.
_PAGE_OF_KIND = {
    "rejections": "rejections",
    "applications": "applications",
    "people": "people",
    "stories": "strengths",
}
#: How long a sentence stays in the status bar, in milliseconds.
_SAID_MS = 8000


class MainWindow(QMainWindow):
    """The window that holds everything."""

    def __init__(
        self, settings: Settings, signals: StoreSignals, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._pages: dict[str, Page] = {}
        self._shown = ""
        self.setWindowTitle(self.tr("Rebound"))
        self.setMinimumSize(860, 560)
        self.resize(1280, 800)

        titles = {
            "today": self.tr("Today"),
            "rejections": self.tr("Rejections"),
            "applications": self.tr("Applications"),
            "people": self.tr("People"),
            "strengths": self.tr("Strengths"),
        }
        self.side_bar = SideBar([(key, titles[key]) for key in _PAGES], self)
        self._stack = QStackedWidget()
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(inside)
        self.statusBar().setSizeGripEnabled(False)
        self._make_menus(titles)

        # Everything that the window, the side bar and the store say to one another.
        self.side_bar.page_asked.connect(self.show_page)
        self.side_bar.bad_news_asked.connect(self.open_wizard)
        self.side_bar.settings_asked.connect(self.open_settings)
        signals.changed.connect(self._take_change)

        self._restore()
        self._refresh_frame()

    def _wire(self, page: Page) -> None:
        """Connect what a page asks for; the one place where pages are wired."""
        page.bad_news_asked.connect(self.open_wizard)
        page.reflect_asked.connect(self.open_wizard)
        page.record_asked.connect(self.show_record)
        page.copy_asked.connect(self.copy)
        page.said.connect(self.say)

    # What can be asked of the window

    def show_page(self, key: str) -> Page:
        """Show a page, making it the first time."""
        page = self._pages.get(key)
        if page is None:
            module, name = _PAGES[key]
            page = getattr(import_module(module), name)(self._settings)
            self._pages[key] = page
            self._stack.addWidget(page)
            self._restore_layout(page)
            self._wire(page)
        self._shown = key
        self._stack.setCurrentWidget(page)
        self.side_bar.show_page(key)
        page.open()
        return page

    def show_record(self, kind: str, record_id: int) -> None:
        """Show the page of a kind of records, and one of them."""
        self.show_page(_PAGE_OF_KIND[kind]).select(record_id)

    def open_wizard(self, rejection_id: int = 0) -> None:
        """Open the wizard on a rejection, or for news that has just come (0)."""
        from rebound_desktop.ui.wizard.reflection_wizard import ReflectionWizard

        wizard = ReflectionWizard(self._settings, rejection_id, self)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.open()

    def open_settings(self) -> None:
        """Open the settings."""
        from rebound_desktop.ui.dialogs.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._settings, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def open_support(self) -> None:
        """Open the list of where to find help."""
        from rebound_desktop.ui.dialogs.support_dialog import SupportDialog

        dialog = SupportDialog(self._settings, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def open_about(self) -> None:
        """Open the page about the program."""
        from rebound_desktop.ui.dialogs.about_dialog import AboutDialog

        dialog = AboutDialog(self._settings.folder, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def copy(self, text: str, what: str) -> None:
        """Put a text on the clipboard and say what it was."""
        clipboard.copy(text)
        self.say(self.tr("Copied: {what}").format(what=what))

    def say(self, sentence: str) -> None:
        """Show a sentence in the status bar for a while."""
        self.statusBar().showMessage(sentence, _SAID_MS)

    def raise_up(self) -> None:
        """Bring the window to the front, as when the program was started again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Menus

    def _make_menus(self, titles: dict[str, str]) -> None:
        bar = self.menuBar()
        file_menu = bar.addMenu(self.tr("&File"))
        self._act(file_menu.addAction, self.tr("I got bad news…"), self.open_wizard, "Ctrl+N")
        file_menu.addSeparator()
        self._act(file_menu.addAction, self.tr("Settings…"), self.open_settings, "Ctrl+,")
        file_menu.addSeparator()
        self._act(file_menu.addAction, self.tr("Quit"), self.close, QKeySequence.StandardKey.Quit)

        edit_menu = bar.addMenu(self.tr("&Edit"))
        self._undo = self._act(
            edit_menu.addAction, self.tr("Undo"), self._do_undo, QKeySequence.StandardKey.Undo
        )
        self._redo = self._act(
            edit_menu.addAction, self.tr("Redo"), self._do_redo, QKeySequence.StandardKey.Redo
        )
        edit_menu.addSeparator()
        self._act(
            edit_menu.addAction,
            self.tr("Find on this page"),
            lambda: self._pages[self._shown].focus_search(),
            QKeySequence.StandardKey.Find,
        )

        view_menu = bar.addMenu(self.tr("&View"))
        for number, (key, title) in enumerate(titles.items(), start=1):
            self._act(
                view_menu.addAction,
                title,
                partial(self.show_page, key),
                f"Ctrl+{number}",
            )
        view_menu.addSeparator()
        self._act(
            view_menu.addAction,
            self.tr("Larger text"),
            lambda: self._scale(10),
            QKeySequence.StandardKey.ZoomIn,
        )
        self._act(
            view_menu.addAction,
            self.tr("Smaller text"),
            lambda: self._scale(-10),
            QKeySequence.StandardKey.ZoomOut,
        )
        self._act(
            view_menu.addAction, self.tr("Light or dark"), self._switch_scheme, "Ctrl+Shift+L"
        )

        help_menu = bar.addMenu(self.tr("&Help"))
        self._act(help_menu.addAction, self.tr("Support"), self.open_support, "F1")
        help_menu.addSeparator()
        self._act(help_menu.addAction, self.tr("About Rebound"), self.open_about)

    def _act(
        self,
        add: Callable[[str], QAction],
        text: str,
        done: Callable[[], object],
        shortcut: str | QKeySequence.StandardKey | None = None,
    ) -> QAction:
        action = add(text)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda _checked=False: done())
        return action

    def _do_undo(self) -> None:
        label = changes.undo()
        if label:
            self.say(self.tr("Taken back: {what}").format(what=label))

    def _do_redo(self) -> None:
        label = changes.redo()
        if label:
            self.say(self.tr("Done again: {what}").format(what=label))

    def _scale(self, step: int) -> None:
        values = self._settings.values
        values.font_percent = min(200, max(80, values.font_percent + step))
        self._settings.save()
        theme().set(values.appearance, values.font_percent)

    def _switch_scheme(self) -> None:
        values = self._settings.values
        values.appearance = "light" if theme().is_dark else "dark"
        self._settings.save()
        theme().set(values.appearance, values.font_percent)

    # What follows from changes

    def _take_change(self, change: Change) -> None:
        for page in self._pages.values():
            page.take_change(change)
        self._refresh_frame()

    def _refresh_frame(self) -> None:
        undo, redo = changes.undo_label(), changes.redo_label()
        self._undo.setEnabled(bool(undo))
        self._undo.setText(self.tr("Undo: {what}").format(what=undo) if undo else self.tr("Undo"))
        self._redo.setEnabled(bool(redo))
        self._redo.setText(self.tr("Redo: {what}").format(what=redo) if redo else self.tr("Redo"))
        self.side_bar.set_count("today", followups.count_due())

    # What is remembered

    def _restore(self) -> None:
        values = self._settings.values
        if values.geometry:
            self.restoreGeometry(QByteArray.fromBase64(values.geometry.encode()))
        self.show_page(values.page if values.page in _PAGES else "today")

    def _restore_layout(self, page: Page) -> None:
        for name, part in page.layout_parts():
            state = self._settings.values.layouts.get(name, "")
            if state and isinstance(part, QSplitter | QHeaderView):
                part.restoreState(QByteArray.fromBase64(state.encode()))

    def remember(self) -> None:
        """Write down the window's place, its page and the widths of its parts."""
        values = self._settings.values
        values.geometry = self.saveGeometry().toBase64().toStdString()
        values.page = self._shown
        for page in self._pages.values():
            for name, part in page.layout_parts():
                if isinstance(part, QSplitter | QHeaderView):
                    values.layouts[name] = part.saveState().toBase64().toStdString()
        self._settings.save()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.remember()
        super().closeEvent(event)
