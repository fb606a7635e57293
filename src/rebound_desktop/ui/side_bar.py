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
        column.setContentsMargins(12, 14, 12, 20)
        column.setSpacing(3)

        brand = QHBoxLayout()
        brand.setContentsMargins(10, 4, 0, 10)
        brand.setSpacing(8)
        self._logo = PlainLabel()
        brand.addWidget(self._logo)
        brand.addWidget(PlainLabel(self.tr("Rebound"), "brand"))
        brand.addStretch(1)
        column.addLayout(brand)

        self.bad_news = button(self.tr("I got bad news…"), self.bad_news_asked.emit, kind="primary")
        self.bad_news.setToolTip(self.tr("Ctrl+N"))
        above_pages = QHBoxLayout()
        above_pages.setContentsMargins(2, 0, 2, 14)
        above_pages.addWidget(self.bad_news)
        column.addLayout(above_pages)

        self._shown = ""
        self._pressed_shown = False
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._counts: dict[str, PlainLabel] = {}
        for key, title in pages:
            column.addWidget(self._entry(key, title))
        column.addStretch(1)
        self._settings = button(self.tr("Settings"), self.settings_asked.emit, kind="nav")
        column.addWidget(self._settings)
        self._note = PlainLabel("", "small", wrap=True)
        self._note.setContentsMargins(10, 8, 0, 0)
        column.addWidget(self._note)
        theme().changed.connect(self._look)
        self._look()

    def _entry(self, key: str, title: str) -> QPushButton:
        entry = button(title, kind="nav")
        entry.setCheckable(True)
        # A screen reader toggles what can be checked, which clicks nothing.
        entry.toggled.connect(lambda shown: self._take_entry(key, shown))
        entry.pressed.connect(lambda: self._note_pressed(key))
        entry.clicked.connect(lambda: self._take_click(key))
        self._group.addButton(entry)
        self._buttons[key] = entry
        inside = QHBoxLayout(entry)
        inside.setContentsMargins(0, 0, 10, 0)
        inside.addStretch(1)
        count = PlainLabel("", "navCount")
        count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside.addWidget(count)
        self._counts[key] = count
        return entry

    def _take_entry(self, key: str, shown: bool) -> None:
        if shown and key != self._shown:
            self.page_asked.emit(key)

    def _note_pressed(self, key: str) -> None:
        self._pressed_shown = self._buttons[key].isChecked()

    def _take_click(self, key: str) -> None:
        # From a page that stands within another's entry, that entry leads back.
        if self._pressed_shown:
            self.page_asked.emit(key)

    def show_page(self, key: str) -> None:
        """Mark a page as the one that is shown."""
        self._shown = key
        self._buttons[key].setChecked(True)
        self._color_entries()

    def set_count(self, key: str, count: int) -> None:
        """Show a number beside a page; 0 shows none."""
        self._counts[key].setText(str(count) if count else "")
        self._buttons[key].setAccessibleDescription(
            self.tr("{count} due").format(count=count) if count else ""
        )

    def set_note(self, text: str) -> None:
        """Show the lines at the bottom: where the data is, and the last backup."""
        self._note.setText(text)

    def focus(self) -> None:
        """Put the focus on the entry of the page that is shown."""
        shown = self._group.checkedButton()
        (shown or self.bad_news).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _look(self) -> None:
        look = theme()
        self.setFixedWidth(max(208, int(look.points() * 16)))
        side = look.icon_side() + 4
        self._logo.setPixmap(look.pixmap("ring", "accent", side))
        self._color_entries()
        self._settings.setIcon(look.icon("settings", "second"))

    def _color_entries(self) -> None:
        side = theme().icon_side()
        # Wider than high: the icon keeps to the left, the rest is the gap before the text.
        size = QSize(side + 5, side)
        for key, entry in self._buttons.items():
            entry.setIcon(theme().icon(key, "accent" if entry.isChecked() else "second"))
            entry.setIconSize(size)
        self._settings.setIconSize(size)
