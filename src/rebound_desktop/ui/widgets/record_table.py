"""A table of records: pills, a remembered selection, keys, and edits in place."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from rebound_desktop.models.paged_table import ID_ROLE, TONE_ROLE, Index, PagedTable
from rebound_desktop.ui.theme import theme


class CellDelegate(QStyledItemDelegate):
    """Paints cells: plain text, or a pill where the model names a tone."""

    def __init__(self, strong_columns: frozenset[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._strong = strong_columns

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = theme()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = option.rect
        painter.save()
        if selected:
            painter.fillRect(rect, look.color("selection"))
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        tone = index.data(TONE_ROLE)
        inner = rect.adjusted(10, 0, -6, 0)
        if tone and text:
            paint_pill(painter, inner, text, str(tone))
        else:
            strong = index.column() in self._strong
            painter.setFont(look.font(bold=strong))
            painter.setPen(look.color("text" if strong or selected else "second"))
            shown = painter.fontMetrics().elidedText(
                text.replace("\n", " "), Qt.TextElideMode.ElideRight, inner.width()
            )
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, int(theme().points() * 2.7))


def paint_pill(painter: QPainter, room: QRect, text: str, tone: str) -> int:
    """Paint a pill at the left of a room, in its middle; return its width in pixels."""
    look = theme()
    painter.setFont(look.font("small"))
    metrics = painter.fontMetrics()
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(20, room.width() - 22))
    width = metrics.horizontalAdvance(text) + 22
    height = metrics.height() + 6
    box = QRectF(room.left(), room.center().y() - height / 2 + 1, width, height)
    fill, ink = {
        "accent": ("selection", "accent"),
        "due": ("due_soft", "due"),
        "good": ("good_soft", "good"),
    }.get(tone, ("raised", "second"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.color("line" if fill == "raised" else fill))
    painter.setBrush(look.color(fill))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(look.color(ink))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return int(width)


class RecordTable(QTableView):
    """Shows a :class:`PagedTable`, one row a record.

    ``chosen`` is emitted with the id of the record that is now the current one, 0 for none;
    ``opened`` on Enter or a double click on a cell that cannot be edited; ``delete_asked`` on the
    Delete key.
    """

    chosen = Signal(int)
    opened = Signal(int)
    delete_asked = Signal(int)

    def __init__(
        self,
        name: str,
        *,
        strong_columns: frozenset[int] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(strong_columns, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setSortIndicatorShown(True)
        header.setMinimumSectionSize(48)
        header.setAccessibleName(name)
        self._current_id = 0
        self._model: PagedTable[object] | None = None
        theme().changed.connect(self._fit_rows)
        self._fit_rows()

    def show_model(self, model: PagedTable[object]) -> None:
        """Show a model; sorting follows a click on the header."""
        self._model = model
        self.setModel(model)
        section, order = model.sorting
        header = self.horizontalHeader()
        header.setSortIndicator(section, order)
        header.sortIndicatorChanged.connect(model.sort)
        model.refilled.connect(self._find_again)

    @property
    def current_id(self) -> int:
        """The id of the current record, 0 for none."""
        return self._current_id

    def select_record(self, record_id: int) -> bool:
        """Make a record the current one and scroll to it; say whether it is shown."""
        place = self._model.place_of(record_id) if self._model is not None else None
        if place is None or self._model is None:
            return False
        column = max(0, self.currentIndex().column())
        self.setCurrentIndex(self._model.index(place, column))
        self.selectRow(place)
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._set_current(int(current.data(ID_ROLE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current_id:
            self.opened.emit(self._current_id)
        elif event.key() == Qt.Key.Key_Delete and self._current_id:
            self.delete_asked.emit(self._current_id)
        else:
            super().keyPressEvent(event)

    def _set_current(self, record_id: int) -> None:
        if record_id != self._current_id:
            self._current_id = record_id
            self.chosen.emit(record_id)

    def _find_again(self) -> None:
        """After a refill: the same record stays current, else its neighbour takes over."""
        if self._model is None:
            return
        count = self._model.rowCount()
        if self._current_id and self.select_record(self._current_id):
            return
        if count == 0:
            self._set_current(0)
            return
        place = min(max(0, self.currentIndex().row()), count - 1)
        self.select_record(self._model.id_at(place))

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(int(theme().points() * 3.2) + 4)
        self.viewport().update()
