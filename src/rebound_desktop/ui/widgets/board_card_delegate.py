"""How an application is painted on the board: company, role, and a pill for what comes next."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from rebound_desktop.models.application_board import BoardCard
from rebound_desktop.models.paged_table import ROW_ROLE, Index
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.cells import paint_pill

#: The room around the text of a card, between its lines, and below the card, in pixels.
_SIDE, _TOP, _BETWEEN, _GAP = 9, 11, 7, 10
_CORNER = 12
_PILL_SIDE = 7


class BoardCardDelegate(QStyledItemDelegate):
    """Paints cards of equal height, so that a column of any length scrolls at once."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme().changed.connect(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        """Keep what every card needs: making fonts and colours anew takes longer than painting."""
        look = theme()
        self._title, self._small = look.font(bold=True), look.font("small")
        self._title_metrics = QFontMetrics(self._title)
        self._small_metrics = QFontMetrics(self._small)
        names = ("surface", "selection", "line", "accent", "text", "second")
        self._colors: dict[str, QColor] = {name: look.color(name) for name in names}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = self._title_metrics.lineSpacing() + self._small_metrics.lineSpacing()
        pill = self._small_metrics.height() + 6
        return QSize(80, text + _BETWEEN + pill + 2 * _TOP + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(ROW_ROLE)
        if not isinstance(card, BoardCard):
            return
        rect = QRect(option.rect).adjusted(1, 0, -1, -_GAP)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        self._paint_surface(painter, rect, selected=selected, focused=focused)
        room = rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        height = self._title_metrics.lineSpacing()
        line = QRect(room.left(), room.top(), room.width(), height)
        self._paint_line(painter, line, card.company, self._title, self._title_metrics, "text")
        line = QRect(
            line.left(), line.bottom() + 1, line.width(), self._small_metrics.lineSpacing()
        )
        self._paint_line(painter, line, card.role, self._small, self._small_metrics, "second")
        if card.pill:
            height = self._small_metrics.height() + 6
            place = QRect(room.left(), room.bottom() + 1 - height, room.width(), height)
            paint_pill(painter, place, card.pill, card.tone, side=_PILL_SIDE)
        painter.restore()

    def _paint_line(
        self,
        painter: QPainter,
        room: QRect,
        text: str,
        font: QFont,
        metrics: QFontMetrics,
        ink: str,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._colors[ink])
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_surface(
        self, painter: QPainter, rect: QRect, *, selected: bool, focused: bool
    ) -> None:
        width = 2 if focused else 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colors["accent" if selected else "line"], width))
        painter.setBrush(self._colors["selection" if selected else "surface"])
        inset = width / 2
        box = QRectF(rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, _CORNER, _CORNER)
        painter.setBrush(Qt.BrushStyle.NoBrush)
