"""The pages of the main window: each made when it is first shown, its widths remembered."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QHeaderView, QSplitter, QStackedWidget, QWidget

from rebound_desktop.desktop.settings import Settings

if TYPE_CHECKING:
    from rebound_desktop.store.changes import Change
    from rebound_desktop.ui.pages.page import Page

#: Each page's key, and the class that makes it; imported when it is first shown.
PAGES = {
    "today": ("rebound_desktop.ui.pages.today", "TodayPage"),
    "rejections": ("rebound_desktop.ui.pages.rejections", "RejectionsPage"),
    "applications": ("rebound_desktop.ui.pages.applications", "ApplicationsPage"),
    "people": ("rebound_desktop.ui.pages.people", "PeoplePage"),
    "strengths": ("rebound_desktop.ui.pages.strengths", "StrengthsPage"),
    "prepare": ("rebound_desktop.ui.pages.prepare", "PreparePage"),
    "lessons": ("rebound_desktop.ui.pages.lessons", "LessonsPage"),
}
#: Which page shows records of a kind.
PAGE_OF_KIND = {
    "rejections": "rejections",
    "applications": "applications",
    "people": "people",
    "stories": "strengths",
    "lessons": "lessons",
}


class PageStack(QStackedWidget):
    """Shows one page at a time; ``wire`` connects what a new page asks for."""

    def __init__(
        self, settings: Settings, wire: Callable[["Page"], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._wire = wire
        self._pages: dict[str, Page] = {}
        #: The key of the page that is shown, or an empty text before the first.
        self.shown = ""

    def first(self) -> str:
        """Return the key of the page that was shown last time."""
        page = self._settings.values.page
        return page if page in PAGES else "today"

    def bring(self, key: str) -> "Page":
        """Show a page, making it the first time; return it."""
        page = self._pages.get(key)
        if page is None:
            module, name = PAGES[key]
            page = getattr(import_module(module), name)(self._settings)
            assert page is not None
            self._pages[key] = page
            self.addWidget(page)
            self._restore_layout(page)
            self._wire(page)
        self.shown = key
        self.setCurrentWidget(page)
        page.open()
        return page

    def current(self) -> "Page":
        """Return the page that is shown."""
        return self._pages[self.shown]

    def take_change(self, change: "Change") -> None:
        """Tell every page that was made what a write changed."""
        for page in self._pages.values():
            page.take_change(change)

    def forget(self) -> None:
        """Let all pages go, as after another store took the place of this one."""
        for page in self._pages.values():
            self.removeWidget(page)
            page.deleteLater()
        self._pages.clear()

    def remember(self) -> None:
        """Put which page is shown, and the widths of all parts, into the settings' values."""
        values = self._settings.values
        values.page = self.shown or values.page
        for page in self._pages.values():
            for name, part in page.layout_parts():
                if isinstance(part, QSplitter | QHeaderView):
                    values.layouts[name] = part.saveState().toBase64().toStdString()

    def _restore_layout(self, page: "Page") -> None:
        for name, part in page.layout_parts():
            state = self._settings.values.layouts.get(name, "")
            if state and isinstance(part, QSplitter | QHeaderView):
                part.restoreState(QByteArray.fromBase64(state.encode()))
