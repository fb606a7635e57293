"""How a story is painted in the list: title, how it ended, competencies and speaking time."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rebound_desktop.models.paged_table import ROW_ROLE, Index
from rebound_desktop.models.story_list import StoryCard
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.marked_text import paint_marked

#: The room around the text of a card, and below the card, in pixels.
_SIDE, _TOP, _GAP = 15, 12, 10
_BETWEEN = 5
_SUMMARY_LINES = 2


class StoryCardDelegate(QStyledItemDelegate):
    """Paints cards of equal height, so that a list of any length scrolls at once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        #: The words to mark where they are found.
        self.search = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = theme()
        title = QFontMetrics(look.font(bold=True)).lineSpacing()
        small = QFontMetrics(look.font("small")).lineSpacing()
        inner = title + (_SUMMARY_LINES + 1) * small + 3 * _BETWEEN
        return QSize(160, inner + 2 * _TOP + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(ROW_ROLE)
        if not isinstance(card, StoryCard):
            return
        painter.save()
        rect = QRect(option.rect).adjusted(0, 0, 0, -_GAP)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        _paint_surface(painter, rect, selected=selected, focused=focused)
        room = rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        self._paint_text(painter, room, card)
        painter.restore()

    def _paint_text(self, painter: QPainter, room: QRect, card: StoryCard) -> None:
        look = theme()
        small = look.font("small")
        title = look.font(bold=True)
        top = QRect(room)
        top.setTop(top.top() + self._paint(painter, top, card.title, title, "text") + _BETWEEN)
        self._paint(painter, top, card.summary, small, "second", _SUMMARY_LINES)
        # The last line keeps its place at the bottom.
        metrics = QFontMetrics(small)
        line = QRect(0, 0, room.width(), metrics.lineSpacing())
        line.moveBottomLeft(room.bottomLeft())
        painter.setFont(small)
        painter.setPen(look.color("third"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), card.time)
        left = room.width() - metrics.horizontalAdvance(card.time) - 2 * _SIDE
        names = QRect(room.left(), line.top(), left, metrics.lineSpacing())
        self._paint(painter, names, " · ".join(card.competencies), small, "third")

    def _paint(
        self, painter: QPainter, room: QRect, text: str, font: QFont, ink: str, lines: int = 1
    ) -> int:
        return paint_marked(painter, room, text, font, ink=ink, lines=lines, search=self.search)


def _paint_surface(painter: QPainter, rect: QRect, *, selected: bool, focused: bool) -> None:
    look = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = 2 if focused else 1
    painter.setPen(QPen(look.color("accent" if selected or focused else "line"), width))
    painter.setBrush(look.color("selection" if selected else "surface"))
    inset = width / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 12, 12)
    painter.setBrush(Qt.BrushStyle.NoBrush)
