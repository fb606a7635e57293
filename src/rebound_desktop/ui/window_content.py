"""What stands in the window: the side bar, the page that is shown, and the line at the bottom."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStatusBar, QVBoxLayout, QWidget

from rebound_desktop.desktop.settings import Settings
from rebound_desktop.ui.page_stack import PageStack
from rebound_desktop.ui.side_bar import SideBar

if TYPE_CHECKING:
    from rebound_desktop.ui.pages.page import Page

#: Pages that belong to another one's entry in the side bar.
_WITHIN = {"prepare": "strengths", "lessons": "rejections"}
#: How long a sentence stays in the line at the bottom, in milliseconds.
_SAID_MS = 8000


class WindowContent(QWidget):
    """Shows one page beside its entry; ``wire`` connects what a new page asks for."""

    def __init__(self, settings: Settings, wire: Callable[["Page"], None]) -> None:
        super().__init__()
        #: What the pages of the side bar are called, by their keys, in their order.
        self.titles = {
            "today": self.tr("Today"),
            "rejections": self.tr("Rejections"),
            "applications": self.tr("Applications"),
            "people": self.tr("People"),
            "strengths": self.tr("Strengths"),
        }
        self.side_bar = SideBar(list(self.titles.items()), self)
        self.pages = PageStack(settings, wire, self)
        self._status = QStatusBar()
        self._status.setSizeGripEnabled(False)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.pages, 1)
        right.addWidget(self._status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addLayout(right, 1)
        self._mark_entry(self.pages.first())

    def show_page(self, key: str) -> "Page":
        """Show a page, making it the first time; return it."""
        page = self.pages.bring(key)
        self._mark_entry(key)
        return page

    def say(self, sentence: str) -> None:
        """Show a sentence at the bottom for a while; an empty one changes nothing."""
        if sentence:
            self._status.showMessage(sentence, _SAID_MS)

    def focus_next_part(self, step: int) -> None:
        """Move the focus among the side bar, the page and the detail beside it; -1 is back."""
        page = self.pages.current()
        parts = [self.side_bar, *page.parts()]
        focused = self.window().focusWidget()
        here = next(
            (
                number
                for number, part in enumerate(parts)
                if focused is not None and (part is focused or part.isAncestorOf(focused))
            ),
            0,
        )
        part = parts[(here + step) % len(parts)]
        if part is self.side_bar:
            self.side_bar.focus()
        else:
            page.focus_part(part)

    def _mark_entry(self, key: str) -> None:
        self.side_bar.show_page(_WITHIN.get(key, key))
