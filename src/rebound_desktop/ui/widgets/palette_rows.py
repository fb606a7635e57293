"""The list of the palette: one line or two for each result, with a heading above each group."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rebound_desktop.models.paged_table import ROW_ROLE, Index
from rebound_desktop.models.palette_results import PaletteResults, Result
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.marked_text import paint_marked

#: The room around a row's text and below its heading, in pixels.
_SIDE, _TOP, _BELOW_HEADING = 10, 6, 4


class PaletteRows(QListView):
    """Shows :class:`PaletteResults`; the field above keeps the focus and moves in it."""

    #: The keys that move in the list.
    STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

    def __init__(self, name: str, model: PaletteResults, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.setAccessibleName(name)
        self.setModel(model)
        self._results = model
        self.setItemDelegate(_Rows(model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def step(self, key: int) -> None:
        """Move by a row or, with the page keys, by what is seen; from each end to the other."""
        count = self._results.rowCount()
        here = self.currentIndex().row()
        if not count:
            return
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            rows = max(1, self.viewport().height() // max(1, self.sizeHintForRow(0)) - 1)
            there = here + (rows if key == Qt.Key.Key_PageDown else -rows)
            there = min(count - 1, max(0, there))
        else:
            there = (here + (1 if key == Qt.Key.Key_Down else -1)) % count
        self.setCurrentIndex(self._results.index(there))
        if there == 0:
            self.scrollToTop()

    def select(self, kind: str, key: int) -> None:
        """Make a result the current one, where it is there."""
        for number in range(self._results.rowCount()):
            result = self._results.result(number)
            if result is not None and (result.kind, result.key) == (kind, key):
                self.setCurrentIndex(self._results.index(number))


class _Rows(QStyledItemDelegate):
    """Paints a result: icon, title and keys, below them what it is about."""

    def __init__(self, results: PaletteResults, view: PaletteRows) -> None:
        super().__init__(view)
        self._results = results

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        result = index.data(ROW_ROLE)
        look = theme()
        small = QFontMetrics(look.font("small")).lineSpacing()
        height = QFontMetrics(look.font()).lineSpacing() + 2 * _TOP
        if isinstance(result, Result):
            height += small if result.detail else 0
            height += _heading_height() if result.heading else 0
        return QSize(100, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        result = index.data(ROW_ROLE)
        if not isinstance(result, Result):
            return
        look = theme()
        painter.save()
        rect = QRect(option.rect)
        if result.heading:
            top = QRect(rect.left() + _SIDE, rect.top() + _TOP, rect.width() - 2 * _SIDE, 0)
            font = look.font("small", bold=True)
            paint_marked(painter, top, result.heading, font, ink="second")
            rect.setTop(rect.top() + _heading_height())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(look.color("accent"))
            painter.setBrush(look.color("selection"))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self._paint_text(painter, rect.adjusted(_SIDE, _TOP, -_SIDE, 0), result)
        painter.restore()

    def _paint_text(self, painter: QPainter, room: QRect, result: Result) -> None:
        look = theme()
        words = self._results.words
        font = look.font(bold=result.kind == "stories")
        line = QFontMetrics(font).lineSpacing()
        side = look.icon_side()
        icon = look.pixmap(result.icon, "second", side)
        painter.drawPixmap(room.left(), room.top() + (line - side) // 2, icon)
        room.setLeft(room.left() + side + _SIDE)
        title = QRect(room)
        if result.keys:
            small = look.font("small")
            width = QFontMetrics(small).horizontalAdvance(result.keys)
            keys = QRect(room.right() - width, room.top(), width + 1, line)
            painter.setFont(small)
            painter.setPen(look.color("third"))
            painter.drawText(keys, int(Qt.AlignmentFlag.AlignVCenter), result.keys)
            title.setRight(keys.left() - _SIDE)
        paint_marked(painter, title, result.title, font, search=words)
        room.setTop(room.top() + line)
        if result.detail:
            paint_marked(
                painter, room, result.detail, look.font("small"), ink="second", search=words
            )


def _heading_height() -> int:
    font = theme().font("small", bold=True)
    return QFontMetrics(font).lineSpacing() + _TOP + _BELOW_HEADING
