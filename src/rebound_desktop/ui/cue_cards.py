"""Cue cards for a video call: one thing at a time in large type, above other windows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.flow_layout import FlowLayout
from rebound_desktop.ui.widgets.scrolled import scrolled
from rebound_desktop.ui.widgets.text import PlainLabel

#: The type size beside body text, its smallest and largest value, and one step.
_SIZE = 1.6
_SIZES = (1.0, 4.0)
_STEP = 0.2
_TICK_MS = 250


@dataclass(frozen=True, slots=True)
class CueCard:
    """A card: its title, the cues on its front, and the full text on its back (may be empty)."""

    title: str
    cues: tuple[str, ...]
    full: str = ""


class CueCards(QWidget):
    """A window of its own that stays on top; the keys are on its buttons.

    Right or Space shows the next card, Left the one before, Up and Down turn it over, T starts
    and stops the timer, + and - change the type size, Escape closes.
    """

    def __init__(self, cards: Sequence[CueCard]) -> None:
        # A window without a parent has its own entry in the taskbar.
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        # The program ends with its main window, whether or not this one is open.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("page")
        # Not for whom: the title is on the task bar while the screen is shared.
        self.setWindowTitle(self.tr("Cue cards"))
        self.setAccessibleName(self.windowTitle())
        self.cards = list(cards)
        self.place = 0
        self.is_turned = False
        self._size = _SIZE
        self._since = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show_time)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 14)
        column.setSpacing(10)
        top = QHBoxLayout()
        self.count = PlainLabel("", "smallSecond")
        top.addWidget(self.count, 1)
        self.time = PlainLabel("0:00", "smallSecond")
        self.time.setAccessibleName(self.tr("Timer"))
        top.addWidget(self.time)
        column.addLayout(top)
        inside = QWidget()
        words = QVBoxLayout(inside)
        words.setSpacing(12)
        self.title = PlainLabel("", wrap=True)
        self.text = PlainLabel("", wrap=True)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addStretch(1)
        self._scroll = scrolled(inside)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._make_buttons())
        self._make_keys()
        self.resize(560, 420)
        theme().changed.connect(self._look)
        self._look()
        self.show_card(0)

    def show_card(self, place: int) -> None:
        """Show the front of a card; past the ends nothing happens."""
        if not 0 <= place < len(self.cards):
            return
        self.place = place
        self.is_turned = False
        self._show()

    def turn(self) -> None:
        """Turn the card over, where something is on its back."""
        if self.cards and self.cards[self.place].full:
            self.is_turned = not self.is_turned
            self._show()

    def switch_timer(self) -> None:
        """Start the timer at zero, or stop it."""
        if self._tick.isActive():
            self._tick.stop()
            self._show_time()
        else:
            self._since.start()
            self._tick.start()
            self._show_time()
        running = self._tick.isActive()
        self.timer.setText(self.tr("Stop  T") if running else self.tr("Timer  T"))

    def scale(self, step: int) -> None:
        """Make the type larger or smaller by some steps."""
        least, most = _SIZES
        self._size = min(most, max(least, round(self._size + step * _STEP, 2)))
        self._look()

    def _make_buttons(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row)
        self.before = button(
            self.tr("←"), lambda: self.show_card(self.place - 1), name=self.tr("Card before")
        )
        self.next = button(
            self.tr("Next  →"), lambda: self.show_card(self.place + 1), name=self.tr("Next card")
        )
        self.turned = button(self.tr("Turn over  ↑↓"), self.turn, name=self.tr("Turn over"))
        self.timer = button(self.tr("Timer  T"), self.switch_timer)
        smaller = button(self.tr("A−"), lambda: self.scale(-1), name=self.tr("Smaller type"))
        larger = button(self.tr("A+"), lambda: self.scale(1), name=self.tr("Larger type"))
        for each in (self.before, self.next, self.turned, self.timer, smaller, larger):
            flow.addWidget(each)
        return row

    def _make_keys(self) -> None:
        keys = QKeySequence.StandardKey
        for sequence, done in (
            ("Right", lambda: self.show_card(self.place + 1)),
            ("Left", lambda: self.show_card(self.place - 1)),
            ("Space", lambda: self.show_card(self.place + 1)),
            ("Up", self.turn),
            ("Down", self.turn),
            ("T", self.switch_timer),
            ("+", lambda: self.scale(1)),
            ("=", lambda: self.scale(1)),
            ("-", lambda: self.scale(-1)),
            ("PgDown", lambda: self._scroll_by(1)),
            ("PgUp", lambda: self._scroll_by(-1)),
            ("Esc", self.close),
        ):
            QShortcut(QKeySequence(sequence), self).activated.connect(done)
        QShortcut(keys.ZoomIn, self).activated.connect(lambda: self.scale(1))
        QShortcut(keys.ZoomOut, self).activated.connect(lambda: self.scale(-1))

    def _scroll_by(self, pages: int) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def _show(self) -> None:
        card = self.cards[self.place]
        self.title.setText(card.title)
        cues = "\n".join(f"• {each}" for each in card.cues)
        self.text.setText(card.full if self.is_turned else cues)
        self.count.setText(
            self.tr("{number} of {count}").format(number=self.place + 1, count=len(self.cards))
        )
        self.before.setEnabled(self.place > 0)
        self.next.setEnabled(self.place + 1 < len(self.cards))
        self.turned.setEnabled(bool(card.full))
        self._scroll.verticalScrollBar().setValue(0)

    def _show_time(self) -> None:
        seconds = self._since.elapsed() // 1000 if self._since.isValid() else 0
        self.time.setText(f"{seconds // 60}:{seconds % 60:02}")

    def _look(self) -> None:
        look = theme()
        for label, bold, factor in ((self.title, True, 1.15), (self.text, False, 1.0)):
            font = look.font()
            font.setPointSizeF(look.points() * self._size * factor)
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            label.setFont(font)
