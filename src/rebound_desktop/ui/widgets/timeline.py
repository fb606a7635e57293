"""A history as a line of dots: when, what, and a note."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from rebound_desktop.models.words import short_day
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.clearing import clear
from rebound_desktop.ui.widgets.text import PlainLabel

_DOT = 9  # pixels across


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One thing that happened.

    ``tone`` is the token that colours the dot, such as "accent" or "due"; ``event_id`` is 0
    where the entry cannot be taken out of the history, and ``can_edit`` says whether a right one
    can take its place.
    """

    day: date
    title: str
    note: str = ""
    tone: str = "accent"
    event_id: int = 0
    can_edit: bool = False


class Timeline(QWidget):
    """Shows entries from the oldest to the newest.

    ``retract_asked`` carries the id of an event that the person wants out of the history,
    ``edit_asked`` of one that is to be changed.
    """

    retract_asked = Signal(int)
    edit_asked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._entries: list[TimelineEntry] = []
        theme().changed.connect(self._draw_anew)

    def set_events(self, entries: list[TimelineEntry]) -> None:
        """Show these entries, in the order given."""
        if entries == self._entries:
            return
        self._entries = list(entries)
        self._draw_anew()

    def _draw_anew(self) -> None:
        """Make a row for each entry; the days have a column as wide as the widest of them."""
        clear(self._column)
        width = max(
            (self.fontMetrics().horizontalAdvance(short_day(each.day)) for each in self._entries),
            default=0,
        )
        for entry in self._entries:
            row = _Row(entry, width, self)
            row.retract_asked.connect(self.retract_asked)
            row.edit_asked.connect(self.edit_asked)
            self._column.addWidget(row)


class _Dot(QWidget):
    def __init__(self, tone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setFixedWidth(_DOT + 2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(self._tone))
        top = (self.fontMetrics().height() - _DOT) // 2
        painter.drawEllipse(1, top, _DOT, _DOT)


class _Row(QWidget):
    retract_asked = Signal(int)
    edit_asked = Signal(int)

    def __init__(self, entry: TimelineEntry, day_width: int, parent: QWidget) -> None:
        super().__init__(parent)
        shown_day = short_day(entry.day)
        self.setAccessibleName(" · ".join(filter(None, (shown_day, entry.title, entry.note))))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        day = PlainLabel(shown_day, "smallSecond")
        day.setMinimumWidth(day_width)
        row.addWidget(day, 0, top)
        row.addWidget(_Dot(entry.tone, self))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(PlainLabel(entry.title, wrap=True))
        if entry.note:
            words.addWidget(PlainLabel(entry.note, "smallSecond", wrap=True))
        words.addStretch(1)
        row.addLayout(words, 1)
        self._buttons: dict[str, QToolButton] = {}
        if entry.event_id and entry.can_edit:
            self._buttons["edit"] = edit = self._tool(
                self.tr("Change this"),
                self.tr("Change: {what}, {day}").format(what=entry.title, day=shown_day),
            )
            edit.clicked.connect(lambda _checked=False: self.edit_asked.emit(entry.event_id))
        if entry.event_id:
            self._buttons["close"] = cross = self._tool(
                self.tr("Take this out of the history"),
                self.tr("Take out of the history: {what}, {day}").format(
                    what=entry.title, day=shown_day
                ),
            )
            cross.clicked.connect(lambda _checked=False: self.retract_asked.emit(entry.event_id))
        for each in self._buttons.values():
            row.addWidget(each, 0, top)

    def _tool(self, tip: str, name: str) -> QToolButton:
        made = QToolButton(self)
        made.setFixedSize(24, 24)
        made.setIconSize(QSize(14, 14))
        made.setToolTip(tip)
        made.setAccessibleName(name)
        made.installEventFilter(self)
        return made

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_icons(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_icons(any(each.hasFocus() for each in self._buttons.values()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._show_icons(True)
        elif event.type() == QEvent.Type.FocusOut:
            self._show_icons(self.underMouse())
        return False

    def _show_icons(self, shown: bool) -> None:
        """Draw the buttons' icons only under the mouse or the focus: a history stays calm."""
        for name, each in self._buttons.items():
            each.setIcon(theme().icon(name) if shown else QIcon())
