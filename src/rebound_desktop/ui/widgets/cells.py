"""How the cells of a record table are painted and edited."""

from PySide6.QtCore import QDate, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from rebound_desktop.models.paged_table import (
    CHOICES_ROLE,
    KEPT_AS_ROLE,
    TONE_ROLE,
    Index,
    PagedTable,
)
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.fields import ChoiceEdit, DayEdit
from rebound_desktop.ui.widgets.kept_line import KeptLine


class CellDelegate(QStyledItemDelegate):
    """Paints cells, plain or as a pill where the model names a tone, and makes their editors."""

    def __init__(self, strong_columns: frozenset[int], view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
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

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        choices = index.data(CHOICES_ROLE)
        editor: QWidget
        if choices:
            editor = ChoiceEdit(choices, parent=parent)
            editor.chosen.connect(lambda _value: self._take(editor))
        elif isinstance(index.data(Qt.ItemDataRole.EditRole), QDate):
            editor = DayEdit(parent=parent)
        else:
            editor = KeptLine(parent)
        title = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(title))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if editor.property("refused"):
            return  # what was typed stays until it is put right or given up
        if isinstance(editor, ChoiceEdit):
            editor.set_value(str(value))
        elif isinstance(editor, DayEdit):
            editor.setDate(value)
        elif isinstance(editor, KeptLine):
            about, name = index.data(KEPT_AS_ROLE) or ("", "")
            editor.keep_as(about, name, otherwise=str(value))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        value: object = None
        if isinstance(editor, DayEdit) and (misread := editor.settle()):
            if isinstance(model, PagedTable):
                model.refused.emit(misread)
            return
        if isinstance(editor, ChoiceEdit):
            value = editor.value()
        elif isinstance(editor, DayEdit):
            value = editor.date()
        elif isinstance(editor, QLineEdit):
            value = editor.text()
        if isinstance(model, PagedTable):
            model.setData(index, value)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect = QRect(option.rect)
        rect.setWidth(max(rect.width(), editor.sizeHint().width()))
        rect.moveLeft(max(0, min(rect.left(), self._view.viewport().width() - rect.width())))
        editor.setGeometry(rect)

    def _take(self, editor: QWidget) -> None:
        """Store a choice at once: choosing it was the confirmation."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


def paint_pill(painter: QPainter, room: QRect, text: str, tone: str, *, side: int = 11) -> int:
    """Paint a pill at the left of a room, in its middle; return its width in pixels.

    ``side`` is the room at both ends of the text, in pixels.
    """
    look = theme()
    painter.setFont(look.font("small"))
    metrics = painter.fontMetrics()
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(20, room.width() - 2 * side))
    width = metrics.horizontalAdvance(text) + 2 * side
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
