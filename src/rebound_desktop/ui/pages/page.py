"""What every page of the main window has."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from rebound_desktop.ui.widgets import focus_order
from rebound_desktop.ui.widgets.clear_button import add_clear_button
from rebound_desktop.ui.widgets.text import PlainLabel

if TYPE_CHECKING:
    from rebound_desktop.store.changes import Change

#: The keys that open the palette from every page.
PALETTE_KEYS = "Ctrl+K"
#: The margin at both sides of a page, and the one where the window is narrow, in pixels.
_SIDE = 30
_NARROW = 880
_NARROW_SIDE = 16


class Page(QWidget):
    """A page: its title, its actions, and what it asks of the window.

    Pages never call one another. They ask: ``bad_news_asked``; ``reflect_asked`` with the id of
    a rejection; ``record_asked`` with a kind ("rejections", "applications", "people",
    "stories") and an id; ``new_asked`` with the key of the page whose kind of record is to be
    begun; ``prepare_asked`` with the id of an application and the day of its interview (None: the
    next one); ``page_asked`` with a page's key; ``copy_asked`` with a text and what it is called;
    ``letter_asked`` with the id of a follow-up whose letter is to be opened; ``palette_asked`` to
    search everything; ``support_asked`` for the list of where to find help;
    ``passphrase_asked`` to encrypt the store; ``said`` with a sentence for the status bar. The main
    window wires them.
    """

    bad_news_asked = Signal()
    reflect_asked = Signal(int)
    record_asked = Signal(str, int)
    new_asked = Signal(str)
    prepare_asked = Signal(int, object)
    page_asked = Signal(str)
    copy_asked = Signal(str, str)
    letter_asked = Signal(int)
    palette_asked = Signal()
    support_asked = Signal()
    passphrase_asked = Signal()
    said = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_SIDE, 24, _SIDE, 26)
        self.column.setSpacing(12)
        self.header = QHBoxLayout()
        self.header.setSpacing(12)
        self.title = PlainLabel(title, "title")
        self.header.addWidget(self.title)
        self.header.addStretch(1)
        self.column.addLayout(self.header)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_side(_SIDE if event.size().width() >= _NARROW else _NARROW_SIDE)

    def focusNextPrevChild(self, next: bool) -> bool:
        # Rows come and go with the records; each Tab finds the controls as they stand now.
        focus_order.lead(self)
        return super().focusNextPrevChild(next)

    def set_side(self, side: int) -> None:
        """Leave this many pixels free at the left and at the right."""
        margins = self.column.contentsMargins()
        if margins.left() != side:
            self.column.setContentsMargins(side, margins.top(), side, margins.bottom())

    def open(self) -> None:
        """Called when the page is shown; reads what it shows for the first time."""

    def take_change(self, change: "Change") -> None:
        """Called after every write of the store."""

    def select(self, record_id: int) -> None:
        """Show a record of the page's kind."""

    def begin_new(self) -> None:
        """Begin a new record of the page's kind, as from the menu."""

    def parts(self) -> list[QWidget]:
        """Return the parts between which F6 moves: those of the page's splitter, or the page."""
        splitter = self.findChild(QSplitter)
        if splitter is None or not splitter.isVisible():
            return [self]
        found = [splitter.widget(number) for number in range(splitter.count())]
        return [each for each in found if each is not None and each.isVisible()] or [self]

    def focus_part(self, part: QWidget) -> None:
        """Put the focus on the first control of a part, or on what had it there before."""
        focus_order.lead(self)
        before: QWidget | None = part.focusWidget()
        if before is None or not before.isVisible():
            before = focus_order.first(part)
        (before or self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_search(self) -> None:
        """Put the cursor into the page's search field, where it has one."""
        field = self.findChild(QLineEdit, "search")
        if field is not None:
            field.setFocus()
            field.selectAll()

    def layout_parts(self) -> Iterable[tuple[str, QWidget]]:
        """Return the splitters and headers whose sizes are remembered, each with its name."""
        return ()


def search_field(placeholder: str, name: str) -> QLineEdit:
    """Return a field that searches the page's list; Escape empties it."""
    field = QLineEdit()
    field.setObjectName("search")
    field.setPlaceholderText(placeholder)
    field.setAccessibleName(name)
    add_clear_button(field)
    field.setMinimumWidth(180)
    field.setMaximumWidth(320)
    shortcut = QShortcut(Qt.Key.Key_Escape, field)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(field.clear)
    return field
