"""One column of the board: its name, its count and its cards."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from rebound_desktop.core.vocabulary import Stage
from rebound_desktop.models.application_board import MIME, BoardColumn
from rebound_desktop.models.paged_table import ID_ROLE, Index
from rebound_desktop.ui.theme import theme
from rebound_desktop.ui.widgets.board_card_delegate import BoardCardDelegate
from rebound_desktop.ui.widgets.buttons import button
from rebound_desktop.ui.widgets.text import PlainLabel


class CardList(QListView):
    """The cards of a column.

    ``chosen`` with the id of the card that is now the current one; ``opened`` on Enter or a
    click; ``delete_asked`` on the Delete key; ``beside_asked`` with -1 or 1 for the column to the
    left or right, ``shift_asked`` for the card to be moved there; ``menu_asked`` for its menu.
    """

    chosen = Signal(int)
    opened = Signal(int)
    delete_asked = Signal(int)
    beside_asked = Signal(int)
    shift_asked = Signal(int)
    menu_asked = Signal(int)

    def __init__(self, model: BoardColumn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("boardCards")
        self.setItemDelegate(BoardCardDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        # The whole column takes what is dropped, see BoardColumnFrame.
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setModel(model)
        self.clicked.connect(lambda index: self.opened.emit(int(index.data(ID_ROLE))))
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def current_id(self) -> int:
        """The id of the current card, 0 for none."""
        index = self.currentIndex()
        return int(index.data(ID_ROLE)) if index.isValid() else 0

    def select_place(self, place: int) -> None:
        """Make the card at a place the current one."""
        self.setCurrentIndex(self.model().index(place, 0))

    def sizeHint(self) -> QSize:
        return QSize(80, 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 60)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(int(current.data(ID_ROLE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = -1 if key == Qt.Key.Key_Left else 1
            (self.shift_asked if with_control else self.beside_asked).emit(step)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id:
            self.opened.emit(self.current_id)
        elif key == Qt.Key.Key_Delete and self.current_id:
            self.delete_asked.emit(self.current_id)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid():
                self.setCurrentIndex(index)
                self.menu_asked.emit(self.current_id)
        elif self.current_id:
            self.menu_asked.emit(self.current_id)


class BoardColumnFrame(QFrame):
    """A column with its head.

    ``dropped`` carries the id of a card that was dropped here, ``all_asked`` that the closed ones
    are wanted that the board does not show; ``dragged_over`` says that a drag is moving here.
    """

    dropped = Signal(int)
    all_asked = Signal()
    dragged_over = Signal()

    def __init__(
        self, model: BoardColumn, name: str, nothing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("boardColumn")
        self.setAcceptDrops(True)
        self.stage: Stage = model.stage
        self._name = name
        self._nothing_text = nothing
        self._model = model
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 10, 7, 4)
        column.setSpacing(9)
        head = QHBoxLayout()
        head.setContentsMargins(5, 0, 5, 0)
        head.setSpacing(2)
        head.addWidget(PlainLabel(name, "columnTitle"), 1)
        self._count = PlainLabel("", "small")
        head.addWidget(self._count)
        column.addLayout(head)
        self._nothing = PlainLabel(nothing, "smallSecond", wrap=True)
        self._nothing.setContentsMargins(6, 6, 6, 0)
        column.addWidget(self._nothing)
        self.cards = CardList(model)
        column.addWidget(self.cards, 1)
        self._all = button("", self.all_asked.emit, kind="smallLink")
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        self._all.hide()

    def show_count(self) -> None:
        """Show how many cards there are, or the sentence where there is none."""
        shown, total = self._model.rowCount(), self._model.total
        self._count.setText(str(total) if total else "")
        self._nothing.setVisible(total == 0)
        self.cards.setFocusPolicy(Qt.FocusPolicy.StrongFocus if shown else Qt.FocusPolicy.NoFocus)
        name = self.tr("{stage}, {count}").format(stage=self._name, count=total)
        self.cards.setAccessibleName(name)
        self.cards.setAccessibleDescription("" if total else self._nothing_text)
        self.setAccessibleName(name)
        self._all.setText(self.tr("All {count} closed ones").format(count=total))
        self._all.setVisible(total > shown)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self._mark(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()
        self.dragged_over.emit()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(False)
        digits = bytes(event.mimeData().data(MIME).data())
        if digits.isdigit():
            event.acceptProposedAction()
            self.dropped.emit(int(digits))

    def _mark(self, over: bool) -> None:
        """Show that a card would come here."""
        if over != bool(self.property("over")):
            self.setProperty("over", over)
            for each in (self, self.cards):
                each.style().unpolish(each)
                each.style().polish(each)
            self.update()
            self.cards.viewport().update()
