"""The steps at the wizard's side: where one is, what is done, and the way back to it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.card import Card
from rebound_desktop.ui.widgets.text import ElidedLabel, PlainLabel

_WIDTH = 250  # pixels at the usual font size
_INDENT = 8
_SPACE = 16
_NARROW_SPACE = 6


class StepButton(QAbstractButton):
    """One step: a circle with its number or a tick, and its title."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._number = 0
        self._is_current = False
        self._is_done = False
        self.narrow = False

    def show_state(self, number: int, count: int, *, current: bool, done: bool) -> None:
        """Show the place of the step among those of the path, and what became of it."""
        self._number, self._is_current, self._is_done = number, current, done
        self.setEnabled(done or current)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if self.isEnabled() else Qt.CursorShape.ArrowCursor
        )
        place = self.tr("Step {number} of {count}").format(number=number, count=count)
        state = self.tr("to come")
        if current:
            state = self.tr("you are here")
        elif done:
            state = self.tr("done")
        self.setAccessibleDescription(f"{place}, {state}")
        self.setToolTip(self.text() if self.narrow else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.full_width(), self._side() + 12)

    def full_width(self) -> int:
        """Return the width in pixels that the circle and the whole title take."""
        font = theme().font(bold=True)
        title = QFontMetrics(font).horizontalAdvance(self.text())
        return self._side() + 2 * _INDENT + 10 + title + 8

    def minimumSizeHint(self) -> QSize:
        return QSize(self._side() + 2 * _INDENT, self._side() + 12)

    def _side(self) -> int:
        """The diameter of the circle."""
        return self.fontMetrics().height() + 5

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(look.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self._is_current:
            painter.setBrush(look.color("selection"))
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(look.color("raised"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole, 8, 8)
        self._paint_circle(painter)
        if not self.narrow:
            self._paint_title(painter)

    def _paint_circle(self, painter: QPainter) -> None:
        look = theme()
        side = self._side()
        circle = QRectF(_INDENT, (self.height() - side) / 2, side, side)
        if self._is_done and not self._is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            painter.drawEllipse(circle)
            pen = QPen(look.color("on_accent"), 1.6)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            x, y, unit = circle.x(), circle.y(), side / 20
            painter.drawLine(
                int(x + 6.5 * unit), int(y + 10.2 * unit), int(x + 9 * unit), int(y + 12.8 * unit)
            )
            painter.drawLine(
                int(x + 9 * unit), int(y + 12.8 * unit), int(x + 13.6 * unit), int(y + 7.4 * unit)
            )
            return
        color = "accent" if self._is_current else "line"
        painter.setPen(QPen(look.color(color), 1.4))
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(circle)
        painter.setFont(look.font("small", bold=self._is_current))
        painter.setPen(look.color("accent" if self._is_current else "second"))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(self._number))

    def _paint_title(self, painter: QPainter) -> None:
        look = theme()
        painter.setFont(look.font(bold=self._is_current))
        painter.setPen(look.color("text" if self._is_current else "second"))
        room = self.rect().adjusted(_INDENT + self._side() + 10, 0, -6, 0)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)


class StepList(QWidget):
    """The wizard's side. ``step_asked`` carries the number of a step that was chosen."""

    step_asked = Signal(int)

    def __init__(self, titles: Sequence[tuple[int, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wizardSide")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Steps"))
        self._heading = PlainLabel(self.tr("After the news"), "heading")
        self._about = ElidedLabel("", "smallSecond")
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(_INDENT, 0, _INDENT, 0)
        head.setSpacing(4)
        head.addWidget(self._heading)
        head.addWidget(self._about)
        self._buttons: dict[int, StepButton] = {}
        steps = QWidget()
        self._steps = QVBoxLayout(steps)
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._steps.setSpacing(4)
        for step, title in titles:
            button = StepButton(title)
            button.clicked.connect(lambda _checked=False, step=step: self.step_asked.emit(step))
            self._buttons[step] = button
            self._steps.addWidget(button)
        self._steps.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(steps)
        self._saying = Card(kind="raised")
        self._saying.column.setContentsMargins(13, 11, 13, 11)
        self._saying.column.addWidget(
            PlainLabel(self.tr("Fall down seven times,\nstand up eight."), "smallSecond", wrap=True)
        )
        self._note = PlainLabel("", "small", wrap=True)
        self._note_row = QWidget()
        note_row = QVBoxLayout(self._note_row)
        note_row.setContentsMargins(_INDENT, 0, _INDENT, 0)
        note_row.addWidget(self._note)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addWidget(self._head)
        column.addWidget(scroll, 1)
        column.addWidget(self._saying)
        column.addWidget(self._note_row)
        self.say("")

    def show_news(self, company: str, role: str) -> None:
        """Show whose news this is."""
        self._about.set_whole(" · ".join(each for each in (company, role) if each))

    def show_steps(self, path: Sequence[int], current: int, visited: frozenset[int]) -> None:
        """Show the steps of a path, and the current one even where it is not on it."""
        shown = [step for step in self._buttons if step in path or step == current]
        for step, button in self._buttons.items():
            button.setVisible(step in shown)
            if step in shown:
                button.show_state(
                    shown.index(step) + 1,
                    len(shown),
                    current=step == current,
                    done=step in visited,
                )

    def say(self, sentence: str) -> None:
        """Show a sentence below the steps; an empty one brings back the usual note."""
        self._note.setText(sentence or self.tr("Saved as you type. Stop whenever you like."))

    def fit(self, room: int, height: int) -> None:
        """Take what is wanted of a room in pixels; without enough of it, show the circles alone.

        QWizard asks the side for no size of its own, so that it is set from outside.
        """
        narrow = room < self._wanted_width()
        for button in self._buttons.values():
            button.narrow = narrow
            button.updateGeometry()
        self._head.setVisible(not narrow)
        self._note_row.setVisible(not narrow)
        self._saying.setVisible(not narrow and height > 58 * theme().points())
        side = _NARROW_SPACE if narrow else _SPACE
        self._column.setContentsMargins(side, 26, side, 26)
        self.setFixedWidth(self._narrow_width() if narrow else self._wanted_width())

    def _narrow_width(self) -> int:
        circle = next(iter(self._buttons.values())).minimumSizeHint().width()
        return circle + 2 * _NARROW_SPACE

    def _wanted_width(self) -> int:
        titles = max(button.full_width() for button in self._buttons.values())
        return max(_WIDTH, titles + 2 * _SPACE)
