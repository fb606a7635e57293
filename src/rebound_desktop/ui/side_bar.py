"""The side bar: the button for bad news, the pages, and where the data is."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.text import PlainLabel


class SideBar(QFrame):
    """Emits ``page_asked`` with a page's key, ``bad_news_asked`` and ``settings_asked``."""

    page_asked = Signal(str)
    bad_news_asked = Signal()
    settings_asked = Signal()

    def __init__(self, pages: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBar")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(4)

        brand = QHBoxLayout()
        brand.setContentsMargins(8, 0, 0, 6)
        brand.setSpacing(8)
        self._logo = PlainLabel()
        brand.addWidget(self._logo)
        brand.addWidget(PlainLabel(self.tr("Rebound"), "heading"))
        brand.addStretch(1)
        column.addLayout(brand)

        self.bad_news = button(self.tr("I got bad news…"), self.bad_news_asked.emit, kind="primary")
        self.bad_news.setToolTip(self.tr("Ctrl+N"))
        column.addWidget(self.bad_news)
        column.addSpacing(12)

        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._counts: dict[str, PlainLabel] = {}
        for key, title in pages:
            column.addWidget(self._entry(key, title))
        column.addStretch(1)
        self._settings = button(self.tr("Settings"), self.settings_asked.emit, kind="nav")
        column.addWidget(self._settings)
        self._note = PlainLabel("", "small", wrap=True)
        self._note.setContentsMargins(8, 4, 0, 0)
        column.addWidget(self._note)
        theme().changed.connect(self._look)
        self._look()

    def _entry(self, key: str, title: str) -> QPushButton:
        entry = button(title, lambda: self.page_asked.emit(key), kind="nav")
        entry.setCheckable(True)
        self._group.addButton(entry)
        self._buttons[key] = entry
        inside = QHBoxLayout(entry)
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addStretch(1)
        count = PlainLabel("", "small")
        count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside.addWidget(count)
        self._counts[key] = count
        return entry

    def show_page(self, key: str) -> None:
        """Mark a page as the one that is shown."""
        self._buttons[key].setChecked(True)
        self._look()

    def set_count(self, key: str, count: int) -> None:
        """Show a number beside a page; 0 shows none."""
        self._counts[key].setText(str(count) if count else "")
        self._buttons[key].setAccessibleDescription(
            self.tr("%n due", "things to do today", count) if count else ""
        )

    def set_note(self, text: str) -> None:
        """Show the lines at the bottom: where the data is, and the last backup."""
        self._note.setText(text)

    def _look(self) -> None:
        look = theme()
        self.setFixedWidth(max(208, int(look.points() * 16)))
        self._logo.setPixmap(look.icon("ring", "accent").pixmap(20, 20))
        for key, entry in self._buttons.items():
            entry.setIcon(look.icon(key, "accent" if entry.isChecked() else "second"))
            entry.setIconSize(QSize(18, 18))
        self._settings.setIcon(look.icon("settings", "second"))
        self._settings.setIconSize(QSize(18, 18))
