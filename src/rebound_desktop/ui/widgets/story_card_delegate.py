"""How a story is painted in the list: title, how it ended, competencies and speaking time."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rebound_desktop.core.search_hits import hits
from rebound_desktop.models.paged_table import ROW_ROLE, Index
from rebound_desktop.models.story_list import StoryCard
from rebound_desktop.ui.theme import theme

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
        title, small = look.font(bold=True), look.font("small")
        y = room.top()
        y += self._paint_lines(painter, room, y, card.title, title, "text", 1)
        self._paint_lines(painter, room, y + _BETWEEN, card.summary, small, "second", 2)
        # The last line keeps its place at the bottom.
        metrics = QFontMetrics(small)
        line = QRect(0, 0, room.width(), metrics.lineSpacing())
        line.moveBottomLeft(room.bottomLeft())
        painter.setFont(small)
        painter.setPen(look.color("third"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignRight), card.time)
        left = room.width() - metrics.horizontalAdvance(card.time) - 2 * _SIDE
        names = QRect(room.left(), line.top(), left, metrics.lineSpacing())
        text = " · ".join(card.competencies)
        self._paint_lines(painter, names, line.top(), text, small, "third", 1)

    def _paint_lines(
        self, painter: QPainter, room: QRect, y: int, text: str, font: QFont, ink: str, most: int
    ) -> int:
        """Paint a text on so many lines and return their height; the rest ends in "…"."""
        layout = QTextLayout(_fitted(text, font, room.width(), most), font)
        layout.setFormats(self._marks(layout.text()))
        height = _arrange(layout, room.width(), most)
        painter.setPen(theme().color(ink))
        layout.draw(painter, QPointF(room.left(), y))
        return height

    def _marks(self, text: str) -> list[QTextLayout.FormatRange]:
        marks = []
        for start, length in hits(text, self.search) if self.search.strip() else ():
            mark = QTextLayout.FormatRange()
            # Qt counts in units of UTF-16, in which an emoji has two.
            mark.start = _units(text[:start])
            mark.length = _units(text[start : start + length])
            look = QTextCharFormat()
            look.setBackground(theme().color("due_soft"))
            look.setForeground(theme().color("text"))
            look.setFontWeight(QFont.Weight.DemiBold)
            mark.format = look
            marks.append(mark)
        return marks


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _paint_surface(painter: QPainter, rect: QRect, *, selected: bool, focused: bool) -> None:
    look = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = 2 if focused else 1
    painter.setPen(QPen(look.color("accent" if selected or focused else "line"), width))
    painter.setBrush(look.color("selection" if selected else "surface"))
    inset = width / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 12, 12)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _fitted(text: str, font: QFont, width: int, most: int) -> str:
    """Return a text shortened to what fits on so many lines."""
    metrics = QFontMetrics(font)
    if most == 1:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    layout = QTextLayout(text[: width * most], font)
    _arrange(layout, width, most)
    last = layout.lineAt(most - 1)
    if not last.isValid():
        return text
    whole = layout.text()
    rest = whole.encode("utf-16-le")[2 * last.textStart() :].decode("utf-16-le", "ignore")
    shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width - 4)
    return whole.removesuffix(rest) + shown


def _arrange(layout: QTextLayout, width: int, most: int) -> int:
    """Break a layout into at most so many lines of a width; return their height."""
    height = 0.0
    layout.beginLayout()
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return int(height)
